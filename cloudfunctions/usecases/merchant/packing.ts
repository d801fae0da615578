import type { Input, PackingList } from '../../../contract'
import type { Address } from '../../../domain/address'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { reject } from '../../../domain/refusals'
import type { Ports } from '../../ports/ports'
import type { Context } from '../core/answer'
import { changeFulfilment } from '../core/change'
import { readByIds } from '../core/read-all'
import { lineFiles, linksTo } from '../views/line-view'
import { packingRow, shippedRow } from '../views/packing-view'
import { asMerchant } from './staff'

const TO_PACK = 200
const SHIPPED = 50

/** The picking list by storage place, and what left last (S6). Addresses are masked. */
export async function listPacking({ ports }: Context): Promise<PackingList> {
  const [toPack, shipped] = await Promise.all([
    ports.db.find('fulfilments', { where: { state: 'packing' }, order: [['createdAt', 'asc']], limit: TO_PACK }),
    ports.db.find('fulfilments', { where: { state: 'shipped' }, order: [['createdAt', 'desc']], limit: SHIPPED }),
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
    toPack: rows.sort((a, b) => (a.place ?? '').localeCompare(b.place ?? '')),
    shipped: shipped.flatMap((parcel) => shippedRow(parcel, links) ?? []),
  }
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
  const { ports } = context
  const parcel = await changeFulfilment(ports, id, { type: 'revealAddress' }, asMerchant(context), { key })
  const order = (await ports.db.get('orders', parcel.orderNo)) ?? reject('ORDER_UNKNOWN')
  return { id, address: order.address }
}
