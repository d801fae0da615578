import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inputStamp, projectRoot } from './app-inputs'

export type AppTarget = 'weapp' | 'h5'

export interface AppOptions {
  /** A WeChat build that calls the local cloud over HTTP. H5 always does. */
  local?: boolean
  /** Where the local cloud listens, for a local WeChat build; default http://127.0.0.1:8600. */
  cloudUrl?: string
}

function runTaro(target: AppTarget, env: NodeJS.ProcessEnv): Promise<void> {
  const cli = path.join(path.dirname(require.resolve('@tarojs/cli/package.json')), 'bin', 'taro')
  return new Promise((resolve, reject) => {
    // Taro transpiles config/ alone; the tokens it reads live in src/.
    const child = spawn(process.execPath, ['--require', require.resolve('tsx/cjs'), cli, 'build', '--type', target], {
      cwd: projectRoot,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const said: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      const text = Buffer.concat(said).toString('utf8')
      const built = existsSync(path.join(projectRoot, 'dist', target, firstFile[target]))
      // Taro's command line ends with 0 even when webpack refused a file.
      if (code !== 0 || !built || text.includes('✖ Errors'))
        reject(new Error(`The ${target} build failed.\n${reasonIn(text)}`))
      else resolve()
    })
  })
}

/** What the compiler said after its progress bar. */
const reasonIn = (text: string) => text.slice(Math.max(0, text.indexOf('✖ Errors')))

const firstFile = { weapp: 'app.json', h5: 'index.html' } as const

/** Builds `dist/<target>` with Taro. Quiet unless it fails; then the error carries everything the compiler said. */
export async function buildApp(target: AppTarget, options: AppOptions = {}): Promise<void> {
  const out = path.join(projectRoot, 'dist', target)
  const stamp = inputStamp(variantOf(target, options))
  rmSync(out, { recursive: true, force: true })
  await runTaro(target, {
    ...process.env,
    NODE_ENV: 'production',
    TARO_ENV: target,
    GUOYIN_APP_LOCAL: options.local ? '1' : '',
    ...(options.cloudUrl ? { LOCAL_CLOUD_URL: options.cloudUrl } : {}),
  })
  mkdirSync(out, { recursive: true })
  writeFileSync(path.join(out, '.stamp'), stamp)
}

const variantOf = (target: AppTarget, { local, cloudUrl }: AppOptions) =>
  target === 'h5' ? 'h5' : local ? `weapp-local ${cloudUrl ?? ''}` : 'weapp'

/** Builds only when the inputs or the variant changed since the last build. Resolves to whether it built. */
export async function ensureApp(target: AppTarget, options: AppOptions = {}): Promise<boolean> {
  const stampFile = path.join(projectRoot, 'dist', target, '.stamp')
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === inputStamp(variantOf(target, options))) return false
  await buildApp(target, options)
  return true
}

async function main(args: string[]) {
  const target = args[0]
  if (target !== 'weapp' && target !== 'h5') throw new Error('Say which app to build: weapp or h5.')
  const started = Date.now()
  await buildApp(target, { local: args.includes('--local'), cloudUrl: process.env.LOCAL_CLOUD_URL })
  console.log(`dist/${target} built in ${((Date.now() - started) / 1000).toFixed(1)} s`)
}

if (require.main === module) {
  main(process.argv.slice(2)).catch((error: Error) => {
    console.error(error.message)
    process.exitCode = 1
  })
}
