import type { OrderedImprint } from '../../../domain/order/order'
import { act, cleanup, fireEvent, render } from '@testing-library/react'
import type { LineView, OrderView, ParcelView } from '../../../contract/views'
import OrderPage from '../../../src/pages/order'
import { artStore, currentDesign, draftsStore, startDesign } from '../../../src/state/design'
import { dismissOverlay } from '../../../src/state/overlay'
import { cloud, Refusing } from '../support/taro'
import { asking, fuji, fujiView, growing, no, order, stored, templates } from './shop-samples'
import { laserDates, line } from './staff-samples'
import { at, has, settle, tap, text } from './staff-screen'

beforeEach(() => {
  cloud.reset()
  dismissOverlay()
  cloud.openWith({ no })
  cloud.answer({ 'subscriptions.templates': () => templates, 'subscriptions.grant': () => ({ granted: [] }) })
})

async function show(shown: OrderView, now = '2026-09-05T01:21:00.000Z') {
  cloud.setNow(now)
  cloud.answer({ 'orders.get': () => shown })
  render(<OrderPage />)
  await settle()
}

describe('buttons come from the server alone', () => {
  const buttons = ['pay', 'cancel', 'confirm-receipt', 'confirm-send', 'keep-cold']
  const drawn = () => buttons.filter(has)

  test('an unpaid order may be paid or cancelled until its deadline', async () => {
    await show(order)
    expect(drawn()).toEqual(['pay', 'cancel'])
    expect(at('pay-deadline').textContent).toContain('请在 09:50 前付款')
  })

  test('the same order without actions draws none of them', async () => {
    await show({ ...order, actions: [], parcels: [{ ...asking, actions: [] }] })
    expect(drawn()).toEqual([])
    expect(has('pay-deadline')).toBe(false)
  })

  test('a parcel at the door may be confirmed as received', async () => {
    await show({ ...order, headline: 'toReceive', actions: ['confirmReceipt'] })
    expect(drawn()).toEqual(['confirm-receipt'])
  })
})

describe('the word that sends the fruit', () => {
  const grown: OrderView = { ...order, headline: 'toConfirm', actions: [], parcels: [asking] }
  const now = '2026-10-24T02:33:00.000Z'

  test('the prompt says what each answer and silence mean, with their dates', async () => {
    await show(grown, now)
    const prompt = at('confirm-prompt').textContent
    for (const part of [
      '长好了，等您一句话',
      '“生日快乐”已采收',
      '10月26日 前送到',
      '2027年2月20日',
      '10月27日 前未选，自动免费冷藏',
    ]) {
      expect(prompt).toContain(part)
    }
    expect(at('freshness').getAttribute('aria-label')).toBe('还可冷藏 119 天')
  })

  test('sending gives the word for that parcel and reads the order again', async () => {
    cloud.answer({ 'orders.confirmSend': () => order })
    await show(grown, now)
    await tap('confirm-send')
    expect(cloud.callsOf('orders.confirmSend')).toEqual([{ key: expect.any(String), id: asking.id }])
    expect(cloud.callsOf('orders.get').length).toBeGreaterThan(1)
  })

  test('keeping it cold asks for messages first, then keeps it', async () => {
    cloud.answer({ 'orders.keepCold': () => order })
    await show(grown, now)
    await tap('keep-cold')
    expect(cloud.callsOf('requestSubscribeMessage')).toEqual([{ tmplIds: ['tmpl-3'], entityIds: [] }])
    expect(cloud.callsOf('orders.keepCold')).toHaveLength(1)
  })

  test('in the cold room the place and the last day are known, and the word still sends it', async () => {
    cloud.answer({ 'orders.confirmSend': () => order })
    await show({ ...grown, headline: 'cold', parcels: [stored] }, now)
    const cold = at(`cold-${stored.id}`).textContent
    expect(cold).toContain('A-01-01')
    expect(cold).toContain('2027年2月20日')
    await tap('confirm-send')
    expect(cloud.callsOf('orders.confirmSend')).toHaveLength(1)
  })

  test('a refusal is said and the order is read again, because it has moved on', async () => {
    cloud.answer({
      'orders.confirmSend': () => {
        throw new Refusing('NOT_ALLOWED_NOW', '现在不能这样做，状态已变，请刷新')
      },
    })
    await show(grown, now)
    await tap('confirm-send')
    expect(text()).toContain('现在不能这样做')
    expect(cloud.callsOf('orders.get')).toHaveLength(2)
  })
})

describe('paying', () => {
  const sheet = { no, totalFen: 15800, outTradeNo: `${no}P1`, sheet: { package: 'prepay_id=1' } }

  test('a double tap on pay opens one sheet and asks for messages once, before anything else', async () => {
    cloud.answer({
      'orders.pay': () => sheet,
      'orders.checkPayment': () => ({ ...order, payment: { ...order.payment, state: 'paid' } }),
    })
    await show(order)
    const pay = at('pay')
    await act(async () => {
      fireEvent.click(pay)
      fireEvent.click(pay)
    })
    await settle()
    expect(cloud.callsOf('requestSubscribeMessage')).toEqual([{ tmplIds: ['tmpl-1', 'tmpl-2'], entityIds: [] }])
    expect(cloud.callsOf('orders.pay')).toHaveLength(1)
    expect(cloud.callsOf('requestPayment')).toHaveLength(1)
    expect(cloud.callsOf('orders.checkPayment')).toHaveLength(1)
  })

  test('paying and checking carry keys of their own', async () => {
    cloud.answer({ 'orders.pay': () => sheet, 'orders.checkPayment': () => order })
    await show(order)
    await tap('pay')
    const [asked, checked] = [...cloud.callsOf('orders.pay'), ...cloud.callsOf('orders.checkPayment')] as {
      key: string
    }[]
    expect(asked.key).not.toBe(checked.key)
    expect(text()).toContain('正在等微信的消息')
  })

  test('an order that was paid meanwhile says so and is read again', async () => {
    cloud.answer({
      'orders.pay': () => {
        throw new Refusing('ALREADY_PAID', '已经付过了，不用再付')
      },
    })
    await show(order)
    await tap('pay')
    expect(text()).toContain('已经付过了')
    expect(cloud.callsOf('requestPayment')).toEqual([])
    expect(cloud.callsOf('orders.get')).toHaveLength(2)
  })
})

test('growth shows the photo there is, our render as 示意 where there is none, and when the rest is expected', async () => {
  await show({ ...order, headline: 'growing', actions: [], parcels: [growing] }, '2026-10-09T03:00:00.000Z')
  const timeline = at(`growth-${growing.id}`)
  expect(timeline.querySelectorAll('img[src="https://x/1.jpg"]')).toHaveLength(1)
  expect(timeline.textContent?.match(/示意/g)).toHaveLength(3)
  expect(timeline.textContent).toContain('约 10月21日')
  expect(timeline.querySelector('[aria-label="现在：着色，今天"]')).not.toBeNull()
  expect(text()).toContain('它红了，您看')
})

test('fruit for the laser shows no sticker: picked, marked, inspected, and no words before the mark', async () => {
  const picked: ParcelView = {
    ...growing,
    state: 'harvested',
    dates: laserDates,
    photos: [],
    steps: [{ to: 'harvested', at: '2026-10-05T02:00:00.000Z' }],
  }
  await show({ ...order, headline: 'growing', actions: [], parcels: [picked] }, '2026-10-05T03:00:00.000Z')
  expect(at(`growth-${growing.id}`).textContent).toBe(
    '示意采收今天生日快乐示意激光印字约 10月6日生日快乐示意质检通过约 10月8日',
  )
  expect(at('sentence').textContent).toBe('采下来了，正要印字')
})

describe('an order of ready fruit', () => {
  const readyLine: LineView = { ...line, id: 'L2', kind: 'ready', words: '囍', imprint: undefined }
  const bought: OrderView = { ...order, lines: [readyLine], actions: [], expectedSendDay: '2026-09-07' }

  test('is packed without anybody having said so, and shows when it leaves', async () => {
    await show({ ...bought, headline: 'toShip' })
    expect(text()).toContain('在打包了，很快寄出')
    expect(text()).toContain('预计 9月7日 寄出')
    expect(text()).not.toContain('听您的')
  })

  test('has not grown when it is done', async () => {
    await show({ ...bought, headline: 'done' })
    expect(at('sentence').textContent).toBe('收到了，慢慢尝')
  })

  test('of fruit to grow keeps its own sentences', async () => {
    await show({ ...order, headline: 'toShip', actions: [] })
    expect(at('sentence').textContent).toBe('听您的，正在打包')
    expect(text()).not.toContain('预计 10月25日 寄出')
  })
})

test.each([
  [0, '这一单取消了'],
  [15800, '这一单取消了，付的钱原路退回'],
])('a cancelled order that was paid %i fen speaks of money only when there was some', async (paidFen, said) => {
  await show({ ...order, headline: 'cancelled', actions: [], payment: { ...order.payment, paidFen } })
  expect(at('sentence').textContent).toBe(said)
})

describe('printing one more', () => {
  const done: OrderView = { ...order, headline: 'done', actions: [] }
  beforeEach(() => draftsStore.set({ designs: [], at: 0 }))
  const again = async (of: LineView) => {
    cleanup()
    await show({ ...done, lines: [of] })
    await tap('again')
    await settle()
    expect(cloud.callsOf('navigateTo').pop()).toEqual({ url: '/studio/design/index' })
  }

  test('the studio has the fruit, the words, the face, the pack and the quantity of that line', async () => {
    cloud.answer({ 'catalogue.get': () => fujiView })
    const imprint: OrderedImprint = {
      kind: 'text',
      text: '平安喜乐',
      face: 'hei',
      code: 'GY26-5C1W9K',
      stencils: ['S0'],
    }
    await again({ ...line, packName: fuji.packs[1].name, pieces: 6, packs: 2, imprint })
    expect(currentDesign()).toMatchObject({
      productId: 'fuji',
      kind: 'text',
      text: '平安喜乐',
      face: 'hei',
      packId: 'six',
      packs: 2,
    })
  })

  test('direction, frame, one character each and a motif come along, and a design that was begun stays', async () => {
    cloud.answer({ 'catalogue.get': () => fujiView })
    const made = { code: 'GY26-5C1W9K', stencils: ['S0'] }
    const words = { direction: 'columns', spread: 'perFruit', frame: 'ring', mend: 'full' } as const
    await again({ ...line, imprint: { kind: 'text', text: '平安', face: 'round', ...words, ...made }, art: ['M0 0Z'] })
    expect(currentDesign()).toMatchObject({
      face: 'round',
      direction: 'columns',
      perFruit: true,
      frame: 'ring',
      mend: true,
    })
    expect(artStore.get()[currentDesign().id]).toEqual(['M0 0Z'])
    startDesign({ kind: 'motif', motif: 'heart' })
    expect(draftsStore.get().designs.map(({ text, motif }) => text || motif)).toEqual(['平安', 'heart'])
    await again({ ...line, imprint: { kind: 'motif', motif: 'fish', ...made } })
    expect(currentDesign()).toMatchObject({ kind: 'motif', motif: 'fish' })
  })

  test('a picture comes along as it was registered, also while the shelf does not answer', async () => {
    cloud.answer({
      'catalogue.get': () => {
        throw new Refusing('PRODUCT_UNKNOWN', '没有这种果，可能已下架')
      },
    })
    const imprint: OrderedImprint = {
      kind: 'picture',
      pictureId: 'P1',
      fileId: 'cloud://x/p1.png',
      code: 'GY26-5C1W9K',
      stencils: ['S0'],
    }
    await again({ ...line, imprint, pictureUrl: 'https://x/p1.png' })
    expect(currentDesign()).toMatchObject({
      kind: 'picture',
      picture: { pictureId: 'P1', url: 'https://x/p1.png' },
      packId: '',
    })
  })
})

test('a place whose city says its province says it once', async () => {
  await show(order)
  expect(at('order-address').textContent).toContain('上海市徐汇区龙华路 100 号')
  expect(text()).not.toContain('上海上海市')
  expect(text()).not.toContain('上海 上海市')
})

test('an order that is not there says so and can be tried again', async () => {
  cloud.answer({
    'orders.get': () => {
      throw new Refusing('ORDER_UNKNOWN', '没有找到这个订单')
    },
  })
  render(<OrderPage />)
  await settle()
  expect(text()).toContain('没有找到这个订单')
  expect(has('page-error-act')).toBe(true)
})
