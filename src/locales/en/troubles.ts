import type { Translated } from '../catalogue'
import type { troubles as zh } from '../zh/troubles'

export const troubles: Translated<typeof zh> = {
  title: 'Not delivered',
  count: '{count} not delivered',
  allGone: 'All of it has gone out',
  means:
    'Every message is on the messages page; these are the ones WeChat did not push. Money and fruit are tried until done.',
  none: 'Everything has been delivered',
  toShopper: 'To the customer',
  toMerchant: 'To the shop',
  toOrchard: 'To the orchard',
  followUp: 'Follow-up',
  failed: 'Not delivered',
  waiting: 'Still trying',
  done: 'Delivered',
  taskFailed: 'Not done',
  taskDone: 'Done',
  message: '“{title}”',
  since: 'Since {when}, {tries} tries',
  retry: 'Try again',
  retryAll: 'Try all again ({count})',
  progress: 'Trying {at} of {of}',
  doneOf: '{done} of {of} went out',
  went: 'Pushed to those who allowed it, on the messages page for the others',
  taskWent: 'This is done now',
  stillFailed: 'Still not: {why}',
  stillTrying: 'Not this time, tried again by itself: {why}',
  more: 'Show more',
  end: 'That is all',
  look: 'Look again',
}
