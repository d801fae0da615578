import type { Translated } from '../catalogue'
import type { inbox as zh } from '../zh/inbox'

export const inbox: Translated<typeof zh> = {
  title: 'Messages',
  empty: 'No messages yet. You will hear at every step',
  unread: '{count} unread',
  allRead: 'All read',
  new: 'New',
  pushed: 'Also sent by WeChat',
}
