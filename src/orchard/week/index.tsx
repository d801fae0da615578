import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { WorkView } from '../../../contract/orchard-views'
import { weekOf } from '../../../domain/catalogue/week'
import { dayOf, sayDay, type Day } from '../../../domain/time'
import { Card } from '../../components/Card'
import { EmptyState } from '../../components/EmptyState'
import { Icon } from '../../components/Icon'
import { SectionHead } from '../../components/SectionHead'
import { Skeleton } from '../../components/Skeleton'
import { Tap } from '../../components/Tap'
import { language, say, t } from '../../locales/for-staff'
import { open } from '../../staff/go'
import { StaffPage } from '../../staff/StaffPage'
import { joinWork } from '../../state/joined'
import { usePages } from '../../state/pages'
import { OrchardBar } from '../parts/OrchardBar'
import { JobRow } from './JobRow'
import { Offer } from './Offer'
import { dueBy, piecesOf } from './plan'
import { SeasonCalendar } from './SeasonCalendar'
import { Tasks } from './Tasks'
import { WeekStrip } from './WeekStrip'
import './index.scss'

export default function WeekPage() {
  const remote = usePages('work.list', joinWork, true)
  return (
    <StaffPage
      id="orchard-week"
      title={t('week.title')}
      remote={remote}
      light="short"
      skeleton={<Skeleton shapes={['title', 'line', 'card', 'card', 'card']} />}
      bar={<OrchardBar here="week" />}
    >
      {remote.data && <Week work={remote.data} now={remote.now} reload={remote.reload} />}
    </StaffPage>
  )
}

function Week({ work, now, reload }: { work: WorkView; now: string; reload: () => Promise<void> }) {
  const today = dayOf(now)
  const week = weekOf(today)
  const thisWeek = dueBy(work.underWay, week[6])
  const later = work.underWay.filter((job) => !thisWeek.includes(job))
  const nothing = work.offered.length + work.underWay.length + work.done.length === 0
  return (
    <>
      <Head work={work} />
      <View>
        <View className="t-title">{headline(work, thisWeek.length > 0 ? piecesOf(thisWeek) : 0)}</View>
        <View className="t-note">
          {t('week.range', {
            from: sayDay(week[0], language()),
            to: sayDay(week[6], language()),
            name: work.staffName,
          })}
        </View>
      </View>
      <WeekStrip week={week} today={today} jobs={work.underWay} />
      <Tasks seasons={work.seasons} jobs={work.underWay} week={week} />
      {work.seasons.length > 0 && <SeasonCalendar seasons={work.seasons} today={today} />}

      {work.offered.length > 0 && (
        <SectionHead title={t('week.offers')} more={t('week.offersCount', { count: work.offered.length })} />
      )}
      {work.offered.map((job) => (
        <Offer key={job.id} job={job} now={now} onAnswered={reload} />
      ))}

      {thisWeek.length > 0 && <SectionHead title={t('week.todo')} more={t('week.jobs', { count: thisWeek.length })} />}
      {thisWeek.map((job) => (
        <JobRow key={job.id} job={job} today={today} />
      ))}
      {later.length > 0 && <SectionHead title={t('week.later')} more={t('week.jobs', { count: later.length })} />}
      {later.map((job) => (
        <JobRow key={job.id} job={job} today={today} />
      ))}
      {nothing && <EmptyState id="week-empty" sentence={t('week.none')} />}
      <Done work={work} today={today} />
    </>
  )
}

function headline(work: WorkView, pieces: number): string {
  if (pieces > 0) return t('week.headline', { count: pieces })
  if (work.offered.length > 0) return t('week.onlyOffers', { count: work.offered.length })
  const growing = piecesOf(work.underWay.filter(({ state }) => state !== 'escalated'))
  return growing > 0 ? t('week.growing', { count: growing }) : t('week.quiet')
}

function Head({ work }: { work: WorkView }) {
  return (
    <View className="row row--apart">
      <View className="row">
        <Icon name="leaf" color="leaf" />
        <Text className="t-head">{say(work.orchardName)}</Text>
      </View>
      <Tap
        id="open-inbox"
        className="week__bell"
        role="link"
        label={t('week.messages', { count: work.unread })}
        onTap={() => open('orchard/inbox')}
      >
        <Icon name="bell" />
        {work.unread > 0 && <Text className="week__unread">{work.unread}</Text>}
      </Tap>
    </View>
  )
}

function Done({ work, today }: { work: WorkView; today: Day }) {
  const [shown, setShown] = useState(false)
  if (work.done.length === 0) return null
  const sent = work.done.filter(({ state }) => state !== 'refunded')
  const notNeeded = work.done.length - sent.length
  const words = [
    ...(sent.length > 0 ? [t('week.doneCount', { count: sent.length, pieces: piecesOf(sent) })] : []),
    ...(notNeeded > 0 ? [t('week.notNeeded', { count: notNeeded })] : []),
  ].join(' · ')
  return (
    <>
      <Card id="done" label={words} onTap={() => setShown(!shown)}>
        <View className="row row--apart">
          <View className="row">
            <Icon name="check-circle" size={20} color="leaf" />
            <Text>{words}</Text>
          </View>
          <Icon name={shown ? 'close' : 'down'} size={16} color="ink-2" />
        </View>
      </Card>
      {shown && work.done.map((job) => <JobRow key={job.id} job={job} today={today} />)}
    </>
  )
}
