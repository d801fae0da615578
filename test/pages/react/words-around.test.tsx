import { render } from '@testing-library/react'
import DeskPage from '../../../src/merchant/desk'
import HomePage from '../../../src/pages/home'
import WeekPage from '../../../src/orchard/week'
import { chooseLanguage } from '../../../src/locales'
import { cloud } from '../support/taro'
import { fujiView } from './shop-samples'
import { desk, work } from './staff-samples'
import { settle } from './staff-screen'

beforeEach(() => {
  cloud.reset()
  cloud.answer({
    'catalogue.list': () => ({ products: [fujiView] }),
    'desk.get': () => desk,
    'merchantInbox.list': () => ({ entries: [], unread: 0 }),
    'work.list': () => work,
  })
})
afterAll(() => chooseLanguage('zh'))

const titles = () => cloud.callsOf('setNavigationBarTitle').map((args) => (args as { title: string }).title)
const tabs = () => cloud.callsOf('setTabBarItem').map((args) => (args as { text: string }).text)

test('what stands around a page follows the language: its title, and the tab bar once', async () => {
  chooseLanguage('en')
  const first = render(<HomePage />)
  await settle()
  expect(titles()).toEqual(['Orchard'])
  expect(tabs()).toEqual(['Orchard', 'Write a line', 'Orders', 'Me'])
  first.unmount()

  render(<HomePage />)
  await settle()
  expect(tabs()).toHaveLength(4)

  chooseLanguage('zh')
  render(<HomePage />)
  await settle()
  expect(tabs().slice(4)).toEqual(['果园', '印一句', '订单', '我的'])
})

test.each([
  ['en', <DeskPage key="desk" />, 'Desk'],
  ['zh', <DeskPage key="desk" />, '经营'],
  ['en', <WeekPage key="week" />, 'This week'],
  ['zh', <WeekPage key="week" />, '本周'],
] as const)('in %s a page for staff has its title in that language too', async (language, page, title) => {
  chooseLanguage(language)
  render(page)
  await settle()
  expect(titles()).toEqual([title])
})
