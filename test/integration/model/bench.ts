import type { BenchView, Input } from '../../../contract'
import { plannedId, splitOffId } from '../../../domain/fulfilment/fruit'
import type { Draws } from '../../support/draw'
import { FANG, newKey } from '../support/orders'
import { ask, forParcel, look, type Expected } from './ask'
import { allParcels, May, type OrderBelief, type ParcelBelief, type Run } from './belief'
import { PLACES } from './start'
import { mustList, parcelNamed, refused } from './staff'

type BenchAct = 'receive' | 'pass' | 'passGood' | 'mismatch'

/** The inspector opens the bench and receives, judges, passes or sends back one parcel. */
export async function inspect(run: Run, draws: Draws): Promise<string> {
  const bench = await lookAtBench(run)
  if (!bench) return 'no answer'
  const open = [...bench.arriving, ...bench.received]
  if (open.length === 0) return 'an empty bench'
  const parcel = parcelNamed(run, draws.of(open).id)
  const said: string[] = []
  for (let moves = 1 + draws.below(2); moves > 0 && parcel.state.isIn('sentToHub', 'received'); moves--) {
    const act = parcel.state.isIn('sentToHub') ? 'receive' : verdict(parcel, draws)
    if (act === 'passGood' && parcel.bad.length === 0) said.push(await judgeOneBad(run, parcel))
    said.push(await onBench(run, parcel, act))
  }
  return said.join(', ')
}

async function lookAtBench(run: Run) {
  const bench = await look(run, FANG, 'intake.list', {})
  if (!bench) return null
  const listed = [...bench.arriving, ...bench.received, ...bench.mismatched, ...bench.escalated]
  for (const { id, state } of listed) parcelNamed(run, id).state.learn(state)
  mustList(run, listed, ['sentToHub', 'received', 'mismatched', 'escalated'])
  return bench
}

function verdict({ bad, fruit }: ParcelBelief, draws: Draws): BenchAct {
  if (bad.length > 0) return 'passGood'
  if (fruit.length > 1 && draws.once(5)) return 'passGood'
  return draws.once(5) ? 'mismatch' : 'pass'
}

async function judgeOneBad(run: Run, parcel: ParcelBelief): Promise<string> {
  const [fruit] = parcel.fruit
  const input = { id: parcel.id, key: newKey(), fruit, verdict: 'inconsistent', reason: '缺一笔' } as const
  const answer = await ask(run, FANG, 'intake.judge', input, forParcel(parcel, 'judge', 'merchant'))
  if (!answer?.ok) return `${parcel.state.name} judge ${refused(answer)}`
  parcel.bad = [fruit]
  return `${parcel.state.name} fruit ${fruit} is bad`
}

/** One act at the bench, on a parcel that may or may not be there. */
export async function onBench(run: Run, parcel: ParcelBelief, act: BenchAct): Promise<string> {
  const input = { id: parcel.id, key: newKey() }
  const expected = expectedOf(run, parcel, act)
  const answer =
    act === 'mismatch'
      ? await ask(run, FANG, 'intake.mismatch', { ...input, reason: '有一枚字歪了' }, expected)
      : await ask(run, FANG, `intake.${act}`, input, expected)
  const what = `${parcel.state.name} ${act}`
  if (!answer?.ok) return `${what} ${refused(answer)}`
  const now = run.shop.cloud.clock.now()
  const became = {
    receive: 'received',
    pass: 'passed',
    passGood: 'passed',
    mismatch: parcel.failed ? 'escalated' : 'mismatched',
  } as const
  parcel.state.become(became[act])
  if (act === 'pass' || act === 'passGood') parcel.passedAt = now
  if (act === 'passGood') splitOff(run, parcel)
  if (act === 'mismatch') Object.assign(parcel, { failed: true, failedAt: now })
  if (act === 'receive') parcel.bad = []
  parcel.state.learn(answer.data.state)
  return what
}

// The table's word, and what verdicts on single fruit add to it.
function expectedOf(run: Run, parcel: ParcelBelief, act: BenchAct): Expected {
  const expected = forParcel(parcel, act, 'merchant')
  if (act === 'receive' || act === 'mismatch') return expected
  const { can, refusals } = withPlace(run, expected)
  const fits = act === 'pass' ? parcel.bad.length === 0 : parcel.bad.length > 0
  return { can: fits ? can : 'no', refusals: [...refusals, 'SOME_JUDGED_BAD'] }
}

// Places come free as parcels leave; after a fault one may be kept until the night.
function withPlace(run: Run, { can, refusals }: Expected): Expected {
  const inRoom = allParcels(run).filter(({ kind }) => kind === 'custom')
  const surely = inRoom.filter(({ state }) => state.isIn('passed', 'stored', 'packing')).length
  const perhaps = inRoom.filter(({ state }) => state.has('passed', 'stored', 'packing')).length
  const full = surely >= PLACES ? 'no' : perhaps < PLACES && !run.unsure ? can : 'maybe'
  return { can: can === 'no' ? 'no' : full, refusals: [...refusals, 'COLD_ROOM_FULL'] }
}

/** The bad ones are at their orchard, or with us when it is their second time; after a fault they may not be there yet. */
function splitOff(run: Run, parcel: ParcelBelief): void {
  const id = splitOffId(parcel.id)
  const name = `${parcel.state.name.split('-')[0]}-${id.split('-')[1]}`
  const state: ParcelBelief['state'] = new May(name, parcel.failed ? 'escalated' : 'mismatched')
  if (run.faulty) state.orBecome('absent')
  const failedAt = run.shop.cloud.clock.now()
  const order = orderOf(run, parcel)
  order.parcels.push({ ...parcel, id, state, fruit: parcel.bad, failed: true, failedAt, passedAt: null })
  parcel.fruit = parcel.fruit.filter((fruit) => !parcel.bad.includes(fruit))
}

const orderOf = ({ orders }: Run, parcel: ParcelBelief): OrderBelief =>
  orders.find(({ parcels }) => parcels.includes(parcel))!

/** Support opens what has failed twice, and has one of them redone, replaced or refunded (I4). */
export async function decideFailed(run: Run, draws: Draws): Promise<string> {
  const bench = await lookAtBench(run)
  if (!bench) return 'no answer'
  if (bench.escalated.length === 0) return 'nothing to decide'
  const { id, actions } = draws.of(bench.escalated)
  // Nobody is left to try again what no orchard has taken.
  const ways = (['redo', 'replace', 'refund'] as const).filter((way) => actions.includes(way))
  return decide(run, parcelNamed(run, id), draws.of(ways))
}

async function decide(run: Run, parcel: ParcelBelief, act: 'redo' | 'replace' | 'refund'): Promise<string> {
  const input: Input<'intake.redo'> = { id: parcel.id, key: newKey() }
  const { can, refusals } = forParcel(parcel, act, 'merchant')
  // Nothing can be grown anew past its season.
  const expected: Expected =
    act === 'replace'
      ? { can: can === 'no' ? 'no' : 'maybe', refusals: [...refusals, 'OUT_OF_SEASON', 'NO_ROOM_ELSEWHERE'] }
      : { can, refusals }
  const answer = await ask(run, FANG, `intake.${act}`, input, expected)
  const what = `${parcel.state.name} ${act}`
  if (!answer?.ok) return `${what} ${refused(answer)}`
  become(run, parcel, act, answer.data)
  return what
}

function become(run: Run, parcel: ParcelBelief, act: 'redo' | 'replace' | 'refund', { state }: BenchView): void {
  if (act === 'redo') {
    parcel.state.become('mismatched')
    parcel.failedAt = run.shop.cloud.clock.now()
  } else if (act === 'replace') {
    parcel.state.become('planned', 'offered', 'escalated')
    Object.assign(parcel, { failed: false, failedAt: null, replaced: true, bad: [] })
  } else {
    parcel.state.become('refunded')
    giveUp(run, orderOf(run, parcel))
  }
  parcel.state.learn(state)
  // What followed from it may have come after the answer was made.
  if (act === 'replace') parcel.state.orBecome('planned', 'offered', 'escalated')
}

// When nothing of an order comes, it is over; after a fault it may not have heard of that yet.
function giveUp(run: Run, { state, parcels }: OrderBelief): void {
  if (!parcels.every((parcel) => parcel.state.isIn('refunded'))) return
  if (run.faulty || run.unsure) state.orBecome('cancelled')
  else state.become('cancelled')
}

/** Fen that go back for the fruit of an order that was given up: of each line its share, in however many parts. */
export function lostFen(parcels: readonly ParcelBelief[]): number {
  const planned = parcels.filter(({ id }) => plannedId(id) === id)
  return planned.reduce((sum, { id, line }) => {
    const lost = parcels.filter((parcel) => plannedId(parcel.id) === id && parcel.state.isIn('refunded'))
    const pieces = lost.reduce((all, { fruit }) => all + fruit.length, 0)
    return sum + Math.floor((line.fen * pieces) / line.pieces)
  }, 0)
}
