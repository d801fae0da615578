import { render } from '@testing-library/react'
import type { Duty } from '../../../domain/duties'
import DeskPage from '../../../src/merchant/desk'
import ReviewPage from '../../../src/merchant/review'
import { cloud, Refusing } from '../support/taro'
import { desk } from './staff-samples'
import { at, has, settle, tap } from './staff-screen'

beforeEach(() => {
  cloud.reset()
  cloud.answer({ 'merchantInbox.list': () => ({ entries: [], unread: 0 }) })
})

async function deskOf(...duties: Duty[]) {
  cloud.answer({ 'desk.get': () => ({ ...desk, claims: 2, toAllot: 1, toDecide: 1, troubles: 1, duties }) })
  const shown = render(<DeskPage />)
  await settle()
  return shown
}

const tiles = ['toReview', 'toInspect', 'toDecide', 'toPack', 'claims', 'arriving', 'toConfirm', 'stored', 'shipped']
const rooms = ['desk', 'review', 'intake', 'packing', 'claims']
const shownTiles = () => tiles.filter((key) => has(`tile-${key}`))
const shownRooms = () => rooms.filter((key) => has(`nav-${key}`))

test.each<[Duty[], string[], string[]]>([
  [['owner'], tiles, rooms],
  [['reviewer'], ['toReview'], ['desk', 'review']],
  [
    ['inspector', 'warehouse'],
    ['toInspect', 'toPack', 'claims', 'arriving', 'toConfirm', 'stored', 'shipped'],
    ['desk', 'intake', 'packing', 'claims'],
  ],
  [['warehouse'], ['toPack', 'claims', 'stored', 'shipped'], ['desk', 'packing', 'claims']],
  [['finance'], ['claims'], ['desk', 'claims']],
  [['support'], ['toDecide', 'claims'], ['desk', 'intake', 'claims']],
  [[], [], ['desk']],
])('%j see only their own numbers and ways', async (duties, expectedTiles, expectedRooms) => {
  await deskOf(...duties)
  expect(shownTiles()).toEqual(expectedTiles)
  expect(shownRooms()).toEqual(expectedRooms)
  expect(has('to-allot')).toBe(duties.includes('owner') || duties.includes('support'))
  expect(has('tile-troubles')).toBe(duties.includes('owner') || duties.includes('support'))
  expect(has('no-duties')).toBe(duties.length === 0)
})

test('the sum of what is to do counts only what is theirs', async () => {
  await deskOf('finance')
  expect(at('merchant-desk').textContent).toContain('2 件等你动手')
})

test('claims lead to their list', async () => {
  await deskOf('support')
  await tap('tile-claims')
  expect(cloud.callsOf('navigateTo')).toEqual([{ url: '/merchant/claims/index' }])
})

test('what lies in the cold leads the warehouse nowhere it may not go', async () => {
  const { unmount } = await deskOf('warehouse')
  await tap('tile-stored')
  expect(has('wait')).toBe(true)
  expect(has('wait-find')).toBe(false)
  unmount()
  await deskOf('owner')
  await tap('tile-stored')
  expect(has('wait-find')).toBe(true)
})

test('a page opened from a message knows the ways from the desk, and leads only there', async () => {
  const { unmount } = await deskOf('reviewer')
  unmount()
  cloud.answer({ 'review.list': () => ({ orders: [] }) })
  render(<ReviewPage />)
  await settle()
  expect(shownRooms()).toEqual(['desk', 'review'])
})

test('a page that is not theirs says so kindly', async () => {
  cloud.answer({
    'review.list': () => {
      throw new Refusing('NOT_YOURS', '您没有权限做这件事')
    },
  })
  render(<ReviewPage />)
  await settle()
  expect(has('not-yours')).toBe(true)
  expect(shownRooms()).toEqual([])
})
