import { render } from '@testing-library/react'
import type { ClaimView } from '../../../contract'
import ReplyPage from '../../../src/aftersale/reply'
import { cloud, Refusing } from '../support/taro'
import { claim, disputed, no } from './shop-samples'
import { at, has, settle, tap, text, type } from './staff-screen'

beforeEach(() => cloud.reset())

async function show(actName: string, change: Partial<ClaimView>) {
  cloud.openWith({ no, id: claim.id, act: actName })
  cloud.answer({ 'orders.get': () => ({ ...disputed, claims: [{ ...claim, ...change }] }) })
  render(<ReplyPage />)
  await settle()
}

const refused: Partial<ClaimView> = {
  state: 'refused',
  actions: ['escalate', 'withdraw'],
  history: [...claim.history, { at: '2026-10-30T05:00:00.000Z', did: 'refuse', to: 'refused', note: '照片里是好的' }],
}
const agreed: Partial<ClaimView> = { state: 'agreed', actions: ['sendBack', 'withdraw'] }

test('objecting shows what the shop said and takes the customer’s words once', async () => {
  cloud.answer({ 'orders.escalateClaim': () => disputed })
  await show('escalate', refused)
  expect(text()).toContain('照片里是好的')
  type('field-note', ' 背面坏了 ')
  await tap('submit-reply')
  expect(cloud.callsOf('orders.escalateClaim')).toEqual([{ id: claim.id, key: expect.any(String), note: '背面坏了' }])
  expect(cloud.callsOf('navigateBack')).toHaveLength(1)
})

test('the fruit goes back with its carrier and waybill, to the address that is shown', async () => {
  cloud.answer({ 'orders.sendBackGoods': () => disputed })
  await show('sendBack', agreed)
  expect(text()).toContain('栖霞市')
  await tap('copy-address')
  expect(cloud.callsOf('setClipboardData')).toHaveLength(1)
  await tap('carrier-ZTO')
  type('field-waybill', ' ZT12345678 ')
  await tap('submit-reply')
  expect(cloud.callsOf('orders.sendBackGoods')).toEqual([
    { id: claim.id, key: expect.any(String), carrier: 'ZTO', waybill: 'ZT12345678' },
  ])
})

test.each([
  ['escalate', refused, 'orders.escalateClaim', 'REASON_MISSING', '请写明原因', 'note', 'field-note'],
  ['sendBack', agreed, 'orders.sendBackGoods', 'WAYBILL_INVALID', '运单号是 8 到 20 位', 'waybill', 'field-waybill'],
])('%s: a refusal stands at its field and the words stay', async (name, change, procedure, code, words, field, id) => {
  cloud.answer({
    [procedure]: () => {
      throw new Refusing(code, words, field)
    },
  })
  await show(name, change)
  type(id, '12')
  await tap('submit-reply')
  expect(at(`${id}-error`).textContent).toContain(words)
  expect((at(id) as HTMLInputElement).value).toBe('12')
  expect(cloud.callsOf('navigateBack')).toEqual([])
})

test.each([
  ['escalate', agreed],
  ['sendBack', refused],
  ['something', agreed],
])('%s when the claim does not allow it leads back to the order', async (name, change) => {
  await show(name, change)
  expect(has('submit-reply')).toBe(false)
  await tap('reply-closed-act')
  expect(cloud.callsOf('navigateBack')).toHaveLength(1)
})
