import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import path from 'node:path'

const ROOT = path.resolve(__dirname, '..')
const JEST = path.join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js')

/** The random tests that go on for as long as they are allowed to: project, and what to take of it. */
const PARTS: readonly [project: string, files: string][] = [
  ['unit', 'test/unit/model/'],
  ['integration', 'test/integration/model/'],
]

const USAGE = `npm run test:long plays many more random sequences than npm test does.
  GUOYIN_RUNS=500   sequences per test (otherwise 200,000 for the pure core, 4,000 for the whole stack)
  GUOYIN_SEED=42    repeats a run; otherwise a fresh seed is taken and printed
  GUOYIN_PATH=8:3   with the seed: only the one sequence that a failure named`

function jest(project: string, files: string, seed: string): Promise<number> {
  const env = { ...process.env, GUOYIN_LONG: '1', GUOYIN_SEED: seed }
  const args = [JEST, '--selectProjects', project, '--testPathPattern', files, '--silent']
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit', env })
    child.on('close', (code) => resolve(code ?? 1))
  })
}

/** `npm run test:long`: the same random tests with many more sequences; says the seed and what was covered. */
async function main(): Promise<void> {
  if (process.argv.includes('--help')) return console.log(USAGE)
  const seed = process.env.GUOYIN_SEED ?? String(randomInt(2 ** 31))
  console.log(`Seed ${seed}. The same again: GUOYIN_SEED=${seed} npm run test:long`)
  for (const [project, files] of PARTS) {
    const started = performance.now()
    const code = await jest(project, files, seed)
    console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${files} (${((performance.now() - started) / 1000).toFixed(0)} s)`)
    if (code !== 0) process.exitCode = 1
  }
}

void main()
