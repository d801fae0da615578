import { byPlace, type Input, type PackingList } from '../../../contract'
import type { Address } from '../../../domain/address'
import { addressRefusalFor } from '../../../domain/fulfilment/decide'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { Refused, reject } from '../../../domain/refusals'
import type { Ports } from '../../ports/ports'
import type { Context } from '../core/answer'
import { pageOf } from '../core/page'
import { readByIds } from '../core/read-all'
import { lineFiles, linksTo } from '../views/line-view'
import { packingRow, shippedRow } from '../views/packing-view'
import { asMerchant } from './staff'

const PAGE = 50
/** A look back at what left last, not a list to work through: older parcels are found through their orders. */
const SHIPPED = 50

/** What is to be packed, the oldest first, page by page and each page by storage place, and what left last (S6). Addresses are masked. */
export async function listPacking({ ports }: Context, { cursor }: Input<'packing.list'> = {}): Promise<PackingList> {
  const packing = { where: { state: 'packing' }, by: 'createdAt', direction: 'asc', size: PAGE } as const
  const [{ docs: toPack, next }, shipped] = await Promise.all([
    pageOf(ports, 'fulfilments', packing, cursor),
    cursor ? [] : leftLast(ports),
  ])
  const [addresses, links] = await Promise.all([
    addressesOf(ports, toPack),
    linksTo(
      ports,
      [...toPack, ...shipped].flatMap(({ lines }) => lineFiles(lines)),
    ),
  ])
  const rows = toPack.flatMap((parcel) => {
    const address = addresses[parcel.orderNo]
    return address ? [packingRow(parcel, address, links)] : []
  })
  return {
    toPack: byPlace(rows),
    shipped: shipped.flatMap((parcel) => shippedRow(parcel, links) ?? []),
    next,
  }
}

function leftLast(ports: Ports): Promise<FulfilmentDoc[]> {
  return ports.db.find('fulfilments', {
    where: { state: 'shipped' },
    order: [['createdAt', 'desc']],
    limit: SHIPPED,
  })
}

async function addressesOf(ports: Ports, parcels: readonly FulfilmentDoc[]): Promise<Record<string, Address>> {
  const orders = await readByIds(
    ports,
    'orders',
    parcels.map(({ orderNo }) => orderNo),
  )
  return Object.fromEntries(orders.map(({ _id, address }) => [_id, address]))
}

/** The whole address of a parcel that is being packed; the look is recorded before it is answered (I3, W3). */
export async function revealAddress(
  context: Context,
  { id, key }: Input<'packing.address'>,
): Promise<{ id: string; address: Address }> {
  const { ports, openid } = context
  const parcel = (await ports.db.get('fulfilments', id)) ?? reject('FULFILMENT_UNKNOWN')
  const refusal = addressRefusalFor(parcel, asMerchant(context))
  if (refusal) throw new Refused(refusal)
  await ports.db.insert('looks', { _id: `${id}:${openid}:${key}`, fulfilmentId: id, openid, at: ports.now() })
  const order = (await ports.db.get('orders', parcel.orderNo)) ?? reject('ORDER_UNKNOWN')
  return { id, address: order.address }
}
