import type { Address } from '../address'

/** Where returned fruit goes: the hub that inspected it (A1). */
export const RETURN_ADDRESS: Address = {
  name: '果印质检台',
  phone: '0535-5210926',
  province: '山东',
  city: '烟台市',
  district: '栖霞市',
  detail: '苹果路 1 号果印质检台',
}
