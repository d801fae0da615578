/** How far a share may really be, with 95 % certainty, when `hits` of `all` were seen: Wilson; the rule of three at none. */
export function atMost(hits: number, all: number): number {
  if (all === 0) return 1
  if (hits === 0) return Math.min(1, 3 / all)
  const z = 1.96
  const share = hits / all
  const spread = z * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all))
  return Math.min(1, (share + (z * z) / (2 * all) + spread) / (1 + (z * z) / all))
}

/** The least it may be: the most that its opposite may be, turned round. */
export const atLeast = (hits: number, all: number): number => 1 - atMost(all - hits, all)

/** How surely a right one scores above a wrong one, 0..1; 0.5 is guessing. */
export function areaUnderCurve(right: readonly number[], wrong: readonly number[]): number {
  const all = [...right.map((score) => ({ score, right: 1 })), ...wrong.map((score) => ({ score, right: 0 }))]
  all.sort((a, b) => a.score - b.score)
  let ranks = 0
  for (let i = 0; i < all.length; ) {
    let j = i
    while (j < all.length && all[j].score === all[i].score) j++
    for (let k = i; k < j; k++) ranks += all[k].right * ((i + j + 1) / 2)
    i = j
  }
  return (ranks - (right.length * (right.length + 1)) / 2) / (right.length * wrong.length)
}
