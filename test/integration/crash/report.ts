import type { Act } from './act'
import { BLOWS, pointsOf, strike, type Blow, type Point } from './strike'
import { openTheatre, type Theatre } from './stages'

interface Row {
  act: string
  calls: number
  ended: Record<Blow, { done: number; undone: number }>
  problems: string[]
}

/** Shops side by side, so that one works while the other starts a function anew. */
const LANES = 2
const LONGEST_MS = 600_000

/**
 * The tests of these acts: each is struck at every one of its calls, once by the death of its function and once by the loss
 * of the answer. Prints what became of them.
 */
export function crashAtEveryCall(what: string, acts: readonly Act[]): void {
  const rows = new Map<string, Row>()

  beforeAll(async () => {
    const waiting = [...acts]
    const lane = async () => {
      const theatre = await openTheatre()
      for (let act = waiting.shift(); act; act = waiting.shift()) rows.set(act.name, await strikeAll(theatre, act))
      await theatre.shop.close()
    }
    await Promise.all(Array.from({ length: LANES }, lane))
    process.stdout.write(
      tableOf(
        what,
        acts.flatMap(({ name }) => rows.get(name) ?? []),
      ),
    )
  }, LONGEST_MS)

  describe(`${what}, whatever call it dies at`, () => {
    it.each(acts.map(({ name }) => name))('%s: done once, or cleanly undone', (name) => {
      const row = rows.get(name)
      expect(row?.problems).toEqual([])
      expect(row?.calls).toBeGreaterThan(0)
    })
  })
}

async function strikeAll(theatre: Theatre, act: Act): Promise<Row> {
  const ended = { 'killed before': { done: 0, undone: 0 }, 'answer lost after': { done: 0, undone: 0 } }
  const { points, problems } = await pointsOf(theatre, act)
  for (const point of points) {
    for (const blow of BLOWS) {
      const outcome = await strike(theatre, act, point, blow)
      ended[blow][outcome.ended]++
      problems.push(...outcome.problems.map((problem) => `${blow} ${say(point)}: ${problem}`))
    }
  }
  return { act: act.name, calls: points.length, ended, problems }
}

function say({ function: name, action, subject, nth }: Point): string {
  return `${name} ${action.replace('database.', '')} ${subject} (${nth})`
}

/** Acts × calls × what became of them, as a Markdown table. */
function tableOf(what: string, rows: readonly Row[]): string {
  const cells = ({ act, calls, ended }: Row): (string | number)[] => [
    act,
    calls,
    ...BLOWS.flatMap((blow) => [ended[blow].done, ended[blow].undone]),
  ]
  const sums = rows.map(cells).reduce((all, row) => row.map((cell, i) => Number(cell) + Number(all[i])))
  const line = (row: readonly (string | number)[]) => `| ${row.join(' | ')} |\n`
  const head = [what, 'calls', ...BLOWS.flatMap((blow) => [`${blow}: done`, `${blow}: undone`])]
  const body = rows.map((row) => line(cells(row))).join('')
  return `\n${line(head)}${line(head.map(() => '---'))}${body}${line(['all', ...sums.slice(1)])}`
}
