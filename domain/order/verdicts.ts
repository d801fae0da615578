import type { Instant } from '../time'
import type { OrderDoc, OrderLine } from './order'

/** What was found of the content of a picture, at any time after it was uploaded. */
export type PictureVerdict = 'pending' | 'pass' | 'review' | 'refused'

/** Who looked at one text or picture of an order before it is printed, when, and what they found (W1, D1). */
export interface ContentVerdict {
  what: 'words' | 'picture' | 'remark'
  /** The line it is about; empty for the remark. */
  lineId: string
  by: 'wechat' | 'reviewer'
  verdict: PictureVerdict
  at: Instant
}

/** The pictures of an order, by line. */
export function picturesOf(lines: readonly OrderLine[]): { lineId: string; pictureId: string }[] {
  return lines.flatMap(({ id, imprint }) =>
    imprint?.kind === 'picture' ? [{ lineId: id, pictureId: imprint.pictureId }] : [],
  )
}

/**
 * What is known once a reviewer has approved: WeChat's word on each picture as it is by then, and the reviewer's own on every
 * imprint.
 */
export function verdictsAtReview(
  { lines }: Pick<OrderDoc, 'lines'>,
  pictures: Readonly<Record<string, PictureVerdict>>,
  at: Instant,
): ContentVerdict[] {
  const machine = picturesOf(lines).map(
    ({ lineId, pictureId }): ContentVerdict => ({
      ...{ what: 'picture', lineId, by: 'wechat', at },
      verdict: pictures[pictureId] ?? 'pending',
    }),
  )
  const person = lines.flatMap(({ id, imprint }): ContentVerdict[] =>
    imprint
      ? [{ what: imprint.kind === 'text' ? 'words' : 'picture', lineId: id, by: 'reviewer', verdict: 'pass', at }]
      : [],
  )
  return [...machine, ...person]
}
