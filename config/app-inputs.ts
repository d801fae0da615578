import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

export const projectRoot = path.resolve(__dirname, '..')

const inputs = [
  'src',
  'domain',
  'contract',
  'imprint',
  'config',
  'babel.config.js',
  'package.json',
  'package-lock.json',
]

function filesUnder(full: string): string[] {
  if (!existsSync(full)) return []
  if (statSync(full).isFile()) return [full]
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesUnder(path.join(full, name)))
}

/** Hash of everything an app build reads, plus the variant's name; the same on every system. */
export function inputStamp(variant: string): string {
  const hash = createHash('sha256').update(variant)
  for (const file of inputs.flatMap((input) => filesUnder(path.join(projectRoot, input)))) {
    hash.update(path.relative(projectRoot, file).split(path.sep).join('/')).update('\0').update(readFileSync(file))
  }
  return hash.digest('hex')
}
