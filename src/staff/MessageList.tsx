import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { InboxEntry } from '../../contract/views'
import { sayMoment } from '../../domain/time'
import { call } from '../cloud/door'
import { Card } from '../components/Card'
import { EmptyState } from '../components/EmptyState'
import { language, say, t } from '../locales/for-staff'
import { useAction } from '../state/action'
import { joinInbox } from '../state/joined'
import { usePages } from '../state/pages'
import { StaffPage } from './StaffPage'
import './message-list.scss'

export type StaffInbox = 'merchantInbox' | 'orchardInbox'

/** The inbox of a role: newest first, a dot for what was not read; a tap marks it and opens its page. */
export function MessageList({ inbox, id }: { inbox: StaffInbox; id: string }) {
  const remote = usePages(`${inbox}.list` as const, joinInbox)
  const { entries = [], unread = 0 } = remote.data ?? {}
  return (
    <StaffPage id={id} title={t('inbox.title')} remote={remote}>
      {entries.length === 0 ? (
        <EmptyState id="inbox-empty" sentence={t('staff.noMessages')} />
      ) : (
        <>
          <View className="t-title">{unread > 0 ? t('staff.unread', { count: unread }) : t('staff.allRead')}</View>
          <Messages inbox={inbox} entries={entries} />
        </>
      )}
    </StaffPage>
  )
}

/** Messages as cards; ids are `message-0` and on. */
export function Messages({ inbox, entries }: { inbox: StaffInbox; entries: readonly InboxEntry[] }) {
  const opening = useAction(async (key: string, entry: InboxEntry) => {
    if (!entry.read) await call(`${inbox}.read` as const, { key, id: entry.id })
    await Taro.navigateTo({ url: `/${entry.page}` })
  })
  return (
    <>
      {entries.map((entry, at) => (
        <Message key={entry.id} at={at} entry={entry} onOpen={() => void opening.run(entry)} />
      ))}
    </>
  )
}

function Message({ at, entry, onOpen }: { at: number; entry: InboxEntry; onOpen: () => void }) {
  const title = say(entry.title)
  return (
    <Card
      id={`message-${at}`}
      label={`${entry.read ? '' : `${t('staff.new')} `}${title}，${say(entry.body)}`}
      onTap={onOpen}
    >
      <View className="message">
        <View className={`message__mark${entry.read ? '' : ' message__mark--new'}`} />
        <View className="grow stack stack--tight">
          <View className="row row--apart">
            <Text className={entry.read ? 't-body' : 't-strong'}>{title}</Text>
            <Text className="t-note">{sayMoment(entry.at, language())}</Text>
          </View>
          <Text className="t-body t-quiet">{say(entry.body)}</Text>
        </View>
      </View>
    </Card>
  )
}
