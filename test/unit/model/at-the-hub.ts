import { FULFILMENT, type FulfilmentMove } from '../../../domain/fulfilment/machine'
import { commandsFor, type Actor } from '../../../domain/machine'
import { drawsOf } from '../../support/draw'
import { broken } from '../../support/broken'
import { by } from '../domain/given'
import { giveParcel } from './parcel-acts'
import { onOrder, onParcel, parcelNamed } from './relay'
import { settleAt } from './till'
import { aWorld, type Fate, type World } from './world'

const WAY: readonly [Actor, FulfilmentMove][] = [
  ['orchard', 'sticker'],
  ['orchard', 'colour'],
  ['orchard', 'harvest'],
  ['orchard', 'mark'],
  ['orchard', 'dispatch'],
  ['merchant', 'receive'],
]
const MOST_MOVES = 12

/** A shop whose order is paid, accepted, grown and on the bench; `fates` befall what follows from the orchard's word. */
export function atTheHub(basket: number, fates: readonly Fate[]): World {
  const world = aWorld(basket)
  const { order, now } = world
  const payment = {
    outTradeNo: `${order._id}P1`,
    transactionId: 'T1',
    fen: order.totalFen,
    state: 'paid' as const,
    known: false,
  }
  world.payments.push(payment)
  const { outTradeNo, fen: totalFen } = payment
  onOrder(world, { type: 'startPayment', attempt: { outTradeNo, at: now, totalFen, sheet: {} } }, by('shopper'))
  settleAt(world, payment)
  if (world.order.state === 'inReview') onOrder(world, { type: 'approve', pictures: {} }, by('merchant'))
  for (const [id, { kind }] of world.parcels) {
    if (kind === 'ready') continue
    world.fates = [...fates]
    giveParcel(world, id, 'accept', 'orchard', drawsOf(0))
    world.fates = []
    grow(world, id)
  }
  world.story.push('everything is on the bench')
  return world
}

/** As `atTheHub`, and of each parcel one fruit was judged bad and the others go on; nothing has become of that one yet. */
export function justSplit(basket: number): World {
  const world = atTheHub(basket, [])
  const split: readonly Fate[] = ['well', 'unknown']
  for (const [id, { kind }] of world.parcels) {
    if (kind === 'ready') continue
    onParcel(world, id, { type: 'judge', fruit: 3, verdict: 'inconsistent', reason: '字印反了' }, by('merchant'))
    world.fates = [...split]
    giveParcel(world, id, 'passGood', 'merchant', drawsOf(0))
    world.fates = []
  }
  return world
}

function grow(world: World, id: string): void {
  for (let i = 0; i < MOST_MOVES && parcelNamed(world, id).state !== 'received'; i++) {
    const { state } = parcelNamed(world, id)
    const fits = ([actor, move]: [Actor, FulfilmentMove]) => commandsFor(FULFILMENT, state, actor).includes(move)
    WAY.filter((each) => fits(each as [Actor, FulfilmentMove])).some(
      ([actor, move]) => giveParcel(world, id, move, actor, drawsOf(0)) === 'done',
    )
  }
  if (parcelNamed(world, id).state !== 'received') broken(`${id} did not get to the bench`)
}
