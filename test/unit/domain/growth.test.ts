import { AFTER_SALE } from '../../../domain/aftersale/machine'
import { decideClaim, type ClaimCommand } from '../../../domain/aftersale/decide'
import { evolveClaim, newClaim } from '../../../domain/aftersale/evolve'
import { FULFILMENT } from '../../../domain/fulfilment/machine'
import { decideFulfilment, type FulfilmentCommand } from '../../../domain/fulfilment/decide'
import { evolveFulfilment } from '../../../domain/fulfilment/evolve'
import { commandsFor, type Actor, type Machine } from '../../../domain/machine'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import type { Outbox } from '../../../domain/message/outbox'
import { DONE, passing } from '../../../domain/message/outcome'
import { afterTries } from '../../../domain/message/outbox'
import { ORDER } from '../../../domain/order/machine'
import type { OrderCommand } from '../../../domain/order/command'
import { decideOrder } from '../../../domain/order/decide'
import { evolveOrder } from '../../../domain/order/evolve'
import { POLICY } from '../../../domain/policy'
import { later, type Instant } from '../../../domain/time'
import { ACTORS, anOrder, aParcel, by, LASER_DATES, NINE, paidOrder, parcelAfter } from './given'

const MOST_BYTES = 256 * 1024
const ROUNDS = 10_000
const LONG = '字'.repeat(POLICY.reasonCharacters)
const FILE = `cloud://${'f'.repeat(292)}`
const SCANS = Array.from({ length: 5_000 }, (_, i) => ({ at: later(NINE, i, 'minute'), what: LONG, action: 100001 }))

type Step = { actor: Actor; command: string }

/** Every move open in a state, those that can come back to it first and those that end it last. */
function openMoves(machine: Machine<string, string, string>, state: string, used: Map<string, number>): Step[] {
  const steps = ACTORS.flatMap((actor) => commandsFor(machine, state, actor).map((command) => ({ actor, command })))
  const target = ({ command }: Step) =>
    machine.transitions.find((row) => row.command === command && row.from.includes(state))?.to ?? ''
  const ends = (step: Step) => machine.final.includes(target(step))
  const rank = (step: Step) => (comesBack(machine, target(step), state) ? 0 : ends(step) ? 2 : 1)
  return steps.sort((a, b) => rank(a) - rank(b) || (used.get(a.command) ?? 0) - (used.get(b.command) ?? 0))
}

function comesBack({ transitions }: Machine<string, string, string>, from: string, to: string): boolean {
  const seen = new Set([from])
  for (let size = 0; size !== seen.size; ) {
    size = seen.size
    for (const row of transitions) if (row.from.some((state) => seen.has(state))) seen.add(row.to)
  }
  return seen.has(to)
}

/** What is left in an outbox when half of all tries fail. */
function halfSent(outbox: Outbox, version: number, now: Instant): Outbox {
  const outcomes = Object.fromEntries(
    Object.keys(outbox).map((id, i) => [id, i % 2 ? DONE : passing('UNANSWERED', LONG)]),
  )
  return afterTries(outbox, outcomes, version, now)
}

interface Grown {
  bytes: number
  moves: number
}

/** Goes round and round in a table for ten thousand moves or until nothing more may be done; the largest it ever was. */
function grow<Doc extends { state: string; version: number; outbox: Outbox; history: readonly unknown[] }>(
  machine: Machine<string, string, string>,
  start: Doc,
  tryMove: (doc: Doc, step: Step, now: Instant, i: number) => Doc | null,
): Grown {
  const used = new Map<string, number>()
  let doc = start
  let bytes = 0
  let moves = 0
  for (let i = 0; i < ROUNDS; i++) {
    const now = later(NINE, i * 40, 'hour')
    let next: Doc | null = null
    for (const step of openMoves(machine, doc.state, used)) {
      next = tryMove(doc, step, now, i)
      if (!next) continue
      used.set(step.command, (used.get(step.command) ?? 0) + 1)
      break
    }
    if (!next) break
    moves++
    doc = { ...next, outbox: halfSent(next.outbox, next.version, now) }
    bytes = Math.max(bytes, Buffer.byteLength(JSON.stringify(doc)))
  }
  return { bytes, moves }
}

/** As many fruit as are judged one by one, all bad, with a photo each and as much of a reason as may be written. */
function allJudged(parcel: FulfilmentDoc, now: Instant): FulfilmentDoc | null {
  if ((parcel.judged ?? []).length > 0) return null
  const merchant = by('merchant')
  return Array.from({ length: POLICY.mostJudged }, (_, i) => i + 1).reduce((doc, fruit) => {
    const judge: FulfilmentCommand = { type: 'judge', fruit, verdict: 'inconsistent', reason: LONG, photo: FILE }
    const decision = decideFulfilment(judge, doc, merchant, now)
    if (!decision.ok) throw new Error(decision.refusal.code)
    return evolveFulfilment(doc, decision.events, merchant, now)
  }, parcel)
}

const table = (machine: unknown) => machine as Machine<string, string, string>

describe('a document that is moved as often as its table allows stays below 256 KB', () => {
  test('a parcel: declined by every orchard, sent back again and again', () => {
    const orchards = 200
    const command = (type: string, i: number): FulfilmentCommand => {
      const photo = FILE
      const known: Record<string, FulfilmentCommand> = {
        offer: { type: 'offer', orchardId: `orchard-${i}` },
        decline: { type: 'decline', note: LONG },
        pass: { type: 'pass', place: 'A-03-12', photo, note: LONG },
        mismatch: { type: 'mismatch', note: LONG, photo },
        failAgain: { type: 'failAgain', note: LONG, photo },
        replace: { type: 'replace', dates: LASER_DATES, expectedSendDay: '2026-12-01', note: LONG },
        passGood: { type: 'passGood', place: 'A-03-12', photo, note: LONG },
        printSheet: {
          type: 'printSheet',
          sheet: { id: LONG, block: LONG, stickers: POLICY.mostSheetStickers, fileId: FILE },
        },
        ship: { type: 'ship', carrier: 'SF', waybill: 'SF1234567890' },
      }
      return known[type] ?? ({ type, photo, note: LONG } as FulfilmentCommand)
    }
    const [line] = aParcel().lines
    const start = aParcel({ storageDays: 365, lines: [{ ...line, packs: 99 }] })
    const grown = grow(table(FULFILMENT), start, (parcel, step, now, i) => {
      // Whoever has declined is not asked again, so there are as many offers as orchards.
      const left = orchards - parcel.declinedBy.length
      if (step.command === 'offer' && left === 0) return null
      // Each replacement takes the work away from one more orchard.
      const declines = step.command === 'decline' || step.command === 'lapse'
      if (declines && left <= 1 + POLICY.mostRedos) return null
      if (step.command === 'accept' && left > 1 + POLICY.mostRedos) return null
      // Work that nobody takes fails without having grown: that way is shorter.
      if (step.command === 'unplaced') return null
      if (step.command === 'judge') return allJudged(parcel, now)
      const key = `key-${i}-`.padEnd(64, 'k')
      const decision = decideFulfilment(command(step.command, i), parcel, by(step.actor), now)
      return decision.ok ? evolveFulfilment(parcel, decision.events, by(step.actor), now, key) : null
    })
    expect(grown.moves).toBeGreaterThan(orchards * 2 + POLICY.mostRedos * 2 - 2)
    expect(grown.bytes).toBeLessThan(MOST_BYTES)
  })

  test('an order: every payment sheet opened, paid wrongly and sent back, then all the way', () => {
    let order = anOrder()
    for (let i = 0; i < ROUNDS; i++) {
      const attempt = { outTradeNo: `${order._id}P${i}`, at: NINE, totalFen: 1, sheet: { package: 'x'.repeat(500) } }
      const opened = decideOrder({ type: 'startPayment', attempt }, order, by('shopper'), NINE)
      if (!opened.ok) {
        expect(opened.refusal.code).toBe('PAYMENT_SHEETS_USED_UP')
        break
      }
      order = evolveOrder(order, opened.events, by('shopper'), NINE)
      for (const command of [
        { type: 'settle', outTradeNo: attempt.outTradeNo, transactionId: `T${i}`.padEnd(32, 't'), paidFen: 1 },
        { type: 'sentBack', outTradeNo: attempt.outTradeNo },
      ] as OrderCommand[]) {
        const decision = decideOrder(command, order, by('wechat'), NINE)
        if (decision.ok) order = evolveOrder(order, decision.events, by('wechat'), NINE)
      }
    }
    expect(order.payment.attempts).toHaveLength(POLICY.mostPaymentSheets)
    expect(order.payment.strays).toHaveLength(POLICY.mostPaymentSheets)
    const lines = Array.from({ length: POLICY.maxLines }, (_, i) => ({ ...order.lines[0], id: `L${i}` }))
    const grown = grow(
      table(ORDER),
      paidOrder({ payment: { ...paidOrder().payment, ...order.payment, state: 'paid' }, lines }),
      (doc, step, now, i) => {
        const command = { type: step.command, note: LONG } as OrderCommand
        if (!['approve', 'reject', 'cancel', 'expire', 'complete'].includes(step.command)) return null
        const decision = decideOrder(command, doc, by(step.actor), now)
        return decision.ok ? evolveOrder(doc, decision.events, by(step.actor), now, `key-${i}`) : null
      },
    )
    expect(grown.moves).toBeGreaterThan(0)
    expect(grown.bytes).toBeLessThan(MOST_BYTES)
  })

  test('a claim: refused, escalated once, refused again', () => {
    const photos = Array.from({ length: POLICY.claimPhotos }, () => FILE)
    const ask = { remedy: 'refund', reason: 'other', note: LONG, fen: 100, photos } as const
    const asked = { id: 'A1', version: 0, state: 'requested', ask } as const
    const claim = newClaim(paidOrder({ state: 'completed' }), asked, by('shopper'), NINE)
    const grown = grow(table(AFTER_SALE), claim, (doc, step, now, i) => {
      const command = { type: step.command, note: LONG, fen: 1, carrier: 'SF', waybill: 'SF1234567890' } as ClaimCommand
      const decision = decideClaim(command, doc, by(step.actor), now)
      return decision.ok ? evolveClaim(doc, decision.events, by(step.actor), now, `key-${i}`) : null
    })
    expect(grown.moves).toBeGreaterThan(2)
    expect(grown.bytes).toBeLessThan(MOST_BYTES)
  })

  test('a parcel whose carrier knows no end keeps the last hundred scans', () => {
    const tracked = decideFulfilment(
      { type: 'track', events: [...SCANS].reverse() },
      aParcel({ state: 'shipped' }),
      by('clock'),
      NINE,
    )
    if (!tracked.ok) throw new Error(tracked.refusal.code)
    const { track } = evolveFulfilment(aParcel({ state: 'shipped' }), tracked.events, by('clock'), NINE)
    expect(track).toEqual(SCANS.slice(-100))
  })

  test('a parcel is printed at most as often as the policy says', () => {
    const sheet = { id: 'batch-1', block: 'east', stickers: 14, fileId: 'cloud://demo/sheets/1.pdf' }
    const did = { at: NINE, by: by('orchard'), did: 'printSheet', to: 'accepted' }
    const parcel = aParcel({ state: 'accepted', history: Array.from({ length: POLICY.mostPrints }, () => did) })
    expect(decideFulfilment({ type: 'printSheet', sheet }, parcel, by('orchard'), NINE)).toMatchObject({
      ok: false,
      refusal: { code: 'PRINTED_TOO_OFTEN', details: { most: POLICY.mostPrints } },
    })
  })

  test.each(['cannotRedo', 'overdue'] as const)('a parcel goes round with %s as often as the policy says', (fails) => {
    let parcel = aParcel({
      state: 'escalated',
      history: [{ at: NINE, by: by('merchant'), did: 'failAgain', to: 'escalated' }],
    })
    let rounds = 0
    for (; rounds < 3 * POLICY.mostRedos; rounds++) {
      const now = later(NINE, rounds * (POLICY.redoDays + 1), 'day')
      const again = decideFulfilment({ type: 'redo', note: LONG }, parcel, by('merchant'), now)
      if (!again.ok) break
      parcel = evolveFulfilment(parcel, again.events, by('merchant'), now)
      const [actor, at] =
        fails === 'overdue' ? (['clock', later(now, POLICY.redoDays, 'day')] as const) : (['orchard', now] as const)
      parcel = parcelAfter(parcel, actor, fails === 'overdue' ? { type: fails } : { type: fails, note: LONG }, at)
      parcel = { ...parcel, outbox: halfSent(parcel.outbox, parcel.version, at) }
    }
    expect(rounds).toBe(POLICY.mostRedos)
  })

  test('a parcel is sent back at most as often as the policy says; then only its money is left to go back', () => {
    const inspections = Array.from({ length: POLICY.mostRedos }, () => ({
      verdict: 'inconsistent' as const,
      by: 'x',
      at: NINE,
    }))
    const escalated = aParcel({ state: 'escalated', inspections })
    const commands: FulfilmentCommand[] = [
      { type: 'redo' },
      { type: 'replace', dates: LASER_DATES, expectedSendDay: '2026-12-01' },
    ]
    for (const command of commands) {
      expect(decideFulfilment(command, escalated, by('merchant'), NINE)).toMatchObject({
        ok: false,
        refusal: { code: 'SENT_BACK_TOO_OFTEN', details: { most: POLICY.mostRedos } },
      })
      const once = { ...escalated, inspections: inspections.slice(1) }
      expect(decideFulfilment(command, once, by('merchant'), NINE)).toMatchObject({ ok: true })
    }
    expect(decideFulfilment({ type: 'refund' }, escalated, by('merchant'), NINE)).toMatchObject({ ok: true })
  })
})
