import type { Address } from '../../../domain/address'
import { imprintCode } from '../../../domain/codes'
import { tidyText } from '../../../domain/imprint/imprint'
import { watchedOrder } from '../../../domain/order/evolve'
import type { Cut, OrderDoc, OrderedImprint, OrderLine } from '../../../domain/order/order'
import { POLICY } from '../../../domain/policy'
import { reject } from '../../../domain/refusals'
import { later, type Instant } from '../../../domain/time'
import type { ImprintDoc } from '../../collections'
import type { Ports } from '../../ports/ports'
import type { Basket, BasketLine } from './basket'

const CODE_TRIES = 5

/** The id of a line in its order, by its place from 0. */
export const lineIdAt = (at: number): string => `L${at + 1}`

/** Gives every imprint a code of its own (O5) and answers the lines as they will be kept. */
export async function numberLines(
  ports: Ports,
  orderNo: string,
  basket: Basket,
  stencils: readonly string[][],
): Promise<OrderLine[]> {
  for (let tries = 0; tries < CODE_TRIES; tries++) {
    const lines = basket.lines.map((line, i) =>
      orderLine(line, lineIdAt(i), { code: imprintCode(ports.now(), ports.random(5)), stencils: stencils[i] }),
    )
    const codes = lines.flatMap(({ id, imprint }): ImprintDoc[] =>
      imprint ? [{ _id: imprint.code, orderNo, lineId: id }] : [],
    )
    if (codes.length === 0 || (await ports.db.insert('imprints', ...codes)) === 'inserted') return lines
  }
  return reject('BUSY')
}

function orderLine(
  { asked, product, pack, picture, counterId, unitFen, totalFen }: BasketLine,
  id: string,
  cut: Cut,
): OrderLine {
  const imprint = orderedImprint(asked.imprint, picture?.fileId ?? '', cut)
  return {
    id,
    productId: product._id,
    kind: product.kind,
    look: product.look,
    name: product.name,
    packName: pack.name,
    pieces: pack.pieces,
    packs: asked.packs,
    unitFen,
    totalFen,
    counterId,
    ...(product.kind === 'ready' ? { words: product.words } : imprint ? { imprint } : {}),
  }
}

function orderedImprint(imprint: BasketLine['asked']['imprint'], fileId: string, cut: Cut): OrderedImprint | undefined {
  if (!imprint) return undefined
  if (imprint.kind === 'text') return { ...imprint, text: tidyText(imprint.text), ...cut }
  return imprint.kind === 'motif' ? { ...imprint, ...cut } : { ...imprint, fileId, ...cut }
}

export interface NewOrder {
  no: string
  openid: string
  key: string
  at: Instant
  lines: OrderLine[]
  basket: Basket
  address: Address
  remark: string
  freightFen: number
  checked: Pick<OrderDoc, 'content' | 'verdicts'>
}

/** The order document as it is first written: placed, unpaid, with its deadline (O8). */
export function newOrder(asked: NewOrder): OrderDoc {
  const { no, openid, key, at, lines, basket, address, remark, freightFen, checked } = asked
  const totalFen = basket.goodsFen + freightFen
  const order: OrderDoc = {
    _id: no,
    version: 1,
    openid,
    requestKey: requestKeyOf(openid, key),
    createdAt: at,
    state: 'placed',
    headline: 'toPay',
    lines,
    address,
    remark: remark.trim(),
    goodsFen: basket.goodsFen,
    freightFen,
    totalFen,
    payment: { state: 'due', dueFen: totalFen, paidFen: 0, refundedFen: 0, attempts: [], refunds: [] },
    payBy: later(at, POLICY.payMinutes, 'minute'),
    expectedSendDay: basket.expectedSendDay,
    ...checked,
    holds: [],
    parcels: {},
    claims: {},
    history: [{ at, by: { actor: 'shopper', id: openid }, did: 'place', to: 'placed', key }],
    outbox: {},
    dueAt: at,
    trouble: 0,
  }
  return watchedOrder(order)
}

/** What makes a placing request unique; a repeat meets the index on it. */
export function requestKeyOf(openid: string, key: string): string {
  return `${openid}:${key}`
}
