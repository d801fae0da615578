import { useDidShow, useReachBottom } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { asCallError, type CallError } from '../cloud/call-error'
import { ask } from '../cloud/door'
import type { Input, Output } from '../cloud/procedures'
import { toast } from './toast'

/** Procedures that answer page by page, most of them by tab. */
type Tabbed = 'orders.list' | 'claims.list' | 'troubles.list'

interface Pages<List> {
  answers: string
  list: List | undefined
  now: string
  error: CallError | undefined
}

/**
 * A list page by page: the first page when the input changes or the page is shown, the next at the bottom or by `more`.
 * `join` puts a further page behind what is there. `fresh` says whether `data` answers the input as it is now. Lists
 * that may be read to their end take `usePages`.
 */
export function useTabPages<Name extends Tabbed>(
  procedure: Name,
  input: Omit<Input<Name>, 'cursor'>,
  join: (old: Output<Name>, more: Output<Name>) => Output<Name>,
) {
  const signature = JSON.stringify(input)
  const [pages, setPages] = useState<Pages<Output<Name>>>({
    answers: signature,
    list: undefined,
    now: '',
    error: undefined,
  })
  const turn = useRef(0)
  const adding = useRef(false)

  const reload = useCallback(async () => {
    const mine = ++turn.current
    adding.current = false
    try {
      const { data, now } = await ask(procedure, JSON.parse(signature) as Input<Name>)
      if (mine === turn.current) setPages({ answers: signature, list: data, now, error: undefined })
    } catch (thrown) {
      if (mine === turn.current) setPages((old) => ({ ...old, error: asCallError(thrown) }))
    }
  }, [procedure, signature])

  const more = async () => {
    const cursor = pages.list?.next
    if (!cursor || adding.current || pages.answers !== signature) return
    adding.current = true
    const mine = turn.current
    try {
      const { data, now } = await ask(procedure, { ...JSON.parse(signature), cursor } as Input<Name>)
      if (mine !== turn.current) return
      setPages((old) => ({ ...old, now, list: old.list ? join(old.list, data) : data }))
    } catch (thrown) {
      toast(asCallError(thrown).message)
    } finally {
      if (mine === turn.current) adding.current = false
    }
  }

  const shown = useRef(false)
  useEffect(() => {
    void reload()
  }, [reload])
  useDidShow(() => {
    if (shown.current) void reload()
    shown.current = true
  })
  useReachBottom(() => void more())

  const { list, now, error, answers } = pages
  return {
    data: list,
    now,
    error,
    reload,
    more,
    loading: list === undefined && error === undefined,
    fresh: answers === signature,
  }
}
