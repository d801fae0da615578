import { POLICY } from '../../../domain/policy'

/** An order has at most one parcel per line, and one more each time a part of it is sent back. */
export const MOST_PARCELS = POLICY.maxLines * (1 + POLICY.mostRedos)
