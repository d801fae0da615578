import { useCallback, useRef, useState } from 'react'
import { asCallError, type CallError } from '../cloud/call-error'
import { freshId } from './fresh-id'
import { toast } from './toast'

export interface Action<A extends unknown[]> {
  busy: boolean
  /** Set when the server named a field; such an error belongs beside the field and is not toasted. */
  error: CallError | undefined
  run: (...args: A) => Promise<void>
  clear: () => void
}

/**
 * An act behind a button. A second tap while it runs is ignored. `work` gets an idempotency key that stays the same
 * while nothing was answered (OFFLINE), so that trying again cannot do it twice.
 */
export function useAction<A extends unknown[]>(work: (key: string, ...args: A) => Promise<void>): Action<A> {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<CallError>()
  const running = useRef(false)
  const key = useRef<{ key: string; args: string }>()
  const latest = useRef(work)
  latest.current = work

  const run = useCallback(async (...args: A) => {
    if (running.current) return
    running.current = true
    setBusy(true)
    setError(undefined)
    const signature = JSON.stringify(args)
    if (key.current?.args !== signature) key.current = { key: freshId(), args: signature }
    try {
      await latest.current(key.current.key, ...args)
      key.current = undefined
    } catch (thrown) {
      const failure = asCallError(thrown)
      if (failure.code !== 'OFFLINE') key.current = undefined
      if (failure.field) setError(failure)
      else toast(failure.message)
    } finally {
      running.current = false
      setBusy(false)
    }
  }, [])

  const clear = useCallback(() => setError(undefined), [])
  return { busy, error, run, clear }
}
