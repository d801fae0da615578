import { act, render } from '@testing-library/react'
import type { Path } from '../../../imprint/outline/path'
import { FruitStage, type FruitStageProps } from '../../../src/components/FruitStage'
import { cloud } from '../support/taro'

const frames: (() => void)[] = []
const loaded: string[] = []
let log: string[] = []

/** Notes what is painted, with the alpha it is painted with. */
function newPen(): object {
  const set: Record<string, unknown> = { globalAlpha: 1 }
  return new Proxy(set, {
    get: (_, name: string) => {
      if (name in set) return set[name]
      return (...args: { name?: string }[]) => {
        const alpha = Number(set.globalAlpha).toFixed(2)
        log.push(name === 'drawImage' ? `${args[0].name} ${alpha}` : name === 'fill' ? `fill ${alpha}` : name)
      }
    },
  })
}

class Picture {
  onload?: () => void
  onerror?: () => void
  name = ''
  constructor(private readonly readable: boolean) {}
  set src(src: string) {
    loaded.push(src)
    this.name = src.replace(/^.*\/|\.png$/g, '')
    queueMicrotask(() => (this.readable ? this.onload?.() : this.onerror?.()))
  }
}

function newCanvas(readable: boolean) {
  const pen = newPen()
  return {
    ...{ width: 0, height: 0 },
    getContext: () => pen,
    createImage: () => new Picture(readable),
    requestAnimationFrame: (work: () => void) => frames.push(work),
  }
}

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
  cloud.setCanvas(newCanvas(true))
  log = []
  frames.length = loaded.length = 0
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
  return { page, paint: () => act(() => frames.splice(0).forEach((frame) => frame())) }
}

const pictures = () => log.filter((entry) => entry.includes('-'))

test('at harvest the printed skin shows through the imprint on the ripe fruit', async () => {
  const { paint } = await show()
  paint()
  expect(pictures()).toEqual(['fuji-ripe 1.00', 'fuji-printed 1.00'])
  expect(log.indexOf('clip')).toBeLessThan(log.indexOf('fuji-printed 1.00'))
  expect(loaded).toContain('/studio/assets/fuji-colouring.png')
})

test('under the film the words are ink, and the printed skin is not there yet', async () => {
  const { paint } = await show({ t: 0.25 })
  paint()
  expect(pictures()).toEqual(['fuji-green 1.00'])
  expect(log.filter((entry) => entry.startsWith('fill'))).toEqual(['fill 0.34', 'fill 0.88'])
})

test('a laser has no film, and marks at the end', async () => {
  const { page, paint } = await show({ look: 'youzi', technique: 'laser', t: 0.5 })
  paint()
  expect(log.filter((entry) => entry.startsWith('fill'))).toEqual([])
  expect(pictures().some((entry) => entry.startsWith('youzi-printed'))).toBe(false)
  page.rerender(shown({ look: 'youzi', technique: 'laser', t: 1 }))
  paint()
  expect(pictures().some((entry) => entry.startsWith('youzi-printed'))).toBe(true)
})

test('many changes before the next frame are painted once, as they are then', async () => {
  const { page, paint } = await show({ t: 0 })
  paint()
  log.length = 0
  for (const t of [0.1, 0.2, 0.3, 1]) page.rerender(shown({ t }))
  expect(frames).toHaveLength(1)
  paint()
  expect(pictures()).toEqual(['fuji-ripe 1.00', 'fuji-printed 1.00'])
})

test('spots are ringed, and a bare fruit is painted without an imprint', async () => {
  const { paint } = await show({ path: null, spots: [{ x: 3, y: 3, r: 1 }] })
  paint()
  expect(pictures()).toEqual(['fuji-ripe 1.00'])
  expect(log.filter((entry) => entry === 'stroke')).toHaveLength(2)
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
  expect(pictures().slice(-2)).toEqual(['tao-ripe 1.00', 'tao-printed 1.00'])
})

test.each([
  ['no canvas', null],
  ['pictures that cannot be read', newCanvas(false)],
])('with %s the still preview stays, and is spoken all the same', async (_, canvas) => {
  cloud.setCanvas(canvas)
  const { page } = await show({ t: 0.6 })
  const still = Array.from(page.container.querySelectorAll('.fruit img'), (image) => (image as HTMLImageElement).src)
  expect(still[0]).toContain('fuji-colouring.png')
  expect(still[1]).toContain('data:image/svg+xml')
  expect(page.container.querySelector('#fruit')?.getAttribute('aria-label')).toBe('生日快乐')
})
