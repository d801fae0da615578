import { AFTER_SALE, CLAIM_MADE } from '../../../domain/aftersale/machine'
import type { Effect } from '../../../domain/effects'
import { FULFILMENT } from '../../../domain/fulfilment/machine'
import { commandsFor, step, type Machine, type Transition } from '../../../domain/machine'
import { MESSAGE } from '../../../domain/message/machine'
import { TEMPLATES } from '../../../domain/message/templates'
import { ORDER } from '../../../domain/order/machine'
import { PAYMENT } from '../../../domain/payment/machine'
import { ACTORS } from './given'

type Table = Machine<string, string, string>
type Row = Transition<string, string, string>

const MACHINES = [ORDER, PAYMENT, FULFILMENT, AFTER_SALE, MESSAGE] as unknown as readonly Table[]

// Typed so that an effect added to the domain must be added here too.
const PLAIN_EFFECTS: Record<Exclude<Effect, `tell.${string}`>, true> = {
  take: true,
  closeSale: true,
  giveBack: true,
  refund: true,
  sendBack: true,
  closePayment: true,
  plan: true,
  allot: true,
  mirror: true,
  closeParcels: true,
  splitOff: true,
  freePlace: true,
  uploadShipping: true,
  openClaim: true,
}

/** Every state one can come to from the given ones. */
function reachable(rows: readonly Row[], from: readonly string[]): Set<string> {
  const seen = new Set(from)
  for (let size = -1; size !== seen.size; ) {
    size = seen.size
    for (const row of rows) if (row.from.some((state) => seen.has(state))) seen.add(row.to)
  }
  return seen
}

for (const machine of MACHINES) {
  const commands = [...new Set(machine.transitions.map((row) => row.command))]
  const pairs = machine.states.flatMap((state) => commands.map((command) => ({ state, command })))
  const rowOf = new Map(machine.transitions.flatMap((row) => row.from.map((state) => [`${state} ${row.command}`, row])))

  describe(`the ${machine.name} table`, () => {
    for (const { state, command } of pairs) {
      const row = rowOf.get(`${state} ${command}`)
      if (row) {
        for (const actor of ACTORS.filter((each) => row.by.includes(each))) {
          test(`lets ${actor} ${command} when ${state}, which leads to ${row.to}`, () => {
            const result = step(machine, state, command, actor)
            expect(result).toEqual({ ok: true, transition: row })
            expect(commandsFor(machine, state, actor)).toContain(command)
          })
        }
        for (const actor of ACTORS.filter((each) => !row.by.includes(each))) {
          test(`refuses ${command} when ${state} from ${actor}`, () => {
            expect(step(machine, state, command, actor)).toEqual({ ok: false, reason: 'WRONG_ACTOR' })
            expect(commandsFor(machine, state, actor)).not.toContain(command)
          })
        }
      } else {
        test(`refuses ${command} when ${state} from everybody`, () => {
          for (const actor of ACTORS) {
            expect(step(machine, state, command, actor)).toEqual({ ok: false, reason: 'WRONG_STATE' })
            expect(commandsFor(machine, state, actor)).not.toContain(command)
          }
        })
      }
    }

    test('names only states it has', () => {
      const named = machine.transitions.flatMap((row) => [...row.from, row.to])
      for (const state of [...named, ...machine.initial, ...machine.final]) expect(machine.states).toContain(state)
      expect(new Set(machine.states).size).toBe(machine.states.length)
    })

    test('has no state that cannot be reached from where it begins', () => {
      expect([...reachable(machine.transitions, machine.initial)].sort()).toEqual([...machine.states].sort())
    })

    test.each(machine.states.filter((state) => !machine.final.includes(state)))('leads from %s to an end', (state) => {
      const ways = machine.transitions.filter((row) => row.from.includes(state) && row.to !== state)
      expect(ways.length).toBeGreaterThan(0)
      const ends = [...reachable(machine.transitions, [state])].filter((end) => machine.final.includes(end))
      expect(ends.length).toBeGreaterThan(0)
    })

    test.each(machine.final)('never leaves %s again', (state) => {
      for (const row of machine.transitions.filter((each) => each.from.includes(state))) expect(row.to).toBe(state)
    })

    test('has one row for each command in each state, and somebody who may give it', () => {
      const keys = machine.transitions.flatMap((row) => row.from.map((state) => `${state} ${row.command}`))
      expect(new Set(keys).size).toBe(keys.length)
      for (const row of machine.transitions) expect(row.by.length).toBeGreaterThan(0)
    })

    test('names only effects that exist, each at most once in a row', () => {
      for (const row of machine.transitions) {
        expect(new Set(row.effects).size).toBe(row.effects.length)
        for (const effect of row.effects) {
          if (effect.startsWith('tell.')) expect(Object.keys(TEMPLATES)).toContain(effect.slice('tell.'.length))
          else expect(Object.keys(PLAIN_EFFECTS)).toContain(effect)
        }
      }
    })
  })
}

test('every template is told by some move, and every effect is caused by one', () => {
  const byMoves = MACHINES.flatMap((machine) => machine.transitions.flatMap((row) => row.effects))
  const caused = new Set([...byMoves, ...CLAIM_MADE])
  const known = [...Object.keys(PLAIN_EFFECTS), ...Object.keys(TEMPLATES).map((key) => `tell.${key}`)]
  expect([...caused].sort()).toEqual(known.sort())
})

test('every move of a parcel or a claim is mirrored to its order', () => {
  // A verdict on one fruit is no move: nothing the order knows of changes.
  for (const row of FULFILMENT.transitions.filter(({ command }) => command !== 'judge'))
    expect(row.effects).toContain('mirror')
  for (const row of AFTER_SALE.transitions) expect(row.effects).toContain('mirror')
})

test('every way to a cancelled order gives the fruit back, and the money when there was any', () => {
  for (const row of ORDER.transitions.filter((each) => each.to === 'cancelled' && !each.from.includes('cancelled'))) {
    // Of an order that dissolves the fruit was grown, and is gone.
    if (row.command !== 'dissolve') expect(row.effects).toContain('giveBack')
    expect(row.effects).toContain(row.from.includes('placed') ? 'closePayment' : 'refund')
  }
})
