import { procedures, type ProcedureName } from '../../contract'
import { SAMPLES } from '../unit/contract/samples'
import { startTestCloud, type TestCloud } from './support/cloud'
import { approved, CHEN, FANG, LIN, newKey, placing, BIRTHDAY_APPLES, QIXIA } from './support/orders'

jest.setTimeout(180_000)

let shop: TestCloud
let ours: { no: string; id: string }
let order: object
beforeAll(async () => {
  shop = await startTestCloud()
  const { no, parcelId } = await approved(shop, LIN)
  ours = { no, id: parcelId }
  order = await placing(shop, LIN, [{ ...BIRTHDAY_APPLES[0], packId: 'two' }])
})
afterAll(() => shop.close())

const names = Object.keys(procedures) as ProcedureName[]
const WHO = { shopper: LIN, merchant: FANG, orchard: QIXIA }

/** What people, broken pages and attackers send where something else was meant. */
const NASTY: readonly unknown[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '﷽'.repeat(40),
  '👨‍👩‍👧‍👦'.repeat(30),
  'x'.repeat(20_000),
  '__proto__',
  'constructor',
  'a.b',
  '$where',
  '{item}',
  'cloud://',
  -1,
  0,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  null,
  true,
  [],
  {},
  { $gt: '' },
  JSON.parse('{"__proto__": {"ok": true}, "constructor": 2}'),
]

type Json = unknown

/** Every place in an input where a value stands, with the input that has the nasty one there. */
function* spoiled(input: Json, nasty: Json): Generator<Json> {
  yield nasty
  if (Array.isArray(input)) {
    for (const [i, item] of input.entries()) {
      for (const value of spoiled(item, nasty)) yield input.map((old: Json, at) => (at === i ? value : old))
    }
  } else if (typeof input === 'object' && input !== null) {
    for (const [key, item] of Object.entries(input)) {
      for (const value of spoiled(item, nasty)) yield { ...input, [key]: value }
    }
  }
}

async function answerOf(openid: string, fn: string, event: object) {
  const answer = await shop.cloud.invoke(fn, event, { openid })
  if (!answer.ok) return `crashed: ${answer.errMsg}`
  const result = answer.result as { ok: boolean; error?: { code: string } }
  return result.ok ? 'ok' : String(result.error?.code)
}

/** The sample about an order and parcel that are there, so that what comes after the schema is reached too. */
function sampleOf(name: ProcedureName): Record<string, unknown> {
  const sample: Record<string, unknown> = { ...(name === 'orders.place' ? order : SAMPLES[name]) }
  if ('no' in sample) sample.no = ours.no
  if ('id' in sample && /-F\d$/.test(String(sample.id))) sample.id = ours.id
  return sample
}

// Placed again under one key, the second would only meet the first.
function withNewKey(input: Json): Json {
  const { key } = order as { key: string }
  return (input as { key?: unknown } | null)?.key === key ? { ...(input as object), key: newKey() } : input
}

describe('nonsense', () => {
  it.each(names)('of any kind in %s is answered, and never with a breakdown', async (name) => {
    const { fn, caller } = procedures[name]
    const bad: unknown[] = []
    for (const nasty of NASTY) {
      const inputs = [...spoiled(sampleOf(name), nasty)].map(withNewKey)
      const answers = await Promise.all(inputs.map((input) => answerOf(WHO[caller], fn, { procedure: name, input })))
      answers.forEach((answer, i) => {
        if (answer === 'FAILED' || answer.startsWith('crashed')) bad.push([inputs[i], answer])
      })
    }
    expect(bad).toEqual([])
  })

  it('for a procedure is unknown', async () => {
    for (const procedure of ['', '__proto__', 'constructor', 'toString', 'orders', null, {}, 7, undefined]) {
      expect(await answerOf(LIN, 'shop', { procedure, input: {} })).toBe('PROCEDURE_UNKNOWN')
    }
  })

  it('beside the input changes nobody else into us', async () => {
    const forged = { openid: LIN, OPENID: LIN, userInfo: { openId: LIN }, staff: { role: 'merchant' } }
    const ask = { procedure: 'orders.get', input: { no: ours.no, ...forged }, ...forged }
    expect(await answerOf(CHEN, 'shop', ask)).toBe('ORDER_UNKNOWN')
    expect(await answerOf(CHEN, 'merchant', { ...ask, procedure: 'review.get' })).toBe('NOT_YOURS')
  })
})

describe('a price the page made up', () => {
  it.each([0, 1, -17200, 1e15])('(%d fen) buys nothing', async (expectedTotalFen) => {
    const ask = await placing(shop, CHEN, BIRTHDAY_APPLES)
    const input = { ...ask, key: newKey(), expectedTotalFen }
    expect(['PRICE_CHANGED', 'INPUT_INVALID']).toContain(
      await answerOf(CHEN, 'shop', { procedure: 'orders.place', input }),
    )
    expect(shop.documents('orders').filter(({ openid }) => openid === CHEN)).toEqual([])
  })
})
