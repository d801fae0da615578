import type { InspectionFigures } from '../../../contract'
import { ADVICE_DECISIONS, roleAfter } from '../../../domain/inspection/opinion'
import { POLICY } from '../../../domain/policy'
import { later } from '../../../domain/time'
import type { Ports } from '../../ports/ports'
import type { Context } from '../core/answer'

/** Decisions people have made with the machine's opinion before them. One round trip. */
export async function decisionsEver({ db }: Pick<Ports, 'db'>): Promise<number> {
  const counts = await db.countBy('comparisons', { agreement: { in: ['agreed', 'differed', 'unsure'] } }, 'agreement')
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

/** How inspection went lately: first inspections that passed (B4), and how often machine and person agreed (I2). */
export async function inspectionFigures({ ports }: Context): Promise<InspectionFigures> {
  const since = later(ports.now(), -POLICY.figureDays, 'day')
  const [first, machine, decisions] = await Promise.all([
    ports.db.countBy('fulfilments', { 'firstLook.at': { gte: since } }, 'firstLook.result'),
    ports.db.countBy('comparisons', { decidedAt: { gte: since } }, 'agreement'),
    decisionsEver(ports),
  ])
  return {
    days: POLICY.figureDays,
    firstLook: { passed: first.passed ?? 0, partly: first.partly ?? 0, failed: first.failed ?? 0 },
    machine: { agreed: machine.agreed ?? 0, differed: machine.differed ?? 0, unsure: machine.unsure ?? 0 },
    decisions,
    needed: ADVICE_DECISIONS,
    role: roleAfter(decisions),
  }
}
