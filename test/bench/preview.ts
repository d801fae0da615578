/**
 * What the phone computes while someone writes: reading a path, bending it on the fruit, and telling a canvas to draw
 * it. `npx tsx test/bench/preview.ts`; information only. The second column is an engine that may not compile, as on an
 * iPhone inside WeChat.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildSync } from 'esbuild'

const folder = mkdtempSync(path.join(tmpdir(), 'guoyin-bench-'))
const outfile = path.join(folder, 'preview-steps.cjs')

function stepsIn(engine: string[], times: number): Record<string, number> {
  const { stdout, stderr, status } = spawnSync(process.execPath, [...engine, outfile, String(times)], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as Record<string, number>
}

buildSync({ entryPoints: [path.join(__dirname, 'preview-steps.ts')], bundle: true, platform: 'node', outfile })
const [quick, slow] = [stepsIn([], 50), stepsIn(['--jitless'], 10)]
rmSync(folder, { recursive: true })
console.log(`${'ms'.padEnd(52)} ${'compiled'.padStart(9)} ${'jitless'.padStart(9)}`)
for (const [name, ms] of Object.entries(quick)) {
  console.log(`${name.padEnd(52)} ${ms.toFixed(2).padStart(9)} ${slow[name].toFixed(2).padStart(9)}`)
}
