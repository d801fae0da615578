import type { Duty } from '../duties'
import type { Words } from '../words'

export type Audience = 'shopper' | 'merchant' | 'orchard'

/** What a message may speak of; filled from the order or fulfilment it belongs to. */
export type Fact =
  | 'no'
  | 'item'
  | 'expected'
  | 'code'
  | 'amount'
  | 'step'
  | 'reason'
  | 'lastDay'
  | 'carrier'
  | 'waybill'
  | 'acceptBy'
  | 'sentBack'
  | 'stuck'
  | 'claimed'
  | 'settled'
  | 'pieces'
  | 'back'

/** One subscribe-message template: who gets it, its words, its WeChat fields, and the page it opens (F4, W2). */
export interface Template {
  to: Audience
  /** Whose work it is among the merchant's staff; owners are told everything. */
  duty?: Duty
  title: Words
  body: Words
  /** WeChat field key → fact. Key prefixes carry WeChat's length rules (thing ≤ 20, character_string ≤ 32, date, amount). */
  fields: Readonly<Record<string, Fact>>
  /** Page path; `{id}`, `{no}` and `{code}` are filled in. */
  page: string
}

const ORDER_PAGE = 'pages/order/index?no={no}'
const CLAIM_PAGE = 'merchant/claim/index?id={id}'
const BENCH_PAGE = 'merchant/bench/index?id={id}'

export const TEMPLATES = {
  paid: {
    to: 'shopper',
    title: { zh: '收到了', en: 'Got it' },
    body: { zh: '单号 {no}，{item}，预计 {expected} 寄出', en: 'Order {no}, {item}, to be sent about {expected}' },
    fields: { character_string1: 'no', thing2: 'item', date3: 'expected', amount4: 'amount' },
    page: ORDER_PAGE,
  },
  approved: {
    to: 'shopper',
    title: { zh: '审核通过，找果园去了', en: 'Approved; finding an orchard' },
    body: { zh: '{item}，预计 {expected} 寄出', en: '{item}, to be sent about {expected}' },
    fields: { character_string1: 'no', thing2: 'item', date3: 'expected' },
    page: ORDER_PAGE,
  },
  rejected: {
    to: 'shopper',
    title: { zh: '这一单做不了，已退款', en: 'We cannot make this one; refunded' },
    body: { zh: '原因：{reason}', en: 'Reason: {reason}' },
    fields: { character_string1: 'no', thing2: 'reason', amount3: 'amount' },
    page: ORDER_PAGE,
  },
  cancelled: {
    to: 'shopper',
    title: { zh: '已取消，钱在退回', en: 'Cancelled; the money is on its way back' },
    body: { zh: '单号 {no}，退款 {amount}', en: 'Order {no}, refund {amount}' },
    fields: { character_string1: 'no', thing2: 'item', amount3: 'amount' },
    page: ORDER_PAGE,
  },
  expired: {
    to: 'shopper',
    title: { zh: '没来得及付款，订单已取消', en: 'Not paid in time; the order is cancelled' },
    body: { zh: '{item}，想要的话再下一单', en: '{item}; order again if you still want it' },
    fields: { character_string1: 'no', thing2: 'item' },
    page: ORDER_PAGE,
  },
  paidTooLate: {
    to: 'shopper',
    title: { zh: '付款到得晚了，钱在退回', en: 'The payment came too late and is being refunded' },
    body: { zh: '单号 {no} 已取消，退款 {amount}', en: 'Order {no} was cancelled, refund {amount}' },
    fields: { character_string1: 'no', thing2: 'item', amount3: 'amount' },
    page: ORDER_PAGE,
  },
  sentBack: {
    to: 'shopper',
    title: { zh: '有一笔付款没用上，在退回', en: 'A payment was not needed and is being sent back' },
    body: { zh: '单号 {no}，退款 {sentBack}', en: 'Order {no}, refund {sentBack}' },
    fields: { character_string1: 'no', thing2: 'item', amount3: 'sentBack' },
    page: ORDER_PAGE,
  },
  growth: {
    to: 'shopper',
    title: { zh: '它长到新的一步了', en: 'It has grown a step further' },
    body: { zh: '{item}：{step}', en: '{item}: {step}' },
    fields: { character_string1: 'no', thing2: 'item', thing3: 'step' },
    page: ORDER_PAGE,
  },
  confirmSend: {
    to: 'shopper',
    title: { zh: '长好了，等您一句话', en: 'Grown. Say the word' },
    body: { zh: '{item}，现在寄，还是先替您冷藏？', en: '{item}: send now, or keep it cold for you?' },
    fields: { character_string1: 'no', thing2: 'item', date3: 'lastDay' },
    page: ORDER_PAGE,
  },
  redoing: {
    to: 'shopper',
    title: { zh: '有几枚和您要的不一样，在重做', en: 'Some are not as you ordered; being redone' },
    body: {
      zh: '{item}，{pieces} 枚，预计 {expected} 寄出',
      en: '{item}, {pieces} fruit, to be sent about {expected}',
    },
    fields: { character_string1: 'no', thing2: 'item', date3: 'expected' },
    page: ORDER_PAGE,
  },
  delayed: {
    to: 'shopper',
    title: { zh: '有几枚还没做好，我们在想办法', en: 'Some are still not right; we are on it' },
    body: {
      zh: '{item}，{pieces} 枚，两天内告诉您怎么办',
      en: '{item}, {pieces} fruit; you will hear from us within two days',
    },
    fields: { character_string1: 'no', thing2: 'item' },
    page: ORDER_PAGE,
  },
  replanned: {
    to: 'shopper',
    title: { zh: '换一家果园，重新长', en: 'Another orchard grows them anew' },
    body: {
      zh: '{item}，{pieces} 枚，预计 {expected} 寄出',
      en: '{item}, {pieces} fruit, to be sent about {expected}',
    },
    fields: { character_string1: 'no', thing2: 'item', date3: 'expected' },
    page: ORDER_PAGE,
  },
  partRefunded: {
    to: 'shopper',
    title: { zh: '有几枚做不成，钱在退回', en: 'Some cannot be grown; the money is on its way back' },
    body: { zh: '{item}，{pieces} 枚，单号 {no}', en: '{item}, {pieces} fruit, order {no}' },
    fields: { character_string1: 'no', thing2: 'item' },
    page: ORDER_PAGE,
  },
  cold: {
    to: 'shopper',
    title: { zh: '替您收在冷库了', en: 'Kept cold for you' },
    body: { zh: '{item}，最晚 {lastDay} 寄出', en: '{item}; must leave by {lastDay}' },
    fields: { character_string1: 'no', thing2: 'item', date3: 'lastDay' },
    page: ORDER_PAGE,
  },
  reminder: {
    to: 'shopper',
    title: { zh: '还在冷库里等您', en: 'Still waiting in the cold room' },
    body: { zh: '{item}，最晚 {lastDay} 寄出，想好就说一声', en: '{item}; must leave by {lastDay}, just say the word' },
    fields: { character_string1: 'no', thing2: 'item', date3: 'lastDay' },
    page: ORDER_PAGE,
  },
  lastDay: {
    to: 'shopper',
    title: { zh: '冷藏到期，今天给您寄', en: 'Storage has ended; we send it today' },
    body: { zh: '{item}，寄往下单时的地址', en: '{item}, to the address of the order' },
    fields: { character_string1: 'no', thing2: 'item' },
    page: ORDER_PAGE,
  },
  shipped: {
    to: 'shopper',
    title: { zh: '寄出了', en: 'On its way' },
    body: { zh: '{item}，{carrier} {waybill}', en: '{item}, {carrier} {waybill}' },
    fields: { character_string1: 'no', thing2: 'item', thing3: 'carrier', character_string4: 'waybill' },
    page: ORDER_PAGE,
  },
  delivered: {
    to: 'shopper',
    title: { zh: '到了', en: 'Delivered' },
    body: { zh: '{item} 已签收，尝一口再来说说', en: '{item} was delivered; have a bite and tell us' },
    fields: { character_string1: 'no', thing2: 'item' },
    page: ORDER_PAGE,
  },
  toReview: {
    to: 'merchant',
    duty: 'reviewer',
    title: { zh: '有新单要审', en: 'A new order to review' },
    body: { zh: '{no}，{item}', en: '{no}, {item}' },
    fields: { character_string1: 'no', thing2: 'item' },
    page: 'merchant/review/index?no={no}',
  },
  arriving: {
    to: 'merchant',
    duty: 'inspector',
    title: { zh: '果子在路上', en: 'Fruit is on its way to the hub' },
    body: { zh: '{item}，印码 {code}', en: '{item}, imprint code {code}' },
    fields: { character_string1: 'code', thing2: 'item' },
    page: 'merchant/intake/index?code={code}',
  },
  toPack: {
    to: 'merchant',
    duty: 'warehouse',
    title: { zh: '可以打包了', en: 'Ready to pack' },
    body: { zh: '{no}，{item}', en: '{no}, {item}' },
    fields: { character_string1: 'no', thing2: 'item' },
    page: 'merchant/packing/index',
  },
  escalated: {
    to: 'merchant',
    duty: 'support',
    title: { zh: '又没对上，请定怎么办', en: 'Failed again; please decide' },
    body: { zh: '印码 {code}，{pieces} 枚：{reason}', en: 'Imprint {code}, {pieces} fruit: {reason}' },
    fields: { character_string1: 'code', thing2: 'reason' },
    page: BENCH_PAGE,
  },
  undecided: {
    to: 'merchant',
    duty: 'owner',
    title: { zh: '没对上的果还没定', en: 'Nobody has decided on failed fruit' },
    body: { zh: '印码 {code}，{pieces} 枚，顾客在等', en: 'Imprint {code}, {pieces} fruit; the customer waits' },
    fields: { character_string1: 'code', thing2: 'item' },
    page: BENCH_PAGE,
  },
  stuck: {
    to: 'merchant',
    duty: 'support',
    title: { zh: '有件事没办成，请看一眼', en: 'Something did not go through; please look' },
    body: { zh: '{no}，{item}：{stuck}', en: '{no}, {item}: {stuck}' },
    fields: { character_string1: 'no', thing2: 'item', thing3: 'stuck' },
    page: 'merchant/troubles/index',
  },
  claimMade: {
    to: 'merchant',
    duty: 'support',
    title: { zh: '有新的售后', en: 'A new claim' },
    body: { zh: '{no}：{reason}，申请退 {claimed}', en: '{no}: {reason}; asks for {claimed}' },
    fields: { character_string1: 'no', thing2: 'reason', amount3: 'claimed' },
    page: CLAIM_PAGE,
  },
  claimEscalated: {
    to: 'merchant',
    duty: 'support',
    title: { zh: '顾客不同意，请再看一次', en: 'The customer insists; please look again' },
    body: { zh: '{no}：{reason}', en: '{no}: {reason}' },
    fields: { character_string1: 'no', thing2: 'reason' },
    page: CLAIM_PAGE,
  },
  claimOverdue: {
    to: 'merchant',
    duty: 'owner',
    title: { zh: '售后过时没有答复', en: 'A claim was not answered in time' },
    body: { zh: '{no}，请今天处理', en: '{no}; please handle it today' },
    fields: { character_string1: 'no', thing2: 'reason' },
    page: CLAIM_PAGE,
  },
  goodsComing: {
    to: 'merchant',
    duty: 'support',
    title: { zh: '退货在路上', en: 'Returned fruit is on its way' },
    body: { zh: '{no}，{carrier} {waybill}', en: '{no}, {carrier} {waybill}' },
    fields: { character_string1: 'no', thing2: 'carrier', character_string3: 'waybill' },
    page: CLAIM_PAGE,
  },
  claimAgreed: {
    to: 'shopper',
    title: { zh: '同意退货，请寄回', en: 'Agreed; please send it back' },
    body: { zh: '单号 {no}，收到后退款', en: 'Order {no}; refunded once it is here' },
    fields: { character_string1: 'no', thing2: 'item' },
    page: ORDER_PAGE,
  },
  claimRefused: {
    to: 'shopper',
    title: { zh: '售后没有通过', en: 'Your claim was not accepted' },
    body: { zh: '原因：{reason}。下一步请看订单', en: 'Reason: {reason}. See the order for what you can do' },
    fields: { character_string1: 'no', thing2: 'reason' },
    page: ORDER_PAGE,
  },
  goodsBack: {
    to: 'shopper',
    title: { zh: '退回的果收到了', en: 'The returned fruit is here' },
    body: { zh: '单号 {no}，看过就退款', en: 'Order {no}; refunded once we have looked' },
    fields: { character_string1: 'no', thing2: 'item' },
    page: ORDER_PAGE,
  },
  claimSettled: {
    to: 'shopper',
    title: { zh: '售后办好了，钱在退回', en: 'Settled; the money is on its way back' },
    body: { zh: '单号 {no}，退款 {settled}', en: 'Order {no}, refund {settled}' },
    fields: { character_string1: 'no', thing2: 'item', amount3: 'settled' },
    page: ORDER_PAGE,
  },
  claimLapsed: {
    to: 'shopper',
    title: { zh: '售后过期，已结束', en: 'Your claim has run out' },
    body: { zh: '单号 {no}，没有等到您的下一步', en: 'Order {no}; your next step did not come in time' },
    fields: { character_string1: 'no', thing2: 'item' },
    page: ORDER_PAGE,
  },
  offered: {
    to: 'orchard',
    title: { zh: '新邀约', en: 'New work offered' },
    body: { zh: '{item}，请在 {acceptBy} 前答复', en: '{item}; please answer by {acceptBy}' },
    fields: { character_string1: 'code', thing2: 'item', date3: 'acceptBy' },
    page: 'orchard/job/index?id={id}',
  },
  mismatch: {
    to: 'orchard',
    title: { zh: '和订单不一致，请重做', en: 'Differs from the order; please redo' },
    body: {
      zh: '印码 {code}，{pieces} 枚：{reason}，{back} 前再寄',
      en: 'Imprint {code}, {pieces} fruit: {reason}; send again by {back}',
    },
    fields: { character_string1: 'code', thing2: 'reason', date3: 'back' },
    page: 'orchard/job/index?id={id}',
  },
} as const satisfies Record<string, Template>

export type TemplateKey = keyof typeof TEMPLATES
