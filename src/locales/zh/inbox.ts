export const inbox = {
  title: '消息',
  empty: '还没有消息。果子长一步，这里说一声',
  unread: '{count} 条没读',
  allRead: '都读过了',
  new: '新消息',
  pushed: '微信也发了',
} as const
