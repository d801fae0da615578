import { NO_EVIDENCE, WEIGHED_NAMES, type Evidence } from '../../../../imprint/inspection/evidence-names'
import type { Rival } from '../../../../imprint/inspection/examine'
import { leanings, rule, type Findings, type Suspect } from '../../../../imprint/inspection/verdict'
import { oddsOf, WEIGHTS, type Weights } from '../../../../imprint/inspection/weights'

/** Odds that are simply the fit, so that each test says what it is about. */
const weights: Weights = {
  ...WEIGHTS,
  bias: 0,
  of: { ...NO_EVIDENCE, fit: 10 },
  pass: 5,
  lean: 0.2,
  see: 0.15,
}

const claim = (fit: number, more: Partial<Evidence> = {}): Evidence => ({
  ...NO_EVIDENCE,
  fit,
  contrast: 0.8,
  seen: 1,
  seenLeast: 1,
  rivalLean: 1,
  mirrorLean: 1,
  ...more,
})

const suspect = (id: string, fit: number | null, leaning: number, differing = 0.1): Suspect => ({
  id,
  evidence: fit === null ? null : claim(fit),
  rival: { id, leaning, differing, seen: 1 } as Rival,
})

const nothing: Findings = {
  claim: null,
  mirror: null,
  others: [],
  glare: 0,
  turned: 0,
  down: 0,
  stemUp: false,
  dark: false,
  soft: false,
  upsideDown: false,
}

function said(fit: number | null, more: Partial<Findings> = {}, seen: Partial<Evidence> = {}) {
  const found = { ...nothing, ...more }
  return rule({ ...found, claim: fit === null ? null : claim(fit, { ...leanings(found), ...seen }) }, weights)
}

test('a design that fits and has no rival passes', () => {
  expect(said(0.9)).toMatchObject({ verdict: 'consistent', reason: 'matches', looksLike: null })
  expect(said(0.9).score).toBeGreaterThan(0.5)
})

test('a rival that the photo leans to holds a claim up, however well that fits', () => {
  expect(said(0.9, { others: [suspect('b', null, 0.1)] })).toMatchObject({ verdict: 'unsure', reason: 'lookAlike' })
  expect(said(0.9, { others: [suspect('b', null, 0.4)] }).verdict).toBe('consistent')
})

test('a rival that is as sure as a claim that passes is named', () => {
  const others = [suspect('a', 0.7, -0.4), suspect('b', 0.9, -0.5), suspect('c', 0.95, 0.3)]
  expect(said(0.3, { others })).toMatchObject({ verdict: 'inconsistent', reason: 'wrongDesign', looksLike: 'b' })
  expect(said(0.3, { others }).score).toBeLessThan(0.5)
})

test('the same design under another name is no rival', () => {
  expect(said(0.9, { others: [suspect('copy', 0.9, -0.9, 0.0002)] }).verdict).toBe('consistent')
})

test('a print put on inside out is told as mirrored', () => {
  expect(said(0.3, { mirror: suspect('m', 0.9, -0.5) })).toMatchObject({ verdict: 'inconsistent', reason: 'mirrored' })
})

test('a design that is all there but hardly paler than the skin has faded', () => {
  expect(said(0.9, {}, { contrast: 0.15 })).toMatchObject({ verdict: 'inconsistent', reason: 'faded' })
  expect(said(0.9, {}, { contrast: 0.22 })).toMatchObject({ verdict: 'unsure', reason: 'tooFaint' })
  expect(said(0.9, { dark: true }, { contrast: 0.25 })).toMatchObject({ verdict: 'consistent' })
  expect(said(0.9, { dark: true }, { contrast: 0.08 })).toMatchObject({ verdict: 'unsure', reason: 'tooFaint' })
})

test('a part is called missing only where the rest is plainly there and the gap plainly seen', () => {
  const gap = { narrowWorst: -0.2, narrowStrength: 0, missing: 0.9, missingRare: 12, noise: 0.05 }
  const thin: Weights = { ...weights, bias: -12 }
  const rated = (seen: Partial<Evidence>) => rule({ ...nothing, claim: claim(0.8, seen) }, thin)
  expect(rated(gap)).toMatchObject({ verdict: 'inconsistent', reason: 'partMissing' })
  for (const doubt of [{ noise: 0.3 }, { seenLeast: 0.2 }, { missing: 0.3 }, { narrowStrength: 0.5 }])
    expect(rated({ ...gap, ...doubt })).toMatchObject({ verdict: 'unsure' })
})

test('what is not found is not called wrong', () => {
  expect(said(null)).toEqual({ verdict: 'unsure', reason: 'notFound', score: 0, looksLike: null })
})

test('ink under glare is not called missing, nor passed', () => {
  expect(said(0.9, {}, { seenLeast: 0.02 })).toMatchObject({ verdict: 'unsure', reason: 'glare' })
  expect(said(0.3, {}, { seen: 0.3 })).toMatchObject({ verdict: 'unsure', reason: 'glare' })
})

test('what is out of focus does not pass, however well it fits: one character looks like another then', () => {
  expect(said(0.9, { soft: true })).toMatchObject({ verdict: 'unsure', reason: 'blurred' })
  expect(said(0.2, { soft: true }).reason).not.toBe('blurred')
})

test('an imprint is off its place only when the stem is known to be up', () => {
  expect(said(0.9, { down: 0.9, stemUp: true })).toMatchObject({ verdict: 'inconsistent', reason: 'offPlace' })
  expect(said(0.9, { down: -0.9, stemUp: true }).reason).toBe('offPlace')
  expect(said(0.9, { down: 0.9 }).verdict).toBe('consistent')
  expect(said(0.9, { down: 0.3, stemUp: true }).verdict).toBe('consistent')
})

test('the weights that are shipped name all that is weighed with a finite number', () => {
  expect(Object.keys(WEIGHTS.of).sort()).toEqual([...WEIGHED_NAMES].sort())
  expect(WEIGHED_NAMES.every((name) => Number.isFinite(WEIGHTS.of[name]))).toBe(true)
  expect(Number.isFinite(oddsOf(NO_EVIDENCE, WEIGHTS))).toBe(true)
})
