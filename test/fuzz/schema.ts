import type { GenericSchema } from 'valibot'

/** One check behind a schema in a pipe, e.g. `max_length` 64. */
export interface Check {
  kind: 'validation' | 'transformation' | 'metadata'
  type: string
  requirement?: unknown
}

type Piped<S> = S & { checks: readonly Check[] }

/** A valibot schema as data: every kind the contract may use. A new kind must be given a place here. */
export type Shape =
  | Piped<{ type: 'object' | 'strict_object'; entries: Record<string, Shape> }>
  | Piped<{ type: 'string' }>
  | Piped<{ type: 'number' }>
  | Piped<{ type: 'boolean' }>
  | Piped<{ type: 'array'; item: Shape }>
  | Piped<{ type: 'optional' | 'nullable'; wrapped: Shape }>
  | Piped<{ type: 'picklist'; options: readonly (string | number)[] }>
  | Piped<{ type: 'literal'; literal: string | number | boolean }>
  | Piped<{ type: 'variant' | 'union'; options: readonly Shape[] }>

// Valibot types each schema by what it answers; as data they are one tree, which this is the one place to say.
interface Raw {
  type: string
  pipe?: readonly [Raw, ...Check[]]
  entries?: Record<string, Raw>
  item?: Raw
  wrapped?: Raw
  options?: readonly unknown[]
  literal?: unknown
}

/** Reads a schema of the contract. Throws for a kind that nobody has thought about yet. */
export function shapeOf(schema: GenericSchema): Shape {
  return read(schema as unknown as Raw)
}

function read(schema: Raw): Shape {
  const checks = checksOf(schema)
  const { type, entries = {}, item, wrapped, options = [], literal } = schema
  switch (type) {
    case 'object':
    case 'strict_object':
      return { type, checks, entries: Object.fromEntries(Object.entries(entries).map(([key, s]) => [key, read(s)])) }
    case 'string':
    case 'number':
    case 'boolean':
      return { type, checks }
    case 'array':
      return { type, checks, item: read(item as Raw) }
    case 'optional':
    case 'nullable':
      return { type, checks, wrapped: read(wrapped as Raw) }
    case 'picklist':
      return { type, checks, options: options as string[] }
    case 'literal':
      return { type, checks, literal: literal as string }
    case 'variant':
    case 'union':
      return { type, checks, options: (options as Raw[]).map(read) }
    default:
      throw new Error(`test/fuzz/schema.ts does not know the schema kind ${type}`)
  }
}

// A piped schema may stand first in another pipe.
function checksOf({ pipe }: Raw): readonly Check[] {
  if (!pipe) return []
  const [first, ...checks] = pipe
  return [...checksOf(first), ...checks]
}

/** What a check of that type asks for, as a number; undefined when there is none. */
export function limit(checks: readonly Check[], type: string): number | undefined {
  const found = checks.find((check) => check.type === type)
  return typeof found?.requirement === 'number' ? found.requirement : undefined
}

/** Paths of a schema at which it would take a value of any size. */
export function unbounded(shape: Shape, at = 'input'): string[] {
  switch (shape.type) {
    case 'object':
    case 'strict_object':
      return Object.entries(shape.entries).flatMap(([key, inner]) => unbounded(inner, `${at}.${key}`))
    case 'string':
      return limit(shape.checks, 'max_length') === undefined && !boundedByPattern(shape.checks) ? [at] : []
    case 'number':
      return ['min_value', 'max_value'].some((type) => limit(shape.checks, type) === undefined) ? [at] : []
    case 'array':
      return [...(limit(shape.checks, 'max_length') === undefined ? [at] : []), ...unbounded(shape.item, `${at}[]`)]
    case 'optional':
    case 'nullable':
      return unbounded(shape.wrapped, at)
    case 'variant':
    case 'union':
      return shape.options.flatMap((option, i) => unbounded(option, `${at}|${i}`))
    default:
      return []
  }
}

// A pattern bounds a string when it is tied to both ends and repeats nothing without an upper number.
function boundedByPattern(checks: readonly Check[]): boolean {
  const pattern = checks.find(({ type }) => type === 'regex')?.requirement
  if (!(pattern instanceof RegExp) || pattern.multiline) return false
  const classless = pattern.source.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x')
  return /^\^.*\$$/.test(classless) && !/[*+]|,\}|\|/.test(classless)
}
