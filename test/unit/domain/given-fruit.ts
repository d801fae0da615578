import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { splitOff } from '../../../domain/fulfilment/split'
import type { Instant } from '../../../domain/time'
import { aParcel, customLine, NINE, parcelAfter } from './given'

const imprint = { kind: 'text', text: '生日快乐', face: 'hei', code: 'GY26-000000' } as const
export const received = (change: Partial<FulfilmentDoc> = {}) =>
  aParcel({ state: 'received', orchardId: 'qixia', judged: [], ...change })
/** Twelve fruit that carry 生, 日, 快, 乐 in turn. */
export const spelled = received({
  lines: [{ ...customLine, imprint: { ...imprint, stencils: ['S0', 'S1', 'S2', 'S3'] } }],
})
export const good = (fruit: number) => ({ type: 'judge', fruit, verdict: 'consistent' }) as const
export const bad = (fruit: number, reason = '缺笔画', photo?: string) =>
  ({ type: 'judge', fruit, verdict: 'inconsistent', reason, ...(photo ? { photo } : {}) }) as const
export const judgedBad = (parcel: FulfilmentDoc, ...fruit: number[]) =>
  fruit.reduce((doc, one) => parcelAfter(doc, 'merchant', bad(one)), parcel)
export const passGood = { type: 'passGood', place: 'A-01-01' } as const
export const noted = (type: 'mismatch' | 'failAgain') => ({ type, note: '字印反了' }) as const

/** The good part after some fruit failed, and the newborn of the bad ones. */
export function split(parcel: FulfilmentDoc, fruit: readonly number[], at: Instant = NINE) {
  const rest = parcelAfter(judgedBad(parcel, ...fruit), 'merchant', passGood, at)
  const back = splitOff(rest)
  if (!back) throw new Error('nothing was split off')
  return { rest, back }
}

/** On the bench once more. */
export const again = (parcel: FulfilmentDoc, at: Instant = NINE) =>
  parcelAfter(
    parcelAfter({ ...parcel, outbox: {} }, 'orchard', { type: 'sendAgain' }, at),
    'merchant',
    {
      type: 'receive',
    },
    at,
  )
