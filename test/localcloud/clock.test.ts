import { rmSync } from 'node:fs'
import { parseCron } from '../../localcloud/src/clock/cron'
import { createLocalCloud } from '../../localcloud/src/index'
import { START, type TestCloud, makeFolder, startCloud } from './support/cloud'

const ticker = (name: string): string => `
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const db = cloud.database()
exports.main = async (event) => {
  const { OPENID = null } = cloud.getWXContext()
  await db.collection('ticks').add({ data: { by: '${name}', date: new Date(), server: db.serverDate(), time: event.Time, trigger: event.TriggerName, type: event.Type, src: process.env.TRIGGER_SRC, openid: OPENID } })
  await db.collection('ticks').where({ by: 'nobody' }).limit(1).get()
}`
const config = (name: string, cron: string): string =>
  JSON.stringify({ triggers: [{ name, type: 'timer', config: cron }] })
const TIMERS = {
  'often/index.js': ticker('often'),
  'often/config.json': config('everyTen', '0 */10 * * * * *'),
  'daily/index.js': ticker('daily'),
  'daily/config.json': config('morning', '0 5 9 * * * *'),
}

describe('the seven fields of a timer', () => {
  const next = (cron: string, after: string): string =>
    new Date(parseCron(cron).next(Date.parse(after)) ?? NaN).toISOString()
  test.each([
    ['0 */10 * * * * *', '2026-09-01T00:00:00.000Z', '2026-09-01T00:10:00.000Z'],
    ['*/5 * * * * * *', '2026-09-01T00:00:04.999Z', '2026-09-01T00:00:05.000Z'],
    ['0 0 0 * * * *', '2026-09-01T00:00:00.000Z', '2026-09-01T16:00:00.000Z'],
    ['0 30 8 1 * * *', '2026-09-01T01:00:00.000Z', '2026-10-01T00:30:00.000Z'],
    ['0 0 9 * * MON-FRI *', '2026-09-04T02:00:00.000Z', '2026-09-07T01:00:00.000Z'],
    ['0 0 9 15 * SUN *', '2026-09-07T02:00:00.000Z', '2026-09-13T01:00:00.000Z'],
    ['0 0 9 15 * SUN *', '2026-09-13T02:00:00.000Z', '2026-09-15T01:00:00.000Z'],
    ['0 0 0 29 2 * *', '2026-03-01T00:00:00.000Z', '2028-02-28T16:00:00.000Z'],
    ['10,40 5-7/2 3 * JAN,mar * 2027-2028', '2026-09-01T00:00:00.000Z', '2026-12-31T19:05:10.000Z'],
  ])('%s after %s fires at %s', (cron, after, expected) => expect(next(cron, after)).toBe(expected))

  test.each(['* * * * *', '60 * * * * * *', '0 0 0 * * * 2200', 'a * * * * * *', '*/0 * * * * * *', '5-1 * * * * * *'])(
    '%s is refused',
    (cron) => expect(() => parseCron(cron)).toThrow(),
  )
  test('a timer in the past has no next time', () =>
    expect(parseCron('0 0 0 1 1 * 2020').next(Date.parse(START))).toBeUndefined())
})

describe('a moved clock', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startCloud(
      { collections: [{ name: 'ticks', indexes: [{ name: 'by', fields: [['by', 1]] }] }] },
      TIMERS,
    )
  })
  afterAll(() => cloud.end())

  test('fires what is due in order, each at its own time, without an identity', async () => {
    expect(await cloud.clock.advanceTo('2026-09-01T01:10:30.000Z')).toBe(8)
    const ticks = cloud.database.exportDocuments('ticks')
    expect(ticks.map(({ by }) => by)).toEqual(['often', 'often', 'often', 'often', 'often', 'often', 'daily', 'often'])
    for (const { date, server, time, type, src, openid } of ticks) {
      expect([date, server]).toEqual([new Date(String(time)), new Date(String(time))])
      expect([type, src, openid]).toEqual(['Timer', 'timer', null])
    }
    expect(cloud.clock.now() >= '2026-09-01T01:10:30.000Z').toBe(true)
  })

  test('moves a week with a thousand firings within seconds', async () => {
    const started = performance.now()
    const { fired } = await cloud.control<{ fired: number }>('clock', { advanceMs: 7 * 86_400_000 })
    expect(fired).toBe(1008 + 7)
    expect(performance.now() - started).toBeLessThan(40_000)
  }, 60_000)

  test('never goes back, and can stand still', async () => {
    await expect(cloud.clock.advanceTo('2020-01-01T00:00:00.000Z')).rejects.toThrow('forward')
    cloud.clock.stand()
    const [first, second] = [await cloud.run(() => Date.now()), await cloud.run(() => new Date().getTime())]
    expect(second).toBe(first)
    await cloud.clock.advance(1000)
    expect(await cloud.run(() => Date.now())).toBe(first + 1000)
    cloud.clock.run()
  })

  test('a reset empties the machine and puts the clock back', async () => {
    await cloud.reset()
    expect(cloud.database.exportDocuments('ticks')).toEqual([])
    expect(cloud.clock.now().slice(0, 16)).toBe(START.slice(0, 16))
    expect(await cloud.clock.advance(600_000)).toBe(1)
  })
})

test('a timer fires by itself when its time comes', async () => {
  const cloud = await startCloud({ collections: [{ name: 'ticks' }], startAt: '2026-09-01T00:09:59.700Z' }, TIMERS)
  const fired = async (): Promise<number> => {
    const until = performance.now() + 8000
    while (performance.now() < until) {
      const done = cloud.machine.invoker.recent().filter(({ outcome }) => outcome === 'done').length
      if (done > 0) return done
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    return 0
  }
  expect(await fired()).toBe(1)
  expect(cloud.database.exportDocuments('ticks')).toMatchObject([{ by: 'often', time: '2026-09-01T00:10:00Z' }])
  await cloud.end()
}, 15_000)

test('a restart keeps the data, and the clock resumes where it stood', async () => {
  const made = makeFolder({ 'f/index.js': 'exports.main = () => 1' })
  const options = {
    functionsFolder: made.folder,
    dataFolder: `${made.folder}-data`,
    startAt: START,
    collections: [{ name: 'kept' }],
  }
  const first = await createLocalCloud(options)
  first.database.importDocuments('kept', [{ _id: 'a', at: new Date(5) }])
  const fileID = first.saveFile('a/苹果.txt', Buffer.from('hello'))
  await first.clock.advance(86_400_000)
  const before = first.clock.now()
  await first.close()
  const second = await createLocalCloud(options)
  expect(second.database.exportDocuments('kept')).toEqual([{ _id: 'a', at: new Date(5) }])
  expect(second.machine.storage.read(fileID.replace(/^cloud:..[^/]+./, ''))?.bytes.toString()).toBe('hello')
  const passed = Date.parse(second.clock.now()) - Date.parse(before)
  expect(passed).toBeGreaterThanOrEqual(0)
  expect(passed).toBeLessThan(2000)
  await second.close()
  made.remove()
  rmSync(options.dataFolder, { recursive: true, force: true })
})

test('wrong settings of a function stop the start with the name of the file', async () => {
  const wrong = async (json: string): Promise<string> => {
    const made = makeFolder({ 'f/index.js': 'exports.main = () => 1', 'f/config.json': json })
    const text = await createLocalCloud({ functionsFolder: made.folder }).then(
      () => 'started',
      (e: Error) => e.message,
    )
    made.remove()
    return text
  }
  expect(await wrong('{"triggers":[{"name":"a","type":"timer","config":"* * *"}]}')).toMatch(/7 fields/)
  expect(
    await wrong(
      '{"triggers":[{"name":"a","type":"timer","config":"0 0 0 * * * *"},{"name":"b","type":"timer","config":"0 0 0 * * * *"}]}',
    ),
  ).toMatch(/config\.json.*one trigger/)
  expect(await wrong('{"timeout": 0}')).toMatch(/timeout/)
})
