import type { Case, Table } from '../case'

const A = { _id: 'a', n: 4, l: [3, 1, 2], d: { x: 1, y: 2 }, s: 'text', z: null }
const documents = [A]

/** The document A, this change, the fields that are different afterwards; undefined for those that are gone. */
const changes = (name: string, given: Case['given'] & object, different: object): Case => ({
  name,
  documents,
  given,
  act: async ({ c, given: data }) => {
    await c.doc('a').update({ data })
    return (await c.doc('a').get()).data
  },
  answer: { ...A, ...different },
})
const refuses = (name: string, given: Case['given'] & object, message: RegExp): Case => ({
  name: `${name} is refused`,
  documents,
  given,
  act: ({ c, given: data }) => c.doc('a').update({ data }),
  error: { errCode: -502001, errMsg: expect.stringMatching(message) },
})

export const updateCommands: Table = {
  action: 'update commands',
  cases: [
    changes('_.inc adds', ({ _ }) => ({ n: _.inc(-3) }), { n: 1 }),
    changes('_.inc begins a missing field', ({ _ }) => ({ m: _.inc(2) }), { m: 2 }),
    changes('_.inc reaches a dotted path', ({ _ }) => ({ 'd.x': _.inc(2) }), { d: { x: 3, y: 2 } }),
    changes('_.mul multiplies', ({ _ }) => ({ n: _.mul(2.5) }), { n: 10 }),
    changes('_.mul makes a missing field 0', ({ _ }) => ({ m: _.mul(5) }), { m: 0 }),
    changes('_.min takes the smaller', ({ _ }) => ({ n: _.min(2) }), { n: 2 }),
    changes('_.min keeps the smaller', ({ _ }) => ({ n: _.min(9) }), { n: 4 }),
    changes('_.max takes the greater', ({ _ }) => ({ n: _.max(9) }), { n: 9 }),
    changes('_.max is above null', ({ _ }) => ({ z: _.max(1) }), { z: 1 }),
    changes('_.set replaces a whole document', ({ _ }) => ({ d: _.set({ only: 1 }) }), { d: { only: 1 } }),
    changes('_.remove takes a field away', ({ _ }) => ({ d: _.remove() }), { d: undefined }),
    changes('_.remove takes a nested field away', ({ _ }) => ({ 'd.x': _.remove() }), { d: { y: 2 } }),
    changes('_.rename moves a field', ({ _ }) => ({ n: _.rename('m') }), { m: 4, n: undefined }),
    changes('_.push adds one', ({ _ }) => ({ l: _.push(9) }), { l: [3, 1, 2, 9] }),
    changes('_.push adds each of a list', ({ _ }) => ({ l: _.push([8, 9]) }), { l: [3, 1, 2, 8, 9] }),
    changes('_.push makes a missing list', ({ _ }) => ({ k: _.push(1) }), { k: [1] }),
    changes('_.push takes a position', ({ _ }) => ({ l: _.push({ each: [9], position: 1 }) }), { l: [3, 9, 1, 2] }),
    changes('_.push sorts, then cuts', ({ _ }) => ({ l: _.push({ each: [0], sort: 1, slice: 2 }) }), { l: [0, 1] }),
    changes('_.push keeps the last with a negative slice', ({ _ }) => ({ l: _.push({ each: [0], slice: -2 }) }), {
      l: [2, 0],
    }),
    changes('_.unshift adds in front', ({ _ }) => ({ l: _.unshift([9, 8]) }), { l: [9, 8, 3, 1, 2] }),
    changes('_.pop takes the last', ({ _ }) => ({ l: _.pop() }), { l: [3, 1] }),
    changes('_.shift takes the first', ({ _ }) => ({ l: _.shift() }), { l: [1, 2] }),
    changes('_.pull takes equal ones', ({ _ }) => ({ l: _.pull(1) }), { l: [3, 2] }),
    changes('_.pull takes what meets a condition', ({ _ }) => ({ l: _.pull(_.gte(2)) }), { l: [1] }),
    changes('_.pullAll takes all named', ({ _ }) => ({ l: _.pullAll([1, 3]) }), { l: [2] }),
    changes('_.addToSet adds what is new', ({ _ }) => ({ l: _.addToSet(7) }), { l: [3, 1, 2, 7] }),
    changes('_.addToSet leaves what is there', ({ _ }) => ({ l: _.addToSet(1) }), { l: [3, 1, 2] }),
    changes('_.addToSet adds each of a list', ({ _ }) => ({ l: _.addToSet({ $each: [1, 7] }) }), { l: [3, 1, 2, 7] }),
    changes('a plain list replaces the list', () => ({ l: [9] }), { l: [9] }),
    changes('null replaces a value', () => ({ n: null }), { n: null }),
    changes('several commands at once', ({ _ }) => ({ n: _.inc(1), l: _.pop(), 'd.y': _.remove() }), {
      d: { x: 1 },
      n: 5,
      l: [3, 1],
    }),
    {
      name: 'db.serverDate gives the time of the service, with an offset in ms',
      documents,
      act: async ({ c, db }) => {
        await c.doc('a').update({ data: { now: db.serverDate(), later: db.serverDate({ offset: 60000 }) } })
        const { now, later } = (await c.doc('a').get()).data
        return [now instanceof Date, later - now]
      },
      answer: [true, 60000],
    },
    refuses('_.inc on text', ({ _ }) => ({ s: _.inc(1) }), /Cannot apply \$inc to a value of non-numeric type/),
    refuses('_.inc on null', ({ _ }) => ({ z: _.inc(1) }), /non-numeric type null/),
    refuses('_.mul on text', ({ _ }) => ({ s: _.mul(2) }), /Cannot apply \$mul/),
    refuses('_.push on a number', ({ _ }) => ({ n: _.push(1) }), /must be an array/),
    refuses('_.addToSet on a number', ({ _ }) => ({ n: _.addToSet(1) }), /non-array/),
    refuses('_.pull on a number', ({ _ }) => ({ n: _.pull(1) }), /non-array/),
    refuses('a path through text', () => ({ 's.deep': 1 }), /Cannot create field 'deep'/),
    refuses(
      'two commands on one path',
      ({ _ }) => ({ n: _.inc(1), d: _.set({}), 'd.x': 1 }),
      /would create a conflict/,
    ),
  ],
}
