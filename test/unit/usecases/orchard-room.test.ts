import type { Counter } from '../../../domain/catalogue/counter'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { allot } from '../../../cloudfunctions/usecases/effects/allot'
import { hasGrown } from '../../../domain/fulfilment/room'
import { closeRoom } from '../../../cloudfunctions/usecases/effects/stock'
import { aParcel, by, NINE } from '../domain/given'
import { growersOf } from '../../support/split-parcels'
import { fakePorts } from '../support/fake-ports'

// The room an orchard has for a parcel may be settled late: after a part of it went back, or after another orchard got it.

const QIXIA = 'plot:qixia:fuji-2026'
const ROOM = 12
const bad = [9, 10, 11, 12].map((fruit) => ({ fruit, verdict: 'inconsistent' as const, by: 'fang', at: NINE }))

const split = aParcel({ state: 'passed', orchardId: 'qixia', judged: bad })
const good: FulfilmentDoc = { ...split, fruit: [1, 2, 3, 4, 5, 6, 7, 8], splitOff: `${split._id}B` }

const did = (what: string, to: string) => ({ at: NINE, by: by('merchant'), did: what, to })
const replaced = aParcel({ declinedBy: ['qixia'], history: [did('accept', 'accepted'), did('replace', 'planned')] })
const declined = aParcel({ declinedBy: ['qixia'], history: [did('decline', 'planned')] })

function portsWith(parcel: FulfilmentDoc) {
  const ports = fakePorts()
  const counter = (): Counter => ports.db.all<Counter>('counters').find(({ _id }) => _id === QIXIA)!
  const before = counter().available
  ports.db.fill({
    fulfilments: [parcel],
    counters: [{ ...counter(), holds: { [parcel._id]: ROOM }, available: before - ROOM }],
  })
  const room = () => ({
    back: counter().available - before + ROOM,
    held: counter().holds[parcel._id] ?? 0,
    used: counter().soldForGood,
  })
  return { ports, room }
}

test('an orchard used room for all it grew, also when a part of it has come back before that was noted', async () => {
  const { ports, room } = portsWith(good)
  await closeRoom(ports, good)
  expect(room()).toEqual({ back: 0, held: 0, used: ROOM })
})

test('room that the next orchard was only offered is not used by the word of the one before', async () => {
  const offered: FulfilmentDoc = { ...replaced, state: 'offered', orchardId: 'qixia', declinedBy: ['tianshui'] }
  const { ports, room } = portsWith(offered)
  await closeRoom(ports, offered)
  expect(room()).toEqual({ back: 0, held: ROOM, used: 0 })
})

/** Only the first orchard, which is left already, and no room at the others. */
function nowhere(parcel: FulfilmentDoc) {
  const { ports } = portsWith(parcel)
  const plots = ports.db.all<Counter>('counters').filter(({ _id }) => _id.startsWith('plot:') && _id !== QIXIA)
  ports.db.fill({ counters: plots.map((plot) => ({ ...plot, available: 0 })) })
  return { ports, now: () => ports.db.all<FulfilmentDoc>('fulfilments')[0] }
}

test('what people gave to another orchard comes back to them, once, when none can take it', async () => {
  const { ports, now } = nowhere(replaced)
  await allot(ports, replaced)
  await allot(ports, replaced)
  await allot(ports, now())
  expect(now()).toMatchObject({ state: 'escalated', orchardId: null })
  expect(now().history.map(({ did }) => did)).toEqual(['accept', 'replace', 'unplaced'])
})

test('work that was never anywhere else waits until an orchard can take it', async () => {
  const { ports, now } = nowhere(declined)
  await expect(allot(ports, declined)).rejects.toThrow('no orchard can take')
  expect(now().state).toBe('planned')
})

test('an orchard that declines what came back once has not grown it', () => {
  const twice = ['replace', 'decline', 'unplaced', 'overdue', 'replace', 'decline']
  const to = { replace: 'planned', decline: 'planned', unplaced: 'escalated', overdue: 'escalated' }
  const history = twice.map((what) => did(what, to[what as keyof typeof to]))
  const parcel = aParcel({ declinedBy: ['qixia', 'tianshui', 'fufeng'], history })
  expect(parcel.declinedBy.filter((orchardId) => hasGrown(parcel, orchardId))).toEqual(['qixia'])
  expect(growersOf(parcel)).toEqual(['qixia'])
})

test('an orchard whose fruit failed has used its room; one that declined gets it back', async () => {
  const failed = portsWith(replaced)
  await allot(failed.ports, replaced)
  expect(failed.room()).toEqual({ back: 0, held: 0, used: ROOM })
  const without = portsWith(declined)
  await allot(without.ports, declined)
  expect(without.room()).toEqual({ back: ROOM, held: 0, used: 0 })
})
