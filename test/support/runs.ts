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
  /** Stop looking for a smaller sequence after this long, ms. */
  shrinkMs?: number
}

/**
 * Plays a property `runs` times from the seed. On failure throws one readable text: the seed, the path to the sequence,
 * the smallest sequence in words (the property's own error tells it), and the command that replays it.
 */
export async function explore<T>(property: fc.IRawProperty<T>, exploration: Exploration): Promise<void> {
  const { what, file, runs, shrinkMs } = exploration
  const path = process.env.GUOYIN_PATH
  say(`${what}: ${path ? `one sequence (${path})` : `${runs} sequences`}, seed ${SEED}`)
  const details = await fc.check(property, {
    seed: SEED,
    numRuns: runs,
    ...(path ? { path, endOnFailure: true } : {}),
    ...(shrinkMs ? { interruptAfterTimeLimit: shrinkMs } : {}),
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
