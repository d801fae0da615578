import { useReachBottom } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Next } from '../../contract/views'
import { asCallError } from '../cloud/call-error'
import { ask } from '../cloud/door'
import type { Input, Output } from '../cloud/procedures'
import { useRemote, type Remote } from './remote'
import { toast } from './toast'

/** Procedures that answer page by page and need no other input. */
export type Paged =
  | 'review.list'
  | 'intake.list'
  | 'packing.list'
  | 'work.list'
  | 'sheets.list'
  | 'inbox.list'
  | 'merchantInbox.list'
  | 'orchardInbox.list'

type List<P extends Paged> = Output<P> & { next: Next }
type Join<P extends Paged> = (before: Output<P>, after: Output<P>) => Output<P>

/**
 * A list of a procedure that answers page by page: `whole` reads to the end at once, for work that must be seen as a whole;
 * otherwise the next page comes at the bottom of the screen. A reload begins with the first page again.
 */
export function usePages<P extends Paged>(
  procedure: P,
  join: Join<P>,
  whole = false,
  input: Input<P> | null = {} as Input<P>,
): Remote<Output<P>> {
  const remote = useRemote(procedure, input)
  const [joined, setJoined] = useState<{ first: Output<P>; list: Output<P> }>()
  // The list that is being extended: a reload meanwhile begins another one.
  const adding = useRef<unknown>(null)
  const first = remote.data
  const list = (first !== undefined && joined?.first === first ? joined.list : first) as List<P> | undefined

  const more = useCallback(async () => {
    if (!first || !list?.next || adding.current === list) return
    adding.current = list
    try {
      const { data } = await ask(procedure, { cursor: list.next } as Input<P>)
      setJoined({ first, list: join(list, data) })
    } catch (thrown) {
      toast(asCallError(thrown).message)
    } finally {
      if (adding.current === list) adding.current = null
    }
  }, [procedure, join, first, list])

  useEffect(() => {
    if (whole) void more()
  }, [whole, more])
  useReachBottom(() => void more())

  return { ...remote, data: list }
}
