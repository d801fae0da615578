import { MessageList } from '../../staff/MessageList'

export default function OrchardInboxPage() {
  return <MessageList id="orchard-inbox" inbox="orchardInbox" />
}
