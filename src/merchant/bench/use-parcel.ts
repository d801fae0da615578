import { useState } from 'react'
import type { BenchView } from '../../../contract/views'
import { useRemote, type Remote } from '../../state/remote'

export interface Parcel {
  remote: Remote<BenchView>
  /** Shows what an act answered with at once, until the parcel is read anew. */
  keep: (parcel: BenchView) => void
}

/** The parcel on the bench. */
export function useParcel(id: string): Parcel {
  const remote = useRemote('intake.get', { id })
  const [answer, setAnswer] = useState<{ over: BenchView | undefined; parcel: BenchView }>()
  const data = answer && answer.over === remote.data ? answer.parcel : remote.data
  return { remote: { ...remote, data }, keep: (parcel) => setAnswer({ over: remote.data, parcel }) }
}
