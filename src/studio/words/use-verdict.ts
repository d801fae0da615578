import { useEffect, useRef, useState } from 'react'
import type { DesignVerdict } from '../../../contract'
import type { Imprint } from '../../../domain/imprint/imprint'
import { useRemote } from '../../state/remote'

/** After the field is left, a moment passes before the server is asked: a quick return to the field asks nothing. */
const askAfterMs = 300

export interface WordsVerdict {
  /** Undefined until these very words were looked at. */
  verdict: DesignVerdict | undefined
  waiting: boolean
  /** To be called when the field is left. */
  leave: () => void
}

/** WeChat's word on the content. The server is asked when the field is left, never on a key. */
export function useVerdict(productId: string, imprint: Imprint, possible: boolean): WordsVerdict {
  const [asked, setAsked] = useState<Imprint | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const latest = useRef({ imprint, possible })
  latest.current = { imprint, possible }
  useEffect(() => () => clearTimeout(timer.current), [])
  const remote = useRemote('design.check', asked && { productId, imprint: asked })
  const leave = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      if (latest.current.possible) setAsked(latest.current.imprint)
    }, askAfterMs)
  }
  // A verdict counts only for the very imprint it was asked for.
  const current = JSON.stringify(asked) === JSON.stringify(imprint)
  return {
    verdict: current && remote.settled ? remote.data : undefined,
    waiting: current && !remote.settled && remote.error === undefined,
    leave,
  }
}
