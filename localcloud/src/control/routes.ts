import { type FaultRule } from '../faults'
import { type NoticeFault } from '../pay/notices'
import { type VerdictRule } from '../openapi/security'
import { plain } from '../database/values'
import { type Machine } from '../machine'
import { type ControlRoutes } from './handler'

const DEFAULT_LOGS = 50

const clockState = ({ clock }: Machine): object => ({ now: clock.iso(), standing: clock.standing() })

/** Everything the control API offers; see the README for the list. */
export function controlRoutes(machine: Machine): ControlRoutes {
  const { messages, orders, refunds, notices, security, faults, wireLog, invoker, database, storage } = machine
  return {
    clock: {
      get: () => clockState(machine),
      async post(body: { advanceMs?: number; to?: string; standing?: boolean }) {
        const fired = await machine.moveClock(body)
        return { ...clockState(machine), fired }
      },
    },
    timers: {
      get: () => {
        machine.functions()
        return { timers: machine.timers.list(), jobs: machine.jobs.list() }
      },
    },
    messages: {
      get: (query) => messages.list().filter(({ openid }) => !query.has('openid') || openid === query.get('openid')),
      post: ({ openid, templateId, credits }: { openid: string; templateId: string; credits: number }) =>
        machine.records.put('credit', JSON.stringify([openid, templateId]), credits),
    },
    payments: { get: () => ({ orders: orders.list(), refunds: refunds.list(), notices: notices.delivered() }) },
    shipping: { get: () => ({ uploads: machine.records.list('shipping'), parcels: machine.parcels.list() }) },
    verdicts: {
      get: () => ({ text: security.rules('text'), media: security.rules('media') }),
      post(body: { text?: VerdictRule[]; media?: VerdictRule[] }) {
        if (body.text) security.setRules('text', body.text)
        if (body.media) security.setRules('media', body.media)
      },
    },
    faults: {
      get: () => faults.list(),
      post(body: { rules?: FaultRule[]; notices?: NoticeFault[]; clear?: boolean }) {
        if (body.clear) faults.clear()
        for (const rule of body.rules ?? []) faults.add(rule)
        for (const fault of body.notices ?? []) notices.faultNext(fault)
      },
    },
    wire: {
      get: () => wireLog.list(),
      post: ({ clear }: { clear?: boolean }) => (clear ? wireLog.clear() : undefined),
    },
    warnings: { get: () => machine.warnings },
    logs: {
      get: (query) => {
        const wanted = invoker
          .recent()
          .filter((entry) => !query.has('function') || entry.function === query.get('function'))
        return wanted.slice(-Number(query.get('limit') ?? DEFAULT_LOGS))
      },
    },
    functions: {
      get: () => ({ functions: Object.fromEntries(machine.functions()), instances: machine.pool.counts() }),
    },
    files: { get: () => storage.list() },
    collections: {
      get: () => database.catalog.names().map((name) => ({ name, indexes: database.catalog.indexes(name) })),
    },
    documents: {
      get: (query) => plain(database.exportDocuments(query.get('collection') ?? '')),
      post: ({ collection, documents }: { collection: string; documents: unknown[] }) => ({
        imported: database.importDocuments(collection, documents),
      }),
    },
    clear: { post: () => database.clear() },
    reset: { post: () => machine.reset() },
  }
}
