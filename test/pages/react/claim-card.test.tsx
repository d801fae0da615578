import { render } from '@testing-library/react'
import type { ClaimView, OrderView } from '../../../contract'
import OrderPage from '../../../src/pages/order'
import { dismissOverlay } from '../../../src/state/overlay'
import { cloud, Refusing } from '../support/taro'
import { claim, disputed, no, received, templates } from './shop-samples'
import { at, has, settle, tap, text } from './staff-screen'

beforeEach(() => {
  cloud.reset()
  dismissOverlay()
  cloud.openWith({ no })
  cloud.answer({ 'subscriptions.templates': () => templates })
})

async function show(shown: OrderView) {
  cloud.answer({ 'orders.get': () => shown })
  render(<OrderPage />)
  await settle()
}
const showClaim = (change: Partial<ClaimView>) => show({ ...disputed, claims: [{ ...claim, ...change }] })
const opened = () => cloud.callsOf('navigateTo').map((args) => (args as { url: string }).url)
const card = () => at(`claim-${claim.id}`).textContent

test('申请售后 stands on an order that allows it and opens its page', async () => {
  await show(received)
  await tap('claim')
  expect(opened()).toEqual([`/aftersale/claim/index?no=${no}`])
})

test('an order that does not allow a claim has no way to one', async () => {
  await show({ ...received, actions: ['confirmReceipt'] })
  expect(has('claim')).toBe(false)
  expect(has('confirm-receipt')).toBe(true)
})

test('a claim says where it stands, what was asked, until when who must act, and what has happened', async () => {
  await show(disputed)
  for (const part of [
    '等商家答复',
    '申请退 ¥20.00',
    '只退款 · 到手有坏果',
    '商家 11月1日 10:00 前答复',
    '申请售后：有两枚压坏了',
  ])
    expect(card()).toContain(part)
  expect(at('sentence').textContent).toBe('正在替您处理')
  await tap(`photo-${claim.id}-0`)
  expect(cloud.callsOf('previewImage')).toEqual([{ urls: ['https://x/c1.jpg'], current: 'https://x/c1.jpg' }])
})

const buttons = [`withdraw-${claim.id}`, `escalate-${claim.id}`, `send-back-${claim.id}`]
test.each<[Partial<ClaimView>, string[], string]>([
  [{ actions: ['withdraw'] }, [buttons[0]], '商家 11月1日 10:00 前答复'],
  [{ state: 'requested', actions: [] }, [], '商家 11月1日 10:00 前答复'],
  [{ state: 'agreed', actions: ['sendBack', 'withdraw'] }, [buttons[0], buttons[2]], '请在 11月1日 10:00 前寄回'],
  [{ state: 'refused', actions: ['escalate', 'withdraw'] }, [buttons[0], buttons[1]], '11月1日 10:00 前可以再说一次'],
  [{ state: 'refused', actions: ['withdraw'] }, [buttons[0]], '11月1日 10:00 自动结束'],
  [{ state: 'escalated', answerBy: null, actions: [] }, [], '换人再看一次'],
  [{ state: 'goodsOnTheWayBack', answerBy: null, actions: [] }, [], '寄回的果在路上'],
  [{ state: 'goodsBack', answerBy: null, actions: [] }, [], '看过就退款'],
])('%j has the buttons that the server allows, and no other', async (change, expected, sentence) => {
  await showClaim(change)
  expect(buttons.filter(has)).toEqual(expected)
  expect(at(`claim-next-${claim.id}`).textContent).toContain(sentence)
})

test('a settled claim says what came back and asks nothing more', async () => {
  const history = [...claim.history, { at: '2026-10-30T03:00:00.000Z', did: 'settle', to: 'settled' }]
  await show({
    ...received,
    claims: [{ ...claim, state: 'settled', settledFen: 1500, answerBy: null, actions: [], history }],
  })
  expect(card()).toContain('已退款')
  expect(card()).toContain('退款 ¥15.00')
  expect(has(`claim-next-${claim.id}`)).toBe(false)
  expect(buttons.filter(has)).toEqual([])
})

test('withdrawing is asked first, done with one key, and the order is read again', async () => {
  cloud.answer({ 'orders.withdrawClaim': () => received })
  await show(disputed)
  await tap(buttons[0])
  expect(at('confirm').textContent).toContain('收货 7 天内还能重新申请')
  await tap('confirm-no')
  expect(cloud.callsOf('orders.withdrawClaim')).toEqual([])
  await tap(buttons[0])
  await tap('confirm-yes')
  expect(cloud.callsOf('orders.withdrawClaim')).toEqual([{ id: claim.id, key: expect.any(String) }])
  expect(cloud.callsOf('orders.get').length).toBeGreaterThan(1)
})

test('a claim that has moved on meanwhile says so and is read again', async () => {
  cloud.answer({
    'orders.withdrawClaim': () => {
      throw new Refusing('NOT_ALLOWED_NOW', '现在不能这样做，状态已变，请刷新')
    },
  })
  await show(disputed)
  await tap(buttons[0])
  await tap('confirm-yes')
  expect(text()).toContain('现在不能这样做')
  expect(cloud.callsOf('orders.get')).toHaveLength(2)
})

test('the next word is said on a page of its own', async () => {
  await showClaim({ state: 'agreed', actions: ['sendBack'] })
  expect(at('sentence').textContent).toBe('同意了，等您寄回')
  await tap(buttons[2])
  expect(opened()).toEqual([`/aftersale/reply/index?no=${no}&id=${claim.id}&act=sendBack`])
})
