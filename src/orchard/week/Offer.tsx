import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { JobView } from '../../../contract/orchard-views'
import { sayDay } from '../../../domain/time'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Tag } from '../../components/StateTag'
import { Tap } from '../../components/Tap'
import { language, say, t } from '../../locales/for-staff'
import { contentOfJob, sayContent } from '../../staff/content'
import { open } from '../../staff/go'
import { Line } from '../../staff/Line'
import { useAnswer } from '../parts/answer'
import { DeclineSheet } from '../parts/DeclineSheet'
import { firstHand } from '../parts/steps'
import { hoursLeft } from '../parts/time-left'

/** New work with the time left to answer. Ids: `offer-<id>` opens it, `accept-<id>` and `decline-<id>` answer it. */
export function Offer({ job, now, onAnswered }: { job: JobView; now: string; onAnswered: () => Promise<void> }) {
  const [asking, setAsking] = useState(false)
  const { accept, decline } = useAnswer(job, onAnswered, async () => {
    setAsking(false)
    await onAnswered()
  })
  const content = contentOfJob(job)
  const { technique, day } = firstHand(job.dates)
  return (
    <Card className="week__offer">
      <View className="stack">
        <View className="row row--apart">
          <Tag word={t('week.offer')} icon="bell" />
          {job.acceptBy && (
            <Text className="t-strong t-sun">{t('week.hoursLeft', { hours: hoursLeft(now, job.acceptBy) })}</Text>
          )}
        </View>
        <Tap
          id={`offer-${job.id}`}
          role="link"
          label={sayContent(content)}
          onTap={() => open('orchard/job', { id: job.id })}
        >
          <Line
            look={job.look}
            content={content}
            note={`${say(job.productName)} · ${t('staff.pieces', { count: job.pieces })}`}
          >
            <Text className="t-note">
              {t(technique === 'laser' ? 'week.offerDatesLaser' : 'week.offerDates', {
                day: sayDay(day, language()),
                hub: sayDay(job.dates.hubBy, language()),
              })}
            </Text>
          </Line>
        </Tap>
        <View className="row">
          {job.actions.includes('decline') && (
            <Button id={`decline-${job.id}`} kind="secondary" grow={1} onTap={() => setAsking(true)}>
              {t('job.decline')}
            </Button>
          )}
          {job.actions.includes('accept') && (
            <Button id={`accept-${job.id}`} grow={1.5} busy={accept.busy} onTap={() => void accept.run()}>
              {t('job.accept')}
            </Button>
          )}
        </View>
      </View>
      {asking && (
        <DeclineSheet
          busy={decline.busy}
          error={decline.error?.message}
          onClose={() => setAsking(false)}
          onAct={(reason) => void decline.run(reason)}
        />
      )}
    </Card>
  )
}
