import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { splitOff } from '../../../domain/fulfilment/split'
import type { Ports } from '../../ports/ports'
import { relay } from '../core/relay'

/** The fruit that did not match get a parcel of their own (I4), under the number its good ones keep: twice, it is there once. */
export async function openSplitOff(ports: Ports, parcel: FulfilmentDoc): Promise<void> {
  const back = splitOff(parcel)
  if (back && (await ports.db.insert('fulfilments', back)) === 'inserted') await relay(ports, 'fulfilments', back)
}
