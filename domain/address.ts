import { PROVINCES } from './catalogue/freight'
import { refuse, type Refusal } from './refusals'

/** Where a parcel goes. Kept with the order only; an orchard never sees it (G1). */
export interface Address {
  name: string
  phone: string
  province: string
  city: string
  district: string
  detail: string
}

/** Mainland mobile number. */
export const MOBILE = /^1[3-9]\d{9}$/

/** Why nothing could be delivered there, or null. */
export function addressRefusal(address: Address, field = 'address'): Refusal | null {
  for (const part of ['name', 'city', 'detail'] as const) {
    if (address[part].trim() === '') return refuse('ADDRESS_INCOMPLETE', {}, `${field}.${part}`)
  }
  if (!MOBILE.test(address.phone)) return refuse('PHONE_INVALID', {}, `${field}.phone`)
  if (!PROVINCES.includes(address.province)) return refuse('REGION_UNKNOWN', {}, `${field}.province`)
  return null
}

/** 138****1234: how a phone is shown unless the act needs it (W3). */
export function maskPhone(phone: string): string {
  return phone.length < 7 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`
}

/** A name with only its first character showing. */
export function maskName(name: string): string {
  return name === '' ? '' : `${[...name][0]}**`
}
