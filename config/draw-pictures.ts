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
import { emptyPicture, type Mask, paste, type Picture } from '../imprint/raster'

const ASSETS = join(__dirname, '..', 'src', 'assets')
const BUDGET_BYTES = 210 * 1024

const BASE_PX = 248
const LIGHT_PX = 120
const STAGE_PX = 90
const HERO_PX = 332

async function save(picture: Picture, size: number, colours: number, ...path: string[]): Promise<void> {
  const { width, height, pixels } = picture
  await sharp(Buffer.from(pixels.buffer), { raw: { width, height, channels: 4 } })
    .resize(size, size, { kernel: 'lanczos3' })
    .png({ palette: true, colours, effort: 10, compressionLevel: 9, dither: 0 })
    .toFile(join(ASSETS, ...path))
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
    .toFile(join(ASSETS, 'tab', `${name}.png`))
}

const SMALL_STAGES: readonly Stage[] = ['green', 'colouring']

async function drawLook(look: LookId): Promise<void> {
  await save(renderFruit({ look, size: BASE_PX * 2, stage: 'ripe' }), BASE_PX, 52, 'fruit', `${look}.png`)
  await save(lightLayer(look, LIGHT_PX * 2), LIGHT_PX, 28, 'fruit', `${look}-light.png`)
  for (const stage of SMALL_STAGES) {
    const picture = renderFruit({ look, size: STAGE_PX * 2, stage, film: false })
    await save(picture, STAGE_PX, 24, 'fruit', `${look}-${stage}.png`)
  }
}

async function main(): Promise<void> {
  sharp.concurrency(1)
  for (const folder of ['fruit', 'tab']) mkdirSync(join(ASSETS, folder), { recursive: true })
  for (const look of LOOK_IDS) await drawLook(look)
  await save(await hero(), HERO_PX, 64, 'fruit', 'hero.png')
  for (const [name, paths] of Object.entries(TAB_ICONS)) {
    await tabIcon(name, paths, '#675A4D')
    await tabIcon(`${name}-on`, paths, '#2F5D43')
  }
  let total = 0
  for (const folder of ['fruit', 'tab']) {
    for (const file of readdirSync(join(ASSETS, folder))) {
      const { size } = statSync(join(ASSETS, folder, file))
      total += size
      console.log(`${(size / 1024).toFixed(1).padStart(6)} KB  ${folder}/${file}`)
    }
  }
  console.log(`${(total / 1024).toFixed(1).padStart(6)} KB  of ${BUDGET_BYTES / 1024}`)
  if (total > BUDGET_BYTES) throw new Error('The pictures are larger than the main package can carry')
}

main().catch((error) => {
  console.error(error)
  process.exitCode = 1
})
