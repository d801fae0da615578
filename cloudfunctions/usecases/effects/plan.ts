import { expectedSendDay, type Season } from '../../../domain/catalogue/season'
import type { Effect } from '../../../domain/effects'
import { fulfilmentDueAt } from '../../../domain/fulfilment/evolve'
import type { FulfilmentDoc, GrowthDates } from '../../../domain/fulfilment/fulfilment'
import { queue } from '../../../domain/message/outbox'
import { parcelLines, type OrderDoc, type OrderLine } from '../../../domain/order/order'
import type { Product } from '../../../domain/catalogue/product'
import { addDays, NEVER, type Instant } from '../../../domain/time'
import type { Ports } from '../../ports/ports'
import { changeFulfilment } from '../core/change'
import { relay } from '../core/relay'
import { bySystem } from './system'

/** Days from the first harvest day until the fruit should be at the hub. */
const WAY_TO_HUB_DAYS = 2

/**
 * Splits an accepted order into parcels (D4): one per custom line, one for all ready lines. A parcel's number is fixed by
 * the lines, so that planning twice makes nothing twice; custom parcels then look for an orchard, ready ones go to packing.
 */
export async function plan(ports: Ports, order: OrderDoc): Promise<void> {
  const products = await productsOf(ports, order.lines)
  const seasons = await seasonsOf(ports, products)
  for (const [i, lines] of parcelLines(order.lines).entries()) {
    const parcel = newParcel(order, i + 1, lines, products, seasons, ports.now())
    const isNew = (await ports.db.insert('fulfilments', parcel)) === 'inserted'
    if (parcel.kind === 'custom') {
      if (isNew) await relay(ports, 'fulfilments', parcel)
    } else {
      await pick(ports, isNew ? parcel : await ports.db.get('fulfilments', parcel._id))
    }
  }
}

async function pick(ports: Ports, parcel: FulfilmentDoc | null): Promise<void> {
  if (parcel?.state !== 'planned') return
  await changeFulfilment(ports, parcel._id, { type: 'pick' }, bySystem('plan'), { loaded: parcel })
}

function productsOf(ports: Ports, lines: readonly OrderLine[]): Promise<Product[]> {
  const ids = [...new Set(lines.map((line) => line.productId))]
  return ports.db.find('products', { where: { _id: { in: ids } }, limit: ids.length })
}

async function seasonsOf(ports: Ports, products: readonly Product[]): Promise<Season[]> {
  const ids = [...new Set(products.flatMap((product) => (product.kind === 'custom' ? [product.seasonId] : [])))]
  return ids.length === 0 ? [] : ports.db.find('seasons', { where: { _id: { in: ids } }, limit: ids.length })
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
  const begun: Effect[] = kind === 'custom' ? ['allot', 'mirror'] : []
  const parcel: FulfilmentDoc = {
    _id: `${order._id}-F${number}`,
    version: 1,
    orderNo: order._id,
    openid: order.openid,
    kind,
    state: 'planned',
    createdAt: now,
    lines,
    code: imprint?.code ?? null,
    seasonId,
    dates: season && growthDates(season),
    orchardId: null,
    declinedBy: [],
    acceptBy: null,
    expectedSendDay: season ? expectedSendDay(season) : order.expectedSendDay,
    storageDays: Math.min(...lines.map((line) => storageDays(line, products))),
    holds: [],
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
  }
  return { ...parcel, dueAt: fulfilmentDueAt(parcel) }
}

/** The days an orchard works by (G3). */
export function growthDates({ stickerOn, colouringFrom, harvestFrom }: Season): GrowthDates {
  return { stickerOn, colouringFrom, harvestFrom, hubBy: addDays(harvestFrom, WAY_TO_HUB_DAYS) }
}

const SHELF_DAYS = 30

function storageDays(line: OrderLine, products: readonly Product[]): number {
  return products.find(({ _id }) => _id === line.productId)?.storageDays ?? SHELF_DAYS
}
