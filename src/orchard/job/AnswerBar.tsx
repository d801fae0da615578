import { useState } from 'react'
import type { JobView } from '../../../contract/orchard-views'
import { BottomBar } from '../../components/BottomBar'
import { Button } from '../../components/Button'
import { t } from '../../locales/for-staff'
import { useAnswer } from '../parts/answer'
import { DeclineSheet } from '../parts/DeclineSheet'

export interface AnswerBarProps {
  job: JobView
  onAccepted: () => Promise<void>
  onDeclined: () => Promise<void>
}

/** Yes or no to an offer. */
export function AnswerBar({ job, onAccepted, onDeclined }: AnswerBarProps) {
  const [asking, setAsking] = useState(false)
  const { accept, decline } = useAnswer(job, onAccepted, onDeclined)
  return (
    <>
      <BottomBar>
        {job.actions.includes('decline') && (
          <Button id="decline" kind="secondary" grow={1} onTap={() => setAsking(true)}>
            {t('job.decline')}
          </Button>
        )}
        {job.actions.includes('accept') && (
          <Button id="accept" grow={1.7} busy={accept.busy} onTap={() => void accept.run()}>
            {t('job.accept')}
          </Button>
        )}
      </BottomBar>
      {asking && (
        <DeclineSheet
          busy={decline.busy}
          error={decline.error?.message}
          onClose={() => setAsking(false)}
          onAct={(reason) => void decline.run(reason)}
        />
      )}
    </>
  )
}
