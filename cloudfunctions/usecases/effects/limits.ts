import { POLICY } from '../../../domain/policy'

/** An order has at most one parcel per line. */
export const MOST_PARCELS = POLICY.maxLines
/** More orchards or staff than one merchant works with; one query must see them all. */
export const MOST_PARTNERS = 200
