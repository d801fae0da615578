import { imprintCode, orderNumber } from '../../../domain/codes'
import { freshId } from '../../../src/state/fresh-id'

const AT = '2026-09-05T01:00:00.000Z'

/** Bits of chance in what is made from that many random bytes: how many values each byte can take on its own. */
function bits(make: (random: Uint8Array) => string, bytes: number): number {
  const still = new Uint8Array(bytes)
  return Array.from({ length: bytes }, (_, i) => {
    const made = new Map<string, number>()
    for (let value = 0; value < 256; value++) {
      const text = make(Object.assign(new Uint8Array(still), { [i]: value }))
      made.set(text, (made.get(text) ?? 0) + 1)
    }
    // Every value as likely as the next, or the chance would be less than their number.
    expect(new Set(made.values()).size).toBe(1)
    return Math.log2(made.size)
  }).reduce((sum, each) => sum + each, 0)
}

const PER_DAY = 2_000

describe('an id that is not told', () => {
  test('of an order is one of a thousand million each day: a guess meets one of a full day once in half a million', () => {
    const chance = bits((random) => orderNumber(AT, random), 6)
    expect(chance).toBe(30)
    expect(2 ** chance / PER_DAY).toBeGreaterThan(500_000)
    // What is derived from it is no easier: payments P1, refunds R1, parcels -F1, claims A1, and messages about them.
  })

  test('of an imprint is one of thirty million each year, and only staff may look one up', () => {
    expect(bits((random) => imprintCode(AT, random), 5)).toBe(25)
  })

  test('of a request, and so of a picture and a file, is never the same and cannot be counted on', () => {
    const made = Array.from({ length: 10_000 }, freshId)
    expect(new Set(made).size).toBe(made.length)
    const chance = made.map((id) => id.split('-')[1])
    expect(Math.min(...chance.map(({ length }) => length))).toBe(16)
    for (let at = 0; at < 16; at++) {
      const seen = new Map<string, number>()
      for (const text of chance) seen.set(text[at], (seen.get(text[at]) ?? 0) + 1)
      // 36 characters, none of them much more often than the others: 80 bits in all.
      expect(Math.max(...seen.values()) / made.length).toBeLessThan(1 / 16)
    }
  })
})
