/** Who moves a state. `clock` is the timer, `wechat` a result WeChat has confirmed, `system` our own follow-up of another move. */
export type Actor = 'shopper' | 'merchant' | 'orchard' | 'clock' | 'wechat' | 'system'

/** One row of a transition table: literal data that code, tests and readers share. */
export interface Transition<State extends string, Command extends string, Effect extends string> {
  command: Command
  from: readonly State[]
  to: State
  by: readonly Actor[]
  /** What must happen outside this document because of the move; each becomes an outbox entry of the same write. */
  effects: readonly Effect[]
}

/** A small state machine: its states, where it may begin and end, and every legal move. */
export interface Machine<State extends string, Command extends string, Effect extends string> {
  name: string
  states: readonly State[]
  initial: readonly State[]
  final: readonly State[]
  transitions: readonly Transition<State, Command, Effect>[]
}

export type Step<State extends string, Command extends string, Effect extends string> =
  | { ok: true; transition: Transition<State, Command, Effect> }
  | { ok: false; reason: 'WRONG_STATE' | 'WRONG_ACTOR' }

/** Looks one move up in the table; says whether the state or the actor is what forbids it. */
export function step<State extends string, Command extends string, Effect extends string>(
  machine: Machine<State, Command, Effect>,
  state: State,
  command: Command,
  actor: Actor,
): Step<State, Command, Effect> {
  const transition = machine.transitions.find((row) => row.command === command && row.from.includes(state))
  if (!transition) return { ok: false, reason: 'WRONG_STATE' }
  if (!transition.by.includes(actor)) return { ok: false, reason: 'WRONG_ACTOR' }
  return { ok: true, transition }
}

/** The commands this actor may give in this state, in table order. */
export function commandsFor<State extends string, Command extends string, Effect extends string>(
  machine: Machine<State, Command, Effect>,
  state: State,
  actor: Actor,
): Command[] {
  return machine.transitions
    .filter((row) => row.from.includes(state) && row.by.includes(actor))
    .map((row) => row.command)
}
