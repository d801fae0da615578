import fc from 'fast-check'

/** Anything that can cross the wire. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** An object whose key is really there, also `__proto__`, as JSON.parse makes it. */
export const own = (key: string, value: Json): Json => JSON.parse(`{${JSON.stringify(key)}:${JSON.stringify(value)}}`)

const nested = (depth: number): Json => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as Json

/** Text as people, keyboards and attackers make it: none of it may break anything. */
export const TRICKS: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\n\r\t',
  '\ud800',
  'a\udc00b',
  '\udc00\ud800',
  '\u202e果印\u202c',
  '\u2066abc\u2069',
  '\u200b',
  '\u200b\u200d\u2060\ufeff',
  'e\u0301\u0300\u0302\u0303\u0304\u0306\u0307',
  `z${'\u0351'.repeat(50)}`,
  '👨‍👩‍👧‍👦',
  '👩🏽‍🚀🏳️‍🌈🇨🇳',
  '﷽'.repeat(20),
  '\u{20BB7}野家',
  'İıſßŉΐ',
  '１２３４５６７８９０',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'a.b',
  'holds.x',
  '$where',
  '$gt',
  '{item}',
  '{code}{no}{price}',
  '${7*7}',
  "'; DROP TABLE orders; --",
  '<script>alert(1)</script>',
  '../../etc/passwd',
  'cloud://',
  'cloud://a.b/../c',
  'NaN',
  'undefined',
  '2026-02-30T25:61:00.000Z',
]

/** What was never meant to be there: operators, prototypes, wrong kinds, wrong sizes. */
export const NASTY: readonly Json[] = [
  ...TRICKS,
  'x'.repeat(1_000),
  '果'.repeat(20_000),
  null,
  true,
  false,
  -1,
  0,
  0.5,
  1e308,
  -1e308,
  5e-324,
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
  2 ** 31,
  [],
  [[]],
  [null],
  nested(300),
  Array<Json>(2_000).fill(0),
  {},
  { $gt: '' },
  { $ne: null },
  { $regex: '.*' },
  { $where: 'sleep(1000) || true' },
  { $in: ['', 'a'] },
  { $or: [{}, {}] },
  { $expr: { $function: { body: 'return true', args: [], lang: 'js' } } },
  { $date: 0 },
  { $oid: '000000000000000000000000' },
  { $numberLong: '9223372036854775807' },
  { 'a.b': 1 },
  { length: 3 },
  { toString: 1, valueOf: 1 },
  { toJSON: 'x', then: 'x' },
  own('__proto__', { ok: true, polluted: true }),
  own('constructor', { prototype: { polluted: true } }),
  own('prototype', { polluted: true }),
]

/** Keys nobody asked for. */
export const STRANGE_KEYS: readonly string[] = [
  '__proto__',
  'constructor',
  'prototype',
  '$where',
  '$gt',
  'a.b',
  '',
  'openid',
  'OPENID',
  'userInfo',
  'staff',
  'role',
  'extra',
]

/** Any of it, or any JSON at all. */
export const nasty: fc.Arbitrary<Json> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' }) as fc.Arbitrary<Json> },
)
