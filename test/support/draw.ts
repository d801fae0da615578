/** Small repeatable randomness: everything a step draws comes from the one number it was made from. */
export interface Draws {
  /** A whole number from 0 to below `n`. */
  below(n: number): number
  /** True once in `n` times. */
  once(n: number): boolean
  of<T>(items: readonly T[]): T
}

/** The draws of one step (mulberry32). */
export function drawsOf(step: number): Draws {
  let state = step | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return (t ^ (t >>> 14)) >>> 0
  }
  const below = (n: number) => next() % n
  return { below, once: (n) => below(n) === 0, of: (items) => items[below(items.length)] }
}

export interface Choice {
  name: string
  /** How often, against the others. */
  weight: number
}

/**
 * Chooses by weight so that a step keeps its choice when others before it are left out: each choice scores by the step
 * and its own name, and the highest wins. That is what lets a failing sequence be made small.
 */
export function choose<C extends Choice>(step: number, choices: readonly C[]): C {
  let best = choices[0]
  let highest = -Infinity
  for (const choice of choices) {
    const luck = (mix(step ^ hashOf(choice.name)) + 1) / 4294967297
    const score = Math.log(luck) / choice.weight
    if (score <= highest) continue
    highest = score
    best = choice
  }
  return best
}

function mix(value: number): number {
  let x = value | 0
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}

const hashes = new Map<string, number>()

function hashOf(name: string): number {
  const known = hashes.get(name)
  if (known !== undefined) return known
  let hash = 2166136261
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 16777619)
  hashes.set(name, hash)
  return hash
}
