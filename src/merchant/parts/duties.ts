import { useEffect } from 'react'
import type { Duty } from '../../../domain/duties'
import { call } from '../../cloud/door'
import { createStore, useStore } from '../../state/store'

const known = createStore<readonly Duty[] | null>(null)

/** Keeps what the desk has just said about the person who holds this phone. */
export function keepDuties(duties: readonly Duty[]): void {
  known.set(duties)
}

/** What this person may do; null until the desk has been asked, which happens once. The server checks every call. */
export function useDuties(): readonly Duty[] | null {
  const duties = useStore(known)
  useEffect(() => {
    if (known.get() === null)
      void call('desk.get', {}).then(
        (desk) => keepDuties(desk.duties),
        () => undefined,
      )
  }, [])
  return duties
}
