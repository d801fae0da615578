import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ask } from '../cloud/door'
import { asCallError, type CallError } from '../cloud/call-error'
import type { Input, Output, ProcedureName } from '../cloud/procedures'
import { onNews } from './news'

export interface Remote<T> {
  data: T | undefined
  /** The server's clock at the last answer, UTC ISO; empty before the first. */
  now: string
  error: CallError | undefined
  /** True until the first answer; a later reload keeps the old data on the page. */
  loading: boolean
  /** Whether `data` answers the input as it is now, and not an earlier one. */
  settled: boolean
  reload: () => Promise<void>
}

type Loaded<T> = { data: T | undefined; now: string; error: CallError | undefined; loading: boolean; answers?: string }

/** Reads a procedure for a page, again when the input changes and when the page is shown again. `null` input waits. */
export function useRemote<P extends ProcedureName>(procedure: P, input: Input<P> | null): Remote<Output<P>> {
  const [state, setState] = useState<Loaded<Output<P>>>({ data: undefined, now: '', error: undefined, loading: true })
  const turn = useRef(0)
  const inFlight = useRef(false)
  const signature = JSON.stringify(input)

  const reload = useCallback(async () => {
    const current = JSON.parse(signature) as Input<P> | null
    if (current === null) return
    const mine = ++turn.current
    inFlight.current = true
    try {
      const { data, now } = await ask(procedure, current)
      if (mine === turn.current) setState({ data, now, error: undefined, loading: false, answers: signature })
    } catch (error) {
      if (mine === turn.current) setState((old) => ({ ...old, error: asCallError(error), loading: false }))
    } finally {
      if (mine === turn.current) inFlight.current = false
    }
  }, [procedure, signature])

  useEffect(() => {
    const turns = turn
    void reload()
    return () => {
      turns.current++
    }
  }, [reload])

  useDidShow(() => {
    if (!inFlight.current) void reload()
  })

  useEffect(() => onNews(() => void reload()), [reload])

  const { answers, ...loaded } = state
  return { ...loaded, settled: answers === signature, reload }
}
