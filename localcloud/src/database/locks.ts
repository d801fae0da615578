/** Documents that a transaction has written and not yet committed. */
export interface Locks {
  holder(key: string): string | undefined
  hold(key: string, transaction: string): void
  release(transaction: string): void
  /** Resolves when a transaction lets go of something, or after `ms` of real time. */
  changed(ms: number): Promise<void>
}

export function createLocks(): Locks {
  const held = new Map<string, string>()
  let waiting: (() => void)[] = []
  return {
    holder: (key) => held.get(key),
    hold: (key, transaction) => void held.set(key, transaction),
    release(transaction) {
      for (const [key, holder] of held) if (holder === transaction) held.delete(key)
      const wake = waiting
      waiting = []
      for (const resume of wake) resume()
    },
    changed: (ms) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms)
        waiting.push(() => {
          clearTimeout(timer)
          resolve()
        })
      }),
  }
}
