import { LOOK_IDS, type LookId } from '../../../imprint/fruit/looks'
import { renderFruit } from '../../../imprint/fruit/render'
import { fillPath } from '../../../imprint/outline/fill'
import { parsePath } from '../../../imprint/outline/parse-path'
import { flatten, mapPath, placePath, svgPath, type Path } from '../../../imprint/outline/path'
import { projectionOf, quickProjection } from '../../../imprint/preview/projection'
import { wrapPath } from '../../../imprint/preview/wrap'
import { type Mask } from '../../../imprint/raster'
import { drawsOf, type Draws } from '../../support/draw'

const SIDE = 112
/** The renderer looks at the middle of each pixel only: so the outline is filled this much finer and looked at there. */
const FINER = 8
const MASK = 480

/**
 * The ink the renderer puts on the fruit: where the figure looks more like a printed point of it than everything but
 * the figure does.
 */
function printedInk(look: LookId, figure: Mask, inkPixel: number): boolean[] {
  const around = { ...figure, coverage: figure.coverage.map((ink) => 1 - ink) }
  const [printed, spared] = [figure, around].map((imprint) => renderFruit({ look, size: SIDE, imprint }).pixels)
  const towards = [0, 1, 2].map((c) => printed[inkPixel * 4 + c] - spared[inkPixel * 4 + c])
  return Array.from({ length: SIDE * SIDE }, (_, i) => {
    const along = towards.reduce((sum, way, c) => sum + way * (printed[i * 4 + c] - spared[i * 4 + c]), 0)
    return along > 0.02 * towards.reduce((sum, way) => sum + way * way, 0)
  })
}

const ellipse = (x: number, y: number, rx: number, ry: number): Path => [
  ['M', x - rx, y],
  ['C', x - rx, y - ry * 0.5523, x - rx * 0.5523, y - ry, x, y - ry],
  ['Q', x + rx, y - ry, x + rx, y],
  ['L', x, y + ry],
  ['Z'],
]

/** A figure as words are: straight bars, round pieces, and a hole drawn the other way round. */
function anyFigure(draws: Draws): Path {
  const mm = (from: number, to: number) => from + ((to - from) * draws.below(1000)) / 1000
  const bar = mm(-9, -3)
  return [
    ...[bar, bar + mm(5, 7)].flatMap(
      (y, i): Path =>
        i === 0
          ? [
              ['M', -13, y],
              ['L', 13, y],
            ]
          : [['L', 13, y], ['L', -13, y], ['Z']],
    ),
    ...ellipse(mm(-2, 6), mm(-2, 6), mm(5, 8), mm(5, 8)),
    ['M', -14, -13],
    ['L', -14, 13],
    ['L', -9, 13],
    ['L', -9, -13],
    ['Z'],
  ]
}

/** Slanted, so that no edge runs along a whole row of pixels. */
const turned = (path: Path) => mapPath(path, (x, y) => [x * 0.92 - y * 0.39, x * 0.39 + y * 0.92])

describe.each(LOOK_IDS)('an outline on %s', (look) => {
  it('covers the skin that the renderer prints', () => {
    const figure = turned(anyFigure(drawsOf(LOOK_IDS.indexOf(look) + 1)))
    const scale = MASK / 40
    const [x, y] = wrapPath(turned([['M', -12, 12]]), look, SIDE)[0].slice(1) as [number, number]
    const mask = fillPath(placePath(figure, scale, MASK / 2, MASK / 2), MASK, MASK)
    const printed = printedInk(look, mask, Math.floor(y) * SIDE + Math.floor(x))
    const side = SIDE * FINER
    const wrapped = fillPath(wrapPath(figure, look, side), side, side).coverage
    let [both, either] = [0, 0]
    printed.forEach((ink, i) => {
      const middle = (Math.floor(i / SIDE) + 0.5) * FINER * side + ((i % SIDE) + 0.5) * FINER
      const filled = wrapped[middle] > 0.5
      if (ink && filled) both++
      if (ink || filled) either++
    })
    expect(either).toBeGreaterThan(150)
    expect(both / either).toBeGreaterThan(0.95)
  })

  it('lies within a thirtieth of a millimetre of every point put on the fruit by itself', () => {
    const project = projectionOf(look)
    const quick = quickProjection(look)
    const mm = project(1, 0)[0] - project(0, 0)[0]
    const off: number[] = []
    for (let x = -19.3; x < 20; x += 1.7) {
      for (let y = -19.3; y < 20; y += 1.3) {
        const [a, b] = [project(x, y), quick(x, y)]
        off.push(Math.hypot(a[0] - b[0], a[1] - b[1]) / mm)
      }
    }
    expect(Math.max(...off)).toBeLessThan(0.033)
  })

  it('bends a long straight line as it bends the same line given in many short ones', () => {
    const sag = (path: Path) => {
      const ys = flatten(wrapPath(path, look, SIDE))[0].filter((_, i) => i % 2 === 1)
      return Math.max(...ys) - Math.min(...ys)
    }
    const there: Path = [
      ['M', -15, 12],
      ['L', 15, 12],
    ]
    const steps = Array.from({ length: 60 }, (_, i) => ['L', -14.5 + i / 2, 12] as const)
    expect(Math.abs(sag([...there, ['Z']]) - sag([there[0], ...steps, ['Z']]))).toBeLessThan(SIDE / 2000)
    expect(sag([...there, ['Z']])).toBeGreaterThan(SIDE / 1000)
  })
})

describe('the d of an svg path', () => {
  it('is read back as it was printed', () => {
    const path = anyFigure(drawsOf(3))
    const d = svgPath(path)
    const read = parsePath(d)
    expect(read && svgPath(read)).toBe(d)
    expect(read).toHaveLength(path.length)
    expect(parsePath('')).toEqual([])
  })

  it.each(['L1 2', 'M1', 'M1 2 3 4', 'M1 2A3 4', 'm1 2', 'M1 x', 'M1 2"/>', 'M1 2Z3', 'M1e999 2'])(
    'is refused when it is %s',
    (d) => expect(parsePath(d)).toBeNull(),
  )
})
