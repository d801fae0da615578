import type { Input } from '../../../contract'
import type { Technique } from '../../../domain/catalogue/product'
import type { FulfilmentMove, FulfilmentState } from '../../../domain/fulfilment/machine'
import { FULFILMENT } from '../../../domain/fulfilment/machine'
import { broken } from '../../support/broken'
import type { Draws } from '../../support/draw'
import { FANG, FUFENG, newKey, QIXIA, TIANSHUI } from '../support/orders'
import { ask, forOrder, forParcel, look, type Expected } from './ask'
import { allParcels, planned, type OrderBelief, type ParcelBelief, type ParcelState, type Run } from './belief'
import { onBench } from './bench'

const ORCHARDS = [QIXIA, TIANSHUI, FUFENG]
/** What comes next on the trees, by the state it is done in. */
const STEPS: Record<Technique, Partial<Record<ParcelState, Input<'work.record'>['step']>>> = {
  mask: { accepted: 'sticker', stickered: 'colour', colouring: 'harvest', harvested: 'dispatch' },
  laser: { accepted: 'harvest', harvested: 'mark', marked: 'dispatch' },
}
export const refused = (answer: { ok: boolean; error?: { code: string } } | null) => answer?.error?.code ?? 'no answer'

/** The belief of a parcel that a list shows. */
export function parcelNamed(run: Run, id: string): ParcelBelief {
  return allParcels(run).find((parcel) => parcel.id === id) ?? broken(`a list shows ${id}, which nobody ordered`)
}

/** The merchant opens the review queue and decides about some of it. */
export async function review(run: Run, draws: Draws): Promise<string> {
  const queue = await look(run, FANG, 'review.list', {})
  if (!queue) return 'no answer'
  for (const order of run.orders) {
    const listed = queue.orders.some(({ no }) => no === order.no)
    if (listed) order.state.learn('inReview')
    else if (order.state.isIn('inReview')) broken(`${order.name} waits for review and is not listed`)
  }
  if (queue.orders.length === 0) return 'nothing to review'
  const said: string[] = []
  for (const { no } of queue.orders) {
    if (said.length > 0 && draws.once(3)) break
    said.push(await decide(run, run.orders.find((order) => order.no === no)!, !draws.once(7)))
  }
  return said.join(', ')
}

/** Approves or rejects one order, listed or not. */
export async function decide(run: Run, order: OrderBelief, approves: boolean): Promise<string> {
  const { no, state, name } = order
  const key = newKey()
  const expected = forOrder(order, approves ? 'approve' : 'reject', 'merchant')
  const tell = () =>
    approves
      ? ask(run, FANG, 'review.approve', { no, key }, expected)
      : ask(run, FANG, 'review.reject', { no, key, reason: '字太密，晒不清楚' }, expected)
  const answer = await tell()
  if (!answer?.ok) return `${name} ${refused(answer)}`
  state.become(approves ? 'accepted' : 'cancelled')
  if (approves) planned(run, order)
  return `${name} ${approves ? 'approved' : 'rejected'}`
}

/** The packer opens the picking list, looks an address up and hands one parcel to the carrier. */
export async function pack(run: Run, draws: Draws): Promise<string> {
  const list = await look(run, FANG, 'packing.list', {})
  if (!list) return 'no answer'
  for (const { id, state } of [...list.toPack, ...list.shipped]) parcelNamed(run, id).state.learn(state)
  mustList(run, list.toPack, ['packing'])
  if (list.toPack.length === 0) return 'nothing to pack'
  const { id } = draws.of(list.toPack)
  await look(run, FANG, 'packing.address', { id, key: newKey() })
  return ship(run, parcelNamed(run, id))
}

/** Ships one parcel, listed or not; nothing leaves under a hold. */
export async function ship(run: Run, parcel: ParcelBelief): Promise<string> {
  run.waybills += 1
  const waybill = `SF${String(run.waybills).padStart(12, '0')}`
  const input = { id: parcel.id, key: newKey(), carrier: 'SF', waybill }
  const { can, refusals } = forParcel(parcel, 'ship', 'merchant')
  const answer = await ask(run, FANG, 'packing.ship', input, { can, refusals: [...refusals, 'HOLD_OPEN'] })
  const what = `${parcel.state.name} with ${waybill}`
  if (!answer?.ok) return `${what} ${refused(answer)}`
  parcel.state.become('shipped')
  parcel.shippedAt = run.shop.cloud.clock.now()
  return what
}

/** An orchard opens its work and does the next thing on one piece of it, or several. */
export async function work(run: Run, openid: string, draws: Draws): Promise<string> {
  const list = await look(run, openid, 'work.list', {})
  if (!list) return 'no answer'
  for (const { id, state } of [...list.offered, ...list.underWay, ...list.done]) parcelNamed(run, id).state.learn(state)
  const jobs = [...list.offered, ...list.underWay]
  if (jobs.length === 0) return 'no work'
  const parcel = parcelNamed(run, draws.of(jobs).id)
  const said: string[] = []
  for (let moves = 2 + draws.below(4); moves > 0; moves--) {
    const next = nextStep(parcel, draws)
    if (!next) break
    said.push(await onJob(run, openid, parcel, next))
    if (next === 'decline') break
  }
  return `${parcel.state.name} ${said.join(', ')}`
}

type JobAct = 'accept' | 'decline' | 'printSheet' | 'cannotRedo' | Input<'work.record'>['step']

function nextStep({ state, technique }: ParcelBelief, draws: Draws): JobAct | null {
  if (state.isIn('offered')) return draws.once(7) ? 'decline' : 'accept'
  if (state.isIn('escalated')) return 'sendAgain'
  if (state.isIn('mismatched')) return draws.once(4) ? 'cannotRedo' : 'sendAgain'
  if (technique === 'mask' && state.isIn('accepted') && draws.once(5)) return 'printSheet'
  const steps = STEPS[technique ?? 'mask']
  const at = (Object.keys(steps) as ParcelState[]).find((each) => state.isIn(each))
  return (at && steps[at]) ?? null
}

/** One act of an orchard's person on work that is theirs. */
export async function onJob(run: Run, openid: string, parcel: ParcelBelief, act: JobAct): Promise<string> {
  const input = { id: parcel.id, key: newKey() }
  const expected = forParcel(parcel, act, 'orchard')
  if (act === 'decline') {
    const answer = await ask(run, openid, 'work.decline', input, expected)
    if (!answer?.ok) return `${act} ${refused(answer)}`
    parcel.state.become('planned', 'offered', ...(parcel.replaced ? (['escalated'] as const) : []))
    return act
  }
  if (act === 'cannotRedo') {
    const answer = await ask(run, openid, 'work.cannotRedo', { ...input, reason: '没有同样的果了' }, expected)
    if (!answer?.ok) return `${act} ${refused(answer)}`
    parcel.state.become('escalated')
    return act
  }
  if (act === 'printSheet') {
    const printed = { ...expected, refusals: [...expected.refusals, 'PRINTED_TOO_OFTEN'] } as const
    const answer = await ask(run, openid, 'sheets.print', { key: input.key, ids: [parcel.id] }, late(printed))
    return answer?.ok ? act : `${act} ${refused(answer)}`
  }
  // Why it waits for the shop decides whether it may still be sent.
  const tooLate = parcel.state.has('escalated')
  const answer =
    act === 'accept'
      ? await ask(run, openid, 'work.accept', input, late(expected))
      : await ask(run, openid, 'work.record', { ...input, step: act }, tooLate ? late(expected) : expected)
  if (!answer?.ok) return `${act} ${refused(answer)}`
  parcel.state.become(targetOf(act))
  parcel.state.learn(answer.data.state)
  return act
}

// An offer ends by the clock (G2); a job that was just listed may be past its time.
function late({ can, refusals }: Expected): Expected {
  return { can: can === 'yes' ? 'maybe' : can, refusals }
}

/** Somebody acts on a parcel out of turn, whoever has it; the tables say what may come of it. */
export async function meddle(run: Run, draws: Draws): Promise<string> {
  const parcels = allParcels(run)
  if (parcels.length === 0) return 'nothing to meddle with'
  const parcel = draws.of(parcels)
  if (draws.once(2)) return onBench(run, parcel, draws.of(['receive', 'pass', 'passGood', 'mismatch'] as const))
  if (draws.once(2)) return ship(run, parcel)
  const act = draws.of(['accept', 'sticker', 'mark', 'dispatch', 'sendAgain'] as const)
  const openid = draws.of(ORCHARDS)
  const input = { id: parcel.id, key: newKey() }
  const { can, refusals } = forParcel(parcel, act, 'orchard')
  // It may be another orchard's, which looks like none.
  const expected = { can: can === 'no' ? 'no' : 'maybe', refusals: [...refusals, 'FULFILMENT_UNKNOWN'] } as const
  const answer =
    act === 'accept'
      ? await ask(run, openid, 'work.accept', input, expected)
      : await ask(run, openid, 'work.record', { ...input, step: act }, expected)
  if (answer?.ok) parcel.state.become(targetOf(act))
  return `${parcel.state.name} ${act} by ${openid}: ${answer?.ok ? 'done' : refused(answer)}`
}

/** Breaks when a parcel that is surely in one of these states is missing from a list. */
export function mustList(run: Run, listed: readonly { id: string }[], states: readonly FulfilmentState[]): void {
  for (const { id, state } of allParcels(run)) {
    if (state.isIn(...states) && !listed.some((each) => each.id === id)) broken(`${state.name} waits and is not listed`)
  }
}

/** Where a command leads. */
export function targetOf(command: FulfilmentMove): FulfilmentState {
  return FULFILMENT.transitions.find((row) => row.command === command)!.to
}
