import { Text, View } from '@tarojs/components'
import type { InboxEntry } from '../../../contract'
import { sayMoment } from '../../../domain/time'
import { call } from '../../cloud/door'
import { Card } from '../../components/Card'
import { EmptyState } from '../../components/EmptyState'
import { Page } from '../../components/Page'
import { openPage } from '../../device/open-page'
import { language, say, t } from '../../locales'
import { useAction } from '../../state/action'
import { joinInbox } from '../../state/joined'
import { usePages } from '../../state/pages'
import './index.scss'

/** Every message, newest first; WeChat may have delivered it too, but here none is lost (W2, F4). */
export default function InboxPage() {
  const remote = usePages('inbox.list', joinInbox)
  const opening = useAction(async (key: string, entry: InboxEntry) => {
    // The message may be read again unmarked; opening its page must not wait for that.
    if (!entry.read) void call('inbox.read', { key, id: entry.id }).catch(() => undefined)
    await openPage(entry.page)
  })
  const entries = remote.data?.entries ?? []
  const unread = remote.data?.unread ?? 0
  return (
    <Page id="inbox-page" title={t('inbox.title')} remote={remote}>
      {entries.length === 0 && <EmptyState id="inbox-empty" sentence={t('inbox.empty')} />}
      {entries.length > 0 && (
        <View id="unread" className="t-note">
          {unread > 0 ? t('inbox.unread', { count: unread }) : t('inbox.allRead')}
        </View>
      )}
      {entries.map((entry, at) => (
        <Message key={entry.id} at={at} entry={entry} onOpen={() => void opening.run(entry)} />
      ))}
    </Page>
  )
}

function Message({ at, entry, onOpen }: { at: number; entry: InboxEntry; onOpen: () => void }) {
  const { title, body, read, pushed } = entry
  return (
    <Card id={`message-${at}`} label={`${read ? '' : `${t('inbox.new')} `}${say(title)}，${say(body)}`} onTap={onOpen}>
      <View className="row row--top row--wide">
        <View className={`inbox-dot${read ? '' : ' inbox-dot--new'}`} />
        <View className="grow">
          <View className="row row--apart">
            <Text className={read ? 't-body' : 't-strong'}>{say(title)}</Text>
            <Text className="t-note">{sayMoment(entry.at, language())}</Text>
          </View>
          <View className="t-body t-quiet">{say(body)}</View>
          {pushed && <View className="t-note">{t('inbox.pushed')}</View>}
        </View>
      </View>
    </Card>
  )
}
