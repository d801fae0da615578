import { agreementOf } from '../../../domain/inspection/opinion'
import { reject } from '../../../domain/refusals'
import type { ComparisonDoc, Decision } from '../../collections'
import type { Ports } from '../../ports/ports'

/** The opinion a person says they had before them. Throws COMPARISON_UNKNOWN when it is of another parcel or fruit. */
export async function opinionShown(
  ports: Ports,
  comparison: string | undefined,
  of: { id: string; fruit?: number },
): Promise<ComparisonDoc | null> {
  if (comparison === undefined) return null
  const doc = await ports.db.get('comparisons', comparison)
  const fits = doc?.fulfilmentId === of.id && (of.fruit === undefined || doc.fruit === of.fruit)
  return doc && fits ? doc : reject('COMPARISON_UNKNOWN', {}, 'comparison')
}

/** The person's decision beside the machine's opinion: what the figures are counted and the weights fitted from (I2). */
export async function noteDecision(ports: Ports, shown: ComparisonDoc | null, decision: Decision): Promise<void> {
  if (!shown || isSame(shown.decision, decision)) return
  // What is wrong with the fruit itself speaks neither for the machine nor against it.
  const agreement = decision.cause === 'fruit' ? null : agreementOf(shown.opinion.verdict, decision.verdict)
  await ports.db.update('comparisons', { _id: shown._id }, { set: { decision, agreement, decidedAt: decision.at } })
}

// A repeated tap decides nothing anew.
const isSame = (known: Decision | null, next: Decision): boolean =>
  known?.verdict === next.verdict && known.reason === next.reason && known.cause === next.cause && known.by === next.by
