import { type Jobs } from '../clock/jobs'
import { NOTICE_WAITS_MS } from '../limits'

/**
 * What happens to the next notice: `lose` never comes (or misses its first `times` deliveries), `duplicate` comes
 * twice at once, `delay` comes `ms` later, `reorder` comes after the notice that follows it.
 */
export type NoticeFault =
  | { kind: 'lose'; times?: number }
  | { kind: 'duplicate' }
  | { kind: 'delay'; ms: number }
  | { kind: 'reorder' }

export interface DeliveredNotice {
  at: string
  function: string
  event: object
  outcome: 'acknowledged' | 'refused' | 'lost'
}
export interface Notices {
  /**
   * Keeps a notice: it is sent now, and again on WeChat's schedule until the function answers {errcode: 0}. The answer
   * makes the first delivery at once and resolves after it.
   */
  queue(functionName: string, event: object): () => Promise<void>
  faultNext(fault: NoticeFault): void
  delivered(): DeliveredNotice[]
  clear(): void
  save(): NoticesState
  load(state: NoticesState): void
}

/** What waits to happen to notices, what was delivered, and the jobs that a later notice overtakes. */
export interface NoticesState {
  faults: NoticeFault[]
  delivered: DeliveredNotice[]
  overtaken: number[]
}
interface Notice {
  functionName: string
  event: object
  attempt: number
  skip: number
  twice: boolean
}
/** Runs a function with a notice; answers its result, undefined when it failed. */
export type Deliver = (functionName: string, event: object) => Promise<unknown>

const acknowledges = (result: unknown): boolean =>
  typeof result === 'object' && result !== null && (result as { errcode?: unknown }).errcode === 0

/** Milliseconds until the first delivery; without a follower an overtaken notice comes when a refused one would. */
function delayOf(fault: NoticeFault | undefined): number {
  if (fault?.kind === 'delay') return fault.ms
  return fault?.kind === 'reorder' ? (NOTICE_WAITS_MS[0] ?? 0) : 0
}

export function openNotices(jobs: Jobs, now: () => number, deliver: Deliver): Notices {
  const faults: NoticeFault[] = []
  const log: DeliveredNotice[] = []
  let overtaken: number[] = []
  const note = (notice: Notice, outcome: DeliveredNotice['outcome']): void =>
    void log.push({ at: new Date(now()).toISOString(), function: notice.functionName, event: notice.event, outcome })
  const once = async (notice: Notice): Promise<boolean> => {
    const done = acknowledges(await deliver(notice.functionName, notice.event))
    note(notice, done ? 'acknowledged' : 'refused')
    return done
  }
  jobs.handle('notice', async (notice: Notice) => {
    const next = { ...notice, attempt: notice.attempt + 1, twice: false }
    const wait = NOTICE_WAITS_MS[notice.attempt]
    const again = wait === undefined ? undefined : { againInMs: wait, payload: next }
    if (notice.attempt < notice.skip) {
      note(notice, 'lost')
      return again
    }
    const outcomes = await Promise.all(notice.twice ? [once(notice), once(notice)] : [once(notice)])
    return outcomes.every(Boolean) ? undefined : again
  })
  return {
    queue(functionName, event) {
      const fault = faults.shift()
      const notice: Notice = {
        functionName,
        event,
        attempt: 0,
        skip: fault?.kind === 'lose' ? (fault.times ?? Infinity) : 0,
        twice: fault?.kind === 'duplicate',
      }
      if (notice.skip === Infinity) {
        note(notice, 'lost')
        return () => Promise.resolve()
      }
      const delay = delayOf(fault)
      const id = jobs.add(now() + delay, { kind: 'notice', payload: notice })
      if (fault?.kind === 'reorder') overtaken.push(id)
      if (delay > 0) return () => Promise.resolve()
      const waiting = overtaken
      overtaken = []
      return async () => {
        for (const next of [id, ...waiting]) await jobs.runNow(next)
      }
    },
    faultNext: (fault) => void faults.push(fault),
    delivered: () => log,
    save: () => ({ faults: [...faults], delivered: [...log], overtaken: [...overtaken] }),
    load(state) {
      faults.splice(0, faults.length, ...state.faults)
      log.splice(0, log.length, ...state.delivered)
      overtaken = [...state.overtaken]
    },
    clear: () => {
      faults.length = 0
      log.length = 0
      overtaken = []
    },
  }
}
