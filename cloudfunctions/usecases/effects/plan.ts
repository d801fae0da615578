import { expectedSendDay, growthDates, type Season } from '../../../domain/catalogue/season'
import type { Effect } from '../../../domain/effects'
import { watchedFulfilment } from '../../../domain/fulfilment/evolve'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { queue } from '../../../domain/message/outbox'
import { parcelId, parcelLines, type OrderDoc, type OrderLine } from '../../../domain/order/order'
import type { Product } from '../../../domain/catalogue/product'
import { dayOf, NEVER, type Instant } from '../../../domain/time'
import type { Ports } from '../../ports/ports'
import { changeFulfilment } from '../core/change'
import { readByIds } from '../core/read-all'
import { relay } from '../core/relay'
import { bySystem } from './system'

/**
 * Splits an accepted order into parcels (D4): one per custom line, one for all ready lines. A parcel's number is fixed by
 * the lines, so that planning twice makes nothing twice; custom parcels then look for an orchard, ready ones go to packing.
 */
export async function plan(ports: Ports, order: OrderDoc): Promise<void> {
  const products = await readByIds(
    ports,
    'products',
    order.lines.map((line) => line.productId),
  )
  const seasons = await readByIds(
    ports,
    'seasons',
    products.flatMap((product) => (product.kind === 'custom' ? [product.seasonId] : [])),
  )
  const planned = parcelLines(order.lines).map((lines, i) =>
    newParcel(order, i + 1, lines, products, seasons, ports.now()),
  )
  for (const parcel of await written(ports, planned)) {
    if (parcel.kind === 'ready') await pick(ports, parcel)
    else if (parcel.version === 1) await relay(ports, 'fulfilments', parcel)
  }
}

// All in one write; if some were there already, all as they now are.
async function written(ports: Ports, planned: FulfilmentDoc[]): Promise<FulfilmentDoc[]> {
  if ((await ports.db.insert('fulfilments', ...planned)) === 'inserted') return planned
  const known = new Map(
    (
      await readByIds(
        ports,
        'fulfilments',
        planned.map(({ _id }) => _id),
      )
    ).map((parcel) => [parcel._id, parcel]),
  )
  const missing = planned.filter(({ _id }) => !known.has(_id))
  if (missing.length > 0 && (await ports.db.insert('fulfilments', ...missing)) === 'duplicate')
    throw new Error(`${planned[0].orderNo} is being planned elsewhere`)
  return planned.map((parcel) => known.get(parcel._id) ?? parcel)
}

async function pick(ports: Ports, parcel: FulfilmentDoc): Promise<void> {
  if (parcel.state !== 'planned') return
  await changeFulfilment(ports, parcel._id, { type: 'pick' }, bySystem('plan'), { loaded: parcel })
}

function newParcel(
  order: OrderDoc,
  number: number,
  lines: OrderLine[],
  products: readonly Product[],
  seasons: readonly Season[],
  now: Instant,
): FulfilmentDoc {
  const [{ kind, imprint, productId }] = lines
  const product = products.find(({ _id }) => _id === productId)
  const seasonId = product?.kind === 'custom' ? product.seasonId : null
  const season = seasons.find(({ _id }) => _id === seasonId) ?? null
  if (kind === 'custom' && !season) throw new Error(`no season for ${productId}, cannot plan ${order._id}`)
  const orderedOn = dayOf(order.createdAt)
  const begun: Effect[] = kind === 'custom' ? ['allot', 'mirror'] : []
  const parcel: FulfilmentDoc = {
    _id: parcelId(order._id, number),
    version: 1,
    orderNo: order._id,
    openid: order.openid,
    kind,
    state: 'planned',
    createdAt: now,
    lines,
    code: imprint?.code ?? null,
    seasonId,
    dates: season && growthDates(season, orderedOn),
    orchardId: null,
    declinedBy: [],
    acceptBy: null,
    expectedSendDay: season ? expectedSendDay(season, orderedOn) : order.expectedSendDay,
    storageDays: Math.min(...lines.map((line) => storageDays(line, products))),
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
    outbox: queue({}, 0, begun, now),
    dueAt: NEVER,
    trouble: 0,
  }
  return watchedFulfilment(parcel)
}

const SHELF_DAYS = 30

function storageDays(line: OrderLine, products: readonly Product[]): number {
  return products.find(({ _id }) => _id === line.productId)?.storageDays ?? SHELF_DAYS
}
