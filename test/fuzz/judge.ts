import * as v from 'valibot'
import type { CollectionName } from '../../cloudfunctions/collections'
import { procedures, type ProcedureName } from '../../contract'
import { REFUSALS, type Refusal } from '../../domain/refusals'

// Longer than any refusal we write: an answer must not carry a huge input back.
const MOST_CHARACTERS = 1_500

/** What is wrong with an answer, in a few words; null when it is a good answer or a typed refusal that changed nothing. */
export function faultOf(
  name: ProcedureName,
  input: unknown,
  answer: unknown,
  changed: readonly CollectionName[],
): string | null {
  const said = answer as { ok?: unknown; error?: Refusal } | null
  const parsed = v.safeParse(procedures[name].input, input ?? {})
  if (said?.ok === true) {
    if (!parsed.success) return 'was answered although its schema refuses it'
    return changed.length > 0 && procedures[name].kind === 'read' ? `is a read and changed ${changed.join()}` : null
  }
  if (said?.ok !== false || !said.error) return `is no answer: ${JSON.stringify(answer)}`
  if (changed.length > 0) return `was refused with ${said.error.code} and changed ${changed.join()}`
  const fault = refusalFault(said.error)
  if (fault || parsed.success) return fault
  const field = v.getDotPath(parsed.issues[0]) ?? undefined
  if (said.error.code !== 'INPUT_INVALID') return `is ill-formed and was refused with ${said.error.code}`
  return said.error.field === field ? null : `names the field ${said.error.field} and not ${field}`
}

/** What is wrong with a refusal; null when a program and a person can both act on it. */
export function refusalFault(error: Refusal): string | null {
  const { code, message } = error
  if (!Object.keys(REFUSALS).includes(code)) return `has the unknown code ${String(code)}`
  if (code === 'FAILED') return 'broke down: FAILED'
  if (!message?.zh || !message.en) return `has no words: ${JSON.stringify(error)}`
  if (JSON.stringify(error).length > MOST_CHARACTERS) return 'carries too much of the input back'
  return null
}
