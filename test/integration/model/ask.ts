import type { Answer, Input, Output, ProcedureName } from '../../../contract'
import type { Actor } from '../../../domain/machine'
import { FULFILMENT } from '../../../domain/fulfilment/machine'
import { ORDER } from '../../../domain/order/machine'
import type { RefusalCode } from '../../../domain/refusals'
import { broken } from '../../support/broken'
import type { OrderBelief, ParcelBelief, Run } from './belief'

/** Whether an act is expected to be done, and with which words it may be refused. */
export interface Expected {
  can: 'yes' | 'no' | 'maybe'
  refusals: readonly RefusalCode[]
}

const TRIES = 4
/** Our own trouble, not a no: the page tries again with the same key. */
const TROUBLE: readonly string[] = ['FAILED', 'BUSY', 'PAYMENT_UNAVAILABLE']

/**
 * Asks as a page does: what was not answered is asked again with the same key. Breaks when the answer is not the expected
 * one, or when something fails though nothing was made to fail. Null when WeChat stays silent.
 */
export async function ask<N extends ProcedureName>(
  run: Run,
  openid: string,
  name: N,
  input: Input<N>,
  expected: Expected,
): Promise<Answer<Output<N>> | null> {
  for (let tries = 0; tries < TRIES; tries++) {
    if (tries > 1 && !run.silentUntil) run.shop.cloud.machine.faults.clear()
    const answer = await run.shop.call(openid, name, input).catch((error: Error) => error)
    const trouble = answer instanceof Error ? answer.message : answer.ok ? null : answer.error.code
    if (answer instanceof Error || (trouble !== null && TROUBLE.includes(trouble))) {
      if (!run.faulty) broken(`${name} failed though nothing was made to fail: ${trouble}`)
      continue
    }
    check(name, answer, expected)
    return answer
  }
  if (!run.silentUntil) broken(`${name} was not answered after ${TRIES} tries`)
  return null
}

function check(name: string, answer: Answer<unknown>, { can, refusals }: Expected): void {
  if (answer.ok && can === 'no') broken(`${name} was done, and should have been refused`)
  if (answer.ok) return
  const { code, field } = answer.error
  if (can === 'yes') broken(`${name} was refused with ${code} ${field ?? ''}, and should have been done`)
  if (!refusals.includes(code as RefusalCode)) broken(`${name} was refused with ${code} ${field ?? ''}`)
}

/** What must simply be answered: lists and looks. */
export async function look<N extends ProcedureName>(run: Run, openid: string, name: N, input: Input<N>) {
  const answer = await ask(run, openid, name, input, { can: 'yes', refusals: [] })
  return answer?.ok ? answer.data : null
}

/** The table's word on a command for an order as it is believed to be. */
export function forOrder({ state }: OrderBelief, command: string, actor: Actor): Expected {
  const from = ORDER.transitions.filter((row) => row.command === command && row.by.includes(actor))
  const states = from.flatMap((row) => row.from)
  const can = state.isIn(...states) ? 'yes' : state.has(...states) ? 'maybe' : 'no'
  return { can, refusals: ['NOT_ALLOWED_NOW'] }
}

/** The table's word on a command for a parcel as it is believed to be. */
export function forParcel({ state, technique }: ParcelBelief, command: string, actor: Actor): Expected {
  const rows = FULFILMENT.transitions.filter(
    (row) => row.command === command && row.by.includes(actor) && (!row.technique || row.technique === technique),
  )
  const states = rows.flatMap((row) => row.from)
  const can = state.isIn(...states) ? 'yes' : state.has(...states) ? 'maybe' : 'no'
  const refusals: Expected['refusals'] = ['NOT_ALLOWED_NOW', 'OTHER_TECHNIQUE']
  return { can, refusals: state.has('absent') ? [...refusals, 'FULFILMENT_UNKNOWN'] : refusals }
}
