import type { Words } from '../domain/words'

export type Seat = 'shopper' | 'merchant' | 'orchard'

/** Somebody the workbench can hand a phone to. */
export interface Person {
  openid: string
  name: Words
}

/** The three phones: who may hold each, its first page, and the function that answers for its messages. */
export const SEATS: Record<
  Seat,
  { title: Words; start: string; inbox: { fn: string; list: string; read: string }; people: Person[] }
> = {
  shopper: {
    title: { zh: '顾客', en: 'Shopper' },
    start: 'pages/home/index',
    inbox: { fn: 'shop', list: 'inbox.list', read: 'inbox.read' },
    people: [
      { openid: 'o-shopper-lin', name: { zh: '小林', en: 'Lin' } },
      { openid: 'o-shopper-chen', name: { zh: '陈晨', en: 'Chen' } },
    ],
  },
  merchant: {
    title: { zh: '商家', en: 'Merchant' },
    start: 'merchant/desk/index',
    inbox: { fn: 'merchant', list: 'merchantInbox.list', read: 'merchantInbox.read' },
    people: [
      { openid: 'o-merchant-fang', name: { zh: '阿芳（店主）', en: 'Fang (owner)' } },
      { openid: 'o-merchant-zhou', name: { zh: '小周（质检、仓库）', en: 'Zhou (inspector, warehouse)' } },
    ],
  },
  orchard: {
    title: { zh: '果园', en: 'Orchard' },
    start: 'orchard/week/index',
    inbox: { fn: 'orchard', list: 'orchardInbox.list', read: 'orchardInbox.read' },
    people: [
      { openid: 'o-orchard-qixia', name: { zh: '栖霞一号园', en: 'Qixia No. 1' } },
      { openid: 'o-orchard-tianshui', name: { zh: '天水花牛园', en: 'Tianshui' } },
      { openid: 'o-orchard-danling', name: { zh: '丹棱春见园', en: 'Danling' } },
      { openid: 'o-orchard-fufeng', name: { zh: '扶风青苹园', en: 'Fufeng' } },
      { openid: 'o-orchard-tancheng', name: { zh: '郯城霜桃园', en: 'Tancheng' } },
      { openid: 'o-orchard-pinghe', name: { zh: '平和蜜柚园', en: 'Pinghe' } },
    ],
  },
}

export const SEAT_NAMES = Object.keys(SEATS) as Seat[]
