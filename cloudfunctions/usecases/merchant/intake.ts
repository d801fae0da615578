import type { BenchView, Input, IntakeList } from '../../../contract'
import { readImprintCode } from '../../../domain/codes'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { reject } from '../../../domain/refusals'
import type { Ports } from '../../ports/ports'
import type { Context } from '../core/answer'
import { changeFulfilment } from '../core/change'
import { pageOf } from '../core/page'
import { benchViews } from '../views/bench-view'
import { asMerchant } from './staff'

const PAGE = 50

/** What is on its way to the hub, on the bench, and back at an orchard, the oldest first, page by page (I1, I4). */
export async function listIntake({ ports }: Context, { cursor }: Input<'intake.list'>): Promise<IntakeList> {
  const where = { state: { in: ['sentToHub', 'received', 'mismatched'] } }
  const pages = { where, by: 'createdAt', direction: 'asc', size: PAGE } as const
  const { docs: parcels, next } = await pageOf(ports, 'fulfilments', pages, cursor)
  const views = await benchViews(ports, parcels)
  return {
    arriving: views.filter(({ state }) => state === 'sentToHub'),
    received: views.filter(({ state }) => state === 'received'),
    mismatched: views.filter(({ state }) => state === 'mismatched'),
    next,
  }
}

/**
 * Finds a parcel by its scanned or typed imprint code, at whatever stage it is (I1). Throws IMPRINT_CODE_MISTYPED when
 * the check character does not fit, IMPRINT_CODE_UNKNOWN when nothing carries it.
 */
export async function findByCode({ ports }: Context, { code }: Input<'intake.find'>): Promise<BenchView> {
  const read = readImprintCode(code)
  if (!read.ok) {
    return read.reason === 'MISTYPED'
      ? reject('IMPRINT_CODE_MISTYPED', {}, 'code')
      : reject('IMPRINT_CODE_UNKNOWN', { code: code.trim() }, 'code')
  }
  const [parcel] = await ports.db.find('fulfilments', { where: { code: read.code }, limit: 1 })
  return showBench(ports, parcel ?? reject('IMPRINT_CODE_UNKNOWN', { code: read.code }, 'code'))
}

/** The fruit is at the hub. */
export async function receive(context: Context, { id, key }: Input<'intake.receive'>): Promise<BenchView> {
  const { ports } = context
  return showBench(ports, await changeFulfilment(ports, id, { type: 'receive' }, asMerchant(context), { key }))
}

/** One parcel as the bench shows it. */
export async function showBench(ports: Ports, parcel: FulfilmentDoc): Promise<BenchView> {
  const [view] = await benchViews(ports, [parcel])
  return view
}
