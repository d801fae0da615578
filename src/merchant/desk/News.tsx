import { SectionHead } from '../../components/SectionHead'
import { t } from '../../locales/for-staff'
import { open } from '../../staff/go'
import { Messages } from '../../staff/MessageList'
import { useRemote } from '../../state/remote'

const shown = 3

/** What happened last. While it cannot be read the desk simply goes without it. */
export function News() {
  const { data } = useRemote('merchantInbox.list', {})
  if (!data || data.entries.length === 0) return null
  return (
    <>
      <SectionHead
        title={t('desk.news')}
        more={t('desk.allMessages')}
        moreId="open-inbox"
        onMore={() => open('merchant/inbox')}
      />
      <Messages inbox="merchantInbox" entries={data.entries.slice(0, shown)} />
    </>
  )
}
