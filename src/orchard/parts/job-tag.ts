import type { JobView } from '../../../contract/orchard-views'
import type { TagProps } from '../../components/StateTag'
import { t } from '../../locales/for-staff'
import { stageTag } from '../../staff/stages'

/** A job's state as its orchard reads it: what became of the money is the shop's. */
export function jobTag(state: JobView['state']): TagProps {
  const tag = stageTag(state)
  return state === 'refunded' ? { ...tag, word: t('job.notNeeded') } : tag
}
