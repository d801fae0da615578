import { t } from '../../locales/for-staff'
import { ReasonSheet } from '../../staff/ReasonSheet'

const reasons = ['job.busy', 'job.fewFruit', 'job.tooFine'] as const

export interface DeclineSheetProps {
  busy: boolean
  error: string | undefined
  onClose: () => void
  onAct: (reason: string) => void
}

/** Saying no to an offer; the work goes to the next orchard and does not come back. */
export function DeclineSheet(props: DeclineSheetProps) {
  return (
    <ReasonSheet
      id="decline"
      title={t('job.declineTitle')}
      sentence={t('job.declineMeans')}
      suggestions={reasons}
      act={t('job.decline')}
      {...props}
    />
  )
}
