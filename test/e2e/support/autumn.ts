import type { Input } from '../../../contract'
import { pay, place } from '../../stories/acts'
import { CHEN, FANG, LIN, newKey, QIXIA, yes, type World } from '../../stories/world'
import { record } from './acts'
import type { Stage } from './stage'

type Step = Input<'work.record'>['step']

const fuji = (text: string, packId: string, packs = 1): Input<'orders.place'>['lines'] => [
  { productId: 'fuji', packId, packs, imprint: { kind: 'text', text, face: 'hei' } },
]

const DANLING = 'o-orchard-danling'
const mandarins: Input<'orders.place'>['lines'] = [
  { productId: 'chunjian', packId: 'twelve', packs: 1, imprint: { kind: 'text', text: '大吉', face: 'hei' } },
]

/** Orders, pays, is approved and taken by an orchard; answers the order's number. */
async function taken(
  world: World,
  openid: string,
  lines: Input<'orders.place'>['lines'],
  orchard = QIXIA,
): Promise<string> {
  const { no } = await place(world, openid, lines)
  await pay(world, no, openid)
  await yes(world.ask(FANG, 'review.approve', { no, key: newKey() }))
  await yes(world.ask(orchard, 'work.accept', { id: `${no}-F1`, key: newKey() }))
  return no
}

export interface Autumn {
  world: World
  /** Passed inspection; its shopper is asked whether to send it. */
  asked: string
  /** Has arrived and lies before the merchant's bench. */
  arrived: string
}

/**
 * A morning in October: one order waits for its shopper's word, one for the merchant's eye, Qixia has two to pick,
 * mandarins still grow. The photos come from the pages, as in life.
 */
export async function inOctober(stage: Stage): Promise<Autumn> {
  const world = await stage.newWorld()
  const asked = await taken(world, LIN, fuji('生日快乐', 'twelve'))
  const arrived = await taken(world, CHEN, fuji('平安喜乐', 'six'))
  const others = [await taken(world, CHEN, fuji('福', 'twelve', 2)), await taken(world, CHEN, fuji('金榜题名', 'six'))]
  await taken(world, CHEN, mandarins, DANLING)
  const orchard = await stage.phone(QIXIA)
  const step = async (orders: readonly string[], name: Step) => {
    for (const no of orders) await yes(world.ask(QIXIA, 'work.record', { id: `${no}-F1`, key: newKey(), step: name }))
  }
  const withPhoto = async (no: string, name: Step, next: Step) => {
    await orchard.open(`orchard/job/index?id=${no}-F1`)
    await record(orchard, name, next)
  }
  await world.pass(21, 'day')
  await withPhoto(asked, 'sticker', 'colour')
  await step([arrived, ...others], 'sticker')
  await world.pass(5, 'day')
  await withPhoto(asked, 'colour', 'harvest')
  await step([arrived, ...others], 'colour')
  await world.pass(19, 'day')
  await withPhoto(asked, 'harvest', 'dispatch')
  await withPhoto(arrived, 'harvest', 'dispatch')
  await step([asked, arrived], 'dispatch')
  await world.pass(25, 'hour')
  await world.pass(32, 'minute')
  const merchant = await stage.phone(FANG, `merchant/bench/index?code=${await codeOf(world, asked)}`)
  await merchant.tap('#receive')
  await merchant.on('#pass').waitFor()
  await merchant.tap('#take-photo')
  await merchant.tap('#camera-simulated')
  await merchant.on('.bench-stage__photo img').waitFor()
  await merchant.tap('#pass')
  await merchant.on('#pass').waitFor({ state: 'detached' })
  await yes(world.ask(FANG, 'intake.receive', { id: `${arrived}-F1`, key: newKey() }))
  await Promise.all([orchard.close(), merchant.close()])
  return { world, asked, arrived }
}

/** The imprint code of an order's only line. */
export async function codeOf(world: World, no: string): Promise<string> {
  const imprint = (await world.all('orders')).find(({ _id }) => _id === no)?.lines[0].imprint
  if (!imprint) throw new Error(`${no} has no imprint`)
  return imprint.code
}
