import { writeFileSync } from 'node:fs'
import { bitsOf } from '../imprint/bitmap/bits'
import { STICKER_MM } from '../imprint/fruit/imprint-frame'
import { placePath, svgPath, type Path } from '../imprint/outline/path'
import { sheetPdf } from '../imprint/press/sheet-pdf'
import { FILM } from '../imprint/producible/rules'
import { measureThinnest } from '../imprint/producible/measure'
import { rulesOn, STENCIL_PX, stencilOfBits, stickerMmOn, type Stencil } from '../imprint/stencil/make-stencil'
import { maskPng } from '../imprint/stencil/mask-png'
import { isProducible, proposeFace, textStencil } from '../imprint/stencil/propose'
import { stencilFromPhoto } from '../imprint/stencil/two-tone'
import { openFaces } from './faces'
import { readOptions, WrongOption, type StencilOrder } from './options'
import { readPicture } from './photo'

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
  const stickerMm = stickerMmOn(order.fruit.diameterMm)
  const made = makeDesign(order, stickerMm)
  const path = placePath(made.stencil.path, stickerMm / STICKER_MM, 0, 0)
  await writeFiles(order, made.stencil, path, stickerMm)
  const line = { ok: made.ok, ...made.said, stickerMm, ...measures(made.stencil, stickerMm / STICKER_MM) }
  console.log(JSON.stringify({ ...line, files: order.files, ms: Math.round(performance.now() - started) }))
  process.exitCode = made.ok ? 0 : 1
}

function makeDesign({ design }: StencilOrder, stickerMm: number): { ok: boolean; said: object; stencil: Stencil } {
  const rules = rulesOn(stickerMm, FILM)
  if (design.kind === 'photo') {
    const photo = stencilFromPhoto(readPicture(design.file), { style: 'portrait', size: STENCIL_PX })
    const stencil = stencilOfBits(bitsOf(photo), rules)
    return { ok: stencil.refused === null && stencil.findings.length === 0, said: { photo: design.file }, stencil }
  }
  const { text, face, direction } = design
  const faces = openFaces()
  const made = textStencil(text, face, direction, faces, rules)
  const ok = isProducible(made)
  const proposes = ok ? null : (proposeFace(text, face, direction, faces, rules)?.face ?? null)
  const { lines, emMm, missing } = made.set
  return {
    ok,
    said: { text, face, lines, emMm: round((emMm * stickerMm) / STICKER_MM), missing, proposes },
    stencil: made.stencil,
  }
}

function measures(stencil: Stencil, scale: number) {
  const thin = measureThinnest(stencil.mask)
  return {
    share: round(stencil.asDrawn.share),
    pieces: stencil.asDrawn.pieces,
    counters: stencil.asDrawn.counters,
    strokeMm: round(thin.strokeMm * scale),
    gapMm: round(thin.gapMm * scale),
    found: stencil.asDrawn.findings.length,
    findings: stencil.findings.map(({ kind, x, y, size }) => ({
      kind,
      x: round(x * scale),
      y: round(y * scale),
      size: round(size * scale),
    })),
    changed: round(stencil.changed),
    refused: stencil.refused,
  }
}

async function writeFiles(
  { files, code, count, fruit }: StencilOrder,
  stencil: Stencil,
  path: Path,
  stickerMm: number,
) {
  if (files.svg) writeFileSync(files.svg, svg(path, stickerMm))
  if (files.png) writeFileSync(files.png, maskPng(stencil.mask, BLACK))
  if (!files.pdf) return
  const note = `${fruit.look} ${fruit.diameterMm} mm`
  const stickers = Array.from({ length: count }, () => ({ art: path, code, block: '', note }))
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
