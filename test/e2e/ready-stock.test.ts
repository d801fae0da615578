import { birthday, left, pay, place, ready } from '../stories/acts'
import { FANG, LIN, newKey, no as refusedWith, QIXIA, type World } from '../stories/world'
import { fillAddress, HOME, orderAndPay, orderNumber, ship } from './support/acts'
import { openStage, type Phone, type Stage } from './support/stage'

const SHELF = 'stock:fuji-xi-ready'

let stage: Stage
let world: World
let shopper: Phone
let merchant: Phone
let orchard: Phone

beforeAll(async () => {
  stage = await openStage()
  shopper = await stage.phone(LIN)
  merchant = await stage.phone(FANG)
  orchard = await stage.phone(QIXIA)
}, 300_000)
afterAll(() => stage.close())
beforeEach(async () => {
  world = await stage.newWorld()
  await shopper.forget()
})

const order = (no: string) => stage.shop.document('orders', no)

/** Two apples from the shelf, as far as the payment sheet. */
async function toPaymentSheet(): Promise<void> {
  await shopper.open('pages/product/index?id=fuji-xi-ready')
  await shopper.tap('#buy')
  await shopper.on('#submit-order').waitFor()
  await fillAddress(shopper, HOME)
  await shopper.tap('#submit-order')
  await shopper.on('#payment-confirm').waitFor()
}

describe('fruit that carries its words already', () => {
  it('goes from payment to packing without the orchard, ships, and the clock confirms its receipt', async () => {
    await shopper.open('pages/product/index?id=fuji-xi-ready')
    await shopper.shot('ready-1-product')
    await shopper.tap('#buy')
    await shopper.on('#submit-order').waitFor()
    await fillAddress(shopper, HOME)
    const no = await orderAndPay(shopper)
    await shopper.reads('待发货')
    await shopper.shot('ready-2-to-ship')
    const parcel = `${no}-F1`
    expect(stage.shop.document('fulfilments', parcel)).toMatchObject({ kind: 'ready', state: 'packing' })

    await orchard.open('orchard/week/index')
    await orchard.on('#week-empty').waitFor()
    await merchant.open('merchant/review/index')
    expect(await merchant.on(`#review-${no}`).count()).toBe(0)

    await merchant.open('merchant/packing/index')
    await merchant.on(`#pack-${parcel}`).waitFor()
    await merchant.shot('ready-3-packing')
    await ship(merchant, parcel, 'SF2000000001')
    await merchant.on(`#pack-${parcel}`).waitFor({ state: 'detached' })
    await shopper.open(`pages/order/index?no=${no}`)
    await shopper.reads('待收货')
    await shopper.reads(/9月15日/)

    await world.pass(11, 'day')
    await shopper.open(`pages/order/index?no=${no}`)
    await shopper.reads('已完成')
    await shopper.shot('ready-4-done')
    expect(order(no)).toMatchObject({ state: 'completed', headline: 'done' })
    expect(await left(world, SHELF)).toBe(94)
  })
})

describe('an order that is not paid', () => {
  it('shows its deadline, expires by the clock, gives the fruit back and cannot be paid', async () => {
    await toPaymentSheet()
    await shopper.tap('#payment-cancel')
    const no = await orderNumber(shopper)
    await shopper.reads('待付款')
    await shopper.reads(/请在 09:3\d 前付款/)
    await shopper.shot('ready-5-unpaid')
    expect(await left(world, SHELF)).toBe(94)

    await world.pass(41, 'minute')
    expect(order(no)).toMatchObject({ headline: 'cancelled' })
    expect(await left(world, SHELF)).toBe(96)

    // The page still shows what it knew; the tap is answered, and the page reads the order again.
    await shopper.tap('#pay')
    await shopper.on('#sentence').getByText('这一单取消了').waitFor()
    await shopper.shot('ready-6-expired')
    expect(await shopper.on('#pay').count()).toBe(0)
    expect(await shopper.on('#payment-confirm').count()).toBe(0)
    const refusal = await refusedWith(world.ask(LIN, 'orders.pay', { no, key: newKey() }))
    expect(['PAYMENT_EXPIRED', 'NOT_ALLOWED_NOW']).toContain(refusal.code)

    await shopper.open('pages/orders/index')
    await shopper.on(`#order-${no}`).getByText('已取消', { exact: true }).first().waitFor()
    expect(await shopper.on(`#pay-${no}`).count()).toBe(0)
  })

  it('is cancelled by the shopper with nothing to give back but the fruit', async () => {
    const { no } = await place(world, LIN, ready)
    expect(await left(world, SHELF)).toBe(84)
    await shopper.open(`pages/order/index?no=${no}`)
    await shopper.tap('#cancel')
    await shopper.tap('#confirm-yes')
    await shopper.on('#sentence').getByText('这一单取消了').waitFor()
    expect(await left(world, SHELF)).toBe(96)
  })
})

describe('an order that is still in review', () => {
  it('is cancelled with a word of warning, and the money goes back', async () => {
    const { no } = await place(world, LIN, birthday)
    await pay(world, no)
    await shopper.open(`pages/order/index?no=${no}`)
    await shopper.reads('审核中')
    await shopper.tap('#cancel')
    await shopper.reads(/¥172.00 会原路退回/)
    await shopper.shot('ready-7-cancel-in-review')
    await shopper.tap('#confirm-yes')
    await shopper.on('#sentence').getByText('这一单取消了').waitFor()
    await world.pass(11, 'minute')
    expect(order(no).payment).toMatchObject({ paidFen: 17200, refundedFen: 17200 })
    expect(stage.workbench.cloud.machine.refunds.list()).toHaveLength(1)
    expect(await left(world, 'season:fuji-2026')).toBe(720)
    await shopper.open(`pages/order/index?no=${no}`)
    await shopper.on('#order-price').getByText('已退').waitFor()
    await shopper.shot('ready-8-refunded')
  })
})
