import { basketStore } from '../../../src/state/basket'
import { addDesign, changeDesign, currentDesign, draftsStore } from '../../../src/state/design'
import { keepPhoto } from '../../../src/studio/picture/photo'
import { cloud } from '../support/taro'
import { fine, thin } from './glyph-samples'
import { fujiView, galaView } from './shop-samples'
import { newShopper, rest, showStudio } from './studio-screen'
import { at, has, settle, tap, text, type } from './staff-screen'

beforeEach(newShopper)
afterEach(() => jest.useRealTimers())

const text4 = { kind: 'text', text: '生日快乐', face: 'hei' } as const

test('pack and quantity make the price, and checkout gets the line with what was drawn', async () => {
  await showStudio()
  type('field-words', ' 生日快乐 ')
  await rest()
  await tap('order')
  await tap('pack-six')
  await tap('packs-more')
  expect(at('sheet-price').textContent).toBe('¥172.00')
  await tap('to-checkout')
  expect(basketStore.get().lines).toEqual([
    { asked: { productId: 'fuji', packId: 'six', packs: 2, imprint: text4 }, art: fine.art },
  ])
  expect(cloud.callsOf('navigateTo')).toEqual([{ url: '/pages/checkout/index' }])
})

test('what cannot be printed is not ordered, and said', async () => {
  cloud.answer({ 'design.stencil': () => thin })
  await showStudio()
  type('field-words', '鑫')
  await rest()
  await tap('order')
  expect(has('pack-sheet')).toBe(false)
  expect(text()).toContain('换个字体或少写几个字')
})

test('a box that its characters do not fill cannot be taken', async () => {
  await showStudio()
  type('field-words', '福禄寿')
  await tap('spread-each')
  await tap('order')
  expect(at('pack-six').getAttribute('aria-checked')).toBe('true')
  await tap('pack-two')
  expect(at('sheet-uneven').textContent).toBe('3 个字分不匀 2 枚果，换个规格或字数')
  expect(at('to-checkout').getAttribute('aria-disabled')).toBe('true')
})

test('several designs are ordered together, each with its own pack', async () => {
  await showStudio()
  type('field-words', '生日快乐')
  await tap('order')
  await tap('pack-six')
  await tap('sheet-more')
  expect(currentDesign()).toMatchObject({ text: '', productId: 'fuji', packId: '' })
  expect(at('design-1').getAttribute('aria-selected')).toBe('true')
  await tap('kind-motif')
  await tap('motif-heart')
  await rest()
  expect(at('studio-price').textContent).toContain('122.00')
  await tap('order')
  expect(at('sheet-price').textContent).toBe('¥122.00')
  await tap('to-checkout')
  expect(basketStore.get().lines.map(({ asked: { packId, imprint } }) => [packId, imprint])).toEqual([
    ['six', text4],
    ['two', { kind: 'motif', motif: 'heart' }],
  ])
})

describe('no design is lost on the way to checkout', () => {
  const lines = () => basketStore.get().lines.map(({ asked: { productId, imprint } }) => [productId, imprint])
  const huaniu = { ...fujiView, product: { ...fujiView.product, _id: 'huaniu' } }
  const closed = { code: 'SOLD_OUT', message: { zh: '花牛这一批约满了', en: 'Huaniu is full' } } as const
  const order = async () => {
    await tap('order')
    await tap('to-checkout')
  }
  beforeEach(() => basketStore.set({ lines: [] }))

  test('one that was left for another before its pack was chosen is ordered in the box it fills', async () => {
    await showStudio()
    type('field-words', '福禄寿')
    await tap('spread-each')
    await tap('add-design')
    type('field-words', '生日快乐')
    await order()
    expect(basketStore.get().lines.map(({ asked }) => asked.packId)).toEqual(['six', 'two'])
  })

  test('one whose fruit has sold out stops the order and is opened, and is never moved to another fruit', async () => {
    changeDesign({ text: '平安', productId: 'huaniu' })
    addDesign({ text: '喜乐', productId: 'fuji' })
    cloud.answer({ 'catalogue.list': () => ({ products: [fujiView, { ...huaniu, refusal: closed }] }) })
    await showStudio()
    await order()
    expect([lines(), cloud.callsOf('navigateTo')]).toEqual([[], []])
    expect(currentDesign().text).toBe('平安')
    expect(text()).toContain('花牛这一批约满了')
    expect(at('order').getAttribute('aria-disabled')).toBe('true')
    await tap('variety-fuji')
    await order()
    expect(lines()).toEqual([
      ['fuji', { ...text4, text: '平安' }],
      ['fuji', { ...text4, text: '喜乐' }],
    ])
  })

  test('a picture is not made into words by a fruit that takes no pictures', async () => {
    const plain = { ...huaniu, product: { ...huaniu.product, imprint: { maxCharacters: 6, pictures: false } } }
    cloud.answer({ 'catalogue.list': () => ({ products: [fujiView, plain] }) })
    changeDesign({ kind: 'picture', text: '旧字', picture: { pictureId: 'P1', url: '' }, productId: 'huaniu' })
    addDesign({ text: '喜乐', productId: 'fuji' })
    await showStudio()
    await order()
    expect(lines()).toEqual([])
    expect(currentDesign()).toMatchObject({ kind: 'picture', text: '旧字' })
    expect(at('words-only').textContent).toContain('图还留着')
  })

  test('a photo that was not taken yet stops the order too', async () => {
    changeDesign({ kind: 'picture' })
    const { id } = currentDesign()
    keepPhoto(id, { fileId: 'cloud://x/a.jpg', width: 1, height: 1, grey: 'AA==' }, [id])
    addDesign({ text: '喜乐' })
    await showStudio()
    await order()
    expect(lines()).toEqual([])
    expect(currentDesign().id).toBe(id)
  })
})

test('another design is not begun before this one is done', async () => {
  await showStudio()
  await tap('add-design')
  expect(has('strip')).toBe(false)
  expect(at('field-words-error').textContent).toContain('还没写字呢')
})

test('a tap in the strip opens a design, and taking one out asks first', async () => {
  await showStudio()
  type('field-words', '平安')
  await tap('add-design')
  type('field-words', '喜乐')
  await tap('design-0')
  expect((at('field-words') as HTMLInputElement).value).toBe('平安')
  await tap('remove-design')
  expect(text()).toContain('拿掉以后找不回来')
  await tap('confirm-no')
  expect(draftsStore.get().designs).toHaveLength(2)
  await tap('remove-design')
  await tap('confirm-yes')
  await settle()
  expect((at('field-words') as HTMLInputElement).value).toBe('喜乐')
  expect(has('strip')).toBe(false)
})

test('one order takes fifteen designs and no more', async () => {
  await showStudio()
  for (let i = 0; i < 16; i++) {
    type('field-words', '福')
    await tap('add-design')
  }
  expect(draftsStore.get().designs).toHaveLength(15)
  expect(text()).toContain('一单最多 15 款')
})

test('the designs are still there when the page is opened again', async () => {
  const { unmount } = await showStudio()
  type('field-words', '平安')
  unmount()
  await showStudio()
  expect((at('field-words') as HTMLInputElement).value).toBe('平安')
})

test('a fruit out of season cannot be chosen', async () => {
  await showStudio()
  expect(at('variety-gala').getAttribute('aria-disabled')).toBe('true')
  await tap('variety-gala')
  expect(currentDesign().productId).toBe('')
})

test('when no fruit takes words the page says so', async () => {
  cloud.answer({ 'catalogue.list': () => ({ products: [galaView] }) })
  await showStudio()
  expect(text()).toContain('这会儿没有能写字的果')
})

test('a fruit that takes words only offers no pictures', async () => {
  const { product } = fujiView
  if (product.kind !== 'custom') throw new Error('the sample grows to order')
  const imprint = { ...product.imprint, pictures: false }
  cloud.answer({ 'catalogue.list': () => ({ products: [{ ...fujiView, product: { ...product, imprint } }] }) })
  changeDesign({ kind: 'picture' })
  await showStudio()
  expect(has('kind-picture')).toBe(false)
  expect(has('field-words')).toBe(true)
})

test('without a connection nothing written is lost, and another try goes on', async () => {
  cloud.goOffline(2)
  changeDesign({ text: '平安' })
  await showStudio()
  expect(text()).toContain('没连上，刚才的改动还在')
  await tap('page-error-act')
  expect((at('field-words') as HTMLInputElement).value).toBe('平安')
})

test('the way somebody came in chooses what is on the desk', async () => {
  cloud.openWith({ kind: 'motif' })
  await showStudio()
  expect(has('motif-heart')).toBe(true)
})
