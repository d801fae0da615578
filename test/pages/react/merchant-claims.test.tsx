import { act, render } from '@testing-library/react'
import type { ClaimList, ClaimView } from '../../../contract'
import ClaimPage from '../../../src/merchant/claim'
import ClaimsPage from '../../../src/merchant/claims'
import { dismissOverlay } from '../../../src/state/overlay'
import { cloud, Refusing } from '../support/taro'
import { claim as asked } from './shop-samples'
import { desk } from './staff-samples'
import { at, has, settle, tap, text, type } from './staff-screen'

const claim: ClaimView = { ...asked, actions: ['refuse', 'settle'] }
const { id } = claim

beforeEach(() => {
  cloud.reset()
  dismissOverlay()
  cloud.answer({ 'desk.get': () => desk })
  cloud.setNow('2026-10-30T03:00:00.000Z')
})

const list = (claims: ClaimView[], next: ClaimList['next'] = null): ClaimList => ({
  claims,
  counts: { ours: 3, theirs: 1, ended: 0 },
  next,
})

describe('the list', () => {
  async function show(params: Record<string, string> = {}) {
    cloud.openWith(params)
    render(<ClaimsPage />)
    await settle()
  }

  test('has its tabs with counts, says what each claim is and until when, and opens one', async () => {
    cloud.answer({ 'claims.list': () => list([claim]) })
    await show()
    expect(at('claims-tab-ours').getAttribute('aria-label')).toBe('等我们 3')
    expect(at('claims-tab-ended').getAttribute('aria-label')).toBe('已结束')
    for (const part of [
      '等商家答复',
      '只退款 · 到手有坏果',
      '申请退 ¥20.00',
      '有两枚压坏了',
      '请在 11月1日 10:00 前答复',
    ])
      expect(at(`claim-${id}`).textContent).toContain(part)
    await tap(`claim-${id}`)
    expect(cloud.callsOf('navigateTo')).toEqual([{ url: `/merchant/claim/index?id=${id}` }])
  })

  test('shows a claim in the last hours in seal, and no other', async () => {
    cloud.setNow('2026-10-31T21:00:00.000Z')
    cloud.answer({
      'claims.list': () => list([claim, { ...claim, id: `${claim.orderNo}A2`, answerBy: '2026-11-02T02:00:00.000Z' }]),
    })
    await show()
    expect(at(`claim-${id}`).querySelector('.t-seal')?.textContent).toContain('11月1日 10:00')
    expect(at(`claim-${claim.orderNo}A2`).querySelector('.t-seal')).toBeNull()
  })

  test('a tab asks for its own; the end of the page brings the next, once', async () => {
    const cursor = { createdAt: claim.createdAt, id }
    const second = { ...claim, id: `${claim.orderNo}A2` }
    cloud.answer({
      'claims.list': ({ tab, cursor: after }: { tab: string; cursor?: object }) =>
        tab === 'ended' ? list([]) : after ? list([second]) : list([claim], cursor),
    })
    await show({ tab: 'theirs' })
    await act(async () => {
      cloud.reachBottom()
      cloud.reachBottom()
    })
    expect([has(`claim-${id}`), has(`claim-${second.id}`)]).toEqual([true, true])
    expect(cloud.callsOf('claims.list')).toEqual([{ tab: 'theirs' }, { tab: 'theirs', cursor }])
    await tap('claims-tab-ended')
    expect(text()).toContain('还没有结束的售后')
    expect(has(`claim-${id}`)).toBe(false)
  })

  test('is not for those whose work it is not', async () => {
    cloud.answer({
      'claims.list': () => {
        throw new Refusing('NOT_YOURS', '您没有权限做这件事')
      },
    })
    await show()
    expect(has('not-yours')).toBe(true)
    expect(has('nav-desk')).toBe(false)
  })
})

describe('one claim', () => {
  async function show(shown: ClaimView = claim) {
    cloud.openWith({ id })
    let state = shown
    cloud.answer({ 'claims.get': () => state })
    render(<ClaimPage />)
    await settle()
    return (next: Partial<ClaimView>) => (state = { ...shown, ...next })
  }
  const buttons = ['refuse-claim', 'agree', 'receive-back', 'settle']

  test('shows the customer’s words, photos and deadline, and what was ordered', async () => {
    await show()
    for (const part of ['有两枚压坏了', '请在 11月1日 10:00 前答复', '生日快乐', claim.orderNo])
      expect(text()).toContain(part)
    await tap(`photo-${id}-0`)
    expect(cloud.callsOf('previewImage')).toHaveLength(1)
  })

  test.each<[Partial<ClaimView>, string[]]>([
    [{ actions: ['refuse', 'settle'] }, ['refuse-claim', 'settle']],
    [{ actions: ['refuse', 'agree', 'settle'] }, ['refuse-claim', 'agree', 'settle']],
    [{ state: 'goodsOnTheWayBack', actions: ['receiveBack', 'settle'] }, ['receive-back', 'settle']],
    [{ actions: ['settle'] }, ['settle']],
    [{ state: 'settled', settledFen: 2000, actions: [] }, []],
  ])('%j has the buttons that the server allows, and no other', async (change, expected) => {
    await show({ ...claim, ...change })
    expect(buttons.filter(has)).toEqual(expected)
  })

  test('paying back names the amount in its button, says that it cannot be undone, and is done once', async () => {
    const move = await show()
    cloud.answer({ 'claims.settle': () => move({ state: 'settled', settledFen: 1500, actions: [] }) })
    await tap('settle')
    expect(at('settle-sheet').textContent).toContain('不能撤回')
    expect((at('field-fen') as HTMLInputElement).value).toBe('20.00')
    type('field-fen', '15')
    expect(at('settle-confirm').textContent).toContain('退 ¥15.00')
    await tap('settle-confirm')
    expect(cloud.callsOf('claims.settle')).toEqual([{ id, key: expect.any(String), fen: 1500 }])
    expect(has('settle-sheet')).toBe(false)
    expect(buttons.filter(has)).toEqual([])
    expect(at('claim-ask').textContent).toContain('退款 ¥15.00')
  })

  test('an amount that is none is not sent; one that is too much is refused at its field', async () => {
    cloud.answer({
      'claims.settle': () => {
        throw new Refusing('REFUND_TOO_MUCH', '最多退 ¥20.00', 'fen')
      },
    })
    await show()
    await tap('settle')
    type('field-fen', '')
    await tap('settle-confirm')
    expect(at('field-fen-error').textContent).toContain('写一个金额')
    expect(cloud.callsOf('claims.settle')).toEqual([])
    type('field-fen', '20.01')
    await tap('settle-confirm')
    expect(at('field-fen-error').textContent).toContain('最多退 ¥20.00')
    type('field-fen', '20')
    expect(has('field-fen-error')).toBe(false)
  })

  test('a no needs its reason, which is sent word for word', async () => {
    const move = await show()
    cloud.answer({ 'claims.refuse': () => move({ state: 'refused', actions: [] }) })
    await tap('refuse-claim')
    await tap('refuse-confirm')
    expect(cloud.callsOf('claims.refuse')).toEqual([])
    expect(has('field-reason-error')).toBe(true)
    await tap('refuse-suggest-reasonFine')
    await tap('refuse-confirm')
    expect(cloud.callsOf('claims.refuse')).toEqual([{ id, key: expect.any(String), reason: '照片里的果没有问题' }])
    expect(text()).toContain('未通过')
  })

  test('a return is agreed to after a question, and received when it is here', async () => {
    const move = await show({ ...claim, actions: ['agree'] })
    cloud.answer({ 'claims.agree': () => move({ state: 'goodsOnTheWayBack', actions: ['receiveBack'] }) })
    await tap('agree')
    await tap('confirm-no')
    expect(cloud.callsOf('claims.agree')).toEqual([])
    await tap('agree')
    await tap('confirm-yes')
    expect(cloud.callsOf('claims.agree')).toEqual([{ id, key: expect.any(String) }])
    cloud.answer({ 'claims.receiveBack': () => move({ state: 'goodsBack', actions: ['settle'] }) })
    await tap('receive-back')
    expect(cloud.callsOf('claims.receiveBack')).toEqual([{ id, key: expect.any(String) }])
    expect(buttons.filter(has)).toEqual(['settle'])
  })

  test('the parcel that comes back is named', async () => {
    await show({ ...claim, waybill: { carrier: 'ZTO', no: 'ZT12345678', at: '2026-10-31T02:00:00.000Z' } })
    expect(at('claim-waybill').textContent).toContain('中通快递 ZT12345678')
  })

  test('one that is not there leads to the list', async () => {
    cloud.openWith({ id })
    cloud.answer({
      'claims.get': () => {
        throw new Refusing('CLAIM_UNKNOWN', '没有找到这次售后')
      },
    })
    render(<ClaimPage />)
    await settle()
    await tap('claim-unknown-act')
    expect(cloud.callsOf('redirectTo')).toEqual([{ url: '/merchant/claims/index' }])
  })
})
