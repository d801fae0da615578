import { procedures, type BenchView, type Input, type IntakeList, type ProcedureName } from '../../../contract'
import type { ParcelAction } from '../../../domain/actions'
import { readImprintCode } from '../../../domain/codes'
import { holdsDuty } from '../../../domain/duties'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import type { FulfilmentState } from '../../../domain/fulfilment/machine'
import { reject } from '../../../domain/refusals'
import type { Context } from '../core/answer'
import { changeFulfilment } from '../core/change'
import { pageOf } from '../core/page'
import { MOST_PARCELS } from '../effects/limits'
import { benchViews } from '../views/bench-view'
import { asMerchant } from './staff'

const PAGE = 50

/** What is on its way to the hub, on the bench, back at an orchard, and to be decided, the oldest first, page by page (I1, I4). */
export async function listIntake({ ports }: Context, { cursor }: Input<'intake.list'>): Promise<IntakeList> {
  const where = { state: { in: ['sentToHub', 'received', 'mismatched', 'escalated'] } }
  const pages = { where, by: 'createdAt', direction: 'asc', size: PAGE } as const
  const { docs: parcels, next } = await pageOf(ports, 'fulfilments', pages, cursor)
  const views = await benchViews(ports, parcels)
  return {
    arriving: views.filter(({ state }) => state === 'sentToHub'),
    received: views.filter(({ state }) => state === 'received'),
    mismatched: views.filter(({ state }) => state === 'mismatched'),
    escalated: views.filter(({ state }) => state === 'escalated'),
    next,
  }
}

/**
 * Finds a parcel by its scanned or typed imprint code, at whatever stage it is (I1). Throws IMPRINT_CODE_MISTYPED when
 * the check character does not fit, IMPRINT_CODE_UNKNOWN when nothing carries it.
 */
export async function findByCode(context: Context, { code }: Input<'intake.find'>): Promise<BenchView> {
  const { ports } = context
  const read = readImprintCode(code)
  if (!read.ok) {
    return read.reason === 'MISTYPED'
      ? reject('IMPRINT_CODE_MISTYPED', {}, 'code')
      : reject('IMPRINT_CODE_UNKNOWN', { code: code.trim() }, 'code')
  }
  const parcels = await ports.db.find('fulfilments', { where: { code: read.code }, limit: MOST_PARCELS })
  return showBench(context, nearestTheBench(parcels) ?? reject('IMPRINT_CODE_UNKNOWN', { code: read.code }, 'code'))
}

// A split parcel shares its code with what was sent back of it; who scans has the one in hand that the bench waits for.
const NEAREST: readonly FulfilmentState[] = ['received', 'sentToHub', 'escalated', 'mismatched']

function nearestTheBench(parcels: readonly FulfilmentDoc[]): FulfilmentDoc | undefined {
  const rank = ({ state }: FulfilmentDoc) => (NEAREST.includes(state) ? NEAREST.indexOf(state) : NEAREST.length)
  return [...parcels].sort((a, b) => rank(a) - rank(b) || compareIds(b, a))[0]
}

const compareIds = (a: FulfilmentDoc, b: FulfilmentDoc): number => (a._id < b._id ? -1 : 1)

/** One parcel of the hub by its number. Throws FULFILMENT_UNKNOWN. */
export async function getBench(context: Context, { id }: Input<'intake.get'>): Promise<BenchView> {
  const { ports } = context
  return showBench(context, (await ports.db.get('fulfilments', id)) ?? reject('FULFILMENT_UNKNOWN'))
}

/** The fruit is at the hub. */
export async function receive(context: Context, { id, key }: Input<'intake.receive'>): Promise<BenchView> {
  const { ports } = context
  return showBench(context, await changeFulfilment(ports, id, { type: 'receive' }, asMerchant(context), { key }))
}

/** One parcel as the bench shows it to this person. */
export async function showBench(context: Context, parcel: FulfilmentDoc): Promise<BenchView> {
  const [view] = await benchViews(context.ports, [parcel])
  return { ...view, actions: view.actions.filter((action) => mayDo(context, action)) }
}

const doneBy: Partial<Record<ParcelAction, ProcedureName>> = {
  receive: 'intake.receive',
  judge: 'intake.judge',
  pass: 'intake.pass',
  passGood: 'intake.passGood',
  mismatch: 'intake.mismatch',
  failAgain: 'intake.mismatch',
}

// Support decides what becomes of failed fruit and does not judge them: an act is offered to those whose duty it is (W4).
function mayDo({ staff }: Context, action: ParcelAction): boolean {
  const procedure = doneBy[action]
  return !procedure || (staff?.role === 'merchant' && holdsDuty(staff.duties, procedures[procedure].duties))
}
