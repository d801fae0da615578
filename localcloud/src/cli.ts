import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type CollectionSpec } from './database/catalog'
import { messageOf } from './errors'
import { createLocalCloud } from './index'

const USAGE = `Usage: localcloud --functions <folder> [--collections <json>] [--data <folder>] [--port <n, 0 = any free>]
                  [--start-at <ISO time>] [--event <name>=<function>]... [--env <NAME>=<value>]... [--no-control]`

const pairs = (values: string[] = []): Record<string, string> =>
  Object.fromEntries(
    values.map((value) => {
      const at = value.indexOf('=')
      if (at < 1) throw new Error(`${value} is not of the form name=value`)
      return [value.slice(0, at), value.slice(at + 1)]
    }),
  )

async function start(argv: string[]): Promise<void> {
  const { values } = parseArgs({
    args: argv,
    options: {
      functions: { type: 'string' },
      collections: { type: 'string' },
      data: { type: 'string' },
      port: { type: 'string' },
      'start-at': { type: 'string' },
      event: { type: 'string', multiple: true },
      env: { type: 'string', multiple: true },
      'no-control': { type: 'boolean' },
    },
  })
  if (values.functions === undefined) throw new Error(USAGE)
  const cloud = await createLocalCloud({
    functionsFolder: values.functions,
    ...(values.collections === undefined
      ? {}
      : { collections: JSON.parse(readFileSync(values.collections, 'utf8')) as CollectionSpec[] }),
    ...(values.data === undefined ? {} : { dataFolder: values.data }),
    ...(values['start-at'] === undefined ? {} : { startAt: values['start-at'] }),
    port: Number(values.port ?? 0),
    control: values['no-control'] !== true,
    events: pairs(values.event),
    environment: pairs(values.env),
  })
  const stop = (): void => void cloud.close().then(() => process.exit(0))
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  process.stdout.write(`${JSON.stringify({ ready: true, url: cloud.url })}\n`)
}

/** The command line: prints one JSON line when it listens, stops cleanly on Ctrl-C; exits with 1 when it cannot start. */
export function main(argv: string[]): void {
  start(argv).catch((thrown: unknown) => {
    process.stderr.write(`${messageOf(thrown)}\n`)
    process.exit(1)
  })
}
