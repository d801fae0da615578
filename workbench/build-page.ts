import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { colours, fonts, orchardLight } from '../src/look/tokens'

const OUT = path.resolve(__dirname, '..', 'dist', 'workbench')

/** Bundles the workbench page into `dist/workbench` and returns that folder. Under a second, so it is simply done at each start. */
export async function buildPage(): Promise<string> {
  mkdirSync(OUT, { recursive: true })
  await build({
    entryPoints: { workbench: path.join(__dirname, 'page', 'main.tsx') },
    bundle: true,
    minify: true,
    jsx: 'automatic',
    target: 'es2020',
    define: { 'process.env.NODE_ENV': '"production"' },
    outdir: OUT,
    logLevel: 'error',
  })
  writeFileSync(path.join(OUT, 'tokens.css'), tokensCss())
  cpSync(path.join(__dirname, 'page', 'index.html'), path.join(OUT, 'index.html'))
  return OUT
}

function tokensCss(): string {
  const variables = Object.entries(colours).map(([name, value]) => `--${name}:${value};`)
  return `:root{${variables.join('')}--sans:${fonts.sans};--serif:${fonts.serif};--orchard-light:${orchardLight};}`
}
