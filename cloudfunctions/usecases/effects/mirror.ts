import { parcelOf, type FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import type { Ports } from '../../ports/ports'
import { changeOrder } from '../core/change'
import { bySystem } from './system'

/** The order learns where its parcel is. An older picture of the parcel changes nothing. */
export async function mirror(ports: Ports, parcel: FulfilmentDoc): Promise<void> {
  await changeOrder(ports, parcel.orderNo, { type: 'mirror', parcel: parcelOf(parcel) }, bySystem('mirror'))
}
