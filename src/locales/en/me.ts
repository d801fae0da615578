import type { Translated } from '../catalogue'
import type { me as zh } from '../zh/me'

export const me: Translated<typeof zh> = {
  title: 'Me',
  hello: 'Hello',
  asks: '{count} grown; say the word',
  toPay: '{count} not paid yet',
  growing: '{count} in the making',
  quiet: 'Write a line and let an apple grow it',
  orders: 'My orders',
  allOrders: 'All',
  inbox: 'Messages',
  unread: '{count} unread',
  staff: 'Work',
  desk: 'Merchant desk',
  deskNote: 'Review, inspect, ship',
  week: 'Orchard week',
  weekNote: 'Work, stickers, harvest',
  language: 'Language',
  chinese: '中文',
  english: 'English',
  about: 'About Guoyin',
  aboutTitle: 'Written by the sun',
  aboutSentence:
    'Your words go on as a sticker before the fruit colours. The sun reddens the rest and the words stay in the skin. No paint; it stays, and you can eat it.',
}
