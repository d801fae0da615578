/**
 * A failure on demand. `action` is an action of the admin protocol (`database.modifyDocument`, `wx.openApi`, ...), any
 * when left out; `collection` and `function` narrow it. It happens at the `nth` matching call from now on (1: the next),
 * `times` times.
 */
export type FaultRule = {
  action?: string
  collection?: string
  function?: string
  nth?: number
  times?: number
} & (
  | { kind: 'fail'; code: string; message: string }
  | { kind: 'delay'; ms: number }
  /** The call tells that it is there and waits until it is let through; for tests in this process. */
  | { kind: 'hold'; reached(): void; until: Promise<void> }
  /** The action happens, its answer is lost. */
  | { kind: 'drop-answer' }
  /** The function that calls is killed, before or after the action happens. */
  | { kind: 'kill-function'; when: 'before' | 'after' }
)

interface Waiting {
  rule: FaultRule
  calls: number
  left: number
}
/** The faults that wait, with what each has counted. */
export type FaultsState = Waiting[]

export interface Faults {
  add(rule: FaultRule): void
  /** The rule that strikes this call, if any; counts the call. */
  strike(call: {
    action: string
    collection?: string | undefined
    function?: string | undefined
  }): FaultRule | undefined
  list(): FaultRule[]
  clear(): void
  save(): FaultsState
  load(state: FaultsState): void
}

export function createFaults(): Faults {
  let waiting: Waiting[] = []
  return {
    add: (rule) => void waiting.push({ rule, calls: (rule.nth ?? 1) - 1, left: rule.times ?? 1 }),
    strike({ action, collection, function: name }) {
      let struck: FaultRule | undefined
      for (const entry of waiting) {
        const { rule } = entry
        if (rule.action !== undefined && rule.action !== action) continue
        if (rule.collection !== undefined && rule.collection !== collection) continue
        if (rule.function !== undefined && rule.function !== name) continue
        if (entry.calls > 0) entry.calls--
        else if (!struck) {
          struck = rule
          entry.left--
        }
      }
      waiting = waiting.filter(({ left }) => left > 0)
      return struck
    },
    list: () => waiting.map(({ rule }) => rule),
    clear: () => void (waiting = []),
    save: () => waiting.map((entry) => ({ ...entry })),
    load: (state) => void (waiting = state.map((entry) => ({ ...entry }))),
  }
}
