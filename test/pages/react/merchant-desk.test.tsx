import { render } from '@testing-library/react'
import DeskPage from '../../../src/merchant/desk'
import InboxPage from '../../../src/merchant/inbox'
import ReviewPage from '../../../src/merchant/review'
import { cloud, Refusing } from '../support/taro'
import { desk, review } from './staff-samples'
import { at, has, settle, tap, text, type } from './staff-screen'

const noMessages = { entries: [], unread: 0 }

beforeEach(() => {
  cloud.reset()
  cloud.answer({ 'merchantInbox.list': () => noMessages })
})

const opened = () => cloud.callsOf('navigateTo').map((args) => (args as { url: string }).url)

async function show(page: JSX.Element, params: Record<string, string> = {}) {
  cloud.openWith(params)
  const shown = render(page)
  await settle()
  return shown
}

describe('the desk', () => {
  test('greets by the hour in Shanghai and counts what waits for the merchant', async () => {
    cloud.answer({ 'desk.get': () => desk })
    cloud.setNow('2026-09-05T11:00:00.000Z')
    await show(<DeskPage />)
    expect(text()).toContain('阿芳，晚上好')
    expect(text()).toContain('6 件等你动手')
    expect(at('tile-toReview').getAttribute('aria-label')).toBe('待审核 3')
    expect(at('strip').getAttribute('aria-label')).toBe('路上 2，待确认 4，冷藏 5，已寄出 9')
  })

  test('fruit no orchard can take is warned of, and only then', async () => {
    cloud.answer({ 'desk.get': () => ({ ...desk, toAllot: 2 }) })
    const { unmount } = await show(<DeskPage />)
    expect(at('to-allot').textContent).toContain('2 件没有果园能接，隔一阵就再试一次')
    unmount()
    cloud.answer({ 'desk.get': () => desk })
    await show(<DeskPage />)
    expect(has('to-allot')).toBe(false)
  })

  test('every count leads to its page; those that wait for a customer say what happens by itself', async () => {
    cloud.answer({ 'desk.get': () => desk })
    await show(<DeskPage />)
    for (const tile of ['toReview', 'toInspect', 'toPack', 'arriving', 'shipped', 'unread']) await tap(`tile-${tile}`)
    expect(opened()).toEqual([
      '/merchant/review/index',
      '/merchant/intake/index?tab=received',
      '/merchant/packing/index',
      '/merchant/intake/index?tab=arriving',
      '/merchant/packing/index?tab=shipped',
      '/merchant/inbox/index',
    ])
    await tap('tile-toConfirm')
    expect(at('wait').textContent).toContain('3 天没有回话，就替他收进冷库')
  })

  test('the bottom navigation changes pages in place and does nothing where it is', async () => {
    cloud.answer({ 'desk.get': () => desk })
    await show(<DeskPage />)
    await tap('nav-desk')
    await tap('nav-packing')
    expect(cloud.callsOf('redirectTo')).toEqual([{ url: '/merchant/packing/index' }])
    expect(at('nav-desk').getAttribute('aria-selected')).toBe('true')
  })

  test('somebody without a role reads a kind sentence and is shown the way to the shop', async () => {
    cloud.answer({
      'desk.get': () => {
        throw new Refusing('NOT_YOURS', '您没有权限做这件事')
      },
    })
    await show(<DeskPage />)
    expect(text()).toContain('您的账号还没开通')
    expect(has('nav-review')).toBe(false)
    await tap('not-yours-act')
    expect(cloud.callsOf('switchTab')).toEqual([{ url: '/pages/home/index' }])
  })
})

describe('review', () => {
  test('the queue marks important orders, shows what to grow, and opens one', async () => {
    cloud.answer({
      'review.list': () => ({ orders: [review, { ...review, no: 'GY2609050000001', important: false }] }),
    })
    await show(<ReviewPage />)
    expect(text()).toContain('2 单等你看一眼')
    expect(text()).toContain('其中 1 单金额大')
    expect(at(`review-${review.no}`).textContent).toContain('重要')
    expect(at('review-GY2609050000001').textContent).not.toContain('重要')
    await tap(`review-${review.no}`)
    expect(opened()).toEqual([`/merchant/review/index?no=${review.no}`])
  })

  test('an empty queue says so', async () => {
    cloud.answer({ 'review.list': () => ({ orders: [] }) })
    await show(<ReviewPage />)
    expect(has('review-empty')).toBe(true)
  })

  test('the detail shows checks with their results, and only the masked phone', async () => {
    cloud.answer({ 'review.get': () => review })
    await show(<ReviewPage />, { no: review.no })
    expect(at('check-stock').getAttribute('aria-label')).toBe('库存：没问题。12 枚已留好')
    expect(at('check-content').getAttribute('aria-label')).toBe('内容：看一眼。机器拿不准，请看一眼')
    expect(text()).toContain('林** 138****1234')
  })

  test('approving is one tap; afterwards no button is left', async () => {
    let state = review
    cloud.answer({
      'review.get': () => state,
      'review.approve': () => (state = { ...review, headline: 'growing', actions: [] }),
    })
    await show(<ReviewPage />, { no: review.no })
    await tap('approve')
    expect(cloud.callsOf('review.approve')).toEqual([{ no: review.no, key: expect.any(String) }])
    expect(has('approve')).toBe(false)
    expect(text()).toContain('通过了，找果园去了')
  })

  test('rejecting needs a reason, which is sent word for word', async () => {
    let state = review
    cloud.answer({
      'review.get': () => state,
      'review.reject': () => (state = { ...review, headline: 'cancelled', actions: [] }),
    })
    await show(<ReviewPage />, { no: review.no })
    await tap('reject')
    expect(text()).toContain('¥158.00 原路退回')
    await tap('reject-confirm')
    expect(cloud.callsOf('review.reject')).toEqual([])
    expect(at('field-reason-error').textContent).toContain('写一句原因')
    type('field-reason', '  这句话不能印 ')
    await tap('reject-confirm')
    expect(cloud.callsOf('review.reject')).toEqual([{ no: review.no, key: expect.any(String), reason: '这句话不能印' }])
    expect(has('field-reason')).toBe(false)
  })

  test('buttons are drawn only from what the server allows', async () => {
    cloud.answer({ 'review.get': () => ({ ...review, actions: ['approve'] }) })
    await show(<ReviewPage />, { no: review.no })
    expect(has('approve')).toBe(true)
    expect(has('reject')).toBe(false)
  })
})

describe('messages', () => {
  const entry = {
    id: 'GY2609057K3Q9C2.2.toReview',
    template: 'toReview',
    title: { zh: '有新单要审', en: 'A new order to review' },
    body: { zh: '红富士 · 生日快乐', en: 'Fuji · 生日快乐' },
    at: '2026-09-05T01:20:00.000Z',
    page: 'merchant/review/index?no=GY2609057K3Q9C2',
    read: false,
    pushed: false,
  }
  test('a tap marks a message as read and opens its page', async () => {
    cloud.answer({
      'merchantInbox.list': () => ({ entries: [entry], unread: 1 }),
      'merchantInbox.read': () => ({ entries: [{ ...entry, read: true }], unread: 0 }),
    })
    await show(<InboxPage />)
    expect(text()).toContain('1 条没看')
    await tap('message-0')
    expect(cloud.callsOf('merchantInbox.read')).toEqual([{ key: expect.any(String), id: entry.id }])
    expect(opened()).toEqual(['/merchant/review/index?no=GY2609057K3Q9C2'])
  })

  test('the desk shows the last three and the way to all of them', async () => {
    const entries = [1, 2, 3, 4].map((n) => ({ ...entry, id: `${n}`, body: { zh: `第${n}单`, en: `order ${n}` } }))
    cloud.answer({ 'desk.get': () => desk, 'merchantInbox.list': () => ({ entries, unread: 4 }) })
    await show(<DeskPage />)
    expect(text()).toContain('第3单')
    expect(text()).not.toContain('第4单')
    await tap('open-inbox')
    expect(opened()).toEqual(['/merchant/inbox/index'])
  })
})
