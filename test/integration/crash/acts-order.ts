import { ADDRESS, FANG, LIN, READY_APPLES } from '../support/orders'
import type { TestCloud } from '../support/cloud'
import { ask, clockAct, orderOf, tap, times, type Act } from './act'
import { ONE_EACH, TWO_COUNTERS, type Known, type Lines } from './stages'

function placing(lines: Lines, price: keyof Known['totalFen']): Pick<Act, 'make' | 'done' | 'touches'> {
  return {
    make: (shop, { totalFen }, key) =>
      ask(shop, LIN, 'orders.place', { key, lines, address: ADDRESS, remark: '', expectedTotalFen: totalFen[price] }),
    done: ({ documents }) => documents.orders.length === 1 && documents.orders[0].state === 'placed',
    touches: ['orders'],
  }
}

const notice = (outTradeNo: string, shop: TestCloud) =>
  shop.cloud.machine.invoker.invoke({ name: 'payment', event: { outTradeNo }, identity: {}, source: 'service' })

/** The shopper pays on WeChat's sheet, and WeChat's notice comes; a second one is as good as the first. */
const paying: Pick<Act, 'make' | 'again'> = {
  make: (shop, { sheet }) => shop.usePaymentSheet(LIN, sheet).then(() => 'ok'),
  again: async (shop, { no }) => void (await notice(`${no}P1`, shop)),
}

const state =
  (wanted: string, did: string): Act['done'] =>
  (dump, known) => {
    const order = orderOf(dump, known)
    return order.state === wanted && times(order, did) === 1
  }
const refunded =
  (did: string): Act['done'] =>
  (dump, known) =>
    state('cancelled', did)(dump, known) &&
    orderOf(dump, known).payment.state === 'refunded' &&
    dump.wechat.refunds.length === 1

const parcels =
  (count: number): Act['done'] =>
  (dump, known) =>
    state('accepted', 'approve')(dump, known) && dump.documents.fulfilments.length === count

/** From the basket to the accepted or cancelled order. */
export const ORDER_ACTS: readonly Act[] = [
  { name: 'place an order', from: 'arrived', ...placing(ONE_EACH, 'custom') },
  { name: 'place an order that draws from two counters', from: 'cutBefore', ...placing(TWO_COUNTERS, 'two') },
  { name: 'place an order of ready stock', from: 'arrived', ...placing(READY_APPLES, 'ready') },
  {
    name: 'place an order whose second fruit is sold out',
    from: 'lastBox',
    ...placing(TWO_COUNTERS, 'two'),
    done: ({ documents }) => documents.orders.length === 0,
    refusals: ['SOLD_OUT'],
  },
  {
    name: 'open the payment sheet',
    from: 'placed',
    ...tap(LIN, 'orders.pay'),
    done: (dump, known) => orderOf(dump, known).payment.attempts.length === 1,
  },
  { name: 'take the payment notice', from: 'sheet', ...paying, done: state('inReview', 'settle') },
  {
    name: 'take the payment notice of ready stock',
    from: 'readySheet',
    ...paying,
    done: (dump, known) =>
      state('accepted', 'settleReady')(dump, known) && dump.documents.fulfilments[0]?.state === 'packing',
  },
  { name: 'take a payment after the cancellation', from: 'cancelledButOpen', ...paying, done: refunded('settleLate') },
  {
    name: 'take a payment of a wrong amount',
    from: 'anotherPrice',
    ...paying,
    done: (dump, known) => {
      const { strays = [] } = orderOf(dump, known).payment
      return strays.length === 1 && strays[0].sentBackAt !== undefined && dump.wechat.refunds.length === 1
    },
  },
  {
    name: 'check the payment when its notice was lost',
    from: 'unnoticed',
    ...tap(LIN, 'orders.checkPayment'),
    done: state('inReview', 'settle'),
  },
  { name: 'cancel an unpaid order', from: 'sheet', ...tap(LIN, 'orders.cancel'), done: state('cancelled', 'cancel') },
  { name: 'cancel a paid order', from: 'paid', ...tap(LIN, 'orders.cancel'), done: refunded('cancel') },
  {
    name: 'expire an unpaid order (clock)',
    from: 'sheet',
    ...clockAct((dump, known) => orderOf(dump, known).payBy),
    done: state('cancelled', 'expire'),
  },
  {
    name: 'find a payment instead of expiring (clock)',
    from: 'unnoticed',
    ...clockAct((dump, known) => orderOf(dump, known).payBy),
    done: state('inReview', 'settle'),
  },
  { name: 'approve', from: 'paid', ...tap(FANG, 'review.approve'), done: parcels(1) },
  { name: 'approve an order of two parcels', from: 'twoPaid', ...tap(FANG, 'review.approve'), done: parcels(2) },
  {
    name: 'reject',
    from: 'paid',
    ...tap(FANG, 'review.reject', { reason: '字太密，晒不清楚' }),
    done: refunded('reject'),
  },
  {
    name: 'take the notice of a refund',
    from: 'refunding',
    make: async (shop) => void (await shop.cloud.clock.advance(1000)),
    done: refunded('cancel'),
  },
]
