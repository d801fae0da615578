import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { DeskView } from '../../../contract/views'
import { mayEnter } from '../../../domain/duties'
import { dayOf, sayDay } from '../../../domain/time'
import { Card } from '../../components/Card'
import { Icon } from '../../components/Icon'
import { SealMark } from '../../components/SealMark'
import { SectionHead } from '../../components/SectionHead'
import { Skeleton } from '../../components/Skeleton'
import { Tap } from '../../components/Tap'
import { language, t } from '../../locales/for-staff'
import { open } from '../../staff/go'
import { StaffPage } from '../../staff/StaffPage'
import { useRemote } from '../../state/remote'
import { keepDuties } from '../parts/duties'
import { MerchantBar } from '../parts/MerchantBar'
import { greeting } from './greeting'
import { News } from './News'
import { Strip } from './Strip'
import { Tile } from './Tile'
import { hands, theirs, waits, type Wait } from './tiles'
import { WaitSheet } from './WaitSheet'
import './index.scss'

export default function DeskPage() {
  const remote = useRemote('desk.get', {})
  const duties = remote.data?.duties
  useEffect(() => {
    if (duties) keepDuties(duties)
  }, [duties])
  return (
    <StaffPage
      id="merchant-desk"
      title={t('desk.title')}
      remote={remote}
      light="short"
      skeleton={<Skeleton shapes={['title', 'card', 'card', 'card']} />}
      bar={<MerchantBar here="desk" />}
    >
      {remote.data && <Desk desk={remote.data} now={remote.now} />}
    </StaffPage>
  )
}

function Desk({ desk, now }: { desk: DeskView; now: string }) {
  const [explained, setExplained] = useState<Wait | null>(null)
  const { duties } = desk
  const myHands = theirs(hands, duties).filter(({ key, rare }) => !rare || desk[key] > 0)
  const myWaits = theirs(waits, duties)
  const todo = myHands.reduce((sum, { key }) => sum + desk[key], 0)
  return (
    <>
      <View className="row row--apart row--top">
        <View className="row row--wide grow">
          <SealMark size={40} />
          <View className="grow">
            <View className="t-title">{t(greeting(now), { name: desk.staffName })}</View>
            <View className="t-note">
              {sayDay(dayOf(now), language())} · {todo > 0 ? t('desk.todo', { count: todo }) : t('desk.allDone')}
            </View>
          </View>
        </View>
        <Tap
          id="tile-unread"
          className="desk__bell"
          role="link"
          label={t('desk.messages', { count: desk.unread })}
          onTap={() => open('merchant/inbox')}
        >
          <Icon name="bell" />
          {desk.unread > 0 && <Text className="desk__unread">{desk.unread}</Text>}
        </Tap>
      </View>

      {desk.toAllot > 0 && mayEnter(duties, 'troubles') && (
        <Card id="to-allot" kind="warning">
          <View className="row row--top">
            <Icon name="warn" size={20} color="sun-ink" />
            <View className="grow">
              <View className="t-strong t-sun">{t('desk.toAllot', { count: desk.toAllot })}</View>
              <View className="t-note">{t('desk.toAllotMeans')}</View>
            </View>
          </View>
        </Card>
      )}
      {desk.troubles > 0 && mayEnter(duties, 'troubles') && (
        <Card
          id="tile-troubles"
          kind="warning"
          label={`${t('desk.troubles', { count: desk.troubles })}，${t('desk.troublesMean')}`}
          onTap={() => open('merchant/troubles')}
        >
          <View className="row row--top">
            <Icon name="warn" size={20} color="sun-ink" />
            <View className="grow">
              <View className="t-strong t-sun">{t('desk.troubles', { count: desk.troubles })}</View>
              <View className="t-note">{t('desk.troublesMean')}</View>
            </View>
            <Icon name="right" size={16} color="ink-2" />
          </View>
        </Card>
      )}
      {myHands.length > 0 ? (
        <SectionHead title={t('desk.hands')} more={t('desk.handsNote')} />
      ) : (
        <Card id="no-duties" kind="warning">
          <View className="t-body">{t('desk.noDuties')}</View>
        </Card>
      )}
      <View className="desk__hands">
        {myHands.map((hand) => (
          <Tile key={hand.key} tile={hand} count={desk[hand.key]} tall onTap={() => open(hand.page, hand.query)} />
        ))}
      </View>

      {myWaits.length > 0 && (
        <>
          <SectionHead title={t('desk.waits')} />
          <Card>
            <Strip desk={desk} waits={myWaits} />
            <View className="desk__waits">
              {myWaits.map((wait) => (
                <Tile
                  key={wait.key}
                  tile={wait}
                  count={desk[wait.key]}
                  onTap={() => (wait.page ? open(wait.page, wait.query) : setExplained(wait))}
                />
              ))}
            </View>
          </Card>
        </>
      )}
      <News />
      {explained && (
        <WaitSheet wait={explained} count={desk[explained.key]} duties={duties} onClose={() => setExplained(null)} />
      )}
    </>
  )
}
