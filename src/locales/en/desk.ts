import type { Translated } from '../catalogue'
import type { desk as zh } from '../zh/desk'

export const desk: Translated<typeof zh> = {
  title: 'Desk',
  nav: 'Merchant navigation',
  navDesk: 'Desk',
  navReview: 'Review',
  navIntake: 'Inspect',
  navPacking: 'Ship',
  morning: 'Good morning, {name}',
  noon: 'Good day, {name}',
  afternoon: 'Good afternoon, {name}',
  evening: 'Good evening, {name}',
  night: 'It is late, {name}',
  todo: '{count} waiting for you',
  allDone: 'Nothing left to do',
  messages: 'Messages, {count} unread',
  news: 'Just now',
  allMessages: 'All messages',
  toAllot: 'No orchard can take {count} yet; tried again every day',
  toAllotMeans: 'Call the orchards and ask them to make room; once one can, it gets the work by itself.',
  hands: 'Waiting for you',
  handsNote: 'Tap to begin',
  waits: 'Waiting for others',
  toReview: 'To review',
  toInspect: 'To inspect',
  toPack: 'To pack',
  arriving: 'Arriving',
  toConfirm: 'Asked',
  stored: 'Cold',
  shipped: 'Shipped',
  find: 'Find one by its imprint code',
  toConfirmMeans:
    'These passed and wait for the customer to say send or keep. After {days} days of silence they go to the cold room by themselves.',
  storedMeans:
    'One word from the customer moves them to packing. They are reminded every {every} days and {last} days before the end; on the last day they move to packing by themselves.',
}
