import type { OrderView } from '../../../contract'
import type { FulfilmentState } from '../../../domain/fulfilment/machine'
import type { OrderMove } from '../../../domain/order/machine'
import { t, type MessageKey } from '../../locales'

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

/** Everything that happened to an order and its parcels, newest first. */
export function historyOf({
  history,
  parcels,
}: Pick<OrderView, 'history' | 'parcels'>): { at: string; words: string }[] {
  const ofOrder = history.flatMap(({ at, did: name, note }) =>
    isKnown(name) ? [{ at, words: note ? `${t(did[name])}：${note}` : t(did[name]) }] : [],
  )
  const ofParcels = parcels.flatMap(({ steps }) => steps.map(({ at, to }) => ({ at, words: t(reached[to]) })))
  return [...ofOrder, ...ofParcels].sort((a, b) => b.at.localeCompare(a.at))
}
