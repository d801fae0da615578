import type { ReviewView } from '../../../contract'
import { orderActions } from '../../../domain/actions'
import { addressRefusal, MASKED_DETAIL, maskName, maskPhone, type Address } from '../../../domain/address'
import type { Counter } from '../../../domain/catalogue/counter'
import { piecesByCounter, type OrderDoc } from '../../../domain/order/order'
import { picturesOf, type PictureVerdict } from '../../../domain/order/verdicts'
import { POLICY } from '../../../domain/policy'
import type { Instant } from '../../../domain/time'
import type { Words } from '../../../domain/words'
import { lineView, type Links } from './line-view'

type Check = ReviewView['checks'][number]

/** What was read beside the orders; `pictures` is WeChat's word on each by now. */
export interface Found {
  counters: readonly Counter[]
  links: Links
  pictures: Readonly<Record<string, PictureVerdict>>
}

/** An order on the reviewer's table with what the machine found (D1, D2). */
export function reviewView(order: OrderDoc, { counters, links, pictures }: Found, now: Instant): ReviewView {
  return {
    no: order._id,
    createdAt: order.createdAt,
    important: order.totalFen >= POLICY.importantFromFen,
    lines: order.lines.map((line) => lineView(line, links)),
    totalFen: order.totalFen,
    address: reviewedAddress(order),
    remark: order.remark,
    checks: [stockCheck(order, counters), addressCheck(order), contentCheck(order, pictures)],
    expectedSendDay: order.expectedSendDay,
    headline: order.headline,
    actions: orderActions(order, 'merchant', now),
  }
}

// D1: where it goes is part of the review; afterwards it is the packer's, and each look is recorded (I3).
function reviewedAddress({ address, state }: OrderDoc): Address {
  const masked = { ...address, name: maskName(address.name), phone: maskPhone(address.phone) }
  return state === 'inReview' ? masked : { ...masked, detail: MASKED_DETAIL }
}

/** Whether the order's fruit is sold for good: its counters no longer know it by name. */
export function isSoldForGood({ state }: Pick<OrderDoc, 'state'>): boolean {
  return state === 'accepted' || state === 'completed'
}

// Whether the pieces really are kept for this order: held, or sold once its payment has been taken in.
function stockCheck(order: OrderDoc, counters: readonly Counter[]): Check {
  const needed = Object.entries(piecesByCounter(order.lines))
  const kept = (id: string) => {
    const counter = counters.find(({ _id }) => _id === id)
    return Math.max(counter?.holds[order._id] ?? 0, counter?.sold[order._id] ?? 0)
  }
  const ok = isSoldForGood(order) || needed.every(([id, pieces]) => kept(id) >= pieces)
  const count = needed.reduce((sum, [, pieces]) => sum + pieces, 0)
  return {
    what: 'stock',
    ok,
    note: ok
      ? { zh: `${count} 枚已留好`, en: `${count} pieces are kept for it` }
      : { zh: `${count} 枚没有全部留住`, en: `not all of ${count} pieces are kept` },
  }
}

function addressCheck(order: OrderDoc): Check {
  const refusal = addressRefusal(order.address)
  return {
    what: 'address',
    ok: !refusal,
    note: refusal?.message ?? { zh: '地址完整，可送达', en: 'complete and within reach' },
  }
}

const FOUND: Record<PictureVerdict, Words> = {
  refused: { zh: '微信判定图片不能印，请拒绝', en: 'WeChat refuses the picture; please reject' },
  pending: { zh: '微信还在看图片，请先看一眼', en: 'WeChat is still looking at the picture; please look' },
  review: { zh: '机器拿不准，请看一眼', en: 'the machine is not sure; please look' },
  pass: { zh: '机器审核通过', en: 'passed by the machine' },
}

// Words were judged when the order was placed; a picture's verdict may have come since.
function contentCheck({ lines, verdicts }: OrderDoc, pictures: Found['pictures']): Check {
  const words = verdicts.filter(({ what, by }) => what !== 'picture' && by === 'wechat').map(({ verdict }) => verdict)
  const all = [...words, ...picturesOf(lines).map(({ pictureId }) => pictures[pictureId] ?? 'pending')]
  const worst = (['refused', 'pending', 'review'] as const).find((verdict) => all.includes(verdict)) ?? 'pass'
  return { what: 'content', ok: worst === 'pass', note: FOUND[worst] }
}
