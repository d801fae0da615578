import { parcelActions } from '../../../domain/actions'
import { SIGNED } from '../../../domain/carriers'
import { TECHNIQUE_WORDS, type Technique } from '../../../domain/catalogue/product'
import type { GrowthDates } from '../../../domain/catalogue/season'
import { addressRefusalFor, decideFulfilment, type FulfilmentCommand } from '../../../domain/fulfilment/decide'
import { piecesIn } from '../../../domain/fulfilment/fruit'
import { parcelOf, type FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { FULFILMENT, type FulfilmentMove } from '../../../domain/fulfilment/machine'
import type { Hold } from '../../../domain/holds'
import { ACTORS, aParcel, by, LASER_DATES, NINE, parcelAfter, parcelRefusal, waiting } from './given'

/** The fullest form of each command, so that only the table and the parcel decide. */
function commandOf(move: FulfilmentMove): FulfilmentCommand {
  switch (move) {
    case 'offer':
      return { type: 'offer', orchardId: 'qixia' }
    case 'pass':
      return { type: 'pass', place: 'A-01-01' }
    case 'mismatch':
    case 'failAgain':
      return { type: move, note: '字印反了' }
    case 'cannotRedo':
      return { type: 'cannotRedo', note: '树上没有了' }
    case 'passGood':
      return { type: 'passGood', place: 'A-01-01' }
    case 'judge':
      return { type: 'judge', fruit: 1, verdict: 'consistent' }
    case 'redo':
    case 'refund':
      return { type: move }
    case 'replace':
      return { type: 'replace', dates: LASER_DATES, expectedSendDay: '2026-12-01' }
    case 'printSheet':
      return {
        type: 'printSheet',
        sheet: { id: 'batch-1', block: 'east', stickers: 14, fileId: 'cloud://demo/sheets/1.pdf' },
      }
    case 'ship':
      return { type: 'ship', carrier: 'SF', waybill: 'SF1234567890' }
    default:
      return { type: move }
  }
}

const ended = (kind: Hold['kind']): Hold => ({ kind, note: '', by: 'x', since: NINE, until: NINE })

/** A parcel for which every deadline of the move has come, of the technique its row is for. */
function parcelFor(move: FulfilmentMove, technique: Technique = 'mask') {
  return aParcel({
    ...(technique === 'laser' ? { dates: LASER_DATES } : {}),
    kind: move === 'pick' ? 'ready' : 'custom',
    acceptBy: NINE,
    actBy: NINE,
    ...(move === 'passGood'
      ? { judged: [{ fruit: 1, verdict: 'inconsistent' as const, reason: '缺笔画', by: 'x', at: NINE }] }
      : {}),
    ...(move === 'failAgain'
      ? { history: [{ at: NINE, by: by('merchant'), did: 'mismatch', to: 'mismatched', note: '缺笔画' }] }
      : {}),
    ...(move === 'unplaced' ? { history: [{ at: NINE, by: by('merchant'), did: 'replace', to: 'planned' }] } : {}),
    storage: { since: NINE, lastDay: '2027-01-01', remindAt: NINE },
    holds: move === 'fallSilent' ? [ended('confirmSend')] : move === 'endStorage' ? [ended('coldStorage')] : [],
  })
}

describe('every move through decide', () => {
  // A verdict on one fruit moves nothing; mismatch.test.ts has it.
  const moves = FULFILMENT.transitions.map((row) => row.command).filter((move) => move !== 'judge')
  for (const move of new Set(moves)) {
    for (const state of FULFILMENT.states) {
      const row = FULFILMENT.transitions.find((each) => each.command === move && each.from.includes(state))
      test(`${move} when ${state} ${row ? `leads to ${row.to} for ${row.by.join(' and ')} only` : 'is refused'}`, () => {
        const parcel = { ...parcelFor(move, row?.technique), state }
        for (const actor of ACTORS) {
          const decision = decideFulfilment(commandOf(move), parcel, by(actor), NINE)
          if (row?.by.includes(actor)) {
            expect(decision).toMatchObject({
              ok: true,
              events: [{ did: move, from: state, to: row.to, effects: row.effects }],
            })
            const after = parcelAfter(parcel, actor, commandOf(move))
            expect(after).toMatchObject({ state: row.to, version: parcel.version + 1 })
            expect(after.history.at(-1)).toEqual(
              expect.objectContaining({ did: move, to: row.to, by: by(actor), at: NINE }),
            )
            expect(waiting(after)).toEqual([...row.effects])
          } else {
            expect(decision).toMatchObject({ ok: false, refusal: { code: row ? 'NOT_YOURS' : 'NOT_ALLOWED_NOW' } })
          }
        }
      })
    }
  }
})

describe('offering work to an orchard', () => {
  test('given a planned parcel, when it is offered, then the orchard has two days to answer', () => {
    const offered = parcelAfter(aParcel(), 'system', { type: 'offer', orchardId: 'qixia' })
    expect(offered).toMatchObject({ orchardId: 'qixia', acceptBy: '2026-09-07T01:00:00.000Z', dueAt: NINE })
    expect({ ...offered, outbox: {} }).toMatchObject({ acceptBy: '2026-09-07T01:00:00.000Z' })
  })

  test('given an offer, when the orchard declines, then the next one is looked for and this one is remembered', () => {
    const offered = parcelAfter(aParcel(), 'system', { type: 'offer', orchardId: 'qixia' })
    const declined = parcelAfter({ ...offered, outbox: {} }, 'orchard', { type: 'decline', note: '人手不够' })
    expect(declined).toMatchObject({ state: 'planned', orchardId: null, acceptBy: null, declinedBy: ['qixia'] })
    expect(waiting(declined)).toContain('allot')
    expect(declined.history.at(-1)).toMatchObject({ note: '人手不够' })
  })

  test('given work that an orchard has declined, when it is offered there again, then it is refused', () => {
    const offered = parcelAfter(aParcel(), 'system', { type: 'offer', orchardId: 'qixia' })
    const declined = parcelAfter({ ...offered, outbox: {} }, 'orchard', { type: 'decline' })
    expect(parcelRefusal(declined, 'system', { type: 'offer', orchardId: 'qixia' })).toBe('NOT_ALLOWED_NOW')
    expect(parcelAfter(declined, 'system', { type: 'offer', orchardId: 'tianshui' }).orchardId).toBe('tianshui')
  })

  test('given an offer, when its limit has passed, then it can no longer be accepted', () => {
    const offered = parcelAfter(aParcel(), 'system', { type: 'offer', orchardId: 'qixia' })
    expect(parcelAfter(offered, 'orchard', { type: 'accept' }, '2026-09-07T01:00:00.000Z').state).toBe('accepted')
    expect(parcelRefusal(offered, 'orchard', { type: 'accept' }, '2026-09-07T01:00:00.001Z')).toBe('NOT_ALLOWED_NOW')
  })

  test('given an offer, when nobody answers, then it lapses at the deadline and not before (G2)', () => {
    const offered = parcelAfter(aParcel(), 'system', { type: 'offer', orchardId: 'qixia' })
    expect(parcelRefusal(offered, 'clock', { type: 'lapse' }, '2026-09-07T00:59:59.999Z')).toBe('NOT_ALLOWED_NOW')
    expect(parcelAfter(offered, 'clock', { type: 'lapse' }, '2026-09-07T01:00:00.000Z').declinedBy).toEqual(['qixia'])
  })

  test('ready stock is picked and never offered; custom fruit is offered and never picked', () => {
    expect(parcelRefusal(aParcel({ kind: 'ready' }), 'system', { type: 'offer', orchardId: 'qixia' })).toBe(
      'NOT_ALLOWED_NOW',
    )
    expect(parcelRefusal(aParcel(), 'system', { type: 'pick' })).toBe('NOT_ALLOWED_NOW')
  })
})

describe('growing', () => {
  const gated = FULFILMENT.transitions.flatMap((row) => (row.technique ? [{ ...row, technique: row.technique }] : []))

  test.each(gated)('$command when $from is for the $technique only, and others are told why', (row) => {
    const other = row.technique === 'mask' ? 'laser' : 'mask'
    const parcel = { ...parcelFor(row.command, other), state: row.from[0], orchardId: 'qixia' }
    const decision = decideFulfilment(commandOf(row.command), parcel, by('orchard'), NINE)
    expect(decision).toMatchObject({
      ok: false,
      refusal: { code: 'OTHER_TECHNIQUE', details: { technique: TECHNIQUE_WORDS[other].zh } },
    })
    expect(parcelActions(parcel, 'orchard')).not.toContain(row.command)
    expect(parcelActions({ ...parcel, dates: parcelFor(row.command, row.technique).dates }, 'orchard')).toContain(
      row.command,
    )
  })

  test.each([
    ['mask', ['stickered', 'colouring', 'harvested', 'sentToHub']],
    ['laser', ['harvested', 'marked', 'sentToHub']],
  ] as const)('the %s goes one way from the orchard’s yes to the hub', (technique, way) => {
    let parcel: FulfilmentDoc = { ...parcelFor('accept', technique), state: 'accepted', orchardId: 'qixia' }
    const went: string[] = []
    while (parcel.state !== 'sentToHub') {
      // Printing changes nothing on the tree.
      const [step, ...others] = parcelActions(parcel, 'orchard').filter((action) => action !== 'printSheet')
      expect(others).toEqual([])
      parcel = parcelAfter(parcel, 'orchard', { type: step } as FulfilmentCommand)
      went.push(parcel.state)
    }
    expect(went).toEqual(way)
  })

  test('a parcel planned before there was a laser grows under a film', () => {
    const { technique: _none, ...dates } = { ...aParcel().dates, technique: undefined }
    const old = aParcel({ state: 'accepted', dates: dates as GrowthDates })
    expect(parcelActions(old, 'orchard')).toEqual(['printSheet', 'sticker'])
    expect(parcelRefusal(old, 'orchard', { type: 'harvest' })).toBe('OTHER_TECHNIQUE')
  })

  test('each step keeps its photo under the step it reached (G5)', () => {
    const photo = 'cloud://demo/1.jpg'
    const stickered = parcelAfter(aParcel({ state: 'accepted' }), 'orchard', { type: 'sticker', photo })
    expect(stickered.photos).toEqual([{ step: 'stickered', fileId: photo, at: NINE }])
    expect(parcelAfter(stickered, 'orchard', { type: 'colour' }).photos).toHaveLength(1)
  })
})

describe('inspecting', () => {
  const received = aParcel({ state: 'received', orchardId: 'qixia' })

  test('given fruit like the order, when it passes, then the customer is asked and nothing ships before the answer (I2, S1)', () => {
    const passed = parcelAfter(received, 'merchant', { type: 'pass', place: 'A-03-12', grade: 'first', grams: 2600 })
    expect(passed).toMatchObject({
      place: 'A-03-12',
      inspections: [{ verdict: 'consistent', grade: 'first', grams: 2600, by: 'some-merchant' }],
    })
    expect(passed.holds).toEqual([
      { kind: 'confirmSend', note: '', by: 'some-merchant', since: NINE, until: '2026-09-08T01:00:00.000Z' },
    ])
    expect(waiting(passed)).toContain('tell.confirmSend')
  })

  test('given fruit unlike the order, when it is refused, then it goes back with reason and photo, comes again and passes (I4)', () => {
    expect(parcelRefusal(received, 'merchant', { type: 'mismatch', note: ' ' })).toBe('REASON_MISSING')
    const photo = 'cloud://demo/2.jpg'
    const back = parcelAfter(received, 'merchant', { type: 'mismatch', note: '字印反了', photo })
    expect(back).toMatchObject({
      state: 'mismatched',
      orchardId: 'qixia',
      holds: [],
      inspections: [{ verdict: 'inconsistent', reason: '字印反了', photo }],
      photos: [{ step: 'inspection', fileId: photo }],
    })
    const again = parcelAfter(parcelAfter(back, 'orchard', { type: 'sendAgain' }), 'merchant', { type: 'receive' })
    const passed = parcelAfter(again, 'merchant', { type: 'pass', place: 'A-01-01' })
    expect(passed.inspections.map((inspection) => inspection.verdict)).toEqual(['inconsistent', 'consistent'])
  })
})

describe('packing and shipping', () => {
  const packing = aParcel({ state: 'packing', place: 'A-03-12' })
  const ship: FulfilmentCommand = { type: 'ship', carrier: 'SF', waybill: 'sf 1234 5678 90' }

  test('a parcel leaves with a tidy waybill and frees its place', () => {
    const shipped = parcelAfter(packing, 'merchant', ship)
    expect(shipped).toMatchObject({
      waybill: { carrier: 'SF', no: 'SF1234567890', at: NINE },
      place: null,
      trackAt: '2026-09-05T07:00:00.000Z',
    })
    expect(parcelOf(shipped)).toMatchObject({
      state: 'shipped',
      version: 2,
      waybill: { carrier: 'SF', no: 'SF1234567890' },
      shippedAt: NINE,
    })
  })

  test.each(['outOfStock', 'correction', 'confirmSend', 'coldStorage', 'dispute'] as const)(
    'nothing ships while %s is open',
    (kind) => {
      expect(parcelRefusal({ ...packing, holds: [{ ...ended(kind), until: null }] }, 'merchant', ship)).toBe(
        'HOLD_OPEN',
      )
      expect(parcelRefusal({ ...packing, holds: [ended(kind)] }, 'merchant', ship)).toBe('HOLD_OPEN')
    },
  )

  test('a wrong waybill is refused on its field', () => {
    const decision = decideFulfilment({ type: 'ship', carrier: 'SF', waybill: '12' }, packing, by('merchant'), NINE)
    expect(decision).toMatchObject({ ok: false, refusal: { code: 'WAYBILL_INVALID', field: 'waybill' } })
  })

  test('the address is shown to the merchant while packing only (I3)', () => {
    expect(addressRefusalFor(packing, by('merchant'))).toBeNull()
    for (const state of FULFILMENT.states.filter((each) => each !== 'packing')) {
      expect(addressRefusalFor({ state }, by('merchant'))?.code).toBe('NOT_ALLOWED_NOW')
    }
    for (const actor of ACTORS.filter((each) => each !== 'merchant')) {
      expect(addressRefusalFor(packing, by(actor))?.code).toBe('NOT_YOURS')
    }
  })

  const shipped = { ...parcelAfter(packing, 'merchant', ship), outbox: {} }
  const track = (action: number) =>
    ({ type: 'track', events: [{ at: NINE, what: '快件', action }] }) satisfies FulfilmentCommand

  test('tracking is kept and asked for again (S9)', () => {
    const { events } = track(200001)
    expect(parcelAfter(shipped, 'clock', track(200001), '2026-09-05T07:00:00.000Z')).toMatchObject({
      state: 'shipped',
      track: events,
      trackAt: '2026-09-05T13:00:00.000Z',
      dueAt: '2026-09-05T13:00:00.000Z',
      history: shipped.history,
    })
  })

  test('a signature is the delivery, in the same write', () => {
    const signed = parcelAfter(shipped, 'clock', track(SIGNED))
    expect(signed).toMatchObject({ state: 'delivered', track: track(SIGNED).events, deliveredAt: NINE, trackAt: null })
    expect(signed.version).toBe(shipped.version + 1)
    expect(signed.history.map(({ did }) => did)).toEqual(['ship', 'deliver'])
    expect(Object.values(signed.outbox).map(({ effect }) => effect)).toEqual(['mirror', 'tell.delivered'])
    expect(parcelAfter({ ...signed, outbox: {} }, 'clock', track(SIGNED))).toMatchObject({
      state: 'delivered',
      history: signed.history,
    })
  })
})

test('a parcel knows how many fruits it holds', () => {
  const [line] = aParcel().lines
  expect(
    piecesIn({
      lines: [
        { ...line, pieces: 12, packs: 2 },
        { ...line, pieces: 6, packs: 1 },
      ],
    }),
  ).toBe(30)
})
