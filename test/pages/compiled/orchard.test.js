const { built } = require('../support/built')
const { launch, ok } = require('../support/weapp')
const { job } = require('../react/staff-samples')

const commands = []
let shown = job
let app

beforeAll(() => {
  app = launch(built(), (fn, { procedure, input }) => {
    if (procedure === 'work.get') return ok(shown)
    commands.push([fn, procedure, input])
    shown = { ...job, state: 'stickered', actions: ['colour'] }
    return ok(shown)
  })
})

test('a step of a job, in its own package, is asked once more and then recorded', async () => {
  const page = await app.open('orchard/job/index', { id: job.id })
  await page.until('生日快乐')
  await page.tap('#step-sticker')
  expect(commands).toEqual([])
  await page.tap('#confirm-yes')
  await page.until(() => commands.length > 0 && !page.has('#step-sticker'))
  expect(commands).toEqual([
    ['orchard', 'work.record', { id: job.id, key: expect.stringMatching(/^.{8,}$/), step: 'sticker' }],
  ])
  page.close()
})
