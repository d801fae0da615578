import { act, fireEvent, render } from '@testing-library/react'
import ClaimPage from '../../../src/aftersale/claim'
import type { OrderView } from '../../../contract'
import { dismissOverlay } from '../../../src/state/overlay'
import { cloud, Refusing } from '../support/taro'
import { disputed, no, received } from './shop-samples'
import { at, has, settle, tap, text, type } from './staff-screen'

beforeEach(() => {
  cloud.reset()
  dismissOverlay()
  cloud.openWith({ no })
  cloud.answer({
    'subscriptions.templates': () => ({ ids: { claimSettled: 'tmpl-9' } }),
    'subscriptions.grant': () => ({ granted: [] }),
    'orders.claim': () => disputed,
  })
})

async function show(shown: OrderView = received) {
  cloud.answer({ 'orders.get': () => shown })
  render(<ClaimPage />)
  await settle()
}

async function fill() {
  await tap('reason-damaged')
  type('field-fen', '20')
  type('field-note', ' 有两枚压坏了 ')
}
const sent = () => cloud.callsOf('orders.claim') as { key: string }[]
const ask = { no, remedy: 'refund', reason: 'damaged', fen: 2000, note: '有两枚压坏了', photos: [] }

test('begins with all that can be claimed, and says what each remedy means', async () => {
  await show()
  expect((at('field-fen') as HTMLInputElement).value).toBe('158.00')
  expect(text()).toContain('最多可退 ¥158.00')
  expect(text()).toContain('果子留下，不用寄回')
  await tap('remedy-returnAndRefund')
  expect(text()).toContain('同意后 7 天内寄回')
})

test('sends what was filled in, asks for messages first, and goes back to the order', async () => {
  await show()
  await fill()
  await tap('submit-claim')
  expect(cloud.callsOf('requestSubscribeMessage')).toEqual([{ tmplIds: ['tmpl-9'], entityIds: [] }])
  expect(sent()).toEqual([{ ...ask, key: expect.any(String) }])
  expect(cloud.callsOf('navigateBack')).toHaveLength(1)
  expect(text()).toContain('48 小时内答复您')
})

test('opened by itself it goes on to the order', async () => {
  cloud.setPages(1)
  await show()
  await fill()
  await tap('submit-claim')
  expect(cloud.callsOf('navigateBack')).toEqual([])
  expect(cloud.callsOf('redirectTo')).toEqual([{ url: `/pages/order/index?no=${no}` }])
})

test('a double tap makes one claim', async () => {
  await show()
  await fill()
  const submit = at('submit-claim')
  await act(async () => {
    fireEvent.click(submit)
    fireEvent.click(submit)
  })
  await settle()
  expect(sent()).toHaveLength(1)
})

test('without an answer every word stays, and the next tap carries the same key', async () => {
  await show()
  await fill()
  const lost: string[] = []
  cloud.answer({
    'orders.claim': ({ key }: { key: string }) => {
      lost.push(key)
      throw new Error('request:fail')
    },
  })
  await tap('submit-claim')
  expect(cloud.callsOf('navigateBack')).toEqual([])
  expect((at('field-note') as HTMLTextAreaElement).value).toBe(' 有两枚压坏了 ')
  expect((at('field-fen') as HTMLInputElement).value).toBe('20')
  expect(at('reason-damaged').getAttribute('aria-checked')).toBe('true')
  cloud.answer({ 'orders.claim': () => disputed })
  await tap('submit-claim')
  expect(new Set([...lost, ...sent().map(({ key }) => key)]).size).toBe(1)
  expect(cloud.callsOf('navigateBack')).toHaveLength(1)
})

test.each<[string, () => Promise<void> | void, string, string]>([
  ['no reason', () => type('field-note', '坏了'), 'field-reason-error', '选一样'],
  [
    'an amount that is none',
    async () => {
      await fill()
      type('field-fen', '20元')
    },
    'field-fen-error',
    '写一个金额',
  ],
  ['no words', () => tap('reason-damaged'), 'field-note-error', '写一句怎么了'],
])('%s is said at its field, and nothing is sent', async (_what, prepare, field, said) => {
  await show()
  await prepare()
  await tap('submit-claim')
  expect(at(field).textContent).toContain(said)
  expect(sent()).toEqual([])
})

test.each([
  ['REFUND_TOO_MUCH', '最多退 ¥158.00', 'fen', 'field-fen-error'],
  ['REASON_MISSING', '请写明原因', 'note', 'field-note-error'],
  ['INPUT_INVALID', '请检查填写的内容', 'photos.0', 'photos-note'],
])('%s of the server stands at its field, and a new word clears it', async (code, words, field, place) => {
  cloud.answer({
    'orders.claim': () => {
      throw new Refusing(code, words, field)
    },
  })
  await show()
  await fill()
  await tap('submit-claim')
  expect(at(place).textContent).toContain(words)
  expect(cloud.callsOf('navigateBack')).toEqual([])
  type('field-fen', '19')
  await settle()
  expect(text()).not.toContain(words)
})

describe('photos', () => {
  test('several are chosen at once, uploaded, and go with the claim; six at most', async () => {
    cloud.choose(['wxfile://1.jpg', 'wxfile://2.jpg', 'wxfile://3.jpg', 'wxfile://4.jpg'])
    await show()
    await fill()
    await tap('add-photo')
    await settle()
    expect(cloud.callsOf('uploadFile')).toHaveLength(4)
    await tap('add-photo')
    await settle()
    expect(cloud.callsOf('chooseMedia').map((args) => (args as { count: number }).count)).toEqual([6, 2])
    expect(has('add-photo')).toBe(false)
    expect(text()).toContain('6 / 6')
    await tap('drop-photo-5')
    expect(has('add-photo')).toBe(true)
    await tap('submit-claim')
    expect(sent()).toEqual([{ ...ask, photos: Array(5).fill('cloud://test/photo.jpg'), key: expect.any(String) }])
  })

  test('one that did not go up holds the claim back until it is sent again or dropped', async () => {
    cloud.loseUploads(1)
    await show()
    await fill()
    await tap('add-photo')
    await settle()
    expect(text()).toContain('有照片没传上，重传或删掉')
    await tap('submit-claim')
    expect(sent()).toEqual([])
    await tap('again-photo-0')
    await settle()
    await tap('submit-claim')
    expect(sent()).toEqual([{ ...ask, photos: ['cloud://test/photo.jpg'], key: expect.any(String) }])
  })
})

test('an order that takes no claim now says so and leads back', async () => {
  await show(disputed)
  expect(text()).toContain('这一单现在不能申请售后')
  expect(has('submit-claim')).toBe(false)
  await tap('claim-closed-act')
  expect(cloud.callsOf('navigateBack')).toHaveLength(1)
})

test('an order that cannot be read can be asked for again', async () => {
  cloud.answer({
    'orders.get': () => {
      throw new Refusing('ORDER_UNKNOWN', '没有找到这个订单')
    },
  })
  render(<ClaimPage />)
  await settle()
  expect(text()).toContain('没有找到这个订单')
  expect(has('page-error-act')).toBe(true)
})
