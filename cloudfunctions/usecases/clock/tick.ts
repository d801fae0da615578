import { AGGREGATES, type AggregateName, type Documents } from '../../collections'
import type { Ports } from '../../ports/ports'
import { workThrough, type Worked } from './due'
import { workOnClaim } from './due-claim'
import { workOnFulfilment } from './due-fulfilment'
import { workOnOrder } from './due-order'
import { endLease, takeLease } from './lease'
import { isNight, lookForOrphans } from './night'

/**
 * Shares of the event's time after which a collection begins nothing new: each gets its turn however much is due in the
 * one before. Whatever was stopped may then use what is left of the time for all.
 */
const TURNS: readonly { of: AggregateName; until: number }[] = [
  { of: 'orders', until: 0.4 },
  { of: 'fulfilments', until: 0.65 },
  { of: 'aftersales', until: 0.75 },
]
const ALL = 0.85

const WORK: { [C in AggregateName]: (ports: Ports, doc: Documents[C]) => Promise<void> } = {
  orders: workOnOrder,
  fulfilments: workOnFulfilment,
  aftersales: workOnClaim,
}

export type Round = Record<AggregateName, number>

/**
 * One round of the clock: everything that is due, while there is time; the rest stays due. Only one round runs at a time.
 * With nothing due it costs one read per collection, all at once, and at night a look at the counters. Answers how many
 * documents of each collection were worked on.
 */
export async function tick(ports: Ports): Promise<Round> {
  const worked: Round = { orders: 0, fulfilments: 0, aftersales: 0 }
  if (!isNight(ports.now()) && !(await isAnythingDue(ports))) return worked
  const holder = await takeLease(ports)
  if (holder === null) {
    ports.log({ level: 'warn', what: 'tick skipped, another one is at work' })
    return worked
  }
  try {
    const unfinished: AggregateName[] = []
    for (const { of, until } of TURNS) if (!(await turn(ports, of, until, worked))) unfinished.push(of)
    let all = true
    for (const of of unfinished) all = (await turn(ports, of, ALL, worked)) && all
    if (all) await lookForOrphans(ports)
    return worked
  } finally {
    await endLease(ports, holder)
  }
}

// Most rounds find nothing; those need nobody kept out.
async function isAnythingDue(ports: Ports): Promise<boolean> {
  const where = { dueAt: { lte: ports.now() } }
  const found = await Promise.all(AGGREGATES.map((of) => ports.db.find(of, { where, limit: 1 })))
  return found.some(({ length }) => length > 0)
}

async function turn(ports: Ports, of: AggregateName, until: number, worked: Round): Promise<boolean> {
  const { done, finished } = await through(ports, of, until)
  worked[of] += done
  return finished
}

function through<C extends AggregateName>(ports: Ports, of: C, until: number): Promise<Worked> {
  return workThrough(ports, of, (doc) => WORK[of](ports, doc), until)
}
