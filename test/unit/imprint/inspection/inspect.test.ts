import { inspectPhoto, preparePhoto, type Opinion } from '../../../../imprint/inspection/inspect'
import { layOver, projectionTo, straighten } from '../../../../imprint/inspection/lay-over'
import { isBlank, maskOfPicture } from '../../../../imprint/inspection/design-picture'
import { emptyPicture } from '../../../../imprint/raster'
import { reachOn } from '../../../../imprint/stencil/make-stencil'
import { makeBody } from '../../../photos/body'
import { designOf } from '../../../photos/designs'
import { takePhoto, type Photo } from '../../../photos/photo'
import { fromSticker } from '../../../photos/sticker'
import { decide, type Wish } from '../../../photos/decide'

const WIDTH = 400
const FU = designOf('福-hei')
const RICH = designOf('富-hei')
const BIRTHDAY = designOf('生日快乐小明-hei')

const photoOf = (design: typeof FU, more: Partial<Wish> = {}): Promise<Photo> =>
  takePhoto({ seed: 8, kind: 'guided', fault: 'none', fruit: 'apple', width: WIDTH, ...more }, design)

/** How far (mm on the sticker) the design is laid from where it is, at worst, over the ink's circle. */
function offMm({ truth: { scene } }: Photo, opinion: Opinion): number {
  const truly = fromSticker(scene.imprint, makeBody(scene.body), scene.camera)
  if (!opinion.place) return Infinity
  const laid = projectionTo(opinion.place)
  let worst = 0
  for (let i = 0; i < 12; i++) {
    const [x, y] = [15 * Math.cos((i * Math.PI) / 6), 15 * Math.sin((i * Math.PI) / 6)]
    const [at, beside] = [truly(x, y), truly(x * 0.9, y * 0.9)]
    const pxPerMm = Math.hypot(at.x - beside.x, at.y - beside.y) / 1.5
    const [px, py] = laid(x, y)
    worst = Math.max(worst, Math.hypot(px * WIDTH - at.x, py * WIDTH - at.y) / pxPerMm)
  }
  return worst
}

let fu: Photo
let seen: ReturnType<typeof preparePhoto>

beforeAll(async () => {
  fu = await photoOf(FU)
  seen = preparePhoto(fu.picture)
})

test('the right fruit passes, and the design is laid within half a millimetre of where it is', () => {
  const opinion = seen({ design: FU, others: [RICH] })
  expect(opinion).toMatchObject({ verdict: 'consistent', reason: 'matches', looksLike: null })
  expect(offMm(fu, opinion)).toBeLessThan(0.5)
})

test('a swapped fruit is named, and a claim that is nowhere on the fruit does not pass', () => {
  expect(seen({ design: RICH, others: [FU, BIRTHDAY] })).toMatchObject({
    verdict: 'inconsistent',
    reason: 'wrongDesign',
    looksLike: '福-hei',
  })
  expect(seen({ design: BIRTHDAY, others: [] }).verdict).not.toBe('consistent')
})

test.each(['apple', 'pear', 'mandarin', 'peach'] as const)(
  'on a %s a tenth of a mark is less than half of a whole one, and does not pass',
  async (fruit) => {
    const [whole, faded] = await Promise.all([photoOf(FU, { fruit }), photoOf(FU, { fruit, fault: 'faded' })])
    const [is, was] = [faded, whole].map(({ picture }) => preparePhoto(picture)({ design: FU, others: [] }))
    expect(was.verdict).toBe('consistent')
    expect(is.verdict).not.toBe('consistent')
    expect(is.evidence.contrast).toBeLessThan(was.evidence.contrast / 2)
  },
)

test.each([
  ['greenApple', 'dark'],
  ['apple', 'pale'],
  ['mandarin', 'pale'],
] as const)('on a %s whose mark nobody names it is taken to be %s', async (fruit, mark) => {
  const { picture } = await photoOf(FU, { fruit })
  const guessed = preparePhoto(picture)({ design: FU, others: [] })
  expect(guessed).toMatchObject({ verdict: 'consistent' })
  expect(guessed).toEqual(preparePhoto(picture, { mark })({ design: FU, others: [] }))
})

test('a pomelo carries a small mark, which is found by who knows the size of the fruit', async () => {
  const { picture } = await photoOf(FU, { fruit: 'pomelo', width: 640 })
  const opinion = preparePhoto(picture, { mark: 'dark', reach: reachOn(160) })({ design: FU, others: [RICH] })
  expect(opinion).toMatchObject({ verdict: 'consistent', reason: 'matches' })
  const apple = preparePhoto(picture, { mark: 'dark' })({ design: FU, others: [RICH] })
  expect(apple.verdict).not.toBe('inconsistent')
})

test('an imprint that is the wrong way up is not passed where the stem is known to be up', async () => {
  const upright = (seed: number) =>
    Math.cos(decide({ seed, kind: 'guided', fault: 'none', fruit: 'apple' }).imprint.roll)
  const seeds = Array.from({ length: 40 }, (_, seed) => seed)
  const [down, up] = await Promise.all(
    [seeds.find((seed) => upright(seed) < -0.8), seeds.find((seed) => upright(seed) > 0.8)].map((seed) =>
      photoOf(FU, { seed: seed ?? 0 }),
    ),
  )
  const opinion = (photo: Photo, stemUp: boolean) => preparePhoto(photo.picture)({ design: FU, others: [], stemUp })
  expect(opinion(down, true)).toMatchObject({ verdict: 'unsure', reason: 'upsideDown' })
  expect(opinion(down, false).verdict).toBe('consistent')
  expect(opinion(up, true).verdict).toBe('consistent')
})

test('a photo that is out of focus says so instead of guessing', async () => {
  const { picture } = await photoOf(BIRTHDAY, { fault: 'blurred', width: 640 })
  expect(preparePhoto(picture)({ design: BIRTHDAY, others: [] })).toMatchObject({
    verdict: 'unsure',
    reason: 'blurred',
  })
})

test('an opinion is plain data, small enough to be kept with every fruit', () => {
  const opinion = seen({ design: FU, others: [] })
  expect(JSON.parse(JSON.stringify(opinion))).toEqual(opinion)
  expect(JSON.stringify(opinion.place).length).toBeLessThan(1000)
  expect(Object.values(opinion.evidence).every(Number.isFinite)).toBe(true)
})

test('straightened, the imprint lies as it was designed, and a path lies over it on the photo', () => {
  const { place } = seen({ design: FU, others: [] })
  if (!place) throw new Error('it was found')
  const flat = straighten(fu.picture, place, 80)
  // Pale skin has more green: the mean of it under the ink must be above that beside the ink.
  const sums = [0, 0, 0, 0]
  for (let i = 0; i < 80 * 80; i++) {
    const [x, y] = [i % 80, Math.floor(i / 80)]
    if (Math.hypot(x - 39.5, y - 39.5) > 36) continue
    const cell = Math.floor((y * FU.mask.height) / 80) * FU.mask.width + Math.floor((x * FU.mask.width) / 80)
    const ink = FU.mask.coverage[cell] > 0.5 ? 0 : 2
    sums[ink] += flat.pixels[i * 4 + 1]
    sums[ink + 1]++
  }
  expect(sums[0] / sums[1]).toBeGreaterThan(1.5 * (sums[2] / sums[3]))
  const [start, line] = layOver(
    [
      ['M', -10, 5],
      ['L', 10, 5],
    ],
    place,
  ).filter(([kind]) => kind !== 'Z')
  expect(start.slice(1)).toEqual([...projectionTo(place)(-10, 5)])
  expect(line[0]).toBe('L')
})

test('a mirrored print is told, with and without other designs', async () => {
  const mirrored = await photoOf(BIRTHDAY, { fault: 'mirrored', seed: 10 })
  const opinion = inspectPhoto({ photo: mirrored.picture, design: BIRTHDAY, others: [FU] })
  expect(opinion).toMatchObject({ verdict: 'inconsistent', reason: 'mirrored' })
})

test('a design with a part left out does not pass', async () => {
  const { picture } = await photoOf(BIRTHDAY, { fault: 'erased', seed: 12 })
  expect(inspectPhoto({ photo: picture, design: BIRTHDAY, others: [] }).verdict).not.toBe('consistent')
})

test('a photo of nothing is no fruit of anybody', () => {
  const grey = { ...emptyPicture(160, 120), pixels: new Uint8ClampedArray(160 * 120 * 4).fill(127) }
  expect(inspectPhoto({ photo: grey, design: FU, others: [RICH] })).toMatchObject({
    verdict: 'unsure',
    looksLike: null,
  })
})

test.each([
  [2000, 4],
  [4, 2000],
  [1, 1],
])('a photo of %i by %i pixels is answered', (width, height) => {
  expect(inspectPhoto({ photo: emptyPicture(width, height), design: FU, others: [] }).verdict).toBe('unsure')
})

test('black on white and black on nothing are the same design', () => {
  const drawn = (white: boolean) => {
    const picture = emptyPicture(4, 4)
    for (let i = 0; i < 16; i++)
      picture.pixels.set(i < 6 ? [0, 0, 0, 255] : white ? [255, 255, 255, 255] : [0, 0, 0, 0], i * 4)
    return maskOfPicture(picture).coverage
  }
  expect(drawn(true)).toEqual(drawn(false))
  expect(drawn(true)[0]).toBeCloseTo(1)
})

test('a design that is no square lies in the middle of the sticker, unstretched', () => {
  const wide = emptyPicture(6, 2)
  wide.pixels.set([0, 0, 0, 255], (1 * 6 + 5) * 4)
  const { width, height, coverage } = maskOfPicture(wide)
  expect([width, height]).toEqual([6, 6])
  expect([...coverage].flatMap((ink, i) => (ink > 0 ? [i] : []))).toEqual([3 * 6 + 5])
})

test('a sheet of one tone is blank, a design is not', () => {
  const sheet = emptyPicture(4, 4)
  expect(isBlank(maskOfPicture(sheet))).toBe(true)
  sheet.pixels.fill(255)
  expect(isBlank(maskOfPicture(sheet))).toBe(true)
  sheet.pixels.set([0, 0, 0, 255], 20)
  expect(isBlank(maskOfPicture(sheet))).toBe(false)
})
