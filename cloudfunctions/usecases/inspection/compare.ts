import type { ComparisonView, Input } from '../../../contract'
import { fruitIn } from '../../../domain/fulfilment/fruit'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { techniqueOf } from '../../../domain/fulfilment/technique'
import { lineTitle } from '../../../domain/order/order'
import { reject } from '../../../domain/refusals'
import type { Opinion } from '../../../imprint/inspection/opinion'
import type { Picture } from '../../../imprint/raster'
import { reachOn } from '../../../imprint/stencil/make-stencil'
import type { ComparisonDoc } from '../../collections'
import type { Ports } from '../../ports/ports'
import type { Context } from '../core/answer'
import { comparisonView } from './comparison-view'
import { claimedBy, masksOf, othersFor, type Carried, type Suspected } from './designs'

/**
 * What the machine thinks of a photo of one fruit (I2): whether it carries its design, or which other one of the hub. The
 * opinion is kept, with all that it rests on, under the name of this request; the person's decision will stand beside it.
 * Throws FULFILMENT_UNKNOWN, NOT_ALLOWED_NOW unless the parcel is on the bench, FRUIT_UNKNOWN, PHOTO_GONE, PHOTO_UNREADABLE
 * and DESIGN_GONE.
 */
export async function compare(context: Context, input: Input<'intake.compare'>): Promise<ComparisonView> {
  const { ports, openid } = context
  const { id, key, fruit, photo, stemUp } = input
  const comparisonId = `${id}:${openid}:${key}`
  const [known, parcel] = await Promise.all([
    ports.db.get('comparisons', comparisonId),
    ports.db.get('fulfilments', id),
  ])
  if (known) return comparisonView(ports, known)
  if (!parcel) return reject('FULFILMENT_UNKNOWN')
  if (parcel.state !== 'received') return reject('NOT_ALLOWED_NOW')
  if (!fruitIn(parcel).includes(fruit)) return reject('FRUIT_UNKNOWN', { fruit }, 'fruit')
  const claimed = claimedBy(parcel, fruit) ?? reject('DESIGN_GONE')
  const [picture, others] = await Promise.all([ports.files.photo(photo), othersFor(ports, claimed)])
  if (picture === 'gone') return reject('PHOTO_GONE', {}, 'photo')
  if (picture === 'unreadable') return reject('PHOTO_UNREADABLE', {}, 'photo')

  const began = ports.spent()
  const opinion = await opinionOf(ports, picture, parcel, claimed, others, stemUp)
  const doc: ComparisonDoc = {
    _id: comparisonId,
    fulfilmentId: id,
    orderNo: parcel.orderNo,
    fruit,
    stencil: claimed.stencil,
    photo: { fileId: photo, height: picture.height / picture.width },
    by: openid,
    at: ports.now(),
    tookMs: Math.round(ports.spent() - began),
    opinion,
    looksLike: namedBy(opinion, parcel, others),
    decision: null,
    agreement: null,
    decidedAt: null,
  }
  await ports.db.insert('comparisons', doc)
  return comparisonView(ports, doc)
}

// The inspector is loaded with the first photo: most events at the hub need none.
async function opinionOf(
  ports: Ports,
  photo: Picture,
  parcel: FulfilmentDoc,
  claimed: Carried,
  others: readonly Carried[],
  stemUp = false,
): Promise<Opinion> {
  const [known, product, { inspectPhoto }] = await Promise.all([
    masksOf(ports, [claimed, ...others]),
    ports.db.get('products', parcel.lines[0].productId),
    import('../../../imprint/inspection/inspect'),
  ])
  const design = known.find((each) => each.id === claimed.stencil) ?? reject('DESIGN_GONE')
  const mark = techniqueOf(parcel) === 'laser' ? 'dark' : 'pale'
  return inspectPhoto({
    photo,
    design,
    others: known.filter((each) => each !== design),
    stemUp,
    mark,
    ...(product ? { reach: reachOn(product.diameterMm) } : {}),
  })
}

function namedBy(
  { looksLike }: Opinion,
  parcel: FulfilmentDoc,
  others: readonly Suspected[],
): ComparisonDoc['looksLike'] {
  const other = others.find(({ stencil }) => stencil === looksLike)
  if (!other) return null
  const { _id, orderNo, code, lines } = other.parcel
  return {
    fulfilmentId: _id,
    orderNo,
    code: code ?? '',
    title: lineTitle(lines[0]),
    design: _id === parcel._id ? other.design : null,
    others: other.others,
  }
}
