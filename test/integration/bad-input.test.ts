import { PHOTO } from '../support/photo'
import { procedures, type ProcedureName } from '../../contract'
import { furnish, type Galleries } from '../fuzz/furnish'
import { fuzz, knock } from '../fuzz/fuzz'
import type { Stage } from '../fuzz/stage'
import { runsOf, SEED } from '../support/runs'
import { startTestCloud, type TestCloud } from './support/cloud'
import { cloudStage } from './support/cloud-stage'
import { BIRTHDAY_APPLES, CHEN, FANG, LIN, newKey, placing } from './support/orders'

jest.setTimeout(1_800_000)

const INPUTS = runsOf(100, 2_000)

let shop: TestCloud
let stage: Stage
let galleries: Galleries
beforeAll(async () => {
  shop = await startTestCloud()
  stage = await cloudStage(shop)
  galleries = await furnish(stage, (path) => shop.cloud.saveFile(path, PHOTO))
})
afterAll(() => shop.close())

/** Each good input of these is drawn pixel by pixel: so many times fewer. */
const DRAWN: Partial<Record<ProcedureName, number>> = {
  'intake.compare': 5,
  'design.stencil': 5,
  'picture.stencil': 5,
  'picture.register': 5,
}

describe(`${INPUTS} inputs from the schema of`, () => {
  it.each(Object.keys(procedures) as ProcedureName[])(
    '%s are answered by the deployed function, each well or with a reason',
    async (name) => {
      // Other inputs than in memory.
      const count = INPUTS / (DRAWN[name] ?? 1)
      const said = await fuzz(stage, galleries, name, { count, seed: SEED + 1 })
      expect(said.ok).toBeGreaterThan(count / 20)
    },
  )
})

describe(`${INPUTS} events of any kind`, () => {
  it.each(['shop', 'merchant', 'orchard'] as const)('are answered by %s with PROCEDURE_UNKNOWN', async (fn) => {
    await knock(stage, fn, { count: INPUTS, seed: SEED + 1 })
  })
})

describe('what stands beside the input', () => {
  it('changes nobody else into us', async () => {
    const forged = { openid: LIN, OPENID: LIN, userInfo: { openId: LIN }, staff: { role: 'merchant' } }
    const ask = { procedure: 'orders.get', input: { no: galleries.lin.orders.inReview, ...forged }, ...forged }
    expect(await stage.send(CHEN, 'shop', ask)).toMatchObject({ error: { code: 'ORDER_UNKNOWN' } })
    const review = { ...ask, procedure: 'review.get' }
    expect(await stage.send(CHEN, 'merchant', review)).toMatchObject({ error: { code: 'NOT_YOURS' } })
    expect(await stage.send(FANG, 'merchant', review)).toMatchObject({ ok: true })
  })
})

describe('a price the page made up', () => {
  it.each([0, 1, -17200, 1e15])('(%d fen) buys nothing', async (expectedTotalFen) => {
    const input = { ...(await placing(shop, CHEN, BIRTHDAY_APPLES)), key: newKey(), expectedTotalFen }
    const answer = await stage.send(CHEN, 'shop', { procedure: 'orders.place', input })
    expect(answer).toMatchObject({ error: { field: 'expectedTotalFen' } })
    expect(await stage.undo()).toEqual([])
  })
})
