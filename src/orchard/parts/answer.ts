import type { JobView } from '../../../contract/orchard-views'
import { sayDay } from '../../../domain/time'
import { call } from '../../cloud/door'
import { language, t } from '../../locales/for-staff'
import { useAction } from '../../state/action'
import { confirm } from '../../state/overlay'
import { toast } from '../../state/toast'
import { firstHand } from './steps'

/** Answering an offer (G2). Taking it is asked once more with its first day; declining goes through a ReasonSheet. */
export function useAnswer(job: JobView, onAccepted: () => Promise<void>, onDeclined: () => Promise<void>) {
  const accept = useAction(async (key: string) => {
    const { technique, day } = firstHand(job.dates)
    const agreed = await confirm({
      title: t('job.acceptTitle', { count: job.pieces }),
      sentence: t(technique === 'laser' ? 'job.acceptMeansLaser' : 'job.acceptMeans', {
        day: sayDay(day, language()),
        hub: sayDay(job.dates.hubBy, language()),
      }),
      act: t('job.accept'),
    })
    if (!agreed) return
    await call('work.accept', { id: job.id, key })
    await onAccepted()
    toast(t('job.accepted'))
  })
  const decline = useAction(async (key: string, reason: string) => {
    await call('work.decline', { id: job.id, key, ...(reason ? { reason } : {}) })
    await onDeclined()
    toast(t('job.declined'))
  })
  return { accept, decline }
}
