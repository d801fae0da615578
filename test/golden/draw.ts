import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { placePath, svgPath } from '../../imprint/outline/path'
import { isProducible } from '../../imprint/stencil/cut'
import { GOLDEN } from './designs'
import { cutOf, hashOf, pixelsOf, pngOf } from './render'

const COLUMNS = 6
const CELL = 44

/** `npx tsx test/golden/draw.ts sheet.png`: draws the golden pictures anew, and a sheet of all of them to look at. */
async function main(sheet = path.join('dist', 'golden.png')): Promise<void> {
  const hashes: Record<string, string> = {}
  const cells = GOLDEN.map((golden, i) => {
    const cut = cutOf(golden)
    writeFileSync(path.join(__dirname, `${golden.name}.png`), pngOf(pixelsOf(cut)))
    hashes[golden.name] = hashOf(cut)
    const [x, y] = [(i % COLUMNS) * CELL, Math.floor(i / COLUMNS) * CELL]
    const ink = isProducible(cut) ? '#111' : '#b33'
    const art = svgPath(placePath(cut.path, 1, x + CELL / 2, y + 20))
    return `<circle cx="${x + CELL / 2}" cy="${y + 20}" r="19" fill="#f2efe8"/><path d="${art}" fill="${ink}"/><text x="${x + CELL / 2}" y="${y + 42}" font-size="2.6" text-anchor="middle" fill="#777">${golden.name}</text>`
  })
  writeFileSync(path.join(__dirname, 'hashes.json'), `${JSON.stringify(hashes, null, 2)}\n`)
  const [width, height] = [COLUMNS * CELL, Math.ceil(GOLDEN.length / COLUMNS) * CELL]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width * 5}" height="${height * 5}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="#fff"/>${cells.join('')}</svg>`
  mkdirSync(path.dirname(sheet), { recursive: true })
  await sharp(Buffer.from(svg)).png({ palette: true, colours: 16 }).toFile(sheet)
  console.log(`${GOLDEN.length} pictures, and all of them on ${sheet}`)
}

void main(process.argv[2])
