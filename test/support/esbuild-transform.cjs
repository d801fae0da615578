const { transformSync } = require('esbuild')

const LOADERS = { tsx: 'tsx', ts: 'ts', jsx: 'jsx', js: 'js' }

/** Jest reads TypeScript through esbuild: types are checked once by `npm run typecheck`, not per test. */
module.exports = {
  process(source, file) {
    const loader = LOADERS[file.split('.').pop()] ?? 'js'
    const options = { loader, format: 'cjs', jsx: 'automatic', target: 'node20', sourcemap: 'inline', sourcefile: file }
    // Jest has its own require, which knows CommonJS only: import() becomes one, as in the bundles.
    options.supported = { 'dynamic-import': false }
    return { code: transformSync(source, options).code }
  },
}
