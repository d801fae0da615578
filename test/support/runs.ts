import fc from 'fast-check'

// The one place that reads how far the random tests go. Fixed by default, so that a red build is red again tomorrow;
// `npm run test:long` picks a fresh seed and says it.

/** The seed of the normal test command. */
const FIXED_SEED = 20260905

/** Whether this is the long run (`npm run test:long`). */
export const LONG = process.env.GUOYIN_LONG === '1'

/** The seed of this run; `GUOYIN_SEED` replays another. */
export const SEED = Number(process.env.GUOYIN_SEED ?? FIXED_SEED)

/** How many sequences a test makes: `GUOYIN_RUNS` if it is set, else by the kind of run. */
export function runsOf(normal: number, long: number): number {
  return Number(process.env.GUOYIN_RUNS ?? (LONG ? long : normal))
}

/** Whether a run is long enough to ask that everything was reached: neither a replay nor a short try. */
export function isWhole(runs: number, normal: number): boolean {
  return runs >= normal && process.env.GUOYIN_PATH === undefined
}

/** Prints a line also where Jest is silent, so that the seed of every run is known. */
export function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

export interface Exploration {
  /** What is explored, in a few words. */
  what: string
  /** The test file, for the line that says how to replay. */
  file: string
  runs: number
  /** After the first failure, how long to look for a smaller sequence, ms. */
  shrinkMs: number
}

/**
 * Plays `runs` values of an arbitrary from the seed. On failure throws one readable text: the seed, the path to the
 * sequence, the smallest sequence in words (the error of `play` tells it), and the command that replays it.
 */
export async function explore<T>(
  values: fc.Arbitrary<T>,
  play: (value: T) => Promise<void> | void,
  { what, file, runs, shrinkMs }: Exploration,
): Promise<void> {
  const path = process.env.GUOYIN_PATH
  say(`${what}: ${path ? `one sequence (${path})` : `${runs} sequences`}, seed ${SEED}`)
  let shrinkUntil = Infinity
  const property = fc.asyncProperty(values, async (value) => {
    if (performance.now() > shrinkUntil) return
    try {
      await play(value)
    } catch (error) {
      if (shrinkUntil === Infinity) shrinkUntil = performance.now() + shrinkMs
      throw error
    }
  })
  const details = await fc.check(property, {
    seed: SEED,
    numRuns: runs,
    ...(path ? { path, endOnFailure: true } : {}),
  })
  if (!details.failed) return
  const { errorInstance, counterexamplePath, numRuns, numShrinks } = details
  const said = errorInstance instanceof Error ? errorInstance.message : String(errorInstance)
  throw new Error(
    [
      `${what}: sequence ${numRuns} of ${runs} broke a rule (made smaller ${numShrinks} times).`,
      said,
      `Replay: GUOYIN_SEED=${SEED} GUOYIN_PATH=${counterexamplePath ?? ''} npx jest ${file}`,
    ].join('\n'),
  )
}
