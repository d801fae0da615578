import { earliest, later, NEVER, type Instant } from '../../../domain/time'
import type { Input } from '../../../contract'
import type { Dump } from '../../invariants'
import type { Known } from './stages'
import { FANG, LIN, QIXIA, TIANSHUI } from '../support/orders'
import { ask, clockAct, orderOf, parcelOf, tap, times, type Act } from './act'

const state =
  (wanted: string, did: string): Act['done'] =>
  (dump, known) => {
    const parcel = parcelOf(dump, known)
    return parcel.state === wanted && times(parcel, did) === 1
  }

const passedOn =
  (did: string): Act['done'] =>
  (dump, known) =>
    state('offered', did)(dump, known) && parcelOf(dump, known).orchardId === 'tianshui'

function growing(name: string, from: Act['from'], step: Input<'work.record'>['step'], to: string): Act {
  const done: Act['done'] = (dump, known) => {
    const parcel = parcelOf(dump, known)
    return parcel.state === to && times(parcel, step) === 1
  }
  return { name, from, ...tap(QIXIA, 'work.record', { step, note: '长得正好' }), done }
}

const acceptBy = clockAct((dump, known) => parcelOf(dump, known).acceptBy ?? NEVER)
const holdEnds = clockAct((dump, known) => parcelOf(dump, known).holds[0]?.until ?? NEVER)

/** At the orchard: from the offer to the hub's door. */
export const ORCHARD_ACTS: readonly Act[] = [
  { name: 'accept work', from: 'offered', ...tap(QIXIA, 'work.accept'), done: state('accepted', 'accept') },
  {
    name: 'decline work, and the next orchard is asked',
    from: 'offered',
    ...tap(QIXIA, 'work.decline', { reason: '人手不够' }),
    done: passedOn('decline'),
  },
  { name: 'let an offer lapse (clock)', from: 'offered', ...acceptBy, done: passedOn('lapse') },
  {
    name: 'find room for a parcel that waits (clock)',
    from: 'noRoom',
    ...clockAct((dump, known) => parcelOf(dump, known).dueAt),
    done: state('offered', 'offer'),
  },
  {
    name: 'print a sticker sheet',
    from: 'accepted',
    make: (shop, { id }, key) => ask(shop, QIXIA, 'sheets.print', { key, ids: [id] }),
    done: state('accepted', 'printSheet'),
  },
  growing('record the sticker', 'accepted', 'sticker', 'stickered'),
  growing('record the colouring', 'stickered', 'colour', 'colouring'),
  growing('record the harvest', 'colouring', 'harvest', 'harvested'),
  growing('record the dispatch', 'harvested', 'dispatch', 'sentToHub'),
  {
    name: 'say that it cannot be done again',
    from: 'mismatched',
    ...tap(QIXIA, 'work.cannotRedo', { reason: '没有多的果了' }),
    done: state('escalated', 'cannotRedo'),
  },
  {
    name: 'let the week to redo pass (clock)',
    from: 'mismatched',
    ...clockAct((dump, known) => parcelOf(dump, known).actBy ?? NEVER),
    done: state('escalated', 'overdue'),
  },
  growing('send again after a mismatch', 'mismatched', 'sendAgain', 'sentToHub'),
  growing('send again after the deadline', 'overdue', 'sendAgain', 'sentToHub'),
  {
    name: 'decline what failed elsewhere, and nobody else can take it',
    from: 'replaced',
    ...tap(TIANSHUI, 'work.decline', { reason: '人手不够' }),
    done: state('escalated', 'unplaced'),
  },
  {
    name: 'let it lapse, and nobody else can take it (clock)',
    from: 'replaced',
    ...acceptBy,
    done: state('escalated', 'unplaced'),
  },
]

/** At the hub: the bench, the customer's word, the cold room. */
export const HUB_ACTS: readonly Act[] = [
  { name: 'receive at the hub', from: 'sentToHub', ...tap(FANG, 'intake.receive'), done: state('received', 'receive') },
  { name: 'pass inspection', from: 'received', ...tap(FANG, 'intake.pass'), done: state('passed', 'pass') },
  {
    name: 'find a mismatch',
    from: 'received',
    ...tap(FANG, 'intake.mismatch', { reason: '有一枚字歪了，请补一枚' }),
    done: state('mismatched', 'mismatch'),
  },
  {
    name: 'judge one fruit',
    from: 'received',
    ...tap(FANG, 'intake.judge', { fruit: 2, verdict: 'inconsistent', reason: '有一枚字歪了' }),
    done: (dump, known) => parcelOf(dump, known).judged?.length === 1,
  },
  {
    name: 'pass the good ones and send one back',
    from: 'halfBad',
    ...tap(FANG, 'intake.passGood'),
    done: (dump, known) =>
      state('passed', 'passGood')(dump, known) &&
      dump.documents.fulfilments.some(({ _id, state: at }) => _id === `${known.id}B` && at === 'mismatched'),
  },
  {
    name: 'let the same orchard try again',
    from: 'escalated',
    ...tap(FANG, 'intake.redo'),
    done: state('mismatched', 'redo'),
  },
  {
    name: 'have it grown elsewhere',
    from: 'escalated',
    ...tap(FANG, 'intake.replace'),
    done: state('offered', 'replace'),
  },
  {
    name: 'pay back what cannot be grown',
    from: 'escalated',
    ...tap(FANG, 'intake.refund'),
    done: (dump, known) =>
      state('refunded', 'refund')(dump, known) &&
      orderOf(dump, known).state === 'cancelled' &&
      orderOf(dump, known).payment.refunds.every(({ doneAt }) => doneAt !== undefined),
  },
  {
    name: 'say "send it"',
    from: 'passed',
    ...tap(LIN, 'orders.confirmSend'),
    done: state('packing', 'confirmSend'),
  },
  { name: 'say "keep it cold"', from: 'passed', ...tap(LIN, 'orders.keepCold'), done: state('stored', 'keepCold') },
  {
    name: 'say "send it" from the cold room',
    from: 'stored',
    ...tap(LIN, 'orders.confirmSend'),
    done: state('packing', 'confirmSend'),
  },
  { name: 'fall silent (clock)', from: 'passed', ...holdEnds, done: state('stored', 'fallSilent') },
  {
    name: 'remind of the cold room (clock)',
    from: 'stored',
    ...clockAct((dump, known) => parcelOf(dump, known).storage?.remindAt ?? NEVER),
    done: state('stored', 'remind'),
  },
  { name: 'end the storage (clock)', from: 'stored', ...holdEnds, done: state('packing', 'endStorage') },
]

const shipping = (waybill: string) => tap(FANG, 'packing.ship', { carrier: 'SF', waybill })
const received =
  (by: string): Act['done'] =>
  (dump, known) => {
    const order = orderOf(dump, known)
    const delivered = dump.documents.fulfilments.every((parcel) => parcel.state === 'delivered')
    return (
      delivered &&
      order.state === 'completed' &&
      times(order, 'complete') === 1 &&
      order.history.some((entry) => entry.by.id === by)
    )
  }

/** A carrier that does not answer is asked again with the next round of tracking; until then nothing has happened. */
function asking(due: (dump: Dump, known: Known) => Instant): Pick<Act, 'make' | 'again' | 'undone'> {
  return {
    make: clockAct(due).make,
    again: clockAct((dump, known) => earliest(parcelOf(dump, known).dueAt, later(dump.now, 1, 'day'))).make,
    undone: (dump, known) => parcelOf(dump, known).state === 'shipped' && parcelOf(dump, known).track.length === 0,
  }
}

/** From the packing table to the door. */
export const WAY_ACTS: readonly Act[] = [
  {
    name: 'look at the address to pack',
    from: 'packing',
    ...tap(FANG, 'packing.address'),
    done: (dump, known) => dump.documents.looks.filter((look) => look.fulfilmentId === known.id).length === 1,
  },
  { name: 'ship a grown parcel', from: 'packing', ...shipping('SF1234567890'), done: state('shipped', 'ship') },
  { name: 'ship ready stock', from: 'readyPacking', ...shipping('SF1234567890'), done: state('shipped', 'ship') },
  {
    name: 'ship the first parcel of two',
    from: 'twoPacking',
    ...shipping('SF1111111111'),
    done: state('shipped', 'ship'),
  },
  {
    name: 'ship the last parcel of two',
    from: 'oneOfTwoShipped',
    ...shipping('SF1111111111'),
    done: state('shipped', 'ship'),
  },
  {
    name: 'ask the carrier (clock)',
    from: 'shipped',
    ...asking((dump, known) => parcelOf(dump, known).trackAt ?? NEVER),
    done: (dump, known) => parcelOf(dump, known).track.length > 0,
  },
  {
    name: 'hear of the signature (clock)',
    from: 'shipped',
    ...asking((dump, known) => later(parcelOf(dump, known).waybill?.at ?? NEVER, 2, 'day')),
    done: state('delivered', 'deliver'),
  },
  { name: 'confirm receipt', from: 'shipped', ...tap(LIN, 'orders.confirmReceipt'), done: received(LIN) },
  {
    name: 'count receipt as confirmed (clock)',
    from: 'shipped',
    ...clockAct((dump, known) => orderOf(dump, known).dueAt),
    done: received('clock'),
  },
]
