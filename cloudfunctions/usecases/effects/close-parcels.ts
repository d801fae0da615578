import type { OrderDoc } from '../../../domain/order/order'
import type { Ports } from '../../ports/ports'
import { mindTheTime } from '../core/budget'
import { changeFulfilment } from '../core/change'
import { MOST_PARCELS } from './limits'
import { bySystem } from './system'

/** The order is received: its parcels still under way end as delivered (S10). */
export async function closeParcels(ports: Ports, order: OrderDoc): Promise<void> {
  const parcels = await ports.db.find('fulfilments', { where: { orderNo: order._id }, limit: MOST_PARCELS })
  for (const parcel of parcels) {
    if (parcel.state !== 'shipped') continue
    mindTheTime(ports)
    await changeFulfilment(ports, parcel._id, { type: 'deliver' }, bySystem('closeParcels'), { loaded: parcel })
  }
}
