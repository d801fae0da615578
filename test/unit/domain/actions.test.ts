import { orderActions, parcelActions } from '../../../domain/actions'
import { FULFILMENT } from '../../../domain/fulfilment/machine'
import { commandsFor } from '../../../domain/machine'
import { ACTORS, aMirror, anOrder, aParcel, NINE, paidOrder } from './given'

const accepted = (...parcels: ReturnType<typeof aMirror>[]) =>
  paidOrder({ state: 'accepted', parcels: Object.fromEntries(parcels.map((parcel) => [parcel.id, parcel])) })

test('an unpaid order can be paid until its deadline, and cancelled', () => {
  expect(orderActions(anOrder(), 'shopper', NINE)).toEqual(['pay', 'cancel'])
  expect(orderActions(anOrder(), 'shopper', anOrder().payBy)).toEqual(['cancel'])
  expect(orderActions(anOrder(), 'merchant', NINE)).toEqual([])
})

test('an order in review can be cancelled by its customer, approved or rejected by the merchant', () => {
  expect(orderActions(paidOrder(), 'shopper', NINE)).toEqual(['cancel'])
  expect(orderActions(paidOrder(), 'merchant', NINE)).toEqual(['approve', 'reject'])
})

test('receipt can be confirmed when every parcel has left', () => {
  const left = aMirror({ state: 'shipped' })
  expect(orderActions(accepted(), 'shopper', NINE)).toEqual([])
  expect(orderActions(accepted(left, aMirror({ id: 'b', state: 'packing' })), 'shopper', NINE)).toEqual([])
  expect(orderActions(accepted(left, aMirror({ id: 'b', state: 'delivered' })), 'shopper', NINE)).toEqual([
    'confirmReceipt',
    'claim',
  ])
})

test.each(['completed', 'cancelled'] as const)('a %s order asks nothing of anybody', (state) => {
  for (const actor of ACTORS)
    expect(orderActions(paidOrder({ state }), actor, NINE).filter((action) => action !== 'cancel')).toEqual([])
  expect(orderActions(paidOrder({ state }), 'shopper', NINE)).toEqual([])
})

test('a parcel is shipped when nothing is held, and its actions come from the table alone', () => {
  const held = [{ kind: 'dispute' as const, note: '', by: 'x', since: NINE, until: null }]
  expect(parcelActions(aParcel({ state: 'packing' }), 'merchant')).toEqual(['ship'])
  expect(parcelActions(aParcel({ state: 'packing', holds: held }), 'merchant')).toEqual([])
  expect(parcelActions(aParcel({ state: 'passed', holds: held }), 'shopper')).toEqual(['confirmSend', 'keepCold'])
  expect(parcelActions(aParcel({ kind: 'ready' }), 'merchant')).toEqual([])
  for (const state of FULFILMENT.states) {
    for (const actor of ACTORS) {
      const actions = parcelActions(aParcel({ state }), actor)
      expect(commandsFor(FULFILMENT, state, actor)).toEqual(expect.arrayContaining(actions))
    }
  }
})
