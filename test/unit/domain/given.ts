import type { By } from '../../../domain/history'
import type { GrowthDates } from '../../../domain/catalogue/season'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import type { Actor } from '../../../domain/machine'
import type { OrderDoc, OrderLine, Parcel } from '../../../domain/order/order'
import { decideFulfilment, type FulfilmentCommand } from '../../../domain/fulfilment/decide'
import { evolveFulfilment } from '../../../domain/fulfilment/evolve'
import type { OrderCommand } from '../../../domain/order/command'
import { decideOrder } from '../../../domain/order/decide'
import { evolveOrder } from '../../../domain/order/evolve'
import { NEVER, type Instant } from '../../../domain/time'

/** The moment most stories begin: 5 September 2026, 09:00 in Shanghai. */
export const NINE: Instant = '2026-09-05T01:00:00.000Z'
export const ACTORS: readonly Actor[] = ['shopper', 'merchant', 'orchard', 'clock', 'wechat', 'system']

/** Somebody of that kind. */
export const by = (actor: Actor): By => ({ actor, id: `some-${actor}` })

export const customLine: OrderLine = {
  id: 'L1',
  productId: 'fuji',
  kind: 'custom',
  look: 'fuji',
  name: { zh: '红富士', en: 'Fuji' },
  packName: { zh: '12 枚', en: '12 pieces' },
  pieces: 12,
  packs: 1,
  unitFen: 12800,
  totalFen: 12800,
  counterId: 'season:fuji-2026',
  imprint: { kind: 'text', text: '生日快乐', face: 'hei', code: 'GY26-000000', stencils: ['S0'] },
}

const { imprint: _none, ...plainLine } = customLine
export const readyLine: OrderLine = {
  ...plainLine,
  id: 'L2',
  kind: 'ready',
  words: '囍',
  counterId: 'stock:fuji-xi-ready',
}

/** An order as it is just after placing: one custom line of ¥128, unpaid. */
export function anOrder(change: Partial<OrderDoc> = {}): OrderDoc {
  return {
    _id: 'GY2609057K3Q9CX',
    version: 1,
    openid: 'o-shopper-lin',
    requestKey: 'o-shopper-lin:first-tap',
    createdAt: NINE,
    state: 'placed',
    headline: 'toPay',
    lines: [customLine],
    address: {
      name: '小林',
      phone: '13800001234',
      province: '浙江',
      city: '杭州市',
      district: '西湖区',
      detail: '龙井路 1 号',
    },
    remark: '',
    goodsFen: 12800,
    freightFen: 0,
    totalFen: 12800,
    payment: { state: 'due', dueFen: 12800, paidFen: 0, refundedFen: 0, attempts: [], refunds: [] },
    payBy: '2026-09-05T01:30:00.000Z',
    expectedSendDay: '2026-10-29',
    content: 'pass',
    verdicts: [],
    holds: [],
    parcels: {},
    claims: {},
    history: [],
    outbox: {},
    dueAt: '2026-09-05T01:30:00.000Z',
    trouble: 0,
    ...change,
  }
}

/** The same order with its money received. */
export function paidOrder(change: Partial<OrderDoc> = {}): OrderDoc {
  const payment = {
    ...anOrder().payment,
    state: 'paid' as const,
    paidFen: 12800,
    transactionId: 'T1',
    paidWith: 'A1',
    paidAt: NINE,
  }
  return anOrder({ state: 'inReview', payment, ...change })
}

/** What an order knows of a parcel. */
export function aMirror(change: Partial<Parcel> = {}): Parcel {
  return { id: 'GY2609057K3Q9CX-F1', version: 1, kind: 'custom', state: 'planned', holds: [], ...change }
}

/** The days of a parcel that is marked by laser. */
export const LASER_DATES: GrowthDates = {
  technique: 'laser',
  harvestFrom: '2026-10-05',
  markOn: '2026-10-06',
  hubBy: '2026-10-08',
}

/** A custom parcel as it is just after planning. */
export function aParcel(change: Partial<FulfilmentDoc> = {}): FulfilmentDoc {
  return {
    _id: 'GY2609057K3Q9CX-F1',
    version: 1,
    orderNo: 'GY2609057K3Q9CX',
    openid: 'o-shopper-lin',
    kind: 'custom',
    state: 'planned',
    createdAt: NINE,
    lines: [customLine],
    code: 'GY26-000000',
    seasonId: 'fuji-2026',
    dates: {
      technique: 'mask',
      stickerOn: '2026-09-20',
      colouringFrom: '2026-09-23',
      harvestFrom: '2026-10-25',
      hubBy: '2026-10-27',
    },
    orchardId: null,
    declinedBy: [],
    acceptBy: null,
    expectedSendDay: '2026-10-29',
    storageDays: 120,
    holds: [],
    sheet: null,
    photos: [],
    inspections: [],
    place: null,
    storage: null,
    waybill: null,
    track: [],
    trackAt: null,
    deliveredAt: null,
    history: [],
    outbox: {},
    dueAt: NEVER,
    trouble: 0,
    ...change,
  }
}

/** When: one command on an order. Throws when it is refused. */
export function orderAfter(order: OrderDoc, actor: Actor, command: OrderCommand, at: Instant = NINE): OrderDoc {
  const decision = decideOrder(command, order, by(actor), at)
  if (!decision.ok) throw new Error(`${command.type}: ${decision.refusal.code}`)
  return evolveOrder(order, decision.events, by(actor), at)
}

/** When: one command on a parcel. Throws when it is refused. */
export function parcelAfter(
  parcel: FulfilmentDoc,
  actor: Actor,
  command: FulfilmentCommand,
  at: Instant = NINE,
): FulfilmentDoc {
  const decision = decideFulfilment(command, parcel, by(actor), at)
  if (!decision.ok) throw new Error(`${command.type}: ${decision.refusal.code}`)
  return evolveFulfilment(parcel, decision.events, by(actor), at)
}

/** Why an order refuses a command; null when it does not. */
export function orderRefusal(order: OrderDoc, actor: Actor, command: OrderCommand, at: Instant = NINE): string | null {
  const decision = decideOrder(command, order, by(actor), at)
  return decision.ok ? null : decision.refusal.code
}

/** Why a parcel refuses a command; null when it does not. */
export function parcelRefusal(
  parcel: FulfilmentDoc,
  actor: Actor,
  command: FulfilmentCommand,
  at: Instant = NINE,
): string | null {
  const decision = decideFulfilment(command, parcel, by(actor), at)
  return decision.ok ? null : decision.refusal.code
}

/** What waits in an outbox, by name. */
export function waiting(doc: Pick<OrderDoc | FulfilmentDoc, 'outbox'>): string[] {
  return Object.values(doc.outbox).map((entry) => entry.effect)
}
