import { Text, View } from '@tarojs/components'
import type { JobView } from '../../../contract/orchard-views'
import { sayDay, type Day } from '../../../domain/time'
import { Card } from '../../components/Card'
import { Icon } from '../../components/Icon'
import { Tag } from '../../components/StateTag'
import { language, say, t } from '../../locales/for-staff'
import { contentOfJob, sayContent } from '../../staff/content'
import { open } from '../../staff/go'
import { Line } from '../../staff/Line'
import { jobTag } from '../parts/job-tag'
import { dueDay, nextStep, stageOf, STEPS } from '../parts/steps'
import { daysUntil } from './plan'

/** When the next step is due, as a person counts. */
function sayDue(day: Day, today: Day): string {
  const days = daysUntil(today, day)
  if (days < 0) return t('week.late', { days: -days })
  if (days === 0) return t('week.dueToday')
  return t('week.dueOn', { day: sayDay(day, language(), today) })
}

/** One piece of work with its next step. Its id is `job-<fulfilment id>`. */
export function JobRow({ job, today }: { job: JobView; today: Day }) {
  const step = nextStep(job)
  const due = dueDay(job)
  const content = contentOfJob(job)
  const pressing = due !== null && due <= today
  const photo = job.photos[job.photos.length - 1]?.url
  return (
    <Card
      id={`job-${job.id}`}
      label={`${step ? t(STEPS[step].word) : ''} ${sayContent(content)} ${t('staff.pieces', { count: job.pieces })}`}
      onTap={() => open('orchard/job', { id: job.id })}
    >
      <View className="row row--apart">
        <View className="grow">
          <Line
            look={job.look}
            content={content}
            stage={stageOf(job.state)}
            {...(photo ? { photo } : {})}
            note={`${say(job.productName)} · ${t('staff.pieces', { count: job.pieces })}`}
          >
            <Text className="t-note">{t('week.code', { code: job.code })}</Text>
            <View className="row row--wrap">
              {step ? (
                <Tag word={t(STEPS[step].word)} icon={STEPS[step].icon} tone={STEPS[step].tone} />
              ) : (
                <Tag {...jobTag(job.state)} />
              )}
              {due && <Text className={`t-note${pressing ? ' week__pressing' : ''}`}>{sayDue(due, today)}</Text>}
            </View>
          </Line>
        </View>
        {step ? (
          <View className={`week__next${pressing ? ' week__next--now' : ''}`} aria-hidden="true">
            <Icon name="right" />
          </View>
        ) : (
          <Icon name="right" size={20} color="ink-2" />
        )}
      </View>
    </Card>
  )
}
