import { hub, judgedOf, none, opened, showBench } from './bench-screen'
import { cleanup } from '@testing-library/react'
import type { BenchView } from '../../../contract/views'
import { POLICY } from '../../../domain/policy'
import { cloud, Refusing } from '../support/taro'
import { bench, comparison, crate, line } from './staff-samples'
import { at, has, settle, tap, text, type } from './staff-screen'

beforeEach(() => {
  cloud.reset()
  hub()
})

describe('fruit by fruit', () => {
  test('one tap decides a fruit and the next one comes up with its own design', async () => {
    await showBench()
    expect(text()).toContain('第 1 枚 / 共 3 枚')
    await tap('judge-good')
    expect(text()).toContain('第 2 枚 / 共 3 枚')
    expect(at('fruit-1').getAttribute('aria-label')).toBe('第 1 枚，一致，日')
    expect(at('fruit-2').getAttribute('aria-selected')).toBe('true')
    expect(cloud.callsOf('intake.judge')).toEqual([
      { id: crate.id, key: expect.any(String), fruit: 1, verdict: 'consistent', tookMs: expect.any(Number) },
    ])
  })

  test('a reason tapped sends a bad fruit at once; nothing is typed', async () => {
    await showBench()
    await tap('judge-bad')
    await tap('fruit-bad-suggest-missingStroke')
    expect(judgedOf()).toEqual([[1, 'inconsistent', '缺笔画']])
    expect(has('fruit-bad')).toBe(false)
    expect(at('fruit-1').getAttribute('aria-label')).toContain('不一致')
  })

  test.each([
    ['missingStroke', 'imprint'],
    ['bruised', 'fruit'],
  ])('the reason %s says that it is about the %s', async (reason, cause) => {
    await showBench()
    await tap('judge-bad')
    await tap(`fruit-bad-suggest-${reason}`)
    expect(cloud.callsOf('intake.judge')).toMatchObject([{ fruit: 1, verdict: 'inconsistent', cause }])
  })

  test('another reason may be written, but not left empty', async () => {
    await showBench()
    await tap('judge-bad')
    await tap('fruit-bad-confirm')
    expect(at('field-reason-error').textContent).toContain('写一句原因')
    type('field-reason', '被虫咬了')
    await tap('fruit-bad-confirm')
    expect(judgedOf()).toEqual([[1, 'inconsistent', '被虫咬了']])
    expect(cloud.callsOf('intake.judge')[0]).not.toHaveProperty('cause')
  })

  test('a judged fruit is opened again by its number and judged anew', async () => {
    await showBench()
    for (const _ of crate.lines[0].art) await tap('judge-good')
    expect(has('judge-good')).toBe(false)
    await tap('fruit-2')
    await tap('judge-bad')
    await tap('fruit-bad-suggest-blurred')
    expect(judgedOf()).toHaveLength(4)
    expect(judgedOf()[3]).toEqual([2, 'inconsistent', '印糊了'])
    expect(at('fruit-2').getAttribute('aria-label')).toContain('不一致')
  })

  test('a photo belongs to its fruit: the next one does not borrow it', async () => {
    const shot = {
      step: 'inspection' as const,
      fileId: 'cloud://x/1.jpg',
      at: '2026-10-24T02:00:00.000Z',
      url: 'https://x/1.jpg',
    }
    const judged = [{ fruit: 1, verdict: 'consistent' as const, photo: shot.fileId, at: shot.at }]
    hub({ ...crate, judged, photos: [shot] })
    await showBench()
    expect(has('no-photo')).toBe(true)
    await tap('fruit-1')
    expect(document.querySelector('.bench-stage__photo')?.getAttribute('src')).toBe(shot.url)
  })

  test('what has passed is not shown with the photo of a fruit that went back', async () => {
    const photo = (name: string) => ({
      step: 'inspection' as const,
      at: '2026-10-24T02:00:00.000Z',
      fileId: `cloud://x/${name}`,
      url: `https://x/${name}`,
    })
    const [good, bad] = [photo('good.jpg'), photo('bad.jpg')]
    const judged = [
      {
        fruit: 1,
        verdict: 'inconsistent' as const,
        reason: '缺笔画',
        photo: bad.fileId,
        at: '2026-10-24T02:00:00.000Z',
      },
      { fruit: 2, verdict: 'consistent' as const, photo: good.fileId, at: '2026-10-24T02:00:00.000Z' },
    ]
    hub({ ...crate, state: 'passed', judged, photos: [good, bad], actions: [] })
    await showBench()
    expect(document.querySelector('.bench-stage__photo')?.getAttribute('src')).toBe(good.url)
  })

  test('what was grown again is not shown with the photo of what failed', async () => {
    const photo = (step: 'harvested' | 'inspection' | 'sentToHub', day: number) => {
      const name = `${step}.jpg`
      return { step, at: `2026-10-${day}T02:00:00.000Z`, fileId: `cloud://x/${name}`, url: `https://x/${name}` }
    }
    const [grown, bad, again] = [photo('harvested', 20), photo('inspection', 24), photo('sentToHub', 28)]
    const failed = { verdict: 'inconsistent' as const, reason: '缺笔画', at: bad.at, photo: bad.fileId }
    const redone: BenchView = { ...crate, inspections: [failed], actions: ['judge', 'pass', 'failAgain'] }
    hub({ ...redone, photos: [grown, bad] })
    await showBench()
    expect(has('no-photo')).toBe(true)
    cleanup()
    hub({ ...redone, photos: [grown, bad, again] })
    await showBench()
    expect(document.querySelector('.bench-stage__photo')?.getAttribute('src')).toBe(again.url)
  })

  test('a parcel split off names its fruit by their own numbers', async () => {
    hub({ ...crate, id: 'GY2609057K3Q9C2-F1B', fruit: [2], pieces: 1 })
    await showBench({ id: 'GY2609057K3Q9C2-F1B' })
    expect(has('strip')).toBe(false)
    await tap('take-photo')
    await tap('shutter')
    expect(cloud.callsOf('intake.compare')).toMatchObject([{ fruit: 2 }])
    await tap('pass')
    expect(cloud.callsOf('intake.pass')).toMatchObject([{ comparison: comparison.id, photo: 'cloud://test/photo.jpg' }])
  })
})

describe('the end of a parcel', () => {
  test('the rest passes together when some were looked at singly', async () => {
    await showBench()
    await tap('judge-good')
    expect(at('pass').textContent).toContain('其余都看过，一致')
    expect(has('mismatch')).toBe(false)
    await tap('pass')
    expect(cloud.callsOf('intake.pass')).toHaveLength(1)
    expect(has('next-parcel')).toBe(false)
    await tap('to-intake')
    expect(opened('redirectTo')).toEqual(['/merchant/intake/index'])
  })

  test('good and bad part only after a sheet that says what happens', async () => {
    await showBench()
    await tap('judge-good')
    await tap('judge-bad')
    await tap('fruit-bad-suggest-missingStroke')
    await tap('pass-good')
    const said = at('split').textContent ?? ''
    expect(said).toContain('2 枚盖印通过，放 A-01-01')
    expect(said).toContain('1 枚另成一件，退回栖霞一号园重做')
    expect(at('bad-2').textContent).toBe('第 2 枚：缺笔画')
    expect(cloud.callsOf('intake.passGood')).toEqual([])
    await tap('split-confirm')
    expect(cloud.callsOf('intake.passGood')).toEqual([{ id: crate.id, key: expect.any(String) }])
  })

  test('what lies elsewhere shows which of its fruit did not match', async () => {
    const judged = [{ fruit: 2, verdict: 'inconsistent' as const, reason: '贴倒了', at: '2026-10-24T02:00:00.000Z' }]
    hub({ ...crate, state: 'mismatched', fruit: [2], pieces: 1, judged, actions: [] })
    await showBench()
    expect(at('bad-fruit').textContent).toBe('第 2 枚：贴倒了')
    expect(text()).toContain('不一致的')
    expect(has('take-photo')).toBe(false)
  })

  test('what went on without them says that they went back', async () => {
    const judged = [{ fruit: 2, verdict: 'inconsistent' as const, reason: '贴倒了', at: '2026-10-24T02:00:00.000Z' }]
    hub({ ...crate, state: 'passed', fruit: [1, 3], pieces: 2, judged, actions: [] })
    await showBench()
    expect(text()).toContain('另成一件退回去的')
  })

  test('when all are bad they go back with the reasons given', async () => {
    await showBench()
    for (const reason of ['blurred', 'blurred', 'upsideDown']) {
      await tap('judge-bad')
      await tap(`fruit-bad-suggest-${reason}`)
    }
    expect(has('pass')).toBe(false)
    await tap('mismatch')
    expect((at('field-reason') as HTMLTextAreaElement).value).toBe('印糊了；贴倒了')
    await tap('mismatch-confirm')
    expect(cloud.callsOf('intake.mismatch')).toMatchObject([{ reason: '印糊了；贴倒了' }])
  })

  test.each([
    ['failed for the first time', 'mismatch', '240 枚全部（判了一致的、没判的也在内）退回栖霞一号园重做'],
    ['has failed before', 'failAgain', '240 枚全部（判了一致的、没判的也在内）先不退果园'],
  ] as const)('when one is bad, all of a parcel that %s may still go back, which says so', async (_, move, means) => {
    const judged = Array.from({ length: POLICY.mostJudged }, (_, i) => ({
      fruit: i + 1,
      verdict: i > 0 ? ('consistent' as const) : ('inconsistent' as const),
      ...(i > 0 ? {} : { reason: '缺笔画' }),
      at: '2026-10-24T02:00:00.000Z',
    }))
    hub({ ...bench, lines: [{ ...line, packs: 20 }], pieces: 240, judged, actions: ['judge', 'passGood', move] })
    await showBench()
    expect(at('mismatch').className).toContain('btn--secondary')
    expect(at('pass-good').textContent).toContain('239 枚通过，1 枚退回')
    await tap('mismatch')
    expect(text()).toContain(means)
    expect((at('field-reason') as HTMLTextAreaElement).value).toBe('缺笔画')
    await tap('mismatch-confirm')
    expect(cloud.callsOf('intake.mismatch')).toMatchObject([{ reason: '缺笔画' }])
  })

  test('what the server does not allow is not offered', async () => {
    const judged = [{ fruit: 2, verdict: 'inconsistent' as const, reason: '缺笔画', at: '2026-10-24T02:00:00.000Z' }]
    hub({ ...crate, judged, actions: ['judge', 'passGood'] })
    await showBench()
    expect(has('mismatch')).toBe(false)
  })

  test('what fails again is not said to go back: the shop decides', async () => {
    hub({ ...crate, actions: ['judge', 'pass', 'failAgain'] })
    cloud.answer({ 'intake.mismatch': () => ({ ...crate, state: 'escalated', actions: [] }) })
    await showBench()
    expect(at('mismatch').textContent).toContain('由客服定')
    await tap('mismatch')
    expect(text()).toContain('3 枚全部先不退果园')
    type('field-reason', '缺笔画')
    await tap('mismatch-confirm')
    expect(text()).toContain('记下了，由客服定怎么办')
    expect(text()).not.toContain('退回果园')
  })

  test('the next parcel on the bench is one tap away', async () => {
    const next = { ...bench, id: 'GY2609058888882-F1', code: 'GY26-88888X' }
    cloud.answer({ 'intake.list': () => ({ ...none, received: [crate, next] }) })
    await showBench()
    await tap('pass')
    await tap('next-parcel')
    expect(opened('redirectTo')).toEqual([`/merchant/bench/index?id=${next.id}`])
  })
})

describe('how the bench is opened', () => {
  test('by a code, it finds the parcel once and stays with it', async () => {
    cloud.answer({ 'intake.find': () => crate })
    await showBench({ code: crate.code })
    await settle()
    expect(cloud.callsOf('intake.find')).toEqual([{ code: crate.code }])
    expect(cloud.callsOf('intake.get')).toEqual([{ id: crate.id }])
    expect(has('judge-good')).toBe(true)
  })

  test('by a code that stands for nothing, it shows the way back', async () => {
    cloud.answer({
      'intake.find': () => {
        throw new Refusing('IMPRINT_CODE_UNKNOWN', '没有这个印码', 'code')
      },
    })
    await showBench({ code: 'GY26-000000' })
    await tap('bench-unknown-act')
    expect(opened('redirectTo')).toEqual(['/merchant/intake/index'])
  })

  test('without a network it says so and tries again', async () => {
    cloud.goOffline(2)
    await showBench()
    expect(has('page-error')).toBe(true)
    await tap('page-error-act')
    expect(has('judge-good')).toBe(true)
  })
})
