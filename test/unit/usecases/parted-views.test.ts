import { jobView } from '../../../cloudfunctions/usecases/views/job-view'
import { orderCard } from '../../../cloudfunctions/usecases/views/order-view'
import { shippedRow } from '../../../cloudfunctions/usecases/views/packing-view'
import { parcelView } from '../../../cloudfunctions/usecases/views/parcel-view'
import { LASER_DATES, NINE, aMirror, aParcel, paidOrder, parcelAfter } from '../domain/given'
import { judgedBad, noted, received, split } from '../domain/given-fruit'

const photo = 'cloud://x/bad.jpg'
const quiet = (parcel: ReturnType<typeof aParcel>) => ({ ...parcel, outbox: {} })

test('a customer sees how many fruit a part holds, and no photo of what failed', () => {
  const { rest } = split(received(), [2, 7, 12])
  expect(parcelView(rest, [], {}, NINE)).toMatchObject({ pieces: 9, refund: null, photos: [] })
  const back = parcelAfter(received(), 'merchant', { ...noted('mismatch'), photo })
  expect(back.photos).toHaveLength(1)
  expect(parcelView(back, [], {}, NINE).photos).toEqual([])
})

test('silence that leads to our decision is a step; being reminded of it is none', () => {
  const back = parcelAfter(received(), 'merchant', noted('mismatch'))
  const late = parcelAfter(quiet(back), 'clock', { type: 'overdue' }, back.actBy ?? '')
  const later = parcelAfter(quiet(late), 'clock', { type: 'overdue' }, late.actBy ?? '')
  expect(parcelView(later, [], {}, NINE).steps.map(({ to }) => to)).toEqual(['mismatched', 'escalated'])
})

test('printing stickers, once or again, is no step of the fruit', () => {
  const by = { actor: 'orchard' as const, id: 'o' }
  const printed = aParcel({
    state: 'accepted',
    history: (['accept', 'printSheet', 'printSheet'] as const).map((did) => ({ at: NINE, by, did, to: 'accepted' })),
  })
  expect(parcelView(printed, [], {}, NINE).steps.map(({ to }) => to)).toEqual(['accepted'])
})

test('what goes back for a part is told with its sum, and whether it has gone', () => {
  const gone = aParcel({ state: 'refunded' })
  const refund = { no: 'R1', for: gone._id, fen: 3200, reason: '没有长好', at: NINE }
  expect(parcelView(gone, [refund], {}, NINE).refund).toEqual({ fen: 3200, done: false })
  expect(parcelView(gone, [{ ...refund, doneAt: NINE }], {}, NINE).refund).toEqual({ fen: 3200, done: true })
})

test('another orchard sees neither the steps nor the faults of the one before', () => {
  const first = received({
    history: [{ at: NINE, by: { actor: 'orchard', id: 'o' }, did: 'sticker', to: 'stickered' }],
  })
  const failed = parcelAfter(judgedBad(first, 2), 'merchant', noted('mismatch'))
  expect(jobView(failed, {}).mismatch).toMatchObject({ redoBy: failed.actBy, fruit: [{ design: 0, reason: '缺笔画' }] })
  const given = parcelAfter(quiet(failed), 'orchard', { type: 'cannotRedo', note: '没有了' })
  const anew = parcelAfter(
    quiet(given),
    'merchant',
    { type: 'replace', dates: LASER_DATES, expectedSendDay: '2026-12-01' },
    '2026-09-06T01:00:00.000Z',
  )
  expect(jobView(anew, {})).toMatchObject({ mismatch: null, steps: [] })
})

test('a card asks about the parcel its headline speaks of, and knows that some is redone', () => {
  const [cold, asks] = [aMirror({ state: 'stored' }), aMirror({ id: 'GY2609057K3Q9CX-F2', state: 'passed' })]
  const back = aMirror({ id: 'GY2609057K3Q9CX-F2B', state: 'mismatched', sendsAbout: '2026-11-20' })
  const order = paidOrder({ state: 'accepted', parcels: { [cold.id]: cold, [asks.id]: asks } })
  expect(orderCard(order, {}, NINE)).toMatchObject({ parcel: { id: asks.id }, failed: null })
  const parted = { ...order, parcels: { ...order.parcels, [back.id]: back } }
  expect(orderCard(parted, {}, NINE)).toMatchObject({ failed: 'redoing', expectedSendDay: '2026-11-20' })
  const stuck = { ...parted, parcels: { ...parted.parcels, F3: aMirror({ id: 'F3', state: 'escalated' }) } }
  expect(orderCard(stuck, {}, NINE).failed).toBe('delayed')
})

test('a part that has left counts its own fruit', () => {
  const waybill = { carrier: 'SF', no: 'SF1234567890', at: NINE } as const
  expect(shippedRow(aParcel({ state: 'shipped', fruit: [2, 7], waybill }), {})?.pieces).toBe(2)
})
