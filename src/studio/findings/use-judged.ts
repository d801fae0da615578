import type { StencilView } from '../../../contract/design-views'
import type { Imprint } from '../../../domain/imprint/imprint'
import type { PictureWish } from '../../../domain/imprint/picture'
import type { CallError } from '../../cloud/call-error'
import type { Remote } from '../../state/remote'
import { useRemote } from '../../state/remote'
import { useRested } from '../rested'

/** A design is shown to the server when it has rested this long, ms. */
export const REST_MS = 400

/** What the server says of the design as it is now. */
export interface Judged {
  /** Null until it has answered for this very design. */
  view: StencilView | null
  waiting: boolean
  error: CallError | undefined
  retry: () => void
}

function judged(remote: Remote<StencilView>, asked: boolean, rested: boolean): Judged {
  const answered = asked && rested && remote.settled
  const error = asked && rested && !answered ? remote.error : undefined
  return {
    view: answered ? (remote.data ?? null) : null,
    waiting: asked && !answered && error === undefined,
    error,
    retry: () => void remote.reload(),
  }
}

/** Whether two plain values say the same. */
export const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** What would be cut for words or a motif; null asks nothing. */
export function useJudged(productId: string, imprint: Imprint | null): Judged {
  const input = imprint && { productId, imprint }
  const rested = useRested(input, REST_MS)
  return judged(useRemote('design.stencil', rested), input !== null, same(input, rested))
}

/** What would be cut for a photo; null asks nothing. */
export function useJudgedPhoto(productId: string, fileId: string | null, wish: PictureWish): Judged {
  const input = fileId ? { productId, fileId, wish } : null
  const rested = useRested(input, REST_MS)
  return judged(useRemote('picture.stencil', rested), input !== null, same(input, rested))
}
