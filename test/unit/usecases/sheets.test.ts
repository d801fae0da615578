import type { SheetsView } from '../../../contract'
import { stickersIn } from '../../../domain/fulfilment/sheet'
import { PLAIN_WISH } from '../../../domain/imprint/picture'
import { POLICY } from '../../../domain/policy'
import { drawingsOf } from '../../support/pdf-drawing'
import { approved, place } from '../../stories/acts'
import { LIN, newKey, no, QIXIA, TIANSHUI, yes } from '../../stories/world'
import { fakeWorld, type FakeWorld } from '../support/fake-world'

const words = (text: string, spread?: 'perFruit') => [
  {
    productId: 'fuji',
    packId: 'six',
    packs: 1,
    imprint: { kind: 'text' as const, text, face: 'hei' as const, ...(spread ? { spread } : {}) },
  },
]

/** Work with these words, taken by the orchard. */
async function accepted(world: FakeWorld, text: string, spread?: 'perFruit'): Promise<string> {
  const id = await approved(world, (await place(world, LIN, words(text, spread))).no)
  await yes(world.ask(QIXIA, 'work.accept', { id, key: newKey() }))
  return id
}

const list = (world: FakeWorld): Promise<SheetsView> => yes(world.ask(QIXIA, 'sheets.list', {}))
const print = (world: FakeWorld, ids: string[], key = newKey()) => world.ask(QIXIA, 'sheets.print', { key, ids })
const parcel = async (world: FakeWorld, id: string) => {
  const found = (await world.all('fulfilments')).find(({ _id }) => _id === id)
  if (!found) throw new Error(`no ${id}`)
  return found
}
const cuts = async (pdf: Uint8Array | undefined) => {
  const pages = await drawingsOf(pdf ?? new Uint8Array())
  return { pages: pages.length, stickers: pages.flat().filter(({ ink }) => ink === '0 1 0 0').length }
}

let world: FakeWorld
beforeEach(async () => {
  world = await fakeWorld()
})

test('a picture that WeChat refuses after the order was approved is not printed', async () => {
  const pictureId = newKey()
  const chosen = { productId: 'fuji', fileId: 'cloud://env/designs/photo.jpg', wish: PLAIN_WISH }
  await yes(world.ask(LIN, 'picture.register', { key: pictureId, ...chosen }))
  const imprint = { kind: 'picture' as const, pictureId }
  const { no: number } = await place(world, LIN, [{ productId: 'fuji', packId: 'six', packs: 1, imprint }])
  const id = await approved(world, number)
  await yes(world.ask(QIXIA, 'work.accept', { id, key: newKey() }))
  await world.ports.db.update('pictures', { _id: pictureId }, { set: { verdict: 'refused' } })
  expect((await no(print(world, [id]))).code).toBe('PICTURE_WITHDRAWN')
  expect((await parcel(world, id)).sheet).toBeNull()
  await world.ports.db.update('pictures', { _id: pictureId }, { set: { verdict: 'pass' } })
  await yes(print(world, [id]))
})

test('accepted work waits with its stickers and its block, and is printed as one PDF of exactly so many', async () => {
  const ids = [await accepted(world, '平安'), await accepted(world, '福')]
  const { waiting, printed } = await list(world)
  expect(
    waiting.map(({ id, stickers, stickerMm, block, printable }) => [id, stickers, stickerMm, block?.id, printable]),
  ).toEqual(ids.map((id) => [id, 7, 40, 'east-1', true]))
  expect(waiting[0].art[0]).toMatch(/^M/)
  expect(printed).toEqual([])

  const sheet = await yes(print(world, ids))
  expect(sheet).toMatchObject({ stickers: 14, pages: 1, url: expect.stringContaining('https://') as string })
  expect(await cuts(world.ports.written.get(sheet.fileId))).toEqual({ pages: 1, stickers: 14 })

  const after = await list(world)
  expect(after.waiting).toEqual([])
  expect(after.printed.map(({ id, printed: on, printable }) => [id, on?.url, printable])).toEqual(
    ids.map((id) => [id, sheet.url, true]),
  )
  for (const id of ids)
    expect(await parcel(world, id)).toMatchObject({
      state: 'accepted',
      sheet: { block: 'east-1', stickers: 7, fileId: sheet.fileId },
    })
})

test('one character on each fruit: every character has stickers and spares of its own', async () => {
  const id = await accepted(world, '平安', 'perFruit')
  expect(stickersIn(await parcel(world, id))).toBe(8)
  expect((await yes(print(world, [id]))).stickers).toBe(8)
})

test('a repeat of the tap is the same sheet, and a reprint is a new one in the same block', async () => {
  const [one, two] = [await accepted(world, '平安'), await accepted(world, '平定')]
  const key = newKey()
  const first = await yes(print(world, [two, one], key))
  const once = await world.all('fulfilments')
  expect(await yes(print(world, [one, two], key))).toEqual(first)
  expect(await world.all('fulfilments')).toEqual(once)
  expect(world.ports.written.size).toBe(1)
  expect((await parcel(world, one)).sheet?.block).not.toBe((await parcel(world, two)).sheet?.block)

  const again = await yes(print(world, [two]))
  expect(again.fileId).not.toBe(first.fileId)
  expect((await parcel(world, two)).sheet).toMatchObject({ fileId: again.fileId, block: 'east-2' })
})

test('a sheet that was interrupted goes on with the same tap: the same file, each parcel noted once', async () => {
  const ids = [await accepted(world, '平安'), await accepted(world, '平定'), await accepted(world, '福')]
  const key = newKey()
  world.ports.failNext('files.links')
  expect((await no(print(world, ids, key))).code).toBe('FAILED')
  await yes(print(world, ids, key))
  expect(world.ports.written.size).toBe(1)
  for (const id of ids)
    expect((await parcel(world, id)).history.filter(({ did }) => did === 'printSheet')).toHaveLength(1)
})

test('when the time of the event is up the rest is printed by the same tap, without a second note on anything', async () => {
  const ids = [await accepted(world, '平安'), await accepted(world, '平定'), await accepted(world, '福')]
  const key = newKey()
  world.ports.slowDown(1200)
  const taps: string[] = []
  for (let tap = 0; tap < 5 && taps.at(-1) !== 'ok'; tap++) {
    const answer = await print(world, ids, key)
    taps.push(answer.ok ? 'ok' : answer.error.code)
  }
  world.ports.slowDown(0)
  expect(taps.length).toBeGreaterThan(1)
  expect(taps).toEqual([...taps.slice(1).map(() => 'BUSY'), 'ok'])
  for (const id of ids)
    expect((await parcel(world, id)).history.filter(({ did }) => did === 'printSheet')).toHaveLength(1)
})

describe('nothing is written for', () => {
  afterEach(() => expect(world.ports.written.size).toBe(0))

  test('work of another orchard, not even when one of the batch is ours', async () => {
    const id = await accepted(world, '平安')
    for (const ids of [[id], ['GY2609057K3Q9CX-F1', id]]) {
      const asked = world.ask(ids.length > 1 ? QIXIA : TIANSHUI, 'sheets.print', { key: newKey(), ids })
      expect((await no(asked)).code).toBe('FULFILMENT_UNKNOWN')
    }
  })

  test('work that is not accepted yet, or already under its stickers', async () => {
    const offered = await approved(world, (await place(world, LIN, words('福'))).no)
    expect((await no(print(world, [offered]))).code).toBe('NOT_ALLOWED_NOW')
    const stickered = await accepted(world, '福')
    await yes(world.ask(QIXIA, 'work.record', { id: stickered, key: newKey(), step: 'sticker' }))
    expect((await no(print(world, [stickered]))).code).toBe('NOT_ALLOWED_NOW')
    expect((await list(world)).waiting).toEqual([])
  })

  test('more stickers than a batch may have', async () => {
    const id = await accepted(world, '福')
    const { lines, ...rest } = await parcel(world, id)
    const many = POLICY.mostSheetStickers
    await world.ports.db.put('fulfilments', { ...rest, lines: [{ ...lines[0], pieces: many }] })
    expect(await no(print(world, [id]))).toMatchObject({ code: 'SHEET_TOO_LONG', details: { most: many } })
  })
})

test('the sheet and its list say nothing of the customer', async () => {
  const id = await accepted(world, '福')
  const said = JSON.stringify([await list(world), await yes(print(world, [id]))]).replaceAll(id, '')
  const { openid, orderNo, lines } = await parcel(world, id)
  for (const secret of [openid, orderNo, String(lines[0].unitFen)]) expect(said).not.toContain(secret)
})

test('a long list is read to its end, page by page', async () => {
  const id = await accepted(world, '福')
  const one = await parcel(world, id)
  for (let i = 0; i < 110; i++) await world.ports.db.put('fulfilments', { ...one, _id: `${one.orderNo}${i}-F1` })
  const seen: string[] = []
  let cursor: SheetsView['next'] | undefined
  do {
    const page: SheetsView = await yes(world.ask(QIXIA, 'sheets.list', cursor ? { cursor } : {}))
    seen.push(...page.waiting.map((job) => job.id))
    cursor = page.next
  } while (cursor)
  expect(new Set(seen).size).toBe(111)
  expect(seen).toHaveLength(111)
})
