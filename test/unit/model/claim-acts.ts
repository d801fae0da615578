import { CLAIM_REASONS, REMEDIES, type ClaimDoc, type ClaimReason, type Remedy } from '../../../domain/aftersale/claim'
import type { ClaimCommand } from '../../../domain/aftersale/decide'
import { AFTER_SALE, type AfterSaleMove } from '../../../domain/aftersale/machine'
import { commandsFor, type Actor } from '../../../domain/machine'
import { allOnTheWay, refundableFen } from '../../../domain/order/order'
import { broken } from '../../support/broken'
import type { Draws } from '../../support/draw'
import { ACTORS, by } from '../domain/given'
import type { Act } from './acts'
import { onClaim, onOrder, type Answer } from './relay'
import type { World } from './world'

const PEOPLE: readonly Actor[] = ['shopper', 'merchant']
const MOVES = [...new Set(AFTER_SALE.transitions.map(({ command }) => command))]

/** Everything that may happen after the fruit has left: claims, and what both sides make of them (A1). */
export function claimActs(world: World): Act[] {
  const { order, claims } = world
  const made: Act = {
    name: 'the shopper claims',
    weight: allOnTheWay(order) ? 8 : 0.1,
    run: (draws) => claim(world, draws),
  }
  const open = [...claims.values()].flatMap(({ _id, state }) =>
    PEOPLE.flatMap((actor) =>
      commandsFor(AFTER_SALE, state, actor).map(
        (type): Act => ({
          name: `the ${actor} gives ${type} on ${_id.slice(-2)}`,
          weight: RARE[type] ?? 3,
          run: (draws) => give(world, _id, type, actor, draws),
        }),
      ),
    ),
  )
  return claims.size === 0 ? [made] : [made, ...open, blind(world), repeat(world)]
}

/** What ends a claim, so that most of them go on for a while. */
const RARE: Partial<Record<AfterSaleMove, number>> = { withdraw: 0.7, settle: 4 }

function claim(world: World, draws: Draws): Answer {
  const most = refundableFen(world.order.payment)
  // The whole, a part, a single fen, or more than there is.
  const fen = draws.of([most, Math.ceil(most / 3), Math.ceil(most / 7), 1, most + 1])
  const ask = {
    remedy: draws.of(Object.keys(REMEDIES) as Remedy[]),
    reason: draws.of(Object.keys(CLAIM_REASONS) as ClaimReason[]),
    note: '有两枚磕坏了',
    fen,
    photos: [],
  }
  return `${fen} of ${most} fen: ${onOrder(world, { type: 'claim', ask }, by('shopper'))}`
}

function give(world: World, id: string, type: AfterSaleMove, actor: Actor, draws: Draws): Answer {
  const command = commandOf(type, world.claims.get(id)!, draws)
  const answer = onClaim(world, id, command, by(actor))
  if (answer === 'done' && command.type === 'settle') world.promised += command.fen
  return command.type === 'settle' ? `${command.fen} fen: ${answer}` : answer
}

function commandOf(type: AfterSaleMove, { ask }: ClaimDoc, draws: Draws): ClaimCommand {
  if (type === 'settle') return { type, fen: draws.of([ask.fen, Math.ceil(ask.fen / 2), ask.fen + 1]) }
  if (type === 'sendBack') return { type, carrier: 'SF', waybill: 'SF9876543210' }
  if (type === 'refuse' || type === 'escalate') return { type, note: '照片里看不出来' }
  return { type }
}

// An effect may come twice, from two rounds at once: what was noted before changes nothing.
function repeat(world: World): Act {
  return {
    name: 'a refund is noted again',
    weight: 1,
    run() {
      const { refunds } = world.order.payment
      for (const { no, for: why, fen, reason, doneAt } of refunds) {
        const answers = [onOrder(world, { type: 'owe', for: why, fen, reason }, by('system'))]
        if (doneAt) answers.push(onOrder(world, { type: 'refunded', no }, by('system')))
        if (answers.some((answer) => answer !== 'nothing')) broken(`${no} again: ${answers.join()}`)
      }
      return `${refunds.length} of them`
    },
  }
}

// Anybody gives any command on a claim; only what the table allows may come of it.
function blind(world: World): Act {
  return {
    name: 'somebody meddles with a claim',
    weight: 0.7,
    run(draws) {
      const id = draws.of([...world.claims.keys()])
      const type = draws.of(MOVES)
      const actor = draws.of(ACTORS)
      return `${actor} ${type} on ${id.slice(-2)}: ${give(world, id, type, actor, draws)}`
    },
  }
}
