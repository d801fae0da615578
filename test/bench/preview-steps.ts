/** Prints the milliseconds of each step of the preview as JSON; `preview.ts` runs it in two kinds of engine. */
import { LOOK_IDS } from '../../imprint/fruit/looks'
import { parsePath } from '../../imprint/outline/parse-path'
import { placePath, svgPath, type Path } from '../../imprint/outline/path'
import { projectionOf } from '../../imprint/preview/projection'
import { momentAt, stageOutlines } from '../../imprint/preview/stage'
import { wrapPath } from '../../imprint/preview/wrap'
import { paintStage, type StagePictures } from '../../src/components/FruitStage/paint'

const SIDE = 496

/** Something like a character: bars, bows and dots, about `length` letters of path data. */
function figure(length: number): Path {
  const one: Path = [
    ['M', -3, -3.2],
    ['L', 3.1, -3.2],
    ['L', 3.1, -2.35],
    ['Q', 0.4, -2.1, -0.6, 0.85],
    ['C', -0.2, 1.1, 1.4, 1.9, 2.6, 3.25],
    ['L', 1.7, 3.6],
    ['Q', 0.35, 2.2, -1.2, 1.75],
    ['L', -3, 3.4],
    ['Z'],
  ]
  const whole: Path[] = []
  for (let i = 0; svgPath(whole.flat()).length < length; i++) {
    whole.push(placePath(one, 1, ((i * 7) % 26) - 13, ((i * 11) % 26) - 13))
  }
  return whole.flat()
}

/** A pen that only counts: what the canvas itself does is the phone's. */
function countingPen(): CanvasRenderingContext2D {
  let calls = 0
  const count = () => void calls++
  const names =
    'clearRect drawImage save restore clip beginPath moveTo lineTo quadraticCurveTo bezierCurveTo closePath fill stroke'
  return Object.fromEntries(names.split(' ').map((name) => [name, count])) as unknown as CanvasRenderingContext2D
}

function millisecondsOf(work: () => unknown, times: number): number {
  work()
  const from = performance.now()
  for (let i = 0; i < times; i++) work()
  return (performance.now() - from) / times
}

/** Milliseconds of each step, by its name. */
function measured(times: number): Record<string, number> {
  const figures: Record<string, number> = {
    'first use of a look: its projection and table':
      millisecondsOf(() => LOOK_IDS.map((look) => projectionOf(look)), 2) / LOOK_IDS.length,
  }
  for (const kilobytes of [3, 50]) {
    const path = figure(kilobytes * 1000)
    const d = svgPath(path)
    const pen = countingPen()
    const pictures = { green: {}, colouring: {}, ripe: {}, printed: {} } as StagePictures
    const outlines = stageOutlines(path, [], 'fuji', SIDE)
    const frame = (t: number) =>
      paintStage(pen, pictures, { look: 'fuji', side: SIDE, outlines, moment: momentAt(t, 'mask') })
    figures[`${kilobytes} KB: read the path`] = millisecondsOf(() => parsePath(d), times)
    figures[`${kilobytes} KB: bend it on the fruit (once a key)`] = millisecondsOf(
      () => wrapPath(path, 'fuji', SIDE),
      times,
    )
    figures[`${kilobytes} KB: paint a frame (once a move of the slider)`] = millisecondsOf(() => frame(0.6), times)
  }
  return figures
}

console.log(JSON.stringify(measured(Number(process.argv[2] ?? 20))))
