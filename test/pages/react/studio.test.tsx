import { act, render } from '@testing-library/react'
import StudioPage from '../../../src/pages/studio'
import { changeDesign, currentDesign, draftsStore } from '../../../src/state/design'
import { cloud } from '../support/taro'
import { fujiView, galaView } from './shop-samples'
import { at, has, settle, tap, text } from './staff-screen'

const huaniu = { ...fujiView, product: { ...fujiView.product, _id: 'huaniu', name: { zh: '花牛', en: 'Huaniu' } } }

beforeEach(() => {
  cloud.reset()
  draftsStore.set({ designs: [], at: 0 })
  cloud.answer({ 'catalogue.list': () => ({ products: [fujiView, huaniu, galaView] }) })
})

async function show() {
  render(<StudioPage />)
  await settle()
}

test.each(['text', 'motif', 'picture'])('a tap begins with %s', async (kind) => {
  await show()
  await tap(`start-${kind}`)
  expect(cloud.callsOf('navigateTo')).toEqual([{ url: `/studio/design/index?kind=${kind}` }])
})

test('the fruit is chosen first, and one that rests cannot be', async () => {
  await show()
  await tap('studio-fruit-huaniu')
  expect(currentDesign().productId).toBe('huaniu')
  await tap('studio-fruit-gala')
  expect(currentDesign().productId).toBe('huaniu')
  expect(at('studio-fruit-gala').getAttribute('aria-label')).toContain('不接单')
})

test('a design that was begun is gone on with', async () => {
  await show()
  expect(has('studio-resume')).toBe(false)
  await act(async () => changeDesign({ text: '平安\n喜乐' }))
  expect(at('studio-resume').textContent).toContain('“平安 喜乐”')
  await tap('studio-go-on')
  expect(cloud.callsOf('navigateTo')).toEqual([{ url: '/studio/design/index' }])
})

test('the example begins with one character on each fruit, and keeps what there was', async () => {
  changeDesign({ text: '平安' })
  await show()
  await tap('studio-example')
  expect(currentDesign()).toMatchObject({ text: '生日快乐', perFruit: true, productId: 'fuji' })
  expect(draftsStore.get().designs.map((design) => design.text)).toEqual(['平安', '生日快乐'])
})

test('when no fruit takes words it says so, and leads to the orchard', async () => {
  cloud.answer({ 'catalogue.list': () => ({ products: [galaView] }) })
  await show()
  expect(text()).toContain('这会儿没有能写字的果')
  await tap('studio-closed-act')
  expect(cloud.callsOf('switchTab')).toEqual([{ url: '/pages/home/index' }])
})
