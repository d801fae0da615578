import { cleanup, render } from '@testing-library/react'
import CheckoutPage from '../../../src/pages/checkout'
import { basketStore } from '../../../src/state/basket'
import { dismissOverlay } from '../../../src/state/overlay'
import { cloud, Refusing } from '../support/taro'
import { address, fujiView, no, order, quote, templates } from './shop-samples'
import { at, has, settle, tap, text, type } from './staff-screen'

const asked = {
  productId: 'fuji',
  packId: 'six',
  packs: 1,
  imprint: { kind: 'text', text: '生日快乐', face: 'hei' },
} as const
const placed = { no, totalFen: 9600, payBy: '2026-09-05T01:30:00.000Z', expectedSendDay: '2026-10-25', codes: [] }
const sheet = { no, totalFen: 9600, outTradeNo: `${no}P1`, sheet: { package: 'prepay_id=1' } }

beforeEach(() => {
  cloud.reset()
  dismissOverlay()
  basketStore.set({ lines: [{ asked, art: [] }] })
  cloud.answer({
    'catalogue.list': () => ({ products: [fujiView] }),
    'checkout.quote': () => quote,
    'subscriptions.templates': () => templates,
    'orders.place': () => placed,
    'orders.pay': () => sheet,
    'orders.checkPayment': () => ({ ...order, payment: { ...order.payment, state: 'paid' } }),
  })
})

async function show() {
  render(<CheckoutPage />)
  await settle()
}

type Placing = { key: string; expectedTotalFen: number; address: object }
const placings = () => cloud.callsOf('orders.place') as Placing[]

test('it starts from the last address and adds up to the fen', async () => {
  await show()
  expect((at('field-phone') as HTMLInputElement).value).toBe(address.phone)
  expect(text()).toContain('红富士 · 生日快乐')
  expect(text()).toContain('¥86.00')
  expect(text()).toContain('¥10.00')
  expect(at('checkout-total').textContent).toBe('¥96.00')
})

test('under the total it says what freight is in it', async () => {
  await show()
  expect(at('submit-order').closest('.bottom-bar')?.textContent).toContain('含运费 ¥10.00')
})

test('free freight is said too, and without a province the freight is still to come', async () => {
  cloud.answer({ 'checkout.quote': () => ({ ...quote, freightFen: 0 }) })
  await show()
  expect(at('submit-order').closest('.bottom-bar')?.textContent).toContain('免运费')
  cleanup()
  cloud.answer({ 'checkout.quote': () => ({ ...quote, freightFen: 0, lastAddress: null }) })
  await show()
  expect(at('submit-order').closest('.bottom-bar')?.textContent).toContain('运费另计')
})

test('one tap places and pays, then the order takes the place of this page', async () => {
  await show()
  await tap('submit-order')
  await settle()
  expect(placings()).toEqual([{ key: expect.any(String), lines: [asked], address, remark: '', expectedTotalFen: 9600 }])
  expect(cloud.callsOf('requestPayment')).toHaveLength(1)
  expect(cloud.callsOf('orders.checkPayment')).toHaveLength(1)
  expect(cloud.callsOf('redirectTo')).toEqual([{ url: `/pages/order/index?no=${no}` }])
})

test('a wrong phone is marked at its field before anything is sent', async () => {
  await show()
  type('field-phone', '1380013')
  await tap('submit-order')
  expect(at('field-phone-error').textContent).toBe('手机号要 11 位，以 1 开头')
  expect(placings()).toEqual([])
  expect(cloud.callsOf('requestSubscribeMessage')).toEqual([])
  type('field-phone', '13800138001')
  expect(has('field-phone-error')).toBe(false)
})

test('what the server finds at a field stands at that field', async () => {
  cloud.answer({
    'orders.place': () => {
      throw new Refusing('CONTENT_REFUSED', '这句话不能印，换一句吧', 'remark')
    },
  })
  await show()
  await tap('submit-order')
  expect(at('field-remark-error').textContent).toBe('这句话不能印，换一句吧')
})

test('what the server finds in a line stands above the lines', async () => {
  cloud.answer({
    'orders.place': () => {
      throw new Refusing('SOLD_OUT', '红富士只剩 2 枚，这一批不够了', 'lines.0')
    },
  })
  await show()
  await tap('submit-order')
  expect(at('checkout-error').textContent).toContain('只剩 2 枚')
})

describe('when the price has changed', () => {
  beforeEach(() => {
    let price = 9600
    cloud.answer({
      'checkout.quote': () => ({ ...quote, totalFen: price }),
      'orders.place': ({ expectedTotalFen }: Placing) => {
        price = 10400
        if (expectedTotalFen !== price) throw new Refusing('PRICE_CHANGED', '价格变了', 'expectedTotalFen')
        return placed
      },
    })
  })

  test('both prices are shown, and agreeing orders at the new one under a new key', async () => {
    await show()
    await tap('submit-order')
    await settle()
    expect(text()).toContain('刚才是 ¥96.00，现在是 ¥104.00')
    await tap('confirm-yes')
    await settle()
    const [first, second] = placings()
    expect(second.expectedTotalFen).toBe(10400)
    expect(second.key).not.toBe(first.key)
    expect(cloud.callsOf('redirectTo')).toHaveLength(1)
  })

  test('declining orders nothing and shows the new price', async () => {
    await show()
    await tap('submit-order')
    await settle()
    await tap('confirm-no')
    await settle()
    expect(placings()).toHaveLength(1)
    expect(cloud.callsOf('redirectTo')).toEqual([])
    expect(at('checkout-total').textContent).toBe('¥104.00')
  })
})

test('an order that was not answered can be sent again with another tap', async () => {
  await show()
  cloud.goOffline(2)
  cloud.answer({ 'subscriptions.templates': () => ({ ids: {} }) })
  await tap('submit-order')
  await settle()
  expect(text()).toContain('没连上')
  await tap('submit-order')
  await settle()
  expect(placings()).toHaveLength(1)
  expect(cloud.callsOf('redirectTo')).toHaveLength(1)
})

test('an order whose designs take long to cut goes on under the same key, and gives up after a while', async () => {
  let busy = 2
  const place = () => {
    if (busy-- > 0) throw new Refusing('BUSY', '请再试一次')
    return placed
  }
  cloud.answer({ 'orders.place': place })
  await show()
  await tap('submit-order')
  await settle()
  expect(placings()).toHaveLength(3)
  expect(new Set(placings().map(({ key }) => key)).size).toBe(1)
  expect(cloud.callsOf('redirectTo')).toHaveLength(1)
  busy = 99
  await tap('submit-order')
  await settle()
  expect(placings()).toHaveLength(8)
})

test('the price follows the province', async () => {
  cloud.answer({
    'checkout.quote': ({ province }: { province?: string }) => ({
      ...quote,
      totalFen: province === '新疆' ? 11800 : 9600,
    }),
  })
  await show()
  await tap('field-province')
  await tap('province-新疆')
  expect(cloud.callsOf('checkout.quote')).toContainEqual({ lines: [asked], province: '新疆' })
  expect(at('checkout-total').textContent).toBe('¥118.00')
})

test('an empty basket leads back to the studio', async () => {
  basketStore.set({ lines: [] })
  await show()
  await tap('checkout-empty-act')
  expect(cloud.callsOf('switchTab')).toEqual([{ url: '/pages/studio/index' }])
})
