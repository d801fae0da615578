import fc from 'fast-check'
import { decideFulfilment, type FulfilmentCommand } from '../../../domain/fulfilment/decide'
import { evolveFulfilment, fulfilmentDueAt } from '../../../domain/fulfilment/evolve'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { FULFILMENT } from '../../../domain/fulfilment/machine'
import type { Actor } from '../../../domain/machine'
import { troubleIn } from '../../../domain/message/trouble'
import { later, startOf } from '../../../domain/time'
import { aParcel, by, NINE } from './given'

const COMMANDS: FulfilmentCommand[] = [
  { type: 'offer', orchardId: 'qixia' },
  ...(['sticker', 'colour', 'harvest', 'dispatch', 'sendAgain'] as const).map((type) => ({
    type,
    photo: 'cloud://demo/1.jpg',
  })),
  { type: 'pass', place: 'A-03-12' },
  { type: 'mismatch', note: '字印反了' },
  { type: 'ship', carrier: 'SF', waybill: 'SF1234567890' },
  { type: 'track', events: [] },
  ...(
    [
      'pick',
      'accept',
      'decline',
      'lapse',
      'receive',
      'confirmSend',
      'keepCold',
      'fallSilent',
      'remind',
      'endStorage',
      'deliver',
    ] as const
  ).map((type) => ({ type })),
]

/** Somebody who may give the command in this state, so that random walks come far. */
const may = (command: FulfilmentCommand, parcel: FulfilmentDoc): Actor =>
  FULFILMENT.transitions.find((row) => row.command === command.type && row.from.includes(parcel.state))?.by[0] ??
  'clock'

test('however a parcel wanders, it never leaves while held, never outlives its last day unseen, and its story only grows', () => {
  const reached = new Set<string>()
  const steps = fc.array(fc.record({ pick: fc.nat(), wait: fc.constantFrom(0, 1, 60, 1440, 4320, 43200) }), {
    minLength: 20,
    maxLength: 80,
  })
  fc.assert(
    fc.property(steps, fc.constantFrom('custom' as const, 'ready' as const), (walk, kind) => {
      let parcel = aParcel({ kind })
      let now = NINE
      for (const { pick, wait } of walk) {
        now = later(now, wait, 'minute')
        const open = COMMANDS.filter((each) => decideFulfilment(each, parcel, by(may(each, parcel)), now).ok)
        const command = open[pick % open.length]
        const actor = by(may(command, parcel))
        const decision = decideFulfilment(command, parcel, actor, now)
        if (!decision.ok) throw new Error('an open command was refused')
        const next = evolveFulfilment(parcel, decision.events, actor, now)
        reached.add(next.state)
        expect(next.version).toBe(parcel.version + 1)
        expect(next.history.slice(0, parcel.history.length)).toEqual(parcel.history)
        expect(next.dueAt).toBe(fulfilmentDueAt(next))
        expect(next.trouble).toBe(troubleIn(next.outbox))
        if (next.state === 'shipped')
          expect(next).toMatchObject({ holds: [], place: null, waybill: { no: 'SF1234567890' } })
        if (next.state === 'stored') expect(next.dueAt <= startOf(next.storage?.lastDay ?? '')).toBe(true)
        if (next.state === 'offered') expect(next.orchardId).toBe('qixia')
        expect(next.holds.map((hold) => hold.kind)).toEqual(
          next.state === 'passed' ? ['confirmSend'] : next.state === 'stored' ? ['coldStorage'] : [],
        )
        parcel = next
      }
    }),
    { numRuns: 400, seed: 20260905 },
  )
  expect([...reached].sort()).toEqual([...FULFILMENT.states].sort())
})
