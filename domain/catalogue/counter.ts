/**
 * Stock or capacity in pieces (O9): what a season, an orchard's share of it, or a shelf had from the start is always
 * `available` + all `holds` + all `sold` + `soldForGood`. One conditional update checks, takes and records the hold.
 * Only what may still come back is listed by name, so the document does not grow with what was sold long ago.
 */
export interface Counter {
  _id: string
  /** What may still be promised. */
  available: number
  /** Promised but not yet sold: by order number, and in an orchard's share by parcel. */
  holds: Record<string, number>
  /** Sold but not yet for good, by order number: a refund gives back exactly what was taken, once. */
  sold: Record<string, number>
  /** Pieces of accepted orders, and of parcels an orchard has accepted: they never come back to be sold. */
  soldForGood: number
}
