import { sheetPdf, type Sticker } from '../../imprint/press/sheet-pdf'
import { planSheet } from '../../imprint/sheet/plan'
import { setText } from '../../imprint/typeset/set-text'
import { openFaces } from '../../press/faces'

/** `npx tsx test/bench/sheet.ts`: what a sheet costs, after the first one; only information, no test. */
async function main(): Promise<void> {
  const faces = openFaces()
  const designs = ['福', '囍', '平安', '生日'].map((text) => setText(text, faces.hei).path)
  const batch = (count: number): Sticker[] =>
    Array.from({ length: count }, (_, i) => ({
      art: designs[i % designs.length],
      stickerMm: 40,
      code: `GY26-${String(i % designs.length).padStart(6, '0')}`,
      block: '东坡',
      note: '红富士 82 mm',
      number: `${i + 1}/${count}`,
    }))
  const head = { title: '栖霞一号园 2026-09-20', at: '2026-09-20T01:00:00.000Z' }
  await sheetPdf(batch(1), head, faces.hei)
  const rows = []
  for (const stickers of [24, 240, 2000]) {
    const started = performance.now()
    const { length } = await sheetPdf(batch(stickers), head, faces.hei)
    const { pages } = planSheet(batch(stickers))
    rows.push({ stickers, pages, ms: Math.round(performance.now() - started), KiB: Math.round(length / 1024) })
  }
  console.table(rows)
}

void main()
