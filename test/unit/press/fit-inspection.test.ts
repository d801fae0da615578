import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  EVIDENCE_NAMES,
  WEIGHED_NAMES,
  type EvidenceName,
  type WeighedName,
} from '../../../imprint/inspection/evidence-names'
import { oddsOf, WEIGHTS, type Weights } from '../../../imprint/inspection/weights'
import { fitInspection } from '../../../press/fit/command'
import { fitLogistic } from '../../../press/fit/logistic'
import { refit } from '../../../press/fit/refit'
import { readComparisons, readRows } from '../../../press/fit/samples'
import { diceOf } from '../../photos/dice'

const ROOT = path.join(__dirname, '../../..')
const TRUE_WEIGHTS: Weights = {
  ...WEIGHTS,
  bias: -2,
  of: Object.fromEntries(WEIGHED_NAMES.map((name, i) => [name, [4, -3, 0, 2][i % 4]])) as Record<WeighedName, number>,
}

/** Comparisons decided by chance with the odds of the true weights. */
function comparisons(count: number) {
  const dice = diceOf(count, 'comparisons')
  return Array.from({ length: count }, (_, i) => {
    const measured = Object.fromEntries(EVIDENCE_NAMES.map((name) => [name, dice.between(-1, 1)])) as Record<
      EvidenceName,
      number
    >
    const evidence = { ...measured, seenLeast: 1, rivalLean: 1, mirrorLean: 1 }
    const right = dice.chance(1 / (1 + Math.exp(-oddsOf(evidence, TRUE_WEIGHTS))))
    return {
      _id: `parcel-${i}:someone:1`,
      fulfilmentId: `parcel-${Math.floor(i / 3)}`,
      later: { field: true },
      opinion: { verdict: 'unsure', score: 0.5, reason: 'doubtful', looksLike: null as string | null, evidence },
      decision: { verdict: right ? 'consistent' : 'inconsistent', by: 'a', at: '2026-10-01T00:00:00.000Z' } as
        | object
        | null,
    }
  })
}

const lines = (docs: readonly object[]) => docs.map((doc) => JSON.stringify(doc)).join('\n')

/** A file of these lines in a folder of its own. */
function fileOf(text: string): { file: string; folder: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'fit-'))
  const file = path.join(folder, 'comparisons.jsonl')
  writeFileSync(file, text)
  return { file, folder }
}

/** What the command says of them; throws what it throws. */
function told(text: string, ...options: string[]): string {
  const said: string[] = []
  fitInspection([fileOf(text).file, ...options], (line) => void said.push(line))
  return said.join('\n')
}

test('weights are found again from decisions that were made by them', () => {
  const { samples } = readComparisons(lines(comparisons(6000)))
  const { weights, before, after } = refit(samples, WEIGHTS, 1e-5)
  for (const name of WEIGHED_NAMES) expect(Math.abs(weights.of[name] - TRUE_WEIGHTS.of[name])).toBeLessThan(0.6)
  expect(Math.abs(weights.bias - TRUE_WEIGHTS.bias)).toBeLessThan(0.6)
  expect(after.agreement).toBeGreaterThan(before.agreement)
})

test('cases that can be parted without a doubt give finite weights', () => {
  const cases = [-2, -1, 1, 2].map((value) => ({ values: [value, 7], right: value > 0 }))
  const { bias, weights } = fitLogistic(cases)
  expect([bias, ...weights].every(Number.isFinite)).toBe(true)
  expect(weights[0]).toBeGreaterThan(0)
  expect(weights[1]).toBe(0)
})

test('all photos of a parcel are in the same half, and both halves are about as large', () => {
  const docs = comparisons(600)
  const { samples } = readComparisons(lines(docs))
  const halves = new Map<string, string>()
  docs.forEach(({ fulfilmentId }, i) => {
    expect(halves.get(fulfilmentId) ?? samples[i].half).toBe(samples[i].half)
    halves.set(fulfilmentId, samples[i].half)
  })
  const fit = samples.filter(({ half }) => half === 'fit').length
  expect(fit).toBeGreaterThan(220)
  expect(fit).toBeLessThan(380)
})

test('numbers that are missing or unknown are made up for and told, and what says nothing is left out', () => {
  const docs = comparisons(11)
  const { fit: _, ...without } = docs[0].opinion.evidence
  const odd: Record<string, number> = { ...without, sparkle: 1 }
  docs[0].opinion.evidence = odd as (typeof docs)[0]['opinion']['evidence']
  docs[1].decision = null
  docs[2].opinion.evidence = Object.fromEntries(EVIDENCE_NAMES.map((name) => [name, 0])) as Record<EvidenceName, number>
  docs[3].decision = { verdict: 'inconsistent', reason: '位置偏了' }
  docs[3].opinion.reason = 'offPlace'
  docs[4].decision = { verdict: 'inconsistent', reason: 'wrongDesign' }
  docs[4].opinion.looksLike = 'another'
  docs[8].decision = { verdict: 'inconsistent', reason: '果子伤了', cause: 'fruit' }
  docs[9].opinion.reason = 'blurred'
  docs[10].opinion.reason = 'tooFaint'
  const { samples, notes } = readComparisons(lines(docs))
  const others = [5, 6, 7].map((i) => docs[i].opinion.evidence.fit)
  expect(samples).toHaveLength(4)
  expect(samples[0].evidence.fit).toBeCloseTo((others[0] + others[1] + others[2]) / 3)
  expect(notes).toEqual([
    '1 left out: without a decision',
    '1 left out: of imprints that are right but off their place',
    '1 left out: in which another design of the batch was named',
    '1 left out: rejected for the fruit, not for its imprint',
    '2 left out: of photos that nobody can judge',
    '1 left out: on which nothing was measured',
    'sparkle is not known and was passed over, 1 times',
    'fit is missing in 1 and was taken as the mean of the others',
  ])
})

test('rows of the generator are fitted on even seeds; look-alikes and photos nobody can judge are left out', () => {
  const [{ opinion }] = comparisons(1)
  const row = (seed: number, sort: string, fault: string) => ({ seed, sort, fault, evidence: opinion.evidence })
  const rows = [row(2, 'right', 'none'), row(3, 'right', 'erased'), row(4, 'twin', 'none'), row(5, 'right', 'glare')]
  const { samples } = readRows(lines([...rows, row(6, 'random', 'glare')]))
  expect(samples.map(({ right, half }) => [right, half])).toEqual([
    [true, 'fit'],
    [false, 'trial'],
    [false, 'fit'],
  ])
})

test('too few decisions are refused, fitted when forced, and the weights written so that code can read them', () => {
  const few = lines(comparisons(120))
  expect(() => told(few)).toThrow('120 decisions are too few: 200 are needed')
  const out = path.join(fileOf('').folder, 'weights.json')
  expect(told(few, '--force', '--out', out)).toMatch(/before: .*agreement .* %\n {2}after: /)
  const written = JSON.parse(readFileSync(out, 'utf8')) as Weights
  expect(Object.keys(written.of)).toEqual([...WEIGHED_NAMES])
  expect(told(lines(comparisons(200)))).toContain('"bias"')
})

test.each([
  ['no JSON', ['{}', 'not json'].join('\n'), 'line 2 is no JSON object'],
  [
    'one kind of fruit only',
    lines(comparisons(300).filter(({ decision }) => (decision as { verdict: string }).verdict === 'consistent')),
    'right and wrong fruit',
  ],
])('refuses a file with %s', (_, text, why) => {
  expect(() => told(text, '--force')).toThrow(why)
})

test('weights are put into the place of the old ones in a source file, written as code is here', () => {
  const source = readFileSync(path.join(ROOT, 'imprint/inspection/weights.ts'), 'utf8')
  const file = path.join(fileOf('').folder, 'weights.ts')
  writeFileSync(file, source)
  told(lines(comparisons(400)), '--out', file)
  const written = readFileSync(file, 'utf8')
  const literal = /WEIGHTS: Weights = \{[^]*?\n\}/
  expect(written).not.toBe(source)
  expect(written.replace(literal, '')).toBe(source.replace(literal, ''))
  const own = (literal.exec(written)?.[0] ?? '').split('\n')
  expect(own).toHaveLength(JSON.stringify(WEIGHTS, null, 2).split('\n').length)
  for (const line of own.slice(1, -1)) expect(line).toMatch(/^( {2}| {4})(\w+: (\{|-?[\d.]+,)|\},)$/)
})

test('the command line ends with 1 when it refuses, and with 2 for a wrong option', () => {
  const run = (...args: string[]) =>
    spawnSync(path.join(ROOT, 'node_modules/.bin/tsx'), ['press/fit-inspection.ts', ...args], {
      cwd: ROOT,
      encoding: 'utf8',
    })
  expect(run(fileOf(lines(comparisons(3))).file)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('too few') as string,
  })
  expect(run('--sideways').status).toBe(2)
})
