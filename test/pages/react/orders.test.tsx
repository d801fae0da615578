import { act, render } from '@testing-library/react'
import OrdersPage from '../../../src/pages/orders'
import { cloud } from '../support/taro'
import { card, list, order, templates } from './shop-samples'
import { at, has, settle, tap, text } from './staff-screen'

beforeEach(() => {
  cloud.reset()
  cloud.answer({ 'subscriptions.templates': () => templates })
})

async function show() {
  render(<OrdersPage />)
  await settle()
}

test('the list shows number, day, fruit, quantity, price and state, and its tabs carry their counts', async () => {
  cloud.answer({ 'orders.list': () => list([card('GY2609050000001')]) })
  await show()
  const shown = at('order-GY2609050000001').textContent
  for (const part of [
    'GY2609050000001',
    '今天',
    '红富士 · 生日快乐',
    '12 枚',
    '158.00',
    '定制中',
    '约 10月25日 寄出',
  ]) {
    expect(shown).toContain(part)
  }
  expect(at('tab-toPay').getAttribute('aria-label')).toBe('待付款 1')
  expect(at('tab-afterSale').getAttribute('aria-label')).toBe('售后')
})

test('a cancelled order does not speak of money: it may never have been paid', async () => {
  cloud.answer({ 'orders.list': () => list([card('GY2609050000001', { headline: 'cancelled' })]) })
  await show()
  expect(at('order-GY2609050000001').textContent).toContain('已取消')
  expect(text()).not.toContain('退')
})

test('the end of the page brings the next orders, once, and the list says when there are no more', async () => {
  const cursor = { createdAt: '2026-09-05T01:20:00.000Z', id: 'GY2609050000001' }
  cloud.answer({
    'orders.list': (input: { cursor?: object }) =>
      input.cursor ? list([card('GY2609050000002')]) : list([card('GY2609050000001')], cursor),
  })
  await show()
  await act(async () => {
    cloud.reachBottom()
    cloud.reachBottom()
  })
  expect(has('order-GY2609050000001')).toBe(true)
  expect(has('order-GY2609050000002')).toBe(true)
  expect(cloud.callsOf('orders.list')).toEqual([{ tab: 'all' }, { tab: 'all', cursor }])
  expect(text()).toContain('都在这里了')
})

test('a tab asks for its own orders and an empty one says so', async () => {
  cloud.answer({
    'orders.list': (input: { tab: string }) => list(input.tab === 'all' ? [card('GY2609050000001')] : []),
  })
  await show()
  await tap('tab-toPay')
  expect(cloud.callsOf('orders.list')).toContainEqual({ tab: 'toPay' })
  expect(text()).toContain('这里没有单子')
  expect(has('order-GY2609050000001')).toBe(false)
})

test('somebody without orders is led to the studio', async () => {
  cloud.answer({ 'orders.list': () => list([]) })
  await show()
  expect(text()).toContain('还没有果子。写下第一句吧')
  await tap('orders-empty-act')
  expect(cloud.callsOf('switchTab')).toEqual([{ url: '/pages/studio/index' }])
})

test('a card draws only the buttons the server sent, and a button does not open the order', async () => {
  cloud.answer({
    'orders.list': () =>
      list([
        card('GY2609050000001', {
          headline: 'toConfirm',
          parcel: { id: 'GY2609050000001-F1', state: 'passed', actions: ['confirmSend', 'keepCold'], lastDay: null },
        }),
        card('GY2609050000002', { headline: 'toPay', actions: ['cancel'] }),
      ]),
    'orders.confirmSend': () => order,
  })
  await show()
  expect(has('keep-cold-GY2609050000001')).toBe(true)
  expect(has('cancel-GY2609050000002')).toBe(true)
  expect(has('pay-GY2609050000002')).toBe(false)
  await tap('confirm-send-GY2609050000001')
  expect(cloud.callsOf('orders.confirmSend')).toEqual([{ key: expect.any(String), id: 'GY2609050000001-F1' }])
  expect(cloud.callsOf('navigateTo')).toEqual([])
  await tap('order-GY2609050000001')
  expect(cloud.callsOf('navigateTo')).toEqual([{ url: '/pages/order/index?no=GY2609050000001' }])
})

test('cancelling asks first, and names the money that goes back', async () => {
  cloud.answer({
    'orders.list': () => list([card('GY2609050000001', { headline: 'inReview', actions: ['cancel'] })]),
    'orders.cancel': () => order,
  })
  await show()
  await tap('cancel-GY2609050000001')
  expect(text()).toContain('¥158.00 会原路退回')
  await tap('confirm-no')
  expect(cloud.callsOf('orders.cancel')).toEqual([])
  await tap('cancel-GY2609050000001')
  await tap('confirm-yes')
  expect(cloud.callsOf('orders.cancel')).toHaveLength(1)
})
