import { isMessage, type Effect, type PlainEffect } from '../../../domain/effects'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import type { TemplateKey } from '../../../domain/message/templates'
import type { OrderDoc } from '../../../domain/order/order'
import type { Ports } from '../../ports/ports'
import { allot } from './allot'
import { closeParcels } from './close-parcels'
import { closePayment } from './close-payment'
import { freePlace } from './free-place'
import { mirror } from './mirror'
import { plan } from './plan'
import { refund } from './refund'
import { sendBack } from './send-back'
import { giveBack, take } from './stock'
import { tell } from './tell'
import { uploadShipping } from './upload-shipping'

const OF_ORDER: Partial<Record<PlainEffect, (ports: Ports, order: OrderDoc) => Promise<void>>> = {
  take,
  giveBack,
  refund,
  sendBack,
  closePayment,
  plan,
  closeParcels,
}

const OF_FULFILMENT: Partial<Record<PlainEffect, (ports: Ports, parcel: FulfilmentDoc) => Promise<void>>> = {
  allot,
  mirror,
  freePlace,
  uploadShipping,
}

/** Carries out one effect of a document. Throws when it must be tried again; every effect may safely run twice. */
export async function carryOut(
  ports: Ports,
  doc: OrderDoc | FulfilmentDoc,
  entryId: string,
  effect: Effect,
): Promise<void> {
  if (isMessage(effect)) return tell(ports, doc, entryId, effect.slice('tell.'.length) as TemplateKey)
  const plain = effect as PlainEffect
  const run = 'payment' in doc ? OF_ORDER[plain]?.(ports, doc) : OF_FULFILMENT[plain]?.(ports, doc)
  if (!run) throw new Error(`no effect ${effect} on ${doc._id}`)
  return run
}
