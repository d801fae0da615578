import type { Counter } from '../../../domain/catalogue/counter'
import { closeSaleOf, releasePieces, reservePieces, sellPieces } from '../../../cloudfunctions/usecases/core/stock'
import { FANG, LIN, newKey, yes } from '../../stories/world'
import { approved, grown, packed, pay, place } from '../../stories/acts'
import { fakePorts, type FakePorts } from '../support/fake-ports'
import { fakeWorld } from '../support/fake-world'

const SEASON = 'season:fuji-2026'
const PIECES = { [SEASON]: 1 }
const counter = (ports: FakePorts, id = SEASON) =>
  ports.db.all<Counter>('counters').find(({ _id }) => _id === id) as Counter
const sum = (pieces: Record<string, number>) => Object.values(pieces).reduce((total, count) => total + count, 0)
const total = ({ available, holds, sold, soldForGood }: Counter) => available + sum(holds) + sum(sold) + soldForGood

let ports: FakePorts
beforeEach(async () => {
  ports = fakePorts()
  await ports.db.update('counters', { _id: SEASON }, { set: { available: 20_000 } })
})

describe('a counter', () => {
  it('is as small after 10,000 sold orders as it was before the first, and has lost no piece', async () => {
    for (let i = 0; i < 10_000; i++) {
      await reservePieces(ports, `GY${i}`, PIECES)
      await sellPieces(ports, `GY${i}`, PIECES)
      if (i % 10 === 9) await releasePieces(ports, `GY${i}`, PIECES)
      else await closeSaleOf(ports, `GY${i}`, PIECES)
    }
    expect(counter(ports)).toEqual({ _id: SEASON, available: 11_000, holds: {}, sold: {}, soldForGood: 9_000 })
  })

  it.each([
    ['held', []],
    ['sold', [sellPieces]],
  ])('closes a sale once, also when the pieces are still %s and the answer was lost', async (_, before) => {
    await reservePieces(ports, 'GY1', PIECES)
    for (const step of before) await step(ports, 'GY1', PIECES)
    for (let i = 0; i < 3; i++) await closeSaleOf(ports, 'GY1', PIECES)
    await sellPieces(ports, 'GY1', PIECES)
    await releasePieces(ports, 'GY1', PIECES)
    expect(counter(ports)).toMatchObject({ available: 19_999, holds: {}, sold: {}, soldForGood: 1 })
  })

  it('misses no sale that happens while it is being closed', async () => {
    await reservePieces(ports, 'GY1', PIECES)
    const { update } = ports.db
    let looks = 0
    ports.db.update = async (...asked) => {
      // Between the first look and the second, somebody else sells what was held.
      if (++looks === 2) await sellPieces({ ...ports, db: { ...ports.db, update } }, 'GY1', PIECES)
      return update(...asked)
    }
    await closeSaleOf(ports, 'GY1', PIECES)
    expect(counter(ports)).toMatchObject({ holds: {}, sold: {}, soldForGood: 1 })
  })

  it('gives nothing back of what was never taken or is back already', async () => {
    await reservePieces(ports, 'GY1', PIECES)
    for (let i = 0; i < 3; i++) await releasePieces(ports, 'GY1', PIECES)
    await closeSaleOf(ports, 'GY1', PIECES)
    expect(counter(ports)).toMatchObject({ available: 20_000, holds: {}, sold: {}, soldForGood: 0 })
  })
})

describe('the pieces of an order', () => {
  it('are held, then sold, and sold for good once it is accepted; the orchard’s room once it takes the work', async () => {
    const world = await fakeWorld()
    const plot = 'plot:qixia:fuji-2026'
    const before = [total(counter(world.ports)), total(counter(world.ports, plot))]
    const { no } = await place(world)
    expect(counter(world.ports)).toMatchObject({ holds: { [no]: 12 }, sold: {}, soldForGood: 0 })
    await pay(world, no)
    expect(counter(world.ports)).toMatchObject({ holds: {}, sold: { [no]: 12 }, soldForGood: 0 })
    const review = await yes(world.ask(FANG, 'review.approve', { no, key: newKey() }))
    expect(review.checks.find(({ what }) => what === 'stock')).toMatchObject({ ok: true })
    expect(counter(world.ports)).toMatchObject({ holds: {}, sold: {}, soldForGood: 12 })
    expect(counter(world.ports, plot)).toMatchObject({ holds: { [`${no}-F1`]: 12 }, soldForGood: 0 })
    await grown(world, `${no}-F1`)
    expect(counter(world.ports, plot)).toMatchObject({ holds: {}, soldForGood: 12 })
    expect([total(counter(world.ports)), total(counter(world.ports, plot))]).toEqual(before)
  })

  it('from the shelf are sold for good with the payment, because nobody has to accept them', async () => {
    const world = await fakeWorld()
    await packed(world, LIN)
    expect(counter(world.ports, 'stock:fuji-xi-ready')).toMatchObject({ holds: {}, sold: {}, soldForGood: 12 })
  })

  it('come back from a declining orchard, whose room was never used', async () => {
    const world = await fakeWorld()
    const { no } = await place(world)
    const id = await approved(world, no)
    await yes(world.ask('o-orchard-qixia', 'work.decline', { id, key: newKey() }))
    expect(counter(world.ports, 'plot:qixia:fuji-2026')).toMatchObject({ available: 480, holds: {}, soldForGood: 0 })
  })
})
