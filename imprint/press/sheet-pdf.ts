import { PDFDocument, PDFName, type PDFRef } from 'pdf-lib'
import { STICKER_MM } from '../fruit/imprint-frame'
import type { Path } from '../outline/path'
import { PAGE, planSheet, QR_MM, type Heading, type Placed, type Sized } from '../sheet/plan'
import type { Typeface } from '../typeset/typeface'
import { filled, placed, say } from './pdf-ink'
import { qrPath } from './qr'
import { lineMm, writeLine } from './write-line'
import { cutLines, fixedLines, headingLine, headLine, squareLines, tabWords, type SheetHead } from './sheet-marks'

const POINTS_PER_MM = 72 / 25.4
/** Film prints in black alone; cutters follow magenta. */
const INKS = '0 0 0 1 k 0 0 0 1 K\n'
const CUT_INK = '0 1 0 0 K\n'
const HAIRLINE_MM = 0.1

/** One sticker of a batch. */
export interface Sticker extends Sized {
  /** Outlines on the 40 mm square, in mm around 0, 0; they shrink with the sticker. */
  art: Path
  /** Imprint code: printed as text and as QR on the tab that stays on the branch. */
  code: string
  /** Words under the code, e.g. the fruit. */
  note: string
  /** Which sticker of its design this is, e.g. 3/14. */
  number: string
}

/**
 * The sticker sheet of a batch as a PDF on A4 in real millimetres: art in black only, cut lines in magenta, on each tab a QR and
 * the readable code, register marks, a 50 mm square to check the printer by. Every character is drawn as an outline of `face`,
 * so none can be missing at the printer's. What repeats is written once. The same batch gives the same bytes.
 */
export async function sheetPdf(stickers: readonly Sticker[], head: SheetHead, face: Typeface): Promise<Uint8Array> {
  const plan = planSheet(stickers)
  const pdf = await PDFDocument.create({ updateMetadata: false })
  pdf.setTitle(head.title)
  pdf.setCreator('Guoyin')
  pdf.setCreationDate(new Date(head.at))
  const forms = createForms(pdf)
  const contents = Array.from({ length: plan.pages }, (_, number) => {
    const here = <T extends { page: number }>(things: readonly T[]) => things.filter(({ page }) => page === number)
    return pageContent(here(plan.stickers), here(plan.headings), { head, number, pages: plan.pages, face, forms })
  })
  const resources = pdf.context.register(pdf.context.obj({ XObject: forms.all() }))
  for (const content of contents) {
    const page = pdf.addPage([PAGE.width * POINTS_PER_MM, PAGE.height * POINTS_PER_MM])
    page.node.set(PDFName.of('Resources'), resources)
    page.node.set(PDFName.of('Contents'), pdf.context.register(pdf.context.flateStream(content)))
  }
  return pdf.save()
}

interface PageOf {
  head: SheetHead
  number: number
  pages: number
  face: Typeface
  forms: Forms
}

function pageContent(
  stickers: readonly Placed<Sticker>[],
  headings: readonly Heading[],
  { head, number, pages, face, forms }: PageOf,
): string {
  // From here on a unit is a millimetre, counted from the upper left corner down.
  const inMillimetres = `${say(POINTS_PER_MM)} 0 0 ${say(-POINTS_PER_MM)} 0 ${say(PAGE.height * POINTS_PER_MM)} cm\n`
  return [
    `q ${inMillimetres}${INKS}${say(HAIRLINE_MM)} w\n`,
    headLine(head, number + 1, pages, face),
    fixedLines(face),
    number === 0 ? squareLines(face) : '',
    ...headings.map((heading) => headingLine(heading, face)),
    ...stickers.map((sticker) => stickerContent(sticker, face, forms)),
    CUT_INK,
    ...stickers.map(cutLines),
    'Q\n',
  ].join('')
}

function stickerContent(sticker: Placed<Sticker>, face: Typeface, forms: Forms): string {
  const { art, code, note, block, stickerMm, x, y, tab } = sticker
  const words = JSON.stringify([code, note, block, tab.width])
  return [
    placed(
      forms.name(art, () => filled(art)),
      x,
      y,
      stickerMm / STICKER_MM,
    ),
    placed(
      forms.name(`qr ${code}`, () => filled(qrPath(code, QR_MM))),
      tab.left,
      tab.top,
    ),
    placed(
      forms.name(words, () => filled(tabWords(sticker, face).same)),
      tab.left,
      tab.top,
    ),
    ...numberContent(sticker, face, forms),
  ].join('')
}

// Every sticker has a number of its own, so its digits are what repeats.
function numberContent(sticker: Placed<Sticker>, face: Typeface, forms: Forms): string[] {
  const { text, sizeMm, x, y } = tabWords(sticker, face).number
  const { left, top } = sticker.tab
  return [...text].map((char, i) => {
    const before = lineMm([...text].slice(0, i).join(''), face, sizeMm)
    const digit = forms.name(`digit ${char}`, () => filled(writeLine(char, face, sizeMm, 0, 0)))
    return placed(digit, left + x + before, top + y)
  })
}

/** Drawings that are written once and placed as often as needed. */
interface Forms {
  /** The name of a drawing, which is made when it is first asked for; the key is what makes it the same. */
  name(key: unknown, draw: () => string): string
  all(): Record<string, PDFRef>
}

function createForms(pdf: PDFDocument): Forms {
  const names = new Map<unknown, string>()
  const refs: Record<string, PDFRef> = {}
  // Around whatever is drawn: a form shows nothing outside its box.
  const box = [-PAGE.width, -PAGE.height, PAGE.width, PAGE.height]
  return {
    name(key, draw) {
      const known = names.get(key)
      if (known) return known
      const name = `F${names.size}`
      const form = pdf.context.flateStream(draw(), { Type: 'XObject', Subtype: 'Form', BBox: box })
      names.set(key, name)
      refs[name] = pdf.context.register(form)
      return name
    },
    all: () => refs,
  }
}
