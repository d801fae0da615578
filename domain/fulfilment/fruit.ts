import type { Instant } from '../time'
import type { OrderLine } from '../order/order'
import type { FulfilmentDoc } from './fulfilment'

/** What a person decided about one fruit of a parcel (I2, I4). */
export interface FruitVerdict {
  /** Its number in the order's line, from 1. */
  fruit: number
  verdict: 'consistent' | 'inconsistent'
  reason?: string
  photo?: string
  by: string
  at: Instant
}

type Counted = Pick<FulfilmentDoc, 'lines' | 'fruit'>

/** Fruit that a line was ordered with. */
export const piecesOf = ({ pieces, packs }: Pick<OrderLine, 'pieces' | 'packs'>): number => pieces * packs

/** Fruit in this parcel. */
export function piecesIn({ lines, fruit }: Counted): number {
  return fruit?.length ?? lines.reduce((sum, line) => sum + piecesOf(line), 0)
}

/** Whether a parcel holds some of its lines' fruit only: the others went another way (I4). */
export const isPart = ({
  pieces,
  lines,
}: {
  pieces: number
  lines: readonly Pick<OrderLine, 'pieces' | 'packs'>[]
}): boolean => pieces < lines.reduce((sum, line) => sum + piecesOf(line), 0)

/** The numbers of a parcel's fruit: all of its line from 1, or those that its part has. */
export function fruitIn(parcel: Counted): readonly number[] {
  return parcel.fruit ?? Array.from({ length: piecesIn(parcel) }, (_, i) => i + 1)
}

/** Which of a line's designs a fruit carries: a word given out one character to a fruit goes round and round. */
export function designOfFruit(fruit: number, designs: number): number {
  return designs > 0 ? (fruit - 1) % designs : 0
}

/** Fruit of each of a line's designs in this parcel. */
export function fruitByDesign(parcel: Counted): number[] {
  const designs = parcel.lines[0].imprint?.stencils.length ?? 0
  const counts = Array.from({ length: designs }, () => 0)
  if (designs > 0) for (const fruit of fruitIn(parcel)) counts[designOfFruit(fruit, designs)] += 1
  return counts
}

/** The fruit that were judged not to match, in the order of their numbers. */
export function badFruit({ judged = [] }: Pick<FulfilmentDoc, 'judged'>): FruitVerdict[] {
  return judged.filter(({ verdict }) => verdict === 'inconsistent')
}

/** The number of the parcel that what goes back gets: F1, F1B, F1C. Each parcel splits once at most. */
export function splitOffId(id: string): string {
  const [, base, part] = /^(.*-F\d+)([A-Z]?)$/.exec(id) ?? []
  return `${base}${String.fromCharCode((part || 'A').charCodeAt(0) + 1)}`
}

/** The number a parcel was planned under, whatever was split off it since. */
export const plannedId = (id: string): string => id.replace(/[A-Z]$/, '')

/** One more verdict; a fruit that was judged before is judged anew. In the order of their numbers. */
export function withVerdict(judged: readonly FruitVerdict[], verdict: FruitVerdict): FruitVerdict[] {
  return [...judged.filter(({ fruit }) => fruit !== verdict.fruit), verdict].sort((a, b) => a.fruit - b.fruit)
}
