import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from './app-inputs'

/** WeChat's limit for the main package and for each subpackage, and our own for the main package. Bytes. */
export const packageLimit = 2 * 1024 * 1024
export const mainBudget = 700_000

interface AppJson {
  subPackages?: { root: string }[]
}

const notUploaded = /LICENSE\.txt$|\.map$|project\.(private\.)?config\.json$|[\\/]\.stamp$/

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name)
    return entry.isDirectory() ? filesUnder(full) : notUploaded.test(full) ? [] : [full]
  })
}

/** Bytes per package of a built mini-program, `main` first. */
export function appSize(root: string): Record<string, number> {
  const app = JSON.parse(readFileSync(path.join(root, 'app.json'), 'utf8')) as AppJson
  const subpackages = (app.subPackages ?? []).map((entry) => entry.root.replace(/\/$/, ''))
  const sizes: Record<string, number> = Object.fromEntries(['main', ...subpackages].map((name) => [name, 0]))
  for (const file of filesUnder(root)) {
    const inside = path.relative(root, file).split(path.sep).join('/')
    const owner = subpackages.find((name) => inside.startsWith(`${name}/`)) ?? 'main'
    sizes[owner] = (sizes[owner] ?? 0) + statSync(file).size
  }
  return sizes
}

/** The packages of a built mini-program that are larger than they may be, with their bytes and limits. */
export function oversized(sizes: Record<string, number>): { name: string; bytes: number; limit: number }[] {
  return Object.entries(sizes)
    .map(([name, bytes]) => ({ name, bytes, limit: name === 'main' ? mainBudget : packageLimit }))
    .filter(({ bytes, limit }) => bytes > limit)
}

if (require.main === module) {
  const sizes = appSize(path.resolve(process.argv[2] ?? path.join(projectRoot, 'dist', 'weapp')))
  for (const [name, bytes] of Object.entries(sizes)) console.log(`${name.padEnd(10)} ${bytes} bytes`)
  const over = oversized(sizes)
  for (const { name, limit } of over) console.error(`${name} is over its ${limit} bytes`)
  if (over.length > 0) process.exitCode = 1
}
