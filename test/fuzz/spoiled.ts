import fc from 'fast-check'
import { nasty, own, STRANGE_KEYS, type Json } from './nasty'

/** One thing done to an input, at the place whose turn it is. */
type Harm =
  | { how: 'replace'; by: Json }
  | { how: 'add'; by: Json; key: string }
  | { how: 'remove' }
  | { how: 'wrap' | 'stringify' | 'double' | 'grow' | 'shrink' }

const harm: fc.Arbitrary<Harm> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ how: fc.constant('replace' as const), by: nasty }) },
  {
    weight: 2,
    arbitrary: fc.record({ how: fc.constant('add' as const), by: nasty, key: fc.constantFrom(...STRANGE_KEYS) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      how: fc.constantFrom('remove', 'wrap', 'stringify', 'double', 'grow', 'shrink'),
    }),
  },
)

/**
 * The inputs a procedure is asked with: some good, most good but for one place, some spoiled at several places, some of
 * no shape at all.
 */
export function spoiledInputs(good: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  const spoiled = (least: number, most: number) =>
    fc
      .tuple(good, fc.array(fc.tuple(harm, fc.nat(1_000)), { minLength: least, maxLength: most }))
      .map(([input, harms]) => harms.reduce((left, [what, where]) => harmed(left, what, where), input))
  return fc.oneof(
    { weight: 3, arbitrary: good },
    { weight: 6, arbitrary: spoiled(1, 1) },
    { weight: 3, arbitrary: spoiled(2, 5) },
    { weight: 1, arbitrary: nasty },
  )
}

type Path = readonly (string | number)[]

/** Every place of a value, the whole first. */
function placesOf(value: Json, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at]
  const parts: [string | number, Json][] = Array.isArray(value)
    ? [...value.slice(0, 30).entries()]
    : Object.entries(value)
  return [at, ...parts.flatMap(([key, part]) => placesOf(part, [...at, key]))]
}

function harmed(input: Json, what: Harm, where: number): Json {
  // The whole is one place of many: what is left of it should still be worth reading.
  const [whole, ...inner] = placesOf(input).slice(0, 200)
  const path = inner.length === 0 ? whole : inner[where % inner.length]
  if (what.how === 'add') return at(input, where % 2 === 0 ? whole : path.slice(0, -1), (old) => added(old, what))
  if (what.how === 'remove') return path.length === 0 ? null : at(input, path.slice(0, -1), (old) => without(old, path))
  return at(input, path, (old) => changed(old, what))
}

function at(value: Json, [key, ...rest]: Path, change: (old: Json) => Json): Json {
  if (key === undefined) return change(value)
  if (Array.isArray(value)) return value.map((item, i) => (i === key ? at(item, rest, change) : item))
  if (typeof value !== 'object' || value === null) return value
  const old: Json = Object.hasOwn(value, key) ? value[key] : null
  return merged(value, own(String(key), at(old, rest, change)))
}

// A plain assignment to `__proto__` would be lost on the way.
function merged(one: Json, two: Json): Json {
  const both = Object.fromEntries([...Object.entries(one as object), ...Object.entries(two as object)])
  return both as Json
}

function added(old: Json, what: Extract<Harm, { how: 'add' }>): Json {
  if (Array.isArray(old)) return [...old, what.by]
  return typeof old === 'object' && old !== null ? merged(old, own(what.key, what.by)) : what.by
}

function without(old: Json, path: Path): Json {
  const last = path[path.length - 1]
  if (Array.isArray(old)) return old.filter((_, i) => i !== last)
  return Object.fromEntries(Object.entries(old as object).filter(([key]) => key !== last)) as Json
}

function changed(old: Json, what: Exclude<Harm, { how: 'add' } | { how: 'remove' }>): Json {
  switch (what.how) {
    case 'replace':
      return what.by
    case 'wrap':
      return [old]
    case 'stringify':
      return JSON.stringify(old)
    case 'double':
      return Array.isArray(old) ? [...old, ...old] : resized(old, (text) => text + text)
    case 'grow':
      return typeof old === 'number' ? old + 1 : resized(old, (text) => text + '长'.repeat(301))
    case 'shrink':
      return typeof old === 'number' ? old - 1 : resized(old, (text) => text.slice(0, -1))
  }
}

const resized = (old: Json, change: (text: string) => string): Json =>
  change(typeof old === 'string' ? old : JSON.stringify(old))
