/**
 * Local time: it runs like real time from where it was put, or stands still. Workers read it from shared memory, so
 * that `Date` inside a function agrees with the database and the timers.
 */
export interface Clock {
  /** Local time in ms since 1970. */
  now(): number
  iso(): string
  standing(): boolean
  /** Puts the clock to `at` (ms); it keeps running or standing as before. */
  set(at: number): void
  /** Stops the clock, at `at` when given. */
  stand(at?: number): void
  /** Lets the clock run on. */
  run(): void
  /** Two 64-bit integers: ms to add to real time, and the time at which the clock stands (0: it runs). */
  readonly shared: SharedArrayBuffer
}

export function createClock(start: number): Clock {
  const shared = new SharedArrayBuffer(16)
  const cells = new BigInt64Array(shared)
  const setOffset = (at: number): void => void Atomics.store(cells, 0, BigInt(Math.round(at - Date.now())))
  const stand = (at: number): void => void Atomics.store(cells, 1, BigInt(Math.round(at)))
  const stopped = (): number => Number(Atomics.load(cells, 1))
  const now = (): number => stopped() || Date.now() + Number(Atomics.load(cells, 0))
  setOffset(start)
  return {
    now,
    iso: () => new Date(now()).toISOString(),
    standing: () => stopped() !== 0,
    set(at) {
      if (stopped() === 0) setOffset(at)
      else stand(at)
    },
    stand: (at = now()) => stand(at),
    run() {
      const at = stopped()
      if (at === 0) return
      setOffset(at)
      Atomics.store(cells, 1, 0n)
    },
    shared,
  }
}
