import { refuse, type RefusalCode } from '../../domain/refusals'
import { packed } from '../stories/acts'
import { CHEN, FANG, LIN, newKey, yes, type World } from '../stories/world'
import { design, fillAddress, HOME, orderNumber } from './support/acts'
import { openStage, type Phone, type Stage } from './support/stage'

let stage: Stage
let world: World
let shopper: Phone
let merchant: Phone

beforeAll(async () => {
  stage = await openStage()
  shopper = await stage.phone(LIN)
  merchant = await stage.phone(FANG)
}, 300_000)
afterAll(() => stage.close())
beforeEach(async () => {
  world = await stage.newWorld()
  await shopper.forget()
})

const words = (code: RefusalCode, params = {}) => refuse(code, params).message.zh
const orders = () => world.all('orders')

/** The sentence under a field, which a person must be able to see without scrolling. */
async function underField(phone: Phone, field: string, sentence: string): Promise<void> {
  await phone.on(`#field-${field}-error`).waitFor()
  expect(await phone.on(`#field-${field}-error`).innerText()).toBe(sentence)
  await phone.inSight(`#field-${field}-error`)
}

async function setCounter(id: string, available: number): Promise<void> {
  stage.shop.put('counters', { ...stage.shop.document('counters', id), available })
}

/** Checkout with twelve Fuji that say 平安. */
async function atCheckout(): Promise<void> {
  await shopper.open('studio/design/index')
  await design(shopper, '平安', 'twelve')
  await fillAddress(shopper, HOME)
}

describe('what is written on the fruit', () => {
  it('an empty imprint is asked for under the field', async () => {
    await shopper.open('studio/design/index')
    await shopper.tap('#order')
    await underField(shopper, 'words', words('IMPRINT_EMPTY'))
    await shopper.shot('bad-1-empty')
    expect(await shopper.on('#pack-sheet').count()).toBe(0)
  })

  it('an over-long imprint is told its room while it is written', async () => {
    await shopper.open('studio/design/index')
    await shopper.type('#field-words', '祝您生日快乐万事如意')
    await underField(shopper, 'words', words('IMPRINT_TOO_LONG', { max: 6 }))
    await shopper.tap('#order')
    await shopper.shot('bad-2-too-long')
    expect(await shopper.on('#pack-sheet').count()).toBe(0)
  })

  it('a sign that cannot be grown is named', async () => {
    await shopper.open('studio/design/index')
    await shopper.type('#field-words', '早安😀')
    await underField(shopper, 'words', words('IMPRINT_UNPRINTABLE', { char: '😀' }))
  })

  it('forbidden words are refused under the field once it is left', async () => {
    await shopper.open('studio/design/index')
    await shopper.type('#field-words', '赌博')
    await shopper.on('#field-words textarea').blur()
    await underField(shopper, 'words', words('CONTENT_REFUSED'))
    await shopper.shot('bad-3-forbidden')
  })

  it('forbidden words that reach checkout are refused there, in the imprint and in the remark', async () => {
    await shopper.open('studio/design/index')
    await design(shopper, '赌博', 'two')
    await fillAddress(shopper, HOME)
    await shopper.tap('#submit-order')
    await shopper.on('#checkout-error').waitFor()
    await shopper.inSight('#checkout-error')
    expect(await shopper.on('#checkout-error').innerText()).toBe(words('CONTENT_REFUSED'))
    await shopper.shot('bad-4-forbidden-at-checkout')
    await shopper.forget()
    await atCheckout()
    await shopper.type('#field-remark', '一起赌博')
    await shopper.tap('#submit-order')
    await underField(shopper, 'remark', words('CONTENT_REFUSED'))
    expect(await orders()).toEqual([])
  })
})

describe('what is ordered', () => {
  it('an unknown product is said to be unknown', async () => {
    await shopper.open('pages/product/index?id=durian')
    await shopper.on('#product-unknown').getByText(words('PRODUCT_UNKNOWN')).waitFor()
    await shopper.shot('bad-5-unknown-product')
    await shopper.on('#product-unknown').getByText('果园', { exact: true }).tap()
    await shopper.on('#product-fuji').waitFor()
  })

  it('a sold-out season takes no order', async () => {
    await setCounter('season:fuji-2026', 0)
    await shopper.open('pages/product/index?id=fuji')
    await shopper.on('#product-refusal').getByText('这一批约满了，等下一批再来').waitFor()
    expect(await shopper.on('#write').getAttribute('aria-disabled')).toBe('true')
    await shopper.shot('bad-6-sold-out')
    await shopper.open('pages/home/index')
    await shopper.on('#product-fuji').getByText('满了', { exact: true }).waitFor()
  })

  it('a season that sells out while checkout is open says what is left', async () => {
    await atCheckout()
    await setCounter('season:fuji-2026', 5)
    await shopper.tap('#submit-order')
    await shopper.on('#checkout-error').waitFor()
    expect(await shopper.on('#checkout-error').innerText()).toBe(words('SOLD_OUT', { name: '红富士', left: 5 }))
    await shopper.inSight('#checkout-error')
    await shopper.shot('bad-7-sold-out-at-checkout')
    expect(await orders()).toEqual([])
  })

  it('a wrong phone and a missing part of the address are said under their fields', async () => {
    await atCheckout()
    await shopper.type('#field-phone', '12345')
    await shopper.tap('#submit-order')
    await underField(shopper, 'phone', words('PHONE_INVALID'))
    await shopper.shot('bad-8-wrong-phone')
    await shopper.type('#field-phone', HOME.phone)
    await shopper.type('#field-detail', ' ')
    await shopper.tap('#submit-order')
    await underField(shopper, 'detail', words('ADDRESS_INCOMPLETE'))
    expect(await orders()).toEqual([])
  })

  it('a price that changed since the page was opened is shown, agreed to, and charged', async () => {
    await atCheckout()
    const fuji = stage.shop.document('products', 'fuji')
    stage.shop.put('products', {
      ...fuji,
      packs: fuji.packs.map((pack) => (pack.id === 'twelve' ? { ...pack, priceFen: 16800 } : pack)),
    })
    await shopper.tap('#submit-order')
    await shopper.reads(/刚才是 ¥172.00，现在是 ¥182.00/)
    await shopper.shot('bad-9-price-changed')
    await shopper.tap('#confirm-no')
    await shopper.on('#confirm-yes').waitFor({ state: 'detached' })
    expect(await orders()).toEqual([])
    await shopper
      .on('#checkout-total')
      .getByText(/182\.00/)
      .first()
      .waitFor()
    stage.shop.put('products', fuji)
    await shopper.tap('#submit-order')
    await shopper.reads(/刚才是 ¥182.00，现在是 ¥172.00/)
    await shopper.tap('#confirm-yes')
    await shopper.on('#payment-confirm').waitFor()
    expect(await shopper.on('#payment-amount').innerText()).toContain('172.00')
    await shopper.tap('#payment-confirm')
    const no = await orderNumber(shopper)
    expect(await orders()).toMatchObject([{ _id: no, totalFen: 17200, payment: { state: 'paid', paidFen: 17200 } }])
  })
})

describe('a double tap', () => {
  it('on submit and on the sheet’s pay places one order and pays it once', async () => {
    await atCheckout()
    await shopper.doubleTap('#submit-order')
    await shopper.on('#payment-confirm').waitFor()
    await shopper.doubleTap('#payment-confirm')
    const no = await orderNumber(shopper)
    await shopper.reads('审核中')
    expect(await orders()).toMatchObject([{ _id: no, payment: { state: 'paid', attempts: [{}] } }])
    expect(stage.workbench.cloud.machine.orders.list()).toHaveLength(1)
  })

  it('on pay of an unpaid order opens one sheet and pays once', async () => {
    await atCheckout()
    await shopper.tap('#submit-order')
    await shopper.tap('#payment-cancel')
    const no = await orderNumber(shopper)
    await shopper.on('#pay-deadline').waitFor()
    await shopper.shot('bad-10-not-paid')
    await shopper.doubleTap('#pay')
    await shopper.on('#payment-confirm').waitFor()
    expect(await shopper.on('#payment-confirm').count()).toBe(1)
    await shopper.doubleTap('#payment-confirm')
    await shopper.reads('审核中')
    expect(await orders()).toMatchObject([{ _id: no, payment: { state: 'paid', attempts: [{}] } }])
    expect(stage.workbench.cloud.machine.orders.list()).toHaveLength(1)
  })
})

describe('what the merchant types', () => {
  it('a waybill that is in use is refused with the order it is used for, and the parcel keeps waiting', async () => {
    const first = await packed(world)
    const second = await packed(world, CHEN)
    const waybill = 'SF1234567890'
    await yes(world.ask(FANG, 'packing.ship', { id: first.id, key: newKey(), carrier: 'SF', waybill }))
    await merchant.open('merchant/packing/index')
    await merchant.tap(`#pack-${second.id}`)
    for (const tick of ['name', 'spec', 'quantity']) await merchant.tap(`#check-${tick}`)
    await merchant.type('#field-waybill', '12')
    await merchant.tap('#ship')
    await underField(merchant, 'waybill', words('WAYBILL_INVALID'))
    await merchant.type('#field-waybill', 'sf 1234 567 890')
    await merchant.tap('#ship')
    await merchant.reads(words('WAYBILL_USED', { parcel: first.no }))
    await underField(merchant, 'waybill', words('WAYBILL_USED', { parcel: first.no }))
    await merchant.shot('bad-11-waybill-used')
    expect((await world.all('fulfilments')).find(({ _id }) => _id === second.id)?.state).toBe('packing')
  })

  it('an imprint code that is missing, mistyped or does not exist is said under its field', async () => {
    await merchant.open('merchant/intake/index')
    await merchant.tap('#find-code')
    await underField(merchant, 'code', '先扫一下，或把标签上的印码输进来')
    await merchant.type('#field-code', 'GY26-000001')
    await merchant.tap('#find-code')
    await underField(merchant, 'code', words('IMPRINT_CODE_MISTYPED'))
    await merchant.shot('bad-12-code-mistyped')
    await merchant.type('#field-code', 'GY26-000000')
    await merchant.tap('#find-code')
    await merchant.reads(words('IMPRINT_CODE_UNKNOWN', { code: 'GY26-000000' }))
    await underField(merchant, 'code', words('IMPRINT_CODE_UNKNOWN', { code: 'GY26-000000' }))
    await merchant.shot('bad-13-code-unknown')
  })
})
