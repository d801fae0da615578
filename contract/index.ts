import * as v from 'valibot'
import type { Address } from '../domain/address'
import { FACES } from '../domain/imprint/imprint'
import { POLICY } from '../domain/policy'
import { command, read, type InputOf, type OutputOf } from './procedure'
import * as s from './schemas'
import type { GlyphsView, StencilView } from './design-views'
import type { ClaimList, ClaimView } from './claim-views'
import type { ComparisonView, InspectionFigures } from './inspection-views'
import type {
  BenchView,
  DesignVerdict,
  DeskView,
  InboxView,
  IntakeList,
  MeView,
  OrderList,
  OrderView,
  PackingList,
  PaymentView,
  PictureView,
  PlacedView,
  ProductView,
  RegisteredPicture,
  Quote,
  ReviewList,
  ReviewView,
} from './views'
import type { JobView, WorkView } from './orchard-views'
import type { SheetsView, SheetView } from './sheet-views'
import type { RetryView, TroubleList } from './trouble-views'

export type * from './claim-views'
export type * from './design-views'
export type * from './inspection-views'
export { byPlace, importantFirst } from './order'
export type * from './orchard-views'
export type * from './sheet-views'
export type * from './views'
export type * from './trouble-views'
export type { Answer, Ask, Caller, FunctionName, Procedure } from './procedure'

const onOrder = { no: s.orderNo, key: s.key }
const onParcel = { id: s.fulfilmentId, key: s.key }
const onClaim = { id: s.claimId, key: s.key }
const photo = v.optional(s.photoId)
const cause = v.optional(s.cause)
/** The machine's opinion the person had before them, and how long they looked at it. */
const advised = { comparison: v.optional(s.comparisonId), tookMs: v.optional(s.count(POLICY.mostLookMs)) }
const found = {
  photo,
  grade: v.optional(s.grade),
  grams: v.optional(s.count(POLICY.mostGramsEach)),
  note: v.optional(s.reason),
}

/** Every procedure: its function, whose data it touches, its input and (as a type) its output. */
export const procedures = {
  // catalogue and design (O1, O2)
  'catalogue.list': read<{ products: ProductView[] }>()('shop', 'public', s.nothing),
  'catalogue.get': read<ProductView>()('shop', 'public', v.object({ id: s.name })),
  'design.check': read<DesignVerdict>()('shop', 'public', v.object({ productId: s.name, imprint: s.imprint })),
  /** Outlines of the characters a shopper types; the phone sets and draws them itself. */
  'design.glyphs': read<GlyphsView>()(
    'shop',
    'public',
    v.object({ face: v.picklist(FACES), characters: s.text(POLICY.mostGlyphs) }),
  ),
  /** What would be cut for words or a motif, and whether it can be made on this fruit. */
  'design.stencil': read<StencilView>()('shop', 'public', v.object({ productId: s.name, imprint: s.imprint })),
  /** The same for a photo the page has uploaded. */
  'picture.stencil': read<StencilView>()(
    'shop',
    'own',
    v.object({ productId: s.name, fileId: s.designId, wish: s.wish }),
  ),
  /** Takes a photo the page has uploaded as a design: its stencil is cut here, and WeChat looks at the photo (W1). */
  'picture.register': command<RegisteredPicture>()(
    'shop',
    'own',
    v.object({ key: s.key, productId: s.name, fileId: s.designId, wish: s.wish }),
  ),
  'picture.get': read<PictureView>()('shop', 'own', v.object({ pictureId: s.pictureId })),

  // ordering and paying (O4-O8)
  'checkout.quote': read<Quote>()('shop', 'own', v.object({ lines: s.lines, province: v.optional(s.text(20)) })),
  'orders.place': command<PlacedView>()(
    'shop',
    'own',
    v.object({
      key: s.key,
      lines: s.lines,
      address: s.address,
      remark: s.text(100),
      expectedTotalFen: s.fen,
    }),
  ),
  'orders.pay': command<PaymentView>()('shop', 'own', v.object(onOrder)),
  /** After the sheet closes: asks WeChat what really happened and answers with the order. */
  'orders.checkPayment': command<OrderView>()('shop', 'own', v.object(onOrder)),
  'orders.cancel': command<OrderView>()('shop', 'own', v.object({ ...onOrder, reason: v.optional(s.reason) })),

  // finding and following (F1, F2, S1-S4, S9, S10)
  'orders.list': read<OrderList>()('shop', 'own', v.object({ tab: s.orderTab, cursor: s.cursor })),
  'orders.get': read<OrderView>()('shop', 'own', v.object({ no: s.orderNo })),
  'orders.confirmSend': command<OrderView>()('shop', 'own', v.object(onParcel)),
  'orders.keepCold': command<OrderView>()('shop', 'own', v.object(onParcel)),
  'orders.confirmReceipt': command<OrderView>()('shop', 'own', v.object(onOrder)),
  /** A claim after delivery (A1). */
  'orders.claim': command<OrderView>()(
    'shop',
    'own',
    v.object({
      ...onOrder,
      remedy: s.remedy,
      reason: s.claimReason,
      note: s.text(POLICY.remarkCharacters),
      fen: s.fen,
      photos: v.pipe(v.array(s.photoId), v.maxLength(POLICY.claimPhotos)),
    }),
  ),
  'orders.withdrawClaim': command<OrderView>()('shop', 'own', v.object(onClaim)),
  'orders.escalateClaim': command<OrderView>()('shop', 'own', v.object({ ...onClaim, note: s.reason })),
  'orders.sendBackGoods': command<OrderView>()(
    'shop',
    'own',
    v.object({ ...onClaim, carrier: s.text(10), waybill: s.text(40) }),
  ),
  'me.get': read<MeView>()('shop', 'own', s.nothing),
  /** Template keys the person has just allowed in WeChat's prompt: one message each. */
  'subscriptions.grant': command<{ granted: string[] }>()(
    'shop',
    'own',
    v.object({ key: s.key, templates: v.pipe(v.array(s.name), v.maxLength(5)) }),
  ),
  /** Which WeChat template id stands for which of our templates; loaded before any tap that asks. */
  'subscriptions.templates': read<{ ids: Record<string, string> }>()('shop', 'public', s.nothing),
  'inbox.list': read<InboxView>()('shop', 'own', s.page),
  'inbox.read': command<InboxView>()('shop', 'own', v.object({ key: s.key, id: s.text(120) })),

  // merchant: review, intake, inspection, packing (D1, I1-I4, S6, S7)
  'desk.get': read<DeskView>()('merchant', 'shop', s.nothing),
  'review.list': read<ReviewList>()('merchant', 'shop', s.page, ['reviewer']),
  'review.get': read<ReviewView>()('merchant', 'shop', v.object({ no: s.orderNo }), ['reviewer']),
  'review.approve': command<ReviewView>()('merchant', 'shop', v.object(onOrder), ['reviewer']),
  'review.reject': command<ReviewView>()('merchant', 'shop', v.object({ ...onOrder, reason: s.reason }), ['reviewer']),
  'intake.list': read<IntakeList>()('merchant', 'shop', s.page, ['inspector', 'support']),
  'intake.find': read<BenchView>()('merchant', 'shop', v.object({ code: s.text(40) }), ['inspector', 'support']),
  'intake.get': read<BenchView>()('merchant', 'shop', v.object({ id: s.fulfilmentId }), ['inspector', 'support']),
  'intake.receive': command<BenchView>()('merchant', 'shop', v.object(onParcel), ['inspector', 'warehouse']),
  /** What the machine thinks of a photo of one fruit; kept, with the decision that follows it (I2). */
  'intake.compare': command<ComparisonView>()(
    'merchant',
    'shop',
    v.object({ ...onParcel, fruit: s.fruit, photo: s.photoId, stemUp: v.optional(v.boolean()) }),
    ['inspector'],
  ),
  /** The person's decision on one fruit; the parcel goes on with one of the three after it. */
  'intake.judge': command<BenchView>()(
    'merchant',
    'shop',
    v.object({
      ...onParcel,
      ...advised,
      fruit: s.fruit,
      verdict: v.picklist(['consistent', 'inconsistent']),
      reason: v.optional(s.reason),
      cause,
      photo,
    }),
    ['inspector'],
  ),
  'intake.pass': command<BenchView>()('merchant', 'shop', v.object({ ...onParcel, ...found, ...advised }), [
    'inspector',
  ]),
  /** The fruit judged bad go back, the others go on (I4). */
  'intake.passGood': command<BenchView>()('merchant', 'shop', v.object({ ...onParcel, ...found }), ['inspector']),
  'intake.mismatch': command<BenchView>()(
    'merchant',
    'shop',
    v.object({ ...onParcel, ...advised, photo, reason: s.reason, cause }),
    ['inspector'],
  ),
  'intake.figures': read<InspectionFigures>()('merchant', 'shop', s.nothing, ['inspector', 'support']),
  /** What becomes of fruit that failed twice: the same orchard once more, another one, or the money back (I4). */
  'intake.redo': command<BenchView>()('merchant', 'shop', v.object({ ...onParcel, note: v.optional(s.reason) }), [
    'support',
  ]),
  'intake.replace': command<BenchView>()('merchant', 'shop', v.object({ ...onParcel, note: v.optional(s.reason) }), [
    'support',
  ]),
  'intake.refund': command<BenchView>()('merchant', 'shop', v.object({ ...onParcel, note: v.optional(s.reason) }), [
    'support',
  ]),
  'packing.list': read<PackingList>()('merchant', 'shop', s.page, ['warehouse']),
  /** The whole address of one parcel; each look is recorded with who and when (I3, W3). */
  'packing.address': command<{ id: string; address: Address }>()('merchant', 'shop', v.object(onParcel), ['warehouse']),
  'packing.ship': command<PackingList>()(
    'merchant',
    'shop',
    v.object({ ...onParcel, carrier: s.text(10), waybill: s.text(40) }),
    ['warehouse'],
  ),

  // merchant: claims after delivery (A1, A2)
  'claims.list': read<ClaimList>()('merchant', 'shop', v.object({ tab: s.claimTab, cursor: s.cursor }), [
    'support',
    'finance',
    'warehouse',
  ]),
  'claims.get': read<ClaimView>()('merchant', 'shop', v.object({ id: s.claimId }), ['support', 'finance', 'warehouse']),
  /** The fruit is to come back first; the refund follows. */
  'claims.agree': command<ClaimView>()('merchant', 'shop', v.object(onClaim), ['support']),
  'claims.refuse': command<ClaimView>()('merchant', 'shop', v.object({ ...onClaim, reason: s.reason }), ['support']),
  'claims.receiveBack': command<ClaimView>()('merchant', 'shop', v.object(onClaim), ['support', 'warehouse']),
  /** Pays back and ends the claim. */
  'claims.settle': command<ClaimView>()('merchant', 'shop', v.object({ ...onClaim, fen: s.fen }), [
    'support',
    'finance',
  ]),

  // what did not go out (F4, W4)
  'troubles.list': read<TroubleList>()('merchant', 'shop', v.object({ cursor: s.cursor }), ['support']),
  'troubles.retry': command<RetryView>()('merchant', 'shop', v.object({ id: s.name, entry: s.entryId, key: s.key }), [
    'support',
  ]),

  'merchantInbox.list': read<InboxView>()('merchant', 'own', s.page),
  'merchantInbox.read': command<InboxView>()('merchant', 'own', v.object({ key: s.key, id: s.text(120) })),

  // orchard (G1, G2, G5)
  'work.list': read<WorkView>()('orchard', 'orchard', s.page),
  'work.get': read<JobView>()('orchard', 'orchard', v.object({ id: s.fulfilmentId })),
  'work.accept': command<JobView>()('orchard', 'orchard', v.object(onParcel)),
  'work.decline': command<{ id: string }>()(
    'orchard',
    'orchard',
    v.object({ ...onParcel, reason: v.optional(s.reason) }),
  ),
  /** Fruit that came back cannot be grown or picked again: the shop decides (I4). */
  'work.cannotRedo': command<JobView>()('orchard', 'orchard', v.object({ ...onParcel, reason: s.reason })),
  'work.record': command<JobView>()(
    'orchard',
    'orchard',
    v.object({
      ...onParcel,
      step: v.picklist(['sticker', 'colour', 'harvest', 'mark', 'dispatch', 'sendAgain']),
      photo,
      note: v.optional(s.reason),
    }),
  ),
  // sticker sheets (G4)
  'sheets.list': read<SheetsView>()('orchard', 'orchard', s.page),
  /** One PDF for a batch of accepted work; again as often as it is needed. */
  'sheets.print': command<SheetView>()('orchard', 'orchard', v.object({ key: s.key, ids: s.fulfilmentIds })),
  'orchardInbox.list': read<InboxView>()('orchard', 'own', s.page),
  'orchardInbox.read': command<InboxView>()('orchard', 'own', v.object({ key: s.key, id: s.text(120) })),
}

export type Procedures = typeof procedures
export type ProcedureName = keyof Procedures
export type Input<Name extends ProcedureName> = InputOf<Procedures[Name]>
export type Output<Name extends ProcedureName> = OutputOf<Procedures[Name]>
