import { useDidShow, useReachBottom } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { TroubleList } from '../../../contract/trouble-views'
import { asCallError, type CallError } from '../../cloud/call-error'
import { ask } from '../../cloud/door'
import { toast } from '../../state/toast'

interface Pages {
  data: TroubleList | undefined
  now: string
  error: CallError | undefined
}

/** What did not go out, page by page: the first when the page is shown, the next at its bottom. */
export function useTroubles() {
  const [pages, setPages] = useState<Pages>({ data: undefined, now: '', error: undefined })
  const turn = useRef(0)
  const adding = useRef(false)

  const reload = useCallback(async () => {
    const mine = ++turn.current
    adding.current = false
    try {
      const { data, now } = await ask('troubles.list', {})
      if (mine === turn.current) setPages({ data, now, error: undefined })
    } catch (thrown) {
      if (mine === turn.current) setPages((old) => ({ ...old, error: asCallError(thrown) }))
    }
  }, [])

  const more = async () => {
    const next = pages.data?.next
    if (!next || adding.current) return
    adding.current = true
    const mine = turn.current
    try {
      const { data, now } = await ask('troubles.list', { cursor: next })
      if (mine !== turn.current) return
      const troubles = [...(pages.data?.troubles ?? []), ...data.troubles]
      setPages({ data: { ...data, troubles }, now, error: undefined })
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

  return { ...pages, reload, more, loading: pages.data === undefined && pages.error === undefined }
}
