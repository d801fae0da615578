import { render } from '@testing-library/react'
import type { OrderView, ParcelView } from '../../../contract/views'
import OrderPage from '../../../src/pages/order'
import OrdersPage from '../../../src/pages/orders'
import { historyOf } from '../../../src/pages/order/history-words'
import { cloud } from '../support/taro'
import { asking, card, growing, list, no, order, stored } from './shop-samples'
import { at, has, settle, text } from './staff-screen'

const FAILED = '2026-10-24T02:32:00.000Z'
const NOW = '2026-10-25T02:00:00.000Z'
/** Nine that passed, and the three that did not. */
const good: ParcelView = { ...asking, pieces: 9 }
const bad: ParcelView = {
  ...growing,
  id: `${growing.id}B`,
  pieces: 3,
  state: 'mismatched',
  expectedSendDay: '2026-11-03',
  steps: [
    ...growing.steps,
    { to: 'harvested', at: '2026-10-22T02:00:00.000Z' },
    { to: 'received', at: '2026-10-24T02:00:00.000Z' },
    { to: 'mismatched', at: FAILED },
  ],
}
const at24 = (to: ParcelView['state'], at: string) => [...bad.steps, { to, at }]
const escalated: ParcelView = { ...bad, state: 'escalated', steps: at24('escalated', '2026-10-25T01:00:00.000Z') }
const shipped: ParcelView = {
  ...good,
  state: 'shipped',
  actions: [],
  asking: null,
  waybill: { carrier: 'SF', no: 'SF1234567890', at: NOW },
}
const paid = { state: 'paid', paidFen: 15800, refundedFen: 0, paidAt: FAILED } as const

beforeEach(() => {
  cloud.reset()
  cloud.openWith({ no })
})

async function show(headline: OrderView['headline'], parcels: ParcelView[], more: Partial<OrderView> = {}, now = NOW) {
  cloud.setNow(now)
  cloud.answer({ 'orders.get': () => ({ ...order, headline, parcels, payment: paid, actions: [], ...more }) })
  render(<OrderPage />)
  await settle()
}
const failed = () => at(`failed-${bad.id}`).textContent

describe('an order of which some fruit did not pass', () => {
  test('asks about the good ones, and says what becomes of the others and when', async () => {
    await show('toConfirm', [good, bad])
    expect(at('confirm-part').textContent).toBe('这一件是其中的 9 枚。')
    expect(has('confirm-send')).toBe(true)
    expect(has('keep-cold')).toBe(true)
    expect(failed()).toBe('这 3 枚质检时和您的设计不一样，我们没有放行。果园在重做，预计 11月3日 寄出。')
    expect(text()).toContain('它的成长 · 9 枚')
    expect(text()).toContain('它的成长 · 3 枚')
  })

  test('an order whose parcel is whole says nothing of numbers', async () => {
    await show('toConfirm', [asking])
    expect(has('confirm-part')).toBe(false)
    expect(text()).not.toContain('它的成长 ·')
  })

  test.each<[string, ParcelView, string]>([
    ['is on its way again', { ...bad, state: 'sentToHub', steps: at24('sentToHub', NOW) }, '在来质检的路上'],
    ['lies on the bench again', { ...bad, state: 'received', steps: at24('received', NOW) }, '再比一遍'],
    ['waits for us', escalated, '10月27日 09:00 前告诉您'],
    ['grows anew', { ...escalated, state: 'offered', steps: at24('escalated', NOW) }, '换了一家果园，这 3 枚从头长'],
  ])('when the part %s', async (_, part, said) => {
    await show('inspecting', [shipped, part])
    expect(failed()).toContain(said)
  })

  test('what passed after all says no more of it', async () => {
    await show('toConfirm', [shipped, { ...bad, ...asking, id: bad.id, pieces: 3, steps: at24('passed', NOW) }])
    expect(has(`failed-${bad.id}`)).toBe(false)
    expect(text()).toContain('物流 · 9 枚')
  })

  test('while nobody has decided, no day is told', async () => {
    await show('inspecting', [shipped, escalated], { expectedSendDay: '2026-11-03' })
    expect(text()).not.toContain('11月3日')
    await show('inspecting', [shipped, bad], { expectedSendDay: '2026-11-03' })
    expect(text()).toContain('预计 11月3日 寄出')
  })

  test('a promise that has passed is not made again', async () => {
    await show('inspecting', [shipped, escalated], {}, '2026-10-28T02:00:00.000Z')
    expect(failed()).toContain('比答应您的晚了')
  })

  test.each<[ParcelView[], string]>([
    [[shipped, bad], '有几枚和您要的不一样，在重做'],
    [[shipped, escalated], '有几枚还没做好，我们在想办法'],
    [[shipped, { ...bad, state: 'sentToHub' }], '重做的在路上，到了再和您的设计比一遍'],
    [[{ ...growing, state: 'sentToHub' }], '采下来了，正送来质检'],
    [[shipped, { ...bad, state: 'received' }], '重做的到了，再和您的设计比一遍'],
    [
      [
        { ...growing, state: 'received' },
        { ...bad, id: 'F2B' },
      ],
      '到了质检台，正和您的设计比对',
    ],
  ])('the page begins with what is true of them (%#)', async (parcels, said) => {
    await show('inspecting', parcels)
    expect(at('sentence').textContent).toBe(said)
  })

  test('of a part in the cold room the number is told', async () => {
    await show('cold', [{ ...stored, pieces: 9 }, bad])
    expect(at(`cold-${stored.id}`).textContent).toContain('装着9 枚')
  })

  test('another orchard’s fruit has none of the steps of the first, and no day that is past', async () => {
    const anew: ParcelView = {
      ...escalated,
      state: 'accepted',
      photos: [],
      steps: [...escalated.steps, { to: 'planned', at: NOW }, { to: 'accepted', at: NOW }],
    }
    await show('growing', [shipped, anew])
    expect(document.querySelectorAll(`#growth-${bad.id} .growth__step--next`)).toHaveLength(4)
    expect(at('sentence').textContent).toContain('收到了')
    expect(at(`growth-${bad.id}`).textContent).toContain('约 10月23日')
  })

  test('the day of an inspection that failed is not promised again', async () => {
    await show('inspecting', [shipped, bad])
    expect(at(`growth-${bad.id}`).textContent).not.toContain('约')
  })
})

describe('money that goes back', () => {
  const lost = (done: boolean): ParcelView => ({
    ...bad,
    state: 'refunded',
    steps: at24('refunded', NOW),
    refund: { fen: 3950, done },
  })

  test.each([
    [false, '¥39.50 正在原路退回', '正在退'],
    [true, '¥39.50 已原路退回', '已退'],
  ])('is told with its sum (done: %s), and nothing grows there any more', async (done, said, word) => {
    await show('toReceive', [shipped, lost(done)], { payment: { ...paid, refundedFen: done ? 3950 : 0 } })
    expect(at(`lost-${bad.id}`).textContent).toContain(said)
    expect(has(`growth-${bad.id}`)).toBe(false)
    expect(at('order-price').textContent).toContain(`${word}¥39.50`)
    expect(at('sentence').textContent).toBe('在路上了')
  })

  test('once the others are delivered the order is, whatever went back', async () => {
    await show('toReceive', [{ ...shipped, state: 'delivered' }, lost(true)])
    expect(at('sentence').textContent).toBe('到了，尝一口')
  })

  test('an order of which nothing could be grown says so, and is sorry', async () => {
    const history = [{ at: NOW, did: 'dissolve', to: 'cancelled', note: '没有长好，做不成' }]
    await show('cancelled', [], { history })
    expect(at('sentence').textContent).toBe('没能长好，对不住。付的钱原路退回')
    expect(at('order-history').textContent).toContain('没能长好，付的钱原路退回')
  })
})

test('the history tells once what all went through, and with its number what a part did', () => {
  const told = historyOf({ history: [], parcels: [good, bad] }).map(({ words }) => words)
  expect(told.slice(0, 2).sort()).toEqual(['3 枚和设计不一致，退回重做', '9 枚质检通过'])
  expect(told.filter((words) => words.includes('贴上了字'))).toEqual(['贴上了字'])
  expect(new Set(told).size).toBe(told.length)
})

test('a card of My Orders says that some are redone, and until when', async () => {
  const redone = card(no, { headline: 'inspecting', failed: 'redoing', expectedSendDay: '2026-11-03' })
  await showCard(redone)
  expect(at(`order-${no}`).textContent).toContain('有几枚和您要的不一样，在重做，约 11月3日 寄出')
})

test.each(['inspecting', 'growing'] as const)('a card of what waits for us names no day (%s)', async (headline) => {
  await showCard(card(no, { headline, failed: 'delayed', expectedSendDay: '2026-11-03' }))
  expect(at(`order-${no}`).textContent).toContain('有几枚还没做好，我们在想办法')
  expect(text()).not.toContain('11月3日')
})

async function showCard(shown: ReturnType<typeof card>) {
  cloud.setNow(NOW)
  cloud.answer({ 'orders.list': () => list([shown]) })
  render(<OrdersPage />)
  await settle()
}
