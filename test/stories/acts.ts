import type { Input, OrderView, PlacedView } from '../../contract'
import { FANG, LIN, newKey, QIXIA, yes, type World } from './world'

type Lines = Input<'orders.place'>['lines']

export const HOME = {
  name: '小林',
  phone: '13800001234',
  province: '浙江',
  city: '杭州市',
  district: '西湖区',
  detail: '龙井路 1 号',
}

export const birthday: Lines = [
  { productId: 'fuji', packId: 'twelve', packs: 1, imprint: { kind: 'text', text: '生日快乐', face: 'hei' } },
]
export const ready: Lines = [{ productId: 'fuji-xi-ready', packId: 'six', packs: 2 }]

/** What `orders.place` needs, with the price a page would have shown. */
export async function orderInput(
  world: World,
  openid: string,
  lines: Lines,
  change: Partial<Input<'orders.place'>> = {},
): Promise<Input<'orders.place'>> {
  const { totalFen } = await yes(world.ask(openid, 'checkout.quote', { lines, province: HOME.province }))
  return { key: newKey(), lines, address: HOME, remark: '', expectedTotalFen: totalFen, ...change }
}

export async function place(world: World, openid = LIN, lines = birthday): Promise<PlacedView> {
  return yes(world.ask(openid, 'orders.place', await orderInput(world, openid, lines)))
}

export async function pay(world: World, no: string, openid = LIN): Promise<OrderView> {
  await world.payOnSheet(openid, await yes(world.ask(openid, 'orders.pay', { no, key: newKey() })))
  return yes(world.ask(openid, 'orders.checkPayment', { no, key: newKey() }))
}

/** Pays and lets the merchant approve; answers the id of the only parcel. */
export async function approved(world: World, no: string): Promise<string> {
  await pay(world, no)
  await yes(world.ask(FANG, 'review.approve', { no, key: newKey() }))
  return `${no}-F1`
}

/** The orchard takes the work and grows it as far as the hub's door. */
export async function grown(world: World, id: string, orchard = QIXIA): Promise<void> {
  await yes(world.ask(orchard, 'work.accept', { id, key: newKey() }))
  for (const step of ['sticker', 'colour', 'harvest', 'dispatch'] as const) {
    await yes(world.ask(orchard, 'work.record', { id, key: newKey(), step }))
  }
}

/** Received and passed: the customer is asked. */
export async function passed(world: World, id: string): Promise<void> {
  await yes(world.ask(FANG, 'intake.receive', { id, key: newKey() }))
  await yes(world.ask(FANG, 'intake.pass', { id, key: newKey() }))
}

/** A whole custom order up to the question whether to send it. */
export async function asked(world: World): Promise<{ no: string; id: string }> {
  const { no } = await place(world)
  const id = await approved(world, no)
  await grown(world, id)
  await passed(world, id)
  return { no, id }
}

/** A ready-stock order in packing. */
export async function packed(world: World, openid = LIN): Promise<{ no: string; id: string }> {
  const { no } = await place(world, openid, ready)
  await pay(world, no, openid)
  return { no, id: `${no}-F1` }
}

/** The newest message of a person with this template. */
export async function message(world: World, openid: string, template: string) {
  const all = await world.all('inbox')
  const found = all.filter((entry) => entry.openid === openid && entry.template === template)
  return found[found.length - 1]
}

/** What may still be promised of a counter. */
export async function left(world: World, counterId: string): Promise<number> {
  return (await world.all('counters')).find(({ _id }) => _id === counterId)?.available ?? Number.NaN
}
