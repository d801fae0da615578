import { WEIGHED_NAMES, type WeighedName } from '../../imprint/inspection/evidence-names'
import { isClear, oddsOf, type Weights } from '../../imprint/inspection/weights'
import { fitLogistic } from './logistic'
import type { Sample } from './samples'

/** How weights do on judged photos, all of one half. */
export interface Score {
  right: number
  /** Right ones that pass. */
  rightPassed: number
  wrong: number
  wrongPassed: number
  /** Share of all on which machine and person agree. */
  agreement: number
}

export interface Refit {
  weights: Weights
  fitted: number
  /** On the half that nothing was fitted on. */
  before: Score
  after: Score
}

/** Of wrong ones in the half that is fitted on, at most this share may pass. */
const MOST_WRONG = 0.001
/** How far above the last wrong one the line is drawn, in logarithms of odds: others will come nearer than those seen. */
const MARGIN = 1.6

const PLACES = 3
/** For each case: numbers that say nearly the same share what they say, instead of one outdoing the other. */
const RIDGE = 0.005

/**
 * Fits the weights to one half of what people decided and tries them on the other. The thresholds of the pair test stay: they
 * rest on other numbers. Throws when one half holds only right or only wrong ones.
 */
export function refit(samples: readonly Sample[], current: Weights, ridge = RIDGE): Refit {
  const fit = samples.filter(({ half }) => half === 'fit')
  const trial = samples.filter(({ half }) => half === 'trial')
  for (const part of [fit, trial]) {
    if (!part.some(({ right }) => right) || part.every(({ right }) => right))
      throw new Error('both halves must hold right and wrong fruit')
  }
  const cases = fit.map(({ evidence, right }) => ({ values: WEIGHED_NAMES.map((name) => evidence[name]), right }))
  const { bias, weights } = fitLogistic(cases, ridge * cases.length)
  const of = Object.fromEntries(WEIGHED_NAMES.map((name, i) => [name, rounded(weights[i])])) as Record<
    WeighedName,
    number
  >
  const unmarked = { ...current, bias: rounded(bias), of }
  const pass = passFor(fit, unmarked)
  const fitted: Weights = { ...unmarked, pass }
  return { weights: fitted, fitted: fit.length, before: scoreOf(trial, current), after: scoreOf(trial, fitted) }
}

/** The odds from which a claim may pass: above all wrong ones that only they hold, but the few allowed; never below even. */
function passFor(samples: readonly Sample[], weights: Weights): number {
  const wrong = samples.filter(({ right }) => !right)
  const held = wrong
    .filter(({ evidence }) => isClear(evidence, weights))
    .map(({ evidence }) => oddsOf(evidence, weights))
  held.sort((a, b) => b - a)
  const last = held[Math.floor(wrong.length * MOST_WRONG)] ?? -Infinity
  return rounded(Math.max(0, last + MARGIN))
}

export function scoreOf(samples: readonly Sample[], weights: Weights): Score {
  const passes = ({ evidence }: Sample) => oddsOf(evidence, weights) >= weights.pass && isClear(evidence, weights)
  const right = samples.filter((sample) => sample.right)
  const wrong = samples.filter((sample) => !sample.right)
  const [rightPassed, wrongPassed] = [right, wrong].map((list) => list.filter(passes).length)
  const agreement = (rightPassed + wrong.length - wrongPassed) / samples.length
  return { right: right.length, rightPassed, wrong: wrong.length, wrongPassed, agreement }
}

const rounded = (value: number) => Number(value.toFixed(PLACES))
