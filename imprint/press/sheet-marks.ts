import type { Instant } from '../../domain/time'
import { placePath, type Path } from '../outline/path'
import { FIELD, PAGE, QR_MM, TEST_AT, TEST_MM, type Heading, type Placed, type Sized } from '../sheet/plan'
import type { Typeface } from '../typeset/typeface'
import { filled, stroked } from './pdf-ink'
import { lineMm, writeLine } from './write-line'

const TEXT_MM = 3
const SMALL_MM = 2.3
const HEADING_TEXT_MM = 4.5
/** From one line of a tab to the next. */
const LINE_MM = 2.85

/** What stands at the head of every page. */
export interface SheetHead {
  /** For the operator: the orchard and the day. */
  title: string
  at: Instant
}

/** The first line of a page, with what must not be forgotten at the printer. */
export function headLine({ title }: SheetHead, number: number, pages: number, face: Typeface): string {
  const count = `${number}/${pages}`
  const ask = '请按 100% 打印，不要缩放  Print at 100 %'
  const right = FIELD.right - lineMm(count, face, TEXT_MM)
  const middle = right - 4 - lineMm(ask, face, SMALL_MM)
  return filled([
    ...fitLine(title, face, TEXT_MM, middle - FIELD.left - 4, FIELD.left, 12),
    ...writeLine(ask, face, SMALL_MM, middle, 12),
    ...writeLine(count, face, TEXT_MM, right, 12),
  ])
}

const MARK_AT = 6

/** Register marks in the corners, and a 50 mm rule at the foot of every page. */
export function fixedLines(face: Typeface): string {
  const right = PAGE.width - MARK_AT
  const bottom = PAGE.height - MARK_AT
  const marks: Path = [
    [MARK_AT, MARK_AT],
    [right, MARK_AT],
    [MARK_AT, bottom],
    [right, bottom],
  ].flatMap(([x, y]): Path => [...circle(x, y, 2), ['M', x - 4, y], ['L', x + 4, y], ['M', x, y - 4], ['L', x, y + 4]])
  const [from, base] = [FIELD.right - TEST_MM, PAGE.height - 5]
  const rule: Path = [
    ['M', from, base - 3],
    ['L', from, base],
    ['L', from + TEST_MM, base],
    ['L', from + TEST_MM, base - 3],
  ]
  return stroked([...marks, ...rule]) + filled(writeLine(`${TEST_MM} mm`, face, SMALL_MM, from + 2, base - 1))
}

/** A real square with its measure: whoever prints lays a ruler on it before anything is cut. */
export function squareLines(face: Typeface): string {
  const { x, y } = TEST_AT
  const words = [`${TEST_MM} × ${TEST_MM} mm`, '量一量：不是 50 毫米就不要裁', 'Measure before cutting']
  const lines = words.flatMap((line, i) => {
    const size = i === 0 ? TEXT_MM : SMALL_MM
    return writeLine(line, face, size, x + (TEST_MM - lineMm(line, face, size)) / 2, y + TEST_MM / 2 - 3 + i * 5)
  })
  return stroked(rectangle(x, y, TEST_MM, TEST_MM)) + filled(lines)
}

/** The name of a block over its first row. */
export function headingLine({ block, top }: Heading, face: Typeface): string {
  const width = FIELD.right - FIELD.left - TEST_MM - 8
  return filled(fitLine(block, face, HEADING_TEXT_MM, width, FIELD.left, top + HEADING_TEXT_MM + 0.5))
}

interface Labelled extends Sized {
  code: string
  note: string
  number: string
}

/** The words of a tab, from its upper left corner: those that all stickers of a design share, and the number of each. */
export function tabWords({ code, note, block, number, tab }: Placed<Labelled>, face: Typeface) {
  const left = QR_MM + 0.5
  const width = tab.width - left - 0.5
  // On a narrow tab the code goes on in a second line, at its hyphen.
  const whole = lineMm(code, face, TEXT_MM) <= width
  const [head, tail] = [code.slice(0, code.indexOf('-') + 1), code.slice(code.indexOf('-') + 1)]
  const lines = whole ? [code, '', note, block] : [head, tail, note, block]
  const same = lines.flatMap((line, i) =>
    fitLine(line, face, i < 2 ? TEXT_MM : SMALL_MM, width, left, LINE_MM * (i + 1.2)),
  )
  return { same, number: { text: number, sizeMm: SMALL_MM, x: left, y: LINE_MM * 5.2 } }
}

/** Where a cutter cuts: round the sticker, and round its tab. */
export function cutLines({ x, y, stickerMm, tab }: Placed<Sized>): string {
  return stroked([...circle(x, y, stickerMm / 2), ...rectangle(tab.left, tab.top, tab.width, QR_MM)])
}

/** A line of words, made smaller where it would be longer than `mostMm`. */
function fitLine(text: string, face: Typeface, sizeMm: number, mostMm: number, x: number, y: number): Path {
  const long = lineMm(text, face, sizeMm)
  return writeLine(text, face, long > mostMm ? (sizeMm * mostMm) / long : sizeMm, x, y)
}

const UNIT_SQUARE: Path = [['M', 0, 0], ['L', 1, 0], ['L', 1, 1], ['L', 0, 1], ['Z']]

function rectangle(left: number, top: number, width: number, height: number): Path {
  return UNIT_SQUARE.map((step) =>
    step[0] === 'M' || step[0] === 'L' ? [step[0], left + step[1] * width, top + step[2] * height] : step,
  )
}

// Four cubic curves; off the true circle by less than 0.03 % of the radius.
const ROUND = 0.5522847498
const UNIT_CIRCLE: Path = [
  ['M', 1, 0],
  ['C', 1, ROUND, ROUND, 1, 0, 1],
  ['C', -ROUND, 1, -1, ROUND, -1, 0],
  ['C', -1, -ROUND, -ROUND, -1, 0, -1],
  ['C', ROUND, -1, 1, -ROUND, 1, 0],
  ['Z'],
]

const circle = (x: number, y: number, r: number): Path => placePath(UNIT_CIRCLE, r, x, y)
