import { render } from '@testing-library/react'
import BenchPage from '../../../src/merchant/bench'
import PackingPage from '../../../src/merchant/packing'
import { cloud, Refusing } from '../support/taro'
import { bench, comparison, figures, line, packing } from './staff-samples'
import { at, has, settle, tap, text, type } from './staff-screen'

beforeEach(() => cloud.reset())

async function show(page: JSX.Element, params: Record<string, string> = {}) {
  cloud.openWith(params)
  const shown = render(page)
  await settle()
  return shown
}

const none = { arriving: [], received: [], mismatched: [], escalated: [] }

async function takePhoto() {
  await tap('take-photo')
  await tap('shutter')
  await settle()
}

describe('the bench', () => {
  test('without a photo it shows an empty frame and invites to take one', async () => {
    cloud.answer({ 'intake.get': () => bench, 'intake.compare': () => comparison, 'intake.figures': () => figures })
    await show(<BenchPage />, { id: bench.id })
    expect(at('no-photo').textContent).toContain('还没有照片')
    await takePhoto()
    expect(has('no-photo')).toBe(false)
    expect(has('look-overlay')).toBe(true)
  })

  test('fruit that passed without a photo is not asked for one', async () => {
    const inspections = [{ verdict: 'consistent', at: '2026-10-24T02:32:00.000Z', by: '小周' }]
    cloud.answer({ 'intake.get': () => ({ ...bench, state: 'passed', actions: [], inspections }) })
    await show(<BenchPage />, { id: bench.id })
    expect(at('no-photo').textContent).toContain('检验时没有拍照片')
    expect(text()).not.toContain('收下以后再拍')
  })

  test.each(['0', '5001'])(
    'a weight of %s g is refused at its field with the range, until it is written anew',
    async (grams) => {
      cloud.answer({ 'intake.get': () => bench, 'intake.pass': () => bench })
      await show(<BenchPage />, { id: bench.id })
      type('field-grams', grams)
      await tap('pass')
      expect(cloud.callsOf('intake.pass')).toEqual([])
      expect(at('field-grams-error').textContent).toContain('1 到 5000 克')
      type('field-grams', '500')
      expect(has('field-grams-error')).toBe(false)
    },
  )

  test('receiving comes first, and comparing only afterwards', async () => {
    let state = { ...bench, state: 'sentToHub', actions: ['receive'] }
    cloud.answer({ 'intake.get': () => state, 'intake.receive': () => (state = bench) })
    await show(<BenchPage />, { id: bench.id })
    expect(has('pass')).toBe(false)
    expect(has('take-photo')).toBe(false)
    await tap('receive')
    expect(cloud.callsOf('intake.receive')).toEqual([{ id: bench.id, key: expect.any(String) }])
    expect(has('pass')).toBe(true)
    expect(has('receive')).toBe(false)
  })

  test('passing carries the photo, the grade, the weight and the remark', async () => {
    cloud.answer({ 'intake.get': () => bench, 'intake.pass': () => bench, 'intake.list': () => none })
    cloud.answer({ 'intake.compare': () => comparison, 'intake.figures': () => figures })
    await show(<BenchPage />, { id: bench.id })
    await takePhoto()
    await tap('grade-premium')
    type('field-grams', '268')
    type('field-note', '色泽匀')
    await tap('pass')
    expect(cloud.callsOf('intake.pass')).toEqual([
      {
        id: bench.id,
        key: expect.any(String),
        photo: 'cloud://test/photo.jpg',
        comparison: comparison.id,
        tookMs: expect.any(Number),
        grade: 'premium',
        grams: 268,
        note: '色泽匀',
      },
    ])
  })

  test('sending back needs a reason; a suggestion fills it', async () => {
    let state: object = bench
    const inspections = [
      { verdict: 'inconsistent', reason: '缺笔画', by: 'o-merchant-fang', at: '2026-10-24T02:00:00.000Z' },
    ]
    cloud.answer({
      'intake.get': () => state,
      'intake.list': () => none,
      'intake.mismatch': () => (state = { ...bench, state: 'mismatched', actions: [], inspections }),
    })
    await show(<BenchPage />, { id: bench.id })
    await tap('mismatch')
    await tap('mismatch-confirm')
    expect(cloud.callsOf('intake.mismatch')).toEqual([])
    await tap('mismatch-suggest-missingStroke')
    await tap('mismatch-confirm')
    expect(cloud.callsOf('intake.mismatch')).toEqual([
      { id: bench.id, key: expect.any(String), reason: '缺笔画', cause: 'imprint' },
    ])
    expect(has('field-reason')).toBe(false)
    expect(at('inspection-1').textContent).toContain('缺笔画')
  })
})

describe('packing', () => {
  const check = async () => {
    for (const tick of ['name', 'spec', 'quantity']) await tap(`check-${tick}`)
  }

  test('the seal waits for the packing check and the waybill, and says so', async () => {
    cloud.answer({
      'packing.list': () => ({ toPack: [packing], shipped: [] }),
      'packing.ship': () => ({ toPack: [], shipped: [] }),
    })
    await show(<PackingPage />)
    await tap('ship')
    expect(text()).toContain('先把品名、规格、数量对一遍')
    await check()
    expect(text()).toContain('填上运单号就能寄')
    await tap('ship')
    expect(cloud.callsOf('packing.ship')).toEqual([])
    expect(at('carrier-SF').getAttribute('aria-checked')).toBe('true')
    await tap('carrier-ZTO')
    type('field-waybill', ' SF1234567890 ')
    await tap('ship')
    expect(cloud.callsOf('packing.ship')).toEqual([
      { id: packing.id, key: expect.any(String), carrier: 'ZTO', waybill: 'SF1234567890' },
    ])
  })

  test('a waybill that was used before is named under its field', async () => {
    cloud.answer({
      'packing.list': () => ({ toPack: [packing], shipped: [] }),
      'packing.ship': () => {
        throw new Refusing('WAYBILL_USED', '这个运单号已经用在 GY2609051111111', 'waybill')
      },
    })
    await show(<PackingPage />)
    await check()
    type('field-waybill', 'SF1234567890')
    await tap('ship')
    expect(at('field-waybill-error').textContent).toContain('已经用在 GY2609051111111')
    type('field-waybill', 'SF123456789')
    expect(has('field-waybill-error')).toBe(false)
  })

  test('the address is masked until it is asked for, and the page says the look is recorded', async () => {
    const whole = {
      name: '林小满',
      phone: '13812341234',
      province: '浙江',
      city: '杭州市',
      district: '西湖区',
      detail: '文三路 1 号',
    }
    cloud.answer({
      'packing.list': () => ({ toPack: [packing], shipped: [] }),
      'packing.address': () => ({ id: packing.id, address: whole }),
    })
    await show(<PackingPage />)
    expect(text()).not.toContain('13812341234')
    expect(text()).toContain('会记下是谁')
    await tap(`reveal-${packing.id}`)
    expect(at(`to-${packing.id}`).textContent).toContain('林小满 13812341234')
    expect(text()).toContain('这次查看已记录')
  })

  test('one parcel is open at a time, so that one seal is on the screen', async () => {
    const second = { ...packing, id: 'GY2609050000002-F1', place: 'A-01-02' }
    cloud.answer({ 'packing.list': () => ({ toPack: [packing, second], shipped: [] }) })
    await show(<PackingPage />)
    expect(document.querySelectorAll('.btn--seal, #ship')).toHaveLength(1)
    await check()
    await tap(`pack-${second.id}`)
    expect(document.querySelectorAll('#ship')).toHaveLength(1)
    expect(at('check-name').getAttribute('aria-checked')).toBe('false')
  })

  test('what has left shows its carrier, its number and the newest scan', async () => {
    const shipped = {
      id: packing.id,
      orderNo: packing.orderNo,
      lines: [line],
      state: 'shipped',
      waybill: { carrier: 'SF', no: 'SF1234567890', at: '2026-10-28T03:00:00.000Z' },
      track: [
        { at: '2026-10-28T05:00:00.000Z', what: '已揽收', action: 100001 },
        { at: '2026-10-29T05:00:00.000Z', what: '到达杭州', action: 200001 },
      ],
    }
    cloud.answer({ 'packing.list': () => ({ toPack: [], shipped: [shipped] }) })
    await show(<PackingPage />, { tab: 'shipped' })
    expect(text()).toContain('顺丰速运 SF1234567890')
    expect(text()).toContain('到达杭州')
    expect(text()).not.toContain('已揽收')
    await tap(`track-${packing.id}`)
    expect(text()).toContain('已揽收')
  })
})
