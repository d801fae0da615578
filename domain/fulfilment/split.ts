import type { HistoryEntry } from '../history'
import { step } from '../machine'
import { queue } from '../message/outbox'
import { POLICY } from '../policy'
import { NEVER } from '../time'
import { watchedFulfilment } from './evolve'
import { badFruit } from './fruit'
import type { FulfilmentDoc } from './fulfilment'
import { FULFILMENT } from './machine'
import { actDeadline, moveBack, redoSendDay } from './mismatch'

/**
 * The parcel of the fruit that do not go on with the good ones (I4), under the number that these keep of it: at their
 * orchard, or with us when it is their second time, with their photos and reasons and the way they have come. It is the
 * same whenever it is made, however far the good ones have gone since. Null when the parcel was not split.
 */
export function splitOff(parcel: FulfilmentDoc): FulfilmentDoc | null {
  const at = parcel.history.map(({ did }) => did).lastIndexOf('passGood')
  if (at < 0 || !parcel.splitOff) return null
  return bornOf(parcel, parcel.splitOff, parcel.history.slice(0, at), parcel.history[at])
}

function bornOf(parcel: FulfilmentDoc, id: string, before: HistoryEntry[], { at, by }: HistoryEntry): FulfilmentDoc {
  const move = moveBack({ history: before })
  const result = step(FULFILMENT, 'received', move, 'merchant')
  if (!result.ok) throw new Error(`no row for ${move}`)
  const { to, effects } = result.transition
  const bad = badFruit(parcel)
  const note = inShort(bad.map(({ reason = '' }) => reason))
  const photo = bad.find((each) => each.photo)?.photo
  // Everything at this very moment is of the good ones.
  const photos = parcel.photos.filter((each) => each.step !== 'inspection' || each.at !== at)
  const { firstLook: _firstLook, splitOff: _splitOff, ...rest } = parcel
  return watchedFulfilment({
    ...rest,
    _id: id,
    version: 1,
    state: to,
    createdAt: at,
    fruit: bad.map(({ fruit }) => fruit),
    judged: bad,
    photos: photo ? [...photos, { step: 'inspection', fileId: photo, at }] : photos,
    expectedSendDay: redoSendDay(parcel, at),
    actBy: actDeadline(to, 0, at),
    inspections: [
      ...parcel.inspections.filter(({ verdict }) => verdict === 'inconsistent'),
      { verdict: 'inconsistent', reason: note, by: by.id, at, ...(photo ? { photo } : {}) },
    ],
    holds: [],
    place: null,
    storage: null,
    waybill: null,
    track: [],
    trackAt: null,
    deliveredAt: null,
    history: [...before, { at, by, did: move, to, note }],
    outbox: queue({}, 0, effects, at, before.length + 1),
    dueAt: NEVER,
    trouble: 0,
  })
}

// Each fruit keeps its own reason; together they are no longer than one that is written by hand.
function inShort(reasons: readonly string[]): string {
  const said = [...[...new Set(reasons)].join('；')]
  return said.length > POLICY.reasonCharacters
    ? `${said.slice(0, POLICY.reasonCharacters - 1).join('')}…`
    : said.join('')
}
