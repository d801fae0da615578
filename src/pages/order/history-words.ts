import type { OrderView } from '../../../contract'
import type { FulfilmentState } from '../../../domain/fulfilment/machine'
import type { OrderMove } from '../../../domain/order/machine'
import { t, type MessageKey } from '../../locales'
import { isPart } from '../../../domain/fulfilment/fruit'

const did: Record<OrderMove | 'place', MessageKey> = {
  place: 'order.didPlace',
  settle: 'order.didSettle',
  settleReady: 'order.didSettleReady',
  approve: 'order.didApprove',
  reject: 'order.didReject',
  cancel: 'order.didCancel',
  expire: 'order.didExpire',
  complete: 'order.didComplete',
  settleLate: 'order.didSettleLate',
  claim: 'order.didClaim',
  dissolve: 'order.didDissolve',
}

const reached: Record<FulfilmentState, MessageKey> = {
  planned: 'order.toPlanned',
  offered: 'order.toOffered',
  accepted: 'order.toAccepted',
  stickered: 'order.toStickered',
  colouring: 'order.toColouring',
  harvested: 'order.toHarvested',
  marked: 'order.toMarked',
  sentToHub: 'order.toSentToHub',
  received: 'order.toReceived',
  passed: 'order.toPassed',
  mismatched: 'order.toMismatched',
  escalated: 'order.toEscalated',
  stored: 'order.toStored',
  packing: 'order.toPacking',
  shipped: 'order.toShipped',
  delivered: 'order.toDelivered',
  refunded: 'order.toRefunded',
}

const isKnown = (name: string): name is keyof typeof did => Object.keys(did).includes(name)

// What parted parcels went through together is said once; what a part did alone, with the number of its fruit.
function ofParcels(parcels: OrderView['parcels']): { at: string; words: string }[] {
  const steps = parcels.flatMap((parcel) =>
    parcel.steps.map(({ at, to }) => ({ at, words: t(reached[to]), part: isPart(parcel) ? parcel.pieces : null })),
  )
  const same = (one: (typeof steps)[number]) => steps.filter(({ at, words }) => at === one.at && words === one.words)
  return steps
    .filter((one) => same(one)[0] === one)
    .map((one) => {
      const alone = one.part !== null && same(one).length === 1
      return { at: one.at, words: alone ? t('order.ofPieces', { count: one.part ?? 0, words: one.words }) : one.words }
    })
}

/** Everything that happened to an order and its parcels, newest first. */
export function historyOf({
  history,
  parcels,
}: Pick<OrderView, 'history' | 'parcels'>): { at: string; words: string }[] {
  const ofOrder = history.flatMap(({ at, did: name, note }) =>
    isKnown(name) ? [{ at, words: note ? `${t(did[name])}：${note}` : t(did[name]) }] : [],
  )
  return [...ofOrder, ...ofParcels(parcels)].sort((a, b) => b.at.localeCompare(a.at))
}
