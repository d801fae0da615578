/** A new id for a request or a file, unlikely enough to meet another one. */
export function freshId(): string {
  const part = () => Math.random().toString(36).slice(2, 10).padEnd(8, '0')
  return `${Date.now().toString(36)}-${part()}${part()}`
}
