import fc from 'fast-check'
import * as v from 'valibot'
import type { GenericSchema } from 'valibot'
import { limit, shapeOf, type Check, type Shape } from './schema'
import { TRICKS, type Json } from './nasty'

/** Values that are there in the world the inputs meet, by the name of the field they may stand in. */
export type Plausible = Readonly<Record<string, readonly Json[]>>

/** Inputs that a schema takes, of every length it takes; fields the world knows often name what is there. */
export function validInputs(schema: GenericSchema, plausible: Plausible = {}): fc.Arbitrary<Json> {
  return valuesOf(shapeOf(schema), '', plausible).filter((value) => v.is(schema, value))
}

function valuesOf(shape: Shape, field: string, plausible: Plausible): fc.Arbitrary<Json> {
  const made = madeUp(shape, field, plausible)
  // Own, not inherited: a field may be called `constructor`.
  const known = Object.hasOwn(plausible, field) ? plausible[field] : []
  if (known.length === 0) return made
  return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: made })
}

function madeUp(shape: Shape, field: string, plausible: Plausible): fc.Arbitrary<Json> {
  switch (shape.type) {
    case 'object':
    case 'strict_object':
      return entriesOf(shape.entries, plausible)
    case 'string':
      return strings(shape.checks)
    case 'number':
      return numbers(shape.checks)
    case 'boolean':
      return fc.boolean()
    case 'array': {
      const most = limit(shape.checks, 'max_length') ?? 10
      const minLength = limit(shape.checks, 'min_length') ?? 0
      const item = valuesOf(shape.item, field, plausible)
      return fc.oneof(
        { weight: 6, arbitrary: fc.array(item, { minLength, maxLength: Math.min(most, minLength + 2) }) },
        { weight: 1, arbitrary: fc.array(item, { minLength: most, maxLength: most }) },
      )
    }
    case 'optional':
      return valuesOf(shape.wrapped, field, plausible)
    case 'nullable':
      return fc.oneof(fc.constant(null), valuesOf(shape.wrapped, field, plausible))
    case 'picklist':
      return fc.constantFrom(...shape.options)
    case 'literal':
      return fc.constant(shape.literal)
    case 'variant':
    case 'union':
      return fc.oneof(...shape.options.map((option) => valuesOf(option, field, plausible)))
  }
}

function entriesOf(entries: Record<string, Shape>, plausible: Plausible): fc.Arbitrary<Json> {
  const fields = Object.entries(entries)
  const requiredKeys = fields.filter(([, { type }]) => type !== 'optional').map(([key]) => key)
  const arbitraries = Object.fromEntries(fields.map(([key, shape]) => [key, valuesOf(shape, key, plausible)]))
  return fc.record(arbitraries, { requiredKeys, noNullPrototype: true }) as fc.Arbitrary<Json>
}

const unit = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...'果印生日快乐福林小红一二三') },
  { weight: 2, arbitrary: fc.string({ minLength: 1, maxLength: 1 }) },
  { weight: 1, arbitrary: fc.constantFrom(...TRICKS) },
)

function strings(checks: readonly Check[]): fc.Arbitrary<string> {
  const pattern = checks.find(({ type }) => type === 'regex')?.requirement
  // Free text may have a pattern too, of what it must not hold; then the length leads and the filter sees to the rest.
  if (pattern instanceof RegExp && limit(checks, 'max_length') === undefined) return fc.stringMatching(pattern)
  const prefix = String(checks.find(({ type }) => type === 'starts_with')?.requirement ?? '')
  const most = (limit(checks, 'max_length') ?? 100) - prefix.length
  const least = Math.max(0, (limit(checks, 'min_length') ?? 0) - prefix.length)
  const some = fc.array(unit, { maxLength: Math.min(most, 12) }).map((units) => units.join('').slice(0, most))
  const exact = (length: number) => fc.constantFrom('果', 'x', '\u200b').map((char) => char.repeat(length))
  return fc
    .oneof(
      { weight: 5, arbitrary: some },
      { weight: 1, arbitrary: exact(most) },
      { weight: 1, arbitrary: exact(least) },
    )
    .map((text) => prefix + text.padEnd(least, '果'))
}

function numbers(checks: readonly Check[]): fc.Arbitrary<number> {
  const min = limit(checks, 'min_value') ?? -1000
  const max = limit(checks, 'max_value') ?? Number.MAX_SAFE_INTEGER
  const whole = checks.some(({ type }) => type === 'integer')
  const some = whole ? fc.integer({ min, max: Math.min(max, min + 10) }) : fc.double({ min, max, noNaN: true })
  return fc.oneof(some, fc.constantFrom(min, max))
}
