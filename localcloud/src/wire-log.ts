/** One request to the admin protocol. */
export interface WireEntry {
  /** Local time, ISO. */
  at: string
  action: string
  /** Collection, function or API it was about. */
  subject: string
  function?: string
  invocation?: string
  ms: number
  /** Documents read and given back, and the index that was used. */
  examined?: number
  returned?: number
  index?: string | null
  error?: string
}

const KEPT = 2000

export interface WireLog {
  add(entry: WireEntry): void
  list(): WireEntry[]
  clear(): void
}

export function createWireLog(): WireLog {
  let entries: WireEntry[] = []
  return {
    add(entry) {
      entries.push(entry)
      if (entries.length > 2 * KEPT) entries = entries.slice(-KEPT)
    },
    list: () => entries.slice(-KEPT),
    clear: () => void (entries = []),
  }
}
