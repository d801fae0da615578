import { procedures, type Procedure, type ProcedureName } from '../../contract'
import * as s from '../../contract/schemas'
import type { RefusalCode } from '../../domain/refusals'
import type { Role } from './roles'

/** What somebody is told about a thing that is not theirs: that there is none. */
const UNKNOWN: readonly { schema: unknown; code: RefusalCode }[] = [
  { schema: s.orderNo, code: 'ORDER_UNKNOWN' },
  { schema: s.fulfilmentId, code: 'FULFILMENT_UNKNOWN' },
  { schema: s.fulfilmentIds, code: 'FULFILMENT_UNKNOWN' },
  { schema: s.claimId, code: 'CLAIM_UNKNOWN' },
  { schema: s.pictureId, code: 'PICTURE_UNKNOWN' },
  { schema: s.designId, code: 'PICTURE_UNKNOWN' },
]

/**
 * What the contract says this role gets when it asks with an input that its owner would be answered well: `ok`, or the
 * code of the refusal.
 */
export function expectedOf(name: ProcedureName, role: Role, owns: (role: Role) => boolean): 'ok' | RefusalCode {
  const procedure: Procedure = procedures[name]
  if (role.openid === '' || !mayCall(procedure, role)) return 'NOT_YOURS'
  switch (procedure.touches) {
    // Anybody may know it.
    case 'public':
      return 'ok'
    // The shop is one house: whoever has the duty may see and do it for every customer.
    case 'shop':
      return 'ok'
    // Only whose it is; to everybody else it does not exist.
    case 'own':
      return owns(role) ? 'ok' : (unknownThing(procedure) ?? 'ok')
    // Only the orchard that has the work.
    case 'orchard':
      return owns(role) ? 'ok' : (unknownThing(procedure) ?? 'ok')
  }
}

function mayCall({ caller, duties }: Procedure, { staff }: Role): boolean {
  if (caller === 'shopper') return true
  if (!staff?.active || staff.role !== caller) return false
  if (staff.role === 'orchard' || duties.length === 0) return true
  return staff.duties.some((duty) => duty === 'owner' || duties.includes(duty))
}

/** The refusal for a thing the input names, if it names one by its number. */
function unknownThing({ input }: Procedure): RefusalCode | undefined {
  const { entries } = input as unknown as { entries: Record<string, unknown> }
  return UNKNOWN.find(({ schema }) => Object.values(entries).includes(schema))?.code
}
