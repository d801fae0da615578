import type { Input } from '../../../contract'
import type { Address } from '../../../domain/address'
import { tidyText, type Imprint } from '../../../domain/imprint/imprint'
import type { OrderDoc, OrderLine } from '../../../domain/order/order'

type Asked = Input<'orders.place'>

/** The address as it is kept: without the blanks that typing leaves. */
export function tidyAddress(asked: Address): Address {
  return {
    ...asked,
    name: asked.name.trim(),
    phone: asked.phone.replace(/[\s-]/g, ''),
    detail: asked.detail.trim(),
  }
}

/** Whether an order is what this request asked for: the same fruit and words, to the same door, at the same price. */
export function isSameRequest(order: OrderDoc, asked: Asked): boolean {
  const { lines, address, remark, expectedTotalFen } = asked
  return (
    order.totalFen === expectedTotalFen &&
    order.remark === remark.trim() &&
    sameAddress(order.address, tidyAddress(address)) &&
    order.lines.length === lines.length &&
    order.lines.every((line, i) => sameLine(line, lines[i]))
  )
}

function sameAddress(one: Address, two: Address): boolean {
  return (Object.keys(two) as (keyof Address)[]).every((part) => one[part] === two[part])
}

// Packs of one product differ in price, which the total compares.
function sameLine(line: OrderLine, { productId, packs, imprint }: Asked['lines'][number]): boolean {
  if (line.productId !== productId || line.packs !== packs) return false
  const kept = line.imprint
  if (!kept || !imprint) return line.kind === 'ready' || kept === imprint
  return saidBy(kept) === saidBy(imprint)
}

// Whatever was added to it since: what the customer chose, in one order of words.
function saidBy(imprint: Imprint): string {
  if (imprint.kind === 'picture') return imprint.pictureId
  if (imprint.kind === 'motif') return imprint.motif
  const { text, face, direction = 'rows', spread, frame, mend } = imprint
  return JSON.stringify([tidyText(text), face, direction, spread, frame, mend])
}
