import type { OrderCard } from '../../../contract'
import { dayOf, sayDay, sayTime, type Instant } from '../../../domain/time'
import { language, t } from '../../locales'

/** The one sentence under an order in the list: what is happening, with its date. */
export function statusLine(card: OrderCard, now: Instant): string {
  const lang = language()
  switch (card.headline) {
    case 'toPay':
      return t('orders.payBy', { time: sayTime(card.payBy) })
    case 'inReview':
      return t('orders.inReview')
    case 'growing':
      return card.failed === 'delayed'
        ? t('orders.delayed')
        : t('orders.sendsAbout', { day: sayDay(card.expectedSendDay, lang, dayOf(now)) })
    case 'inspecting':
      if (card.failed === 'delayed') return t('orders.delayed')
      return card.failed === 'redoing'
        ? t('orders.redoing', { day: sayDay(card.expectedSendDay, lang, dayOf(now)) })
        : t('orders.inspecting')
    case 'toConfirm':
      return t('orders.asks')
    case 'cold':
      return card.parcel?.lastDay ? t('orders.coldUntil', { day: sayDay(card.parcel.lastDay, lang, dayOf(now)) }) : ''
    case 'toShip':
      return t('orders.toShip')
    case 'toReceive':
      return t('orders.onTheWay')
    case 'done':
      return t('orders.done')
    case 'cancelled':
      return t('orders.cancelled')
    case 'outOfStock':
      return t('orders.outOfStock')
    case 'afterSale':
      return t('orders.afterSale')
  }
}
