import type { Input, JobView } from '../../../contract'
import type { FulfilmentCommand } from '../../../domain/fulfilment/decide'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { reject } from '../../../domain/refusals'
import type { Ports } from '../../ports/ports'
import type { Context } from '../core/answer'
import { changeFulfilment } from '../core/change'
import { linksTo } from '../views/line-view'
import { jobFiles, jobView } from '../views/job-view'
import { asOrchard, ownWork } from './own-work'

/** One piece of this orchard's work. Throws FULFILMENT_UNKNOWN. */
export async function getWork(context: Context, { id }: Input<'work.get'>): Promise<JobView> {
  const job = (await context.ports.db.get('fulfilments', id)) ?? reject('FULFILMENT_UNKNOWN')
  ownWork(context)(job)
  return showJob(context.ports, job)
}

/** The orchard takes the work it was offered (G2). */
export async function acceptWork(context: Context, { id, key }: Input<'work.accept'>): Promise<JobView> {
  const { ports } = context
  const allow = ownWork(context)
  return showJob(ports, await changeFulfilment(ports, id, { type: 'accept' }, asOrchard(context), { key, allow }))
}

/** The orchard leaves the work to the next one (G2). Afterwards it no longer sees it. */
export async function declineWork(
  context: Context,
  { id, key, reason }: Input<'work.decline'>,
): Promise<{ id: string }> {
  const command: FulfilmentCommand = { type: 'decline', ...(reason ? { note: reason } : {}) }
  await changeFulfilment(context.ports, id, command, asOrchard(context), { key, allow: ownWork(context, key) })
  return { id }
}

/** Fruit that came back cannot be done again: the shop decides what becomes of it (I4). Throws REASON_MISSING. */
export async function cannotRedo(context: Context, input: Input<'work.cannotRedo'>): Promise<JobView> {
  const { ports } = context
  const { id, key, reason } = input
  const command: FulfilmentCommand = { type: 'cannotRedo', note: reason }
  const allow = ownWork(context)
  return showJob(ports, await changeFulfilment(ports, id, command, asOrchard(context), { key, allow }))
}

/** A step of growth, or the fruit sent again after a mismatch, with a photo if there is one (G5, I4). */
export async function recordStep(context: Context, input: Input<'work.record'>): Promise<JobView> {
  const { ports } = context
  const { id, key, step, photo, note } = input
  const command: FulfilmentCommand = { type: step, ...(photo ? { photo } : {}), ...(note ? { note } : {}) }
  const allow = ownWork(context)
  return showJob(ports, await changeFulfilment(ports, id, command, asOrchard(context), { key, allow }))
}

async function showJob(ports: Ports, job: FulfilmentDoc): Promise<JobView> {
  return jobView(job, await linksTo(ports, jobFiles(job)))
}
