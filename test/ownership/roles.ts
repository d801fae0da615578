import type { StaffDoc } from '../../cloudfunctions/collections'
import { DUTIES, type Duty } from '../../domain/duties'
import { CHEN, LIN, QIXIA, TIANSHUI } from '../stories/world'

/** Somebody who may ask anything. `openid` is empty for nobody. */
export interface Role {
  name: string
  openid: string
  /** The role document, if there is one. */
  staff: StaffDoc | null
}

const merchant = (name: string, duties: Duty[], active: boolean): Role => {
  const openid = `o-${name.replace(/ /g, '-')}`
  return { name, openid, staff: { _id: openid, role: 'merchant', name, orchardId: null, active, duties } }
}
const orchard = (name: string, openid: string, orchardId: string, active: boolean): Role => ({
  name,
  openid,
  staff: { _id: openid, role: 'orchard', name, orchardId, active },
})

const kinds = Object.keys(DUTIES) as Duty[]

/** Staff who left; they had a role while the work was done. */
export const LEFT: readonly Role[] = [
  ...kinds.map((duty) => merchant(`removed ${duty}`, [duty], false)),
  orchard('removed grower', 'o-removed-grower', 'qixia', false),
]

/** Everybody a procedure may meet. Lin owns what is asked about, Qixia has its work; Chen and Tianshui have their own. */
export const ROLES: readonly Role[] = [
  { name: 'nobody', openid: '', staff: null },
  { name: 'stranger', openid: 'o-stranger', staff: null },
  { name: 'shopper who owns it', openid: LIN, staff: null },
  { name: 'another shopper', openid: CHEN, staff: null },
  orchard('orchard that has the work', QIXIA, 'qixia', true),
  orchard('another orchard', TIANSHUI, 'tianshui', true),
  ...kinds.map((duty) => merchant(duty, [duty], true)),
  merchant('staff without a duty', [], true),
  ...LEFT,
]
