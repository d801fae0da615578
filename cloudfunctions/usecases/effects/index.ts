import type { ClaimDoc } from '../../../domain/aftersale/claim'
import { isMessage, type Effect, type PlainEffect } from '../../../domain/effects'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import type { TemplateKey } from '../../../domain/message/templates'
import type { OrderDoc } from '../../../domain/order/order'
import type { Aggregate, AggregateName } from '../../collections'
import type { Ports } from '../../ports/ports'
import { allot } from './allot'
import { closeParcels } from './close-parcels'
import { closePayment } from './close-payment'
import { freePlace } from './free-place'
import { mirror, mirrorClaim } from './mirror'
import { openClaim } from './open-claim'
import { payBack } from './pay-back'
import { plan } from './plan'
import { refund } from './refund'
import { sendBack } from './send-back'
import { closeRoom, closeSale, giveBack, take } from './stock'
import { tell } from './tell'
import { uploadShipping } from './upload-shipping'

const OF_ORDER: Partial<Record<PlainEffect, (ports: Ports, order: OrderDoc) => Promise<void>>> = {
  take,
  closeSale,
  giveBack,
  refund,
  sendBack,
  closePayment,
  plan,
  closeParcels,
  openClaim,
}

const OF_FULFILMENT: Partial<Record<PlainEffect, (ports: Ports, parcel: FulfilmentDoc) => Promise<void>>> = {
  allot,
  closeSale: closeRoom,
  mirror,
  freePlace,
  uploadShipping,
}

const OF_CLAIM: Partial<Record<PlainEffect, (ports: Ports, claim: ClaimDoc) => Promise<void>>> = {
  mirror: mirrorClaim,
  payBack,
}

/** Carries out one effect of a document. Throws when it must be tried again; every effect may safely run twice. */
export async function carryOut(
  ports: Ports,
  collection: AggregateName,
  doc: Aggregate,
  entryId: string,
  effect: Effect,
): Promise<void> {
  if (isMessage(effect)) return tell(ports, doc, entryId, effect.slice('tell.'.length) as TemplateKey)
  const run = effectOf(collection, doc, effect as PlainEffect)
  if (!run) throw new Error(`no effect ${effect} on ${doc._id}`)
  return run(ports)
}

function effectOf(collection: AggregateName, doc: Aggregate, effect: PlainEffect) {
  if (collection === 'orders') return bound(OF_ORDER[effect], doc as OrderDoc)
  if (collection === 'fulfilments') return bound(OF_FULFILMENT[effect], doc as FulfilmentDoc)
  return bound(OF_CLAIM[effect], doc as ClaimDoc)
}

function bound<Doc>(run: ((ports: Ports, doc: Doc) => Promise<void>) | undefined, doc: Doc) {
  return run && ((ports: Ports) => run(ports, doc))
}
