import type { Ports } from '../../ports/ports'

/** A counter that has too little, and what is left there. */
export interface Shortage {
  counterId: string
  left: number
}

/** How often a counter is asked again that was short for a moment. */
const TRIES = 3

/**
 * Takes an order's pieces from every counter it draws from, all or nothing (O9). Each counter checks, takes and records
 * the hold under the order's number in one conditional update, so a repeat takes nothing more. Null when all is taken.
 * Everybody goes round the counters in one order: two baskets never stand with the last box each that the other needs.
 */
export async function reservePieces(
  ports: Ports,
  orderNo: string,
  pieces: Record<string, number>,
): Promise<Shortage | null> {
  const taken: string[] = []
  for (const [counterId, count] of Object.entries(pieces).sort(([a], [b]) => a.localeCompare(b))) {
    const left = await takeFrom(ports, counterId, orderNo, count)
    if (left !== null) {
      for (const before of taken) await returnTo(ports, before, orderNo, pieces[before])
      return { counterId, left }
    }
    taken.push(counterId)
  }
  return null
}

/** Gives back what an order holds or has bought, exactly once per counter. */
export async function releasePieces(ports: Ports, orderNo: string, pieces: Record<string, number>): Promise<void> {
  for (const [counterId, count] of Object.entries(pieces)) await returnTo(ports, counterId, orderNo, count)
}

/** The holds of an order become sales. What is neither held nor sold was given back meanwhile and stays so. */
export async function sellPieces(ports: Ports, orderNo: string, pieces: Record<string, number>): Promise<void> {
  for (const [counterId, count] of Object.entries(pieces)) {
    await ports.db.update(
      'counters',
      { _id: counterId, [`holds.${orderNo}`]: { exists: true } },
      { remove: [`holds.${orderNo}`], set: { [`sold.${orderNo}`]: count } },
    )
  }
}

/**
 * What a holder has in each counter, sold or still held, is sold for good: the counter adds its pieces up and forgets its
 * name, both in one write. Nothing when the holder has none there, so a repeat adds nothing.
 */
export async function closeSaleOf(ports: Ports, holder: string, pieces: Record<string, number>): Promise<void> {
  for (const [counterId, count] of Object.entries(pieces)) {
    await moveAway(ports, counterId, holder, STAGES_FROM_LAST, { soldForGood: count })
  }
}

/** Takes pieces for a holder from one counter; null when it holds them now, else what is left there. */
export async function takeFrom(ports: Ports, counterId: string, holder: string, count: number): Promise<number | null> {
  let left = 0
  for (let tries = 0; tries < TRIES; tries++) {
    if (await tookFrom(ports, counterId, holder, count)) return null
    const counter = await ports.db.get('counters', counterId)
    if (counter && (holder in counter.holds || holder in counter.sold)) return null
    left = Math.max(0, counter?.available ?? 0)
    // Enough, now: somebody gave back between the two looks.
    if (left < count) break
  }
  return left
}

function tookFrom(ports: Ports, counterId: string, holder: string, count: number): Promise<boolean> {
  const free = { [`holds.${holder}`]: { exists: false }, [`sold.${holder}`]: { exists: false } }
  const change = { add: { available: -count }, set: { [`holds.${holder}`]: count } }
  return ports.db.update('counters', { _id: counterId, available: { gte: count }, ...free }, change)
}

/** Gives a holder's pieces back to one counter, whether held or sold; nothing when it has none there. */
export async function returnTo(ports: Ports, counterId: string, holder: string, count: number): Promise<void> {
  await moveAway(ports, counterId, holder, ['holds', 'sold'], { available: count })
}

type Stage = 'holds' | 'sold'

// Most are sold when they are closed, so that is tried first. A sale that happens meanwhile moves them from the second to
// the third of these, never past all.
const STAGES_FROM_LAST: readonly Stage[] = ['sold', 'holds', 'sold']

async function moveAway(
  ports: Ports,
  counterId: string,
  holder: string,
  stages: readonly Stage[],
  add: Record<string, number>,
): Promise<void> {
  for (const stage of stages) {
    const path = `${stage}.${holder}`
    if (await ports.db.update('counters', { _id: counterId, [path]: { exists: true } }, { remove: [path], add })) return
  }
}
