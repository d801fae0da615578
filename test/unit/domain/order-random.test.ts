import fc from 'fast-check'
import { FULFILMENT } from '../../../domain/fulfilment/machine'
import type { OrderCommand } from '../../../domain/order/command'
import { decideOrder } from '../../../domain/order/decide'
import { evolveOrder, orderDueAt } from '../../../domain/order/evolve'
import { headlineOf } from '../../../domain/order/headline'
import { ORDER } from '../../../domain/order/machine'
import type { OrderLine } from '../../../domain/order/order'
import { troubleIn } from '../../../domain/message/trouble'
import { later } from '../../../domain/time'
import { ACTORS, aMirror, anOrder, by, customLine, NINE, readyLine, waiting } from './given'

const command: fc.Arbitrary<OrderCommand> = fc.oneof(
  fc.constant({ type: 'startPayment' as const, attempt: { outTradeNo: 'A1', at: NINE, totalFen: 12800, sheet: {} } }),
  fc.record({
    type: fc.constant('settle' as const),
    outTradeNo: fc.constant('A1'),
    transactionId: fc.constantFrom('T1', 'T2'),
    paidFen: fc.nat(20000),
  }),
  fc.constantFrom<OrderCommand>({ type: 'approve' }, { type: 'cancel' }, { type: 'expire' }, { type: 'complete' }),
  fc.record({ type: fc.constant('reject' as const), note: fc.constantFrom('', '写错字了') }),
  fc.record({
    type: fc.constant('owe' as const),
    for: fc.constantFrom('A1', 'A2'),
    fen: fc.integer({ min: -500, max: 20000 }),
    reason: fc.constant('有坏果'),
  }),
  fc.record({ type: fc.constant('refunded' as const), no: fc.constantFrom('GY2609057K3Q9CXR1', 'GY2609057K3Q9CXR2') }),
  fc.record({
    type: fc.constant('mirror' as const),
    parcel: fc
      .record({ version: fc.nat(9), state: fc.constantFrom(...FULFILMENT.states) })
      .map((change) => aMirror({ ...change, ...(change.state === 'shipped' ? { shippedAt: NINE } : {}) })),
  }),
)

const acts = fc.array(
  fc.record({ command, actor: fc.constantFrom(...ACTORS), wait: fc.integer({ min: 0, max: 20000 }) }),
  { maxLength: 40 },
)

test('whatever is asked of an order in whatever sequence, its money and its history stay right', () => {
  fc.assert(
    fc.property(
      acts,
      fc.constantFrom<OrderLine[]>([customLine], [readyLine], [customLine, readyLine]),
      (steps, lines) => {
        let order = anOrder({ lines })
        let now = NINE
        for (const { command, actor, wait } of steps) {
          now = later(now, wait, 'minute')
          const decision = decideOrder(command, order, by(actor), now)
          if (!decision.ok || decision.events.length === 0) continue
          const next = evolveOrder(order, decision.events, by(actor), now)
          expect(next.version).toBe(order.version + 1)
          expect(next.payment.refundedFen).toBeLessThanOrEqual(next.payment.paidFen)
          expect(next.payment.refundedFen).toBeGreaterThanOrEqual(order.payment.refundedFen)
          expect(next.history.slice(0, order.history.length)).toEqual(order.history)
          expect(next.headline).toBe(headlineOf(next))
          expect(next.dueAt).toBe(orderDueAt(next))
          expect(next.trouble).toBe(troubleIn(next.outbox))
          if (ORDER.final.includes(order.state)) expect(next.state).toBe(order.state)
          if (next.state === 'cancelled' && next.payment.state === 'paid') expect(waiting(next)).toContain('refund')
          if (next.state !== 'placed' && next.state !== 'cancelled') expect(next.payment.state).not.toBe('due')
          order = next
        }
      },
    ),
    { numRuns: 400 },
  )
})
