import type { Ports } from '../../ports/ports'

// What hardly ever changes is read once per event: an order of twenty parcels asks for the same orchards twenty times.
const reads = new WeakMap<Ports['known'], Map<string, Promise<unknown>>>()

/** The answer of a read that this event may have made before under this name. A read that failed is made again. */
export function once<T>(ports: Ports, name: string, read: () => Promise<T>): Promise<T> {
  const made = reads.get(ports.known) ?? new Map<string, Promise<unknown>>()
  reads.set(ports.known, made)
  const known = made.get(name) as Promise<T> | undefined
  if (known) return known
  const answer = read()
  made.set(name, answer)
  answer.catch(() => made.delete(name))
  return answer
}
