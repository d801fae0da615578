import { packed } from '../stories/acts'
import { FANG, LIN, newKey, yes, type World } from '../stories/world'
import { openStage, type Phone, type Stage } from './support/stage'

const ZHOU = 'o-merchant-zhou'

let stage: Stage
let world: World
let shopper: Phone
let merchant: Phone
let worker: Phone
let no: string

beforeAll(async () => {
  stage = await openStage()
  shopper = await stage.phone(LIN)
  merchant = await stage.phone(FANG)
  worker = await stage.phone(ZHOU)
  world = await stage.newWorld()
  const { no: orderNo, id } = await packed(world)
  await yes(world.ask(FANG, 'packing.ship', { id, key: newKey(), carrier: 'SF', waybill: 'SF3000000001' }))
  await yes(world.ask(LIN, 'orders.confirmReceipt', { no: orderNo, key: newKey() }))
  no = orderNo
}, 300_000)
afterAll(() => stage.close())

const order = () => stage.shop.document('orders', no)
const claim = (n: number) => stage.shop.document('aftersales', `${no}A${n}`)

describe('two apples arrive bruised', () => {
  it('the shopper claims with a photo; what is wrong in the form is said at its field', async () => {
    await shopper.open(`pages/order/index?no=${no}`)
    await shopper.on('#claim').waitFor()
    await shopper.shot('claim-1-received')
    await shopper.tap('#claim')
    await shopper.on('#submit-claim').waitFor()
    await shopper.shot('claim-2-form')
    await shopper.tap('#submit-claim')
    await shopper.on('#field-reason-error').waitFor()
    await shopper.tap('#reason-damaged')
    await shopper.type('#field-fen', '9999')
    await shopper.type('#field-note', '有两枚压坏了，在盒子右下角')
    await shopper.tap('#submit-claim')
    await shopper
      .on('#field-fen-error')
      .getByText(/最多退 ¥/)
      .waitFor()
    await shopper.shot('claim-3-too-much')
    await shopper.type('#field-fen', '20')
    await shopper.tap('#add-photo')
    await shopper.tap('#camera-simulated')
    await shopper.on('#drop-photo-0').waitFor()
    await shopper.on('.claim-form__veil').waitFor({ state: 'detached' })
    await shopper.shot('claim-4-filled')
    await shopper.doubleTap('#submit-claim')
    await shopper.on(`#claim-${no}A1`).waitFor()
    await shopper.reads('售后中')
    await shopper.reads('等商家答复')
    await shopper.shot('claim-5-waiting')
    expect(claim(1)).toMatchObject({
      state: 'requested',
      ask: { fen: 2000, photos: [expect.stringMatching(/^cloud:/)] },
    })
    expect(Object.keys(order()?.claims ?? {})).toHaveLength(1)
    await shopper.open('pages/orders/index')
    await shopper.tap('#tab-afterSale')
    await shopper.on(`#order-${no}`).waitFor()
  })

  it('the merchant finds it on the desk, looks at the photo and pays a part of it back', async () => {
    await merchant.open('merchant/desk/index')
    await merchant.on('#tile-claims').waitFor()
    await merchant.shot('claim-6-desk')
    await merchant.tap('#tile-claims')
    await merchant.on(`#claim-${no}A1`).waitFor()
    await merchant.shot('claim-7-list')
    await merchant.tap(`#claim-${no}A1`)
    await merchant.on('#claim-ask img').first().waitFor()
    await merchant.shot('claim-8-one')
    await merchant.tap('#settle')
    await merchant.type('#field-fen', '15')
    await merchant.reads('退 ¥15.00')
    await merchant.shot('claim-9-settle')
    await merchant.doubleTap('#settle-confirm')
    await merchant.on('#settle').waitFor({ state: 'detached' })
    await merchant.reads('已退款')
    expect(order()?.payment.refunds).toMatchObject([{ no: `${no}R1`, fen: 1500 }])
    expect(stage.workbench.cloud.machine.refunds.list()).toHaveLength(1)
  })

  it('the shopper sees what came back', async () => {
    await shopper.open(`pages/order/index?no=${no}`)
    await shopper.on('#order-price').getByText('已退').waitFor()
    await shopper.on(`#claim-${no}A1`).getByText('退款 ¥15.00').first().waitFor()
    await shopper.on(`#claim-${no}A1`).scrollIntoViewIfNeeded()
    await shopper.shot('claim-10-settled')
  })
})

describe('a second claim, with the fruit sent back', () => {
  it('is made, agreed to, sent back, received and paid', async () => {
    await shopper.open(`aftersale/claim/index?no=${no}`)
    await shopper.tap('#remedy-returnAndRefund')
    await shopper.tap('#reason-wrongImprint')
    await shopper.type('#field-fen', '20')
    await shopper.type('#field-note', '字印反了')
    await shopper.tap('#submit-claim')
    await shopper.on(`#claim-${no}A2`).waitFor()

    await merchant.open(`merchant/claim/index?id=${no}A2`)
    await merchant.on('#agree').waitFor()
    await merchant.shot('claim-11-three-ways')
    await merchant.tap('#agree')
    await merchant.tap('#confirm-yes')
    await merchant.on('#agree').waitFor({ state: 'detached' })

    await shopper.open(`pages/order/index?no=${no}`)
    await shopper.reads('同意了，等您寄回')
    await shopper.shot('claim-12-agreed')
    await shopper.tap(`#send-back-${no}A2`)
    await shopper.type('#field-waybill', '12')
    await shopper.tap('#submit-reply')
    await shopper.on('#field-waybill-error').waitFor()
    await shopper.shot('claim-13-send-back')
    await shopper.type('#field-waybill', 'ZT 1234 5678')
    await shopper.tap('#submit-reply')
    await shopper.on(`#claim-${no}A2`).waitFor()
    await shopper.reads('寄回的果在路上')

    await merchant.open(`merchant/claim/index?id=${no}A2`)
    await merchant.on('#claim-waybill').getByText('ZT12345678').waitFor()
    await merchant.tap('#receive-back')
    await merchant.on('#receive-back').waitFor({ state: 'detached' })
    await merchant.shot('claim-14-back')
    await merchant.tap('#settle')
    await merchant.tap('#settle-confirm')
    await merchant.reads('已退款')
    expect(order()?.payment.refunds.map(({ fen }) => fen)).toEqual([1500, 2000])
    expect(order()).toMatchObject({ headline: 'done', payment: { refundedFen: 3500 } })
  })
})

describe('a third, which is refused', () => {
  it('is objected to once, in the customer’s words', async () => {
    await shopper.open(`aftersale/claim/index?no=${no}`)
    await shopper.tap('#reason-taste')
    await shopper.type('#field-fen', '10')
    await shopper.type('#field-note', '不够甜')
    await shopper.tap('#submit-claim')
    await shopper.on(`#claim-${no}A3`).waitFor()
    await merchant.open(`merchant/claim/index?id=${no}A3`)
    await merchant.tap('#refuse-claim')
    await merchant.tap('#refuse-suggest-reasonTaste')
    await merchant.shot('claim-15-refuse')
    await merchant.tap('#refuse-confirm')
    await merchant.on('#refuse-claim').waitFor({ state: 'detached' })
    await shopper.open(`pages/order/index?no=${no}`)
    await shopper.reads('口味因人而异')
    await shopper.shot('claim-16-refused')
    await shopper.tap(`#escalate-${no}A3`)
    await shopper.type('#field-note', '两枚都是酸的')
    await shopper.shot('claim-17-escalate')
    await shopper.tap('#submit-reply')
    await shopper.on(`#claim-${no}A3`).getByText('再次处理中').waitFor()
    await shopper.tap(`#withdraw-${no}A3`)
    await shopper.shot('claim-18-withdraw')
    await shopper.tap('#confirm-yes')
    await shopper.on(`#withdraw-${no}A3`).waitFor({ state: 'detached' })
    expect(claim(3)).toMatchObject({ state: 'withdrawn' })
  })
})

describe('somebody who has other work', () => {
  it('sees neither the tile nor the way, and reads a kind sentence where it is not theirs', async () => {
    await worker.open('merchant/desk/index')
    await worker.on('#tile-toPack').waitFor()
    await worker.shot('claim-19-other-desk')
    for (const hidden of ['#tile-troubles', '#tile-toReview', '#nav-review'])
      expect(await worker.on(hidden).count()).toBe(0)
    for (const route of ['merchant/troubles/index', 'merchant/review/index']) {
      await worker.open(route)
      await worker.on('#not-yours').waitFor()
    }
    await worker.shot('claim-20-not-yours')
    await worker.open('merchant/packing/index')
    await worker.on('#nav-packing').waitFor()
    await worker.on('#nav-intake').waitFor()
    expect(await worker.on('#nav-review').count()).toBe(0)
  })
})
