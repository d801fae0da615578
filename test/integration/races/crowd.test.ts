import type { Input } from '../../../contract'
import type { Counter } from '../../../domain/catalogue/counter'
import type { FaultRule } from '../../../localcloud/src/faults'
import { demoDocuments } from '../../../workbench/demo'
import { wordOf } from '../support/acts'
import { HOUR, startTestCloud, type TestCloud } from '../support/cloud'
import { everyMeeting, expectWhole, holdCall } from '../support/interleave'
import { CHEN, LIN, newKey, placing } from '../support/orders'

jest.setTimeout(300_000)

/** As many instances at once as the machine bears; the rest of the crowd stands in line for the next free one. */
const AT_ONCE = 16
const CROWD = 200

let shop: TestCloud
beforeAll(async () => {
  shop = await startTestCloud({ maxInstances: AT_ONCE })
  await allAtWork()
})
beforeEach(() => shop.reset())
afterAll(() => shop.close())

type Lines = Input<'orders.place'>['lines']
const SHELF = 'stock:fuji-xi-ready'
const OTHER_SHELF = 'stock:huaniu-pingan-ready'
const PIECES = 6
const boxes = (packs: number, productId = 'fuji-xi-ready'): Lines => [{ productId, packId: 'six', packs }]
const counter = (id: string) => shop.document('counters', id)
const orders = () => shop.documents('orders')
const shopper = (i: number) => `o-crowd-${i}`

/** Stock in boxes, as if no more had ever been grown; answers the counters before the first order. */
function stock(amounts: Record<string, number>): Counter[] {
  for (const [id, count] of Object.entries(amounts)) {
    shop.put('counters', { ...counter(id), available: count * PIECES })
  }
  return (demoDocuments().counters as Counter[]).map(({ _id }) => counter(_id))
}

/** Everybody orders at once; answers how often each word was the answer. */
async function rush(lines: readonly Lines[]): Promise<Record<string, number>> {
  const asks = new Map<Lines, Input<'orders.place'>>()
  for (const one of new Set(lines)) asks.set(one, await placing(shop, LIN, one))
  const answers = await Promise.all(
    lines.map((one, i) => shop.call(shopper(i), 'orders.place', { ...asks.get(one)!, key: newKey() })),
  )
  return answers
    .map(wordOf)
    .reduce<Record<string, number>>((all, word) => ({ ...all, [word]: (all[word] ?? 0) + 1 }), {})
}

/** Holds the next calls of this kind until so many of them are there, then lets all go at once. */
function gather(count: number, calls: Pick<FaultRule, 'action' | 'collection'>): { most(): number } {
  let here = 0
  let open = (): void => undefined
  const until = new Promise<void>((resolve) => (open = resolve))
  const reached = (): void => {
    here += 1
    if (here === count) open()
  }
  shop.cloud.machine.faults.add({ ...calls, kind: 'hold', times: count, reached, until })
  return { most: () => here }
}

/** Nobody goes on before all are there: with fewer instances the last one would never come. */
async function allAtWork(): Promise<number> {
  const gate = gather(AT_ONCE, { action: 'database.getDocument' })
  await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => shop.must(shopper(i), 'catalogue.get', { id: 'fuji' })))
  return gate.most()
}

async function expire(): Promise<void> {
  await shop.cloud.clock.advance(HOUR)
  expect(new Set(orders().map(({ state }) => state))).toEqual(new Set(['cancelled']))
}

describe('a crowd', () => {
  it(`of ${CROWD} for 50 boxes buys exactly 50, and the rest hear that it is sold out`, async () => {
    const start = stock({ [SHELF]: 50 })
    // All instances stand at the counter with the same picture of it before the first of them takes anything.
    const gate = gather(AT_ONCE, { action: 'database.modifyDocument', collection: 'counters' })
    const one = boxes(1)
    expect(await rush(Array.from({ length: CROWD }, () => one))).toEqual({ ok: 50, SOLD_OUT: CROWD - 50 })
    expect(gate.most()).toBe(AT_ONCE)
    expect(orders()).toHaveLength(50)
    expect(counter(SHELF).available).toBe(0)
    expectWhole(shop, 'after the rush', { start })
    await expire()
    expect(counter(SHELF)).toMatchObject({ available: 50 * PIECES, holds: {} })
    expectWhole(shop, 'after all let it expire', { start, settled: true })
  })

  it(`of ${CROWD} who want two of 101 boxes each leaves one box over`, async () => {
    const start = stock({ [SHELF]: 101 })
    gather(AT_ONCE, { action: 'database.modifyDocument', collection: 'counters' })
    const two = boxes(2)
    expect(await rush(Array.from({ length: CROWD }, () => two))).toEqual({ ok: 50, SOLD_OUT: CROWD - 50 })
    expect(counter(SHELF).available).toBe(PIECES)
    expectWhole(shop, 'after the rush', { start })
    await expire()
    expect(counter(SHELF)).toMatchObject({ available: 101 * PIECES, holds: {} })
  })

  it('whose baskets name two shelves in opposite order sells all that there is, and loses nothing', async () => {
    const start = stock({ [SHELF]: 20, [OTHER_SHELF]: 20 })
    gather(AT_ONCE, { action: 'database.modifyDocument', collection: 'counters' })
    const there = [...boxes(1), ...boxes(1, 'huaniu-pingan-ready')]
    const back = [...there].reverse()
    const said = await rush(Array.from({ length: 100 }, (_, i) => (i % 2 ? there : back)))
    expect(said).toEqual({ ok: 20, SOLD_OUT: 80 })
    expect([counter(SHELF).available, counter(OTHER_SHELF).available]).toEqual([0, 0])
    expectWhole(shop, 'after the rush', { start })
    await expire()
    expect([counter(SHELF).available, counter(OTHER_SHELF).available]).toEqual([20 * PIECES, 20 * PIECES])
  })

  it('is served by as many instances as there may be, all of them at work at once', async () => {
    expect(await allAtWork()).toBe(AT_ONCE)
    expect(shop.cloud.machine.pool.counts().shop).toEqual({ idle: AT_ONCE, busy: 0 })
  })
})

describe('two baskets', () => {
  it('with a character in common keep what both will be cut with, wherever they meet', async () => {
    const each = (text: string): Lines => [
      { productId: 'fuji', packId: 'two', packs: 1, imprint: { kind: 'text', text, face: 'hei', spread: 'perFruit' } },
    ]
    const points = await everyMeeting(shop, {
      prepare: async () => ({
        peace: await placing(shop, LIN, each('平安')),
        health: await placing(shop, CHEN, each('安康')),
      }),
      one: async ({ peace }) => wordOf(await shop.call(LIN, 'orders.place', peace)),
      other: async ({ health }) => wordOf(await shop.call(CHEN, 'orders.place', health)),
      check(_scene, answers) {
        expect(answers).toEqual({ one: 'ok', other: 'ok' })
        expect(shop.documents('stencils')).toHaveLength(3)
      },
    })
    expect(points).toBeGreaterThan(8)
  })
})

describe('the last box', () => {
  const last = async (who: string, lines: Lines) => ({ who, ask: await placing(shop, who, lines) })
  const order = ({ who, ask }: Awaited<ReturnType<typeof last>>) => shop.call(who, 'orders.place', ask).then(wordOf)

  it('on two shelves goes to one of two baskets, wherever they meet', async () => {
    const points = await everyMeeting(shop, {
      async prepare() {
        const both = [...boxes(1), ...boxes(1, 'huaniu-pingan-ready')]
        const scene = { one: await last(LIN, both), other: await last(CHEN, [...both].reverse()) }
        return scene
      },
      stock: () => stock({ [SHELF]: 1, [OTHER_SHELF]: 1 }),
      one: (scene) => order(scene.one),
      other: (scene) => order(scene.other),
      check(_scene, { one, other }) {
        expect([one, other].sort()).toEqual(['SOLD_OUT', 'ok'])
        expect([counter(SHELF).available, counter(OTHER_SHELF).available]).toEqual([0, 0])
      },
    })
    expect(points).toBeGreaterThan(12)
  })

  it('on two shelves is sold although each of two baskets has one of them in hand', async () => {
    const start = stock({ [SHELF]: 1, [OTHER_SHELF]: 1 })
    const both = [...boxes(1), ...boxes(1, 'huaniu-pingan-ready')]
    const baskets = [await last(LIN, both), await last(CHEN, [...both].reverse())]
    const taking = { action: 'database.modifyDocument', collection: 'counters' } as const
    const first = holdCall(shop, 2, taking)
    const one = order(baskets[0])
    await first.reached
    const second = holdCall(shop, 2, taking)
    const other = order(baskets[1])
    await Promise.race([second.reached, other])
    shop.cloud.machine.faults.clear()
    first.open()
    second.open()
    expect((await Promise.all([one, other])).sort()).toEqual(['SOLD_OUT', 'ok'])
    expectWhole(shop, 'after two baskets met', { start })
  })

  it('given back by one is sold to the next, and never to two', async () => {
    await everyMeeting(shop, {
      async prepare() {
        const ask = await placing(shop, LIN, boxes(1))
        const { no } = await shop.must(LIN, 'orders.place', ask)
        return { no, next: await last(CHEN, boxes(1)) }
      },
      stock: () => stock({ [SHELF]: 1 }),
      one: ({ no }) => shop.call(LIN, 'orders.cancel', { no, key: newKey() }).then(wordOf),
      other: ({ next }) => shop.call(next.who, 'orders.place', next.ask),
      check(_scene, { one, other }) {
        expect(one).toBe('ok')
        // Whoever is refused is told of less than was asked for: 6 left is no reason to refuse 6.
        if (wordOf(other) !== 'ok') expect(other).toMatchObject({ error: { code: 'SOLD_OUT', details: { left: 0 } } })
        expect(counter(SHELF).available).toBe(wordOf(other) === 'ok' ? 0 : PIECES)
      },
    })
  })
})
