import type { Case, Table } from '../case'

const documents = [
  { _id: 'a', n: 1, s: 'An', l: [1, 5], d: { k: 1, m: { x: 'deep' } }, at: { $date: '2026-01-01T00:00:00Z' } },
  { _id: 'b', n: 2, s: 'bo', l: [], d: { k: 2 }, at: { $date: '2026-02-01T00:00:00Z' } },
  {
    _id: 'c',
    n: null,
    s: '苹果',
    l: [
      { k: 1, v: 2 },
      { k: 2, v: 1 },
    ],
    t: true,
  },
  { _id: 'e', n: '1', l: [5] },
]

/** These documents, this filter, the ids of those that match. */
const finds = (name: string, given: Case['given'] & object, answer: string): Case => ({
  name,
  documents,
  given,
  act: async ({ c, given: filter }) =>
    (await c.where(filter).orderBy('_id', 'asc').get()).data.map((d: { _id: string }) => d._id).join(''),
  answer,
})

export const query: Table = {
  action: 'collection.where',
  cases: [
    finds('equality', () => ({ n: 1 }), 'a'),
    finds('equality knows the type', () => ({ n: '1' }), 'e'),
    finds('null matches null and missing', () => ({ t: null }), 'abe'),
    finds('a nested document is asked by its fields', () => ({ d: { k: 1 } }), 'a'),
    finds('a dotted path', () => ({ 'd.m.x': 'deep' }), 'a'),
    finds('two conditions must both hold', () => ({ n: 1, s: 'bo' }), ''),
    finds('an element of a list', () => ({ l: 5 }), 'ae'),
    finds('a whole list', () => ({ l: [1, 5] }), 'a'),
    finds('a field of an element', () => ({ 'l.k': 2 }), 'c'),
    finds('a date', () => ({ at: new Date('2026-02-01T00:00:00Z') }), 'b'),
    finds('_.eq', ({ _ }) => ({ n: _.eq(2) }), 'b'),
    finds('_.neq matches a missing field too', ({ _ }) => ({ t: _.neq(true) }), 'abe'),
    finds('_.gt', ({ _ }) => ({ n: _.gt(1) }), 'b'),
    finds('_.gte', ({ _ }) => ({ n: _.gte(1) }), 'ab'),
    finds('_.lt ignores other types', ({ _ }) => ({ n: _.lt(5) }), 'ab'),
    finds('_.lte', ({ _ }) => ({ n: _.lte(1) }), 'a'),
    finds('_.in', ({ _ }) => ({ n: _.in([1, '1']) }), 'ae'),
    finds('_.in with null', ({ _ }) => ({ t: _.in([null]) }), 'abe'),
    finds('_.nin', ({ _ }) => ({ n: _.nin([1, 2]) }), 'ce'),
    finds('_.and of two bounds', ({ _ }) => ({ n: _.gt(0).and(_.lt(2)) }), 'a'),
    finds('_.or of two values', ({ _ }) => ({ n: _.eq(1).or(_.eq(2)) }), 'ab'),
    finds('_.or of two fields', ({ _ }) => _.or([{ n: 1 }, { t: true }]), 'ac'),
    finds('_.and of filters', ({ _ }) => _.and([{ n: _.gte(1) }, { s: 'bo' }]), 'b'),
    finds('_.nor', ({ _ }) => _.nor([{ n: 1 }, { t: true }]), 'be'),
    finds('_.not', ({ _ }) => ({ n: _.not(_.eq(1)) }), 'bce'),
    finds('_.exists(true) matches null', ({ _ }) => ({ n: _.exists(true) }), 'abce'),
    finds('_.exists(false)', ({ _ }) => ({ t: _.exists(false) }), 'abe'),
    finds('_.mod', ({ _ }) => ({ n: _.mod(2, 0) }), 'b'),
    finds('_.all', ({ _ }) => ({ l: _.all([5, 1]) }), 'a'),
    finds('_.size', ({ _ }) => ({ l: _.size(0) }), 'b'),
    finds('_.elemMatch of one element', ({ _ }) => ({ l: _.elemMatch({ k: 2, v: 1 }) }), 'c'),
    finds('_.elemMatch of no single element', ({ _ }) => ({ l: _.elemMatch({ k: 1, v: 1 }) }), ''),
    finds('_.elemMatch of a bound', ({ _ }) => ({ l: _.elemMatch(_.gt(4)) }), 'ae'),
    finds('_.expr compares with $', ({ _, $ }) => _.expr($.eq(['$d.k', 2])), 'b'),
    finds('db.RegExp', ({ db }) => ({ s: db.RegExp({ regexp: '^b' }) }), 'b'),
    finds('db.RegExp without case', ({ db }) => ({ s: db.RegExp({ regexp: '^a', options: 'i' }) }), 'a'),
    finds('a pattern of the language', () => ({ s: /果$/ }), 'c'),
    finds('a bound on dates', ({ _ }) => ({ at: _.gt(new Date('2026-01-15T00:00:00Z')) }), 'b'),
    finds('an empty condition matches everything', () => ({}), 'abce'),
    {
      name: 'an unknown operator is refused',
      act: ({ c }) => c.where({ n: { $nope: 1 } }).get(),
      error: { errCode: -502001, errMsg: expect.stringMatching(/^collection\.get:fail -502001/) },
    },
    {
      name: 'a collection that does not exist throws -502005',
      act: ({ db }) => db.collection('conformance_nowhere').where({ n: 1 }).get(),
      error: { errCode: -502005, errMsg: expect.stringMatching(/^collection\.get:fail -502005/) },
    },
  ],
}
