import { parcelActions } from '../../../domain/actions'
import { fruitByDesign, piecesIn } from '../../../domain/fulfilment/fruit'
import { parcelOf, type FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { stickersOf } from '../../../domain/fulfilment/sheet'
import { timesFailed } from '../../../domain/fulfilment/mismatch'
import { splitOff } from '../../../domain/fulfilment/split'
import { POLICY } from '../../../domain/policy'
import { addDays, dayOf, later, NEVER } from '../../../domain/time'
import { aParcel, LASER_DATES, NINE, parcelAfter, parcelRefusal, waiting } from './given'
import { again, bad, judgedBad, noted, passGood, received, spelled, split } from './given-fruit'

describe('the good go on, the bad go back', () => {
  test('given 12 fruit, when 3 are bad, then 9 pass and 3 have a parcel of their own under the same imprint code', () => {
    const { rest, back } = split(received(), [2, 7, 12])
    expect(rest).toMatchObject({ state: 'passed', splitOff: `${rest._id}B`, fruit: [1, 3, 4, 5, 6, 8, 9, 10, 11] })
    expect(rest.inspections).toMatchObject([{ verdict: 'consistent', bad: 3 }])
    expect(waiting(rest)).toEqual(['mirror', 'splitOff', 'tell.confirmSend'])
    expect(back).toMatchObject({
      _id: 'GY2609057K3Q9CX-F1B',
      version: 1,
      state: 'mismatched',
      code: rest.code,
      orchardId: 'qixia',
      fruit: [2, 7, 12],
      place: null,
      holds: [],
      actBy: later(NINE, POLICY.redoDays, 'day'),
      inspections: [{ verdict: 'inconsistent', reason: '缺笔画', by: 'some-merchant', at: NINE }],
    })
    expect(waiting(back)).toEqual(['mirror', 'tell.mismatch', 'tell.redoing'])
    expect(back.dueAt).toBe(NINE)
    expect(piecesIn(rest) + piecesIn(back)).toBe(12)
    expect(back).not.toHaveProperty('splitOff')
  })

  test('each part has stickers for its own fruit of each design', () => {
    const { rest, back } = split(spelled, [1, 5, 4])
    expect(fruitByDesign(rest)).toEqual([1, 3, 3, 2])
    expect(fruitByDesign(back)).toEqual([2, 0, 0, 1])
    expect(stickersOf(back).map(({ stencil }) => stencil)).toEqual(['S0', 'S3'])
  })

  test('the parcel of the bad ones is the same whenever it is made, also after the good ones have been delivered', () => {
    const { rest, back } = split(judgedBad(received(), 3), [1], later(NINE, 1, 'hour'))
    const step = (
      doc: FulfilmentDoc,
      ...[actor, command, at]: [Parameters<typeof parcelAfter>[1], Parameters<typeof parcelAfter>[2], string]
    ) => parcelAfter({ ...doc, outbox: {} }, actor, command, at)
    const kept = step(rest, 'shopper', { type: 'keepCold' }, '2026-09-06T01:00:00.000Z')
    const sent = step(kept, 'shopper', { type: 'confirmSend' }, '2026-10-06T01:00:00.000Z')
    const ship = { type: 'ship', carrier: 'SF', waybill: 'SF1234567890' } as const
    const shipped = step(sent, 'merchant', ship, '2026-10-07T01:00:00.000Z')
    const delivered = step(shipped, 'clock', { type: 'deliver' }, '2026-10-09T01:00:00.000Z')
    for (const later of [kept, sent, shipped, delivered]) expect(splitOff(later)).toEqual(back)
    expect(splitOff(received())).toBeNull()
  })

  test('it shows the fault, not the good ones, and counts as no first inspection', () => {
    const grown = { step: 'harvested' as const, fileId: 'cloud://x/tree.jpg', at: NINE }
    const marked = parcelAfter(received({ photos: [grown] }), 'merchant', bad(2, '缺笔画', 'cloud://x/bad.jpg'))
    const rest = parcelAfter(marked, 'merchant', { ...passGood, photo: 'cloud://x/good.jpg' }, later(NINE, 1, 'minute'))
    const back = splitOff(rest)
    expect(rest.firstLook).toEqual({ result: 'partly', at: later(NINE, 1, 'minute') })
    expect(back?.photos.map(({ fileId }) => fileId)).toEqual(['cloud://x/tree.jpg', 'cloud://x/bad.jpg'])
    expect(back?.inspections[0].photo).toBe('cloud://x/bad.jpg')
    const passed = parcelAfter(again(back!), 'merchant', { type: 'pass', place: 'A-01-01' })
    expect(passed).not.toHaveProperty('firstLook')
  })

  test('many reasons are told in one that is no longer than a reason may be', () => {
    const many = Array.from({ length: 11 }, (_, i) => i + 1).reduce(
      (doc, fruit) => parcelAfter(doc, 'merchant', bad(fruit, `第 ${fruit} 枚${'歪'.repeat(20)}`)),
      received(),
    )
    const back = splitOff(parcelAfter(many, 'merchant', passGood))
    expect([...(back?.inspections[0].reason ?? '')]).toHaveLength(POLICY.reasonCharacters)
    expect(back?.judged).toHaveLength(11)
  })

  test('F1 gives F1B and F1B gives F1C; the second failure is for people to decide', () => {
    const { back } = split(received(), [2, 7, 12])
    const { rest, back: third } = split(again(back), [7])
    expect(rest).toMatchObject({ _id: 'GY2609057K3Q9CX-F1B', state: 'passed', fruit: [2, 12], splitOff: third._id })
    expect(third).toMatchObject({ _id: 'GY2609057K3Q9CX-F1C', state: 'escalated', fruit: [7] })
    expect(third.inspections.map(({ verdict }) => verdict)).toEqual(['inconsistent', 'inconsistent'])
    expect(waiting(third)).toEqual(['mirror', 'tell.escalated', 'tell.delayed'])
    expect(third.actBy).toBe(later(NINE, POLICY.escalationHours, 'hour'))
  })
})

describe('sent back', () => {
  const back = parcelAfter(received(), 'merchant', noted('mismatch'))

  test('the orchard has its deadline, the shopper a new day, and a receipt ends the deadline', () => {
    expect(back.actBy).toBe(later(NINE, POLICY.redoDays, 'day'))
    const late = received({ expectedSendDay: dayOf(NINE) })
    const day = parcelAfter(late, 'merchant', noted('mismatch')).expectedSendDay
    expect(day > addDays(dayOf(NINE), POLICY.redoDays)).toBe(true)
    expect(back.expectedSendDay).toBe('2026-10-29')
    const judged = parcelAfter(judgedBad(received(), 1), 'merchant', noted('mismatch'))
    expect(again(judged)).toMatchObject({ state: 'received', judged: [], actBy: null })
  })

  test('what the orchard cannot redo needs a reason and goes to the merchant', () => {
    expect(parcelRefusal(back, 'orchard', { type: 'cannotRedo', note: ' ' })).toBe('REASON_MISSING')
    const given = parcelAfter({ ...back, outbox: {} }, 'orchard', { type: 'cannotRedo', note: '树上没有了' })
    expect(given).toMatchObject({ state: 'escalated', actBy: later(NINE, POLICY.escalationHours, 'hour') })
    expect(given.history.at(-1)?.note).toBe('树上没有了')
    expect(waiting(given)).toContain('tell.escalated')
  })

  test('silence escalates at the deadline and not before; then the owner is reminded so often and no more', () => {
    const end = back.actBy!
    expect(parcelRefusal(back, 'clock', { type: 'overdue' }, later(end, -1, 'minute'))).toBe('NOT_ALLOWED_NOW')
    let parcel = parcelAfter({ ...back, outbox: {} }, 'clock', { type: 'overdue' }, end)
    expect(parcel.state).toBe('escalated')
    expect(waiting(parcel)).toContain('tell.late')
    let reminders = 0
    while (parcel.actBy) {
      const quiet = { ...parcel, outbox: {} }
      parcel = parcelAfter(quiet, 'clock', { type: 'overdue' }, parcel.actBy)
      expect(waiting(parcel)).toEqual(['mirror', 'tell.undecided'])
      reminders++
    }
    expect(reminders).toBe(POLICY.mostEscalationReminders)
    expect(parcelAfter({ ...parcel, outbox: {} }, 'clock', { type: 'track', events: [] }).dueAt).toBe(NEVER)
    expect(parcelRefusal(parcel, 'clock', { type: 'overdue' }, NEVER)).toBe('NOT_ALLOWED_NOW')
    expect(parcelActions(parcel, 'orchard')).toEqual(['sendAgain'])
    expect(parcelAfter({ ...parcel, outbox: {} }, 'orchard', { type: 'sendAgain' })).toMatchObject({
      state: 'sentToHub',
      actBy: null,
    })
  })

  test('fruit that is late are told to the customer who waits for word, with a day that can be kept', () => {
    const told = { ...back, outbox: {}, expectedSendDay: dayOf(NINE) }
    const inTime = parcelAfter(told, 'orchard', { type: 'sendAgain' })
    expect(waiting(inTime)).toEqual(['mirror', 'tell.arriving'])
    expect(inTime.expectedSendDay).toBe(addDays(dayOf(NINE), 3))
    const late = { ...parcelAfter(told, 'clock', { type: 'overdue' }, back.actBy!), outbox: {} }
    const sent = parcelAfter(late, 'orchard', { type: 'sendAgain' }, later(back.actBy!, 2, 'day'))
    expect(waiting(sent)).toEqual(['mirror', 'tell.arriving', 'tell.redone'])
    expect(sent.expectedSendDay).toBe(addDays(dayOf(back.actBy!), 5))
    const far = { ...late, expectedSendDay: '2027-01-01' }
    expect(parcelAfter(far, 'orchard', { type: 'sendAgain' }, back.actBy!).expectedSendDay).toBe('2027-01-01')
  })

  test('what the orchard gave up, or what failed twice, is not sent again of its own accord', () => {
    const given = parcelAfter({ ...back, outbox: {} }, 'orchard', { type: 'cannotRedo', note: '树上没有了' })
    const twice = parcelAfter({ ...again(back), outbox: {} }, 'merchant', noted('failAgain'))
    for (const parcel of [given, twice]) {
      expect(parcel.state).toBe('escalated')
      expect(parcelActions(parcel, 'orchard')).toEqual([])
      expect(parcelRefusal(parcel, 'orchard', { type: 'sendAgain' })).toBe('NOT_ALLOWED_NOW')
    }
  })
})

describe('decided by people', () => {
  const twice = parcelAfter(
    again(parcelAfter(received(), 'merchant', noted('mismatch'))),
    'merchant',
    noted('failAgain'),
  )
  const replace = { type: 'replace', dates: LASER_DATES, expectedSendDay: '2026-12-01' } as const
  const quiet = { ...twice, outbox: {} }

  test('redoing gives the same orchard a new deadline; its next failure comes back to people', () => {
    const redo = parcelAfter(quiet, 'merchant', { type: 'redo' }, later(NINE, 3, 'day'))
    expect(redo).toMatchObject({
      state: 'mismatched',
      orchardId: 'qixia',
      actBy: later(NINE, 3 + POLICY.redoDays, 'day'),
    })
    expect(parcelActions(again(redo), 'merchant')).toContain('failAgain')
  })

  test('replacing begins anew at another orchard, whose first failure goes back to it', () => {
    const photos = [{ step: 'harvested' as const, fileId: 'cloud://x/1.jpg', at: NINE }]
    const anew = parcelAfter({ ...quiet, photos }, 'merchant', replace)
    expect(anew).toMatchObject({
      state: 'planned',
      orchardId: null,
      declinedBy: ['qixia'],
      dates: LASER_DATES,
      expectedSendDay: '2026-12-01',
      sheet: null,
      photos: [],
      actBy: null,
    })
    expect(waiting(anew)).toEqual(['mirror', 'allot', 'tell.replanned', 'tell.notNeeded'])
    expect(parcelRefusal(anew, 'system', { type: 'offer', orchardId: 'qixia' })).toBe('NOT_ALLOWED_NOW')
    expect(parcelActions({ ...anew, state: 'received' }, 'merchant')).toContain('mismatch')
  })

  test('what no orchard takes in its place comes back: another one or the money, and nobody to try once more', () => {
    const anew = { ...parcelAfter(quiet, 'merchant', replace), outbox: {} }
    expect(parcelRefusal(aParcel(), 'system', { type: 'unplaced' })).toBe('NOT_ALLOWED_NOW')
    const unplaced = parcelAfter(anew, 'system', { type: 'unplaced' })
    expect(unplaced).toMatchObject({ state: 'escalated', orchardId: null })
    expect(unplaced.actBy).toBe(later(NINE, POLICY.escalationHours, 'hour'))
    expect(waiting(unplaced)).toEqual(['mirror', 'tell.escalated', 'tell.delayed'])
    const reminded = parcelAfter({ ...unplaced, outbox: {} }, 'clock', { type: 'overdue' }, unplaced.actBy!)
    expect(waiting(reminded)).toEqual(['mirror', 'tell.undecided'])
    for (const parcel of [unplaced, reminded]) {
      expect(parcelActions(parcel, 'merchant')).toEqual(['replace', 'refund'])
      expect(parcelRefusal(parcel, 'merchant', { type: 'redo' })).toBe('NOT_ALLOWED_NOW')
      expect(parcelActions(parcel, 'orchard')).toEqual([])
    }
    expect(timesFailed(reminded)).toBe(timesFailed(anew) + 1)
  })

  test('refunding ends it, and the order hears how many fruit are lost', () => {
    const { back } = split(received(), [2, 7])
    const gone = parcelAfter({ ...back, state: 'escalated', outbox: {} }, 'merchant', { type: 'refund' })
    expect(gone).toMatchObject({ state: 'refunded', actBy: null })
    expect(parcelOf(gone)).toMatchObject({ state: 'refunded', lost: 2 })
    expect(parcelOf(back)).not.toHaveProperty('lost')
    expect(waiting(gone)).toEqual(['mirror', 'freePlace', 'uploadShipping', 'tell.partRefunded', 'tell.notNeeded'])
  })

  test('when sending back is used up only the refund is left', () => {
    const inspections = Array.from({ length: POLICY.mostRedos }, () => twice.inspections[0])
    expect(parcelActions(quiet, 'merchant')).toEqual(['redo', 'replace', 'refund'])
    expect(parcelActions({ ...quiet, inspections }, 'merchant')).toEqual(['refund'])
  })
})
