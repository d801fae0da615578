import type { OrderView, ParcelView } from '../../../contract'
import { isOpen } from '../../../domain/aftersale/claim'
import type { GrowthDates } from '../../../domain/catalogue/season'
import type { FulfilmentState } from '../../../domain/fulfilment/machine'
import { dayOf, sayDay, type Instant } from '../../../domain/time'
import { language, t } from '../../locales'
import { growsAnew, hasFailed, isGrowing } from './failed'

// While it grows, the sentence follows the parcel; other states have a headline of their own.
function growing(parcel: ParcelView | undefined, say: (day: string) => string): string {
  const state: FulfilmentState = parcel?.state ?? 'planned'
  if (parcel && growsAnew(parcel) && (state === 'planned' || state === 'offered')) return t('order.saysGrowsAnew')
  switch (state) {
    case 'accepted':
      return parcel?.dates ? accepted(parcel.dates, say) : t('order.saysGrowing')
    case 'stickered':
      return t('order.saysStickered')
    case 'colouring':
      return t('order.saysColouring')
    case 'harvested':
      return t(parcel?.dates?.technique === 'laser' ? 'order.saysHarvestedLaser' : 'order.saysHarvested')
    case 'marked':
      return t('order.saysMarked')
    default:
      return t('order.saysGrowing')
  }
}

function accepted(dates: GrowthDates, say: (day: string) => string): string {
  return dates.technique === 'laser'
    ? t('order.saysAcceptedLaser', { day: say(dates.harvestFrom) })
    : t('order.saysAccepted', { day: say(dates.stickerOn) })
}

// What lies on the bench speaks first, then what is on its way there; then what is being redone, then what waits for us.
function inspecting(parcels: readonly ParcelView[]): string {
  const there = parcels.find(({ state }) => state === 'received')
  if (there) return t(hasFailed(there) ? 'order.saysRedone' : 'order.saysInspecting')
  const coming = parcels.find(({ state }) => state === 'sentToHub')
  if (coming) return t(hasFailed(coming) ? 'order.saysRedoneComing' : 'order.saysToHub')
  const redone = parcels.some(({ state }) => state === 'mismatched')
  if (redone) return t('order.saysRedoing')
  return t(parcels.some(({ state }) => state === 'escalated') ? 'order.saysDelayed' : 'order.saysInspecting')
}

/** Whether an order has nothing to grow: it is packed at once, and nobody is asked for a word. */
export const onlyReady = ({ lines }: Pick<OrderView, 'lines'>): boolean => lines.every(({ kind }) => kind === 'ready')

/** The one sentence an order's page begins with; null where a prompt says it. */
export function sentenceOf(order: OrderView, now: Instant): string | null {
  const say = (day: string) => sayDay(day, language(), dayOf(now))
  const custom = order.parcels.filter(({ kind }) => kind === 'custom')
  switch (order.headline) {
    case 'toPay':
      return t(onlyReady(order) ? 'order.saysToPayReady' : 'order.saysToPay')
    case 'inReview':
      return t('order.saysInReview')
    case 'growing':
      return growing(custom.find(isGrowing) ?? custom[0], say)
    case 'inspecting':
      return inspecting(custom)
    case 'toConfirm':
      return null
    case 'cold': {
      const stored = order.parcels.find(({ storage }) => storage)
      return stored?.storage ? t('order.saysCold', { day: say(stored.storage.lastDay) }) : null
    }
    case 'toShip':
      return t(onlyReady(order) ? 'order.saysToShipReady' : 'order.saysToShip')
    case 'toReceive':
      return t(
        order.parcels.every(({ state }) => state === 'delivered' || state === 'refunded')
          ? 'order.saysDelivered'
          : 'order.saysToReceive',
      )
    case 'done':
      return t(onlyReady(order) ? 'order.saysDoneReady' : 'order.saysDone')
    case 'cancelled':
      if (order.history.some(({ did }) => did === 'dissolve')) return t('order.saysDissolved')
      return t(order.payment.paidFen > 0 ? 'order.saysCancelledPaid' : 'order.saysCancelled')
    case 'outOfStock':
      return t('order.saysOutOfStock')
    case 'afterSale': {
      const open = order.claims.find(isOpen)
      if (open?.actions.includes('sendBack')) return t('order.saysSendBack')
      return t(open?.state === 'refused' ? 'order.saysRefused' : 'order.saysAfterSale')
    }
  }
}
