import sharp from 'sharp'
import { samplePhoto } from './samples'
import { KINDS, type Kind } from './scene'

const [COLUMNS, WIDTH, HEIGHT] = [6, 320, 240]

/** `npx tsx test/photos/sheet.ts guided|hard sheet.png [first seed] [how many]`: a sheet of photos to look at. */
async function main(kind = 'hard', file = 'dist/photos.png', first = '1', count = '24'): Promise<void> {
  const wanted = KINDS.find((known): known is Kind => known === kind) ?? 'hard'
  const seeds = Array.from({ length: Number(count) }, (_, i) => Number(first) + i)
  const cells = await Promise.all(
    seeds.map(async (seed, i) => {
      const { jpeg, truth } = await samplePhoto(wanted, seed)
      const { fault, fruit } = truth.scene
      const words = `${seed} ${truth.design} ${fault} ${fruit === 'apple' ? '' : fruit}`
      const label = `<svg width="${WIDTH}" height="16"><rect width="${WIDTH}" height="16" fill="#000a"/><text x="4" y="12" font-size="12" fill="#fff">${words.replace('&', '&amp;')}</text></svg>`
      const input = await sharp(jpeg)
        .resize(WIDTH, HEIGHT)
        .composite([{ input: Buffer.from(label), left: 0, top: 0 }])
        .png()
        .toBuffer()
      return { input, left: (i % COLUMNS) * WIDTH, top: Math.floor(i / COLUMNS) * HEIGHT }
    }),
  )
  const rows = Math.ceil(seeds.length / COLUMNS)
  await sharp({ create: { width: COLUMNS * WIDTH, height: rows * HEIGHT, channels: 3, background: '#222' } })
    .composite(cells)
    .toFile(file)
  console.log(`${seeds.length} photos on ${file}`)
}

void main(...process.argv.slice(2))
