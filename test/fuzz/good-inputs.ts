import type { Input, ProcedureName } from '../../contract'
import { PLAIN_WISH } from '../../domain/imprint/picture'
import { newKey } from '../stories/world'
import type { Gallery } from './gallery'

/** An input of every procedure that its owner is answered well; the type asks for a new one with every procedure. */
export function goodInputs(gallery: Gallery): { [Name in ProcedureName]: Input<Name> } {
  const { orders, parcels, claims, person, pictureId, messages, placing, codes } = gallery
  const key = newKey()
  const chosen = { productId: 'fuji', fileId: person.files.design, wish: PLAIN_WISH }
  const order = (no: string) => ({ no, key })
  const parcel = (id: string) => ({ id, key })
  const claim = parcel
  const imprint = { kind: 'picture', pictureId } as const
  return {
    'catalogue.list': {},
    'catalogue.get': { id: 'fuji' },
    'design.check': { productId: 'fuji', imprint },
    'design.glyphs': { face: 'hei', characters: '福' },
    'design.stencil': { productId: 'fuji', imprint: { kind: 'text', text: '福', face: 'hei' } },
    'picture.stencil': chosen,
    'picture.register': { key: pictureId, ...chosen },
    'picture.get': { pictureId },
    'checkout.quote': { lines: placing.lines, province: person.address.province },
    'orders.place': placing,
    'orders.pay': order(orders.unpaid),
    'orders.checkPayment': order(orders.opened),
    'orders.cancel': { ...order(orders.inReview), reason: '不要了' },
    'orders.list': { tab: 'all', cursor: { createdAt: '2026-09-06T01:00:00.000Z', id: orders.unpaid } },
    'orders.get': { no: orders.inReview },
    'orders.confirmSend': parcel(parcels.passed),
    'orders.keepCold': parcel(parcels.passed),
    'orders.confirmReceipt': order(orders.shipped),
    'orders.claim': {
      ...order(orders.shipped),
      remedy: 'refund',
      reason: 'damaged',
      note: '有两枚压坏了',
      fen: 100,
      photos: [person.files.photo],
    },
    'orders.withdrawClaim': claim(claims.requested),
    'orders.escalateClaim': { ...claim(claims.refused), note: '照片里看得清楚' },
    'orders.sendBackGoods': { ...claim(claims.agreed), carrier: 'SF', waybill: 'SF 2222 3333 44' },
    'me.get': {},
    'subscriptions.grant': { key, templates: ['paid', 'growth'] },
    'subscriptions.templates': {},
    'inbox.list': {},
    'inbox.read': { key, id: messages.shopper },
    'desk.get': {},
    'review.list': {},
    'review.get': { no: orders.inReview },
    'review.approve': order(orders.inReview),
    'review.reject': { ...order(orders.inReview), reason: '有商标' },
    'intake.list': {},
    'intake.find': { code: codes[codes.length - 1] },
    'intake.get': { id: parcels.received },
    'intake.compare': { ...parcel(parcels.received), fruit: 1, photo: person.files.photo, stemUp: true },
    'intake.judge': {
      ...parcel(parcels.received),
      fruit: 1,
      verdict: 'inconsistent',
      reason: '缺笔画',
      cause: 'imprint',
      tookMs: 4200,
    },
    'intake.receive': parcel(parcels.sentToHub),
    'intake.pass': { ...parcel(parcels.received), grade: 'first', grams: 260, note: '好' },
    'intake.passGood': { ...parcel(parcels.halfBad), grade: 'first', grams: 260, note: '好' },
    'intake.mismatch': { ...parcel(parcels.received), reason: '字印反了' },
    'intake.figures': {},
    'intake.redo': { ...parcel(parcels.escalated), note: '再试一次' },
    'intake.replace': { ...parcel(parcels.escalated), note: '换一家' },
    'intake.refund': { ...parcel(parcels.escalated), note: '季节过了' },
    'packing.list': {},
    'packing.address': parcel(parcels.packing),
    'packing.ship': { ...parcel(parcels.packing), carrier: 'SF', waybill: 'SF 9999 8888 77' },
    'claims.list': { tab: 'ours' },
    'claims.get': { id: claims.requested },
    'claims.agree': claim(claims.requested),
    'claims.refuse': { ...claim(claims.requested), reason: '照片里是好的' },
    'claims.receiveBack': claim(claims.goodsOnTheWayBack),
    'claims.settle': { ...claim(claims.requested), fen: 100 },
    'troubles.list': {},
    'troubles.retry': { id: orders.inReview, entry: '1-tell-paid', key },
    'merchantInbox.list': {},
    'merchantInbox.read': { key, id: messages.merchant },
    'work.list': {},
    'work.get': { id: parcels.accepted },
    'work.accept': parcel(parcels.offered),
    'work.decline': { ...parcel(parcels.offered), reason: '人手不够' },
    'work.cannotRedo': { ...parcel(parcels.mismatched), reason: '没有多的果了' },
    'work.record': { ...parcel(parcels.accepted), step: 'sticker', photo: 'cloud://demo/photos/1.jpg', note: '第一批' },
    'sheets.list': {},
    'sheets.print': { key, ids: [parcels.accepted] },
    'orchardInbox.list': {},
    'orchardInbox.read': { key, id: messages.orchard },
  }
}
