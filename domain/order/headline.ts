import type { Words } from '../words'
import type { OrderDoc, Parcel } from './order'
import type { FulfilmentState } from '../fulfilment/machine'

/** The one word a shopper reads about an order, derived here and nowhere else. */
export type Headline =
  | 'toPay'
  | 'inReview'
  | 'outOfStock'
  | 'growing'
  | 'inspecting'
  | 'toConfirm'
  | 'cold'
  | 'toShip'
  | 'toReceive'
  | 'done'
  | 'cancelled'
  | 'afterSale'

export const HEADLINES: Record<Headline, Words> = {
  toPay: { zh: '待付款', en: 'To pay' },
  inReview: { zh: '审核中', en: 'In review' },
  outOfStock: { zh: '缺货', en: 'Out of stock' },
  growing: { zh: '定制中', en: 'Growing' },
  inspecting: { zh: '质检中', en: 'Inspecting' },
  toConfirm: { zh: '待确认发货', en: 'Say the word' },
  cold: { zh: '冷藏中', en: 'In cold storage' },
  toShip: { zh: '待发货', en: 'To ship' },
  toReceive: { zh: '待收货', en: 'To receive' },
  done: { zh: '已完成', en: 'Done' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  afterSale: { zh: '售后中', en: 'After-sale' },
}

const OF_PARCEL: Record<FulfilmentState, Headline> = {
  planned: 'growing',
  offered: 'growing',
  accepted: 'growing',
  stickered: 'growing',
  colouring: 'growing',
  harvested: 'growing',
  marked: 'growing',
  sentToHub: 'inspecting',
  received: 'inspecting',
  mismatched: 'inspecting',
  escalated: 'inspecting',
  passed: 'toConfirm',
  stored: 'cold',
  packing: 'toShip',
  shipped: 'toReceive',
  delivered: 'toReceive',
  // Its money is back; what the shopper waits for is in the other parcels.
  refunded: 'done',
}

// What needs the customer comes first, then what is furthest from the door.
const URGENCY: readonly Headline[] = ['toConfirm', 'cold', 'growing', 'inspecting', 'toShip', 'toReceive']

function headlineOfParcel(parcel: Parcel): Headline {
  return parcel.kind === 'ready' && parcel.state === 'planned' ? 'toShip' : OF_PARCEL[parcel.state]
}

/** Derives the headline from the order's own state, its holds and its parcels. */
export function headlineOf(order: Pick<OrderDoc, 'state' | 'holds' | 'parcels' | 'lines'>): Headline {
  if (order.holds.some((hold) => hold.kind === 'dispute')) return 'afterSale'
  if (order.state === 'cancelled') return 'cancelled'
  if (order.state === 'completed') return 'done'
  if (order.state === 'placed') return 'toPay'
  if (order.holds.some((hold) => hold.kind === 'outOfStock')) return 'outOfStock'
  if (order.state === 'inReview') return 'inReview'
  const headlines = Object.values(order.parcels).map(headlineOfParcel)
  const first = URGENCY.find((headline) => headlines.includes(headline))
  return first ?? (order.lines.some((line) => line.kind === 'custom') ? 'growing' : 'toShip')
}

/** The tabs of My Orders (F2) and the headlines each of them shows. */
export const ORDER_TABS = {
  toPay: ['toPay'],
  making: ['inReview', 'outOfStock', 'growing', 'inspecting'],
  toConfirm: ['toConfirm', 'cold'],
  toReceive: ['toShip', 'toReceive'],
  done: ['done'],
  cancelled: ['cancelled'],
  afterSale: ['afterSale'],
} as const satisfies Record<string, readonly Headline[]>

export type OrderTab = keyof typeof ORDER_TABS

export const ORDER_TAB_WORDS: Record<OrderTab | 'all', Words> = {
  all: { zh: '全部', en: 'All' },
  toPay: { zh: '待付款', en: 'To pay' },
  making: { zh: '定制中', en: 'In the making' },
  toConfirm: { zh: '待确认', en: 'To confirm' },
  toReceive: { zh: '待收货', en: 'To receive' },
  done: { zh: '已完成', en: 'Done' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  afterSale: { zh: '售后', en: 'After-sale' },
}
