import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseCron } from '../clock/cron'
import { invalidParameter } from '../errors'
import { DEFAULT_FUNCTION_TIMEOUT_S, MAX_FUNCTION_TIMEOUT_S, TRIGGER_NAME } from '../limits'

/** What config.json of a function says. */
export interface FunctionConfig {
  openapi: string[]
  trigger: { name: string; config: string } | undefined
  timeoutMs: number
}

interface ConfigFile {
  permissions?: { openapi?: string[] }
  triggers?: { name: string; type: string; config: string }[]
  timeout?: number
}

/** Reads a function's config.json. Throws an error that names the file when it is wrong. */
export function readFunctionConfig(folder: string): FunctionConfig {
  const file = join(folder, 'config.json')
  const json = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ConfigFile) : {}
  const { permissions, triggers = [], timeout = DEFAULT_FUNCTION_TIMEOUT_S } = json
  if (triggers.length > 1) throw invalidParameter(`${file}: a function can have one trigger only`)
  const [trigger] = triggers
  if (trigger) {
    if (trigger.type !== 'timer') throw invalidParameter(`${file}: trigger type ${trigger.type}`)
    if (!TRIGGER_NAME.test(trigger.name)) throw invalidParameter(`${file}: trigger name ${trigger.name}`)
    parseCron(trigger.config)
  }
  if (!(timeout > 0 && timeout <= MAX_FUNCTION_TIMEOUT_S)) throw invalidParameter(`${file}: timeout ${timeout}`)
  return {
    openapi: permissions?.openapi ?? [],
    trigger: trigger && { name: trigger.name, config: trigger.config },
    timeoutMs: timeout * 1000,
  }
}

/** The functions of a folder: each sub-folder with an index.js. */
export function listFunctions(folder: string): Map<string, FunctionConfig> {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
    .map((entry) => entry.name)
    .filter((name) => existsSync(join(folder, name, 'index.js')))
  return new Map(names.sort().map((name) => [name, readFunctionConfig(join(folder, name))]))
}
