import { compactDay, type Instant } from './time'

// Crockford's alphabet: no I, L, O or U, so a code survives being read aloud or typed from a wet label.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Turns random bytes into that many code characters. One byte each; 256 is a multiple of 32, so no character is favoured. */
function characters(bytes: Uint8Array): string {
  return [...bytes].map((byte) => ALPHABET[byte % 32]).join('')
}

// Position-weighted with odd weights modulo 32: every single wrong character and every swap of unlike neighbours
// whose values differ by other than 16 changes the sum.
function checkCharacter(body: string): string {
  const sum = [...body].reduce((total, char, i) => total + ALPHABET.indexOf(char) * (2 * i + 1), 0)
  return ALPHABET[sum % 32]
}

/** Order number (O5): GY, the Shanghai day, six random characters and a check character. `random` is 6 bytes. */
export function orderNumber(at: Instant, random: Uint8Array): string {
  const body = characters(random.subarray(0, 6))
  return `GY${compactDay(at)}${body}${checkCharacter(body)}`
}

/** Imprint code (O5): `GY26-7K3Q9C`, the year, five random characters and a check character. `random` is 5 bytes. */
export function imprintCode(at: Instant, random: Uint8Array): string {
  const body = characters(random.subarray(0, 5))
  return `GY${compactDay(at).slice(0, 2)}-${body}${checkCharacter(body)}`
}

export type ReadCode = { ok: true; code: string } | { ok: false; reason: 'MISTYPED' | 'NOT_A_CODE' }

/** Reads a typed or scanned imprint code: case, spaces and look-alike letters are forgiven, a wrong character is noticed. */
export function readImprintCode(input: string): ReadCode {
  const plain = input.toUpperCase().replace(/[\s_-]/g, '')
  const match = /^GY(\d\d)(.{6})$/.exec(plain)
  if (!match) return { ok: false, reason: 'NOT_A_CODE' }
  const tail = match[2].replace(/O/g, '0').replace(/[IL]/g, '1')
  if ([...tail].some((char) => !ALPHABET.includes(char))) return { ok: false, reason: 'MISTYPED' }
  if (checkCharacter(tail.slice(0, 5)) !== tail[5]) return { ok: false, reason: 'MISTYPED' }
  return { ok: true, code: `GY${match[1]}-${tail}` }
}
