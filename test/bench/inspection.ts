import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { samplePhoto } from '../photos/samples'
import { KINDS, type Kind } from '../photos/scene'
import { mustNotPass, shouldPass, type Row } from './inspection/rows'
import { rowsFile, rowsFor } from './inspection/run'
import { printLadder, printTables } from './inspection/table'

/** Nothing was chosen on seeds from here on. */
const REPORTED = 500_001

const HALVES = { even: [0], odd: [1], all: [0, 1] } as const

/** Of three photos, one is guided. */
function* photosOf(remainders: readonly number[], from: number): Generator<{ kind: Kind; seed: number }> {
  let count = 0
  for (let seed = from; ; seed++) {
    if (remainders.includes(seed % 2)) yield { kind: KINDS[count++ % 3 === 0 ? 0 : 1], seed }
  }
}

/** The photos on which the inspection was wrong, with the reason in the file's name. */
async function drawFailures(rows: readonly Row[], folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const row of rows) {
    const passed = row.verdict === 'consistent'
    const failed = shouldPass(row) ? !passed : mustNotPass(row) && passed
    if (!failed) continue
    const { jpeg } = await samplePhoto(row.kind, row.seed)
    const what = `${row.kind}-${row.seed}-${row.fruit}-${row.fault}-${row.shown}-claimed-${row.claimed}-${row.sort}`
    writeFileSync(path.join(folder, `${row.verdict}-${row.reason}-${what}.jpg`), jpeg)
  }
}

/**
 * `npx tsx test/bench/inspection.ts [--pairs 600] [--seeds even|odd|all] [--from 500001] [--failures folder]`: the whole table
 * of what the inspection says of at least so many pairs of photo and claim, per kind of photo and of difficulty. Whatever is
 * chosen (weights, thresholds) is chosen on seeds below 500,000; those from there on report.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      pairs: { type: 'string', default: '600' },
      seeds: { type: 'string', default: 'odd' },
      from: { type: 'string', default: String(REPORTED) },
      failures: { type: 'string' },
    },
  })
  const half = values.seeds === 'even' || values.seeds === 'all' ? values.seeds : 'odd'
  const file = rowsFile()
  const rows = await rowsFor(file, photosOf(HALVES[half], Number(values.from)), Number(values.pairs))
  console.log(`${rows.length} rows, kept in ${path.relative(process.cwd(), file)}`)
  printTables(rows, `${half} seeds`)
  printLadder(rows, `${half} seeds`)
  if (values.failures) await drawFailures(rows, values.failures)
}

void main()
