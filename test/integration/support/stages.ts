import { tick } from './acts'
import type { TestCloud } from './cloud'
import { approved, FANG, LIN, newKey, openSheet, place, placeAndPay, QIXIA, READY_APPLES } from './orders'

/** An order or parcel on its way; `id` is that of its first parcel. */
export interface Stage {
  no: string
  id: string
}

/** Placed, with an open payment sheet. */
export async function sheetOpen(shop: TestCloud, openid = LIN) {
  const { no } = await place(shop, openid)
  return { id: `${no}-F1`, ...(await openSheet(shop, openid, no)) }
}

/** Paid and waiting for review. */
export async function inReview(shop: TestCloud, openid = LIN): Promise<Stage> {
  const no = await placeAndPay(shop, openid)
  return { no, id: `${no}-F1` }
}

/** A message WeChat will not take: our ledger believes that it was allowed. `id` is its entry. */
export async function undelivered(shop: TestCloud, openid = LIN): Promise<Stage> {
  await shop.must(openid, 'subscriptions.grant', { key: newKey(), templates: ['paid'] })
  const { no } = await inReview(shop, openid)
  const failed = Object.entries(shop.document('orders', no).outbox).find(([, { state }]) => state === 'failed')
  if (!failed) throw new Error(`${no} has nothing undelivered`)
  return { no, id: failed[0] }
}

/** Offered to the first orchard. */
export async function offered(shop: TestCloud, openid = LIN): Promise<Stage> {
  const { no, parcelId } = await approved(shop, openid)
  return { no, id: parcelId }
}

/** Taken by its orchard, with nothing printed. */
export async function accepted(shop: TestCloud, openid = LIN): Promise<Stage> {
  const stage = await offered(shop, openid)
  await shop.must(QIXIA, 'work.accept', { id: stage.id, key: newKey() })
  return stage
}

/** Picked, and one step before it is sent to the hub. */
export async function harvested(shop: TestCloud, openid = LIN): Promise<Stage> {
  const stage = await accepted(shop, openid)
  for (const step of ['sticker', 'colour', 'harvest'] as const) {
    await shop.must(QIXIA, 'work.record', { id: stage.id, key: newKey(), step })
  }
  return stage
}

/** On its way to the hub. */
export async function sentToHub(shop: TestCloud, openid = LIN): Promise<Stage> {
  const stage = await harvested(shop, openid)
  await shop.must(QIXIA, 'work.record', { id: stage.id, key: newKey(), step: 'dispatch' })
  return stage
}

/** On the inspection bench. */
export async function atTheHub(shop: TestCloud, openid = LIN): Promise<Stage> {
  const stage = await sentToHub(shop, openid)
  await shop.must(FANG, 'intake.receive', { id: stage.id, key: newKey() })
  return stage
}

/** On the bench, with one fruit judged bad. */
export async function halfBad(shop: TestCloud): Promise<Stage> {
  const stage = await atTheHub(shop)
  const verdict = { fruit: 2, verdict: 'inconsistent', reason: '字歪了' } as const
  await shop.must(FANG, 'intake.judge', { id: stage.id, key: newKey(), ...verdict })
  return stage
}

/** Back at its orchard. */
export async function mismatched(shop: TestCloud): Promise<Stage> {
  const stage = await atTheHub(shop)
  await shop.must(FANG, 'intake.mismatch', { id: stage.id, key: newKey(), reason: '字歪了' })
  return stage
}

/** Nobody can redo it: to be decided. */
export async function escalated(shop: TestCloud): Promise<Stage> {
  const stage = await mismatched(shop)
  await shop.must(QIXIA, 'work.cannotRedo', { id: stage.id, key: newKey(), reason: '没有多的果了' })
  return stage
}

/** Back at its orchard, whose time to send other fruit ends this very moment. */
export async function redoEnds(shop: TestCloud): Promise<Stage> {
  const stage = await mismatched(shop)
  await untilActBy(shop, stage)
  return stage
}

/** Its orchard has let its time pass: to be decided, and it may still send. */
export async function late(shop: TestCloud): Promise<Stage> {
  const stage = await redoEnds(shop)
  await tick(shop)
  return stage
}

/** The moment has come at which whoever has to act on failed fruit is late. */
export async function untilActBy(shop: TestCloud, { id }: Stage): Promise<void> {
  shop.cloud.machine.clock.set(Date.parse(shop.document('fulfilments', id).actBy ?? ''))
}

/** Passed, and the customer is asked. */
export async function asked(shop: TestCloud, openid = LIN): Promise<Stage> {
  const stage = await atTheHub(shop, openid)
  await shop.must(FANG, 'intake.pass', { id: stage.id, key: newKey() })
  return stage
}

/** In the cold room. */
export async function stored(shop: TestCloud, openid = LIN): Promise<Stage> {
  const stage = await asked(shop, openid)
  await shop.must(openid, 'orders.keepCold', { id: stage.id, key: newKey() })
  return stage
}

/** On the packing table: a box from the shelf. */
export async function toPack(shop: TestCloud, openid = LIN): Promise<Stage> {
  const no = await placeAndPay(shop, openid, READY_APPLES)
  return { no, id: `${no}-F1` }
}

/** Handed to the carrier. */
export async function shipped(shop: TestCloud, waybill = 'SF1000000001', openid = LIN): Promise<Stage> {
  const stage = await toPack(shop, openid)
  await shop.must(FANG, 'packing.ship', { id: stage.id, key: newKey(), carrier: 'SF', waybill })
  return stage
}

/** In the customer's hands: a box from the shelf. */
export async function received(shop: TestCloud): Promise<Stage> {
  const stage = await shipped(shop)
  await shop.must(LIN, 'orders.confirmReceipt', { no: stage.no, key: newKey() })
  return stage
}

/** With an open claim that wants fruit and money back; `id` is the claim's. */
export async function claimed(shop: TestCloud): Promise<Stage> {
  const { no } = await received(shop)
  const ask = { remedy: 'returnAndRefund', reason: 'damaged', note: '有两枚压坏了', fen: 2000, photos: [] } as const
  const { claims } = await shop.must(LIN, 'orders.claim', { no, key: newKey(), ...ask, photos: [] })
  return { no, id: claims[0].id }
}

/** Refused by the merchant. */
export async function claimRefused(shop: TestCloud): Promise<Stage> {
  const stage = await claimed(shop)
  await shop.must(FANG, 'claims.refuse', { id: stage.id, key: newKey(), reason: '照片看不出来' })
  return stage
}

/** Agreed: the fruit is to come back. */
export async function claimAgreed(shop: TestCloud): Promise<Stage> {
  const stage = await claimed(shop)
  await shop.must(FANG, 'claims.agree', { id: stage.id, key: newKey() })
  return stage
}

/** On its way back. */
export async function comingBack(shop: TestCloud): Promise<Stage> {
  const stage = await claimAgreed(shop)
  const back = { id: stage.id, key: newKey(), carrier: 'SF', waybill: 'SF2000000001' }
  await shop.must(LIN, 'orders.sendBackGoods', back)
  return stage
}
