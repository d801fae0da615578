import { FULFILMENT, type FulfilmentState } from '../../../domain/fulfilment/machine'
import type { HoldKind } from '../../../domain/holds'
import { HEADLINES, headlineOf, ORDER_TAB_WORDS, ORDER_TABS, type Headline } from '../../../domain/order/headline'
import { ORDER, type OrderState } from '../../../domain/order/machine'
import type { Parcel } from '../../../domain/order/order'
import { aMirror, anOrder, customLine, NINE, readyLine } from './given'

const READY_STATES: readonly FulfilmentState[] = ['planned', 'packing', 'shipped', 'delivered']

const hold = (kind: HoldKind) => ({ kind, note: '', by: 'x', since: NINE, until: null })

const PARCELS: Parcel[] = [
  ...FULFILMENT.states.map((state) => aMirror({ kind: 'custom', state })),
  ...READY_STATES.map((state) => aMirror({ kind: 'ready', state })),
]

/** Parcels an order can have in a state: none before it is accepted, all on their way once it is completed. */
function parcelSets(state: OrderState): Parcel[][] {
  if (state !== 'accepted' && state !== 'completed') return [[]]
  const fitting = PARCELS.filter((one) => state === 'accepted' || one.state === 'shipped' || one.state === 'delivered')
  const pairs = fitting.flatMap((one) => fitting.map((other) => [one, { ...other, id: `${other.id}2` }]))
  return [...(state === 'accepted' ? [[]] : []), ...fitting.map((one) => [one]), ...pairs]
}

const head = (state: OrderState, parcels: Parcel[] = [], holds: HoldKind[] = [], lines = [customLine]) =>
  headlineOf(
    anOrder({
      state,
      lines,
      holds: holds.map(hold),
      parcels: Object.fromEntries(parcels.map((parcel) => [parcel.id, parcel])),
    }),
  )

test('every reachable order, with every pair of parcels, has a headline with words in both languages', () => {
  const met = new Set<Headline>()
  for (const state of ORDER.states) {
    for (const parcels of parcelSets(state)) {
      for (const holds of [[], ['outOfStock'], ['dispute']] as HoldKind[][]) {
        for (const lines of [[customLine], [readyLine], [customLine, readyLine]]) {
          const headline = head(state, parcels, holds, lines)
          met.add(headline)
          expect(HEADLINES[headline].zh).toMatch(/^[\u4e00-\u9fff]{2,5}$/)
          expect(HEADLINES[headline].en).toMatch(/^[A-Z][A-Za-z -]+$/)
        }
      }
    }
  }
  expect([...met].sort()).toEqual(Object.keys(HEADLINES).sort())
})

test('the headlines are the words people know from the mall', () => {
  expect(Object.values(HEADLINES).map((words) => words.zh)).toEqual(
    '待付款 审核中 缺货 定制中 质检中 待确认发货 冷藏中 待发货 待收货 已完成 已取消 售后中'.split(' '),
  )
})

test.each<[OrderState, Headline]>([
  ['placed', 'toPay'],
  ['inReview', 'inReview'],
  ['accepted', 'growing'],
  ['completed', 'done'],
  ['cancelled', 'cancelled'],
])('an order that is %s and has no parcel reads %s', (state, headline) => {
  expect(head(state)).toBe(headline)
})

test.each<[FulfilmentState, Headline]>([
  ['planned', 'growing'],
  ['offered', 'growing'],
  ['accepted', 'growing'],
  ['stickered', 'growing'],
  ['colouring', 'growing'],
  ['harvested', 'growing'],
  ['sentToHub', 'inspecting'],
  ['received', 'inspecting'],
  ['mismatched', 'inspecting'],
  ['escalated', 'inspecting'],
  ['passed', 'toConfirm'],
  ['stored', 'cold'],
  ['packing', 'toShip'],
  ['shipped', 'toReceive'],
  ['delivered', 'toReceive'],
])('an accepted order whose fruit is %s reads %s', (state, headline) => {
  expect(head('accepted', [aMirror({ state })])).toBe(headline)
})

test('ready stock never reads as growing', () => {
  expect(head('accepted', [], [], [readyLine])).toBe('toShip')
  expect(head('accepted', [aMirror({ kind: 'ready', state: 'planned' })], [], [readyLine])).toBe('toShip')
})

test('what needs the customer comes before what is under way', () => {
  const shipped = aMirror({ state: 'shipped' })
  expect(head('accepted', [shipped, aMirror({ id: 'F2', state: 'passed' })])).toBe('toConfirm')
  expect(head('accepted', [shipped, aMirror({ id: 'F2', state: 'stored' })])).toBe('cold')
  expect(head('accepted', [shipped, aMirror({ id: 'F2', state: 'colouring' })])).toBe('growing')
  expect(head('accepted', [aMirror({ state: 'colouring' }), aMirror({ id: 'F2', state: 'stored' })])).toBe('cold')
  expect(head('accepted', [aMirror({ state: 'stored' }), aMirror({ id: 'F2', state: 'passed' })])).toBe('toConfirm')
})

test('of what went back only the rest of the order speaks', () => {
  const refunded = aMirror({ id: 'F1B', state: 'refunded', lost: 3 })
  expect(head('accepted', [aMirror({ state: 'shipped' }), refunded])).toBe('toReceive')
  expect(head('accepted', [aMirror({ state: 'passed' }), refunded])).toBe('toConfirm')
  expect(head('accepted', [aMirror({ state: 'shipped' }), aMirror({ id: 'F1B', state: 'mismatched' })])).toBe(
    'inspecting',
  )
})

test('a dispute speaks over everything, a shortage over review and growing only', () => {
  for (const state of ORDER.states) expect(head(state, [], ['dispute'])).toBe('afterSale')
  expect(head('inReview', [], ['outOfStock'])).toBe('outOfStock')
  expect(head('placed', [], ['outOfStock'])).toBe('toPay')
  expect(head('cancelled', [], ['outOfStock'])).toBe('cancelled')
})

test.each(Object.keys(HEADLINES) as Headline[])('%s is shown in exactly one tab', (headline) => {
  const tabs = Object.values(ORDER_TABS).filter((headlines: readonly Headline[]) => headlines.includes(headline))
  expect(tabs).toHaveLength(1)
})

test('every tab has words in both languages', () => {
  expect(Object.keys(ORDER_TAB_WORDS)).toEqual(['all', ...Object.keys(ORDER_TABS)])
  for (const words of Object.values(ORDER_TAB_WORDS)) {
    expect(words.zh).toMatch(/[\u4e00-\u9fff]/)
    expect(words.en).toMatch(/[A-Za-z]/)
  }
})
