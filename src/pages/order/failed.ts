import type { ParcelView } from '../../../contract'
import { formatFen } from '../../../domain/money'
import { POLICY } from '../../../domain/policy'
import { dayOf, later, sayDay, sayMoment, type Instant } from '../../../domain/time'
import { language, t } from '../../locales'

type Story = Pick<ParcelView, 'state' | 'steps' | 'pieces' | 'expectedSendDay' | 'refund'>

const GROWING: readonly ParcelView['state'][] = [
  'planned',
  'offered',
  'accepted',
  'stickered',
  'colouring',
  'harvested',
  'marked',
]

const lastAt = ({ steps }: Pick<Story, 'steps'>, to: ParcelView['state']) =>
  [...steps].reverse().find((step) => step.to === to)?.at

/** Whether fruit of it has failed our inspection, or could not be redone. */
export const hasFailed = (parcel: Pick<Story, 'steps'>): boolean =>
  Boolean(lastAt(parcel, 'mismatched') ?? lastAt(parcel, 'escalated'))

/** Whether it is at an orchard, or on its way to one. */
export const isGrowing = ({ state }: Pick<Story, 'state'>): boolean => GROWING.includes(state)

/** Whether another orchard is growing it anew. */
export const growsAnew = (parcel: Pick<Story, 'state' | 'steps'>): boolean =>
  isGrowing(parcel) && Boolean(lastAt(parcel, 'escalated'))

/** What a customer is told of fruit that did not pass, until it has or its money is back; null when there is nothing to tell. */
export function sayFailed(parcel: Story, now: Instant): string | null {
  const { state, pieces: count } = parcel
  const day = sayDay(parcel.expectedSendDay, language(), dayOf(now))
  if (state === 'refunded') return sayRefund(parcel)
  if (!hasFailed(parcel)) return null
  if (growsAnew(parcel)) return t('order.growsAnew', { count, day })
  switch (state) {
    case 'mismatched':
      return t('order.redoing', { count, day })
    case 'escalated':
      return sayWaiting(parcel, now)
    case 'sentToHub':
      return t('order.redoneComing', { count, day })
    case 'received':
      return t('order.redoneThere', { count })
    default:
      return null
  }
}

// The promise was made with the message that told of it; once it has passed it is not made again.
function sayWaiting(parcel: Story, now: Instant): string {
  const promised = later(lastAt(parcel, 'escalated') ?? now, POLICY.escalationHours, 'hour')
  return now > promised
    ? t('order.delayedLonger', { count: parcel.pieces })
    : t('order.delayed', { count: parcel.pieces, when: sayMoment(promised, language()) })
}

function sayRefund({ pieces: count, refund }: Story): string {
  if (!refund) return t('order.lost', { count })
  const amount = formatFen(refund.fen)
  return t(refund.done ? 'order.lostRefunded' : 'order.lostRefunding', { count, amount })
}
