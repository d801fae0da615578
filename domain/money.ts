/** Money is an integer number of fen (1/100 yuan). */
export type Fen = number

/** Throws unless the value is a whole, safe, non-negative number of fen. */
export function fen(value: number): Fen {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`not an amount in fen: ${value}`)
  return value
}

/** Sum of amounts in fen. */
export function sumFen(amounts: readonly Fen[]): Fen {
  return fen(amounts.reduce((total, amount) => total + amount, 0))
}

/** `128.00` for 12800 fen: always two decimals, never rounded. */
export function formatFen(amount: Fen): string {
  const whole = Math.floor(fen(amount) / 100)
  return `${whole}.${String(amount % 100).padStart(2, '0')}`
}

/** The fen somebody typed as yuan, `12`, `12.5` or `12.50`; null when it is no such amount. Digits only, no floats. */
export function fenOf(yuan: string): Fen | null {
  const [, whole, part = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(yuan.trim()) ?? []
  return whole === undefined ? null : Number(whole) * 100 + Number(part.padEnd(2, '0'))
}

/**
 * Splits an amount by weights so that the parts add up exactly (largest remainder first).
 * Used where one payment covers several lines; A2 refunds must never exceed what was paid.
 */
export function allocateFen(amount: Fen, weights: readonly number[]): Fen[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (total <= 0) throw new RangeError('weights must add up to more than zero')
  const exact = weights.map((weight) => (fen(amount) * weight) / total)
  const parts = exact.map(Math.floor)
  const byRemainder = exact
    .map((share, i) => ({ i, rest: share - parts[i] }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i)
  const missing = amount - parts.reduce((sum, part) => sum + part, 0)
  for (const { i } of byRemainder.slice(0, missing)) parts[i] += 1
  return parts
}
