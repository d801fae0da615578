import { parcelActions } from '../../../domain/actions'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { FULFILMENT } from '../../../domain/fulfilment/machine'
import { POLICY } from '../../../domain/policy'
import { later } from '../../../domain/time'
import { ACTORS, customLine, NINE, parcelAfter, parcelRefusal } from './given'
import { again, bad, good, judgedBad, noted, passGood, received } from './given-fruit'

describe('judging fruit by fruit', () => {
  test('a verdict is kept with its reason and photo, moves nothing and tells nobody', () => {
    const judged = parcelAfter(received(), 'merchant', bad(3, '缺笔画', 'cloud://x/3.jpg'))
    expect(judged).toMatchObject({ state: 'received', version: 2, history: [], outbox: {} })
    expect(judged.judged).toEqual([
      {
        fruit: 3,
        verdict: 'inconsistent',
        reason: '缺笔画',
        photo: 'cloud://x/3.jpg',
        by: 'some-merchant',
        at: NINE,
      },
    ])
  })

  test('the same verdict twice is nothing; another one takes its place; they stand by number', () => {
    const two = judgedBad(received(), 7, 2)
    expect(two.judged?.map(({ fruit }) => fruit)).toEqual([2, 7])
    expect(parcelAfter(two, 'merchant', bad(7), later(NINE, 1, 'hour')).judged).toEqual(two.judged)
    const better = parcelAfter(two, 'merchant', good(7))
    expect(better.judged?.map(({ verdict }) => verdict)).toEqual(['inconsistent', 'consistent'])
    expect(better.judged?.[1]).not.toHaveProperty('reason')
  })

  test.each([0, 13, 1.5])('there is no fruit number %s among twelve', (fruit) => {
    expect(parcelRefusal(received(), 'merchant', good(fruit))).toBe('FRUIT_UNKNOWN')
  })

  test('a part knows its own fruit only', () => {
    const part = received({ fruit: [2, 7] })
    expect(parcelRefusal(part, 'merchant', good(7))).toBeNull()
    expect(parcelRefusal(part, 'merchant', good(1))).toBe('FRUIT_UNKNOWN')
  })

  test('a bad one needs a reason that says something', () => {
    for (const reason of ['', ' ', '\n'])
      expect(parcelRefusal(received(), 'merchant', bad(1, reason))).toBe('REASON_MISSING')
  })

  test('more than the policy allows are judged together, but a judged one may be judged anew', () => {
    const full = received({
      lines: [{ ...customLine, packs: 20 }],
      judged: Array.from({ length: POLICY.mostJudged }, (_, i) => ({
        fruit: i + 1,
        verdict: 'consistent' as const,
        by: 'x',
        at: NINE,
      })),
    })
    expect(parcelRefusal(full, 'merchant', good(POLICY.mostJudged + 1))).toBe('JUDGED_TOO_MANY')
    expect(parcelRefusal(full, 'merchant', bad(1))).toBeNull()
  })

  test('only the merchant judges, and only what lies on the bench', () => {
    for (const state of FULFILMENT.states)
      for (const actor of ACTORS) {
        const open = state === 'received' && actor === 'merchant'
        const code = state === 'received' ? 'NOT_YOURS' : 'NOT_ALLOWED_NOW'
        expect(parcelRefusal(received({ state }), actor, good(1))).toBe(open ? null : code)
      }
    expect(parcelRefusal(received({ kind: 'ready' }), 'merchant', good(1))).toBe('NOT_ALLOWED_NOW')
  })
})

describe('what a bench may do after its verdicts', () => {
  const acts = (parcel: FulfilmentDoc) => parcelActions(parcel, 'merchant')

  test.each([
    ['nothing bad', received(), ['judge', 'pass', 'mismatch']],
    ['some bad', judgedBad(received(), 1, 2), ['judge', 'passGood', 'mismatch']],
    ['all bad', judgedBad(received({ fruit: [4, 5] }), 4, 5), ['judge', 'mismatch']],
  ])('with %s', (_, parcel, open) => {
    expect(acts(parcel)).toEqual(open)
    expect(parcelRefusal(parcel, 'merchant', passGood)).toBe(open.includes('passGood') ? null : 'NOT_ALLOWED_NOW')
    expect(parcelRefusal(parcel, 'merchant', { type: 'pass', place: 'A-01-01' })).toBe(
      open.includes('pass') ? null : 'SOME_JUDGED_BAD',
    )
  })

  test('what failed before can only fail again, and what failed never cannot', () => {
    const second = again(parcelAfter(received(), 'merchant', noted('mismatch')))
    expect(acts(second)).toEqual(['judge', 'pass', 'failAgain'])
    expect(parcelRefusal(second, 'merchant', noted('mismatch'))).toBe('NOT_ALLOWED_NOW')
    expect(parcelRefusal(received(), 'merchant', noted('failAgain'))).toBe('NOT_ALLOWED_NOW')
  })
})
