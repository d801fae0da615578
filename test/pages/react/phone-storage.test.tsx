import { act, fireEvent } from '@testing-library/react'
import { artStore, changeDesign, draftsStore, keepArt } from '../../../src/state/design'
import { wantGlyphs } from '../../../src/studio/glyphs'
import { keepPhoto, photoStore, rereadPhotos } from '../../../src/studio/picture/photo'
import { cloud } from '../support/taro'
import { fine } from './glyph-samples'
import { newShopper, pass, rest, showStudio } from './studio-screen'
import { at, has, text, type } from './staff-screen'

beforeEach(newShopper)
afterEach(() => jest.useRealTimers())

const writesOf = (key: string) => cloud.callsOf('setStorageSync').filter((one) => one === key).length

test('a drawing the phone has no room for is drawn all the same, and the page stands', async () => {
  const art = [`${fine.art[0]}${'M0 0L1 1L0 1Z'.repeat(90_000)}`]
  expect(() => keepArt('other', art)).not.toThrow()
  await showStudio()
  type('field-words', '平安')
  await rest()
  await pass(300)
  expect(has('field-words')).toBe(true)
  expect(artStore.get().other).toBe(art)
})

test('a finger that drags is written down once, when it rests', async () => {
  await showStudio()
  await pass(300)
  const before = writesOf('growth')
  fireEvent.touchStart(at('growth-track'), { touches: [{ clientX: 228, clientY: 0 }] })
  for (let x = 220; x > 100; x -= 10) fireEvent.touchMove(at('growth-track'), { touches: [{ clientX: x, clientY: 0 }] })
  expect(writesOf('growth')).toBe(before)
  await pass(300)
  expect(writesOf('growth')).toBe(before + 1)
})

test('what was just written is not lost when the app is left', () => {
  changeDesign({ text: '平安喜乐' })
  cloud.hide()
  expect(cloud.stored('designs')).toEqual(draftsStore.get())
})

test('photos lie under a key each, the newest five of them, and come back', () => {
  const ids = Array.from({ length: 7 }, (_, i) => `design-${i}`)
  for (const id of ids) keepPhoto(id, { fileId: id, width: 600, height: 600, grey: 'A'.repeat(480_000) }, ids)
  expect(Object.keys(photoStore.get())).toEqual(ids)
  rereadPhotos()
  expect(Object.keys(photoStore.get())).toEqual(ids.slice(2))
  expect(cloud.stored('photo-design-0')).toBeUndefined()
  keepPhoto('none', null, [])
})

test('digits on a full shelf of outlines are drawn, and so is everything else in the text', async () => {
  const many = Array.from({ length: 200 }, (_, i) => String.fromCodePoint(0x4e00 + i))
  await showStudio()
  type('field-words', '7月')
  await pass(100)
  await act(async () => wantGlyphs('hei', many))
  await pass(100)
  await pass(100)
  type('field-words', '7月8')
  await pass(100)
  await pass(100)
  expect(text()).toContain('字幅')
  const { pairs } = cloud.stored('glyphs-hei') as { pairs: [string, unknown][] }
  const kept = pairs.map(([char]) => char)
  expect(kept).toEqual(expect.arrayContaining(['7', '月', '8']))
  expect(kept.length).toBeLessThanOrEqual(150)
})
