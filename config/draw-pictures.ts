/**
 * Draws every picture the app ships, from the same model as the previews: `npx tsx config/draw-pictures.ts`.
 * The results are committed; run it again after changing `imprint/fruit/looks.ts`.
 */
import { mkdirSync, readdirSync, statSync } from 'fs'
import { join } from 'path'
import sharp from 'sharp'
import { drawLeaf, drawTwig } from '../imprint/fruit/branch'
import { LOOK_IDS, type LookId, LOOKS } from '../imprint/fruit/looks'
import { renderFruit, type Stage } from '../imprint/fruit/render'
import { makeShape, poseFruit } from '../imprint/fruit/shape'
import { stemLine } from '../imprint/fruit/stem'
import { lightLayer } from '../imprint/light-layer'
import { printedPart, seasonPictures } from '../imprint/preview/stage'
import { emptyMask, emptyPicture, type Mask, paste, type Picture } from '../imprint/raster'

const SOURCE = join(__dirname, '..', 'src')
/** What a folder of pictures may weigh: the main package is nearly full, the studio has its own. Bytes. */
const FOLDERS = [
  { folder: 'assets', budget: 212_000 },
  { folder: 'studio/assets', budget: 900_000 },
] as const

const BASE_PX = 248
const LIGHT_PX = 120
const STAGE_PX = 90
const HERO_PX = 332
const SEASON_PX = 420

/** `quality` 0..100: a palette of as many colours as that needs. */
async function save(picture: Picture, size: number, quality: number, ...path: string[]): Promise<void> {
  const { width, height, pixels } = picture
  await sharp(Buffer.from(pixels.buffer), { raw: { width, height, channels: 4 } })
    .resize(size, size, { kernel: 'lanczos3' })
    .png({ palette: true, quality, effort: 10, compressionLevel: 9, dither: 0 })
    .toFile(join(SOURCE, ...path))
}

/** A mask of the 40 mm film from text, in the Song face of this machine. `emMm` is the size of one em. */
async function textMask(text: string, emMm: number): Promise<Mask> {
  const side = 640
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 40 40">
    <rect width="40" height="40" fill="#fff"/>
    <text x="20" y="${20 + emMm * 0.365}" font-family="Noto Serif CJK SC" font-weight="700" font-size="${emMm}"
      text-anchor="middle">${text}</text></svg>`
  const grey = await sharp(Buffer.from(svg)).greyscale().raw().toBuffer()
  return { width: side, height: side, coverage: Float32Array.from(grey, (value) => 1 - value / 255) }
}

/** The Fuji of the first page: 福 grown in, hanging from a branch with two leaves. Drawn large, then reduced. */
async function hero(): Promise<Picture> {
  const size = HERO_PX * 2
  const side = size * 0.94
  const left = 0
  const top = Math.round(size - side * 0.985)
  const picture = emptyPicture(size, size)
  const look = LOOKS.fuji
  const fruit = renderFruit({ look: 'fuji', size: Math.round(side), imprint: await textMask('福', 26), roll: 0.03 })
  const tip = stemLine(makeShape(look, poseFruit(look, [0, 0], 0.03))).slice(-1)[0]
  const x = left + (0.5 + tip.x * look.fit.scale) * side
  const y = top + (look.fit.middle + tip.y * look.fit.scale) * side
  paste(picture, fruit, left, top)
  drawTwig(
    picture,
    [
      [x, y + 4, size * 0.007],
      [x + size * 0.12, y - size * 0.035, size * 0.009],
      [x + size * 0.26, y - size * 0.045, size * 0.011],
      [size + 6, y - size * 0.06, size * 0.014],
    ],
    5,
  )
  drawLeaf(picture, { x, y: y + 2, length: size * 0.27, turn: Math.PI - 0.02, colour: [104, 142, 68], seed: 3 })
  drawLeaf(picture, {
    x: x + size * 0.1,
    y: y - size * 0.03,
    length: size * 0.31,
    turn: 0.42,
    colour: [86, 124, 58],
    seed: 4,
  })
  return picture
}

const TAB_ICONS: Readonly<Record<string, string>> = {
  orchard: '<path d="M4 11l8-7 8 7v8.5a.5.5 0 0 1-.5.5h-5v-6h-5v6h-5a.5.5 0 0 1-.5-.5z"/>',
  write: '<path d="M4 20l1-4L16.5 4.5a2.1 2.1 0 0 1 3 3L8 19z"/><path d="M14.5 6.5l3 3"/>',
  orders: '<path d="M6 3.5h12v17l-3-2-3 2-3-2-3 2z"/><path d="M9 8.5h6M9 12.5h4"/>',
  me: '<circle cx="12" cy="8" r="4"/><path d="M4.5 20.5c.8-4 3.6-6 7.5-6s6.7 2 7.5 6"/>',
}

async function tabIcon(name: string, paths: string, colour: string): Promise<void> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="81" height="81" viewBox="-1.5 -1.5 27 27" fill="none"
    stroke="${colour}" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">${paths}</svg>`
  await sharp(Buffer.from(svg))
    .png({ palette: true, colours: 8, effort: 10, compressionLevel: 9 })
    .toFile(join(SOURCE, 'assets', 'tab', `${name}.png`))
}

const SMALL_STAGES: readonly Stage[] = ['green', 'colouring']

/** Smooth skin shows the steps of a small palette. */
const finer = (look: LookId, quality: number) => quality + 6 * LOOKS[look].skin.fuzz

/** The shop's pictures of one look: ripe, the light over its words, and small ones of the time before. */
async function drawLook(look: LookId): Promise<void> {
  const shop = ['assets', 'fruit']
  await save(renderFruit({ look, size: BASE_PX * 2 }), BASE_PX, finer(look, 66), ...shop, `${look}.png`)
  await save(lightLayer(look, LIGHT_PX * 2), LIGHT_PX, 84, ...shop, `${look}-light.png`)
  for (const stage of SMALL_STAGES) {
    const picture = renderFruit({ look, size: STAGE_PX * 2, stage, film: false })
    await save(picture, STAGE_PX, finer(look, 68), ...shop, `${look}-${stage}.png`)
  }
}

/** The studio's: the whole season, and the skin as it is where the imprint lies, of which the painter shows a part. */
async function drawSeason(look: LookId): Promise<void> {
  const studio = ['studio', 'assets']
  const size = SEASON_PX * 2
  for (const name of seasonPictures(look)) {
    await save(
      renderFruit({ look, size, stage: name, film: false }),
      SEASON_PX,
      finer(look, 76),
      ...studio,
      `${look}-${name}.png`,
    )
  }
  const everywhere = emptyMask(64, 64)
  everywhere.coverage.fill(1)
  const printed = renderFruit({ look, size, imprint: everywhere })
  const { left, top, side } = printedPart(look)
  const part = cut(printed, Math.round(left * size), Math.round(top * size), Math.round(side * size))
  await save(part, Math.round(side * SEASON_PX), 84, ...studio, `${look}-printed.png`)
}

function cut(picture: Picture, left: number, top: number, side: number): Picture {
  const part = emptyPicture(side, side)
  for (let y = 0; y < side; y++) {
    const from = ((top + y) * picture.width + left) * 4
    part.pixels.set(picture.pixels.subarray(from, from + side * 4), y * side * 4)
  }
  return part
}

async function main(): Promise<void> {
  sharp.concurrency(1)
  for (const folder of ['assets/fruit', 'assets/tab', 'studio/assets'])
    mkdirSync(join(SOURCE, folder), { recursive: true })
  for (const look of LOOK_IDS) {
    await drawLook(look)
    await drawSeason(look)
  }
  await save(await hero(), HERO_PX, 62, 'assets', 'fruit', 'hero.png')
  for (const [name, paths] of Object.entries(TAB_ICONS)) {
    await tabIcon(name, paths, '#675A4D')
    await tabIcon(`${name}-on`, paths, '#2F5D43')
  }
  for (const { folder, budget } of FOLDERS) weigh(folder, budget)
}

function weigh(folder: string, budget: number): void {
  const files = readdirSync(join(SOURCE, folder), { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.png'))
  let total = 0
  for (const file of files) {
    const { size } = statSync(join(SOURCE, folder, file))
    total += size
    console.log(`${String(size).padStart(7)}  ${folder}/${file}`)
  }
  console.log(`${String(total).padStart(7)}  of ${budget}`)
  if (total > budget) throw new Error(`The pictures in ${folder} weigh more than their package can carry`)
}

main().catch((error) => {
  console.error(error)
  process.exitCode = 1
})
