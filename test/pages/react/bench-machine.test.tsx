import { act, fireEvent, renderHook } from '@testing-library/react'
import { useActs } from '../../../src/merchant/bench/verdict'
import { cloud, Refusing } from '../support/taro'
import { hub, judgedOf, opened, photograph, showBench, type Verdict } from './bench-screen'
import { comparison, crate } from './staff-samples'
import { at, has, settle, tap, text } from './staff-screen'

beforeEach(() => {
  cloud.reset()
  hub()
})

describe('the machine’s opinion', () => {
  test('lies on the photo where it found the imprint, and fades with the slider', async () => {
    await showBench()
    await photograph()
    const drawn = () => at('found').querySelector('img')
    expect(decodeURIComponent(drawn()?.getAttribute('src') ?? '')).toContain('viewBox="0 0 1 0.75"')
    expect(decodeURIComponent(drawn()?.getAttribute('src') ?? '')).toContain(comparison.overlay?.path)
    await tap('fade-photo')
    expect(drawn()?.style.opacity).toBe('0')
    fireEvent.touchStart(at('fade-track'), { touches: [{ clientX: 100 }] })
    fireEvent.touchMove(at('fade-track'), { touches: [{ clientX: 280 }] })
    expect(drawn()?.style.opacity).toBe('1')
    await tap('overlay-by')
    expect(has('overlay')).toBe(true)
    expect(has('found')).toBe(false)
  })

  test.each([
    ['consistent', false],
    ['inconsistent', true],
    ['unsure', true],
  ])('%s: the worst spot is ringed: %s', async (verdict, ringed) => {
    cloud.answer({ 'intake.compare': () => ({ ...comparison, verdict, reason: 'partMissing' }) })
    await showBench()
    await photograph()
    expect(decodeURIComponent(at('found').innerHTML).includes('<circle')).toBe(ringed)
  })

  test('is advice until enough decisions are in, and says how many are missing', async () => {
    await showBench()
    await photograph()
    expect(at('verdict').textContent).toContain('看着一致')
    expect(at('opinion').textContent).toContain('和订单一样')
    expect(at('role').textContent).toContain('再有 147 次判断')
    await tap('judge-good')
    expect(cloud.callsOf('intake.judge')).toMatchObject([
      { comparison: comparison.id, photo: 'cloud://test/photo.jpg', fruit: 1 },
    ])
  })

  test('leads the reasons with its own, and makes its refusal the large button when it proposes', async () => {
    const against = { ...comparison, verdict: 'inconsistent', reason: 'mirrored', role: 'proposes', score: 0.1 }
    cloud.answer({ 'intake.compare': () => against })
    await showBench()
    await photograph()
    expect(at('role').textContent).toContain('建议')
    expect(at('judge-good').className).toContain('btn--secondary')
    await tap('judge-bad')
    const first = at('fruit-bad-suggest').querySelector('[role="radio"]')
    expect(first?.id).toBe('fruit-bad-suggest-machine')
    await tap('fruit-bad-suggest-machine')
    expect(judgedOf()).toEqual([[1, 'inconsistent', '字印反了（镜像）']])
  })

  test('that proposes to send an only fruit back makes room for that', async () => {
    const against = { ...comparison, verdict: 'inconsistent', reason: 'partMissing', role: 'proposes' }
    hub({ ...crate, fruit: [1], pieces: 1 })
    cloud.answer({ 'intake.compare': () => against })
    await showBench()
    const room = (id: string) => Number(at(id).parentElement?.style.flexGrow)
    expect(room('mismatch')).toBeLessThan(room('pass'))
    await photograph()
    expect(room('mismatch')).toBeGreaterThan(room('pass'))
    await tap('mismatch')
    expect((at('field-reason') as HTMLTextAreaElement).value).toBe('缺了一块')
  })

  test('names another order’s fruit and opens that parcel', async () => {
    const looksLike = {
      code: 'GY26-7Q2K11',
      orderNo: 'GY2609051111111',
      title: { zh: '福', en: '福' },
      design: null,
      others: 0,
    }
    cloud.answer({
      'intake.compare': () => ({ ...comparison, verdict: 'inconsistent', reason: 'wrongDesign', looksLike }),
    })
    await showBench()
    await photograph()
    expect(at('looks-like').textContent).toContain('GY26-7Q2K11')
    expect(at('looks-like').textContent).toContain('GY2609051111111')
    expect(at('looks-like').textContent).not.toContain('也印这个')
    await tap('open-other')
    expect(opened('navigateTo')).toEqual(['/merchant/bench/index?code=GY26-7Q2K11'])
  })

  test('says that others carry the design too, where it stands for one of several', async () => {
    const looksLike = { code: 'GY26-7Q2K11', orderNo: 'GY2609051111111', title: { zh: '福', en: '福' }, design: null }
    cloud.answer({ 'intake.compare': () => ({ ...comparison, looksLike: { ...looksLike, others: 3 } }) })
    await showBench()
    await photograph()
    expect(at('looks-like').textContent).toContain('GY26-7Q2K11')
    expect(at('looks-like').textContent).toContain('还有 3 件也印这个')
  })

  test('offers to judge the fruit of this parcel that it looks like', async () => {
    const looksLike = { code: crate.code, orderNo: crate.orderNo, title: { zh: '乐', en: '乐' }, design: 2, others: 0 }
    cloud.answer({
      'intake.compare': ({ fruit }: Verdict) =>
        fruit === 1 ? { ...comparison, verdict: 'inconsistent', reason: 'wrongDesign', looksLike } : comparison,
    })
    await showBench()
    await photograph()
    expect(at('looks-like').textContent).toContain('乐')
    await tap('judge-instead')
    expect(text()).toContain('第 3 枚 / 共 3 枚')
    expect(cloud.callsOf('intake.compare').map((args) => (args as Verdict).fruit)).toEqual([1, 3])
    expect(at('verdict').textContent).toContain('看着一致')
    await tap('judge-good')
    expect(judgedOf()).toEqual([[3, 'consistent', undefined]])
    expect(text()).toContain('第 1 枚 / 共 3 枚')
  })

  test('need not be waited for, and a late one is not shown with the next fruit', async () => {
    let answer: (view: object) => void = () => undefined
    cloud.answer({ 'intake.compare': () => new Promise((resolve) => (answer = resolve)) })
    await showBench()
    await photograph()
    expect(has('comparing')).toBe(true)
    await tap('judge-good')
    expect(judgedOf()).toEqual([[1, 'consistent', undefined]])
    answer(comparison)
    await settle()
    expect(has('capture')).toBe(true)
    await tap('capture-close')
    expect(has('opinion')).toBe(false)
    expect(has('no-photo')).toBe(true)
  })
})

test.each([
  [1, { comparison: comparison.id, photo: 'cloud://test/photo.jpg' }],
  [2, {}],
])('an opinion and photo of fruit 1 go with the decision on fruit %i only if they are of it', async (fruit, known) => {
  const look = { fruit: 1, url: '', light: 'fine', stage: 'compared', comparison, problem: '' } as const
  const looking = { look, sent: async () => 'cloud://test/photo.jpg' }
  const notes = { grade: null, grams: '', note: '' }
  const done = { judged: jest.fn(), left: jest.fn(), received: jest.fn() }
  const { result } = renderHook(() => useActs(crate.id, { fruit, single: false }, looking, notes, done))
  await act(() => result.current.judge.run('inconsistent', '缺笔画'))
  await act(() => result.current.pass.run())
  const given = { id: crate.id, key: expect.any(String), tookMs: expect.any(Number), ...known }
  expect(cloud.callsOf('intake.judge')).toEqual([
    { ...given, fruit, verdict: 'inconsistent', reason: '缺笔画', cause: 'imprint' },
  ])
  expect(cloud.callsOf('intake.pass')).toEqual([given])
})

describe('what can go wrong with a photo', () => {
  test.each([
    ['PHOTO_UNREADABLE', '这张照片打不开，请再拍一张'],
    ['DESIGN_GONE', '订单的图样不在了，请用眼睛比'],
  ])('%s: the reason is said and the person decides by eye', async (code, zh) => {
    cloud.answer({
      'intake.compare': () => {
        throw new Refusing(code, zh, 'photo')
      },
    })
    await showBench()
    await photograph()
    expect(at('compare-failed').textContent).toContain(zh)
    cloud.answer({ 'intake.compare': () => comparison })
    await tap('compare-again')
    expect(has('verdict')).toBe(true)
  })

  test('a photo that did not get through can be sent again, and holds no decision up', async () => {
    cloud.loseUploads(1)
    await showBench()
    await photograph()
    expect(at('compare-failed').textContent).toContain('机器没比成')
    await tap('judge-good')
    expect(judgedOf()).toEqual([[1, 'consistent', undefined]])
    expect(cloud.callsOf('intake.judge')[0]).not.toHaveProperty('photo')
  })

  test('a file that is no picture leaves the camera open', async () => {
    await showBench()
    await photograph('wxfile://broken.heic')
    expect(text()).toContain('这张照片打不开，换一张')
    expect(cloud.callsOf('intake.compare')).toEqual([])
    expect(has('capture')).toBe(true)
  })

  test('a camera that is not allowed leaves the settings and the system’s camera', async () => {
    await showBench()
    await tap('take-photo')
    fireEvent.error(document.querySelector('video') as Element)
    expect(at('camera-refused').textContent).toContain('没有相机权限')
    expect(has('shutter')).toBe(false)
    await photograph('wxfile://album.jpg')
    expect(has('verdict')).toBe(true)
    await tap('take-photo')
    fireEvent.error(document.querySelector('video') as Element)
    await tap('allow-camera')
    expect(has('shutter')).toBe(true)
  })

  test.each([
    [20, '有点暗'],
    [250, '反光有点强'],
  ])('brightness %i: a hint about the light', async (grey, hint) => {
    cloud.shine(grey)
    await showBench()
    await photograph()
    expect(at('light').textContent).toContain(hint)
  })
})
