import type { ClaimDoc } from '../../../domain/aftersale/claim'
import { isMessage, type Effect, type PlainEffect } from '../../../domain/effects'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { DONE, permanent, type Outcome } from '../../../domain/message/outcome'
import { TEMPLATES, type TemplateKey } from '../../../domain/message/templates'
import type { OrderDoc } from '../../../domain/order/order'
import type { Aggregate, AggregateName } from '../../collections'
import type { Ports } from '../../ports/ports'
import { allot } from './allot'
import { closeParcels } from './close-parcels'
import { closePayment } from './close-payment'
import { freePlace } from './free-place'
import { mirror, mirrorClaim } from './mirror'
import { openClaim } from './open-claim'
import { plan } from './plan'
import { refund } from './refund'
import { sendBack } from './send-back'
import { openSplitOff } from './split-off'
import { closeRoom, closeSale, giveBack, take } from './stock'
import { tell } from './tell'
import { uploadShipping } from './upload-shipping'

type Effects<Doc> = Partial<Record<PlainEffect, (ports: Ports, doc: Doc) => Promise<void>>>

const OF_ORDER: Effects<OrderDoc> = {
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

const OF_FULFILMENT: Effects<FulfilmentDoc> = {
  allot,
  closeSale: closeRoom,
  mirror,
  splitOff: openSplitOff,
  freePlace,
  uploadShipping,
}

const OF_CLAIM: Effects<ClaimDoc> = {
  mirror: mirrorClaim,
}

/**
 * Carries out one effect of a document; every effect may safely run twice. Throws when it must be tried again. An effect
 * that this version does not know, perhaps of a newer one, is a permanent failure.
 */
export async function carryOut(
  ports: Ports,
  collection: AggregateName,
  doc: Aggregate,
  entryId: string,
  effect: Effect,
): Promise<Outcome> {
  if (isMessage(effect)) {
    const key = effect.slice('tell.'.length)
    return Object.hasOwn(TEMPLATES, key) ? tell(ports, doc, entryId, key as TemplateKey) : unknown(effect)
  }
  const run = effectOf(collection, doc, effect as PlainEffect)
  if (!run) return unknown(effect)
  await run(ports)
  return DONE
}

function effectOf(collection: AggregateName, doc: Aggregate, effect: PlainEffect) {
  if (collection === 'orders') return bound(OF_ORDER, effect, doc as OrderDoc)
  if (collection === 'fulfilments') return bound(OF_FULFILMENT, effect, doc as FulfilmentDoc)
  return bound(OF_CLAIM, effect, doc as ClaimDoc)
}

// A stored name may be any word, also one that every object answers to.
function bound<Doc>(known: Effects<Doc>, effect: PlainEffect, doc: Doc) {
  const run = Object.hasOwn(known, effect) ? known[effect] : undefined
  return run && ((ports: Ports) => run(ports, doc))
}

const unknown = (effect: string): Outcome => permanent('EFFECT_UNKNOWN', effect)
