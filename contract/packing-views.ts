import type { Address } from '../domain/address'
import type { ParcelAction } from '../domain/actions'
import type { CarrierId, TrackEvent } from '../domain/carriers'
import type { FulfilmentState } from '../domain/fulfilment/machine'
import type { Instant } from '../domain/time'
import type { LineView, Next } from './views'

/** One row of the picking list, sorted by storage place (S6). */
export interface PackingRow {
  id: string
  orderNo: string
  state: FulfilmentState
  place: string | null
  code: string | null
  lines: LineView[]
  /** Fruit in it: of a split parcel less than its line says. */
  pieces: number
  /** Masked until `packing.address` is asked for this parcel. */
  to: Address
  suggestedCarrier: CarrierId
  actions: ParcelAction[]
  since: Instant
}

export interface ShippedRow {
  id: string
  orderNo: string
  lines: LineView[]
  pieces: number
  waybill: { carrier: CarrierId; no: string; at: Instant }
  track: TrackEvent[]
  state: FulfilmentState
}

export interface PackingList {
  toPack: PackingRow[]
  shipped: ShippedRow[]
  next: Next
}
