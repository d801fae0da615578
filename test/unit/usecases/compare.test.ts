import type { ComparisonDoc } from '../../../cloudfunctions/collections'
import { ADVICE_DECISIONS } from '../../../domain/inspection/opinion'
import { approved, grown, orderInput } from '../../stories/acts'
import { FANG, LIN, newKey, no, yes } from '../../stories/world'
import { benchPhoto } from '../../support/bench-photo'
import { fakeWorld, type FakeWorld } from '../support/fake-world'

/** Two parcels on the bench, one with each word. */
let world: FakeWorld
let ids: string[]
beforeAll(async () => {
  world = await fakeWorld()
  ids = []
  for (const text of ['平安', '喜']) {
    const lines = [
      { productId: 'fuji', packId: 'two', packs: 1, imprint: { kind: 'text', text, face: 'hei' } },
    ] as const
    const input = await orderInput(world, LIN, [...lines])
    const id = await approved(world, (await yes(world.ask(LIN, 'orders.place', input))).no)
    await grown(world, id)
    await yes(world.ask(FANG, 'intake.receive', { id, key: newKey() }))
    ids.push(id)
  }
})

/** A photo in storage of a fruit that carries what the nth parcel ordered. */
async function photoOf(nth: number, name: string): Promise<string> {
  const bench = await yes(world.ask(FANG, 'intake.get', { id: ids[nth] }))
  return world.ports.files.write(`photos/${name}.jpg`, benchPhoto(bench.lines[0].art[0]))
}

const kept = () => world.ports.db.all<ComparisonDoc>('comparisons')

test('a right fruit is told from a photo in storage, with the design laid over it, once for one tap', async () => {
  const input = { id: ids[0], key: newKey(), fruit: 1, photo: await photoOf(0, 'right') }
  const view = await yes(world.ask(FANG, 'intake.compare', input))
  expect(view).toMatchObject({ verdict: 'consistent', reason: 'matches', looksLike: null, role: 'advises', fruit: 1 })
  expect(view.overlay?.path).toMatch(/^M[\d.]/)
  expect(view.photo).toMatchObject({ fileId: input.photo, height: 1 })
  expect(await yes(world.ask(FANG, 'intake.compare', input))).toEqual(view)
  expect(kept()).toHaveLength(1)
  expect(JSON.stringify(kept()[0]).length).toBeLessThan(4000)
})

test('a fruit of another crate is named by its code and order', async () => {
  const input = { id: ids[0], key: newKey(), fruit: 2, photo: await photoOf(1, 'swapped') }
  const view = await yes(world.ask(FANG, 'intake.compare', input))
  const other = await yes(world.ask(FANG, 'intake.get', { id: ids[1] }))
  expect(view).toMatchObject({ verdict: 'inconsistent', reason: 'wrongDesign' })
  expect(view.looksLike).toMatchObject({ code: other.code, orderNo: other.orderNo, design: null, others: 0 })
})

test('the decision of the person stands beside the opinion, and is counted', async () => {
  const [first] = kept()
  const judge = { id: ids[0], key: newKey(), fruit: 1, comparison: first._id, tookMs: 4200 } as const
  await yes(world.ask(FANG, 'intake.judge', { ...judge, verdict: 'inconsistent', reason: '缺笔画' }))
  expect(kept()[0]).toMatchObject({ agreement: 'differed', decision: { verdict: 'inconsistent', tookMs: 4200 } })
  await yes(world.ask(FANG, 'intake.judge', { ...judge, verdict: 'consistent' }))
  expect(kept()[0]).toMatchObject({ agreement: 'agreed', decision: { verdict: 'consistent', by: FANG } })
  const { machine, decisions } = await yes(world.ask(FANG, 'intake.figures', {}))
  expect([machine, decisions]).toEqual([{ agreed: 1, differed: 0, unsure: 0 }, 1])
})

test('fruit rejected for what the imprint has nothing to do with speaks neither for the machine nor against it', async () => {
  const [first] = kept()
  const judge = { id: ids[0], key: newKey(), fruit: 1, comparison: first._id, reason: '果子伤了' } as const
  await yes(world.ask(FANG, 'intake.judge', { ...judge, verdict: 'inconsistent', cause: 'fruit' }))
  expect(kept()[0]).toMatchObject({ agreement: null, decision: { verdict: 'inconsistent', cause: 'fruit' } })
  const { machine, decisions } = await yes(world.ask(FANG, 'intake.figures', {}))
  expect([machine, decisions]).toEqual([{ agreed: 0, differed: 0, unsure: 0 }, 0])
  await yes(world.ask(FANG, 'intake.judge', { ...judge, verdict: 'consistent', cause: 'fruit' }))
  expect(kept()[0].agreement).toBe('agreed')
  expect(kept()[0].decision).not.toHaveProperty('cause')
})

test('an opinion on another fruit or parcel cannot be decided on here', async () => {
  const [first] = kept()
  const judge = { key: newKey(), verdict: 'consistent', comparison: first._id } as const
  for (const of of [
    { id: ids[0], fruit: 2 },
    { id: ids[1], fruit: 1 },
  ]) {
    expect(await no(world.ask(FANG, 'intake.judge', { ...judge, ...of }))).toMatchObject({
      code: 'COMPARISON_UNKNOWN',
      field: 'comparison',
    })
  }
})

test('photos that are gone or no photos, and fruit that are not there, are refused at their field', async () => {
  const ask = { id: ids[0], key: newKey(), fruit: 1, photo: 'cloud://demo/photos/gone.jpg' }
  expect(await no(world.ask(FANG, 'intake.compare', ask))).toMatchObject({ code: 'PHOTO_GONE', field: 'photo' })
  const text = { ...ask, photo: 'cloud://demo/photos/text.jpg' }
  expect(await no(world.ask(FANG, 'intake.compare', text))).toMatchObject({ code: 'PHOTO_UNREADABLE', field: 'photo' })
  expect(await no(world.ask(FANG, 'intake.compare', { ...ask, fruit: 3 }))).toMatchObject({
    code: 'FRUIT_UNKNOWN',
    field: 'fruit',
  })
})

test('after enough decisions the machine proposes, and not one sooner', async () => {
  const [known] = kept()
  for (let i = kept().length; i < ADVICE_DECISIONS; i++)
    await world.ports.db.put('comparisons', { ...known, _id: `${known._id}${i}` })
  const role = async () => (await yes(world.ask(FANG, 'intake.figures', {}))).role
  expect(await role()).toBe('advises')
  await world.ports.db.put('comparisons', { ...known, _id: `${known._id}-last` })
  expect(await role()).toBe('proposes')
})
