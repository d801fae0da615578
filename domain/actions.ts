import type { ClaimDoc } from './aftersale/claim'
import { hasInsisted } from './aftersale/decide'
import { AFTER_SALE, type AfterSaleMove } from './aftersale/machine'
import { commandsFor, type Actor } from './machine'
import { ORDER } from './order/machine'
import { FULFILMENT, type FulfilmentMove } from './fulfilment/machine'
import type { FulfilmentDoc } from './fulfilment/fulfilment'
import { fitsVerdicts, type Looked } from './fulfilment/mismatch'
import { fits, techniqueOf } from './fulfilment/technique'
import { claimableRefusal } from './order/claimable'
import { allOnTheWay, type OrderDoc, type Parcel } from './order/order'
import type { Instant } from './time'

/** What a person may do now. Sent with every order and parcel; pages draw buttons only from this list. */
export type OrderAction = 'pay' | 'cancel' | 'approve' | 'reject' | 'confirmReceipt' | 'claim'
export type ParcelAction = FulfilmentMove
export type ClaimAction = AfterSaleMove

/** Acts open to a person on an order. */
export function orderActions(order: OrderDoc, actor: Actor, now: Instant): OrderAction[] {
  const commands = commandsFor(ORDER, order.state, actor)
  const actions: OrderAction[] = []
  if (actor === 'shopper' && order.state === 'placed' && order.payment.state === 'due' && now < order.payBy) {
    actions.push('pay')
  }
  if (commands.includes('cancel')) actions.push('cancel')
  if (commands.includes('approve')) actions.push('approve')
  if (commands.includes('reject')) actions.push('reject')
  if (commands.includes('complete') && allOnTheWay(order)) actions.push('confirmReceipt')
  if (commands.includes('claim') && !claimableRefusal(order, now)) actions.push('claim')
  return actions
}

/** Acts open to a person on one claim. */
export function claimActions(claim: ClaimDoc, actor: Actor): ClaimAction[] {
  return commandsFor(AFTER_SALE, claim.state, actor).filter((command) => {
    if (command === 'agree') return claim.ask.remedy === 'returnAndRefund'
    if (command === 'escalate') return !hasInsisted(claim)
    return true
  })
}

/** Acts open to a person on one parcel. */
export function parcelActions(
  parcel: Pick<FulfilmentDoc | Parcel, 'state' | 'holds' | 'kind'> & Partial<Pick<FulfilmentDoc, 'dates'>> & Looked,
  actor: Actor,
): ParcelAction[] {
  const technique = techniqueOf(parcel)
  return commandsFor(FULFILMENT, parcel.state, actor).filter((command) => {
    if (command === 'ship') return parcel.holds.length === 0
    if (command === 'offer') return parcel.kind === 'custom'
    return fits(command, parcel.state, technique) && fitsVerdicts(command, parcel.kind, parcel)
  })
}
