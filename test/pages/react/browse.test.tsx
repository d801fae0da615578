import { render } from '@testing-library/react'
import type { InboxView, MeView } from '../../../contract/views'
import HomePage from '../../../src/pages/home'
import InboxPage from '../../../src/pages/inbox'
import MePage from '../../../src/pages/me'
import ProductPage from '../../../src/pages/product'
import { basketStore } from '../../../src/state/basket'
import { currentDesign } from '../../../src/state/design'
import { cloud } from '../support/taro'
import { fuji, fujiView, galaView, list, readyView } from './shop-samples'
import { laserSeason } from './staff-samples'
import { at, has, settle, tap, text } from './staff-screen'

beforeEach(() => cloud.reset())

async function show(page: JSX.Element, params: Record<string, string> = {}) {
  cloud.openWith(params)
  render(page)
  await settle()
}

describe('the orchard', () => {
  beforeEach(() => cloud.answer({ 'catalogue.list': () => ({ products: [galaView, fujiView, readyView] }) }))

  test('shows the season that closes next and says kindly when a fruit rests', async () => {
    await show(<HomePage />)
    expect(at('season').textContent).toContain('还有 15 天定稿')
    expect(at('product-gala').textContent).toContain('今年收完了，明年再写')
    expect(at('product-fuji').textContent).toContain('36.00')
  })

  test('the chips show one kind of fruit, and kinds without fruit have no chip', async () => {
    await show(<HomePage />)
    await tap('category-ready')
    expect(has('product-fuji-xi-ready')).toBe(true)
    expect(has('product-fuji')).toBe(false)
    expect(has('category-citrus')).toBe(false)
  })

  test('an unanswered shelf can be tried again', async () => {
    cloud.goOffline(2)
    await show(<HomePage />)
    expect(text()).toContain('没连上')
    await tap('page-error-act')
    expect(has('product-fuji')).toBe(true)
  })
})

describe('a product', () => {
  test('to be grown leads to the studio with the fruit and the pack chosen', async () => {
    cloud.answer({ 'catalogue.get': () => fujiView })
    await show(<ProductPage />, { id: 'fuji' })
    await tap('pack-six')
    await tap('write')
    expect(currentDesign()).toMatchObject({ productId: 'fuji', packId: 'six', packs: 1 })
    expect(cloud.callsOf('navigateTo')).toEqual([{ url: '/studio/design/index' }])
  })

  test('says how its words are made and between which days it leaves', async () => {
    cloud.answer({ 'catalogue.get': () => fujiView })
    await show(<ProductPage />, { id: 'fuji' })
    expect(text()).toContain('预计寄出10月25日–11月4日')
    expect(text()).toContain('做法贴字日晒')
  })

  test('for the laser has a later cut-off and no sticker in its year', async () => {
    const product = { ...fuji, technique: 'laser' as const }
    const sendWindow = { from: '2026-10-10', to: '2026-11-05' }
    const season = { ...laserSeason, phase: 'open' as const, daysToCutOff: 51 }
    cloud.answer({ 'catalogue.get': () => ({ ...fujiView, product, season, sendWindow }) })
    await show(<ProductPage />, { id: 'fuji' })
    expect(at('season').textContent).toBe('红富士 · 福建平和还有 51 天定稿定稿至 10/26印字发货10/6 起')
    expect(text()).toContain('预计寄出10月10日–11月5日')
    expect(text()).toContain('做法激光印字')
  })

  test('that is ready goes to checkout at once', async () => {
    cloud.answer({ 'catalogue.get': () => readyView })
    await show(<ProductPage />, { id: 'fuji-xi-ready' })
    expect(text()).toContain('还有96 枚')
    expect(text()).toContain('运费另计')
    await tap('packs-more')
    await tap('buy')
    expect(basketStore.get().lines).toEqual([
      { asked: { productId: 'fuji-xi-ready', packId: 'two', packs: 2 }, art: [] },
    ])
    expect(cloud.callsOf('navigateTo')).toEqual([{ url: '/pages/checkout/index' }])
  })

  test('out of season says so and cannot be written on', async () => {
    cloud.answer({ 'catalogue.get': () => galaView })
    await show(<ProductPage />, { id: 'gala' })
    expect(at('product-refusal').textContent).toContain('明年再写')
    await tap('write')
    expect(cloud.callsOf('switchTab')).toEqual([])
  })

  test('with fewer left than a pack cannot be bought', async () => {
    cloud.answer({ 'catalogue.get': () => ({ ...readyView, left: 1 }) })
    await show(<ProductPage />, { id: 'fuji-xi-ready' })
    expect(text()).toContain('这一批约满了')
    await tap('buy')
    expect(cloud.callsOf('navigateTo')).toEqual([])
  })
})

describe('我的', () => {
  const me: MeView = {
    openid: 'o-shopper-lin',
    roles: { merchant: false, orchard: null },
    unread: 3,
    counts: list([]).counts,
  }

  test('greets with what waits, and a shopper sees no staff doors', async () => {
    cloud.answer({ 'me.get': () => me })
    await show(<MePage />)
    expect(at('greeting').textContent).toBe('有 1 份长好了，等您一句话')
    expect(at('inbox').getAttribute('aria-label')).toBe('消息 3 条没读 3')
    expect(has('merchant-desk')).toBe(false)
    expect(has('orchard-week')).toBe(false)
  })

  test('people with a role find their door', async () => {
    cloud.answer({ 'me.get': () => ({ ...me, roles: { merchant: true, orchard: 'qixia' } }) })
    await show(<MePage />)
    await tap('merchant-desk')
    await tap('orchard-week')
    expect(cloud.callsOf('navigateTo')).toEqual([{ url: '/merchant/desk/index' }, { url: '/orchard/week/index' }])
  })
})

describe('messages', () => {
  const inbox: InboxView = {
    next: null,
    unread: 1,
    entries: [
      {
        id: 'm2',
        template: 'confirmSend',
        title: { zh: '长好了，等您一句话', en: 'Grown' },
        body: { zh: '红富士 · 生日快乐', en: 'Fuji' },
        at: '2026-10-24T02:32:00.000Z',
        page: 'pages/order/index?no=GY2609057K3Q9C2',
        read: false,
        pushed: true,
      },
      {
        id: 'm1',
        template: 'paid',
        title: { zh: '收到了', en: 'Got it' },
        body: { zh: '单号', en: 'Order' },
        at: '2026-09-05T01:32:00.000Z',
        page: 'pages/orders/index',
        read: true,
        pushed: false,
      },
    ],
  }

  test('a tap marks a new message as read and opens its page; a tab page is switched to', async () => {
    cloud.answer({ 'inbox.list': () => inbox, 'inbox.read': () => inbox })
    await show(<InboxPage />)
    expect(at('unread').textContent).toBe('1 条没读')
    await tap('message-0')
    await tap('message-1')
    expect(cloud.callsOf('inbox.read')).toEqual([{ key: expect.any(String), id: 'm2' }])
    expect(cloud.callsOf('navigateTo')).toEqual([{ url: '/pages/order/index?no=GY2609057K3Q9C2' }])
    expect(cloud.callsOf('switchTab')).toEqual([{ url: '/pages/orders/index' }])
  })

  test('an empty inbox says what will come', async () => {
    cloud.answer({ 'inbox.list': () => ({ entries: [], unread: 0 }) })
    await show(<InboxPage />)
    expect(text()).toContain('还没有消息')
  })
})
