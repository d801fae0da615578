import { type FunctionConfig } from '../functions/config'
import { type Cron, parseCron } from './cron'
import { type DueSource } from './schedule'

export interface TimerState {
  function: string
  trigger: string
  config: string
  /** Local time of the next firing, ISO; null when there is none. */
  next: string | null
}
export interface Timers extends DueSource {
  /** Reads the triggers of these functions; a trigger that is unchanged keeps its next firing unless `afresh`. */
  load(functions: Map<string, FunctionConfig>, afresh?: boolean): void
  list(): TimerState[]
  /** Puts the next firings back; a trigger that was not there then counts from now on. */
  restore(states: readonly TimerState[]): void
}

/** Runs the function of a trigger; resolves when it is over, whatever came of it. */
export type FireTimer = (functionName: string, triggerName: string, at: number) => Promise<void>

export function createTimers(now: () => number, fire: FireTimer): Timers {
  interface Entry {
    function: string
    trigger: string
    config: string
    cron: Cron
    due: number | undefined
  }
  let entries: Entry[] = []
  const first = (): Entry | undefined =>
    entries.reduce<Entry | undefined>(
      (best, entry) => (entry.due !== undefined && (best?.due === undefined || entry.due < best.due) ? entry : best),
      undefined,
    )
  return {
    load(functions, afresh = false) {
      entries = [...functions].flatMap(([name, { trigger }]) => {
        if (!trigger) return []
        const have = entries.find(
          (e) => e.function === name && e.trigger === trigger.name && e.config === trigger.config,
        )
        if (have && !afresh) return [have]
        const cron = parseCron(trigger.config)
        return [{ function: name, trigger: trigger.name, config: trigger.config, cron, due: cron.next(now()) }]
      })
    },
    list: () =>
      entries.map(({ cron: _cron, due, ...rest }) => ({
        ...rest,
        next: due === undefined ? null : new Date(due).toISOString(),
      })),
    restore(states) {
      for (const entry of entries) {
        const was = states.find(
          (state) =>
            state.function === entry.function && state.trigger === entry.trigger && state.config === entry.config,
        )
        const next = was?.next ?? null
        entry.due = was ? (next === null ? undefined : Date.parse(next)) : entry.cron.next(now())
      }
    },
    nextDue: () => first()?.due,
    async fireNext() {
      const entry = first()
      if (entry?.due === undefined) return
      const at = entry.due
      entry.due = undefined
      try {
        await fire(entry.function, entry.trigger, at)
      } finally {
        // A run that took longer than the period skips what it missed: runs of one timer never overlap.
        entry.due = entry.cron.next(Math.max(at, now()))
      }
    },
  }
}
