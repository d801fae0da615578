import type { InspectionFigures } from '../../../contract'
import { ADVICE_DECISIONS, decisionsIn, roleAfter, type Learnt } from '../../../domain/inspection/opinion'
import { POLICY } from '../../../domain/policy'
import { later } from '../../../domain/time'
import type { Ports } from '../../ports/ports'
import type { Context } from '../core/answer'

/** How often people have agreed and differed with the machine, ever. One round trip. */
export function learntSoFar({ db }: Pick<Ports, 'db'>): Promise<Learnt> {
  return db.countBy('comparisons', { agreement: { in: ['agreed', 'differed'] } }, 'agreement')
}

/** How inspection went lately: first inspections that passed (B4), and how often machine and person agreed (I2). */
export async function inspectionFigures({ ports }: Context): Promise<InspectionFigures> {
  const since = later(ports.now(), -POLICY.figureDays, 'day')
  const [first, machine, learnt] = await Promise.all([
    ports.db.countBy('fulfilments', { 'firstLook.at': { gte: since } }, 'firstLook.result'),
    ports.db.countBy('comparisons', { decidedAt: { gte: since } }, 'agreement'),
    learntSoFar(ports),
  ])
  return {
    days: POLICY.figureDays,
    firstLook: { passed: first.passed ?? 0, partly: first.partly ?? 0, failed: first.failed ?? 0 },
    machine: { agreed: machine.agreed ?? 0, differed: machine.differed ?? 0, unsure: machine.unsure ?? 0 },
    decisions: decisionsIn(learnt),
    needed: ADVICE_DECISIONS,
    role: roleAfter(learnt),
  }
}
