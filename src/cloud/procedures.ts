import type { Input, Output, ProcedureName } from '../../contract'
import type { FunctionName } from '../../contract/procedure'

export type { Input, Output, ProcedureName }

type Family<Name extends string> = Name extends `${infer First}.${string}` ? First : never

// Only types cross from contract/: its schemas check on the server, and would weigh more than the pages need.
const functions: Record<Family<ProcedureName>, FunctionName> = {
  catalogue: 'shop',
  design: 'shop',
  picture: 'shop',
  checkout: 'shop',
  orders: 'shop',
  me: 'shop',
  subscriptions: 'shop',
  inbox: 'shop',
  desk: 'merchant',
  review: 'merchant',
  intake: 'merchant',
  packing: 'merchant',
  claims: 'merchant',
  troubles: 'merchant',
  merchantInbox: 'merchant',
  work: 'orchard',
  sheets: 'orchard',
  orchardInbox: 'orchard',
}

/** The deployed function that answers a procedure; test/unit holds it against the contract. */
export function functionOf(procedure: ProcedureName): FunctionName {
  return functions[procedure.split('.')[0] as Family<ProcedureName>]
}
