'use strict'

// One instance of a cloud function. Loads the deployed folder unchanged and runs one event at a time.
const Module = require('node:module')
const { parentPort, workerData } = require('node:worker_threads')
const { dirname } = require('node:path')
const { format } = require('node:util')
const vm = require('node:vm')

const cells = new BigInt64Array(workerData.clock)
const RealDate = Date
const now = () => Number(Atomics.load(cells, 1)) || RealDate.now() + Number(Atomics.load(cells, 0))

// `Date` follows the local clock; timers and performance.now() stay real.
function LocalDate(...parts) {
  if (!new.target) return new RealDate(now()).toString()
  return Reflect.construct(
    RealDate,
    parts.length === 0 ? [now()] : parts,
    new.target === LocalDate ? RealDate : new.target,
  )
}
Object.setPrototypeOf(LocalDate, RealDate)
LocalDate.prototype = RealDate.prototype
LocalDate.now = now
RealDate.prototype.constructor = LocalDate
Object.defineProperty(LocalDate, 'name', { value: 'Date' })
globalThis.Date = LocalDate

for (const level of ['log', 'info', 'warn', 'error', 'debug', 'trace']) {
  console[level] = (...parts) => parentPort.postMessage({ type: 'log', level, at: now(), text: format(...parts) })
}

const describe = (thrown) => ({
  message: thrown instanceof Error ? thrown.message : typeof thrown === 'string' ? thrown : format('%j', thrown),
  stack: thrown instanceof Error ? thrown.stack : undefined,
})

// A large file is compiled once: its machine code goes to the pool, which gives it to the next instance of the same code.
const WORTH_KEEPING = 200_000
const { compiled } = workerData
const compileAsNodeDoes = Module.prototype._compile
const scripts = new Map()
Module.prototype._compile = function (content, filename, format, ...rest) {
  // Code that is not compiled anew forgets how to import().
  const plain = (format ?? 'commonjs') === 'commonjs' && !/^#!|\bimport\s*\(/.test(content)
  if (content.length < WORTH_KEEPING || !plain) return compileAsNodeDoes.call(this, content, filename, format, ...rest)
  const script = new vm.Script(Module.wrap(content), {
    filename,
    columnOffset: -Module.wrapper[0].length,
    ...(compiled?.[filename] ? { cachedData: Buffer.from(compiled[filename]) } : {}),
  })
  if (!compiled?.[filename] || script.cachedDataRejected) scripts.set(filename, script)
  const load = script.runInThisContext()
  return load.call(this.exports, this.exports, Module.createRequire(filename), this, filename, dirname(filename))
}

let main
try {
  main = require(workerData.folder).main
  if (typeof main !== 'function') throw new Error(`${workerData.name}/index.js does not export main`)
  parentPort.postMessage({ type: 'ready' })
  if (scripts.size > 0) {
    const files = Object.fromEntries([...scripts].map(([name, script]) => [name, script.createCachedData()]))
    parentPort.postMessage({ type: 'compiled', files })
  }
} catch (thrown) {
  parentPort.postMessage({ type: 'broken', error: describe(thrown) })
}

parentPort.on('message', async ({ event, environment, context }) => {
  for (const [key, value] of Object.entries(environment)) {
    if (value === undefined) delete process.env[key]
    else process.env[key] = value
  }
  const set = Object.entries(environment).filter(([, value]) => value !== undefined)
  context.environ = set.map((pair) => pair.join('=')).join(';')
  try {
    const result = await main(JSON.parse(event), context)
    parentPort.postMessage({ type: 'done', result: JSON.stringify(result === undefined ? null : result) ?? 'null' })
  } catch (thrown) {
    parentPort.postMessage({ type: 'failed', error: describe(thrown) })
  }
})
