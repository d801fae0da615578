import { act, render } from '@testing-library/react'
import type { TroubleView } from '../../../contract/trouble-views'
import DeskPage from '../../../src/merchant/desk'
import TroublesPage from '../../../src/merchant/troubles'
import { cloud, Refusing } from '../support/taro'
import { desk } from './staff-samples'
import { at, has, settle, tap, text } from './staff-screen'

const no = 'GY2609057K3Q9C2'
const failed: TroubleView = {
  id: no,
  entry: '2-tell-paid',
  orderNo: no,
  item: { zh: '红富士 · 生日快乐', en: 'Fuji · 生日快乐' },
  what: { zh: '“收到了”', en: 'Got it' },
  to: 'shopper',
  why: { zh: '对方没有允许微信通知，或允许的次数用完了', en: 'Not allowed' },
  state: 'failed',
  since: '2026-09-05T01:20:00.000Z',
  tries: 1,
  mayRetry: true,
}
const stuck: TroubleView = {
  ...failed,
  entry: '5-refund',
  what: { zh: '退款没退成', en: 'the refund did not go through' },
  to: null,
  why: { zh: '还没办成，隔一阵会再试', en: 'Not done yet' },
  state: 'waiting',
  tries: 9,
}
const broken: TroubleView = { ...failed, entry: '0-odd', item: null, since: null, mayRetry: false, to: null }
const list = (troubles: TroubleView[], next: object | null = null) => ({ troubles, total: troubles.length, next })

beforeEach(() => {
  cloud.reset()
  cloud.answer({ 'merchantInbox.list': () => ({ entries: [], unread: 0 }) })
})

async function show(page = <TroublesPage />) {
  const shown = render(page)
  await settle()
  return shown
}

test('each entry says what, for whom, of which order, since when, how often and why', async () => {
  cloud.answer({ 'troubles.list': () => list([failed, stuck, broken]) })
  await show()
  expect(text()).toContain('3 件没送到')
  const card = at(`trouble-${no}-2-tell-paid`).textContent
  for (const part of [
    '没送到',
    '给顾客',
    '收到了',
    '红富士 · 生日快乐',
    no,
    '9月5日 09:20 起，试了 1 次',
    '没有允许',
  ]) {
    expect(card).toContain(part)
  }
  const money = at(`trouble-${no}-5-refund`).textContent
  for (const part of ['还在试', '后续的事', '退款没退成', '试了 9 次']) expect(money).toContain(part)
  expect(has(`retry-${no}-5-refund`)).toBe(true)
  expect(has(`retry-${no}-0-odd`)).toBe(false)
  expect(at(`trouble-${no}-0-odd`).textContent).toContain('没办成')
})

test.each([
  [{ outcome: 'done', why: null }, '允许过通知的已推送，没允许的留在消息页'],
  [{ outcome: 'failed', why: failed.why }, '还是不行：对方没有允许微信通知'],
  [{ outcome: 'trying', why: stuck.why }, '这次没成，会自己再试'],
])('another try that ends as %j says so under its entry', async (answer, sentence) => {
  let finish: (value: unknown) => void = () => undefined
  cloud.answer({
    'troubles.list': () => list([failed, stuck]),
    'troubles.retry': () => new Promise((resolve) => (finish = resolve)),
  })
  await show()
  await tap(`retry-${no}-2-tell-paid`)
  await tap(`retry-${no}-2-tell-paid`)
  await tap(`retry-${no}-5-refund`)
  expect(cloud.callsOf('troubles.retry')).toEqual([{ id: no, entry: '2-tell-paid', key: expect.any(String) }])
  expect(at(`retry-${no}-2-tell-paid`).getAttribute('aria-disabled')).toBe('true')
  await act(async () => finish(answer))
  expect(at(`ended-${no}-2-tell-paid`).textContent).toContain(sentence)
  expect(has(`retry-${no}-2-tell-paid`)).toBe(answer.outcome !== 'done')
  expect(text()).toContain(answer.outcome === 'done' ? '1 件没送到' : '2 件没送到')
})

test('a try that was not answered says so and can be made again; when all have gone the list is looked at anew', async () => {
  cloud.answer({ 'troubles.list': () => list([failed]), 'troubles.retry': () => ({ outcome: 'done', why: null }) })
  await show()
  cloud.goOffline(5)
  await tap(`retry-${no}-2-tell-paid`)
  await settle()
  expect(at(`ended-${no}-2-tell-paid`).textContent).not.toBe('')
  cloud.goOffline(0)
  await tap(`retry-${no}-2-tell-paid`)
  expect(text()).toContain('都送出去了')
  await tap('troubles-reload')
  expect(cloud.callsOf('troubles.list')).toHaveLength(2)
})

test('all are tried one after another, with how far it got and what came of it', async () => {
  const finish: ((value: unknown) => void)[] = []
  cloud.answer({
    'troubles.list': () => list([failed, stuck, broken]),
    'troubles.retry': () => new Promise((resolve) => finish.push(resolve)),
  })
  await show()
  expect(at('retry-all').textContent).toContain('全部重试（2）')
  await tap('retry-all')
  expect(at('retry-progress').textContent).toBe('正在试第 1 件，共 2 件')
  await act(async () => finish[0]({ outcome: 'done', why: null }))
  expect(at('retry-progress').textContent).toBe('正在试第 2 件，共 2 件')
  await act(async () => finish[1]({ outcome: 'trying', why: stuck.why }))
  expect(cloud.callsOf('troubles.retry').map((input) => (input as TroubleView).entry)).toEqual([
    '2-tell-paid',
    '5-refund',
  ])
  expect(text()).toContain('2 件里送出去 1 件')
})

test('the next page comes at the bottom or at the button, once', async () => {
  const cursor = { createdAt: '2026-09-05T01:20:00.000Z', id: no }
  cloud.answer({
    'troubles.list': (input: { cursor?: object }) =>
      input.cursor ? { ...list([stuck]), total: 2 } : { ...list([failed], cursor), total: 2 },
  })
  await show()
  await act(async () => {
    cloud.reachBottom()
    cloud.reachBottom()
  })
  expect(cloud.callsOf('troubles.list')).toEqual([{}, { cursor }])
  expect(has(`trouble-${no}-5-refund`)).toBe(true)
  expect(has('troubles-more')).toBe(false)
  expect(text()).toContain('都在这里了')
})

test('an empty list says so; one that cannot be read offers another try; somebody without the duty is told', async () => {
  cloud.answer({ 'troubles.list': () => list([]) })
  const first = await show()
  expect(at('troubles-empty').textContent).toContain('都送到了')
  first.unmount()
  cloud.answer({
    'troubles.list': () => {
      throw new Refusing('FAILED', '出了点问题')
    },
  })
  const second = await show()
  expect(at('page-error').textContent).toContain('出了点问题')
  cloud.answer({ 'troubles.list': () => list([failed]) })
  await tap('page-error-act')
  expect(has(`trouble-${no}-2-tell-paid`)).toBe(true)
  second.unmount()
  cloud.answer({
    'troubles.list': () => {
      throw new Refusing('NOT_YOURS', '您没有权限做这件事')
    },
  })
  await show()
  expect(has('not-yours')).toBe(true)
})

test('the desk leads there, and only while something did not go out', async () => {
  cloud.answer({ 'desk.get': () => ({ ...desk, troubles: 3 }) })
  const { unmount } = await show(<DeskPage />)
  expect(at('tile-troubles').textContent).toContain('3 件没送到')
  await tap('tile-troubles')
  expect(cloud.callsOf('navigateTo')).toEqual([{ url: '/merchant/troubles/index' }])
  unmount()
  cloud.answer({ 'desk.get': () => desk })
  await show(<DeskPage />)
  expect(has('tile-troubles')).toBe(false)
})
