import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import type { Ports } from '../../ports/ports'

/** The parcel has left: its place in the cold room is free again. Ready stock never had one. */
export async function freePlace(ports: Ports, parcel: FulfilmentDoc): Promise<void> {
  if (parcel.kind === 'ready') return
  await ports.db.update('places', { holder: parcel._id }, { set: { holder: '' } })
}
