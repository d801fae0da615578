import type { BenchView, Input } from '../../../contract'
import { plotCounter } from '../../../domain/catalogue/product'
import { expectedSendDay, growthDates, seasonRefusal } from '../../../domain/catalogue/season'
import type { FulfilmentCommand } from '../../../domain/fulfilment/decide'
import { piecesIn } from '../../../domain/fulfilment/fruit'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { Refused, reject } from '../../../domain/refusals'
import { dayOf } from '../../../domain/time'
import type { Ports } from '../../ports/ports'
import type { Context } from '../core/answer'
import { changeFulfilment } from '../core/change'
import { readAll, readByIds } from '../core/read-all'
import { showBench } from './intake'
import { asMerchant } from './staff'

// What becomes of fruit that failed twice, or was not redone (I4).

/** The same orchard tries once more, with a new deadline. Throws SENT_BACK_TOO_OFTEN. */
export function redo(context: Context, { id, key, note }: Input<'intake.redo'>): Promise<BenchView> {
  return decide(context, id, key, { type: 'redo', ...(note ? { note } : {}) })
}

/** The money of this fruit goes back, and the parcel ends. */
export function refund(context: Context, { id, key, note }: Input<'intake.refund'>): Promise<BenchView> {
  return decide(context, id, key, { type: 'refund', ...(note ? { note } : {}) })
}

/**
 * Another orchard grows it anew, as long as its season takes orders and one has room. Throws OUT_OF_SEASON, NO_ROOM_ELSEWHERE
 * and SENT_BACK_TOO_OFTEN.
 */
export async function replace(context: Context, input: Input<'intake.replace'>): Promise<BenchView> {
  const { ports } = context
  const { id, key, note } = input
  const parcel = (await ports.db.get('fulfilments', id)) ?? reject('FULFILMENT_UNKNOWN')
  const command: FulfilmentCommand = {
    type: 'replace',
    ...(await newDates(context, parcel)),
    ...(note ? { note } : {}),
  }
  return decide(context, id, key, command, parcel)
}

async function newDates({ ports }: Context, parcel: FulfilmentDoc) {
  const { seasonId, state, dates, expectedSendDay: day, lines } = parcel
  const season = seasonId ? await ports.db.get('seasons', seasonId) : null
  if (!season || !dates) return reject('NOT_ALLOWED_NOW')
  // In any other state this is a repeat or will be refused; neither needs new days.
  if (state !== 'escalated') return { dates, expectedSendDay: day }
  const today = dayOf(ports.now())
  const refusal = seasonRefusal(season, today, lines[0].name)
  if (refusal) throw new Refused(refusal)
  await mustHaveRoom(ports, parcel, season._id)
  return { dates: growthDates(season, today), expectedSendDay: expectedSendDay(season, today) }
}

// Work that no orchard can take would wait for ever, and the customer's money with it.
async function mustHaveRoom(ports: Ports, parcel: FulfilmentDoc, seasonId: string): Promise<void> {
  const tried = new Set([...parcel.declinedBy, parcel.orchardId])
  const orchards = (await readAll(ports, 'orchards', {})).filter(({ _id }) => !tried.has(_id))
  const plots = orchards.map(({ _id }) => plotCounter(_id, seasonId))
  const counters = await readByIds(ports, 'counters', plots)
  if (!counters.some(({ available }) => available >= piecesIn(parcel))) reject('NO_ROOM_ELSEWHERE')
}

async function decide(
  context: Context,
  id: string,
  key: string,
  command: FulfilmentCommand,
  loaded?: FulfilmentDoc,
): Promise<BenchView> {
  const { ports } = context
  const options = { key, ...(loaded ? { loaded } : {}) }
  return showBench(context, await changeFulfilment(ports, id, command, asMerchant(context), options))
}
