import { act, fireEvent } from '@testing-library/react'
import { PLAIN_WISH, type PictureWish } from '../../../domain/imprint/picture'
import { addDesign, changeDesign, currentDesign, draftsStore } from '../../../src/state/design'
import { keepPhoto, photoStore } from '../../../src/studio/picture/photo'
import { cloud } from '../support/taro'
import { fine, thin } from './glyph-samples'
import { newShopper, pass, rest, showStudio } from './studio-screen'
import { at, has, settle, tap, text } from './staff-screen'

const side = 60

/** A dark disc left of the middle of a light photo, as the studio keeps it. */
function disc(): string {
  const grey = new Uint8Array(side * side)
  for (let i = 0; i < grey.length; i++) grey[i] = Math.hypot((i % side) - 24, Math.floor(i / side) - 30) < 14 ? 30 : 220
  return Buffer.from(grey).toString('base64')
}

beforeEach(() => {
  newShopper()
  changeDesign({ kind: 'picture' })
  keepPhoto(currentDesign().id, { fileId: 'cloud://x/designs/a.jpg', width: side, height: side, grey: disc() }, [
    currentDesign().id,
  ])
  cloud.answer({
    'picture.stencil': () => fine,
    'picture.register': () => ({ pictureId: 'P1', verdict: 'pending', url: 'https://x/a.jpg', stencil: fine }),
    'picture.get': () => ({ pictureId: 'P1', verdict: 'pass', url: 'https://x/a.jpg' }),
  })
})
afterEach(() => jest.useRealTimers())

const wish = () => currentDesign().wish
const finger = (...points: [number, number][]) => ({
  touches: points.map(([clientX, clientY]) => ({ clientX, clientY })),
})
const asked = () => cloud.callsOf('picture.stencil').map((args) => (args as { wish: PictureWish }).wish)

test('the phone’s own cut is on the fruit at once, the server is asked when the finger rests', async () => {
  await showStudio()
  expect(text()).toMatch(/图幅 \d+ mm/)
  expect(asked()).toEqual([])
  await rest()
  expect(cloud.callsOf('picture.stencil')).toEqual([
    { productId: 'fuji', fileId: 'cloud://x/designs/a.jpg', wish: PLAIN_WISH },
  ])
  expect(at('hints').textContent).toContain('能印得清楚')
})

test('a finger moves the photo, and cannot take it out of its window', async () => {
  changeDesign({ wish: { ...PLAIN_WISH, crop: { x: 0.5, y: 0.5, side: 0.5 } } })
  await showStudio()
  fireEvent.touchStart(at('crop'), finger([100, 100]))
  fireEvent.touchMove(at('crop'), finger([120, 100]))
  expect(wish().crop).toEqual({ x: 0.45, y: 0.5, side: 0.5 })
  fireEvent.touchMove(at('crop'), finger([900, 100]))
  expect(wish().crop.x).toBe(0.25)
})

test('a photo that lies on its side moves with the finger all the same', async () => {
  changeDesign({ wish: { ...PLAIN_WISH, turn: 90, crop: { x: 0.5, y: 0.5, side: 0.5 } } })
  await showStudio()
  fireEvent.touchStart(at('crop'), finger([100, 100]))
  fireEvent.touchMove(at('crop'), finger([120, 100]))
  expect(wish().crop.x).toBeCloseTo(0.5)
  expect(wish().crop.y).toBeCloseTo(0.55)
})

test('two fingers make it larger, and never smaller than the window', async () => {
  await showStudio()
  fireEvent.touchStart(at('crop'), finger([80, 100], [120, 100]))
  fireEvent.touchMove(at('crop'), finger([60, 100], [140, 100]))
  expect(wish().crop.side).toBe(0.5)
  fireEvent.touchMove(at('crop'), finger([99, 100], [101, 100]))
  expect(wish().crop.side).toBe(1)
})

test('sliders are dragged or tapped, and stop at their ends', async () => {
  await showStudio()
  fireEvent.touchStart(at('threshold-track'), finger([0, 0]))
  fireEvent.touchMove(at('threshold-track'), finger([84, 0]))
  expect(wish().threshold).toBeCloseTo(0.3)
  await tap('threshold-more')
  expect(wish().threshold).toBeCloseTo(0.3)
  await tap('contrast-less')
  expect(wish().contrast).toBeCloseTo(0.9)
  await tap('simplify-more')
  await tap('turn-quarter')
  await tap('turn-quarter')
  await tap('turn-quarter')
  await tap('invert-yes')
  await tap('style-logo')
  expect(wish()).toMatchObject({ simplify: 1, turn: -90, invert: true, style: 'logo' })
  await tap('tune-reset')
  expect(wish()).toEqual({ ...PLAIN_WISH, style: 'logo' })
})

test('a photo that is too busy is simplified with one tap', async () => {
  cloud.answer({
    'picture.stencil': ({ wish: { simplify } }: { wish: PictureWish }) =>
      simplify === 0 ? { ...thin, fixes: [{ kind: 'simplify' }] } : fine,
  })
  await showStudio()
  await rest()
  expect(at('picture-use').getAttribute('aria-disabled')).toBe('true')
  await tap('fix-simplify')
  await rest()
  expect(asked().map(({ simplify }) => simplify)).toEqual([0, 1])
  expect(at('picture-use').getAttribute('aria-disabled')).toBe(null)
})

test('is taken with one tap, looked at by WeChat, and tuning it again makes it another one', async () => {
  await showStudio()
  await rest()
  await tap('picture-use')
  await settle()
  expect(cloud.callsOf('picture.register')).toEqual([
    { key: expect.any(String), productId: 'fuji', fileId: 'cloud://x/designs/a.jpg', wish: PLAIN_WISH },
  ])
  expect(currentDesign().picture).toEqual({ pictureId: 'P1', url: 'https://x/a.jpg' })
  expect(at('hints').textContent).toContain('这张图可以印')
  await tap('invert-yes')
  expect(currentDesign().picture).toBe(null)
  expect(has('picture-use')).toBe(true)
})

describe('an answer that comes late', () => {
  const registered = { pictureId: 'P1', verdict: 'pending', url: 'https://x/a.jpg', stencil: fine }
  let answer: (view: unknown) => void
  const taken = () => draftsStore.get().designs.map(({ picture }) => picture?.pictureId ?? null)
  const come = async () => {
    answer(registered)
    await settle()
  }
  beforeEach(async () => {
    cloud.answer({ 'picture.register': () => new Promise((done) => (answer = done)) })
    await showStudio()
    await tap('picture-use')
  })

  test('is not taken for a photo that was tuned meanwhile', async () => {
    await tap('invert-yes')
    await come()
    expect(taken()).toEqual([null])
    expect(has('picture-use')).toBe(true)
  })

  test('is not taken for another photo with the same tuning', async () => {
    const { id } = currentDesign()
    await act(async () => keepPhoto(id, { ...photoStore.get()[id], fileId: 'cloud://x/designs/b.jpg' }, [id]))
    await come()
    expect(taken()).toEqual([null])
  })

  test('goes to the design that asked, not to the one that is open', async () => {
    await act(async () => addDesign({ kind: 'picture' }))
    await come()
    expect(taken()).toEqual(['P1', null])
  })
})

test('what was not answered is asked again under its key, another tuning under another', async () => {
  cloud.answer({ 'picture.register': () => Promise.reject(new Error('request:fail')) })
  await showStudio()
  for (const before of [null, null, 'invert-yes']) {
    if (before) await tap(before)
    await tap('picture-use')
    await settle()
  }
  const keys = cloud.callsOf('picture.register').map((args) => (args as { key: string }).key)
  expect(keys.map((key) => keys.indexOf(key))).toEqual([0, 0, 0, 0, 4, 4])
})

test('WeChat’s word is waited for', async () => {
  cloud.answer({ 'picture.get': () => ({ pictureId: 'P1', verdict: 'pending', url: '' }) })
  await showStudio()
  await tap('picture-use')
  await settle()
  expect(at('hints').textContent).toContain('正在看这张图能不能印')
  cloud.answer({ 'picture.get': () => ({ pictureId: 'P1', verdict: 'refused', url: '' }) })
  await pass(3000)
  expect(at('hints').textContent).toContain('这张图不能印')
})

test('ordering before it is taken says so', async () => {
  await showStudio()
  await tap('order')
  expect(has('pack-sheet')).toBe(false)
  expect(text()).toContain('先点“用这张图”')
})

test('the photo is there when the page is opened again, and gone with its design', async () => {
  const { unmount } = await showStudio()
  unmount()
  await showStudio()
  expect(has('crop')).toBe(true)
  await act(async () => keepPhoto('another', null, []))
  expect(photoStore.get()).toEqual({})
})
