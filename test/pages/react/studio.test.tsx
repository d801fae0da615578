import { act, fireEvent, render } from '@testing-library/react'
import StudioPage from '../../../src/pages/studio'
import { basketStore } from '../../../src/state/basket'
import { changeDesign, designStore } from '../../../src/state/design'
import { cloud } from '../support/taro'
import { fujiView, galaView } from './shop-samples'
import { at, has, settle, tap, text, type } from './staff-screen'

beforeEach(() => {
  jest.useFakeTimers()
  cloud.reset()
  changeDesign({ productId: '', kind: 'text', text: '', face: 'song', picture: null, packId: '', packs: 1 })
  cloud.answer({
    'catalogue.list': () => ({ products: [fujiView, galaView] }),
    'design.check': () => ({ refusal: null, content: 'pass' }),
  })
})
afterEach(() => jest.useRealTimers())

async function show() {
  const shown = render(<StudioPage />)
  await settle()
  return shown
}

async function leave(id: string) {
  fireEvent.blur(at(id))
  await act(async () => void jest.advanceTimersByTime(300))
  await settle()
}

test('the counter counts room on the skin, two letters for one character', async () => {
  await show()
  type('field-words', '生日快乐')
  expect(text()).toContain('4 / 6 字')
  type('field-words', 'LOVE 你')
  expect(text()).toContain('3 / 6 字')
})

test('words that are too long say how many fit, and mend themselves when shortened', async () => {
  await show()
  type('field-words', '生日快乐天天开心')
  expect(at('field-words-error').textContent).toBe('这颗果放得下 6 个字，再短一点更好看')
  type('field-words', '生日快乐')
  expect(has('field-words-error')).toBe(false)
  expect(at('hints').textContent).toContain('放得下')
})

test('a sign that cannot be grown is named', async () => {
  await show()
  type('field-words', '生日😀')
  expect(at('field-words-error').textContent).toContain('“😀”晒不出来')
})

test('the server is asked when the field is left, never on a key, and not for words that cannot be made', async () => {
  await show()
  type('field-words', '生')
  type('field-words', '生日')
  await act(async () => void jest.advanceTimersByTime(5000))
  expect(cloud.callsOf('design.check')).toEqual([])
  await leave('field-words')
  expect(cloud.callsOf('design.check')).toEqual([
    { productId: 'fuji', imprint: { kind: 'text', text: '生日', face: 'song' } },
  ])
  expect(at('hints').textContent).toContain('这句话可以印')
  type('field-words', '生日快乐天天开心')
  await leave('field-words')
  expect(cloud.callsOf('design.check')).toHaveLength(1)
})

test('words the server will not grow are marked at the field, until they change', async () => {
  const refusal = { code: 'CONTENT_REFUSED', message: { zh: '这句话不能印，换一句吧', en: 'Try another' } }
  cloud.answer({ 'design.check': () => ({ refusal, content: 'unchecked' }) })
  await show()
  type('field-words', '坏话')
  await leave('field-words')
  expect(at('field-words-error').textContent).toBe('这句话不能印，换一句吧')
  type('field-words', '好话')
  expect(has('field-words-error')).toBe(false)
})

test('an empty field is at fault only after trying to go on', async () => {
  await show()
  expect(has('field-words-error')).toBe(false)
  await tap('order')
  expect(at('field-words-error').textContent).toContain('还没写字呢')
  expect(has('pack-sheet')).toBe(false)
})

test('pack and quantity make the price, and checkout gets the line', async () => {
  await show()
  type('field-words', ' 生日快乐 ')
  await tap('face-hei')
  await tap('order')
  await tap('pack-six')
  await tap('packs-more')
  expect(at('sheet-price').textContent).toBe('¥172.00')
  await tap('to-checkout')
  expect(basketStore.get().lines).toEqual([
    { asked: { productId: 'fuji', packId: 'six', packs: 2, imprint: { kind: 'text', text: '生日快乐', face: 'hei' } } },
  ])
  expect(cloud.callsOf('navigateTo')).toEqual([{ url: '/pages/checkout/index' }])
})

test('the draft is still there when the page is opened again', async () => {
  const { unmount } = await show()
  type('field-words', '平安')
  unmount()
  await show()
  expect((at('field-words') as HTMLInputElement).value).toBe('平安')
  expect(designStore.get().text).toBe('平安')
})

test('a fruit out of season cannot be chosen', async () => {
  await show()
  expect(at('variety-gala').getAttribute('aria-disabled')).toBe('true')
  await tap('variety-gala')
  expect(designStore.get().productId).toBe('')
})
