import * as v from 'valibot'
import { procedures, type ProcedureName } from '../../../contract'
import { shapeOf, unbounded } from '../../fuzz/schema'

test.each(Object.keys(procedures) as ProcedureName[])('%s takes nothing of any size', (name) => {
  expect(unbounded(shapeOf(procedures[name].input))).toEqual([])
})

test.each([
  [v.string(), 'input'],
  [v.pipe(v.string(), v.startsWith('a')), 'input'],
  [v.pipe(v.string(), v.regex(/^GY[0-9A-Z]{10,}$/)), 'input'],
  [v.pipe(v.string(), v.regex(/[0-9]{10}/)), 'input'],
  [v.pipe(v.string(), v.regex(/^a|b$/)), 'input'],
  [v.pipe(v.number(), v.minValue(0)), 'input'],
  [v.pipe(v.array(v.boolean()), v.minLength(1)), 'input'],
  [v.object({ a: v.optional(v.pipe(v.array(v.object({ b: v.string() })), v.maxLength(2))) }), 'input.a[].b'],
])('a schema without an end is noticed (%#)', (schema, at) => {
  expect(unbounded(shapeOf(schema))).toEqual([at])
})

test.each([
  v.pipe(v.string(), v.maxLength(5)),
  v.pipe(v.string(), v.regex(/^GY[0-9A-Z]{10,20}-F\d{1,2}$/)),
  v.pipe(v.number(), v.minValue(0), v.maxValue(9)),
  v.picklist(['a', 'b']),
  v.literal('a'),
])('a schema with an end is not (%#)', (schema) => {
  expect(unbounded(shapeOf(schema))).toEqual([])
})
