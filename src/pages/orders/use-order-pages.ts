import { useDidShow, useReachBottom } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { OrderList } from '../../../contract'
import type { OrderTab } from '../../../domain/order/headline'
import { asCallError, type CallError } from '../../cloud/call-error'
import { ask } from '../../cloud/door'
import { toast } from '../../state/toast'

interface Pages {
  tab: OrderTab | 'all'
  list: OrderList | undefined
  now: string
  error: CallError | undefined
}

/** My Orders page by page: the first one when the tab changes or the page is shown, the next at the bottom (F1, F2). */
export function useOrderPages(tab: OrderTab | 'all') {
  const [pages, setPages] = useState<Pages>({ tab, list: undefined, now: '', error: undefined })
  const turn = useRef(0)
  const adding = useRef(false)

  const reload = useCallback(async () => {
    const mine = ++turn.current
    adding.current = false
    try {
      const { data, now } = await ask('orders.list', { tab })
      if (mine === turn.current) setPages({ tab, list: data, now, error: undefined })
    } catch (thrown) {
      if (mine === turn.current) setPages((old) => ({ ...old, error: asCallError(thrown) }))
    }
  }, [tab])

  const more = async () => {
    const next = pages.list?.next
    if (!next || adding.current || pages.tab !== tab) return
    adding.current = true
    const mine = turn.current
    try {
      const { data, now } = await ask('orders.list', { tab, cursor: next })
      if (mine !== turn.current) return
      setPages((old) => ({ ...old, now, list: { ...data, cards: [...(old.list?.cards ?? []), ...data.cards] } }))
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

  const { list, now, error } = pages
  return {
    data: list,
    now,
    error,
    reload,
    loading: list === undefined && error === undefined,
    fresh: pages.tab === tab,
  }
}
