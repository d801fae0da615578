import type { OrderCommand } from '../../../domain/order/command'
import { decideOrder } from '../../../domain/order/decide'
import { ORDER, type OrderMove } from '../../../domain/order/machine'
import { autoReceiptAt } from '../../../domain/order/evolve'
import type { OrderDoc } from '../../../domain/order/order'
import { later, NEVER } from '../../../domain/time'
import { ACTORS, aMirror, anOrder, by, NINE, orderAfter, orderRefusal, paidOrder, readyLine, waiting } from './given'

const settle = (transactionId = 'T1'): Extract<OrderCommand, { type: 'settle' }> => ({
  type: 'settle',
  outTradeNo: 'A1',
  transactionId,
  paidFen: 12800,
})
const HALF_PAST = '2026-09-05T01:30:00.000Z'
const shipped = (version = 9, shippedAt = NINE) => aMirror({ version, state: 'shipped', shippedAt })
const withParcel = (parcel = shipped()) => paidOrder({ state: 'accepted', parcels: { [parcel.id]: parcel } })

describe('every move through decide', () => {
  // Moves a person or the clock gives by name; the three kinds of settling are chosen by decide itself.
  const NAMED: Partial<Record<OrderMove, OrderCommand>> = {
    approve: { type: 'approve', pictures: {} },
    reject: { type: 'reject', note: '写错字了' },
    cancel: { type: 'cancel' },
    expire: { type: 'expire' },
    complete: { type: 'complete' },
  }
  const muchLater = later(NINE, 400, 'day')
  for (const [move, command] of Object.entries(NAMED)) {
    for (const state of ORDER.states) {
      const row = ORDER.transitions.find((each) => each.command === move && each.from.includes(state))
      test(`${move} when ${state} ${row ? `leads to ${row.to} for ${row.by.join(' and ')} only` : 'is refused'}`, () => {
        const order = { ...withParcel(), state }
        for (const actor of ACTORS) {
          const decision = decideOrder(command, order, by(actor), muchLater)
          if (row?.by.includes(actor)) {
            expect(decision).toMatchObject({
              ok: true,
              events: expect.arrayContaining([
                expect.objectContaining({ type: 'moved', did: move, to: row.to, effects: row.effects }),
              ]),
            })
          } else {
            expect(decision).toMatchObject({ ok: false, refusal: { code: row ? 'NOT_YOURS' : 'NOT_ALLOWED_NOW' } })
          }
        }
      })
    }
  }
})

describe('paying', () => {
  test('given a custom order, when WeChat confirms the money, then it goes to review and the fruit is taken', () => {
    const order = orderAfter(anOrder(), 'wechat', settle())
    expect(order).toMatchObject({ state: 'inReview', headline: 'inReview', version: 2 })
    expect(order.payment).toMatchObject({
      state: 'paid',
      paidFen: 12800,
      transactionId: 'T1',
      paidWith: 'A1',
      paidAt: NINE,
    })
    expect(waiting(order)).toEqual(['take', 'closePayment', 'tell.paid', 'tell.toReview'])
  })

  test('given only ready stock, when the money is there, then it is accepted and planned without review', () => {
    const order = orderAfter(anOrder({ lines: [readyLine] }), 'wechat', settle())
    expect(order).toMatchObject({ state: 'accepted', headline: 'toShip' })
    expect(waiting(order)).toEqual(['closeSale', 'closePayment', 'plan', 'tell.paid'])
  })

  test('given ready and custom fruit together, then a person reviews it', () => {
    const mixed = anOrder({ lines: [readyLine, ...anOrder().lines] })
    expect(orderAfter(mixed, 'wechat', settle()).state).toBe('inReview')
  })

  test.each(ACTORS.filter((actor) => actor !== 'wechat'))('the word of %s is no payment', (actor) => {
    expect(orderRefusal(anOrder(), actor, settle())).toBe('NOT_YOURS')
  })

  test('given a paid order, when the same transaction is told again, then nothing happens', () => {
    const order = orderAfter(anOrder(), 'wechat', settle())
    expect(decideOrder(settle(), order, by('wechat'), NINE)).toEqual({ ok: true, events: [] })
  })

  const stillOf = (order: OrderDoc): OrderDoc => ({ ...order, outbox: {} })

  test('given a paid order, when another payment is told, then it is noted and sent back, and the first stays', () => {
    const paid = stillOf(orderAfter(anOrder(), 'wechat', settle()))
    const twice = orderAfter(paid, 'wechat', { ...settle('T2'), outTradeNo: 'A2' })
    expect(twice).toMatchObject({ state: 'inReview', payment: { state: 'paid', paidFen: 12800, paidWith: 'A1' } })
    expect(twice.payment.strays).toEqual([
      { outTradeNo: 'A2', transactionId: 'T2', paidFen: 12800, why: 'again', at: NINE },
    ])
    expect(waiting(twice)).toEqual(['sendBack', 'tell.sentBack'])
    expect(decideOrder(settle('T2'), twice, by('wechat'), NINE)).toEqual({ ok: true, events: [] })
  })

  test.each([12799, 12801])(
    'given ¥128 to pay, when %d fen come, then they go back and it is still to pay',
    (paidFen) => {
      const order = orderAfter(anOrder(), 'wechat', { ...settle(), paidFen })
      expect(order).toMatchObject({ state: 'placed', headline: 'toPay', payment: { state: 'due', paidFen: 0 } })
      expect(order.payment.strays).toMatchObject([{ why: 'wrongAmount', paidFen }])
      expect(waiting(order)).toEqual(['sendBack', 'tell.sentBack'])
    },
  )

  test('a payment that was sent back is marked once', () => {
    const order = orderAfter(anOrder(), 'wechat', { ...settle(), paidFen: 1 })
    const back: OrderCommand = { type: 'sentBack', outTradeNo: 'A1' }
    const marked = orderAfter(order, 'system', back, HALF_PAST)
    expect(marked.payment.strays).toMatchObject([{ sentBackAt: HALF_PAST }])
    expect(decideOrder(back, marked, by('system'), HALF_PAST)).toEqual({ ok: true, events: [] })
  })

  test.each(['expire', 'cancel'] as const)(
    'given an order gone by %s, when the money comes late, then it is recorded and sent back',
    (how) => {
      const gone = orderAfter(anOrder(), how === 'expire' ? 'clock' : 'shopper', { type: how }, HALF_PAST)
      const late = orderAfter({ ...gone, outbox: {} }, 'wechat', settle(), HALF_PAST)
      expect(late).toMatchObject({ state: 'cancelled', headline: 'cancelled' })
      expect(late.payment).toMatchObject({ state: 'paid', paidFen: 12800, transactionId: 'T1' })
      expect(waiting(late)).toEqual(['refund', 'closePayment', 'tell.paidTooLate'])
      expect(decideOrder(settle(), late, by('wechat'), HALF_PAST)).toEqual({ ok: true, events: [] })
    },
  )

  test('a payment sheet opens until the deadline, not at it, and not once paid', () => {
    const start: OrderCommand = {
      type: 'startPayment',
      attempt: { outTradeNo: 'A1', at: NINE, totalFen: 12800, sheet: {} },
    }
    expect(orderAfter(anOrder(), 'shopper', start, '2026-09-05T01:29:59.999Z').payment.attempts).toHaveLength(1)
    expect(orderRefusal(anOrder(), 'shopper', start, HALF_PAST)).toBe('PAYMENT_EXPIRED')
    expect(orderRefusal(anOrder({ state: 'cancelled' }), 'shopper', start)).toBe('PAYMENT_EXPIRED')
    expect(orderRefusal(paidOrder(), 'shopper', start)).toBe('ALREADY_PAID')
  })
})

describe('ending an order', () => {
  test('given an unpaid order, the clock may end it at its deadline and not before (O8)', () => {
    expect(orderRefusal(anOrder(), 'clock', { type: 'expire' }, '2026-09-05T01:29:59.999Z')).toBe('NOT_ALLOWED_NOW')
    const gone = orderAfter(anOrder(), 'clock', { type: 'expire' }, HALF_PAST)
    expect(waiting(gone)).toEqual(['closePayment', 'giveBack', 'tell.expired'])
  })

  test('given an unpaid order, when the shopper cancels, then no refund is queued', () => {
    expect(waiting(orderAfter(anOrder(), 'shopper', { type: 'cancel' }))).toEqual(['closePayment', 'giveBack'])
  })

  test('given a paid order in review, when the shopper cancels, then the money and the fruit go back', () => {
    expect(waiting(orderAfter(paidOrder(), 'shopper', { type: 'cancel' }))).toEqual([
      'refund',
      'giveBack',
      'tell.cancelled',
    ])
  })

  test('given an accepted order, when the shopper cancels, then it is too late', () => {
    expect(orderRefusal(withParcel(), 'shopper', { type: 'cancel' })).toBe('NOT_ALLOWED_NOW')
  })

  test('a rejection needs a reason, and keeps it', () => {
    expect(orderRefusal(paidOrder(), 'merchant', { type: 'reject', note: '  ' })).toBe('REASON_MISSING')
    const order = orderAfter(paidOrder(), 'merchant', { type: 'reject', note: '有商标' })
    expect(order.history.at(-1)).toMatchObject({
      did: 'reject',
      to: 'cancelled',
      note: '有商标',
      by: by('merchant'),
      at: NINE,
    })
  })

  test('receipt is confirmed once every parcel has left, and not before', () => {
    const half = { ...withParcel(), parcels: { a: shipped(), b: aMirror({ id: 'b', state: 'packing' }) } }
    expect(orderRefusal(half, 'shopper', { type: 'complete' })).toBe('NOT_ALLOWED_NOW')
    expect(orderAfter(withParcel(), 'shopper', { type: 'complete' })).toMatchObject({
      state: 'completed',
      headline: 'done',
    })
  })

  test('an accepted order whose parcels are not planned yet cannot be received', () => {
    expect(orderRefusal(paidOrder({ state: 'accepted' }), 'shopper', { type: 'complete' })).toBe('NOT_ALLOWED_NOW')
  })

  test('the clock confirms receipt after the period and not before (S10)', () => {
    const order = withParcel(shipped(9, NINE))
    expect(autoReceiptAt(order)).toBe('2026-09-15T01:00:00.000Z')
    expect(orderRefusal(order, 'clock', { type: 'complete' }, '2026-09-15T00:59:59.999Z')).toBe('NOT_ALLOWED_NOW')
    expect(orderAfter(order, 'clock', { type: 'complete' }, '2026-09-15T01:00:00.000Z').state).toBe('completed')
  })
})

const owe = (claim: string, fen: number) => ({ type: 'owe', for: claim, fen, reason: '有坏果' }) as const

/** Promised for that claim, and made by WeChat. */
function refund(order: OrderDoc, claim: string, fen: number): OrderDoc {
  const owing = orderAfter(order, 'system', owe(claim, fen))
  const { no } = owing.payment.refunds[owing.payment.refunds.length - 1]
  return orderAfter(owing, 'system', { type: 'refunded', no })
}

describe('refunds', () => {
  test('a part and then the rest make the whole', () => {
    const part = refund(refund(paidOrder(), 'A1', 800), 'A1', 800)
    expect(part.payment).toMatchObject({ state: 'partlyRefunded', refundedFen: 800 })
    const whole = refund(part, 'A2', 12000)
    expect(whole.payment).toMatchObject({ state: 'refunded', refundedFen: 12800 })
    expect(whole.payment.refunds.map(({ no, fen }) => [no, fen])).toEqual([
      ['GY2609057K3Q9CXR1', 800],
      ['GY2609057K3Q9CXR2', 12000],
    ])
  })

  test.each([0, -1, 12801])('of %i fen is refused when 12800 were paid (A2)', (fen) => {
    expect(orderRefusal(paidOrder(), 'system', owe('A1', fen))).toBe('REFUND_TOO_MUCH')
  })

  test('that are promised count before WeChat has made them', () => {
    const promised = orderAfter(paidOrder(), 'system', owe('A1', 12000))
    expect(promised.payment.refundedFen).toBe(0)
    expect(orderRefusal(promised, 'system', owe('A2', 801))).toBe('REFUND_TOO_MUCH')
    expect(orderAfter(promised, 'system', owe('A1', 12000))).toMatchObject({ payment: promised.payment })
  })

  test('what was never paid is never refunded', () => {
    expect(orderRefusal(anOrder(), 'system', owe('A1', 1))).toBe('REFUND_TOO_MUCH')
    expect(orderRefusal(anOrder(), 'system', { type: 'refunded', no: 'R1' })).toBe('NOT_ALLOWED_NOW')
  })
})

describe('the picture an order has of its parcels', () => {
  test('given a newer picture, when an older one arrives late, then it is ignored', () => {
    const order = orderAfter(paidOrder({ state: 'accepted' }), 'system', {
      type: 'mirror',
      parcel: aMirror({ version: 5, state: 'accepted' }),
    })
    for (const version of [4, 5]) {
      const mirror: OrderCommand = { type: 'mirror', parcel: aMirror({ version, state: 'offered' }) }
      expect(decideOrder(mirror, order, by('system'), NINE)).toEqual({ ok: true, events: [] })
    }
    const newer = orderAfter(order, 'system', { type: 'mirror', parcel: aMirror({ version: 6, state: 'passed' }) })
    expect(newer).toMatchObject({ headline: 'toConfirm', version: order.version + 1 })
  })
})

describe('when the clock must look at an order', () => {
  test('unpaid: at the pay deadline; then at what waits in the outbox; then never', () => {
    const placed = orderAfter(anOrder(), 'shopper', {
      type: 'startPayment',
      attempt: { outTradeNo: 'A1', at: NINE, totalFen: 1, sheet: {} },
    })
    expect(placed.dueAt).toBe(placed.payBy)
    const paid = orderAfter(anOrder(), 'wechat', settle())
    expect(paid.dueAt).toBe(NINE)
    expect(orderAfter({ ...paid, outbox: {} }, 'system', { type: 'mirror', parcel: aMirror() }).dueAt).toBe(NEVER)
  })

  test('on its way: when the receipt period after the last parcel ends', () => {
    const first = orderAfter(withParcel(shipped(8)), 'system', { type: 'mirror', parcel: shipped(9, NINE) })
    expect(first.dueAt).toBe('2026-09-15T01:00:00.000Z')
    const second = aMirror({ id: 'b', state: 'shipped', shippedAt: later(NINE, 2, 'day') })
    expect(orderAfter(first, 'system', { type: 'mirror', parcel: second }).dueAt).toBe('2026-09-17T01:00:00.000Z')
    const waitingForB = orderAfter(first, 'system', { type: 'mirror', parcel: aMirror({ id: 'b', state: 'packing' }) })
    expect(waitingForB.dueAt).toBe(NEVER)
  })
})
