import { writeFileSync } from 'node:fs'
import { bitsOf } from '../imprint/bitmap/bits'
import { STICKER_MM } from '../imprint/fruit/imprint-frame'
import { placePath, svgPath, type Path } from '../imprint/outline/path'
import { sheetPdf } from '../imprint/press/sheet-pdf'
import { cutDesign, isProducible, type Cut, type Design, type Spot } from '../imprint/stencil/cut'
import { maskPng } from '../imprint/stencil/mask-png'
import { STENCIL_PX } from '../imprint/stencil/redraw'
import { stencilFromPhoto } from '../imprint/stencil/two-tone'
import { openFaces } from './faces'
import { readOptions, type StencilOrder } from './options'
import { readPicture } from './photo'
import { WrongOption } from './wrong-option'

/** Sheets of one batch do not differ by the hour they were printed in. */
const NO_TIME = '2000-01-01T00:00:00.000Z'
const BLACK = [0, 0, 0] as const

/**
 * `npm run --silent stencil -- --text 福 --svg out.svg`: makes a stencil, writes the files asked for, and prints one JSON
 * line with findings and measures (mm on the fruit). Ends with 0 when it can be produced, 1 when not, 2 for a wrong option.
 */
async function main(): Promise<void> {
  const started = performance.now()
  const order = readOptions(process.argv.slice(2))
  const wish = { diameterMm: order.fruit.diameterMm, technique: 'mask', mend: 'full' } as const
  const cut = cutDesign(designOf(order), openFaces(), wish)
  await writeFiles(order, cut)
  const ok = isProducible(cut)
  const line = { ok, ...saidOf(order, cut), files: order.files, ms: Math.round(performance.now() - started) }
  console.log(JSON.stringify(line))
  process.exitCode = ok ? 0 : 1
}

function designOf({ design }: StencilOrder): Design {
  if (design.kind === 'text') return design
  const photo = stencilFromPhoto(readPicture(design.file), { style: 'portrait', size: STENCIL_PX })
  return { kind: 'bits', bits: bitsOf(photo) }
}

function saidOf({ design }: StencilOrder, { lines, missing, proposes, measures, findings, mended, refused }: Cut) {
  const scale = measures.stickerMm / STICKER_MM
  const onFruit = ({ x, y, size, ...rest }: Spot) => ({
    ...rest,
    x: round(x * scale),
    y: round(y * scale),
    size: round(size * scale),
  })
  const rounded = Object.fromEntries(Object.entries(measures).map(([name, value]) => [name, round(value)]))
  return {
    ...(design.kind === 'text'
      ? { text: design.text, face: design.face, lines, missing, proposes }
      : { photo: design.file }),
    ...rounded,
    refused,
    findings: findings.map(onFruit),
    mended: mended.map(onFruit),
  }
}

async function writeFiles(
  { files, code, count, fruit }: StencilOrder,
  { path: whole, mask, measures }: Cut,
): Promise<void> {
  const { stickerMm } = measures
  const path = placePath(whole, stickerMm / STICKER_MM, 0, 0)
  if (files.svg) writeFileSync(files.svg, svg(path, stickerMm))
  if (files.png) writeFileSync(files.png, maskPng(mask, BLACK))
  if (!files.pdf) return
  const note = `${fruit.look} ${fruit.diameterMm} mm`
  const stickers = Array.from({ length: count }, (_, i) => {
    return { art: whole, stickerMm, code, block: '', note, number: `${i + 1}/${count}` }
  })
  writeFileSync(files.pdf, await sheetPdf(stickers, { title: `果印 ${code}`, at: NO_TIME }, openFaces().hei))
}

function svg(path: Path, side: number): string {
  const half = side / 2
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${side}mm" height="${side}mm" viewBox="${-half} ${-half} ${side} ${side}"><path d="${svgPath(path)}"/></svg>\n`
}

const round = (value: number) => Math.round(value * 1000) / 1000

main().catch((error: unknown) => {
  if (!(error instanceof WrongOption)) throw error
  console.error(error.message)
  process.exitCode = 2
})
