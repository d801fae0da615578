import { render } from '@testing-library/react'
import type { JobView } from '../../../contract/orchard-views'
import InboxPage from '../../../src/orchard/inbox'
import JobPage from '../../../src/orchard/job'
import WeekPage from '../../../src/orchard/week'
import { phasesOf, rangeAround } from '../../../src/orchard/week/calendar'
import { offPlan } from '../../../src/orchard/parts/steps'
import { cloud, Refusing } from '../support/taro'
import { job, laserDates, laserSeason, offer, season, work } from './staff-samples'
import { at, has, settle, tap, text, type } from './staff-screen'

beforeEach(() => cloud.reset())

async function show(page: JSX.Element, params: Record<string, string> = {}) {
  cloud.openWith(params)
  render(page)
  await settle()
}

describe('the week', () => {
  test('its headline counts the fruit whose next step falls in this week', async () => {
    cloud.answer({ 'work.list': () => ({ ...work, offered: [] }) })
    cloud.setNow('2026-09-22T01:00:00.000Z')
    await show(<WeekPage />)
    expect(text()).toContain('本周 12 枚要做')
    expect(at('season-calendar').textContent).toContain('8月9月10月11月12月')
    expect(at(`job-${job.id}`).textContent).toContain('9月26日 前')
  })

  test('what lies further ahead is listed as later', async () => {
    cloud.answer({ 'work.list': () => ({ ...work, offered: [] }) })
    await show(<WeekPage />)
    expect(text()).toContain('12 枚在长，这周不用动手')
    expect(text()).toContain('往后的活')
  })

  test('a step that is overdue says by how much', async () => {
    cloud.answer({ 'work.list': () => ({ ...work, offered: [] }) })
    cloud.setNow('2026-09-28T01:00:00.000Z')
    await show(<WeekPage />)
    expect(at(`job-${job.id}`).textContent).toContain('晚了 2 天')
  })

  test('an offer shows the hours left and is accepted after one more question', async () => {
    cloud.answer({
      'work.list': () => work,
      'work.accept': () => ({ ...offer, state: 'accepted', actions: ['sticker'] }),
    })
    await show(<WeekPage />)
    expect(text()).toContain('剩 31 小时')
    await tap(`accept-${offer.id}`)
    expect(cloud.callsOf('work.accept')).toEqual([])
    await tap('confirm-yes')
    expect(cloud.callsOf('work.accept')).toEqual([{ id: offer.id, key: expect.any(String) }])
  })

  test('an offer may be declined without a reason', async () => {
    cloud.answer({ 'work.list': () => work, 'work.decline': ({ id }: { id: string }) => ({ id }) })
    await show(<WeekPage />)
    await tap(`decline-${offer.id}`)
    await tap('decline-confirm')
    expect(cloud.callsOf('work.decline')).toEqual([{ id: offer.id, key: expect.any(String) }])
  })

  test('an orchard without any work reads one sentence', async () => {
    cloud.answer({ 'work.list': () => ({ ...work, offered: [], underWay: [] }) })
    await show(<WeekPage />)
    expect(has('week-empty')).toBe(true)
  })

  test('the calendar’s work of this week is told with the fruit it is for, and not what nobody ordered', async () => {
    cloud.setNow('2026-09-22T01:00:00.000Z')
    const taken = { ...job, pieces: 48 }
    cloud.answer({ 'work.list': () => ({ ...work, offered: [offer], underWay: [taken] }) })
    await show(<WeekPage />)
    expect(at('task-bagOff-fuji-2026').getAttribute('aria-label')).toBe('摘袋 9月22日–9月25日 · 红富士 · 48 枚')
    expect(at('task-sticker-fuji-2026').getAttribute('aria-label')).toBe('贴字 9月26日–9月30日 · 红富士 · 48 枚')
    expect(has('task-harvest-fuji-2026')).toBe(false)
  })

  test('an orchard that has accepted nothing is told of no work', async () => {
    cloud.setNow('2026-09-22T01:00:00.000Z')
    cloud.answer({ 'work.list': () => ({ ...work, underWay: [] }) })
    await show(<WeekPage />)
    expect(has('week-tasks')).toBe(false)
  })

  test('the calendar keeps true proportions and leaves out what it cannot show', () => {
    const range = rangeAround('2026-12-15')
    expect(range.months.map(({ first }) => first.slice(0, 7))).toEqual([
      '2026-11',
      '2026-12',
      '2027-01',
      '2027-02',
      '2027-03',
    ])
    expect(phasesOf(season, range)).toEqual([])
    const phases = phasesOf(season, rangeAround('2026-09-05'))
    expect(phases.map(({ kind }) => kind)).toEqual(['cutoff', 'sticker', 'colouring', 'harvest'])
    expect(phases[0].left).toBe(0)
    expect(phases[2].width / phases[1].width).toBeCloseTo(20 / 5)
    expect(phases[3].left).toBeCloseTo(phases[2].left + phases[2].width)
  })

  test('the laser’s orders run into the harvest, with no film between', () => {
    const phases = phasesOf(laserSeason, rangeAround('2026-09-05'))
    expect(phases.map(({ kind, to }) => [kind, to])).toEqual([
      ['cutoff', '2026-10-26'],
      ['harvest', '2026-10-31'],
    ])
  })

  test('an offer for the laser names the day of the mark', async () => {
    cloud.answer({ 'work.list': () => ({ ...work, offered: [{ ...offer, dates: laserDates }], underWay: [] }) })
    await show(<WeekPage />)
    expect(at(`offer-${offer.id}`).textContent).toContain('10月6日 激光印字，10月8日 前到质检仓')
  })
})

describe('a piece of work', () => {
  const open = async (state: JobView, answers: object = {}) => {
    let now = state
    cloud.answer({
      'work.get': () => now,
      'work.record': () => (now = { ...now, state: 'stickered', actions: ['colour'] }),
      ...answers,
    })
    await show(<JobPage />, { id: state.id })
  }

  test('shows words, code, pieces and days, and nothing of a customer', async () => {
    await open(job)
    expect(text()).toContain('生日快乐')
    expect(text()).toContain('GY26-5C1W9K')
    expect(text()).toContain('12 枚')
    expect(text()).toContain('9月26日')
    expect(text()).not.toMatch(/收件|电话|地址|¥/)
    await tap('copy-code')
    expect(cloud.callsOf('setClipboardData')).toEqual([{ data: 'GY26-5C1W9K' }])
  })

  test('a step is recorded with its photo after one more question', async () => {
    await open(job)
    await tap('take-photo')
    await tap('step-sticker')
    expect(cloud.callsOf('work.record')).toEqual([])
    await tap('confirm-yes')
    expect(cloud.callsOf('work.record')).toEqual([
      { id: job.id, key: expect.any(String), step: 'sticker', photo: 'cloud://test/photo.jpg' },
    ])
    expect(has('step-colour')).toBe(true)
    expect(has('step-sticker')).toBe(false)
  })

  test.each([
    ['2026-09-01T01:00:00.000Z', '比计划早 25 天，原定 9月26日。'],
    ['2026-09-24T01:00:00.000Z', '比计划早 2 天，原定 9月26日。'],
    ['2026-10-29T01:00:00.000Z', '晚了 33 天，原定 9月26日。'],
  ])('recording it on %s is far from its plan, and the question says so', async (now, said) => {
    cloud.setNow(now)
    await open(job)
    await tap('step-sticker')
    expect(text()).toContain(`${said}记下就不能改`)
    await tap('confirm-no')
  })

  test('a day beside the plan, or leaving for the hub once it is picked, is not worth a word', async () => {
    const leaving = { ...job, actions: ['dispatch' as const] }
    expect(offPlan(job, '2026-09-25')).toBeNull()
    expect(offPlan(job, '2026-09-27')).toBeNull()
    expect(offPlan(leaving, '2026-10-20')).toBeNull()
    expect(offPlan(leaving, '2026-10-19')).toEqual({ day: '2026-10-21', days: -2 })
    expect(offPlan(leaving, '2026-10-25')).toEqual({ day: '2026-10-23', days: 2 })
    const marked = { dates: laserDates, actions: ['dispatch' as const] }
    expect(offPlan(marked, '2026-10-05')).toBeNull()
    expect(offPlan(marked, '2026-10-04')).toEqual({ day: '2026-10-06', days: -2 })
  })

  test('work for the laser is harvested, marked and sent, and has no sticker', async () => {
    const picked: JobView = {
      ...job,
      dates: laserDates,
      state: 'harvested',
      steps: [{ to: 'harvested', at: '2026-10-05T02:00:00.000Z' }],
      actions: ['mark'],
    }
    cloud.setNow('2026-10-06T01:00:00.000Z')
    await open(picked, { 'work.record': () => ({ ...picked, state: 'marked', actions: ['dispatch'] }) })
    expect(at('growth').textContent).toBe('采收10月5日激光印字10月6日寄质检仓10月8日')
    await tap('step-mark')
    await tap('confirm-yes')
    expect(cloud.callsOf('work.record')).toEqual([{ id: job.id, key: expect.any(String), step: 'mark' }])
  })

  test('work that went to another orchard says so and leads back to the week', async () => {
    await open(job, {
      'work.get': () => {
        throw new Refusing('FULFILMENT_UNKNOWN', '没有找到这份活计，可能已交给别家')
      },
    })
    expect(text()).toContain('可能已交给别家')
    expect(has('page-error')).toBe(false)
    await tap('job-unknown-act')
    expect(cloud.callsOf('redirectTo')).toEqual([{ url: '/orchard/week/index' }])
  })

  test('a step needs no photo, and saying no records nothing', async () => {
    await open(job)
    await tap('step-sticker')
    await tap('confirm-no')
    expect(cloud.callsOf('work.record')).toEqual([])
    await tap('step-sticker')
    await tap('confirm-yes')
    expect(cloud.callsOf('work.record')).toEqual([{ id: job.id, key: expect.any(String), step: 'sticker' }])
  })

  test('fruit that came back shows the reason and the photo, and is sent again', async () => {
    const mismatch = {
      reason: '缺笔画',
      photoUrl: 'https://x/back.jpg',
      at: '2026-10-24T02:00:00.000Z',
      redoBy: '2026-10-31T02:00:00.000Z',
      fruit: [],
    }
    await open({ ...job, state: 'mismatched', actions: ['sendAgain'], mismatch })
    expect(at('mismatch-card').textContent).toContain('缺笔画')
    expect(document.querySelector('img[src="https://x/back.jpg"]')).not.toBeNull()
    await tap('step-sendAgain')
    await tap('confirm-yes')
    expect(cloud.callsOf('work.record')).toMatchObject([{ step: 'sendAgain' }])
  })

  test('an offer is answered here too; after declining the week comes back', async () => {
    await open(offer, { 'work.decline': () => ({ id: offer.id }) })
    expect(has('accept')).toBe(true)
    await tap('decline')
    type('field-reason', '人手排满了')
    await tap('decline-confirm')
    expect(cloud.callsOf('work.decline')).toEqual([{ id: offer.id, key: expect.any(String), reason: '人手排满了' }])
    expect(cloud.callsOf('redirectTo')).toEqual([{ url: '/orchard/week/index' }])
  })

  test('work that is done has no buttons', async () => {
    await open({ ...job, state: 'passed', actions: [] })
    expect(has('take-photo')).toBe(false)
    expect(document.querySelector('[id^="step-"]')).toBeNull()
  })

  test('a stranger reads a kind sentence', async () => {
    await open(job, {
      'work.get': () => {
        throw new Refusing('NOT_YOURS', '您没有权限做这件事')
      },
    })
    expect(has('not-yours')).toBe(true)
  })
})

test('an empty orchard inbox says so', async () => {
  cloud.answer({ 'orchardInbox.list': () => ({ entries: [], unread: 0 }) })
  await show(<InboxPage />)
  expect(has('inbox-empty')).toBe(true)
})
