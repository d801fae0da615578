import { type Store, NOW, openStore } from './store'

let store: Store
beforeAll(() => void (store = openStore()))
afterAll(() => store.close())

/** One rule of the MongoDB manual: this document, this update, the document it becomes. */
type Row = [rule: string, doc: object, update: object, becomes: object]

const ROWS: Row[] = [
  ['$set makes the documents on the way', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
  ['$set keeps the siblings of a dotted path', { a: { x: 1 } }, { $set: { 'a.b': 2 } }, { a: { x: 1, b: 2 } }],
  ['$set replaces a whole document', { a: { x: 1 } }, { $set: { a: { y: 2 } } }, { a: { y: 2 } }],
  ['$set by index changes an element', { l: [1, 2] }, { $set: { 'l.1': 9 } }, { l: [1, 9] }],
  ['$set beyond the end fills with null', { l: [1] }, { $set: { 'l.3': 9 } }, { l: [1, null, null, 9] }],
  ['$set with a number on a missing path makes a document', {}, { $set: { 'l.0': 1 } }, { l: { 0: 1 } }],
  ['$set may give null', { a: 1 }, { $set: { a: null } }, { a: null }],
  ['$setOnInsert does nothing to a document that is there', { a: 1 }, { $setOnInsert: { b: 1 } }, { a: 1 }],
  ['$unset takes a field away', { a: 1, b: 2 }, { $unset: { a: '' } }, { b: 2 }],
  ['$unset of a missing field does nothing', { b: 2 }, { $unset: { a: '', 'b.c': '' } }, { b: 2 }],
  ['$unset of an element leaves null', { l: [1, 2, 3] }, { $unset: { 'l.1': '' } }, { l: [1, null, 3] }],
  ['$unset leaves an emptied document', { a: { b: 1 } }, { $unset: { 'a.b': '' } }, { a: {} }],
  ['$inc begins a missing field', {}, { $inc: { n: 5 } }, { n: 5 }],
  ['$inc begins a missing dotted field', {}, { $inc: { 'a.n': 5 } }, { a: { n: 5 } }],
  ['$inc takes negative numbers', { n: 1 }, { $inc: { n: -3 } }, { n: -2 }],
  ['$inc works on an element', { l: [1, 2] }, { $inc: { 'l.0': 1 } }, { l: [2, 2] }],
  ['$mul makes a missing field 0', {}, { $mul: { n: 5 } }, { n: 0 }],
  ['$mul multiplies', { n: 4 }, { $mul: { n: 2.5 } }, { n: 10 }],
  ['$min sets a missing field', {}, { $min: { n: 5 } }, { n: 5 }],
  ['$min keeps the smaller', { n: 3 }, { $min: { n: 5 } }, { n: 3 }],
  ['$min takes the smaller', { n: 7 }, { $min: { n: 5 } }, { n: 5 }],
  ['$min compares by type order: null is below numbers', { n: null }, { $min: { n: 5 } }, { n: null }],
  ['$max compares by type order: a number is above null', { n: null }, { $max: { n: 5 } }, { n: 5 }],
  ['$max compares by type order: a string is above numbers', { n: 9 }, { $max: { n: 'a' } }, { n: 'a' }],
  ['$max keeps the greater', { n: 9 }, { $max: { n: 5 } }, { n: 9 }],
  ['$push makes a missing list', {}, { $push: { l: 1 } }, { l: [1] }],
  ['$push adds an array as one element', { l: [1] }, { $push: { l: [2, 3] } }, { l: [1, [2, 3]] }],
  ['$push $each adds each', { l: [1] }, { $push: { l: { $each: [2, 3] } } }, { l: [1, 2, 3] }],
  ['$push $each of nothing makes an empty list', {}, { $push: { l: { $each: [] } } }, { l: [] }],
  ['$position 0 adds in front', { l: [1] }, { $push: { l: { $each: [2, 3], $position: 0 } } }, { l: [2, 3, 1] }],
  [
    '$position counts from the end when negative',
    { l: [1, 2] },
    { $push: { l: { $each: [9], $position: -1 } } },
    { l: [1, 9, 2] },
  ],
  [
    '$position beyond the end adds at the end',
    { l: [1] },
    { $push: { l: { $each: [2], $position: 9 } } },
    { l: [1, 2] },
  ],
  ['$slice keeps the first', { l: [1, 2] }, { $push: { l: { $each: [3], $slice: 2 } } }, { l: [1, 2] }],
  ['$slice keeps the last when negative', { l: [1, 2] }, { $push: { l: { $each: [3], $slice: -2 } } }, { l: [2, 3] }],
  ['$slice 0 empties', { l: [1, 2] }, { $push: { l: { $each: [3], $slice: 0 } } }, { l: [] }],
  [
    '$sort sorts scalars, then $slice cuts',
    { l: [3, 1] },
    { $push: { l: { $each: [2], $sort: 1, $slice: 2 } } },
    { l: [1, 2] },
  ],
  [
    '$sort sorts documents by a field',
    { l: [{ k: 2 }, { k: 3 }] },
    { $push: { l: { $each: [{ k: 1 }], $sort: { k: -1 } } } },
    { l: [{ k: 3 }, { k: 2 }, { k: 1 }] },
  ],
  ['$addToSet makes a missing list', {}, { $addToSet: { l: 1 } }, { l: [1] }],
  ['$addToSet adds what is new', { l: [1] }, { $addToSet: { l: 2 } }, { l: [1, 2] }],
  [
    '$addToSet knows equal documents',
    { l: [{ a: 1, b: 2 }] },
    { $addToSet: { l: { a: 1, b: 2 } } },
    { l: [{ a: 1, b: 2 }] },
  ],
  [
    '$addToSet takes another order of fields for another document',
    { l: [{ a: 1, b: 2 }] },
    { $addToSet: { l: { b: 2, a: 1 } } },
    {
      l: [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
    },
  ],
  ['$addToSet adds an array as one element', { l: [] }, { $addToSet: { l: [1] } }, { l: [[1]] }],
  ['$addToSet $each adds each new one', { l: [1] }, { $addToSet: { l: { $each: [1, 2, 2] } } }, { l: [1, 2] }],
  ['$addToSet leaves duplicates that were there', { l: [1, 1] }, { $addToSet: { l: 1 } }, { l: [1, 1] }],
  ['$pop 1 takes the last', { l: [1, 2, 3] }, { $pop: { l: 1 } }, { l: [1, 2] }],
  ['$pop -1 takes the first', { l: [1, 2, 3] }, { $pop: { l: -1 } }, { l: [2, 3] }],
  ['$pop of an empty list leaves it', { l: [] }, { $pop: { l: 1 } }, { l: [] }],
  ['$pop of a missing list does nothing', { a: 1 }, { $pop: { l: 1 } }, { a: 1 }],
  ['$pull takes every equal element', { l: [1, 2, 1] }, { $pull: { l: 1 } }, { l: [2] }],
  ['$pull of a value leaves arrays that hold it', { l: [[1], 1] }, { $pull: { l: 1 } }, { l: [[1]] }],
  ['$pull of an array takes equal arrays', { l: [[1], 1, [2, 1]] }, { $pull: { l: [1] } }, { l: [1, [2, 1]] }],
  ['$pull takes what meets a bound', { l: [1, 5, 9] }, { $pull: { l: { $gte: 5 } } }, { l: [1] }],
  ['$pull takes what is in a list', { l: [1, 2, 3] }, { $pull: { l: { $in: [1, 3] } } }, { l: [2] }],
  [
    '$pull of a document asks its fields only',
    { l: [{ k: 1, v: 1 }, { k: 2 }, 1] },
    { $pull: { l: { k: 1 } } },
    { l: [{ k: 2 }, 1] },
  ],
  [
    '$pull asks fields by operators',
    { l: [{ k: 1 }, { k: 5 }] },
    { $pull: { l: { k: { $gt: 3 } } } },
    { l: [{ k: 1 }] },
  ],
  ['$pull takes strings that match a pattern', { l: ['an', 'bo'] }, { $pull: { l: /^a/ } }, { l: ['bo'] }],
  ['$pull of a missing list does nothing', { a: 1 }, { $pull: { l: 1 } }, { a: 1 }],
  ['$pullAll takes all equal ones', { l: [1, 2, 1, 3] }, { $pullAll: { l: [1, 3] } }, { l: [2] }],
  ['$rename moves a value', { a: 1 }, { $rename: { a: 'b' } }, { b: 1 }],
  ['$rename replaces what was there', { a: 1, b: 2 }, { $rename: { a: 'b' } }, { b: 1 }],
  ['$rename moves into a document', { a: 1 }, { $rename: { a: 'x.y' } }, { x: { y: 1 } }],
  ['$rename of a missing field does nothing', { b: 2 }, { $rename: { a: 'b' } }, { b: 2 }],
  ['$currentDate gives the time of the update', {}, { $currentDate: { at: true } }, { at: new Date(NOW) }],
  [
    '$bit and, or, xor',
    { a: 13, b: 12, c: 6 },
    { $bit: { a: { and: 10 }, b: { or: 3 }, c: { xor: 5 } } },
    { a: 8, b: 15, c: 3 },
  ],
  ['$[] means every element', { l: [1, 2] }, { $inc: { 'l.$[]': 10 } }, { l: [11, 12] }],
  [
    '$[] reaches a field of every element',
    { l: [{ k: 1 }, {}] },
    { $set: { 'l.$[].ok': true } },
    { l: [{ k: 1, ok: true }, { ok: true }] },
  ],
  ['several operators change several fields', { n: 1, l: [] }, { $inc: { n: 1 }, $push: { l: 2 } }, { n: 2, l: [2] }],
]

test.each(ROWS)('%s', async (_rule, doc, update, becomes) => {
  expect(await store.updated(doc, update)).toEqual(becomes)
})

/** What the manual calls an error; the document stays as it was. */
const REFUSED: [rule: string, doc: object, update: object, message: RegExp][] = [
  ['$inc on a string', { n: '1' }, { $inc: { n: 1 } }, /non-numeric type/],
  ['$inc on null', { n: null }, { $inc: { n: 1 } }, /non-numeric type null/],
  ['$inc on an array', { n: [1] }, { $inc: { n: 1 } }, /non-numeric type array/],
  ['$inc on a boolean', { n: true }, { $inc: { n: 1 } }, /non-numeric type bool/],
  ['$inc on a date', { n: new Date(0) }, { $inc: { n: 1 } }, /non-numeric type date/],
  ['$inc by a string', { n: 1 }, { $inc: { n: '1' } }, /non-numeric argument/],
  ['$mul on a string', { n: '2' }, { $mul: { n: 2 } }, /non-numeric type/],
  ['$mul by null', { n: 2 }, { $mul: { n: null } }, /non-numeric argument/],
  ['$push on a number', { l: 1 }, { $push: { l: 1 } }, /must be an array but is of type/],
  ['$push on null', { l: null }, { $push: { l: 1 } }, /must be an array but is of type null/],
  ['$push $each without a list', { l: [] }, { $push: { l: { $each: 1 } } }, /must be an array/],
  ['$addToSet on a string', { l: 'a' }, { $addToSet: { l: 1 } }, /non-array field/],
  ['$addToSet on null', { l: null }, { $addToSet: { l: 1 } }, /non-array type null/],
  ['$pop on a number', { l: 1 }, { $pop: { l: 1 } }, /non-array type/],
  ['$pop by 2', { l: [1] }, { $pop: { l: 2 } }, /\$pop expects 1 or -1/],
  ['$pull on a string', { l: 'a' }, { $pull: { l: 'a' } }, /\$pull to a non-array value/],
  ['$pull on null', { l: null }, { $pull: { l: 1 } }, /\$pull to a non-array value/],
  ['$pullAll without a list', { l: [1] }, { $pullAll: { l: 1 } }, /\$pullAll requires an array argument/],
  ['$set through a string', { a: 'x' }, { $set: { 'a.b': 1 } }, /Cannot create field 'b' in element/],
  ['$set through null', { a: null }, { $set: { 'a.b': 1 } }, /Cannot create field 'b' in element/],
  ['$set of a name on an array', { l: [1] }, { $set: { 'l.k': 1 } }, /Cannot create field 'k' in element/],
  ['$inc through a number', { a: 1 }, { $inc: { 'a.b': 1 } }, /Cannot create field 'b' in element/],
  ['$rename out of an array', { l: [{ a: 1 }] }, { $rename: { 'l.0.a': 'b' } }, /array element/],
  ['$rename to itself', { a: 1 }, { $rename: { a: 'a' } }, /must differ/],
  ['$rename to no text', { a: 1 }, { $rename: { a: 1 } }, /must be a string/],
  ['two operators on one field', { n: 1 }, { $inc: { n: 1 }, $set: { n: 2 } }, /would create a conflict at 'n'/],
  ['a field and its child', { a: {} }, { $set: { a: 1, 'a.b': 2 } }, /would create a conflict at 'a'/],
  ['another _id', { n: 1 }, { $set: { _id: 'y' } }, /immutable field '_id'/],
  ['an unknown operator', { n: 1 }, { $nope: { n: 1 } }, /Unknown modifier: \$nope/],
  ['$ without a condition on the list', { l: [1] }, { $set: { 'l.$': 2 } }, /positional operator did not find/],
  ['$[] on what is no list', { l: 1 }, { $set: { 'l.$[]': 2 } }, /must exist in the document/],
  ['a field that begins with a dollar', { a: {} }, { $set: { 'a.$x': 1 } }, /dollar/],
  ['an operator without fields', { n: 1 }, { $inc: 5 }, /Modifiers operate on fields/],
]
test.each(REFUSED)('%s is refused and changes nothing', async (_rule, doc, update, message) => {
  expect(await store.updated(doc, update)).toEqual({ refused: expect.stringMatching(message) })
  expect(store.database.exportDocuments('things')).toEqual([{ _id: 'x', ...doc }])
})

/** `$` is the first element that the filter matched. */
const POSITIONAL: [rule: string, doc: object, filter: object, update: object, becomes: object][] = [
  ['by a value', { l: [1, 2, 2] }, { l: 2 }, { $set: { 'l.$': 9 } }, { l: [1, 9, 2] }],
  ['by a bound', { l: [1, 5] }, { l: { $gt: 3 } }, { $inc: { 'l.$': 1 } }, { l: [1, 6] }],
  ['by a list', { l: [1, 5] }, { l: { $in: [5, 7] } }, { $set: { 'l.$': 0 } }, { l: [1, 0] }],
  [
    'by a field',
    { l: [{ k: 1 }, { k: 2 }] },
    { 'l.k': 2 },
    { $set: { 'l.$.v': 9 } },
    { l: [{ k: 1 }, { k: 2, v: 9 }] },
  ],
  [
    'by $elemMatch',
    {
      l: [
        { k: 1, v: 2 },
        { k: 1, v: 3 },
      ],
    },
    { l: { $elemMatch: { k: 1, v: 3 } } },
    { $set: { 'l.$.v': 9 } },
    {
      l: [
        { k: 1, v: 2 },
        { k: 1, v: 9 },
      ],
    },
  ],
  ['inside $and', { l: [1, 2] }, { $and: [{ l: 2 }] }, { $set: { 'l.$': 9 } }, { l: [1, 9] }],
  ['takes $unset', { l: [1, 2] }, { l: 2 }, { $unset: { 'l.$': '' } }, { l: [1, null] }],
  ['in a nested list', { a: { l: [1, 2] } }, { 'a.l': 2 }, { $set: { 'a.l.$': 9 } }, { a: { l: [1, 9] } }],
]
test.each(POSITIONAL)('$ finds its place %s', async (_rule, doc, filter, update, becomes) => {
  expect(await store.updated(doc, update, filter)).toEqual(becomes)
})

test('an upsert takes the _id of its filter, the update and $setOnInsert', async () => {
  store.fill([])
  const upsert = (merge: boolean, data: object) =>
    store.database.change('things', { filter: { _id: 'new' }, data: data as never, multi: false, merge, upsert: true })
  expect((await upsert(true, { $inc: { n: 1 }, $setOnInsert: { first: true } })).answer).toEqual({
    updated: 0,
    upsert_id: 'new',
  })
  expect((await upsert(true, { $inc: { n: 1 }, $setOnInsert: { first: false } })).answer).toEqual({
    updated: 1,
    upsert_id: null,
  })
  expect(store.database.exportDocuments('things')).toEqual([{ _id: 'new', n: 2, first: true }])
  await upsert(false, { other: 1 })
  expect(store.database.exportDocuments('things')).toEqual([{ _id: 'new', other: 1 }])
})
