import { readFileSync } from 'node:fs'
import { PDFDocument } from 'pdf-lib'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { fillPath } from '../../../imprint/outline/fill'
import { boxOf, placePath, type Path } from '../../../imprint/outline/path'
import { qrPath } from '../../../imprint/press/qr'
import { tabWords } from '../../../imprint/press/sheet-marks'
import { sheetPdf, type Sticker } from '../../../imprint/press/sheet-pdf'
import { writeLine } from '../../../imprint/press/write-line'
import { PAGE, planSheet, QR_MM, TEST_MM, type Placed } from '../../../imprint/sheet/plan'
import { cutDesign } from '../../../imprint/stencil/cut'
import { setText } from '../../../imprint/typeset/set-text'
import { openFaces } from '../../../press/faces'
import { drawingsOf, type Drawn } from '../../support/pdf-drawing'

const faces = openFaces()
const HEAD = { title: '栖霞一号园 2026-09-20', at: '2026-09-20T01:00:00.000Z' }
const MAGENTA = '0 1 0 0'
const BLACK = '0 0 0 1'

/** What customers have written: one to four lines, rare characters, Latin, digits. */
const TEXTS = [
  ...['福', '囍', '寿', '富贵', '平安', '平定', '生日快乐', '新年好', '万事如意', '小明', '妈妈', '赢', '龘', '馨'],
  ...['Love', '520', 'A&B', '永结同心', '前程似锦', '爷爷奶奶', '一生平安', '早生贵子', '吉祥如意', '2026'],
]
const designs = TEXTS.map((text) => setText(text, faces.hei).path)
const codeOf = (i: number) => `GY26-${String(i).padStart(5, '0')}X`

/** A batch of many orders: three blocks, three sizes of sticker. */
const batch: Sticker[] = designs.map((art, i) => ({
  art,
  stickerMm: [40, 33, 26.4][i % 3],
  code: codeOf(i),
  block: ['东坡第一排', '东坡第二排', '水塔旁 Water tower'][Math.floor(i / 8)],
  note: ['红富士 82 mm', '红香酥梨 60 mm', '春见柑 48 mm'][i % 3],
  number: `${i + 1}/${TEXTS.length}`,
}))
const plan = planSheet(batch)

let pdf: Uint8Array
let pages: Drawn[][]
beforeAll(async () => {
  prepareZXingModule({ overrides: { wasmBinary: wasm() } })
  pdf = await sheetPdf(batch, HEAD, faces.hei)
  pages = await drawingsOf(pdf)
})

/** Edges of small signs are sampled a little differently. */
const SAMPLING = 0.03
/** Pixels a millimetre; masks have 12. */
const PX = 8
const MASK_PX = 12

/** Everything in black that a page shows inside a square, as pixels. */
function shown(page: readonly Drawn[], left: number, top: number, widthMm: number, heightMm: number, px = PX) {
  const here = page.filter(({ how, ink, path }) => {
    const box = boxOf(path)
    const inside = box && box.right > left && box.left < left + widthMm && box.bottom > top && box.top < top + heightMm
    return how === 'filled' && ink === BLACK && inside
  })
  const path = here.flatMap((drawn) => drawn.path)
  return fillPath(placePath(path, px, -left * px, -top * px), Math.round(widthMm * px), Math.round(heightMm * px))
}

/** How much two pictures differ, as a share of the ink of the second. */
function difference(one: { coverage: Float32Array }, two: { coverage: Float32Array }): number {
  const ink = two.coverage.reduce((sum, share) => sum + share, 0)
  return two.coverage.reduce((sum, share, i) => sum + Math.abs(share - one.coverage[i]), 0) / ink
}

const drawnOn = (path: Path, widthMm: number, heightMm: number, x = 0, y = 0) =>
  fillPath(placePath(path, PX, x * PX, y * PX), Math.round(widthMm * PX), Math.round(heightMm * PX))

test('every design of a batch is on the paper as its stencil has it', () => {
  for (const { art, stickerMm, x, y, page, code } of plan.stickers) {
    const half = stickerMm / 2
    const printed = shown(pages[page], x - half, y - half, stickerMm, stickerMm)
    const stencil = drawnOn(placePath(art, stickerMm / 40, 0, 0), stickerMm, stickerMm, half, half)
    expect([code, difference(printed, stencil)]).toEqual([code, expect.closeTo(0, 2)])
  }
})

test('a design is printed as the mask that was judged', async () => {
  const { path, mask } = cutDesign({ kind: 'text', text: '福', face: 'hei', direction: 'rows' }, faces, {
    diameterMm: 82,
    technique: 'mask',
    mend: 'light',
  })
  const sticker = { ...batch[0], art: path, stickerMm: 40 }
  const [page] = await drawingsOf(await sheetPdf([sticker], HEAD, faces.hei))
  const [{ x, y }] = planSheet([sticker]).stickers
  expect(difference(shown(page, x - 20, y - 20, 40, 40, MASK_PX), mask)).toBeLessThan(0.01)
})

test('every tab says its code, fruit, block and number, and every character is drawn', () => {
  for (const sticker of plan.stickers) {
    const { tab, page, code } = sticker
    const { same, number } = tabWords(sticker, faces.hei)
    const words = shown(pages[page], tab.left + QR_MM, tab.top, tab.width - QR_MM, QR_MM)
    const count = writeLine(number.text, faces.hei, number.sizeMm, number.x, number.y)
    const wanted = drawnOn([...same, ...count], tab.width - QR_MM, QR_MM, -QR_MM)
    const off = difference(words, wanted)
    expect({ code, off: off < SAMPLING ? 0 : off }).toEqual({ code, off: 0 })
  }
})

/** Closed lines of an outline: a character that is left out takes its own with it. */
const loops = (path: Path): number => path.filter(([letter]) => letter === 'M').length

test('no line of any page lacks a character', () => {
  const inAll = (lines: readonly string[]) =>
    [...lines.join('').replace(/ /g, '')].reduce((sum, char) => sum + loops(faces.hei.glyph(char)?.path ?? []), 0)
  pages.forEach((page, number) => {
    const here = plan.stickers.filter((sticker) => sticker.page === number)
    const headings = plan.headings.filter((heading) => heading.page === number)
    const words = [
      ...[HEAD.title, '请按 100% 打印，不要缩放  Print at 100 %', `${number + 1}/${plan.pages}`, `${TEST_MM} mm`],
      ...(number === 0 ? [`${TEST_MM} × ${TEST_MM} mm`, '量一量：不是 50 毫米就不要裁', 'Measure before cutting'] : []),
      ...headings.map(({ block }) => block),
      ...here.flatMap(({ code, note, block, number: count }) => [code, note, block, count]),
    ]
    const others = here.reduce((sum, { art, code }) => sum + loops(art) + loops(qrPath(code, QR_MM)), 0)
    const drawn = page.filter(({ how }) => how === 'filled').reduce((sum, { path }) => sum + loops(path), 0)
    expect(drawn - others).toBe(inAll(words))
  })
})

test('every QR of a batch is read back', async () => {
  for (const { tab, page, code } of plan.stickers)
    expect(await read(shown(pages[page], tab.left, tab.top, QR_MM, QR_MM))).toBe(code)
})

test('a sticker of 40 mm is 40.0 mm on the paper, its tab 16.0 mm high, the square 50.0 mm, and the paper is A4', async () => {
  const { width, height } = (await PDFDocument.load(pdf)).getPage(0).getSize()
  expect([(width / 72) * 25.4, (height / 72) * 25.4]).toEqual([
    expect.closeTo(PAGE.width, 2),
    expect.closeTo(PAGE.height, 2),
  ])
  const cuts = pages.flat().filter(({ ink }) => ink === MAGENTA)
  expect(cuts).toHaveLength(batch.length)
  plan.stickers.forEach(({ stickerMm }, i) => {
    const [circle, tab] = [cuts[i].path.slice(0, 6), cuts[i].path.slice(6)].map(sizeOf)
    expect(circle).toEqual([expect.closeTo(stickerMm, 2), expect.closeTo(stickerMm, 2)])
    expect(tab[1]).toBeCloseTo(16, 2)
  })
  const squares = pages[0].filter(({ how, path }) => how === 'stroked' && path.length === 5)
  expect(squares.map(({ path }) => sizeOf(path))).toEqual([[expect.closeTo(TEST_MM, 2), expect.closeTo(TEST_MM, 2)]])
})

function sizeOf(path: Path): [number, number] {
  const ends = path.flatMap((step) => (step[0] === 'Z' ? [] : [step.slice(-2) as [number, number]]))
  const span = (values: number[]) => Math.max(...values) - Math.min(...values)
  return [span(ends.map(([x]) => x)), span(ends.map(([, y]) => y))]
}

test('the same batch gives the same bytes, and what repeats is written once', async () => {
  const again = await sheetPdf(batch, HEAD, faces.hei)
  expect(Buffer.from(again).equals(Buffer.from(pdf))).toBe(true)
  const many = await sheetPdf(
    Array.from({ length: 240 }, (_, i) => ({ ...batch[0], number: `${i}/240` })),
    HEAD,
    faces.hei,
  )
  const few = await sheetPdf([batch[0]], HEAD, faces.hei)
  expect(many.length).toBeLessThan(few.length * 12)
})

describe('the plan', () => {
  const of = (count: number, stickerMm: number, block = '') =>
    Array.from({ length: count }, () => ({ stickerMm, block }))
  const room = ({ x, y, tab, stickerMm }: Placed<Sticker>) => ({
    left: Math.min(tab.left, x - stickerMm / 2),
    right: Math.max(tab.left + tab.width, x + stickerMm / 2),
    top: y - stickerMm / 2,
    bottom: tab.top + QR_MM,
  })

  test('keeps the order of the walk, and names each block above its first row on every page', () => {
    expect(plan.stickers.map(({ code }) => code)).toEqual(batch.map(({ code }) => code))
    const walk = plan.stickers.map(({ page, y }) => page * 1000 + y)
    const rows = [...new Set(walk)]
    expect(rows.length).toBeLessThan(batch.length)
    for (const { page, block } of plan.stickers) {
      const heading = plan.headings.find((each) => each.page === page && each.block === block)
      const first = plan.stickers.find((each) => each.page === page && each.block === block)
      expect(heading && first && heading.top < first.y - first.stickerMm / 2).toBe(true)
    }
    expect(plan.headings.filter(({ block }, i) => i > 0 && plan.headings[i - 1].block === block).length).toBeLessThan(
      plan.pages,
    )
  })

  test('lets nothing lie on anything else, nor on the test square, nor off the field', () => {
    for (const one of plan.stickers) {
      const a = room(one)
      expect(a.left).toBeGreaterThanOrEqual(12)
      expect(a.right).toBeLessThanOrEqual(PAGE.width - 12)
      expect(a.bottom).toBeLessThanOrEqual(PAGE.height - 11)
      const square = { left: PAGE.width - 12 - TEST_MM, right: PAGE.width, top: 17, bottom: 17 + TEST_MM }
      const others = plan.stickers.filter((each) => each !== one && each.page === one.page).map(room)
      for (const b of [...others, ...(one.page === 0 ? [square] : [])])
        expect(a.left >= b.right || b.left >= a.right || a.top >= b.bottom || b.top >= a.bottom).toBe(true)
    }
  })

  test('takes few pages: 15 full stickers on the first, 16 on the others, and more of the small ones', () => {
    const perPage = (stickerMm: number) => {
      const pages = planSheet(of(60, stickerMm)).stickers.map(({ page }) => page)
      return [0, 1].map((number) => pages.filter((page) => page === number).length)
    }
    expect(perPage(40)).toEqual([15, 16])
    expect(perPage(26.4)).toEqual([23, 25])
    expect(planSheet([]).pages).toBe(1)
  })
})

test('every character of a line is drawn, and one the face does not have shows as a box', () => {
  const text = `请按 100% 打印，不要缩放 ${TEST_MM} × ${TEST_MM} mm 量一量：不是 50 毫米就不要裁 栖霞一号园 红富士`
  for (const char of new Set(text.replace(/ /g, ''))) {
    const { coverage } = fillPath(writeLine(char, faces.hei, 40, 4, 40), 48, 48)
    expect({ char, ink: coverage.some((share) => share > 0.5), known: faces.hei.glyph(char) !== null }).toEqual({
      char,
      ink: true,
      known: true,
    })
  }
  const { coverage } = fillPath(writeLine('\u{1F34E}', faces.hei, 40, 4, 40), 48, 48)
  expect(coverage.some((share) => share > 0.5)).toBe(true)
})

test('the largest and the smallest code fit the smallest QR', async () => {
  for (const code of ['GY26-7K3Q9C', 'GY26-00000Z', 'GY99-ZZZZZZ'])
    expect(await read(drawnOn(qrPath(code, QR_MM), QR_MM, QR_MM))).toBe(code)
})

async function read({ width, height, coverage }: ReturnType<typeof fillPath>): Promise<string | undefined> {
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  coverage.forEach((share, i) => data.fill(255 * (1 - share), i * 4, i * 4 + 3))
  const [found] = await readBarcodes({ data, width, height, colorSpace: 'srgb' } as ImageData)
  return found?.text
}

function wasm(): ArrayBuffer {
  const file = readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'))
  return file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer
}
