import { MessageList } from '../../staff/MessageList'

export default function MerchantInboxPage() {
  return <MessageList id="merchant-inbox" inbox="merchantInbox" />
}
