import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { preparePhoto } from '../../../imprint/inspection/inspect'
import { reachOn } from '../../../imprint/stencil/make-stencil'
import { FRUIT } from '../../photos/fruits'
import { samplePhoto } from '../../photos/samples'
import type { Kind } from '../../photos/scene'
import { claimsOn, SORTS, type Sort } from './claims'
import { rowOf, type Row } from './rows'

const ROOT = path.join(__dirname, '../../..')

/** What rows depend on: when one of these files changes, the rows are made anew. */
const SOURCES = ['imprint/inspection', 'imprint/raster.ts', 'test/photos', 'test/bench/inspection/claims.ts']

function filesUnder(place: string): string[] {
  const full = path.join(ROOT, place)
  if (place.endsWith('.ts')) return [full]
  return readdirSync(full, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') || name.endsWith('.json'))
    .map((name) => path.join(full, name))
    .sort()
}

/** Where the rows of the code as it is now are kept (`dist/` is not in the repository). */
export function rowsFile(): string {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap(filesUnder)) hash.update(readFileSync(file))
  return path.join(ROOT, 'dist', 'inspection', `${hash.digest('hex').slice(0, 12)}.jsonl`)
}

export const readRows = (file: string): Row[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Row)
    : []

/** All claims on one photo, or those of some sorts. */
export async function rowsOfPhoto(
  kind: Kind,
  seed: number,
  sorts: readonly Sort[] = SORTS,
  width?: number,
): Promise<Row[]> {
  const photo = await samplePhoto(kind, seed, width)
  const { mark, usualMm } = FRUIT[photo.truth.scene.fruit]
  const inspect = preparePhoto(photo.picture, { mark, reach: reachOn(usualMm) })
  const claims = claimsOn(photo.truth).filter(({ sort }) => sorts.includes(sort))
  return claims.map((claim) => {
    const began = process.cpuUsage()
    const opinion = inspect(claim)
    const { user, system } = process.cpuUsage(began)
    return rowOf(photo, claim, opinion, (user + system) / 1000)
  })
}

/** The rows of photos until there are enough: those that the file has, and the others made and added to it. */
export async function rowsFor(
  file: string,
  photos: Iterable<{ kind: Kind; seed: number }>,
  enough: number,
): Promise<Row[]> {
  mkdirSync(path.dirname(file), { recursive: true })
  const known = new Map<string, Row[]>()
  const keyOf = ({ kind, seed }: { kind: Kind; seed: number }) => `${kind} ${seed}`
  for (const row of readRows(file)) known.set(keyOf(row), [...(known.get(keyOf(row)) ?? []), row])
  const rows: Row[] = []
  let made = 0
  for (const photo of photos) {
    let own = known.get(keyOf(photo))
    if (!own) {
      own = await rowsOfPhoto(photo.kind, photo.seed)
      appendFileSync(file, own.map((row) => `${JSON.stringify(row)}\n`).join(''))
      if (++made % 25 === 0) process.stderr.write(`${made} photos inspected\n`)
    }
    rows.push(...own)
    if (rows.length >= enough) break
  }
  return rows
}
