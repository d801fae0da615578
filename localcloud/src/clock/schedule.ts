import { invalidParameter } from '../errors'
import { type Clock } from './clock'

/** Something that becomes due by the clock. */
export interface DueSource {
  /** Local time (ms) of what comes next; undefined when nothing waits. */
  nextDue(): number | undefined
  /** Does what is due next and resolves when it is over. Never rejects for a failure of the work itself. */
  fireNext(): Promise<void>
}

export interface Schedule {
  add(source: DueSource): void
  /** Something became due earlier or later than before. */
  changed(): void
  /** Moves the clock forward to `to` (ms) and does everything due on the way, in order; answers how much that was. */
  advanceTo(to: number): Promise<number>
  /** Waits until what is under way is over. */
  settle(): Promise<void>
  stop(): void
}

const LONGEST_TIMEOUT_MS = 2_000_000_000

export function createSchedule(clock: Clock): Schedule {
  const sources: DueSource[] = []
  let turn: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  const next = (): { source: DueSource; due: number } | undefined => {
    let best: { source: DueSource; due: number } | undefined
    for (const source of sources) {
      const due = source.nextDue()
      if (due !== undefined && (!best || due < best.due)) best = { source, due }
    }
    return best
  }
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(work)
    turn = result.catch(() => undefined)
    return result
  }
  const wake = (): void => {
    clearTimeout(timer)
    if (stopped || clock.standing()) return
    const due = next()?.due
    if (due === undefined) return
    timer = setTimeout(
      () => void inTurn(fireDue).then(wake),
      Math.min(Math.max(0, due - clock.now()), LONGEST_TIMEOUT_MS),
    )
    timer.unref()
  }
  const fireDue = async (): Promise<void> => {
    for (let due = next(); due && due.due <= clock.now() && !stopped; due = next()) await due.source.fireNext()
  }

  return {
    add: (source) => void sources.push(source),
    changed: wake,
    advanceTo: (to) =>
      inTurn(async () => {
        if (to < clock.now())
          throw invalidParameter(`the clock moves forward only: ${new Date(to).toISOString()} is past`)
        const stays = clock.standing()
        let fired = 0
        try {
          for (let due = next(); due && due.due <= to && !stopped; due = next()) {
            clock.stand(Math.max(clock.now(), due.due))
            await due.source.fireNext()
            fired++
          }
          if (to > clock.now()) clock.set(to)
        } finally {
          if (!stays) clock.run()
        }
        return fired
      }).finally(wake),
    settle: () => inTurn(() => Promise.resolve()),
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
