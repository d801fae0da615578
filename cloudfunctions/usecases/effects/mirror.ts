import { CLAIM_REASONS, type ClaimDoc } from '../../../domain/aftersale/claim'
import { parcelOf, type FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import type { Ports } from '../../ports/ports'
import { changeOrder } from '../core/change'
import { bySystem } from './system'

/** The order learns where its parcel is. An older picture of the parcel changes nothing. */
export async function mirror(ports: Ports, parcel: FulfilmentDoc): Promise<void> {
  await changeOrder(ports, parcel.orderNo, { type: 'mirror', parcel: parcelOf(parcel) }, bySystem('mirror'))
}

/**
 * The order learns how its claim stands; as long as one is open the order is in dispute. In the same write it owes what the
 * claim was settled with, once, and then asks WeChat for the refund itself (A2).
 */
export async function mirrorClaim(ports: Ports, claim: ClaimDoc): Promise<void> {
  const { _id: id, orderNo, version, state, ask, settledFen } = claim
  const settled = settledFen === null ? null : { fen: settledFen, reason: `售后：${CLAIM_REASONS[ask.reason].zh}` }
  await changeOrder(ports, orderNo, { type: 'mirrorClaim', claim: { id, version, state }, settled }, bySystem('mirror'))
}
