import { type TestCloud, startCloud } from './support/cloud'

/** A function as a bundler makes it: one large file. */
const large = (answer: string, way = `Promise.resolve(require('node:path'))`): string => `
exports.main = async (event) => {
  if (event.ends) process.exit(0)
  if (event.throws) throw new Error('on line four')
  const { sep } = await ${way}
  const { near } = require('./near')
  return { answer: '${answer}', sep, near, name: require('node:path').basename(__filename), same: module.exports === exports, count: big().length }
}
function big() { return [${'"all of this is parsed when it is called",\n'.repeat(6000)}] }`
const EVENT = { answer: 'one', sep: '/', near: 'by', name: 'index.js', same: true, count: 6000 }

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCloud(
    {},
    {
      'large/index.js': large('one'),
      'large/near.js': `exports.near = 'by'`,
      'importing/index.js': large('one', `import('node:path')`),
      'importing/near.js': `exports.near = 'by'`,
    },
  )
})
afterAll(() => cloud.end())

const call = (event: object = {}, name = 'large') => cloud.invoke(name, event)
const ended = (name?: string): Promise<unknown> => call({ ends: true }, name)

test.each(['large', 'importing'])('every instance of the function %s does what the first one did', async (name) => {
  for (let instance = 0; instance < 3; instance++) {
    expect(await call({}, name)).toMatchObject({ ok: true, result: EVENT, invocation: { cold: true } })
    await ended(name)
  }
})

test('an error of compiled code names its file and line', async () => {
  for (let instance = 0; instance < 2; instance++) {
    await call({ throws: true })
    const { logs } = cloud.machine.invoker.recent().at(-1)!
    expect(logs.map(({ text }) => text).join('\n')).toMatch(/large\/index\.js:4:/)
    await ended()
  }
})

test('changed code is compiled anew, even when it is as long as before', async () => {
  await call()
  cloud.write('large/index.js', large('two'))
  expect(await call()).toMatchObject({ result: { ...EVENT, answer: 'two' } })
  await ended()
  expect(await call()).toMatchObject({ result: { ...EVENT, answer: 'two' } })
})
