import { designOf, sampleDesigns, type SampleDesign } from '../../photos/designs'
import { FAULTS, mirrored } from '../../photos/faults'
import { FRUITS } from '../../photos/fruits'
import { takePhoto } from '../../photos/photo'
import { dealt, showsMirror } from '../../photos/samples'
import { agreement } from '../../photos/straighten'
import type { Wish } from '../../photos/decide'

const wish = (seed: number, more: Partial<Wish> = {}): Wish => ({
  seed,
  kind: 'guided',
  fault: 'none',
  fruit: 'apple',
  width: 400,
  ...more,
})
const LOPSIDED = ['福-hei', '生日快乐小明-hei', 'LoveU-hei']

/** How well the truth of a photo fits it. */
async function fit(more: Partial<Wish> & { seed: number }, design: SampleDesign, mask = design.mask): Promise<number> {
  const photo = await takePhoto(wish(more.seed, more), design)
  const bare = await takePhoto(wish(more.seed, { ...more, fault: 'unprinted' }), design)
  return agreement(photo, bare, mask)
}

test('the batch has at least 38 designs, and look-alikes name each other', () => {
  const designs = sampleDesigns()
  expect(designs.length).toBeGreaterThanOrEqual(38)
  expect(new Set(designs.map(({ id }) => id)).size).toBe(designs.length)
  for (const { id, mask, twins } of designs) {
    expect(mask.coverage.reduce((sum, value) => sum + value, 0)).toBeGreaterThan(mask.coverage.length * 0.02)
    for (const twin of twins) expect(designOf(twin).twins).toContain(id)
  }
})

test('the same seed gives the same bytes, and the next one another photo', async () => {
  const design = designOf('福-hei')
  const [once, again, other] = await Promise.all(
    [8, 8, 9].map((seed) => takePhoto(wish(seed, { kind: 'hard' }), design)),
  )
  expect(once.jpeg.equals(again.jpeg)).toBe(true)
  expect(once.jpeg.equals(other.jpeg)).toBe(false)
})

test.each(LOPSIDED)('%s lies on a guided photo where the truth says, and its mirror image does not', async (id) => {
  const design = designOf(id)
  for (const seed of [3, 5]) {
    expect(await fit({ seed }, design)).toBeGreaterThan(0.8)
    expect(await fit({ seed }, design, mirrored(design.mask))).toBeLessThan(0.7)
  }
})

test.each(FRUITS)('an imprint on a %s can be seen', async (fruit) => {
  const design = designOf('福-song')
  expect(Math.abs(await fit({ seed: 11, fruit }, design))).toBeGreaterThan(0.65)
})

test.each(FAULTS.filter((fault) => fault !== 'none'))(
  'the fault %s is one that can be seen in the photo',
  async (fault) => {
    const design = designOf('生日快乐小明-hei')
    const photo = await takePhoto(wish(21, { kind: 'hard', fault }), design)
    const seen = await fit({ seed: 21, kind: 'hard', fault }, design)
    const right = await fit({ seed: 21, kind: 'hard' }, design)
    if (fault === 'farSide') expect(photo.truth.scene.imprint.tilt).toBeGreaterThan(1.3)
    else expect(seen).toBeLessThan(right - 0.02)
    if (fault === 'erased' || fault === 'partlyErased') expect(photo.truth.erased).toBeGreaterThan(0.06)
    if (fault === 'glare') expect(photo.truth.glare).toBeGreaterThan(0.5)
  },
)

test('guided photos face the camera, hard ones up to 30 degrees aside, the fruit wholly in the picture', async () => {
  const design = designOf('日-hei')
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    for (const kind of ['guided', 'hard'] as const) {
      const { scene } = (await takePhoto(wish(seed, { kind, width: 160 }), design)).truth
      const { width, height, fruit } = scene.camera
      expect((scene.imprint.tilt * 180) / Math.PI).toBeLessThan(kind === 'guided' ? 11 : 30)
      expect(Math.min(fruit.x, width - fruit.x, fruit.y, height - fruit.y)).toBeGreaterThan(fruit.radius)
    }
  }
})

test("every fault and every fruit of an apple's size is dealt, and no mirror image that nobody could tell", () => {
  const deals = Array.from({ length: 600 }, (_, seed) => dealt(seed))
  expect(new Set(deals.map(({ fault }) => fault)).size).toBe(FAULTS.length)
  // All but the pomelo, which is twice as large as what the tables are about.
  expect(new Set(deals.map(({ fruit }) => fruit)).size).toBe(FRUITS.length - 1)
  expect(new Set(deals.map(({ design }) => design.id)).size).toBe(sampleDesigns().length)
  for (const { design, fault } of deals) if (fault === 'mirrored') expect(showsMirror(design)).toBe(true)
  expect(['日-hei', '王-song', '大-hei'].some((id) => showsMirror(designOf(id)))).toBe(false)
})
