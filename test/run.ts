import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ensureApp } from '../config/build-app'
import { ensureFunctions } from '../config/build-functions'
import { checkWeapp } from '../config/check-weapp'
import { findChromium } from './support/chromium'

const ROOT = path.resolve(__dirname, '..')
const JEST = path.join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js')

interface Count {
  passed: number
  failed: number
  skipped: number
}

const total: Count = { passed: 0, failed: 0, skipped: 0 }

function run(file: string, args: string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [file, ...args], { cwd: ROOT, stdio: 'inherit' })
    child.on('close', (code) => resolve(code ?? 1))
  })
}

const done = (work: () => Promise<unknown>) => async () => {
  await work()
  return true
}

/** A check without tests of its own counts as one. */
async function check(name: string, work: () => Promise<boolean>): Promise<void> {
  const started = Date.now()
  const ok = await work().catch((error: Error) => {
    console.error(error.message)
    return false
  })
  total[ok ? 'passed' : 'failed'] += 1
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
}

async function jest(project: string, ...extra: string[]): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'guoyin-jest-'))
  const file = path.join(folder, 'result.json')
  const started = Date.now()
  const code = await run(JEST, ['--selectProjects', project, '--json', `--outputFile=${file}`, '--silent', ...extra])
  try {
    const result = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>
    total.passed += result.numPassedTests
    total.failed += result.numFailedTests + result.numRuntimeErrorTestSuites
    total.skipped += result.numPendingTests
    if (result.numTotalTests === 0) throw new Error(`no test ran in ${project}`)
  } catch (error) {
    console.error(error)
    total.failed += 1
  }
  rmSync(folder, { recursive: true, force: true })
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${project} tests (${((Date.now() - started) / 1000).toFixed(1)} s)`)
}

const bin = (...parts: string[]) => path.join(ROOT, 'node_modules', ...parts)

/** Rules and use cases in memory: as long as all that `builds` does. */
const tests = () => jest('unit', '--runInBand')

/** What the compilers say, the builds, the tests of what was built for WeChat, and those of the local cloud. */
async function builds(): Promise<void> {
  await check('types', async () => (await run(bin('typescript', 'bin', 'tsc'), ['--noEmit'])) === 0)
  await check('lint', async () => (await run(bin('eslint', 'bin', 'eslint.js'), ['.', '--max-warnings', '0'])) === 0)
  await check(
    'format',
    async () => (await run(bin('prettier', 'bin', 'prettier.cjs'), ['--check', '--log-level', 'warn', '.'])) === 0,
  )
  await jest('pages', '--runInBand')
  await check(
    'WeChat build',
    done(() => ensureApp('weapp')),
  )
  await check('WeChat compilers', async () => {
    const result = checkWeapp(path.join(ROOT, 'dist', 'weapp'))
    if (result.kind === 'not-here') console.log(result.reason)
    else result.problems.forEach((problem) => console.error(problem))
    return result.kind === 'not-here' || result.problems.length === 0
  })
  await jest('compiled', '--runInBand')
  await check(
    'browser build',
    done(() => ensureApp('h5')),
  )
  await jest('localcloud', '--runInBand')
  await jest('conformance', '--runInBand')
}

async function endToEnd(): Promise<void> {
  if (findChromium()) return jest('e2e', '--runInBand')
  console.error(
    '\n*** NO CHROMIUM FOUND: the end-to-end tests did NOT run. Install Chromium or Chrome, or set CHROMIUM_PATH. ***\n',
  )
  total.skipped += 1
  if (process.env.CI) total.failed += 1
}

/**
 * `npm test`: everything; goes on after a failure so that one run tells all. Tests and builds run side by side, each on
 * one core; then the integration tests take every core there is, and the browser comes last and alone.
 */
async function main(): Promise<void> {
  await check('cloud functions build', done(ensureFunctions))
  await Promise.all([tests(), builds()])
  await jest('integration', '--maxWorkers=100%')
  await endToEnd()
  console.log(`Tests: ${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
  process.exitCode = total.failed === 0 ? 0 : 1
}

void main()
