import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from './app-inputs'

export type WeappCheck =
  | { kind: 'checked'; problems: string[]; wxml: number; wxss: number }
  | { kind: 'not-here'; reason: string }

const compilerFolder = () =>
  path.join(path.dirname(require.resolve('miniprogram-compiler/package.json')), 'bin', 'linux')

function compile(name: 'wcc' | 'wcsc', args: string[], cwd: string): string | null {
  const binary = path.join(compilerFolder(), name)
  chmodSync(binary, 0o755)
  const run = spawnSync(binary, args, { cwd, maxBuffer: 1 << 28 })
  return run.status === 0 ? null : `${name}: ${String(run.stderr)}`
}

function filesEnding(root: string, ending: string, folder = root): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name)
    if (entry.isDirectory()) return filesEnding(root, ending, full)
    return entry.name.endsWith(ending) ? [path.relative(root, full)] : []
  })
}

function componentsOf(root: string) {
  return filesEnding(root, '.json')
    .map((file) => ({
      file,
      used: (JSON.parse(readFileSync(path.join(root, file), 'utf8')) as { usingComponents?: Record<string, string> })
        .usingComponents,
    }))
    .flatMap(({ file, used }) => (used && Object.keys(used).length > 0 ? [{ file, used }] : []))
}

function missingComponents(root: string): string[] {
  return componentsOf(root).flatMap(({ file, used }) =>
    Object.entries(used).flatMap(([name, target]) => {
      const base = target.startsWith('/') ? path.join(root, target) : path.join(root, path.dirname(file), target)
      return ['.js', '.json', '.wxml']
        .filter((ending) => !existsSync(base + ending))
        .map((ending) => `${file}: component ${name} lacks ${target}${ending}`)
    }),
  )
}

/** Runs WeChat's own template and style compilers over a built mini-program. They exist for Linux only. */
export function checkWeapp(root: string): WeappCheck {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { kind: 'not-here', reason: 'WeChat publishes these compilers for Linux x64; the check was left out.' }
  }
  const wxml = filesEnding(root, '.wxml')
  const wxss = filesEnding(root, '.wxss')
  const components = componentsOf(root).map(({ file, used }) => {
    const names = Object.keys(used)
    return [file.replace(/json$/, 'wxml'), names.length, ...names].join(' ')
  })
  const problems = [
    ...missingComponents(root),
    compile(
      'wcc',
      ['-d', '-cc', [components.length, ...components].join(' '), ...wxml, ...filesEnding(root, '.wxs'), '-gn', '$gwx'],
      root,
    ),
    compile('wcsc', ['-db', '-pc', '0', ...wxss], root),
  ].filter((problem): problem is string => problem !== null)
  return { kind: 'checked', problems, wxml: wxml.length, wxss: wxss.length }
}

if (require.main === module) {
  const result = checkWeapp(path.resolve(process.argv[2] ?? path.join(projectRoot, 'dist', 'weapp')))
  if (result.kind === 'not-here') console.log(result.reason)
  else {
    console.log(`${result.wxml} templates and ${result.wxss} style sheets checked by WeChat's compilers`)
    for (const problem of result.problems) console.error(problem)
    if (result.problems.length > 0) process.exitCode = 1
  }
}
