import { POLICY } from '../../../domain/policy'

/** An order has at most one parcel per line. */
export const MOST_PARCELS = POLICY.maxLines
