import { type Environment, openEnvironment, runsLocally } from './environment'
import { TABLES } from './tables'

const local = runsLocally()
const tables = TABLES.map(({ action, cases }) => ({
  action,
  cases: cases.filter(({ localOnly }) => local || localOnly === undefined),
})).filter(({ cases }) => cases.length > 0)
const all = tables.flatMap(({ cases }) => cases)

let environment: Environment
beforeAll(async () => {
  environment = await openEnvironment()
})
afterAll(async () => {
  const onlyHere = all.filter(({ localOnly }) => localOnly !== undefined).length
  process.stdout.write(
    `conformance: ${all.length} cases (${onlyHere} of them local only), ${environment.kind} environment\n`,
  )
  await environment.close()
})

describe.each(tables)('$action', ({ cases }) => {
  test.each(cases)('$name', async (one) => {
    const outcome = await environment.run(one)
    if (one.error) expect(outcome).toEqual({ error: expect.objectContaining(one.error) })
    else expect(outcome).toEqual({ answer: one.answer })
  })
})

test('the table holds at least 150 cases and no name twice', () => {
  const names = TABLES.flatMap(({ action, cases }) => cases.map(({ name }) => `${action}: ${name}`))
  expect(names.length).toBeGreaterThanOrEqual(150)
  expect(new Set(names).size).toBe(names.length)
})
