import { act, render } from '@testing-library/react'
import type { Path } from '../../../imprint/outline/path'
import { FruitStage, type FruitStageProps } from '../../../src/components/FruitStage'
import { newCanvas } from '../support/canvas'
import { cloud } from '../support/taro'

let canvas: ReturnType<typeof newCanvas>

const bar: Path = [['M', -8, -2], ['L', 8, -2], ['L', 8, 2], ['L', -8, 2], ['Z']]
const props: FruitStageProps = {
  id: 'fruit',
  look: 'fuji',
  technique: 'mask',
  path: bar,
  t: 1,
  label: '生日快乐',
  side: 200,
}

beforeEach(() => {
  cloud.reset()
  canvas = newCanvas()
  cloud.setCanvas(canvas.node)
})

const shown = (part: Partial<FruitStageProps> = {}) => <FruitStage {...props} {...part} />

/** Lets everything that was promised come. */
const settle = () =>
  act(async () => {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve()
  })

async function show(part: Partial<FruitStageProps> = {}) {
  const page = render(shown(part))
  await settle()
  return { page, paint: () => act(canvas.paint) }
}

test('at harvest the printed skin shows through the imprint on the ripe fruit', async () => {
  const { paint } = await show()
  paint()
  expect(canvas.pictures()).toEqual(['fuji-ripe 1.00', 'fuji-printed 1.00'])
  expect(canvas.log.indexOf('clip')).toBeLessThan(canvas.log.indexOf('fuji-printed 1.00'))
  expect(canvas.loaded).toContain('/studio/assets/fuji-colouring.png')
})

test('under the film the words are ink, and the printed skin is not there yet', async () => {
  const { paint } = await show({ t: 0.25 })
  paint()
  expect(canvas.pictures()).toEqual(['fuji-green 1.00'])
  expect(canvas.fills()).toEqual(['fill 0.34', 'fill 0.88'])
})

test('a laser has no film, and marks at the end', async () => {
  const { page, paint } = await show({ look: 'youzi', technique: 'laser', t: 0.5 })
  paint()
  expect(canvas.fills()).toEqual([])
  expect(canvas.pictures().some((entry) => entry.startsWith('youzi-printed'))).toBe(false)
  page.rerender(shown({ look: 'youzi', technique: 'laser', t: 1 }))
  paint()
  expect(canvas.pictures().some((entry) => entry.startsWith('youzi-printed'))).toBe(true)
})

test('many changes before the next frame are painted once, as they are then', async () => {
  const { page, paint } = await show({ t: 0 })
  paint()
  canvas.log.length = 0
  for (const t of [0.1, 0.2, 0.3, 1]) page.rerender(shown({ t }))
  expect(canvas.frames).toHaveLength(1)
  paint()
  expect(canvas.pictures()).toEqual(['fuji-ripe 1.00', 'fuji-printed 1.00'])
})

test('spots are ringed, and a bare fruit is painted without an imprint', async () => {
  const { paint } = await show({ path: null, spots: [{ x: 3, y: 3, r: 1 }] })
  paint()
  expect(canvas.pictures()).toEqual(['fuji-ripe 1.00'])
  expect(canvas.log.filter((entry) => entry === 'stroke')).toHaveLength(2)
})

test('a change of fruit waits for its pictures behind the still preview', async () => {
  const { page, paint } = await show()
  paint()
  expect(page.container.querySelector('.fruit')).toBeNull()
  page.rerender(shown({ look: 'tao' }))
  expect(page.container.querySelector('.fruit')).not.toBeNull()
  await settle()
  paint()
  expect(page.container.querySelector('.fruit')).toBeNull()
  expect(canvas.pictures().slice(-2)).toEqual(['tao-ripe 1.00', 'tao-printed 1.00'])
})

test.each([
  ['no canvas', null],
  ['pictures that cannot be read', newCanvas({ readable: false }).node],
])('with %s the still preview stays, and is spoken all the same', async (_, node) => {
  cloud.setCanvas(node)
  const { page } = await show({ t: 0.6 })
  const still = Array.from(page.container.querySelectorAll('.fruit img'), (image) => (image as HTMLImageElement).src)
  expect(still[0]).toContain('fuji-colouring.png')
  expect(still[1]).toContain('data:image/svg+xml')
  expect(page.container.querySelector('#fruit')?.getAttribute('aria-label')).toBe('生日快乐')
})
