import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { COLLECTIONS } from '../cloudfunctions/collections'

const FUNCTIONS = path.resolve(__dirname, '..', 'cloudfunctions')

interface FunctionConfig {
  timeout?: number
  permissions?: { openapi?: string[] }
  triggers?: { name: string; type: string; config: string }[]
}

/** What a WeChat Cloud environment must hold for this version: nothing here is written down a second time. */
export interface DeployPlan {
  runtime: string
  collections: { name: string; access: 'functions only'; indexes: string[] }[]
  functions: { name: string; timeoutSeconds: number; openapi: string[]; timer: string | null }[]
}

/** Reads the plan from the one collections file and from each function's config.json (W5). */
export function deployPlan(folder = FUNCTIONS): DeployPlan {
  const names = readdirSync(folder).filter((name) => existsSync(path.join(folder, name, 'config.json')))
  return {
    runtime: 'Nodejs20.19',
    collections: COLLECTIONS.map(({ name, indexes }) => ({
      name,
      access: 'functions only',
      indexes: indexes.map(
        (index) =>
          `${index.name}${index.unique ? ' unique' : ''} (${index.fields.map(([field, order]) => `${field} ${order}`).join(', ')})`,
      ),
    })),
    functions: names.sort().map((name) => functionPlan(folder, name)),
  }
}

function functionPlan(folder: string, name: string): DeployPlan['functions'][number] {
  const config = JSON.parse(readFileSync(path.join(folder, name, 'config.json'), 'utf8')) as FunctionConfig
  const triggers = config.triggers ?? []
  if (triggers.length > 1) throw new Error(`${name}: WeChat allows one trigger per function`)
  return {
    name,
    timeoutSeconds: config.timeout ?? 3,
    openapi: config.permissions?.openapi ?? [],
    timer: triggers[0]?.config ?? null,
  }
}

if (require.main === module) console.log(JSON.stringify(deployPlan(), null, 2))
