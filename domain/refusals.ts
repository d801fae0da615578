import { fill, type Params, type Words } from './words'

/** Every reason the business says no, with words a person can act on. The one home of these messages. */
export const REFUSALS = {
  INPUT_INVALID: { zh: '请检查填写的内容', en: 'Please check what you entered' },
  IMPRINT_EMPTY: { zh: '还没写字呢，写一句再下单', en: 'No words yet; write a line first' },
  IMPRINT_TOO_LONG: {
    zh: '这颗果放得下 {max} 个字，再短一点更好看',
    en: 'This fruit holds {max} characters; shorter looks better',
  },
  IMPRINT_TOO_MANY_LINES: { zh: '最多写 {most} 行', en: 'At most {most} lines' },
  IMPRINT_TOO_FINE: {
    zh: '最细的笔画 {mm} mm，印不清楚，换个字体或少写几个字',
    en: 'The thinnest stroke is {mm} mm and will blur; change the face or write less',
  },
  IMPRINT_TOO_FULL: { zh: '图样太满了，这种果印不了，换一个', en: 'The design covers too much for this fruit' },
  IMPRINT_TOO_PALE: { zh: '图样太淡了，印出来看不清', en: 'The design is too faint to be seen' },
  FACE_LACKS_CHARACTER: {
    zh: '这个字体里没有“{char}”，换个字体就行',
    en: 'This face has no “{char}”; another face will do',
  },
  SPREAD_UNEVEN: {
    zh: '{count} 个字分不匀 {pieces} 枚果，换个规格或字数',
    en: '{count} characters do not divide {pieces} fruit evenly; change the box or the words',
  },
  TOO_MANY_DESIGNS: { zh: '一单最多 {most} 种图样，分两单下吧', en: 'At most {most} designs in one order' },
  IMPRINT_UNPRINTABLE: {
    zh: '“{char}”印不出来，换成汉字、字母或数字',
    en: '“{char}” cannot be grown; use Chinese, letters or digits',
  },
  IMPRINT_MISSING: { zh: '定制的果要先写一句或传一张图', en: 'A custom fruit needs a line or a picture' },
  PICTURE_NOT_OFFERED: { zh: '这种果不印照片，印字或图案吧', en: 'This fruit takes words and motifs, not photos' },
  PICTURE_UNREADABLE: { zh: '这张图打不开，换一张 JPG 或 PNG', en: 'This picture cannot be opened; use a JPG or PNG' },
  PICTURE_TOO_PLAIN: {
    zh: '图里几乎没有可印的，调一下明暗再看',
    en: 'There is hardly anything to print; adjust light and dark',
  },
  PICTURE_TOO_BUSY: {
    zh: '图太细碎，印不清楚，简化一点或换一张',
    en: 'The picture is too busy to print; simplify it or take another',
  },
  PICTURE_WITHDRAWN: {
    zh: '有一张图被微信判定不能印，先别打印，请联系商家',
    en: 'WeChat has refused one of the pictures; do not print it and call the shop',
  },
  PICTURE_UNKNOWN: { zh: '没找到这张图，请重新上传', en: 'That picture was not found; please upload it again' },
  CONTENT_REFUSED: { zh: '这句话不能印，换一句吧', en: 'This line cannot be printed; try another' },
  PICTURE_REFUSED: { zh: '这张图不能印，换一张吧', en: 'This picture cannot be printed; try another' },
  PRODUCT_UNKNOWN: { zh: '没有这种果，可能已下架', en: 'No such fruit; it may be off the shelf' },
  PACK_UNKNOWN: { zh: '没有这个规格，请重新选择', en: 'No such pack; please choose again' },
  OUT_OF_SEASON: { zh: '{name}今年已经贴完字了，明年再写', en: '{name} is done for this year; write again next year' },
  NOT_YET_IN_SEASON: { zh: '{name}{day}开始接单', en: 'Orders for {name} open on {day}' },
  SOLD_OUT: { zh: '{name}只剩 {left} 枚，这一批不够了', en: 'Only {left} left of {name}; this batch falls short' },
  PRICE_CHANGED: {
    zh: '价格变了，现在是 ¥{price}，确认后再下单',
    en: 'The price is now ¥{price}; please confirm and order again',
  },
  NAME_MISSING: { zh: '请填收件人', en: 'Please say who receives it' },
  PHONE_INVALID: { zh: '手机号要 11 位，以 1 开头', en: 'A mobile number has 11 digits and begins with 1' },
  ADDRESS_INCOMPLETE: { zh: '地址还差一点，请补全', en: 'The address is incomplete' },
  REGION_UNKNOWN: { zh: '没有这个省份，请重新选择', en: 'No such province; please choose again' },
  ORDER_UNKNOWN: { zh: '没有找到这个订单', en: 'Order not found' },
  ALREADY_PAID: { zh: '已经付过了，不用再付', en: 'Already paid; no need to pay again' },
  PAYMENT_EXPIRED: { zh: '付款时间已过，订单已取消，请重新下单', en: 'The time to pay has passed; please order again' },
  PAYMENT_UNAVAILABLE: { zh: '微信支付没有回应，稍后再试', en: 'WeChat Pay did not answer; try again later' },
  PAYMENT_SHEETS_USED_UP: {
    zh: '这一单付款试得太多次了，请重新下单',
    en: 'Too many tries to pay this order; please order again',
  },
  SENT_BACK_TOO_OFTEN: {
    zh: '已经退回果园 {most} 次了，请先和果园商量',
    en: 'Sent back {most} times already; please talk to the orchard first',
  },
  SOME_JUDGED_BAD: {
    zh: '有 {count} 枚判了不一致，不能整件通过',
    en: '{count} fruit were judged not to match; the whole parcel cannot pass',
  },
  FRUIT_UNKNOWN: { zh: '这一件里没有第 {fruit} 枚', en: 'There is no fruit number {fruit} in this parcel' },
  JUDGED_TOO_MANY: {
    zh: '一件最多逐枚判 {most} 枚，其余请一起判',
    en: 'At most {most} fruit are judged one by one; please judge the rest together',
  },
  PHOTO_GONE: { zh: '这张照片不见了，请再拍一张', en: 'That photo is gone; please take another' },
  PHOTO_UNREADABLE: { zh: '这张照片打不开，请再拍一张', en: 'This photo cannot be opened; please take another' },
  NO_ROOM_ELSEWHERE: {
    zh: '别的果园都没有空位了，让原果园再试，或退款',
    en: 'No other orchard has room; let the same one try again, or refund',
  },
  COMPARISON_UNKNOWN: {
    zh: '这次比对不是这一枚的，请重新拍',
    en: 'That comparison is of another fruit; please take a new photo',
  },
  DESIGN_GONE: { zh: '订单的图样不在了，请用眼睛比', en: 'The ordered design is gone; please compare by eye' },
  PRINTED_TOO_OFTEN: {
    zh: '已经打印 {most} 次了，不再打印',
    en: 'Printed {most} times already; no more',
  },
  SHEET_TOO_LONG: {
    zh: '一批最多 {most} 张贴纸，请分几批打印',
    en: 'A batch has {most} stickers at most; please print in parts',
  },
  NOT_ALLOWED_NOW: {
    zh: '现在不能这样做，状态已变，请刷新',
    en: 'Not possible now; the state has changed, please refresh',
  },
  OTHER_TECHNIQUE: {
    zh: '这批果是{technique}，没有这一步',
    en: 'This fruit is done by another technique ({technique}); there is no such step',
  },
  NOT_YOURS: { zh: '您没有权限做这件事', en: 'You may not do this' },
  HOLD_OPEN: { zh: '还有未解除的保留：{hold}', en: 'Still on hold: {hold}' },
  REFUND_TOO_MUCH: { zh: '最多退 ¥{most}', en: 'At most ¥{most} can be refunded' },
  CLAIM_OPEN: {
    zh: '这一单的售后正在处理，等它有结果',
    en: 'A claim on this order is being handled; please wait for it',
  },
  CLAIM_TOO_LATE: { zh: '收货 {days} 天后不能再申请售后', en: 'A claim can be made within {days} days of receipt' },
  CLAIMS_USED_UP: {
    zh: '这一单已申请过 {most} 次，请联系商家',
    en: '{most} claims were made already; please contact us',
  },
  CLAIM_UNKNOWN: { zh: '没有找到这次售后', en: 'Claim not found' },
  REASON_MISSING: { zh: '请写明原因', en: 'Please give a reason' },
  ALREADY_PLACED: {
    zh: '上一单 {no} 已经下好了，内容和这次不同，请到我的订单看看',
    en: 'Order {no} went through before and differs from this one; please look at My Orders',
  },
  FULFILMENT_UNKNOWN: {
    zh: '没有找到这份活计，可能已交给别家',
    en: 'This piece of work was not found; it may have gone to another orchard',
  },
  IMPRINT_CODE_UNKNOWN: { zh: '没有这个印码：{code}', en: 'No such imprint code: {code}' },
  IMPRINT_CODE_MISTYPED: {
    zh: '印码打错了一位，请对照标签再输一次',
    en: 'The imprint code has a typo; compare it with the label',
  },
  CARRIER_UNKNOWN: { zh: '没有这家快递，请重新选择', en: 'No such carrier; please choose again' },
  WAYBILL_INVALID: { zh: '运单号是 8 到 20 位字母或数字', en: 'A waybill number has 8 to 20 letters or digits' },
  WAYBILL_USED: { zh: '这个运单号已经用在 {parcel}', en: 'This waybill number is already used for {parcel}' },
  COLD_ROOM_FULL: { zh: '冷库没有空位了，请先腾出位置', en: 'The cold room is full; free a place first' },
  NO_ORCHARD: { zh: '没有果园能接这份活，请人工处理', en: 'No orchard can take this; please allot it by hand' },
  BUSY: { zh: '刚才有人也在改，请再试一次', en: 'Somebody else changed it just now; please try again' },
  PROCEDURE_UNKNOWN: { zh: '没有这个功能，请更新小程序', en: 'No such function; please update the mini-program' },
  FAILED: { zh: '出了点问题，刚才的改动还在。再试一次', en: 'Something went wrong; your change is kept. Try again' },
} as const satisfies Record<string, Words>

export type RefusalCode = keyof typeof REFUSALS

/** A typed no: a code for programs, words for people, and the field at fault where there is one. */
export interface Refusal {
  code: RefusalCode
  message: Words
  field?: string
  details?: Record<string, string | number>
}

/** Builds a refusal; `params` fill the message by language and are kept as details, words by their Chinese. */
export function refuse(code: RefusalCode, params: Params = {}, field?: string): Refusal {
  return {
    code,
    message: fill(REFUSALS[code], params),
    ...(field ? { field } : {}),
    ...(Object.keys(params).length > 0 ? { details: plain(params) } : {}),
  }
}

const plain = (params: Params) =>
  Object.fromEntries(Object.entries(params).map(([key, value]) => [key, typeof value === 'object' ? value.zh : value]))

/** A refusal on its way up through a use case; the router turns it into the answer. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(`${refusal.code}: ${refusal.message.en}`)
    this.name = 'Refused'
  }
}

/** Shorthand for `throw new Refused(refuse(...))` in expressions. */
export function reject(code: RefusalCode, params: Params = {}, field?: string): never {
  throw new Refused(refuse(code, params, field))
}
