import type { Template } from './template'

const CLAIM_PAGE = 'merchant/claim/index?id={id}'
const BENCH_PAGE = 'merchant/bench/index?id={id}'

/** What the merchant's people and the orchards are told (W2). */
export const TO_STAFF = {
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
    title: { zh: '有果没做对，请定怎么办', en: 'Fruit is still not right; please decide' },
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
  late: {
    to: 'orchard',
    title: { zh: '重做的果过了时限', en: 'The redone fruit are late' },
    body: {
      zh: '印码 {code}，{pieces} 枚：商家在定怎么办，定下之前寄来都收',
      en: 'Imprint {code}, {pieces} fruit: the shop is deciding; what you send until then counts',
    },
    fields: { character_string1: 'code', thing2: 'item' },
    page: 'orchard/job/index?id={id}',
  },
  notNeeded: {
    to: 'orchard',
    title: { zh: '不用再做，也不用再寄', en: 'No longer needed' },
    body: {
      zh: '印码 {code}，{pieces} 枚：商家已经另作安排',
      en: 'Imprint {code}, {pieces} fruit: the shop has decided otherwise; please do not send them',
    },
    fields: { character_string1: 'code', thing2: 'item' },
    page: 'orchard/week/index',
  },
} as const satisfies Record<string, Template>
