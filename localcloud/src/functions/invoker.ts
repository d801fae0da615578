import { randomUUID } from 'node:crypto'
import { messageOf } from '../errors'
import { type Caller, type Identity } from '../identity'
import { FUNCTION_MEMORY_MB, MAX_EVENT_BYTES } from '../limits'
import { type FunctionConfig } from './config'
import { type Source, invocationEnvironment } from './environment'
import { type LogLine } from './instance'
import { type Pool } from './pool'

/** One run of a function, as the control API shows it. */
export interface Invocation {
  id: string
  root: string
  function: string
  source: Source
  openid?: string
  /** Local time, ISO. */
  at: string
  ms: number
  cold: boolean
  outcome: 'running' | 'done' | 'failed' | 'timeout' | 'stopped'
  error?: string
  /** Requests to the service by it and by the functions it called. */
  roundTrips: number
  logs: LogLine[]
}
export type InvokeAnswer = { invocation: Invocation } & (
  | { ok: true; result: unknown }
  | { ok: false; errCode: number; errMsg: string }
)

export interface Call {
  name: string
  event: unknown
  identity: Identity
  source: Source
  /** The invocation that calls, when a function calls a function. */
  parent?: Caller
}
export interface Invoker {
  /** Runs a function. Never rejects: a failure is an answer with the codes that a client of the platform sees. */
  invoke(call: Call): Promise<InvokeAnswer>
  countRoundTrip(root: string): void
  /** The newest last. */
  recent(): Invocation[]
  /** Forgets all calls; those still under way belong to a life that is over. */
  clear(): void
  /** Whether a request comes from a call of this life. */
  lives(caller: Caller): boolean
}

const KEPT = 500

interface InvokerOptions {
  pool: Pool
  now(): number
  appId: string
  configOf(name: string): FunctionConfig
}

export function createInvoker({ pool, now, appId, configOf }: InvokerOptions): Invoker {
  let kept: Invocation[] = []
  let life = 0
  const byId = new Map<string, Invocation>()
  const keep = (invocation: Invocation): void => {
    kept.push(invocation)
    byId.set(invocation.id, invocation)
    if (kept.length > KEPT) byId.delete((kept.shift() as Invocation).id)
  }
  const failure = (invocation: Invocation, errCode: number, detail: string): InvokeAnswer => {
    invocation.error = detail
    return {
      invocation,
      ok: false,
      errCode,
      errMsg: `cloud.callFunction:fail Error: errCode: ${errCode} | errMsg: ${detail}`,
    }
  }
  return {
    async invoke({ name, event, identity, source, parent }) {
      const id = randomUUID()
      const root = parent?.root ?? id
      const { openid, unionid } = identity
      const invocation: Invocation = {
        id,
        root,
        function: name,
        source,
        ...(openid === undefined ? {} : { openid }),
        at: new Date(now()).toISOString(),
        ms: 0,
        cold: false,
        outcome: 'running',
        roundTrips: 0,
        logs: [],
      }
      if (!pool.has(name)) {
        return failure(invocation, -501000, `FunctionName parameter could not be found. | FunctionName [${name}]`)
      }
      keep(invocation)
      const started = performance.now()
      try {
        const text = JSON.stringify(event ?? {})
        if (Buffer.byteLength(text) > MAX_EVENT_BYTES) {
          invocation.outcome = 'failed'
          return failure(invocation, -504001, 'event exceeds 6 MB')
        }
        const { timeoutMs } = configOf(name)
        const caller: Caller = {
          ...identity,
          ...(unionid === undefined ? {} : { unionid }),
          invocation: id,
          root,
          function: name,
          life,
        }
        const { outcome, cold } = await pool.run(name, {
          invocation: id,
          event: text,
          environment: invocationEnvironment(caller, appId, source),
          context: {
            request_id: id,
            callbackWaitsForEmptyEventLoop: false,
            function_name: name,
            function_version: '$LATEST',
            namespace: 'local',
            memory_limit_in_mb: FUNCTION_MEMORY_MB,
            time_limit_in_ms: timeoutMs,
          },
          timeoutMs,
          onLog: (line) => void invocation.logs.push(line),
        })
        invocation.cold = cold
        invocation.outcome = outcome.kind
        switch (outcome.kind) {
          case 'done':
            if (Buffer.byteLength(outcome.result) > MAX_EVENT_BYTES)
              return failure(invocation, -504001, 'result exceeds 6 MB')
            return { invocation, ok: true, result: JSON.parse(outcome.result) as unknown }
          case 'failed':
            if (outcome.stack) invocation.logs.push({ level: 'error', at: now(), text: outcome.stack })
            return failure(invocation, -504002, `functions execute fail | errMsg: Error: ${outcome.message}`)
          case 'timeout':
            return failure(invocation, -504003, `Invoking task timed out after ${outcome.seconds} seconds`)
          case 'stopped':
            return failure(invocation, -504002, `functions execute fail | errMsg: ${outcome.message}`)
        }
      } catch (thrown) {
        invocation.outcome = 'failed'
        return failure(invocation, -504002, messageOf(thrown))
      } finally {
        invocation.ms = Math.round((performance.now() - started) * 10) / 10
      }
    },
    countRoundTrip(root) {
      const invocation = byId.get(root)
      if (invocation) invocation.roundTrips++
    },
    recent: () => kept,
    clear: () => {
      kept = []
      byId.clear()
      life++
    },
    lives: (caller) => caller.life === life,
  }
}
