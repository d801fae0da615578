import * as v from 'valibot'
import { procedures, type Procedure, type ProcedureName } from '../../../contract'
import { DUTIES, mayEnter, ROOMS, type Duty, type Room } from '../../../domain/duties'
import { PLAIN_WISH } from '../../../domain/imprint/picture'
import { POLICY } from '../../../domain/policy'
import { SAMPLES } from './samples'

const ALL = Object.entries(procedures) as [ProcedureName, Procedure][]

/** Names of the input's fields, and of those that may be left out. */
function fieldsOf({ input }: Procedure): { name: string; optional: boolean }[] {
  const { entries } = input as unknown as { entries: Record<string, { type: string }> }
  return Object.entries(entries).map(([name, schema]) => ({ name, optional: schema.type === 'optional' }))
}

/** The path of the field at fault; null when the input is fine. */
function faultOf({ input }: Procedure, value: unknown): string | null {
  const parsed = v.safeParse(input, value)
  return parsed.success ? null : v.getDotPath(parsed.issues[0])
}

describe.each(ALL)('%s', (name, procedure) => {
  const sample: Record<string, unknown> = SAMPLES[name]

  test('takes its sample, and drops what nobody asked for', () => {
    const parsed = v.parse(procedure.input, { ...sample, openid: 'o-somebody-else' })
    expect(parsed).toEqual(sample)
  })

  test('refuses what is no object', () => {
    for (const value of [null, undefined, 'text', 7]) expect(v.safeParse(procedure.input, value).success).toBe(false)
  })

  test('names each field that is missing or of the wrong type', () => {
    for (const { name: field, optional } of fieldsOf(procedure)) {
      expect(Object.keys(sample)).toContain(field)
      const { [field]: _left, ...without } = sample
      expect(faultOf(procedure, without)).toBe(optional ? null : field)
      for (const wrong of [null, Symbol('wrong'), typeof sample[field] === 'boolean' ? 1 : true])
        expect(faultOf(procedure, { ...sample, [field]: wrong })).toBe(field)
    }
  })

  test('belongs to a deployed function, whose callers it has', () => {
    expect(['shop', 'merchant', 'orchard']).toContain(procedure.fn)
    expect(procedure.caller).toBe(procedure.fn === 'shop' ? 'shopper' : procedure.fn)
    expect(
      procedure.fn === 'merchant'
        ? ['shop', 'own']
        : procedure.fn === 'orchard'
          ? ['orchard', 'own']
          : ['public', 'own'],
    ).toContain(procedure.touches)
  })

  test(`is a ${procedure.kind} and ${procedure.kind === 'command' ? 'carries' : 'needs no'} key`, () => {
    const key = fieldsOf(procedure).find((field) => field.name === 'key')
    expect(key).toEqual(procedure.kind === 'command' ? { name: 'key', optional: false } : undefined)
  })

  test('never takes the identity of its caller from the input', () => {
    for (const field of fieldsOf(procedure)) expect(field.name).not.toMatch(/openid|user|role|staff/i)
  })
})

const place = (change: object) => faultOf(procedures['orders.place'], { ...SAMPLES['orders.place'], ...change })
const photo = { key: 'tap-01234', productId: 'fuji', fileId: 'cloud://x/designs/1.jpg', wish: PLAIN_WISH }
const line = { productId: 'fuji', packId: 'twelve', packs: 1 }

test.each([
  [{ key: 'short' }, 'key'],
  [{ key: 'a key with spaces' }, 'key'],
  [{ lines: [] }, 'lines'],
  [{ lines: Array(POLICY.maxLines + 1).fill(line) }, 'lines'],
  [{ lines: [line, { ...line, packs: 0 }] }, 'lines.1.packs'],
  [{ lines: [{ ...line, packs: 1.5 }] }, 'lines.0.packs'],
  [{ lines: [{ ...line, packs: POLICY.maxPacks + 1 }] }, 'lines.0.packs'],
  [{ lines: [{ ...line, packs: '1' }] }, 'lines.0.packs'],
  [{ lines: [{ ...line, imprint: { kind: 'text', text: '福', face: 'comic' } }] }, 'lines.0.imprint.face'],
  [{ lines: [{ ...line, imprint: { kind: 'smell' } }] }, 'lines.0.imprint.kind'],
  [{ lines: [{ ...line, imprint: { kind: 'text', text: '福'.repeat(201), face: 'song' } }] }, 'lines.0.imprint.text'],
  [{ address: { ...SAMPLES['orders.place'].address, phone: 13800001234 } }, 'address.phone'],
  [{ address: {} }, 'address.name'],
  [{ remark: '啊'.repeat(POLICY.remarkCharacters + 1) }, 'remark'],
  [{ remark: 'half a character: \ud83d' }, 'remark'],
  [{ remark: 'an end of text: \u0000' }, 'remark'],
  [{ address: { ...SAMPLES['orders.place'].address, name: '\u0007' } }, 'address.name'],
  [{ expectedTotalFen: POLICY.mostFen + 1 }, 'expectedTotalFen'],
  [{ expectedTotalFen: -1 }, 'expectedTotalFen'],
  [{ expectedTotalFen: 0.5 }, 'expectedTotalFen'],
])('placing an order with %j is refused on %s', (change, path) => {
  expect(place(change)).toBe(path)
})

test.each(['两行\n也行', '\t', '👨‍👩‍👧‍👦', '\u{20BB7}野家', 'مرحبا', 'e\u0301'])('%j may be said with an order', (remark) => {
  expect(place({ remark })).toBeNull()
})

test.each([
  ['orders.get', { no: 'GY1' }, 'no'],
  ['orders.get', { no: 'GY2609057K3Q9CX-F1' }, 'no'],
  ['work.get', { id: 'GY2609057K3Q9CX' }, 'id'],
  ['picture.register', { ...photo, fileId: 'http://x/1.png' }, 'fileId'],
  ['picture.register', { ...photo, wish: { ...PLAIN_WISH, simplify: 4 } }, 'wish.simplify'],
  ['picture.register', { ...photo, fileId: 'cloud://x/photos/1.png' }, 'fileId'],
  ['orders.list', { tab: 'everything' }, 'tab'],
  ['orders.list', { tab: 'all', cursor: { createdAt: 'x', id: 'GY1' } }, 'cursor.createdAt'],
  ['orders.list', { tab: 'all', cursor: { createdAt: '2026-09-05T01:00:00.000Z' } }, 'cursor.id'],
  ['subscriptions.grant', { key: 'tap-01234', templates: ['a', 'b', 'c', 'd', 'e', 'f'] }, 'templates'],
  ['work.record', { id: 'GY2609057K3Q9CX-F1', key: 'tap-01234', step: 'eat' }, 'step'],
  ['intake.pass', { id: 'GY2609057K3Q9CX-F1', key: 'tap-01234', grams: 0 }, 'grams'],
] as const)('%s with %j is refused on %s', (name, input, path) => {
  expect(faultOf(procedures[name], input)).toBe(path)
})

test('procedures are named `<thing>.<act>`, and every function has some', () => {
  for (const [name] of ALL) expect(name).toMatch(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/)
  expect([...new Set(ALL.map(([, procedure]) => procedure.fn))].sort()).toEqual(['merchant', 'orchard', 'shop'])
})

test('the rooms that pages know are the lists of the contract, each for the same duties', () => {
  const lists = ALL.filter(([name, { fn, duties }]) => fn === 'merchant' && name.endsWith('.list') && duties.length > 0)
  expect(Object.fromEntries(lists.map(([name, { duties }]) => [name.split('.')[0], duties]))).toEqual(ROOMS)
})

test('an owner has work in every room, the others in theirs alone', () => {
  const rooms = (duty: Duty) => (Object.keys(ROOMS) as Room[]).filter((room) => mayEnter([duty], room))
  expect(Object.fromEntries((Object.keys(DUTIES) as Duty[]).map((duty) => [duty, rooms(duty)]))).toEqual({
    owner: Object.keys(ROOMS),
    reviewer: ['review'],
    inspector: ['intake'],
    warehouse: ['packing', 'claims'],
    finance: ['claims'],
    support: ['intake', 'claims', 'troubles'],
  })
  expect((Object.keys(ROOMS) as Room[]).filter((room) => mayEnter([], room))).toEqual([])
})
