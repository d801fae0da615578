import { procedures, type ProcedureName } from '../../../contract'
import { furnish, type Galleries } from '../../fuzz/furnish'
import { fuzz, knock } from '../../fuzz/fuzz'
import type { Stage } from '../../fuzz/stage'
import { runsOf, SEED } from '../../support/runs'
import { memoryStage } from '../support/memory-stage'

jest.setTimeout(600_000)

const INPUTS = runsOf(1_000, 20_000)

let stage: Stage
let galleries: Galleries
beforeAll(async () => {
  stage = await memoryStage()
  galleries = await furnish(stage, (path) => `cloud://demo/${path}`)
})

/** Each good input of these is drawn pixel by pixel: so many times fewer. */
const DRAWN: Partial<Record<ProcedureName, number>> = {
  'intake.compare': 20,
  'design.stencil': 20,
  'picture.stencil': 20,
  'picture.register': 20,
}

describe(`${INPUTS} inputs from the schema of`, () => {
  it.each(Object.keys(procedures) as ProcedureName[])('%s are answered, each well or with a reason', async (name) => {
    const count = INPUTS / (DRAWN[name] ?? 1)
    const said = await fuzz(stage, galleries, name, { count, seed: SEED })
    expect(said.ok).toBeGreaterThan(count / 20)
  })
})

describe(`${INPUTS} events of any kind`, () => {
  it.each(['shop', 'merchant', 'orchard'] as const)('are answered by %s with PROCEDURE_UNKNOWN', async (fn) => {
    await knock(stage, fn, { count: INPUTS, seed: SEED })
  })
})
