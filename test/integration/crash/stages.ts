import { PLAIN_WISH } from '../../../domain/imprint/picture'
import { PHOTO } from '../../support/photo'
import type { Snapshot } from '../../../localcloud/src/index'
import { TEMPLATES } from '../../../domain/message/templates'
import type { Input, ProcedureName } from '../../../contract'
import { MINUTE, startTestCloud, type TestCloud } from '../support/cloud'
import {
  ADDRESS,
  BIRTHDAY_APPLES,
  cutBefore,
  FANG,
  LIN,
  newKey,
  openSheet,
  QIXIA,
  READY_APPLES,
} from '../support/orders'

export type Lines = Input<'orders.place'>['lines']

const [birthday] = BIRTHDAY_APPLES
/** A character on each fruit, so that several stencils are kept at once. */
export const ONE_EACH: Lines = [
  { ...birthday, imprint: { kind: 'text', text: '平安', face: 'hei', spread: 'perFruit' } },
]
export const TWO_COUNTERS: Lines = [...BIRTHDAY_APPLES, ...READY_APPLES]

/** What later acts must know of the way to a stage. */
export interface Known {
  no: string
  /** The parcel, or later its claim. */
  id: string
  sheet: Record<string, string>
  fileId: string
  /** What the page was told the lines cost. */
  totalFen: { custom: number; two: number; ready: number }
}

interface Stage {
  after: StageName | null
  build(shop: TestCloud, known: Known): Promise<unknown>
}

const step =
  (procedure: 'work.record', name: Input<'work.record'>['step']) =>
  (shop: TestCloud, { id }: Known) =>
    shop.must(QIXIA, procedure, { id, key: newKey(), step: name })

async function arrive(shop: TestCloud, known: Known): Promise<void> {
  const quote = async (lines: Lines) =>
    (await shop.must(LIN, 'checkout.quote', { lines, province: ADDRESS.province })).totalFen
  known.totalFen = {
    custom: await quote(BIRTHDAY_APPLES),
    two: await quote(TWO_COUNTERS),
    ready: await quote(READY_APPLES),
  }
  // The shopper has allowed a message of each kind, so that pushes are among the calls too.
  for (const template of Object.keys(TEMPLATES)) {
    for (let i = 0; i < 3; i++) shop.cloud.machine.messages.choose(LIN, [`tmpl-${template}`], 'accept')
    shop.put('credits', { _id: `${LIN}:${template}`, left: 3, keys: [] })
  }
}

const order = (lines: Lines, price: keyof Known['totalFen']) => async (shop: TestCloud, known: Known) => {
  const input = { key: newKey(), lines, address: ADDRESS, remark: '', expectedTotalFen: known.totalFen[price] }
  known.no = (await shop.must(LIN, 'orders.place', input)).no
  known.id = `${known.no}-F1`
}

async function sheet(shop: TestCloud, known: Known): Promise<void> {
  known.sheet = (await openSheet(shop, LIN, known.no)).sheet
}

async function pay(shop: TestCloud, known: Known): Promise<void> {
  await shop.usePaymentSheet(LIN, known.sheet)
}

async function payUnnoticed(shop: TestCloud, known: Known): Promise<void> {
  shop.cloud.machine.notices.faultNext({ kind: 'lose' })
  await pay(shop, known)
}

/** A tap on one parcel or one order that must go well. */
const tap =
  <Name extends ProcedureName>(who: string, procedure: Name, more: object = {}) =>
  (shop: TestCloud, { no, id }: Known) =>
    shop.must(who, procedure, { ...(takesOrder(procedure) ? { no } : { id }), key: newKey(), ...more } as Input<Name>)

export const takesOrder = (procedure: ProcedureName): boolean =>
  procedure.startsWith('review.') ||
  ['orders.pay', 'orders.checkPayment', 'orders.cancel', 'orders.confirmReceipt', 'orders.claim'].includes(procedure)

async function cancelledButOpen(shop: TestCloud, known: Known): Promise<void> {
  const silent = { kind: 'fail', code: 'SYS_ERR', message: 'no answer' } as const
  shop.cloud.machine.faults.add({ ...silent, action: 'wx.wxPayApi', function: 'shop' })
  await tap(LIN, 'orders.cancel')(shop, known)
}

async function anotherPrice(shop: TestCloud, { no }: Known): Promise<void> {
  const placed = shop.document('orders', no)
  shop.put('orders', { ...placed, totalFen: placed.totalFen + 1 })
}

async function noRoom(shop: TestCloud, known: Known): Promise<void> {
  const plots = shop.documents('counters').filter(({ _id }) => _id.startsWith('plot:') && _id.endsWith('fuji-2026'))
  shop.put('counters', ...plots.map((plot) => ({ ...plot, available: 0 })))
  await tap(FANG, 'review.approve')(shop, known)
  shop.put('counters', ...plots)
}

async function lastBox(shop: TestCloud): Promise<void> {
  shop.put('counters', { ...shop.document('counters', 'stock:fuji-xi-ready'), available: 5 })
}

async function diedPlacing(shop: TestCloud, known: Known): Promise<void> {
  shop.cloud.machine.faults.add({
    action: 'database.insertDocument',
    collection: 'orders',
    kind: 'kill-function',
    when: 'before',
  })
  await order(TWO_COUNTERS, 'two')(shop, known).catch(() => undefined)
}

/** What the customer asks for after delivery. */
export const CLAIM = { remedy: 'returnAndRefund', reason: 'damaged', note: '有两枚压伤了', fen: 5000, photos: [] }

// From here on the id is the claim's.
async function claim(shop: TestCloud, known: Known): Promise<void> {
  await tap(LIN, 'orders.claim', CLAIM)(shop, known)
  known.id = `${known.no}A1`
}

async function secondPlace(shop: TestCloud, { id }: Known): Promise<void> {
  const free = shop.documents('places').filter(({ holder }) => holder === '')
  shop.put('places', { ...free[0], holder: id })
}

async function weekPasses({ cloud, document }: TestCloud, { id }: Known): Promise<void> {
  cloud.machine.clock.set(Date.parse(document('fulfilments', id).actBy ?? ''))
  await cloud.clock.advance(10 * MINUTE)
}

const ship =
  (part: number, waybill: string) =>
  (shop: TestCloud, { no }: Known) =>
    shop.must(FANG, 'packing.ship', { id: `${no}-F${part}`, key: newKey(), carrier: 'SF', waybill })

/** Every moment from which an act begins; each is built once, from the one before it. */
const STAGES = {
  arrived: { after: null, build: arrive },
  cutBefore: { after: 'arrived', build: (shop) => cutBefore(shop) },
  lastBox: { after: 'cutBefore', build: lastBox },
  diedPlacing: { after: 'arrived', build: diedPlacing },
  uploaded: {
    after: 'arrived',
    build: async (shop, known) => void (known.fileId = shop.cloud.saveFile('designs/cat.png', PHOTO)),
  },
  registered: {
    after: 'uploaded',
    build: (shop, { fileId }) =>
      shop.must(LIN, 'picture.register', { key: 'picture-key-1', productId: 'fuji', fileId, wish: PLAIN_WISH }),
  },
  placed: { after: 'arrived', build: order(BIRTHDAY_APPLES, 'custom') },
  sheet: { after: 'placed', build: sheet },
  unnoticed: { after: 'sheet', build: payUnnoticed },
  cancelledButOpen: { after: 'sheet', build: cancelledButOpen },
  anotherPrice: { after: 'sheet', build: anotherPrice },
  paid: { after: 'sheet', build: pay },
  refunding: { after: 'paid', build: tap(LIN, 'orders.cancel') },
  noRoom: { after: 'paid', build: noRoom },
  offered: { after: 'paid', build: tap(FANG, 'review.approve') },
  accepted: { after: 'offered', build: tap(QIXIA, 'work.accept') },
  stickered: { after: 'accepted', build: step('work.record', 'sticker') },
  colouring: { after: 'stickered', build: step('work.record', 'colour') },
  harvested: { after: 'colouring', build: step('work.record', 'harvest') },
  sentToHub: { after: 'harvested', build: step('work.record', 'dispatch') },
  received: { after: 'sentToHub', build: tap(FANG, 'intake.receive') },
  mismatched: { after: 'received', build: tap(FANG, 'intake.mismatch', { reason: '有一枚字歪了，请补一枚' }) },
  halfBad: {
    after: 'received',
    build: tap(FANG, 'intake.judge', { fruit: 2, verdict: 'inconsistent', reason: '有一枚字歪了' }),
  },
  escalated: { after: 'mismatched', build: tap(QIXIA, 'work.cannotRedo', { reason: '没有多的果了' }) },
  // Offered to the only other orchard that grows them.
  replaced: { after: 'escalated', build: tap(FANG, 'intake.replace') },
  overdue: { after: 'mismatched', build: weekPasses },
  passed: { after: 'received', build: tap(FANG, 'intake.pass') },
  passedTwice: { after: 'passed', build: secondPlace },
  stored: { after: 'passed', build: tap(LIN, 'orders.keepCold') },
  packing: { after: 'passed', build: tap(LIN, 'orders.confirmSend') },
  shipped: { after: 'packing', build: ship(1, 'SF1234567890') },
  completed: { after: 'shipped', build: tap(LIN, 'orders.confirmReceipt') },
  claimed: { after: 'completed', build: claim },
  agreed: { after: 'claimed', build: tap(FANG, 'claims.agree') },
  refused: { after: 'claimed', build: tap(FANG, 'claims.refuse', { reason: '照片里看不出坏果' }) },
  goodsComing: {
    after: 'agreed',
    build: tap(LIN, 'orders.sendBackGoods', { carrier: 'SF', waybill: 'SF9999999999' }),
  },
  goodsBack: { after: 'goodsComing', build: tap(FANG, 'claims.receiveBack') },
  readyPlaced: { after: 'arrived', build: order(READY_APPLES, 'ready') },
  readySheet: { after: 'readyPlaced', build: sheet },
  readyPacking: { after: 'readySheet', build: pay },
  twoPlaced: { after: 'arrived', build: order(TWO_COUNTERS, 'two') },
  twoSheet: { after: 'twoPlaced', build: sheet },
  twoPaid: { after: 'twoSheet', build: pay },
  twoPacking: { after: 'twoPaid', build: growFirst },
  oneOfTwoShipped: { after: 'twoPacking', build: ship(2, 'SF2222222222') },
} as const satisfies Record<string, Omit<Stage, 'after'> & { after: string | null }>

export type StageName = keyof typeof STAGES

async function growFirst(shop: TestCloud, known: Known): Promise<void> {
  await tap(FANG, 'review.approve')(shop, known)
  await tap(QIXIA, 'work.accept')(shop, known)
  for (const name of ['sticker', 'colour', 'harvest', 'dispatch'] as const) await step('work.record', name)(shop, known)
  await tap(FANG, 'intake.receive')(shop, known)
  await tap(FANG, 'intake.pass')(shop, known)
  await tap(LIN, 'orders.confirmSend')(shop, known)
}

/** A shop that can be put to the beginning of any act. */
export interface Theatre {
  shop: TestCloud
  /** Puts the shop to that moment and answers what is known there. */
  to(stage: StageName): Promise<Known>
}

export async function openTheatre(): Promise<Theatre> {
  const shop = await startTestCloud()
  const built = new Map<StageName, { snapshot: Snapshot; known: Known }>()
  const morning = await shop.cloud.snapshot()
  const nothing: Known = { no: '', id: '', sheet: {}, fileId: '', totalFen: { custom: 0, two: 0, ready: 0 } }

  async function to(name: StageName): Promise<Known> {
    const ready = built.get(name)
    if (ready) {
      await shop.cloud.restore(ready.snapshot)
      return { ...ready.known }
    }
    const { after, build }: Stage = STAGES[name]
    const known = after ? await to(after) : { ...nothing }
    if (!after) await shop.cloud.restore(morning)
    await build(shop, known)
    built.set(name, { snapshot: await shop.cloud.snapshot(), known: { ...known } })
    return to(name)
  }
  return { shop, to }
}
