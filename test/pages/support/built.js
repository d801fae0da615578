const { existsSync } = require('node:fs')
const path = require('node:path')

const root = path.resolve(__dirname, '../../../dist/weapp')

/** Where the compiled mini-program lies. Throws when it was not built. */
module.exports.built = function built() {
  if (!existsSync(path.join(root, 'app.json'))) throw new Error('dist/weapp is missing: run npm run build:weapp first')
  return root
}
