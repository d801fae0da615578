import { render } from '@testing-library/react'
import type { BenchView, PackingRow, ShippedRow } from '../../../contract/views'
import { POLICY } from '../../../domain/policy'
import { Decide } from '../../../src/merchant/bench/Decide'
import DeskPage from '../../../src/merchant/desk'
import IntakePage from '../../../src/merchant/intake'
import PackingPage from '../../../src/merchant/packing'
import { keepDuties } from '../../../src/merchant/parts/duties'
import { toastStore } from '../../../src/state/toast'
import { Overlays } from '../../../src/components/Overlays'
import { cloud, Refusing } from '../support/taro'
import { bench, desk, line, packing } from './staff-samples'
import { at, has, settle, tap, text } from './staff-screen'

const failed = { verdict: 'inconsistent', reason: '缺笔画', at: '2026-10-24T02:00:00.000Z' } as const
const twice: BenchView = {
  ...bench,
  id: `${bench.id}B`,
  state: 'escalated',
  pieces: 3,
  fruit: [2, 7, 12],
  inspections: [failed, { ...failed, at: '2026-11-01T02:00:00.000Z' }],
  actBy: '2026-11-03T02:00:00.000Z',
  escalated: { since: '2026-11-01T02:00:00.000Z', why: 'failAgain', note: '缺笔画' },
  actions: ['redo', 'replace', 'refund'],
}
const NOW = '2026-11-02T02:00:00.000Z'
const decided = jest.fn(async () => undefined)

beforeEach(() => {
  cloud.reset()
  decided.mockClear()
  keepDuties(['support'])
})

async function show(parcel: BenchView, now = NOW) {
  render(
    <>
      <Decide parcel={parcel} now={now} onDecided={decided} />
      <Overlays />
    </>,
  )
  await settle()
}

describe('what failed twice', () => {
  test('says how often, who has it, and what the customer was promised', async () => {
    await show(twice)
    const card = at('decide').textContent
    for (const part of ['3 枚没做成', '一共 2 次没对上', '栖霞一号园', '答应顾客 11月3日 10:00 前有消息'])
      expect(card).toContain(part)
    expect(card).not.toContain('已经过了')
  })

  test.each([
    [{ why: 'cannotRedo', note: '没有合适的果了' } as const, '栖霞一号园说做不了：没有合适的果了'],
    [{ why: 'overdue', note: null } as const, '栖霞一号园过了期限没有再寄'],
  ])('when it is %o', async (why, said) => {
    await show({ ...twice, escalated: { since: twice.escalated!.since, ...why } })
    expect(at('decide').textContent).toContain(said)
  })

  test('what no orchard takes can be given to another or refunded, and says why', async () => {
    const unplaced = { since: twice.escalated!.since, why: 'unplaced', note: null } as const
    await show({
      ...twice,
      orchard: { zh: '未分配', en: 'not allotted' },
      escalated: unplaced,
      actions: ['replace', 'refund'],
    })
    expect(at('decide').textContent).toContain('没有别的果园接得了')
    expect(has('decide-redo')).toBe(false)
    for (const way of ['replace', 'refund']) expect(at(`decide-${way}`).getAttribute('aria-disabled')).not.toBe('true')
  })

  test('a promise that is broken is called so', async () => {
    await show(twice, '2026-11-04T02:00:00.000Z')
    expect(at('decide').textContent).toContain('已经过了')
  })

  test.each([
    ['redo', 'intake.redo', `再有 ${POLICY.redoDays} 天`],
    ['replace', 'intake.replace', '日子从头排'],
    ['refund', 'intake.refund', '约 ¥39.50'],
  ] as const)('%s says what follows, asks once more, and is sent once', async (way, name, means) => {
    cloud.answer({ [name]: () => twice })
    await show(twice)
    expect(at('decide').textContent).toContain(means)
    await tap(`decide-${way}`)
    await tap('confirm-no')
    expect(cloud.callsOf(name)).toEqual([])
    await tap(`decide-${way}`)
    expect(text().split(means).length).toBe(3)
    await tap('confirm-yes')
    expect(cloud.callsOf(name)).toEqual([{ id: twice.id, key: expect.any(String) }])
    expect(decided).toHaveBeenCalledTimes(1)
  })

  test('when sending back is used up only the refund is open, and the others say why', async () => {
    await show({ ...twice, actions: ['refund'] })
    for (const way of ['redo', 'replace']) expect(at(`decide-${way}`).getAttribute('aria-disabled')).toBe('true')
    expect(text()).toContain(`已经 ${POLICY.mostRedos} 次没做成，只能退款`)
    await tap('decide-redo')
    expect(has('confirm-yes')).toBe(false)
  })

  test('a refusal is said, and nothing else is', async () => {
    cloud.answer({
      'intake.replace': () => {
        throw new Refusing('OUT_OF_SEASON', '红富士今年已经贴完字了，明年再写')
      },
    })
    await show(twice)
    await tap('decide-replace')
    await tap('confirm-yes')
    expect(decided).not.toHaveBeenCalled()
    expect(text()).not.toContain('在找别的果园了')
  })

  test('what cannot be decided any more is said, and the parcel is read anew', async () => {
    const said = '现在不能这样做，刷新看看最新状态'
    cloud.answer({
      'intake.refund': () => {
        throw new Refusing('NOT_ALLOWED_NOW', said)
      },
    })
    await show(twice)
    await tap('decide-refund')
    await tap('confirm-yes')
    expect(decided).toHaveBeenCalledTimes(1)
    expect(toastStore.get()).toBe(said)
  })

  test('whoever is not of support may look and not act', async () => {
    keepDuties(['inspector'])
    await show(twice)
    expect(has('decide-not-yours')).toBe(true)
    for (const way of ['redo', 'replace', 'refund']) expect(has(`decide-${way}`)).toBe(false)
  })
})

describe('the ways to it', () => {
  test('the desk has a tile while there is something to decide, which leads to its list', async () => {
    cloud.answer({
      'desk.get': () => ({ ...desk, toDecide: 2 }),
      'merchantInbox.list': () => ({ entries: [], unread: 0 }),
    })
    render(<DeskPage />)
    await settle()
    await tap('tile-toDecide')
    expect(cloud.callsOf('navigateTo')).toEqual([{ url: '/merchant/intake/index?tab=escalated' }])
  })

  test('and none while there is nothing', async () => {
    cloud.answer({ 'desk.get': () => desk, 'merchantInbox.list': () => ({ entries: [], unread: 0 }) })
    render(<DeskPage />)
    await settle()
    expect(has('tile-toDecide')).toBe(false)
  })

  test('its list shows the newest reason', async () => {
    const lists = { arriving: [], received: [], mismatched: [], escalated: [twice], next: null }
    cloud.answer({ 'intake.list': () => lists })
    cloud.openWith({ tab: 'escalated' })
    render(<IntakePage />)
    await settle()
    expect(at(`intake-${twice.id}`).textContent).toContain('商家在定怎么办')
    expect(at(`intake-${twice.id}`).textContent).toContain('缺笔画')
  })
})

describe('packing a part', () => {
  const part: PackingRow = { ...packing, pieces: 9 }

  test('the card and the check count its own fruit and say that the others are elsewhere', async () => {
    cloud.answer({ 'packing.list': () => ({ toPack: [part], shipped: [], next: null }) })
    render(<PackingPage />)
    await settle()
    expect(at(`pack-${part.id}`).textContent).toContain('9 枚')
    expect(at(`pack-${part.id}`).textContent).not.toMatch(/· 12 枚(?!礼盒)/)
    expect(at(`part-${part.id}`).textContent).toContain('只装 9 枚')
    expect(at('check-quantity').textContent).toContain('9 枚')
  })

  test('a whole parcel says nothing of parts, also with two lines', async () => {
    const two = { ...packing, lines: [line, { ...line, id: 'L2', pieces: 6 }], pieces: 18 }
    cloud.answer({ 'packing.list': () => ({ toPack: [two], shipped: [], next: null }) })
    render(<PackingPage />)
    await settle()
    expect(at(`pack-${two.id}`).textContent).toContain('6 枚')
    expect(has(`part-${two.id}`)).toBe(false)
  })

  test('what has left counts its own fruit', async () => {
    const { id, orderNo } = packing
    const waybill = { carrier: 'SF', no: 'SF1234567890', at: NOW } as const
    const shipped: ShippedRow = { id, orderNo, lines: [line], pieces: 3, state: 'shipped', waybill, track: [] }
    cloud.answer({ 'packing.list': () => ({ toPack: [], shipped: [shipped], next: null }) })
    cloud.openWith({ tab: 'shipped' })
    render(<PackingPage />)
    await settle()
    expect(at(`shipped-${id}`).textContent).toContain('红富士 · 3 枚')
  })
})
