import { cmyk, PDFDocument, type PDFPage } from 'pdf-lib'
import type { Instant } from '../../domain/time'
import { STICKER_MM } from '../fruit/imprint-frame'
import { placePath, svgPath, type Path } from '../outline/path'
import type { Typeface } from '../typeset/typeface'
import { qrPath } from './qr'
import { PAGE, planSheet, QR_MM, TEST_MM, type Placed, type Sticker } from './sheet-plan'
import { writeLine } from './write-line'

const POINTS_PER_MM = 72 / 25.4
const BLACK = cmyk(0, 0, 0, 1)
/** Cutters follow lines of this colour. */
const CUT = cmyk(0, 1, 0, 0)
const HAIRLINE = 0.25
const TEXT_MM = 3
const SMALL_MM = 2.2

/** What stands at the head of every page. */
export interface SheetHead {
  title: string
  at: Instant
}

/**
 * The sticker sheet of a batch as a PDF on A4 in real millimetres: film art in black only, cut lines in magenta, a QR and the
 * readable code on each tab, register marks, a 50 mm square to check the printer by. Every character is drawn as an outline of
 * `face`, so none can be missing at the printer's. The same batch gives the same bytes.
 */
export async function sheetPdf(
  stickers: readonly Sticker<Path>[],
  head: SheetHead,
  face: Typeface,
): Promise<Uint8Array> {
  const placed = planSheet(stickers)
  const pages = Math.max(1, ...placed.map(({ page }) => page + 1))
  const pdf = await PDFDocument.create()
  const at = new Date(head.at)
  pdf.setTitle(head.title)
  pdf.setCreationDate(at)
  pdf.setModificationDate(at)
  for (let number = 0; number < pages; number++) {
    const page = pdf.addPage([PAGE.width * POINTS_PER_MM, PAGE.height * POINTS_PER_MM])
    drawHead(page, head, number + 1, pages, face)
    for (const sticker of placed) if (sticker.page === number) drawSticker(page, sticker, face)
  }
  return pdf.save()
}

function drawHead(page: PDFPage, { title }: SheetHead, number: number, pages: number, face: Typeface): void {
  ink(page, writeLine(`${title}  ${number}/${pages}  请按 100% 打印`, face, TEXT_MM, 12, 9))
  for (const [x, y] of [
    [6, 6],
    [PAGE.width - 6, 6],
    [6, PAGE.height - 6],
    [PAGE.width - 6, PAGE.height - 6],
  ]) {
    line(page, [...circle(x, y, 2), ['M', x - 4, y], ['L', x + 4, y], ['M', x, y - 4], ['L', x, y + 4]], BLACK)
  }
  const [left, bottom] = [PAGE.width - TEST_MM - 12, PAGE.height - 4]
  line(
    page,
    [
      ['M', left, bottom - 3],
      ['L', left, bottom],
      ['L', left + TEST_MM, bottom],
      ['L', left + TEST_MM, bottom - 3],
    ],
    BLACK,
  )
  ink(page, writeLine(`${TEST_MM} mm`, face, SMALL_MM, left + 2, bottom - 1))
}

function drawSticker(page: PDFPage, { art, code, note, block, x, y }: Placed<Path>, face: Typeface): void {
  const tab = y + STICKER_MM / 2 + 1
  const left = x - STICKER_MM / 2
  ink(page, placePath(art, 1, x, y))
  line(page, circle(x, y, STICKER_MM / 2), CUT)
  ink(page, placePath(qrPath(code, QR_MM), 1, left, tab))
  ink(page, writeLine(code, face, TEXT_MM, left + QR_MM + 1, tab + 5))
  ink(page, writeLine(note, face, SMALL_MM, left + QR_MM + 1, tab + 9))
  ink(page, writeLine(block, face, SMALL_MM, left + QR_MM + 1, tab + 12.5))
}

// pdf-lib draws SVG paths with y running down from the point it is given.
const origin = { x: 0, y: PAGE.height * POINTS_PER_MM }
const points = (path: Path) => svgPath(placePath(path, POINTS_PER_MM, 0, 0))

function ink(page: PDFPage, path: Path): void {
  if (path.length > 0) page.drawSvgPath(points(path), { ...origin, color: BLACK })
}

function line(page: PDFPage, path: Path, borderColor: typeof BLACK): void {
  page.drawSvgPath(points(path), { ...origin, borderColor, borderWidth: HAIRLINE })
}

// Four cubic curves; off the true circle by less than 0.03 % of the radius.
const ROUND = 0.5522847498

function circle(x: number, y: number, r: number): Path {
  const k = ROUND * r
  return [
    ['M', x + r, y],
    ['C', x + r, y + k, x + k, y + r, x, y + r],
    ['C', x - k, y + r, x - r, y + k, x - r, y],
    ['C', x - r, y - k, x - k, y - r, x, y - r],
    ['C', x + k, y - r, x + r, y - k, x + r, y],
    ['Z'],
  ]
}
