import { NEVER } from '../../../domain/time'
import type { Dump } from '../../invariants'
import { FANG, LIN } from '../support/orders'
import { clockAct, orderOf, tap, times, type Act } from './act'
import { CLAIM, type Known } from './stages'

const PART = 3000

const claimOf = ({ documents }: Dump, { no }: Known) => documents.aftersales.find(({ _id }) => _id === `${no}A1`)

/** Done when the claim has moved there once, and its order shows it. */
function act(name: string, from: Act['from'], how: Pick<Act, 'make'>, to: string, did: string): Act {
  const done: Act['done'] = (dump, known) => {
    const claim = claimOf(dump, known)
    return claim?.state === to && times(claim, did) === 1 && orderOf(dump, known).claims[claim._id]?.state === to
  }
  return { name, from, ...how, done, touches: ['orders', 'fulfilments', 'aftersales'] }
}

const answerBy = clockAct((dump, known) => claimOf(dump, known)?.answerBy ?? NEVER)
const settling = act(
  'settle with a part of the money',
  'goodsBack',
  tap(FANG, 'claims.settle', { fen: PART }),
  'settled',
  'settle',
)

/** After delivery: the customer's claim, from the asking to the money. */
export const CLAIM_ACTS: readonly Act[] = [
  act('make a claim', 'completed', tap(LIN, 'orders.claim', CLAIM), 'requested', 'request'),
  act('withdraw a claim', 'claimed', tap(LIN, 'orders.withdrawClaim'), 'withdrawn', 'withdraw'),
  act('agree to a claim', 'claimed', tap(FANG, 'claims.agree'), 'agreed', 'agree'),
  act('refuse a claim', 'claimed', tap(FANG, 'claims.refuse', { reason: '照片里看不出坏果' }), 'refused', 'refuse'),
  act('leave a claim unanswered (clock)', 'claimed', answerBy, 'escalated', 'overdue'),
  act(
    'escalate a refusal',
    'refused',
    tap(LIN, 'orders.escalateClaim', { note: '请再看一眼' }),
    'escalated',
    'escalate',
  ),
  act('let a claim lapse (clock)', 'agreed', answerBy, 'withdrawn', 'lapse'),
  act(
    'send the goods back',
    'agreed',
    tap(LIN, 'orders.sendBackGoods', { carrier: 'SF', waybill: 'SF9999999999' }),
    'goodsOnTheWayBack',
    'sendBack',
  ),
  act('receive the goods', 'goodsComing', tap(FANG, 'claims.receiveBack'), 'goodsBack', 'receiveBack'),
  {
    ...settling,
    done: (dump, known) => {
      const { state, refunds } = orderOf(dump, known).payment
      const once = refunds.length === 1 && refunds[0].fen === PART && dump.wechat.refunds.length === 1
      return settling.done(dump, known) && once && state === 'partlyRefunded'
    },
  },
]
