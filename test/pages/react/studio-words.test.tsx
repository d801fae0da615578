import { fireEvent } from '@testing-library/react'
import { currentDesign, artStore } from '../../../src/state/design'
import { ringsOf } from '../../../src/studio/findings/rings'
import { newCanvas } from '../support/canvas'
import { cloud, Refusing } from '../support/taro'
import { fine, glyphs, thin } from './glyph-samples'
import { fuji, fujiView } from './shop-samples'
import { leave, newShopper, pass, rest, showStudio } from './studio-screen'
import { at, has, settle, tap, text, type } from './staff-screen'

beforeEach(newShopper)
afterEach(() => jest.useRealTimers())

const words = (said: string, more = {}) => ({ kind: 'text', text: said, face: 'hei', ...more })
const stencilsOf = () => cloud.callsOf('design.stencil').map((args) => (args as { imprint: object }).imprint)
const hints = () => at('hints').textContent

test('the counter counts room on the skin, two letters for one character', async () => {
  await showStudio()
  type('field-words', '生日快乐')
  expect(text()).toContain('4 / 6 字')
  type('field-words', 'LOVE 你')
  expect(text()).toContain('3 / 6 字')
})

test('words that are too long say how many fit, and mend themselves when shortened', async () => {
  await showStudio()
  type('field-words', '生日快乐天天开心')
  expect(at('field-words-error').textContent).toBe('这颗果放得下 6 个字，再短一点更好看')
  type('field-words', '生日快乐')
  expect(has('field-words-error')).toBe(false)
})

test('a sign that cannot be grown is named, and no outline of it is asked for', async () => {
  await showStudio()
  await pass(100)
  type('field-words', '生日😀')
  await rest()
  expect(at('field-words-error').textContent).toContain('“😀”印不出来')
  expect(JSON.stringify(cloud.callsOf('design.glyphs'))).not.toContain('😀')
})

describe('outlines', () => {
  const asked = () =>
    cloud.callsOf('design.glyphs').flatMap((args) => {
      const { face, characters } = args as { face: string; characters: string }
      return face === 'hei' ? [characters] : []
    })

  test('keys typed together are asked for once, and no character twice', async () => {
    await showStudio()
    type('field-words', '生')
    type('field-words', '生日')
    type('field-words', '生日生日')
    await pass(100)
    type('field-words', '生日快')
    await pass(100)
    expect(asked()).toEqual(['印生日', '快'])
  })

  test('what has come is drawn, and is still there when the page is opened again', async () => {
    const { unmount } = await showStudio()
    type('field-words', '生日')
    await pass(100)
    expect(text()).toContain('字幅')
    unmount()
    const before = asked().length
    await showStudio()
    await pass(100)
    expect(text()).toContain('字幅')
    expect(asked()).toHaveLength(before)
  })

  test('what does not come is said, and another try brings it', async () => {
    await showStudio()
    await pass(100)
    cloud.answer({
      'design.glyphs': () => {
        throw new Refusing('INTERNAL', '出了点问题')
      },
    })
    type('field-words', '福')
    await pass(100)
    expect(at('glyphs-lost').textContent).toContain('有几个字的字形没取到')
    cloud.answer({ 'design.glyphs': glyphs })
    await tap('glyphs-lost-retry')
    await pass(100)
    expect(has('glyphs-lost')).toBe(false)
    expect(text()).toContain('字幅')
  })
})

describe('whether it can be produced', () => {
  test('is asked when the words have rested, never at a key', async () => {
    await showStudio()
    type('field-words', '生')
    await pass(399)
    type('field-words', '生日')
    await pass(399)
    expect(stencilsOf()).toEqual([])
    await pass(1)
    expect(stencilsOf()).toEqual([words('生日')])
    expect(hints()).toContain('能印得清楚，最细笔画 1.6 mm，要不少于 0.8 mm')
    expect(artStore.get()[currentDesign().id]).toEqual(fine.art)
  })

  test('an answer for words that have changed meanwhile says nothing', async () => {
    cloud.answer({
      'design.stencil': ({ imprint }: { imprint: { text: string } }) => (imprint.text === '鑫' ? thin : fine),
    })
    await showStudio()
    type('field-words', '鑫')
    await rest()
    expect(hints()).toContain('最细的笔画 0.6 mm，要不少于 0.8 mm')
    type('field-words', '一')
    expect(hints()).toBe('正在看能不能印清楚')
    await rest()
    expect(hints()).not.toContain('0.6')
  })

  test('each kind of finding is told once, the worst of it in millimetres', async () => {
    cloud.answer({ 'design.stencil': () => thin })
    await showStudio()
    type('field-words', '鑫')
    await rest()
    expect(hints()).toBe('最细的笔画 0.6 mm，要不少于 0.8 mm最窄的缝 0.5 mm，要不少于 0.7 mm')
  })

  test('what is fine is never told with less than is needed, nor what is thin with enough', async () => {
    const measures = { ...fine.measures, strokeMm: 0.74, gapMm: 0.66 }
    cloud.answer({ 'design.stencil': () => ({ ...fine, measures }) })
    await showStudio()
    type('field-words', '一')
    await rest()
    expect(hints()).toBe('能印得清楚，最细笔画 0.8 mm，要不少于 0.8 mm笔画间隙 0.7 mm，要不少于 0.7 mm')
    const spots = [{ kind: 'stroke', x: 0, y: 0, size: 0.78, design: 0 }]
    cloud.answer({ 'design.stencil': () => ({ ...thin, spots }) })
    type('field-words', '鑫')
    await rest()
    expect(hints()).toBe('最细的笔画 0.7 mm，要不少于 0.8 mm')
  })

  test('the worst spots are ringed, few and apart, on the fruit they are on', () => {
    const spot = (x: number, size: number, design = 0) => ({ kind: 'stroke' as const, x, y: 0, size, design })
    const many = Array.from({ length: 12 }, (_, i) => spot(-18 + 6 * (i % 7), 0.7 - i * 0.01))
    expect(ringsOf([spot(0, 0.6), spot(2, 0.5), spot(9, 0.4), spot(1, 0.1, 1)], 0).map(({ x }) => x)).toEqual([9, 2])
    expect(ringsOf([spot(0, 0.6), spot(1, 0.1, 1)], 1).map(({ x }) => x)).toEqual([1])
    expect(ringsOf(many, 0)).toHaveLength(5)
    expect(ringsOf([{ ...spot(0, 0.01), kind: 'empty' }], 0)).toEqual([])
  })

  test('one tap thickens, and the tap can be taken back', async () => {
    cloud.answer({ 'design.stencil': ({ imprint }: { imprint: { mend?: string } }) => (imprint.mend ? fine : thin) })
    await showStudio()
    type('field-words', '鑫')
    await rest()
    await tap('fix-thicken')
    await rest()
    expect(stencilsOf().pop()).toEqual(words('鑫', { mend: 'full' }))
    expect(hints()).toContain('能印得清楚')
    await tap('fix-undo')
    await rest()
    expect(stencilsOf().pop()).toEqual(words('鑫'))
    expect(has('fix-undo')).toBe(false)
  })

  test('thicker strokes were agreed to for these words only', async () => {
    cloud.answer({ 'design.stencil': () => thin })
    await showStudio()
    type('field-words', '鑫')
    await rest()
    await tap('fix-thicken')
    type('field-words', '鑫鑫')
    expect(currentDesign().mend).toBe(false)
    expect(has('fix-undo')).toBe(false)
  })

  test('one tap changes the face, another leaves out what does not fit', async () => {
    cloud.answer({ 'design.stencil': () => thin })
    await showStudio()
    await tap('face-song')
    type('field-words', '鑫森\n淼')
    await rest()
    await tap('fix-face')
    expect(currentDesign().face).toBe('hei')
    await rest()
    expect(at('fix-fewer').textContent).toBe('只留 2 个字')
    await tap('fix-fewer')
    expect(currentDesign().text).toBe('鑫森')
  })

  test('without a connection it is said, and asked again', async () => {
    await showStudio()
    await pass(100)
    type('field-words', '福')
    await pass(100)
    cloud.goOffline(2)
    await rest()
    expect(at('judge-lost').textContent).toContain('还没看能不能印清楚')
    await tap('judge-lost-retry')
    await settle()
    expect(has('judge-lost')).toBe(false)
    expect(hints()).toContain('能印得清楚')
  })
})

describe('how words are set', () => {
  test('lines, columns and a frame are part of what is asked', async () => {
    await showStudio()
    type('field-words', '平安\n喜乐')
    await tap('direction-columns')
    await tap('frame-wreath')
    await rest()
    expect(stencilsOf()).toEqual([words('平安\n喜乐', { direction: 'columns', frame: 'wreath' })])
  })

  test('a tapped suggestion is written, and goes away for the shopper’s own words', async () => {
    await showStudio()
    await tap('suggest-平安喜乐')
    expect(currentDesign().text).toBe('平安喜乐')
    type('field-words', '给外婆')
    expect(has('suggest')).toBe(false)
  })

  test('one character on each fruit shows the fruit in a row, and which boxes they fill', async () => {
    cloud.answer({ 'design.stencil': () => ({ ...fine, art: [...fine.art, ...fine.art, ...fine.art] }) })
    await showStudio()
    type('field-words', '福禄寿')
    await tap('spread-each')
    await rest()
    expect(stencilsOf().pop()).toEqual(words('福禄寿', { spread: 'perFruit' }))
    expect(has('fruit-2')).toBe(true)
    expect(at('spread-two').textContent).toBe('2 枚装：分不匀')
    expect(at('spread-six').textContent).toBe('6 枚礼盒：每个字 2 枚')
    expect(at('studio-price').textContent).toContain('86.00')
    expect(text()).toContain('3 / 12 字')
  })
})

describe('content', () => {
  test('is asked for when the field is left, never on a key, and not for words that cannot be made', async () => {
    await showStudio()
    type('field-words', '生')
    type('field-words', '生日')
    await pass(5000)
    expect(cloud.callsOf('design.check')).toEqual([])
    await leave('field-words')
    expect(cloud.callsOf('design.check')).toEqual([{ productId: 'fuji', imprint: words('生日') }])
    expect(hints()).toContain('这句话可以印')
    type('field-words', '生日快乐天天开心')
    await leave('field-words')
    expect(cloud.callsOf('design.check')).toHaveLength(1)
  })

  test('words the server will not grow are marked at the field, until they change', async () => {
    const refusal = { code: 'CONTENT_REFUSED', message: { zh: '这句话不能印，换一句吧', en: 'Try another' } }
    cloud.answer({ 'design.check': () => ({ refusal, content: 'unchecked' }) })
    await showStudio()
    type('field-words', '坏话')
    await leave('field-words')
    expect(at('field-words-error').textContent).toBe('这句话不能印，换一句吧')
    type('field-words', '好话')
    expect(has('field-words-error')).toBe(false)
  })
})

test('an empty field is at fault only after trying to go on', async () => {
  await showStudio()
  expect(has('field-words-error')).toBe(false)
  await tap('order')
  expect(at('field-words-error').textContent).toContain('还没写字呢')
  expect(has('pack-sheet')).toBe(false)
})

test('the season is dragged under a finger, and stays where it was left', async () => {
  const { unmount } = await showStudio()
  fireEvent.touchStart(at('growth-track'), { touches: [{ clientX: 228, clientY: 0 }] })
  fireEvent.touchMove(at('growth-track'), { touches: [{ clientX: 114, clientY: 0 }] })
  expect(at('growth-colouring').getAttribute('aria-checked')).toBe('true')
  unmount()
  await showStudio()
  expect(at('growth-colouring').getAttribute('aria-checked')).toBe('true')
  await tap('growth-harvest')
})

test('of fruit that a laser marks, no word speaks of film or sun, on the page or on the card', async () => {
  const canvas = newCanvas()
  cloud.setCanvas(canvas.node)
  cloud.answer({ 'catalogue.list': () => ({ products: [{ ...fujiView, product: { ...fuji, technique: 'laser' } }] }) })
  await showStudio()
  type('field-words', '平安')
  await rest()
  expect(at('growth-before').textContent).toBe('青果')
  await tap('share')
  await pass(50)
  await pass(50)
  expect(canvas.texts()).toContain('红富士 · 印在果皮上')
  expect(text()).not.toMatch(/[晒贴]/)
})
