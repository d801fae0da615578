import { areaUnderCurve, atLeast, atMost } from './chance'
import { isBad } from './claims'
import { DIFFICULTIES } from './difficulties'
import { isUnknowable, mustNotPass, shouldPass, type Row } from './rows'

const percent = (share: number, places = 1) => `${(100 * share).toFixed(places)} %`

const of = (hits: number, all: number) => (all === 0 ? '-' : `${hits}/${all}`)

/** `49/50 98.0 % (>= 89.5 %)`. */
const good = (hits: number, all: number) =>
  all === 0 ? '-' : `${of(hits, all)} ${percent(hits / all)} (>= ${percent(atLeast(hits, all))})`

const bad = (hits: number, all: number) =>
  all === 0 ? '-' : `${of(hits, all)} ${percent(hits / all)} (<= ${percent(atMost(hits, all))})`

const passed = (rows: readonly Row[]) => rows.filter(({ verdict }) => verdict === 'consistent').length
const rejected = (rows: readonly Row[]) => rows.filter(({ verdict }) => verdict === 'inconsistent').length

/** How often each reason was given, the most frequent first. */
function reasons(rows: readonly Row[]): string {
  const counts = new Map<string, number>()
  for (const { reason } of rows) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return (
    [...counts]
      .sort((a, b) => b[1] - a[1])
      .map(([reason, count]) => `${reason} ${count}`)
      .join(', ') || '-'
  )
}

const unsure = (rows: readonly Row[]) => rows.filter(({ verdict }) => verdict === 'unsure')

/** Right fruit beside wrong claims, one line a group. */
function line(rows: readonly Row[]) {
  const right = rows.filter(shouldPass)
  const wrong = rows.filter((row) => mustNotPass(row) && !isUnknowable(row))
  return {
    'right passed': good(passed(right), right.length),
    'cannot tell': `${unsure(right).length}: ${reasons(unsure(right))}`,
    'wrongly rejected': bad(rejected(right), right.length),
    'wrong passed': bad(passed(wrong), wrong.length),
    'wrong rejected': of(rejected(wrong), wrong.length),
  }
}

/** The claims that are wrong, by what is wrong with them. */
function wrongLine(rows: readonly Row[]) {
  const named = rows.filter(({ looksLike, shown }) => looksLike === shown).length
  const namedWrongly = rows.filter(({ looksLike, shown }) => looksLike !== null && looksLike !== shown).length
  return {
    passed: bad(passed(rows), rows.length),
    rejected: of(rejected(rows), rows.length),
    'cannot tell': unsure(rows).length,
    'named right': of(named, rows.length),
    'named wrongly': of(namedWrongly, rows.length),
    reasons: reasons(rows),
  }
}

function wrongnessOf(row: Row): string | null {
  if (row.sort === 'right')
    return row.fault === 'none' ? null : `${row.fault}${isBad(row.fault) ? ' (right claim)' : ''}`
  return isBad(row.fault) ? `${row.fault} (wrong claim)` : row.sort
}

function groups<T extends string>(rows: readonly Row[], keyOf: (row: Row) => T | null): [T, Row[]][] {
  const found = new Map<T, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key !== null) found.set(key, [...(found.get(key) ?? []), row])
  }
  return [...found].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
}

function curve(rows: readonly Row[]): string {
  const scores = (wanted: (row: Row) => boolean) => rows.filter(wanted).map(({ score }) => score)
  const wrong = (row: Row) => mustNotPass(row) && !isUnknowable(row)
  return areaUnderCurve(scores(shouldPass), scores(wrong)).toFixed(4)
}

function quantile(values: readonly number[], share: number): string {
  const sorted = [...values].sort((a, b) => a - b)
  return String(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? '-')
}

function print(title: string, rows: Record<string, Record<string, unknown>>): void {
  console.log(`\n${title}`)
  console.table(rows)
}

/** Prints everything that the rows tell, per kind of photo; `says` names the half of the seeds. */
export function printTables(all: readonly Row[], says: string): void {
  for (const [kind, rows] of groups(all, (row) => row.kind)) {
    const photos = new Set(rows.map(({ seed }) => seed)).size
    console.log(`\n=== ${kind}, ${says}: ${photos} photos, ${rows.length} claims; area under the curve ${curve(rows)}`)
    const found = rows.flatMap(({ fruitOff }) => fruitOff ?? [])
    const times = rows.map(({ ms }) => ms)
    console.log(
      `fruit found off by (radii): median ${quantile(found, 0.5)}, 95 % ${quantile(found, 0.95)}, most ${quantile(found, 1)}; ms a claim: median ${quantile(times, 0.5)}, 95 % ${quantile(times, 0.95)}`,
    )
    const apples = rows.filter(({ fruit }) => fruit === 'apple')
    print('All', { 'red apples': line(apples), 'every fruit': line(rows) })
    print(
      'What is wrong with the wrong claims (twinUnknown: the true design is not in the batch; counted nowhere else)',
      Object.fromEntries(groups(rows, wrongnessOf).map(([name, list]) => [name, wrongLine(list)])),
    )
    const families = groups(rows, (row) => (row.sort === 'twin' ? row.family : null))
    print(
      'Look-alikes, the true design known',
      Object.fromEntries(families.map(([name, list]) => [name, wrongLine(list)])),
    )
    for (const [name, bandOf] of Object.entries(DIFFICULTIES)) {
      print(`By ${name}`, Object.fromEntries(groups(rows, bandOf).map(([key, list]) => [key, line(list)])))
    }
  }
}

const LADDER = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99]

/** What would happen if nothing but the score decided: right fruit passed and wrong claims passed at each step. */
export function printLadder(all: readonly Row[], says: string): void {
  for (const [kind, rows] of groups(all, (row) => row.kind)) {
    const right = rows.filter(shouldPass)
    const wrong = rows.filter((row) => mustNotPass(row) && !isUnknowable(row))
    const steps = LADDER.map((least) => {
      const above = (list: readonly Row[]) => list.filter(({ score }) => score >= least).length
      return [`score >= ${least}`, { right: good(above(right), right.length), wrong: bad(above(wrong), wrong.length) }]
    })
    print(`If the score alone decided: ${kind}, ${says}`, Object.fromEntries(steps))
  }
}
