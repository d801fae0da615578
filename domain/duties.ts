import type { Words } from './words'

/** What a member of the merchant's staff does (B1, W4). Several may be held at once. */
export const DUTIES = {
  owner: { zh: '店主', en: 'Owner' },
  reviewer: { zh: '审核', en: 'Reviewer' },
  inspector: { zh: '质检', en: 'Inspector' },
  warehouse: { zh: '仓库', en: 'Warehouse' },
  finance: { zh: '财务', en: 'Finance' },
  support: { zh: '客服', en: 'Support' },
} as const satisfies Record<string, Words>

export type Duty = keyof typeof DUTIES

/** Whether somebody with these duties may do what one of `needed` does. An owner may do everything. */
export function holdsDuty(duties: readonly Duty[] = [], needed: readonly Duty[]): boolean {
  return duties.includes('owner') || needed.some((duty) => duties.includes(duty))
}

/**
 * The merchant's rooms and whose work is in each, beside the owner's. Pages draw their ways from this; the contract
 * names the same duties on `<room>.list`, and test/unit/contract holds the two together.
 */
export const ROOMS = {
  review: ['reviewer'],
  intake: ['inspector', 'support'],
  packing: ['warehouse'],
  claims: ['support', 'finance', 'warehouse'],
  troubles: ['support'],
} as const satisfies Record<string, readonly Duty[]>

export type Room = keyof typeof ROOMS

/** Whether somebody with these duties has work in a room. */
export function mayEnter(duties: readonly Duty[], room: Room): boolean {
  return holdsDuty(duties, ROOMS[room])
}
