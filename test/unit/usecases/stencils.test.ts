import type { Input } from '../../../contract'
import { PLAIN_WISH } from '../../../domain/imprint/picture'
import { parsePath } from '../../../imprint/outline/parse-path'
import { boxOf } from '../../../imprint/outline/path'
import { birthday, orderInput, pay } from '../../stories/acts'
import { CHEN, FANG, LIN, newKey, no, QIXIA, yes } from '../../stories/world'
import { fakeWorld, type FakeWorld } from '../support/fake-world'

let world: FakeWorld
beforeEach(async () => void (world = await fakeWorld()))

type TextImprint = Extract<Input<'design.stencil'>['imprint'], { kind: 'text' }>
type Lines = Input<'orders.place'>['lines']

const see = (text: string, more: Partial<TextImprint> = {}, productId = 'fuji') =>
  yes(world.ask(LIN, 'design.stencil', { productId, imprint: { kind: 'text', text, face: 'hei', ...more } }))
const order = async (lines: Lines) => world.ask(LIN, 'orders.place', await orderInput(world, LIN, lines))
const line = (imprint: Lines[number]['imprint'], packId = 'two'): Lines => [
  { productId: 'fuji', packId, packs: 1, imprint },
]
const dots = Array.from({ length: 36 }, (_, i) => String.fromCharCode(0x4e00 + i * 37)).join('')

describe('what would be cut', () => {
  it('is inside the safe circle, and has no fault', async () => {
    const { refusal, art, spots, fixes, measures } = await see('福')
    expect({ refusal, spots, fixes }).toEqual({ refusal: null, spots: [], fixes: [] })
    const box = boxOf(parsePath(art[0]) ?? [])
    expect(Math.max(...Object.values(box ?? { none: 99 }).map(Math.abs))).toBeLessThanOrEqual(18.01)
    expect(measures).toMatchObject({ stickerMm: 40, least: { strokeMm: 0.8, gapMm: 0.7 } })
    expect(measures.strokeMm).toBeGreaterThanOrEqual(0.8)
  })

  it('is one design for each character when every fruit carries its own', async () => {
    const { art, refusal } = await see('生日快乐', { spread: 'perFruit' })
    expect(refusal).toBeNull()
    expect(new Set(art).size).toBe(4)
    expect((await see('生')).art[0]).toBe(art[0])
  })

  it('names what is too fine, where it is, and a face that works', async () => {
    const { refusal, spots, fixes } = await see('生日快乐', { face: 'song' })
    expect(refusal).toMatchObject({ code: 'IMPRINT_TOO_FINE', field: 'imprint.text' })
    expect(spots.length).toBeGreaterThan(0)
    for (const { x, y, kind, size } of spots) {
      expect(Math.hypot(x, y)).toBeLessThan(20)
      if (kind === 'stroke') expect(size).toBeLessThan(0.8)
    }
    expect(fixes).toEqual([{ kind: 'face', face: 'hei' }])
  })

  it('is thickened visibly only when the shopper agrees', async () => {
    const asked = await see('平安', { face: 'song' })
    expect(asked).toMatchObject({ refusal: { code: 'IMPRINT_TOO_FINE' }, fixes: [{ kind: 'thicken' }] })
    const agreed = await see('平安', { face: 'song', mend: 'full' })
    expect(agreed).toMatchObject({ refusal: null, fixes: [] })
    expect(agreed.art).not.toEqual(asked.art)
  })

  it('shows words that are too long, and says that they are', async () => {
    const { refusal, art } = await see('生日快乐一生平安')
    expect(refusal?.code).toBe('IMPRINT_TOO_LONG')
    expect(art).toHaveLength(1)
  })

  it('is not drawn for a page of text, and never longer than the phone waits', async () => {
    expect(await see('福'.repeat(13))).toMatchObject({ refusal: { code: 'IMPRINT_TOO_LONG' }, art: [] })
    expect(await see('福'.repeat(13), { spread: 'perFruit' })).toMatchObject({
      refusal: { code: 'IMPRINT_TOO_LONG', details: { max: 12 } },
      art: [],
    })
  })

  it('of a motif can be made on every fruit, under film and by laser', async () => {
    for (const productId of ['fuji', 'qingpingguo', 'youzi']) {
      const seen = await yes(
        world.ask(LIN, 'design.stencil', { productId, imprint: { kind: 'motif', motif: 'heart' } }),
      )
      expect(seen).toMatchObject({ refusal: null, fixes: [] })
    }
  })

  it('is nothing for what cannot be grown', async () => {
    expect(await see('😀')).toMatchObject({ refusal: { code: 'IMPRINT_UNPRINTABLE' }, art: [], spots: [] })
    expect(
      (await no(world.ask(LIN, 'design.stencil', { productId: 'nothing', imprint: birthday[0].imprint! }))).code,
    ).toBe('PRODUCT_UNKNOWN')
  })

  it('of a photo follows the wish, and is refused for somebody else’s', async () => {
    const seen = (wish = {}, openid = LIN, fileId = 'cloud://env/designs/photo.jpg') =>
      world.ask(openid, 'picture.stencil', { productId: 'fuji', fileId, wish: { ...PLAIN_WISH, ...wish } })
    const plain = await yes(seen())
    expect(plain.refusal).toBeNull()
    expect((await yes(seen({ invert: true }))).art).not.toEqual(plain.art)
    expect((await no(seen({}, LIN, 'cloud://env/designs/text.jpg'))).code).toBe('PICTURE_UNREADABLE')
    expect((await no(seen({}, LIN, 'cloud://env/designs/gone.jpg'))).code).toBe('PICTURE_UNKNOWN')
    const mine = { key: newKey(), productId: 'fuji', fileId: 'cloud://env/designs/photo.jpg', wish: PLAIN_WISH }
    await yes(world.ask(LIN, 'picture.register', mine))
    const other = { ...mine, wish: { ...PLAIN_WISH, invert: true } }
    expect((await no(world.ask(LIN, 'picture.register', other))).code).toBe('PICTURE_UNKNOWN')
    expect((await no(seen({}, CHEN))).code).toBe('PICTURE_UNKNOWN')
  })
})

describe('glyphs', () => {
  it('are outlines of the characters asked for, and null for one the face lacks', async () => {
    const { glyphs, unitsPerEm } = await yes(
      world.ask(LIN, 'design.glyphs', { face: 'hei', characters: '福 福a\u{10ffff}' }),
    )
    expect(Object.keys(glyphs)).toEqual(['福', 'a', '\u{10ffff}'])
    expect(glyphs['\u{10ffff}']).toBeNull()
    expect(glyphs['福']?.advance).toBe(unitsPerEm)
  })
})

describe('an order', () => {
  it('keeps what is cut for it, each design once, and everybody is shown the same', async () => {
    const shown = await see('生日快乐')
    const { no: number } = await yes(order(birthday))
    await yes(order(birthday))
    expect((await world.all('stencils')).map(({ d }) => d)).toEqual(shown.art)
    expect((await yes(world.ask(LIN, 'orders.get', { no: number }))).lines[0].art).toEqual(shown.art)
    await pay(world, number)
    expect((await yes(world.ask(FANG, 'review.get', { no: number }))).lines[0].art).toEqual(shown.art)
    await yes(world.ask(FANG, 'review.approve', { no: number, key: newKey() }))
    const job = await yes(world.ask(QIXIA, 'work.get', { id: `${number}-F1` }))
    expect(job.art).toEqual(shown.art)
    expect(JSON.stringify(job)).not.toContain('cloud://')
  })

  it('cannot be placed with strokes that would blur, and takes no fruit for it', async () => {
    const refusal = await no(order(line({ kind: 'text', text: '生日快乐', face: 'song' })))
    expect(refusal).toMatchObject({ code: 'IMPRINT_TOO_FINE', field: 'lines.0.imprint.text' })
    expect((await world.all('counters')).every(({ holds }) => Object.keys(holds).length === 0)).toBe(true)
  })

  it('gives every fruit of the box a character only when they come out even', async () => {
    const spread = (text: string, packId: string) =>
      order(line({ kind: 'text', text, face: 'hei', spread: 'perFruit' }, packId))
    expect(await no(spread('生日快乐', 'six'))).toMatchObject({
      code: 'SPREAD_UNEVEN',
      field: 'lines.0.imprint.text',
      details: { count: 4, pieces: 6 },
    })
    const placed = await yes(spread('生日快乐', 'twelve'))
    expect(placed.codes).toHaveLength(1)
    expect((await world.all('orders'))[0].lines[0].imprint).toMatchObject({ spread: 'perFruit' })
    expect((await world.all('orders'))[0].lines[0].imprint?.stencils).toHaveLength(4)
  })

  it('has an end to its designs', async () => {
    const lines = Array.from({ length: 3 }, (_, i): Lines[number] => ({
      ...{ productId: 'fuji', packId: 'twelve', packs: 1 },
      imprint: { kind: 'text', text: dots.slice(i * 12, i * 12 + 12), face: 'hei', spread: 'perFruit' },
    }))
    expect((await no(order(lines))).code).toBe('TOO_MANY_DESIGNS')
  })

  it('goes on cutting where it was stopped when time ran out', async () => {
    const lines = ['福', '寿'].map((text): Lines[number] => line({ kind: 'text', text, face: 'hei' })[0])
    const input = await orderInput(world, LIN, lines)
    const { insert } = world.ports.db
    let stopped = true
    world.ports.db.insert = async (collection, ...docs) => {
      if (collection !== 'stencils' || !stopped) return insert(collection, ...docs)
      stopped = false
      await insert(collection, docs[0])
      throw new Error('the function was ended here')
    }
    expect((await no(world.ask(LIN, 'orders.place', input))).code).toBe('FAILED')
    await yes(world.ask(LIN, 'orders.place', input))
    expect(await world.all('stencils')).toHaveLength(2)
    expect(await world.all('orders')).toHaveLength(1)
  })
})

describe('the verdicts on words and pictures', () => {
  it('are kept with the order: WeChat’s when it was placed, WeChat’s and the reviewer’s at review', async () => {
    const { no: number } = await yes(order(birthday))
    await pay(world, number)
    await yes(world.ask(FANG, 'review.approve', { no: number, key: newKey() }))
    expect((await world.all('orders'))[0].verdicts).toMatchObject([
      { what: 'words', lineId: 'L1', by: 'wechat', verdict: 'pass' },
      { what: 'words', lineId: 'L1', by: 'reviewer', verdict: 'pass' },
    ])
  })

  it('keep a picture from the orchard that WeChat refuses after the order was placed', async () => {
    const chosen = { productId: 'fuji', fileId: 'cloud://env/designs/photo.jpg', wish: PLAIN_WISH }
    const { pictureId } = await yes(world.ask(LIN, 'picture.register', { key: newKey(), ...chosen }))
    const { no: number } = await yes(order(line({ kind: 'picture', pictureId })))
    await pay(world, number)
    await world.ports.db.update('pictures', { _id: pictureId }, { set: { verdict: 'refused' } })
    const [, , content] = (await yes(world.ask(FANG, 'review.get', { no: number }))).checks
    expect(content).toMatchObject({ ok: false, note: { zh: '微信判定图片不能印，请拒绝' } })
    expect((await no(world.ask(FANG, 'review.approve', { no: number, key: newKey() }))).code).toBe('PICTURE_REFUSED')
    await yes(world.ask(FANG, 'review.reject', { no: number, key: newKey(), reason: '图片不能印' }))
  })
})
