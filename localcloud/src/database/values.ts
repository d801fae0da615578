/** What a document may hold, as plain JavaScript values. */
export type Value = null | boolean | number | string | Date | RegExp | Value[] | Doc
export interface Doc {
  [field: string]: Value
}

/** True for a nested document: an object that is no array, date or pattern. */
export const isDoc = (value: unknown): value is Doc =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isDate(value) && !isPattern(value)

export const isDate = (value: unknown): value is Date => Object.prototype.toString.call(value) === '[object Date]'
export const isPattern = (value: unknown): value is RegExp =>
  Object.prototype.toString.call(value) === '[object RegExp]'

/**
 * Reads the EJSON that the SDK sends (canonical or relaxed). `now` (ms) is what `db.serverDate()` means for this
 * request. Throws SyntaxError on text that is no JSON.
 */
export function decodeWire(text: string, now: number): Value {
  return reviveWire(JSON.parse(text) as unknown, now)
}

/** As `decodeWire`, for JSON that is parsed already. */
export function reviveWire(json: unknown, now: number): Value {
  if (json === null || typeof json !== 'object') return (json ?? null) as Value
  if (Array.isArray(json)) return json.map((item) => reviveWire(item, now))
  if (isDate(json) || isPattern(json)) return json
  const source = json as Record<string, unknown>
  const special = reviveSpecial(source, now)
  if (special !== undefined) return special
  const doc: Doc = {}
  for (const [field, value] of Object.entries(source)) doc[field] = reviveWire(value, now)
  return doc
}

function reviveSpecial(source: Record<string, unknown>, now: number): Value | undefined {
  for (const key of ['$numberInt', '$numberLong', '$numberDouble', '$numberDecimal']) {
    if (key in source) return Number(source[key])
  }
  if ('$date' in source) return new Date(dateArgument(source.$date))
  if ('$oid' in source) return String(source.$oid)
  if ('$undefined' in source) return null
  if ('$tcb_server_date' in source) {
    const offset = (source.$tcb_server_date as { offset?: unknown } | null)?.offset
    return new Date(now + (Number(reviveWire(offset ?? 0, now)) || 0))
  }
  if ('$regularExpression' in source) {
    const { pattern, options } = source.$regularExpression as { pattern: string; options?: string }
    return new RegExp(pattern, (options ?? '').replace(/[^imsu]/g, ''))
  }
  return undefined
}

function dateArgument(date: unknown): string | number {
  if (typeof date === 'object' && date !== null) return Number((date as { $numberLong?: unknown }).$numberLong)
  return typeof date === 'number' ? date : String(date)
}

/** Relaxed EJSON text: what is stored and what is answered. Dates sort by time as text between the years 0 and 9999. */
export const encode = (value: Value): string => JSON.stringify(plain(value))

/** The JSON shape of a value, dates as `{"$date": ISO}`. */
export function plain(value: Value | undefined): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) return { $numberDouble: String(value) }
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((item) => plain(item) ?? null)
  if (isDate(value)) return { $date: dateText(value) }
  if (isPattern(value)) return { $regularExpression: { pattern: value.source, options: value.flags } }
  const json: Record<string, unknown> = {}
  for (const field of Object.keys(value)) {
    const item = plain(value[field])
    if (item !== undefined) json[field] = item
  }
  return json
}

/** The text under which a date is stored. */
export function dateText(date: Date): string | { $numberLong: string } {
  const year = date.getUTCFullYear()
  return year >= 0 && year <= 9999 ? date.toISOString() : { $numberLong: String(date.getTime()) }
}

/** Reads a stored document. */
export const decodeStored = (text: string): Doc => revive(JSON.parse(text) as Doc) as Doc

function revive(value: Value): Value {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = revive(value[i] as Value)
    return value
  }
  const source = value as Doc
  if (source.$date !== undefined || source.$numberDouble !== undefined || source.$regularExpression !== undefined) {
    return reviveWire(source, 0)
  }
  for (const field in source) {
    const item = source[field]
    if (typeof item === 'object' && item !== null) source[field] = revive(item)
  }
  return source
}

/** A deep copy that shares nothing with its source. */
export function copy<T extends Value>(value: T): T {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((item) => copy(item)) as T
  if (isDate(value)) return new Date(value.getTime()) as T
  if (isPattern(value)) return value
  const doc: Doc = {}
  for (const [field, item] of Object.entries(value as Doc)) doc[field] = copy(item)
  return doc as T
}
