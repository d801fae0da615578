import { fulfilmentDueAt } from '../../../domain/fulfilment/evolve'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { FULFILMENT } from '../../../domain/fulfilment/machine'
import { later, NEVER, startOf } from '../../../domain/time'
import { aParcel, NINE, parcelAfter, parcelRefusal, waiting } from './given'

const still = (parcel: FulfilmentDoc): FulfilmentDoc => ({ ...parcel, outbox: {} })
const passed = (storageDays = 120) =>
  still(parcelAfter(aParcel({ state: 'received', storageDays }), 'merchant', { type: 'pass', place: 'A-03-12' }))
const SILENCE_ENDS = '2026-09-08T01:00:00.000Z'

describe('asking the customer', () => {
  test('given the question, when the shopper says send, then the hold is lifted and it is packed at once (S2)', () => {
    const packing = parcelAfter(passed(), 'shopper', { type: 'confirmSend' })
    expect(packing).toMatchObject({ state: 'packing', holds: [], place: 'A-03-12' })
    expect(waiting(packing)).toEqual(['mirror', 'tell.toPack'])
  })

  test('given the question, when three days pass in silence, then it goes to the cold room and not before (S3)', () => {
    expect(parcelRefusal(passed(), 'clock', { type: 'fallSilent' }, '2026-09-08T00:59:59.999Z')).toBe('NOT_ALLOWED_NOW')
    const cold = parcelAfter(passed(), 'clock', { type: 'fallSilent' }, SILENCE_ENDS)
    // 120 days count from the day it passed, 5 September, not from the day it went cold.
    expect(cold.storage).toMatchObject({ since: SILENCE_ENDS, lastDay: '2027-01-03' })
    expect(cold.holds.map((hold) => hold.kind)).toEqual(['coldStorage'])
    expect(waiting(cold)).toEqual(['mirror', 'tell.cold'])
  })

  test('the day of passing is the day in Shanghai', () => {
    const late = parcelAfter(
      aParcel({ state: 'received' }),
      'merchant',
      { type: 'pass', place: 'A' },
      '2026-09-05T16:00:00.000Z',
    )
    expect(parcelAfter(late, 'shopper', { type: 'keepCold' }, '2026-09-05T16:00:00.000Z').storage?.lastDay).toBe(
      '2027-01-04',
    )
  })
})

describe('waiting in the cold', () => {
  const cold = () => still(parcelAfter(passed(), 'shopper', { type: 'keepCold' }))

  test('any later word ships it from there, as long as it is stored (S4)', () => {
    for (const days of [0, 40, 119]) {
      const packing = parcelAfter(cold(), 'shopper', { type: 'confirmSend' }, later(NINE, days, 'day'))
      expect(packing).toMatchObject({ state: 'packing', holds: [], place: 'A-03-12' })
    }
  })

  test('a reminder comes every thirty days, then a week before the last day, then none', () => {
    let parcel = cold()
    const reminders: string[] = []
    while (parcel.storage && parcel.storage.remindAt !== NEVER && reminders.length < 9) {
      const at = parcel.storage.remindAt
      reminders.push(at)
      parcel = still(parcelAfter(parcel, 'clock', { type: 'remind' }, at))
      expect(parcel.state).toBe('stored')
    }
    expect(reminders).toEqual([
      '2026-10-05T01:00:00.000Z',
      '2026-11-04T01:00:00.000Z',
      '2026-12-04T01:00:00.000Z',
      startOf('2026-12-27'),
    ])
    expect(parcelRefusal(parcel, 'clock', { type: 'remind' }, startOf('2027-01-03'))).toBe('NOT_ALLOWED_NOW')
  })

  test('a reminder is refused before its time, and sent with its message at its time', () => {
    expect(parcelRefusal(cold(), 'clock', { type: 'remind' }, '2026-10-05T00:59:59.999Z')).toBe('NOT_ALLOWED_NOW')
    expect(waiting(parcelAfter(cold(), 'clock', { type: 'remind' }, '2026-10-05T01:00:00.000Z'))).toEqual([
      'mirror',
      'tell.reminder',
    ])
  })

  test('on the morning of the last day it is sent to the address of the order, and not the day before (S5)', () => {
    const morning = startOf('2027-01-03')
    expect(parcelRefusal(cold(), 'clock', { type: 'endStorage' }, later(morning, -1, 'minute'))).toBe('NOT_ALLOWED_NOW')
    const lastMoment = new Date(Date.parse(morning) - 1).toISOString()
    expect(parcelRefusal(cold(), 'clock', { type: 'endStorage' }, lastMoment)).toBe('NOT_ALLOWED_NOW')
    const packing = parcelAfter(cold(), 'clock', { type: 'endStorage' }, morning)
    expect(packing).toMatchObject({ state: 'packing', holds: [] })
    expect(waiting(packing)).toEqual(['mirror', 'tell.lastDay', 'tell.toPack'])
  })

  test('fruit that keeps less than a week is not reminded of, only sent in time', () => {
    const short = still(parcelAfter(passed(6), 'shopper', { type: 'keepCold' }))
    expect(short.storage).toMatchObject({ lastDay: '2026-09-11', remindAt: NEVER })
    expect(short.dueAt <= startOf('2026-09-11')).toBe(true)
  })
})

describe('when the clock must look at a parcel', () => {
  test('offered: when the answer is due', () => {
    const offered = still(parcelAfter(aParcel(), 'system', { type: 'offer', orchardId: 'qixia' }))
    expect(fulfilmentDueAt(offered)).toBe('2026-09-07T01:00:00.000Z')
  })

  test('asked: when the silence ends', () => {
    expect(fulfilmentDueAt(passed())).toBe(SILENCE_ENDS)
  })

  test('stored: at the next reminder, and after the last one when storage ends', () => {
    const cold = still(parcelAfter(passed(), 'shopper', { type: 'keepCold' }))
    expect(fulfilmentDueAt(cold)).toBe('2026-10-05T01:00:00.000Z')
    const reminded = { ...cold, storage: cold.storage && { ...cold.storage, remindAt: NEVER } }
    expect(fulfilmentDueAt(reminded)).toBe(startOf('2027-01-03'))
  })

  test('shipped: when tracking is asked for again', () => {
    const shipped = still(
      parcelAfter(aParcel({ state: 'packing' }), 'merchant', { type: 'ship', carrier: 'SF', waybill: 'SF1234567890' }),
    )
    expect(fulfilmentDueAt(shipped)).toBe('2026-09-05T07:00:00.000Z')
  })

  test.each(FULFILMENT.states.filter((state) => !['offered', 'stored', 'shipped'].includes(state)))(
    '%s: never, while nothing is held or queued',
    (state) => {
      const leftOver = {
        acceptBy: NINE,
        trackAt: NINE,
        storage: { since: NINE, lastDay: '2027-01-03', remindAt: NINE },
      }
      expect(fulfilmentDueAt(aParcel({ state, ...leftOver }))).toBe(NEVER)
    },
  )

  test('anything queued comes first', () => {
    expect(parcelAfter(aParcel(), 'system', { type: 'offer', orchardId: 'qixia' }).dueAt).toBe(NINE)
  })
})
