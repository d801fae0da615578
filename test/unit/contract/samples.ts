import { PLAIN_WISH } from '../../../domain/imprint/picture'
import type { Input, ProcedureName } from '../../../contract'

const key = 'tap-0123456789'
const no = 'GY2609057K3Q9CX'
const id = `${no}-F1`
const onOrder = { no, key }
const onParcel = { id, key }
const onClaim = { id: `${no}A1`, key }
const imprint = { kind: 'text', text: '生日快乐', face: 'hei' } as const
const lines = [
  { productId: 'fuji', packId: 'twelve', packs: 1, imprint },
  { productId: 'gala', packId: 'six', packs: 2, imprint: { kind: 'picture' as const, pictureId: 'p-1' } },
  { productId: 'fuji-xi-ready', packId: 'six', packs: 99 },
]
const address = {
  name: '小林',
  phone: '13800001234',
  province: '浙江',
  city: '杭州市',
  district: '',
  detail: '龙井路 1 号',
}
const photo = 'cloud://demo.photos/1.jpg'
const comparison = `${id}:openid:tap-9876543210`
const inboxEntry = { key, id: `${no}.2-tell-paid` }

/** A full, right input of every procedure; the type asks for a new one with every new procedure. */
export const SAMPLES: { [Name in ProcedureName]: Input<Name> } = {
  'catalogue.list': {},
  'catalogue.get': { id: 'fuji' },
  'design.check': { productId: 'fuji', imprint },
  'design.glyphs': { face: 'hei', characters: '生日快乐' },
  'design.stencil': { productId: 'fuji', imprint },
  'picture.stencil': { productId: 'fuji', fileId: 'cloud://demo/designs/photo.jpg', wish: PLAIN_WISH },
  'picture.register': { key, productId: 'fuji', fileId: 'cloud://demo/designs/photo.jpg', wish: PLAIN_WISH },
  'picture.get': { pictureId: 'p-1' },
  'checkout.quote': { lines, province: '浙江' },
  'orders.place': { key, lines, address, remark: '', expectedTotalFen: 12800 },
  'orders.pay': onOrder,
  'orders.checkPayment': onOrder,
  'orders.cancel': { ...onOrder, reason: '不要了' },
  'orders.list': { tab: 'toConfirm', cursor: { createdAt: '2026-09-05T01:00:00.000Z', id: no } },
  'orders.get': { no },
  'orders.confirmSend': onParcel,
  'orders.keepCold': onParcel,
  'orders.confirmReceipt': onOrder,
  'orders.claim': { ...onOrder, remedy: 'refund', reason: 'damaged', note: '有两枚压坏了', fen: 2000, photos: [photo] },
  'orders.withdrawClaim': onClaim,
  'orders.escalateClaim': { ...onClaim, note: '照片里看得清楚' },
  'orders.sendBackGoods': { ...onClaim, carrier: 'SF', waybill: 'SF 9876 5432 10' },
  'me.get': {},
  'subscriptions.grant': { key, templates: ['paid', 'growth', 'confirmSend', 'shipped', 'reminder'] },
  'subscriptions.templates': {},
  'inbox.list': { cursor: { createdAt: '2026-09-05T01:00:00.000Z', id: no } },
  'inbox.read': inboxEntry,
  'desk.get': {},
  'review.list': { cursor: { createdAt: '2026-09-05T01:00:00.000Z', id: no } },
  'review.get': { no },
  'review.approve': onOrder,
  'review.reject': { ...onOrder, reason: '有商标' },
  'intake.list': { cursor: { createdAt: '2026-09-05T01:00:00.000Z', id: no } },
  'intake.find': { code: 'gy26 7k3q9c' },
  'intake.get': { id: `${id}B` },
  'intake.receive': onParcel,
  'intake.compare': { ...onParcel, fruit: 3, photo, stemUp: true },
  'intake.judge': {
    ...onParcel,
    fruit: 3,
    verdict: 'inconsistent',
    reason: '缺笔画',
    cause: 'imprint',
    photo,
    comparison,
    tookMs: 4200,
  },
  'intake.pass': { ...onParcel, photo, grade: 'first', grams: 2600, note: '', comparison, tookMs: 4200 },
  'intake.passGood': { ...onParcel, photo, grade: 'first', grams: 2600, note: '' },
  'intake.mismatch': { ...onParcel, photo, reason: '果子伤了', cause: 'fruit', comparison, tookMs: 4200 },
  'intake.figures': {},
  'intake.redo': { ...onParcel, note: '再试一次' },
  'intake.replace': { ...onParcel, note: '换一家' },
  'intake.refund': { ...onParcel, note: '季节过了' },
  'packing.list': { cursor: { createdAt: '2026-09-05T01:00:00.000Z', id: no } },
  'packing.address': onParcel,
  'packing.ship': { ...onParcel, carrier: 'SF', waybill: 'SF 1234 5678 90' },
  'claims.list': { tab: 'ours', cursor: { createdAt: '2026-09-05T01:00:00.000Z', id: `${no}A1` } },
  'claims.get': { id: `${no}A1` },
  'claims.agree': onClaim,
  'claims.refuse': { ...onClaim, reason: '照片里是好的' },
  'claims.receiveBack': onClaim,
  'claims.settle': { ...onClaim, fen: 2000 },
  'troubles.list': { cursor: { createdAt: '2026-09-05T01:00:00.000Z', id: no } },
  'troubles.retry': { id: no, entry: '2-tell-paid', key },
  'merchantInbox.list': { cursor: { createdAt: '2026-09-05T01:00:00.000Z', id: no } },
  'merchantInbox.read': inboxEntry,
  'work.list': { cursor: { createdAt: '2026-09-05T01:00:00.000Z', id: no } },
  'work.get': { id },
  'work.accept': onParcel,
  'work.decline': { ...onParcel, reason: '人手不够' },
  'work.cannotRedo': { ...onParcel, reason: '没有多的果了' },
  'work.record': { ...onParcel, step: 'sticker', photo, note: '第一批' },
  'sheets.list': { cursor: { createdAt: '2026-09-05T01:00:00.000Z', id } },
  'sheets.print': { key, ids: [id] },
  'orchardInbox.list': { cursor: { createdAt: '2026-09-05T01:00:00.000Z', id: no } },
  'orchardInbox.read': inboxEntry,
}
