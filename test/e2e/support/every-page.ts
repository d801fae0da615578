import { asked, birthday, grown, packed, passed, pay, place, ready } from '../../stories/acts'
import { FANG, LIN, newKey, QIXIA, yes, type World } from '../../stories/world'
import { codeOf } from './autumn'

/** Received orders with a claim each: just made, agreed to, refused. */
async function claimed(world: World) {
  const claim = async (move?: 'claims.agree' | 'claims.refuse') => {
    const { no, id } = await packed(world)
    await yes(world.ask(FANG, 'packing.ship', { id, key: newKey(), carrier: 'SF', waybill: `SF${no.slice(-8)}` }))
    await yes(world.ask(LIN, 'orders.confirmReceipt', { no, key: newKey() }))
    const asked = { remedy: 'returnAndRefund', reason: 'damaged', note: '有两枚压坏了', fen: 2000 } as const
    await yes(world.ask(LIN, 'orders.claim', { no, key: newKey(), ...asked, photos: [] }))
    const on = { id: `${no}A1`, key: newKey() }
    if (move === 'claims.agree') await yes(world.ask(FANG, move, on))
    if (move === 'claims.refuse') await yes(world.ask(FANG, move, { ...on, reason: '照片里是好的' }))
    return no
  }
  return { claimed: await claim(), agreed: await claim('claims.agree'), refused: await claim('claims.refuse') }
}

/** An order in each state a page may meet; answers what the addresses need. */
export async function manyOrders(world: World) {
  const approve = async (no: string) => {
    await pay(world, no)
    await yes(world.ask(FANG, 'review.approve', { no, key: newKey() }))
    return `${no}-F1`
  }
  const custom = async () => (await place(world, LIN, birthday)).no
  const done = await packed(world)
  await yes(world.ask(FANG, 'packing.ship', { id: done.id, key: newKey(), carrier: 'SF', waybill: 'SF10000001' }))
  await world.pass(11, 'day')
  const cold = await asked(world)
  await yes(world.ask(LIN, 'orders.keepCold', { id: cold.id, key: newKey() }))
  const shipped = await packed(world)
  await yes(world.ask(FANG, 'packing.ship', { id: shipped.id, key: newKey(), carrier: 'SF', waybill: 'SF10000002' }))
  const cancelled = await custom()
  await yes(world.ask(LIN, 'orders.cancel', { no: cancelled, key: newKey() }))
  const growing = await custom()
  await yes(world.ask(QIXIA, 'work.accept', { id: await approve(growing), key: newKey() }))
  const arriving = await custom()
  await grown(world, await approve(arriving))
  const inspecting = await custom()
  await grown(world, await approve(inspecting))
  await yes(world.ask(FANG, 'intake.receive', { id: `${inspecting}-F1`, key: newKey() }))
  const toConfirm = await custom()
  await grown(world, await approve(toConfirm))
  await passed(world, `${toConfirm}-F1`)
  const offered = await custom()
  await approve(offered)
  await packed(world)
  const claims = await claimed(world)
  const inReview = await custom()
  await pay(world, inReview)
  const toPay = (await place(world, LIN, ready)).no
  const code = await codeOf(world, inspecting)
  const byState = {
    toPay,
    inReview,
    growing,
    inspecting,
    toConfirm,
    cold: cold.no,
    shipped: shipped.no,
    cancelled,
    ...claims,
  }
  return { byState: { ...byState, done: done.no }, offered, growing, inReview, inspecting, arriving, code }
}

export type Orders = Awaited<ReturnType<typeof manyOrders>>

/** How each page of the app is opened: its queries. A page that is not here fails the test. */
export const QUERIES: Record<string, (orders: Orders) => string[]> = {
  'pages/home/index': () => [''],
  'pages/studio/index': () => [''],
  'studio/design/index': () => ['kind=motif', 'kind=picture', 'kind=text'],
  'pages/orders/index': () => [''],
  'pages/me/index': () => [''],
  'pages/product/index': () => ['id=fuji', 'id=gala', 'id=fuji-xi-ready'],
  'pages/checkout/index': () => [''],
  'pages/order/index': ({ byState }) => Object.values(byState).map((no) => `no=${no}`),
  'pages/inbox/index': () => [''],
  'merchant/desk/index': () => [''],
  'merchant/review/index': ({ inReview }) => ['', `no=${inReview}`],
  'merchant/intake/index': () => [''],
  'merchant/bench/index': ({ code }) => [`code=${code}`],
  'merchant/packing/index': () => ['', 'tab=shipped'],
  'merchant/troubles/index': () => [''],
  'merchant/claims/index': () => ['', 'tab=theirs', 'tab=ended'],
  'merchant/claim/index': ({ byState }) => [`id=${byState.claimed}A1`, `id=${byState.agreed}A1`],
  'merchant/inbox/index': () => [''],
  'aftersale/claim/index': ({ byState }) => [`no=${byState.done}`, `no=${byState.claimed}`],
  'aftersale/reply/index': ({ byState }) => [
    `no=${byState.agreed}&id=${byState.agreed}A1&act=sendBack`,
    `no=${byState.refused}&id=${byState.refused}A1&act=escalate`,
  ],
  'orchard/week/index': () => [''],
  'orchard/sheets/index': () => [''],
  'orchard/job/index': ({ offered, growing }) => [`id=${offered}-F1`, `id=${growing}-F1`],
  'orchard/inbox/index': () => [''],
}

/** Every page of app.config.ts, as the app knows them. */
export function appPages(): string[] {
  Object.assign(globalThis, { defineAppConfig: (config: unknown) => config })
  // Read only now: the file calls what the line above stands in for.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { default: config } = require('../../../src/app.config') as { default: Taro.AppConfig }
  const parts = (config.subPackages ?? []) as { root: string; pages: string[] }[]
  return [...(config.pages ?? []), ...parts.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))]
}
