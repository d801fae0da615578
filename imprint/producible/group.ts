import type { Narrow } from './narrow'

/** Narrow places whose middles lie this near each other are one spot, px. */
const TOGETHER = 4

/** Narrow places put together by the spot they belong to, in the order in which they were found. */
export function groupsOf(places: readonly Narrow[]): Narrow[][] {
  const parents = places.map((_, i) => i)
  const rootOf = (i: number): number => (parents[i] === i ? i : (parents[i] = rootOf(parents[i])))
  const cells = new Map<string, number[]>()
  places.forEach(({ kind, from, to }, i) => {
    const [column, row] = [from[0] + to[0], from[1] + to[1]].map((sum) => Math.floor(sum / 2 / TOGETHER))
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        for (const other of cells.get(`${kind} ${column + dx} ${row + dy}`) ?? []) {
          const [a, b] = [rootOf(i), rootOf(other)]
          parents[Math.max(a, b)] = Math.min(a, b)
        }
      }
    }
    const own = `${kind} ${column} ${row}`
    cells.set(own, [...(cells.get(own) ?? []), i])
  })
  const groups = new Map<number, Narrow[]>()
  places.forEach((place, i) => {
    const root = rootOf(i)
    groups.set(root, [...(groups.get(root) ?? []), place])
  })
  return [...groups.values()]
}
