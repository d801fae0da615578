import { inflateSync } from 'node:zlib'
import { PDFDocument, PDFRawStream } from 'pdf-lib'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { readFileSync } from 'node:fs'
import { fillPath } from '../../../imprint/outline/fill'
import { placePath } from '../../../imprint/outline/path'
import { qrPath } from '../../../imprint/press/qr'
import { sheetPdf } from '../../../imprint/press/sheet-pdf'
import { PAGE, PER_PAGE, planSheet, TEST_MM, withSpares } from '../../../imprint/press/sheet-plan'
import { writeLine } from '../../../imprint/press/write-line'
import { setText } from '../../../imprint/typeset/set-text'
import { openFaces } from '../../../press/faces'

const faces = openFaces()
const AT = '2026-09-05T01:00:00.000Z'
const POINTS_PER_MM = 72 / 25.4
const art = setText('福', faces.hei).path
const sticker = (code: string, block = 'A') => ({ art, code, block, note: '红富士 80 mm' })
const batch = (count: number) => Array.from({ length: count }, (_, i) => sticker(`GY26-${String(i).padStart(6, '0')}`))

/** What a page draws, as PDF operators. */
async function drawingOf(pdf: Uint8Array, page: number): Promise<string> {
  const document = await PDFDocument.load(pdf)
  const contents = document.getPage(page).node.Contents()
  const streams = contents && 'asArray' in contents ? contents.asArray() : [contents]
  return streams
    .map((reference) => document.context.lookup(reference))
    .map((stream) => (stream instanceof PDFRawStream ? inflateSync(stream.contents).toString('latin1') : ''))
    .join('\n')
}

/** Widths of everything that is stroked in the colour of cut lines, mm. */
function cutWidths(drawing: string): number[] {
  const shapes = drawing.split(/^q$/m).filter((shape) => /^0 1 0 0 K$/m.test(shape))
  return shapes.map((shape) => {
    const xs = [...shape.matchAll(/^(-?[\d.]+) (-?[\d.]+) (?:m|l)$|(-?[\d.]+) (-?[\d.]+) c$/gm)].map((at) =>
      Number(at[1] ?? at[3]),
    )
    return (Math.max(...xs) - Math.min(...xs)) / POINTS_PER_MM
  })
}

test('a sticker of 40 mm is 40.0 mm on the paper, and the paper is A4', async () => {
  const pdf = await sheetPdf(batch(3), { title: '批次 1', at: AT }, faces.hei)
  const { width, height } = (await PDFDocument.load(pdf)).getPage(0).getSize()
  expect([width / POINTS_PER_MM, height / POINTS_PER_MM]).toEqual([
    expect.closeTo(PAGE.width, 1),
    expect.closeTo(PAGE.height, 1),
  ])
  const widths = cutWidths(await drawingOf(pdf, 0))
  expect(widths).toHaveLength(3)
  for (const measured of widths) expect(measured).toBeCloseTo(40, 1)
})

test('the same batch gives the same bytes', async () => {
  const [one, two] = await Promise.all([1, 2].map(() => sheetPdf(batch(2), { title: '批次', at: AT }, faces.hei)))
  expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true)
})

test('a batch is laid out in the order of the walk through the trees, page after page', () => {
  const placed = planSheet([
    sticker('GY26-B', 'B2'),
    sticker('GY26-C', 'A1'),
    sticker('GY26-A', 'B2'),
    ...batch(PER_PAGE),
  ])
  expect(placed.slice(-2).map(({ code, page }) => [code, page])).toEqual([
    ['GY26-A', 1],
    ['GY26-B', 1],
  ])
  for (const { x, y } of placed) {
    expect(x - 20).toBeGreaterThan(4)
    expect(x + 20).toBeLessThan(PAGE.width - 4)
    expect(y + 20 + 16).toBeLessThan(PAGE.height - 8)
  }
})

test('no two stickers of a page lie on each other', () => {
  const placed = planSheet(batch(PER_PAGE))
  for (const one of placed) {
    for (const two of placed) if (one !== two) expect(Math.hypot(one.x - two.x, one.y - two.y)).toBeGreaterThan(40)
  }
})

test('spares are rounded up, and a whole number stays one', () => {
  expect([withSpares(12, 1.1), withSpares(10, 1.1), withSpares(1, 1), withSpares(20, 1.15)]).toEqual([14, 11, 1, 23])
})

test('every QR is read back', async () => {
  prepareZXingModule({ overrides: { wasmBinary: wasm() } })
  for (const code of ['GY26-7K3Q9C', 'GY26-00000Z', 'GY99-ZZZZZZ']) {
    const size = 300
    const { coverage } = fillPath(placePath(qrPath(code, 16), size / 16, 0, 0), size, size)
    const data = new Uint8ClampedArray(size * size * 4).fill(255)
    coverage.forEach((share, i) => data.fill(255 * (1 - share), i * 4, i * 4 + 3))
    const [read] = await readBarcodes({ data, width: size, height: size, colorSpace: 'srgb' } as ImageData)
    expect(read?.text).toBe(code)
  }
})

function wasm(): ArrayBuffer {
  const file = readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'))
  return file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer
}

test('every character of a line is drawn, and one the face does not have shows as a box', () => {
  const text = `请按 100% 打印 ${TEST_MM} mm 栖霞一号园 红富士`
  for (const char of new Set(text.replace(/ /g, ''))) {
    const { coverage } = fillPath(writeLine(char, faces.hei, 40, 4, 40), 48, 48)
    expect({ char, ink: coverage.some((share) => share > 0.5) }).toEqual({ char, ink: true })
  }
  const { coverage } = fillPath(writeLine('\u{1F34E}', faces.hei, 40, 4, 40), 48, 48)
  expect(coverage.some((share) => share > 0.5)).toBe(true)
})
