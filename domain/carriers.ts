import type { Words } from './words'
import { refuse, type Refusal } from './refusals'

/** Carriers we hand parcels to; ids are WeChat's delivery ids. */
export const CARRIERS = {
  SF: { zh: '顺丰速运', en: 'SF Express' },
  JDL: { zh: '京东物流', en: 'JD Logistics' },
  ZTO: { zh: '中通快递', en: 'ZTO Express' },
  EMS: { zh: '邮政特快', en: 'EMS' },
} as const satisfies Record<string, Words>

export type CarrierId = keyof typeof CARRIERS

/** Whether WeChat and we know this carrier. */
export function isCarrier(id: string): id is CarrierId {
  return Object.keys(CARRIERS).includes(id)
}

// Where the cold-chain carriers do not go, the post does.
const REMOTE: readonly string[] = ['西藏', '青海', '新疆']

/** The carrier we would take to a province (S7): cold chain where it runs, the post elsewhere. */
export function suggestCarrier(province: string): CarrierId {
  return REMOTE.includes(province) ? 'EMS' : 'SF'
}

/** Waybill numbers as printed: upper case, without spaces. */
export function tidyWaybill(no: string): string {
  return no.toUpperCase().replace(/\s/g, '')
}

/** Why this parcel cannot be entered, or null (S7). */
export function waybillRefusal(carrier: string, no: string): Refusal | null {
  if (!isCarrier(carrier)) return refuse('CARRIER_UNKNOWN', {}, 'carrier')
  if (!/^[A-Z0-9]{8,20}$/.test(tidyWaybill(no))) return refuse('WAYBILL_INVALID', {}, 'waybill')
  return null
}

/** One scan of a parcel under way (S9). An unknown action from a carrier is kept and shown. */
export interface TrackEvent {
  at: string
  what: string
  /** WeChat logistics action type, e.g. 300003 for signed. */
  action: number
}

/** WeChat logistics: the addressee has signed. */
export const SIGNED = 300003

/** Whether the carrier says that the parcel has been signed for. */
export function isSigned(track: readonly TrackEvent[]): boolean {
  return track.some(({ action }) => action === SIGNED)
}
