import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { IDLE_INSTANCE_MS, MAX_INSTANCES_PER_FUNCTION } from '../limits'
import { type Compiled, type Event, type Instance, type Outcome, startInstance } from './instance'

export interface PoolOptions {
  folder: string
  environment(): Record<string, string>
  clock: SharedArrayBuffer
  maxInstances?: number
}
export interface PoolRun {
  outcome: Outcome
  /** True when a new instance had to be started. */
  cold: boolean
}
/** The instances of all functions: kept warm, started when all are busy, queued beyond the limit. */
export interface Pool {
  has(name: string): boolean
  run(name: string, event: Event & { invocation: string }): Promise<PoolRun>
  /** Stops the instance that runs this invocation, as a crash would. */
  kill(invocation: string): boolean
  counts(): Record<string, { idle: number; busy: number }>
  close(): Promise<void>
}

/** Names, sizes and times of the code files, without installed packages: a different stamp means that the code changed. */
function stampOf(folder: string): string {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules')
    .map((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return `${entry.name}/(${stampOf(path)})`
      const { mtimeMs, size } = statSync(path)
      return `${entry.name}:${mtimeMs}:${size}`
    })
    .join('|')
}

export function createPool({
  folder,
  environment,
  clock,
  maxInstances = MAX_INSTANCES_PER_FUNCTION,
}: PoolOptions): Pool {
  interface Group {
    idle: { instance: Instance; since: number }[]
    busy: Map<string, Instance>
    queue: (() => void)[]
  }
  const groups = new Map<string, Group>()
  // Only for the very code it was made from: a changed file has another stamp.
  const compiled = new Map<string, { stamp: string; files: Compiled }>()
  const groupOf = (name: string): Group => {
    const group = groups.get(name) ?? { idle: [], busy: new Map(), queue: [] }
    groups.set(name, group)
    return group
  }
  const sweep = setInterval(() => {
    const oldest = performance.now() - IDLE_INSTANCE_MS
    for (const group of groups.values()) {
      for (const { instance } of group.idle.filter(({ since }) => since < oldest)) void instance.stop()
      group.idle = group.idle.filter(({ since }) => since >= oldest)
    }
  }, IDLE_INSTANCE_MS / 4)
  sweep.unref()

  const take = (name: string, group: Group): { instance: Instance; cold: boolean } => {
    const path = join(folder, name)
    const stamp = stampOf(path)
    for (let entry = group.idle.pop(); entry; entry = group.idle.pop()) {
      if (entry.instance.alive() && entry.instance.stamp === stamp) return { instance: entry.instance, cold: false }
      void entry.instance.stop()
    }
    const known = compiled.get(name)
    const instance = startInstance({
      name,
      folder: path,
      stamp,
      environment: environment(),
      clock,
      compiled: known?.stamp === stamp ? known.files : undefined,
      onCompiled: (files) => void compiled.set(name, { stamp, files }),
    })
    return { instance, cold: true }
  }
  return {
    has: (name) => /^[\w-]+$/.test(name) && existsSync(join(folder, name, 'index.js')),
    async run(name, event) {
      const group = groupOf(name)
      while (group.busy.size >= maxInstances) await new Promise<void>((resolve) => group.queue.push(resolve))
      const { instance, cold } = take(name, group)
      group.busy.set(event.invocation, instance)
      try {
        return { outcome: await instance.run(event), cold }
      } finally {
        group.busy.delete(event.invocation)
        if (instance.alive()) group.idle.push({ instance, since: performance.now() })
        group.queue.shift()?.()
      }
    },
    kill(invocation) {
      for (const { busy } of groups.values()) {
        const instance = busy.get(invocation)
        if (!instance) continue
        void instance.stop('the instance was killed')
        return true
      }
      return false
    },
    counts: () =>
      Object.fromEntries([...groups].map(([name, { idle, busy }]) => [name, { idle: idle.length, busy: busy.size }])),
    async close() {
      clearInterval(sweep)
      const instances = [...groups.values()].flatMap(({ idle, busy }) => [
        ...idle.map(({ instance }) => instance),
        ...busy.values(),
      ])
      groups.clear()
      await Promise.all(instances.map((instance) => instance.stop()))
    },
  }
}
