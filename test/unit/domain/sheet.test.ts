import {
  inWalkingOrder,
  looksAlike,
  placeInBlocks,
  stickersIn,
  stickersOf,
  withSpares,
  type Block,
} from '../../../domain/fulfilment/sheet'
import { POLICY } from '../../../domain/policy'
import { aParcel, customLine, NINE, parcelAfter, parcelRefusal } from './given'

const block = (id: string, pieces: number, look: Block['look'] = 'fuji'): Block => ({
  id,
  name: { zh: id, en: id },
  look,
  pieces,
})

/** A parcel of so many fruit with these words, its design named by them. */
function parcel(id: string, text: string, pieces = 10, stencils = [`S-${text}`]) {
  const imprint = { kind: 'text' as const, text, face: 'hei' as const, code: `GY26-${id}`, stencils }
  return aParcel({
    _id: id,
    code: imprint.code,
    state: 'accepted',
    lines: [{ ...customLine, pieces, packs: 1, imprint }],
  })
}

describe('stickers of a parcel', () => {
  test('are as many as its fruit and the spares, rounded up; a whole number stays one', () => {
    expect([withSpares(12, 1.1), withSpares(10, 1.1), withSpares(1, 1), withSpares(20, 1.15)]).toEqual([14, 11, 1, 23])
    expect(stickersIn(parcel('A', '福', 12))).toBe(Math.ceil(12 * POLICY.spareFactor))
  })

  test('of one character on each fruit are counted for each character, with spares of its own', () => {
    const word = parcel('A', '生日快乐', 12, ['S1', 'S2', 'S3', 'S4'])
    expect(stickersOf(word)).toEqual(['S1', 'S2', 'S3', 'S4'].map((stencil) => ({ stencil, stickers: 4 })))
    expect(stickersIn(word)).toBe(16)
  })
})

test.each([
  ['平安', '平定', true],
  ['Love U', 'Love V', true],
  ['福', '福', true],
  ['福', '禄', false],
  ['生日快乐', '新年快乐', false],
  ['平安', '平安夜', false],
])('%s and %s: may be taken for each other: %s', (one, two, alike) => {
  expect(looksAlike(parcel('A', one), parcel('B', two))).toBe(alike)
})

test('two words that share a character on a fruit of its own may be swapped', () => {
  expect(looksAlike(parcel('A', '生日快乐', 4, ['S生', 'S日', 'S快', 'S乐']), parcel('B', '快', 4, ['S快']))).toBe(true)
})

describe('the order of the tree blocks', () => {
  const blocks = [block('east', 20), block('gate', 100, 'gala'), block('tower', 20)]
  const where = (parcels: ReturnType<typeof parcel>[], standing: ReturnType<typeof parcel>[] = []) =>
    Object.fromEntries([...placeInBlocks(blocks, parcels, standing)].map(([id, at]) => [id, at?.id ?? null]))

  test('fills a block of its fruit to its last tree before the next, in the order of the walk', () => {
    expect(where([parcel('A', '福'), parcel('B', '寿'), parcel('C', '喜')])).toEqual({
      A: 'east',
      B: 'east',
      C: 'tower',
    })
  })

  test('puts parcels that look alike into different blocks while there is room', () => {
    expect(where([parcel('A', '平安'), parcel('B', '平定'), parcel('C', '平乐')])).toEqual({
      A: 'east',
      B: 'tower',
      C: 'east',
    })
  })

  test('leaves what was printed where it stands, and counts what is on the trees', () => {
    const sheet = { id: 'x', block: 'tower', stickers: 12, fileId: 'cloud://demo/sheets/1.pdf', at: NINE }
    const printed = { ...parcel('A', '福'), sheet }
    const standing = { ...parcel('T', '寿', 20), sheet: { ...sheet, block: 'east' } }
    expect(where([parcel('B', '喜'), printed], [standing, printed])).toEqual({ A: 'tower', B: 'tower' })
  })

  test('refuses nobody: where all is full the emptiest block takes it, and an orchard without blocks has none', () => {
    expect(where([parcel('A', '福', 15), parcel('B', '寿', 30)])).toEqual({ A: 'east', B: 'tower' })
    expect([...placeInBlocks([], [parcel('A', '福')]).values()]).toEqual([null])
    expect([...placeInBlocks([block('gate', 50, 'gala')], [parcel('A', '福')]).values()]).toEqual([
      block('gate', 50, 'gala'),
    ])
  })

  test('is the order of the sheet: by block, then by code, those without a block last', () => {
    const parcels = [parcel('D', '喜'), parcel('A', '福'), parcel('B', '寿'), parcel('C', '禄')]
    const [east, , tower] = blocks
    const placed = new Map<string, Block | null>([
      ['A', tower],
      ['B', east],
      ['C', null],
      ['D', east],
    ])
    expect(inWalkingOrder(parcels, blocks, placed).map(({ _id }) => _id)).toEqual(['B', 'D', 'A', 'C'])
  })
})

test('a printed parcel stays accepted, may be printed again, and keeps the sheet it was last on', () => {
  const sheet = { id: 'batch-1', block: 'east', stickers: 14, fileId: 'cloud://demo/sheets/1.pdf' }
  const once = parcelAfter(parcel('A', '福'), 'orchard', { type: 'printSheet', sheet })
  expect(once).toMatchObject({ state: 'accepted', sheet: { ...sheet, at: NINE } })
  const again = parcelAfter(once, 'orchard', { type: 'printSheet', sheet: { ...sheet, id: 'batch-2' } })
  expect(again.sheet?.id).toBe('batch-2')
  expect(parcelRefusal(aParcel({ kind: 'ready', state: 'accepted' }), 'orchard', { type: 'printSheet', sheet })).toBe(
    'NOT_ALLOWED_NOW',
  )
  expect(parcelRefusal(aParcel({ state: 'stickered' }), 'orchard', { type: 'printSheet', sheet })).toBe(
    'NOT_ALLOWED_NOW',
  )
})

test('fruit for the laser has no stickers to print', () => {
  const dates = { technique: 'laser' as const, harvestFrom: '2026-10-25', hubBy: '2026-10-27', markOn: '2026-10-26' }
  const sheet = { id: 'batch-1', block: 'east', stickers: 14, fileId: 'cloud://demo/sheets/1.pdf' }
  const laser = { ...parcel('A', '福'), dates }
  expect(parcelRefusal(laser, 'orchard', { type: 'printSheet', sheet })).toBe('OTHER_TECHNIQUE')
})
