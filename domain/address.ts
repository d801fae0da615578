import { PROVINCES } from './catalogue/freight'
import { refuse, type Refusal } from './refusals'
import { saysNothing } from './words'

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

/** Why nothing could be delivered there, or null. Checked in the order in which the form asks. */
export function addressRefusal(address: Address, field = 'address'): Refusal | null {
  const empty = (part: keyof Address) => saysNothing(address[part])
  if (empty('name')) return refuse('NAME_MISSING', {}, `${field}.name`)
  if (!MOBILE.test(address.phone)) return refuse('PHONE_INVALID', {}, `${field}.phone`)
  if (!PROVINCES.includes(address.province)) return refuse('REGION_UNKNOWN', {}, `${field}.province`)
  if (empty('city')) return refuse('ADDRESS_INCOMPLETE', {}, `${field}.city`)
  if (empty('detail')) return refuse('ADDRESS_INCOMPLETE', {}, `${field}.detail`)
  return null
}

/** The place on one line, as it is written on a parcel. A city that begins with its province says both: 北京市. */
export function sayPlace({ province, city, district, detail }: Omit<Address, 'name' | 'phone'>): string {
  return `${city.startsWith(province) ? '' : province}${city}${district}${detail}`
}

/** 138****1234: how a phone is shown unless the act needs it (W3). */
export function maskPhone(phone: string): string {
  return phone.length < 7 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`
}

/** Stands for the street and the house. */
export const MASKED_DETAIL = '****'

/** A name with only its first character showing. */
export function maskName(name: string): string {
  return name === '' ? '' : `${[...name][0]}**`
}
