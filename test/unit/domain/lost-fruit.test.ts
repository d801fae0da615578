import fc from 'fast-check'
import { headlineOf } from '../../../domain/order/headline'
import { autoReceiptAt } from '../../../domain/order/evolve'
import { allOnTheWay, allPlanned, expectedSendDayOf, type OrderDoc, type Parcel } from '../../../domain/order/order'
import { POLICY } from '../../../domain/policy'
import { later, NEVER } from '../../../domain/time'
import { aMirror, customLine, NINE, orderAfter, paidOrder, waiting } from './given'

const F1 = 'GY2609057K3Q9CX-F1'
const F2 = 'GY2609057K3Q9CX-F2'

/** An accepted order that was paid in full, with some parcels known. */
function order(change: Partial<OrderDoc> = {}, ...parcels: Parcel[]): OrderDoc {
  const { goodsFen = 12800, freightFen = 0 } = change
  const totalFen = goodsFen + freightFen
  return paidOrder({
    state: 'accepted',
    payment: { ...paidOrder().payment, dueFen: totalFen, paidFen: totalFen },
    parcels: Object.fromEntries(parcels.map((parcel) => [parcel.id, parcel])),
    ...change,
    totalFen,
  })
}

const part = (id: string, state: Parcel['state'], more: Partial<Parcel> = {}) => aMirror({ id, state, ...more })
const shipped = (id: string, at = NINE, more: Partial<Parcel> = {}) =>
  part(id, 'shipped', { shippedAt: at, waybill: { carrier: 'SF', no: 'SF1234567890' }, ...more })
const lost = (id: string, pieces: number, version = 9) => part(id, 'refunded', { lost: pieces, version })
const hears = (doc: OrderDoc, parcel: Parcel) =>
  orderAfter({ ...doc, outbox: {} }, 'system', { type: 'mirror', parcel })
const owed = ({ payment }: OrderDoc) => payment.refunds.map(({ for: why, fen }) => [why, fen])

describe('the money of fruit that will not come', () => {
  test('is its share of its line, owed in the same write, once', () => {
    const known = order({}, shipped(F1, NINE, { splitOff: `${F1}B` }))
    const after = hears(known, lost(`${F1}B`, 3))
    expect(owed(after)).toEqual([[`${F1}B`, 3200]])
    expect(after).toMatchObject({ state: 'accepted', headline: 'toReceive' })
    expect(waiting(after)).toEqual(['refund'])
    expect(owed(hears(after, lost(`${F1}B`, 3)))).toEqual(owed(after))
    expect(owed(hears(after, lost(`${F1}B`, 3, 10)))).toEqual(owed(after))
  })

  test('adds up to the price of its line exactly, however it is split and whatever else was bought', () => {
    const cuts = fc.record({
      totalFen: fc.integer({ min: 1, max: 99_999_99 }),
      pieces: fc.integer({ min: 1, max: 24 }),
      packs: fc.integer({ min: 1, max: 99 }),
      shares: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 20 }),
    })
    fc.assert(
      fc.property(cuts, ({ totalFen, pieces, packs, shares }) => {
        const line = { ...customLine, pieces, packs, totalFen }
        const parts = inParts(pieces * packs, shares)
        const start = order({ lines: [line, { ...customLine, id: 'L2' }], goodsFen: totalFen + 12800 }, shipped(F2))
        const end = parts.reduce((doc, count, i) => hears(doc, lost(i === 0 ? F1 : `${F1}${letter(i)}`, count)), start)
        expect(end.payment.refunds.reduce((sum, { fen }) => sum + fen, 0)).toBe(totalFen)
        expect(end.state).toBe('accepted')
      }),
      { numRuns: 200 },
    )
  })

  test('never exceeds what is left after other refunds', () => {
    const known = order({}, shipped(F1, NINE, { splitOff: `${F1}B` }))
    const claimed = orderAfter(known, 'system', { type: 'owe', for: 'A1', fen: 12000, reason: '坏了' })
    expect(owed(hears(claimed, lost(`${F1}B`, 6)))).toEqual([
      ['A1', 12000],
      [`${F1}B`, 800],
    ])
    const all = orderAfter(known, 'system', { type: 'owe', for: 'A1', fen: 12800, reason: '坏了' })
    expect(owed(hears(all, lost(`${F1}B`, 6)))).toEqual([['A1', 12800]])
  })

  test('of the last parcel all that is left goes back, with the freight, and the order is cancelled', () => {
    const two = { lines: [customLine, { ...customLine, id: 'L2' }], goodsFen: 25600, freightFen: 1000 }
    const before = hears(order(two, part(F2, 'escalated')), lost(F1, 12))
    expect(owed(before)).toEqual([[F1, 12800]])
    const after = hears(before, lost(F2, 12))
    expect(after).toMatchObject({ state: 'cancelled', headline: 'cancelled' })
    expect(after.history.at(-1)).toMatchObject({ did: 'dissolve', to: 'cancelled' })
    expect(owed(after)).toEqual([
      [F1, 12800],
      ['order', 12800 + 1000],
    ])
    expect(waiting(after)).toEqual(['refund'])
  })

  test('an order does not dissolve while a parcel of it may still be unknown', () => {
    const two = order({ lines: [customLine, { ...customLine, id: 'L2' }], goodsFen: 25600 })
    expect(hears(two, lost(F1, 12))).toMatchObject({ state: 'accepted' })
    const parted = order({}, lost(`${F1}B`, 3))
    expect(hears(parted, part(F1, 'passed', { version: 9, splitOff: `${F1}B` })).state).toBe('accepted')
  })
})

describe('an order with parts', () => {
  const parted = shipped(F1, NINE, { splitOff: `${F1}B` })
  const day = later(NINE, 5, 'day')

  test.each<[string, Parcel[], boolean, boolean]>([
    ['the part is not heard of yet', [parted], false, false],
    ['the part is at its orchard', [parted, part(`${F1}B`, 'mismatched')], true, false],
    ['people decide on the part', [parted, part(`${F1}B`, 'escalated')], true, false],
    ['the part has left too', [parted, shipped(`${F1}B`, day)], true, true],
    ['the money of the part went back', [parted, lost(`${F1}B`, 3)], true, true],
    ['all of it went back', [lost(F1, 12)], true, false],
  ])('when %s', (_, parcels, planned, onTheWay) => {
    const doc = order({}, ...parcels)
    expect([allPlanned(doc), allOnTheWay(doc)]).toEqual([planned, onTheWay])
    const left = parcels.flatMap(({ shippedAt }) => shippedAt ?? []).sort()
    expect(autoReceiptAt(doc)).toBe(onTheWay ? later(left[left.length - 1], POLICY.autoReceiptDays, 'day') : NEVER)
  })

  test('speaks of the part that is furthest from the door', () => {
    expect(headlineOf(order({}, parted, part(`${F1}B`, 'mismatched')))).toBe('inspecting')
    expect(headlineOf(order({}, part(F1, 'passed'), part(`${F1}B`, 'mismatched')))).toBe('toConfirm')
  })

  test('is expected to leave when its last part is; what has left or went back does not count', () => {
    const waits = part(`${F1}B`, 'mismatched', { sendsAbout: '2026-11-20' })
    expect(expectedSendDayOf(order({}, parted, waits))).toBe('2026-11-20')
    expect(expectedSendDayOf(order({}, { ...parted, sendsAbout: '2026-11-20' }))).toBe('2026-10-29')
    expect(expectedSendDayOf(order({}, parted, { ...waits, state: 'refunded' }))).toBe('2026-10-29')
    expect(expectedSendDayOf(order({}, { ...waits, sendsAbout: '2026-09-01' }))).toBe('2026-10-29')
  })
})

const letter = (i: number) => String.fromCharCode('A'.charCodeAt(0) + i)

/** A number cut into parts of at least 1, in about these proportions. */
function inParts(all: number, shares: readonly number[]): number[] {
  const sum = shares.reduce((a, b) => a + b, 0)
  const ends = shares.map((_, i) => Math.round((all * shares.slice(0, i + 1).reduce((a, b) => a + b, 0)) / sum))
  return ends.map((end, i) => end - (ends[i - 1] ?? 0)).filter((part) => part > 0)
}
