import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { build, version as esbuildVersion } from 'esbuild'
import { copyFonts, fontsOf } from './function-fonts'

const ROOT = path.resolve(__dirname, '..')
const SOURCE = path.join(ROOT, 'cloudfunctions')
const OUT = path.join(ROOT, 'dist', 'cloudfunctions')
const STAMP = path.join(OUT, '.stamp')
const INPUTS = [
  'cloudfunctions',
  'contract',
  'domain',
  'imprint',
  'press/font-files.ts',
  'package-lock.json',
  'config/build-functions.ts',
  'config/function-fonts.ts',
  'config/no-woff2.ts',
]

// The SDK's web socket speeds up with these when they are installed; they never are.
const NOT_INSTALLED = ['bufferutil', 'utf-8-validate']
/** A function without fonts carries no reader of fonts either. */
const FONT_READER = '*/imprint/press/typeface'

export interface BuiltFunction {
  name: string
  bytes: number
}

/** Bundles each deployed function into `dist/cloudfunctions/<name>`: one file that needs no installation. */
export async function buildFunctions(): Promise<BuiltFunction[]> {
  const { built, beside } = await buildBeside()
  putInPlace(beside)
  return built
}

/** Builds only when something that goes into the bundles has changed. Resolves to whether it built. */
export async function ensureFunctions(): Promise<boolean> {
  if (isCurrent()) return false
  const { beside } = await buildBeside()
  // Test files run side by side: whoever is done first puts its build in place, and the others' is the same.
  if (isCurrent()) rmSync(beside, { recursive: true, force: true })
  else putInPlace(beside)
  return true
}

function isCurrent(): boolean {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === inputStamp()
}

async function buildBeside(): Promise<{ built: BuiltFunction[]; beside: string }> {
  const beside = `${OUT}-${process.pid}`
  rmSync(beside, { recursive: true, force: true })
  const stamp = inputStamp()
  const built: BuiltFunction[] = []
  for (const name of functionNames()) built.push(await buildFunction(name, path.join(beside, name)))
  writeFileSync(path.join(beside, '.stamp'), stamp)
  return { built, beside }
}

function putInPlace(beside: string): void {
  rmSync(OUT, { recursive: true, force: true })
  renameSync(beside, OUT)
}

/** The deployed functions: folders with an `index.ts` and a `config.json`. */
export function functionNames(): string[] {
  return readdirSync(SOURCE)
    .filter((name) => existsSync(path.join(SOURCE, name, 'config.json')))
    .sort()
}

async function buildFunction(name: string, folder: string): Promise<BuiltFunction> {
  mkdirSync(folder, { recursive: true })
  const source = path.join(SOURCE, name)
  const outfile = path.join(folder, 'index.js')
  await build({
    entryPoints: [path.join(source, 'index.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node16',
    format: 'cjs',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    external: fontsOf(source).length > 0 ? NOT_INSTALLED : [...NOT_INSTALLED, FONT_READER],
    alias: { 'brotli/decompress.js': path.join(ROOT, 'config', 'no-woff2.ts') },
    absWorkingDir: ROOT,
  })
  copyFileSync(path.join(source, 'config.json'), path.join(folder, 'config.json'))
  copyFonts(source, folder)
  writeFileSync(
    path.join(folder, 'package.json'),
    `${JSON.stringify({ name, version: '1.0.0', main: 'index.js' }, null, 2)}\n`,
  )
  return { name, bytes: statSync(outfile).size }
}

function inputStamp(): string {
  const hash = createHash('sha256').update(esbuildVersion)
  for (const file of INPUTS.flatMap((input) => filesUnder(path.join(ROOT, input)))) {
    hash.update(path.relative(ROOT, file).split(path.sep).join('/')).update('\0').update(readFileSync(file))
  }
  return hash.digest('hex')
}

function filesUnder(full: string): string[] {
  if (!existsSync(full)) return []
  if (statSync(full).isFile()) return [full]
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesUnder(path.join(full, name)))
}

async function main(): Promise<void> {
  const started = Date.now()
  for (const { name, bytes } of await buildFunctions())
    console.log(`${name.padEnd(14)} ${(bytes / 1024).toFixed(0).padStart(5)} KiB`)
  console.log(`dist/cloudfunctions built in ${((Date.now() - started) / 1000).toFixed(1)} s`)
}

if (require.main === module) {
  main().catch((error: Error) => {
    console.error(error.message)
    process.exitCode = 1
  })
}
