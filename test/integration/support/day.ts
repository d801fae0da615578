import type { Dump } from '../../invariants'
import { cloudWorld } from './cloud-world'
import { MINUTE, type TestCloud } from './cloud'
import { approved, FANG, LIN, newKey, place, placeAndPay, QIXIA, READY_APPLES } from './orders'

type Stage = 'cancelled' | 'shipped' | 'cold' | 'ready' | 'placed' | 'split' | 'lost' | 'none'

/** The number of the order at each stage: `split` has a part back at its orchard, of `lost` that was given up, of `none` all was. */
export type Day = Record<Stage, string>

/** One order at each stage that a planted fault needs. */
export async function aDayAtTheShop(shop: TestCloud): Promise<Day> {
  const world = await cloudWorld(shop)()
  shop.cloud.machine.messages.choose(LIN, ['tmpl-paid'], 'accept')
  await shop.must(LIN, 'subscriptions.grant', { key: newKey(), templates: ['paid'] })
  const cancelled = await placeAndPay(shop, LIN)
  await shop.must(LIN, 'orders.cancel', { no: cancelled, key: newKey() })
  const shipped = await inTheColdRoom(shop)
  await shop.must(LIN, 'orders.confirmSend', { id: `${shipped}-F1`, key: newKey() })
  const parcel = { id: `${shipped}-F1`, key: newKey(), carrier: 'SF', waybill: 'SF1234567890' }
  await shop.must(FANG, 'packing.ship', parcel)
  const cold = await inTheColdRoom(shop)
  const ready = await placeAndPay(shop, LIN, READY_APPLES)
  const split = await inTwoParts(shop)
  const lost = await inTwoParts(shop)
  await giveUp(shop, `${lost}-F1B`)
  const none = await atTheHub(shop)
  await shop.must(FANG, 'intake.mismatch', { id: `${none}-F1`, key: newKey(), reason: '缺笔画' })
  await giveUp(shop, `${none}-F1`)
  await world.pass(1, 'day')
  await shop.cloud.clock.advanceTo('2026-09-06T19:20:00.000Z')
  const { no: placed } = await place(shop, LIN)
  await shop.cloud.clock.advance(MINUTE)
  return { cancelled, shipped, cold, ready, placed, split, lost, none }
}

async function inTheColdRoom(shop: TestCloud): Promise<string> {
  const no = await atTheHub(shop)
  await shop.must(FANG, 'intake.pass', { id: `${no}-F1`, key: newKey() })
  return no
}

/** Ten of twelve passed, two are back at their orchard. */
async function inTwoParts(shop: TestCloud): Promise<string> {
  const no = await atTheHub(shop)
  const id = `${no}-F1`
  for (const fruit of [3, 7]) {
    const judged = { id, key: newKey(), fruit, verdict: 'inconsistent', reason: '缺笔画' } as const
    await shop.must(FANG, 'intake.judge', judged)
  }
  await shop.must(FANG, 'intake.passGood', { id, key: newKey() })
  return no
}

async function giveUp(shop: TestCloud, id: string): Promise<void> {
  await shop.must(QIXIA, 'work.cannotRedo', { id, key: newKey(), reason: '没有同样的果了' })
  await shop.must(FANG, 'intake.refund', { id, key: newKey() })
}

async function atTheHub(shop: TestCloud): Promise<string> {
  const { no, parcelId: id } = await approved(shop, LIN)
  await shop.must(QIXIA, 'work.accept', { id, key: newKey() })
  for (const step of ['sticker', 'colour', 'harvest', 'dispatch'] as const) {
    await shop.must(QIXIA, 'work.record', { id, key: newKey(), step })
  }
  await shop.must(FANG, 'intake.receive', { id, key: newKey() })
  return no
}

/** The documents of a dump, and those of one order in it: its first parcel, and what was split off that. */
export type Docs = Dump['documents']
export const order = ({ orders }: Docs, no: string) => orders.find(({ _id }) => _id === no)!
export const parcel = ({ fulfilments }: Docs, no: string) => fulfilments.find(({ _id }) => _id === `${no}-F1`)!
export const part = ({ fulfilments }: Docs, no: string) => fulfilments.find(({ _id }) => _id === `${no}-F1B`)!
export const counter = ({ counters }: Docs, id: string) => counters.find(({ _id }) => _id === id)!
