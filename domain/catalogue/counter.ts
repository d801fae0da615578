/** Stock or capacity in pieces (O9). One conditional update checks, takes and records the hold under the order's number. */
export interface Counter {
  _id: string
  /** What may still be promised. */
  available: number
  /** Promised but not yet sold, by order number. */
  holds: Record<string, number>
  /** Sold, by order number: so that a refund gives back exactly what was taken, once. */
  sold: Record<string, number>
}
