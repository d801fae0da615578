import * as v from 'valibot'
import {
  procedures,
  type Answer,
  type Ask,
  type FunctionName,
  type Input,
  type Output,
  type Procedure,
  type ProcedureName,
} from '../../../contract'
import { holdsDuty } from '../../../domain/duties'
import { refuse, Refused, reject, type Refusal } from '../../../domain/refusals'
import type { StaffDoc } from '../../collections'
import type { Ports } from '../../ports/ports'

/** Who is asking: the OPENID that WeChat injected, and the role document where the procedure needs one. */
export interface Caller {
  openid: string
  clientIp: string
}

export interface Context extends Caller {
  ports: Ports
  /** Present for merchant and orchard procedures. */
  staff: StaffDoc | null
}

/** One handler per procedure of a function; the types tie each to its line in the contract. */
export type Handlers<Name extends ProcedureName> = {
  [N in Name]: (context: Context, input: Input<N>) => Promise<Output<N>>
}

/** Procedures of one function. */
export type ProceduresOf<Fn extends FunctionName> = {
  [N in ProcedureName]: (typeof procedures)[N]['fn'] extends Fn ? N : never
}[ProcedureName]

type AnyHandler = (context: Context, input: unknown) => Promise<unknown>

/**
 * The one door of every function: finds the procedure, checks the caller's role, checks the input, runs the handler,
 * and turns a refusal into an answer. Anything unexpected is logged and answered with FAILED (W4).
 */
export async function answer(
  ports: Ports,
  fn: FunctionName,
  handlers: Record<string, unknown>,
  ask: Partial<Ask>,
  caller: Caller,
): Promise<Answer<unknown>> {
  try {
    const data = await run(ports, fn, handlers, ask, caller)
    return { ok: true, data, now: ports.now() }
  } catch (error) {
    return { ok: false, error: toRefusal(ports, ask, error), now: ports.now() }
  }
}

async function run(
  ports: Ports,
  fn: FunctionName,
  handlers: Record<string, unknown>,
  ask: Partial<Ask>,
  caller: Caller,
) {
  // An event is whatever a client sent.
  const name: unknown = ask?.procedure
  if (typeof name !== 'string' || !Object.keys(procedures).includes(name)) return reject('PROCEDURE_UNKNOWN')
  const procedure = procedures[name as ProcedureName]
  const handler = handlers[name] as AnyHandler | undefined
  if (procedure.fn !== fn || !handler) return reject('PROCEDURE_UNKNOWN')
  if (caller.openid === '') reject('NOT_YOURS')
  const staff = procedure.caller === 'shopper' ? null : await roleOf(ports, caller.openid, procedure)
  const parsed = v.safeParse(procedure.input, ask.input ?? {})
  if (!parsed.success) {
    throw new Refused(refuse('INPUT_INVALID', {}, v.getDotPath(parsed.issues[0]) ?? undefined))
  }
  return handler({ ports, staff, ...caller }, parsed.output)
}

async function roleOf(ports: Ports, openid: string, { caller, duties }: Procedure): Promise<StaffDoc> {
  const staff = await ports.db.get('staff', openid)
  if (!staff?.active || staff.role !== caller) return reject('NOT_YOURS')
  const mayCall = staff.role === 'orchard' || duties.length === 0 || holdsDuty(staff.duties, duties)
  return mayCall ? staff : reject('NOT_YOURS')
}

function toRefusal(ports: Ports, ask: Partial<Ask>, error: unknown): Refusal {
  if (error instanceof Refused) return error.refusal
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: '' }
  ports.log({ level: 'error', what: 'unexpected', procedure: ask.procedure, message, stack })
  return refuse('FAILED')
}
