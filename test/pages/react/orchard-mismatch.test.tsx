import { render } from '@testing-library/react'
import type { JobView } from '../../../contract/orchard-views'
import JobPage from '../../../src/orchard/job'
import { offPlan } from '../../../src/orchard/parts/steps'
import WeekPage from '../../../src/orchard/week'
import { cloud } from '../support/taro'
import { job, work } from './staff-samples'
import { at, has, settle, tap, text, type } from './staff-screen'

const art = ['M-9-9h18v18h-18z', 'M-5-5h10v10h-10z']
const back: JobView = {
  ...job,
  id: `${job.id}B`,
  state: 'mismatched',
  art,
  pieces: 2,
  actions: ['sendAgain', 'cannotRedo'],
  mismatch: {
    reason: '缺笔画；贴倒了',
    photoUrl: 'https://x/1.jpg',
    at: '2026-10-24T02:00:00.000Z',
    redoBy: '2026-10-31T02:00:00.000Z',
    fruit: [
      { design: 0, reason: '缺笔画', photoUrl: 'https://x/1.jpg' },
      { design: 1, reason: '贴倒了', photoUrl: null },
    ],
  },
}

beforeEach(() => cloud.reset())

async function show(page: JSX.Element, answers: Record<string, (input: never) => unknown>, now: string) {
  cloud.answer(answers)
  cloud.setNow(now)
  cloud.openWith({ id: back.id })
  render(page)
  await settle()
}

const open = (shown: JobView, now = '2026-10-25T02:00:00.000Z', more: Record<string, () => unknown> = {}) =>
  show(<JobPage />, { 'work.get': () => shown, ...more }, now)

describe('fruit that came back', () => {
  test('each is shown with its fault, its photo and the design it should carry', async () => {
    await open(back)
    expect(at('mismatch-card').textContent).toContain('2 枚和订单不一致')
    expect(at('bad-1').textContent).toContain('缺笔画')
    expect(Array.from(at('bad-1').querySelectorAll('img')).map(({ src }) => src)).toEqual([
      'https://x/1.jpg',
      expect.stringContaining(encodeURIComponent(art[0])),
    ])
    expect(at('bad-2').textContent).toContain('贴倒了')
    expect(Array.from(at('bad-2').querySelectorAll('img')).map(({ src }) => src)).toEqual([
      expect.stringContaining(encodeURIComponent(art[1])),
    ])
  })

  test.each([
    ['is made of what was said of each', {}, false],
    ['is that and was cut', { reason: '缺笔画；贴…' }, false],
    ['was written anew', { reason: '整批都缺一点' }, true],
    ['has a photo of its own', { photoUrl: 'https://x/all.jpg' }, true],
  ] as const)('the reason for all of it stands above them where it says more: it %s', async (_, changed, shown) => {
    const mismatch = { ...back.mismatch!, ...changed }
    await open({ ...back, mismatch })
    expect(has('bad-all')).toBe(shown)
    if ('reason' in changed && shown) expect(at('bad-all').textContent).toBe(changed.reason)
    if ('photoUrl' in changed) expect(at('bad-all').querySelector('img')?.src).toBe(changed.photoUrl)
    expect(has('bad-1')).toBe(true)
  })

  test('where more came back than was judged singly, the reason is that of all', async () => {
    await open({ ...back, pieces: 12 })
    expect(at('bad-all').textContent).toBe(back.mismatch?.reason)
  })

  test.each([
    ['2026-10-25T02:00:00.000Z', '剩 6 天'],
    ['2026-10-29T02:00:01.000Z', '剩 47 小时'],
    ['2026-11-01T02:00:00.000Z', '剩 0 小时'],
  ])('at %s its deadline says %s, with the day and hour', async (now, left) => {
    await open(back, now)
    expect(at('mismatch-card').textContent).toContain(left)
    expect(at('mismatch-card').textContent).toContain('10月31日 10:00 前再寄')
  })

  test('is sent again after one question, which speaks of no plan', async () => {
    await open(back, '2026-10-25T02:00:00.000Z', { 'work.record': () => back })
    expect(offPlan(back, '2026-10-25')).toBeNull()
    await tap('step-sendAgain')
    expect(text()).not.toContain('原定')
    await tap('confirm-yes')
    expect(cloud.callsOf('work.record')).toEqual([{ id: back.id, key: expect.any(String), step: 'sendAgain' }])
  })

  test('cannot be redone only with a reason; then the shop decides and the page says so', async () => {
    let shown = back
    const given = () => (shown = { ...back, state: 'escalated', actions: [] })
    await show(<JobPage />, { 'work.get': () => shown, 'work.cannotRedo': given }, '2026-10-25T02:00:00.000Z')
    await tap('cannot-redo')
    expect(text()).toContain('这 2 枚做不了了？')
    await tap('cannot-redo-confirm')
    expect(cloud.callsOf('work.cannotRedo')).toEqual([])
    type('field-reason', '没有合适的果了')
    await tap('cannot-redo-confirm')
    expect(cloud.callsOf('work.cannotRedo')).toEqual([
      { id: back.id, key: expect.any(String), reason: '没有合适的果了' },
    ])
    expect(at('escalated-card').textContent).toContain('商家在定怎么办')
    expect(has('mismatch-card')).toBe(false)
    expect(has('step-sendAgain')).toBe(false)
  })

  test('stands first in the week, also when its deadline lies beyond it', async () => {
    const late = { ...job, id: `${job.id.slice(0, -1)}2` }
    const list = { ...work, offered: [], underWay: [late, back] }
    await show(<WeekPage />, { 'work.list': () => list }, '2026-09-26T01:00:00.000Z')
    const rows = Array.from(document.querySelectorAll('[id^="job-"]')).map(({ id }) => id)
    expect(rows).toEqual([`job-${back.id}`, `job-${late.id}`])
    expect(at(`job-${back.id}`).textContent).toContain('重做再寄')
    expect(at(`job-${back.id}`).textContent).toContain('10月31日 前')
  })

  test('may still be sent after its deadline, until the shop has decided', async () => {
    const late: JobView = {
      ...back,
      state: 'escalated',
      mismatch: { ...back.mismatch!, redoBy: null },
      actions: ['sendAgain'],
    }
    const sent = () => ({ ...late, state: 'sentToHub', actions: [] })
    await show(<JobPage />, { 'work.get': () => late, 'work.record': sent }, '2026-11-02T02:00:00.000Z')
    expect(at('escalated-card').textContent).toContain('商家定下之前都收')
    await tap('step-sendAgain')
    await tap('confirm-yes')
    expect(cloud.callsOf('work.record')).toEqual([{ id: late.id, key: expect.any(String), step: 'sendAgain' }])
  })

  test('is done with when the shop has decided otherwise, and is not counted as handed over', async () => {
    const gone: JobView = { ...back, state: 'refunded', mismatch: null, actions: [] }
    const lists = {
      ...work,
      offered: [],
      underWay: [],
      done: [gone, { ...back, id: 'F9', state: 'passed', actions: [] }],
    }
    await show(<WeekPage />, { 'work.list': () => lists }, '2026-11-02T02:00:00.000Z')
    expect(at('done').textContent).toBe(`交出去 1 件，${back.pieces} 枚 · 不用再做的 1 件`)
    await tap('done')
    expect(at(`job-${gone.id}`).textContent).toContain('不用再做了')
    expect(at(`job-${gone.id}`).textContent).not.toContain('退款')
    await show(<JobPage />, { 'work.get': () => gone }, '2026-11-02T02:00:00.000Z')
    expect(at('not-needed-card').textContent).toContain('也不用再寄')
  })

  test('that is late but may still be sent stands first in the week and counts in its headline', async () => {
    const late: JobView = { ...back, state: 'escalated', mismatch: { ...back.mismatch!, redoBy: null } }
    const list = {
      ...work,
      offered: [],
      underWay: [job, back, { ...late, actions: ['sendAgain'] as const, id: 'late' }],
    }
    await show(<WeekPage />, { 'work.list': () => list }, '2026-09-15T01:00:00.000Z')
    const rows = Array.from(document.querySelectorAll('[id^="job-"]')).map(({ id }) => id)
    expect(rows).toEqual(['job-late', `job-${back.id}`, `job-${job.id}`])
    expect(text()).toContain('本周 4 枚要做')
  })

  test('of which the shop decides is in the list, and asks for nothing', async () => {
    const waiting: JobView = { ...back, state: 'escalated', actions: [] }
    await show(
      <WeekPage />,
      { 'work.list': () => ({ ...work, offered: [], underWay: [waiting] }) },
      '2026-10-25T02:00:00.000Z',
    )
    expect(at(`job-${back.id}`).textContent).toContain('商家在定怎么办')
    expect(text()).toContain('这周清闲')
  })
})
