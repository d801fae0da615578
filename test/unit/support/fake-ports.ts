import { DEMO_START, demoDocuments } from '../../../workbench/demo'
import { BUDGET_MS, type EventKind } from '../../../cloudfunctions/usecases/core/budget'
import type { PaymentStatus, Ports } from '../../../cloudfunctions/ports/ports'
import { SIGNED, type TrackEvent } from '../../../domain/carriers'
import type { CutFace } from '../../../imprint/typeset/faces'
import type { Typeface } from '../../../imprint/typeset/typeface'
import { later, type Instant } from '../../../domain/time'
import { decodePhoto } from '../../../imprint/press/decode-photo'
import { PHOTO } from '../../support/photo'
import { fakeDatabase, type FakeDatabase } from './fake-database'

export interface FakePorts extends Ports {
  db: FakeDatabase
  /** What was asked of WeChat, e.g. `content.text 生日快乐`. */
  asked: string[]
  logs: { level: string; what: string }[]
  /** Files that were kept, by id. */
  written: Map<string, Uint8Array>
  setNow(now: Instant): void
  payAtWeChat(outTradeNo: string): void
  /** From now on every call of a port takes this long. */
  slowDown(ms: number): void
  /** The ports of a new event: nothing known, no time spent. */
  event(kind?: EventKind): FakePorts
  /** The next call of that name fails once. */
  failNext(what: string): void
}

const SIGNED_AFTER_HOURS = 46
// Opened once for all worlds of a test file, and only when a test needs outlines.
let faces: Record<CutFace, Typeface> | undefined

/** The outside world in memory, filled with the demo: a clock that stands, a WeChat that does what it is told. */
export function fakePorts(): FakePorts {
  let now: Instant = DEMO_START
  let seed = 7
  let slowMs = 0
  let worked = 0
  const wait = () => {
    worked += slowMs
    now = new Date(Date.parse(now) + slowMs).toISOString()
  }
  const db = fakeDatabase(wait)
  db.fill(demoDocuments())
  const asked: string[] = []
  const written: FakePorts['written'] = new Map()
  const logs: FakePorts['logs'] = []
  const payments = new Map<string, { totalFen: number; status: PaymentStatus }>()
  const refunds = new Set<string>()
  const parcels = new Map<string, Instant>()
  const failing: string[] = []

  async function ask(what: string, detail: string): Promise<void> {
    asked.push(`${what} ${detail}`)
    wait()
    if (!failing.includes(what)) return
    failing.splice(failing.indexOf(what), 1)
    throw new Error(`${what} is down`)
  }

  const ports: FakePorts = {
    db,
    asked,
    logs,
    written,
    relaying: new Set(),
    known: new Map(),
    spent: () => worked,
    budgetMs: BUDGET_MS.act,
    slowDown: (ms) => void (slowMs = ms),
    event(kind = 'act') {
      const began = worked
      const spent = () => worked - began
      return { ...ports, relaying: new Set(), known: new Map(), spent, budgetMs: BUDGET_MS[kind] }
    },
    now: () => now,
    setNow: (to) => void (now = to),
    failNext: (what) => void failing.push(what),
    payAtWeChat(outTradeNo) {
      const payment = payments.get(outTradeNo)
      if (!payment || payment.status.state !== 'unpaid') return
      payment.status = { state: 'paid', transactionId: `tx-${outTradeNo}`, paidFen: payment.totalFen }
    },
    // A small generator with a fixed seed: codes differ, runs do not. Its low bits repeat early and are left out.
    random: (bytes) =>
      Uint8Array.from({ length: bytes }, () => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) >>> 16),
    payments: {
      async open({ outTradeNo, totalFen }) {
        await ask('payments.open', outTradeNo)
        if (!payments.has(outTradeNo)) payments.set(outTradeNo, { totalFen, status: { state: 'unpaid' } })
        return { package: `prepay_id=${outTradeNo}`, paySign: 'signed' }
      },
      async status(outTradeNo) {
        await ask('payments.status', outTradeNo)
        return payments.get(outTradeNo)?.status ?? { state: 'unpaid' }
      },
      async close(outTradeNo) {
        await ask('payments.close', outTradeNo)
        const payment = payments.get(outTradeNo)
        if (payment?.status.state === 'unpaid') payment.status = { state: 'closed' }
      },
      async refund({ outTradeNo, refundNo }) {
        await ask('payments.refund', refundNo)
        if (refunds.has(refundNo)) return
        refunds.add(refundNo)
        const payment = payments.get(outTradeNo)
        if (payment) payment.status = { state: 'refunded', transactionId: `tx-${outTradeNo}` }
      },
    },
    messages: {
      templateIds: () => ({ paid: 'tmpl-paid', confirmSend: 'tmpl-confirmSend' }),
      async send({ openid, template }) {
        await ask('messages.send', `${openid} ${template}`)
        return 'sent'
      },
    },
    content: {
      async text(_openid, text) {
        await ask('content.text', text)
        if (text.includes('赌博')) return 'refused'
        return text.includes('加微信') ? 'review' : 'pass'
      },
      async picture(_openid, url) {
        await ask('content.picture', url)
        return { traceId: `trace-${url}` }
      },
    },
    files: {
      async photo(fileId) {
        await ask('files.photo', fileId)
        if (fileId.includes('gone')) return 'gone'
        return (!fileId.includes('text') && decodePhoto(written.get(fileId) ?? PHOTO)) || 'unreadable'
      },
      async write(path, bytes) {
        await ask('files.write', path)
        const fileId = `cloud://local/${path}`
        written.set(fileId, bytes)
        return fileId
      },
      async links(fileIds) {
        await ask('files.links', String(fileIds.length))
        return Object.fromEntries(
          fileIds.filter((id) => !id.includes('gone')).map((id) => [id, `https://files/${id.slice(8)}`]),
        )
      },
    },
    async typeface(face) {
      faces ??= (await import('../../../press/faces')).openFaces()
      return faces[face]
    },
    shipping: {
      async upload({ parcels: left, complete }) {
        await ask('shipping.upload', `${left.map(({ waybill }) => waybill).join(' ')}${complete ? ' complete' : ''}`)
        for (const { carrier, waybill } of left)
          parcels.set(`${carrier}:${waybill}`, parcels.get(`${carrier}:${waybill}`) ?? now)
      },
    },
    carriers: {
      async track({ carrier, waybill }): Promise<TrackEvent[]> {
        await ask('carriers.track', waybill)
        const left = parcels.get(`${carrier}:${waybill}`)
        if (!left) return []
        const signedAt = later(left, SIGNED_AFTER_HOURS, 'hour')
        const picked = { at: later(left, 2, 'hour'), what: '快件已揽收', action: 100001 }
        return now >= signedAt ? [picked, { at: signedAt, what: '快件已签收', action: SIGNED }] : [picked]
      },
    },
    log: ({ level, what }) => void logs.push({ level, what }),
  }
  return ports
}
