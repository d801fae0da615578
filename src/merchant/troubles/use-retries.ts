import { useRef, useState } from 'react'
import type { RetryView, TroubleView } from '../../../contract/trouble-views'
import { asCallError } from '../../cloud/call-error'
import { call } from '../../cloud/door'
import { say, t } from '../../locales/for-staff'
import { freshId } from '../../state/fresh-id'
import { toast } from '../../state/toast'

export const nameOf = ({ id, entry }: Pick<TroubleView, 'id' | 'entry'>) => `${id}-${entry}`

/** How another try ended; `lost` got no answer, and its key is kept for the next one. */
export type Ended = RetryView | { outcome: 'lost'; why: null; sentence: string }

/** Tries of the listed entries, one after another: which one is running, how far it got, and how each ended. */
export function useRetries() {
  const [running, setRunning] = useState<string | null>(null)
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null)
  const [ended, setEnded] = useState<Readonly<Record<string, Ended>>>({})
  const busy = useRef(false)
  const keys = useRef<Record<string, string>>({})

  async function tryOne(trouble: TroubleView): Promise<Ended> {
    const name = nameOf(trouble)
    const key = (keys.current[name] ??= freshId())
    setRunning(name)
    try {
      const answer = await call('troubles.retry', { id: trouble.id, entry: trouble.entry, key })
      keys.current = without(keys.current, name)
      return answer
    } catch (thrown) {
      const { code, message } = asCallError(thrown)
      if (code !== 'OFFLINE') keys.current = without(keys.current, name)
      return { outcome: 'lost', why: null, sentence: message }
    }
  }

  async function run(troubles: readonly TroubleView[]): Promise<void> {
    if (busy.current) return
    busy.current = true
    let done = 0
    for (const [at, trouble] of troubles.entries()) {
      setProgress({ done: at, of: troubles.length })
      const answer = await tryOne(trouble)
      if (answer.outcome === 'done') done++
      setEnded((before) => ({ ...before, [nameOf(trouble)]: answer }))
      // Without a connection the others would fail alike.
      if (answer.outcome === 'lost') break
    }
    setRunning(null)
    setProgress(null)
    busy.current = false
    if (troubles.length > 1) toast(t('troubles.doneOf', { done, of: troubles.length }))
  }

  return { running, progress, ended, run, forget: () => setEnded({}) }
}

const without = (keys: Record<string, string>, name: string) =>
  Object.fromEntries(Object.entries(keys).filter(([other]) => other !== name))

/** The sentence under an entry that was tried. */
export function sayEnded(ended: Ended, { to }: Pick<TroubleView, 'to'>): string {
  if (ended.outcome === 'lost') return ended.sentence
  if (ended.outcome === 'done') return t(to ? 'troubles.went' : 'troubles.taskWent')
  const why = ended.why ? say(ended.why) : ''
  return t(ended.outcome === 'failed' ? 'troubles.stillFailed' : 'troubles.stillTrying', { why })
}
