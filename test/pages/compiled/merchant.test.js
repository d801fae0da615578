const { built } = require('../support/built')
const { launch, ok } = require('../support/weapp')
const { bench } = require('../react/staff-samples')

const commands = []
let shown = bench
let app

beforeAll(() => {
  app = launch(built(), (fn, { procedure, input }) => {
    if (procedure === 'intake.find') return ok(shown)
    commands.push([fn, procedure, input])
    shown = { ...bench, state: 'passed', actions: [] }
    return ok(shown)
  })
})

test('the bench, in its own package, shows what was ordered and passes the fruit once', async () => {
  const page = await app.open('merchant/bench/index', { code: bench.code })
  await page.until('生日快乐')
  expect(page.text()).toContain('这件还没有照片')
  await page.tap('#pass')
  await page.until(() => !page.has('#pass'))
  expect(commands).toEqual([['merchant', 'intake.pass', { id: bench.id, key: expect.stringMatching(/^.{8,}$/) }]])
  page.close()
})
