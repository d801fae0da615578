import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { COLD_START_LIMIT_MS, FUNCTION_MEMORY_MB } from '../limits'
import { type Environment } from './environment'

export interface LogLine {
  level: string
  /** Local time, ms. */
  at: number
  text: string
}
/** How an event ended. `result` is JSON text. */
export type Outcome =
  | { kind: 'done'; result: string }
  | { kind: 'failed'; message: string; stack?: string }
  | { kind: 'timeout'; seconds: number }
  | { kind: 'stopped'; message: string }

export interface Event {
  /** JSON text. */
  event: string
  environment: Environment
  context: Record<string, unknown>
  timeoutMs: number
  onLog(line: LogLine): void
}
/** A worker that has loaded one function; it takes one event at a time. */
export interface Instance {
  /** Marks the state of the code it was loaded from. */
  readonly stamp: string
  run(event: Event): Promise<Outcome>
  alive(): boolean
  /** Ends the worker; an event under way ends as `stopped`. */
  stop(reason?: string): Promise<void>
}
/** Machine code by file name, as V8 wrote it. */
export type Compiled = Record<string, Uint8Array>

interface InstanceOptions {
  name: string
  folder: string
  stamp: string
  environment: Record<string, string>
  clock: SharedArrayBuffer
  /** What an earlier instance of the same code has compiled. */
  compiled?: Compiled | undefined
  onCompiled(files: Compiled): void
}

type Message =
  | { type: 'ready' }
  | { type: 'broken' | 'failed'; error: { message: string; stack?: string } }
  | ({ type: 'log' } & LogLine)
  | { type: 'done'; result: string }
  | { type: 'compiled'; files: Compiled }

/** Starts a worker; its cold start is not part of the function's timeout. */
export function startInstance(options: InstanceOptions): Instance {
  const { name, folder, stamp, environment, clock, compiled, onCompiled } = options
  const worker = new Worker(join(__dirname, 'worker-host.cjs'), {
    workerData: { name, folder, clock, compiled },
    env: environment,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: FUNCTION_MEMORY_MB },
  })
  let alive = true
  let finish: ((outcome: Outcome) => void) | undefined
  let onLog: ((line: LogLine) => void) | undefined
  let began: (() => void) | undefined
  let broken: Outcome | undefined
  const end = (outcome: Outcome): void => {
    alive = false
    broken ??= outcome
    finish?.(outcome)
    began?.()
  }
  const ready = new Promise<void>((resolve) => {
    began = resolve
  })
  const early: LogLine[] = []
  worker.on('message', (message: Message) => {
    if (message.type === 'ready') began?.()
    else if (message.type === 'log')
      (onLog ?? ((line) => void early.push(line)))({ level: message.level, at: message.at, text: message.text })
    else if (message.type === 'compiled') onCompiled(message.files)
    else if (message.type === 'done') finish?.({ kind: 'done', result: message.result })
    else if (message.type === 'failed') finish?.({ kind: 'failed', ...message.error })
    else {
      end({ kind: 'failed', ...message.error })
      void worker.terminate()
    }
  })
  worker.on('error', (error) =>
    end({ kind: 'failed', message: error.message, ...(error.stack ? { stack: error.stack } : {}) }),
  )
  worker.on('exit', (code) => end({ kind: 'stopped', message: `the instance ended with code ${code}` }))

  const stop = async (reason = 'the instance was stopped'): Promise<void> => {
    end({ kind: 'stopped', message: reason })
    await worker.terminate()
  }
  const within = async (ms: number, work: Promise<unknown>): Promise<boolean> => {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), ms)))
    const inTime = await Promise.race([work.then(() => true), late])
    clearTimeout(timer)
    return inTime
  }
  return {
    stamp,
    alive: () => alive,
    stop,
    async run(event) {
      onLog = event.onLog
      for (const line of early.splice(0)) event.onLog(line)
      if (!(await within(COLD_START_LIMIT_MS, ready))) {
        await stop()
        return { kind: 'timeout', seconds: COLD_START_LIMIT_MS / 1000 }
      }
      if (broken) return broken
      const outcome = new Promise<Outcome>((resolve) => (finish = resolve))
      worker.postMessage({ event: event.event, environment: event.environment, context: event.context })
      if (!(await within(event.timeoutMs, outcome))) {
        finish = undefined
        await stop()
        return { kind: 'timeout', seconds: event.timeoutMs / 1000 }
      }
      finish = undefined
      return outcome
    },
  }
}
