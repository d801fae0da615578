const { built } = require('../support/built')
const { launch, ok } = require('../support/weapp')
const { bench } = require('../react/staff-samples')

const commands = []
let shown = bench
let app

beforeAll(() => {
  app = launch(built(), (fn, { procedure, input }) => {
    if (procedure === 'intake.get') return ok(shown)
    if (procedure === 'intake.list')
      return ok({ arriving: [], received: [], mismatched: [], escalated: [], next: null })
    commands.push([fn, procedure, input])
    shown = { ...bench, state: 'passed', actions: [] }
    return ok(shown)
  })
})

test('the bench, in its own package, shows what was ordered and passes the fruit once', async () => {
  const page = await app.open('merchant/bench/index', { id: bench.id })
  await page.until('生日快乐')
  expect(page.text()).toContain('还没有照片')
  await page.tap('#pass')
  await page.until(() => !page.has('#pass'))
  expect(commands).toEqual([
    ['merchant', 'intake.pass', { id: bench.id, key: expect.stringMatching(/^.{8,}$/), tookMs: expect.any(Number) }],
  ])
  page.close()
})
