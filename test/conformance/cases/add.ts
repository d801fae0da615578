import type { Table } from '../case'

const ID = expect.stringMatching(/^[0-9a-f]{32}$/)

export const add: Table = {
  action: 'collection.add',
  cases: [
    {
      name: 'makes an id of 32 hexadecimal digits',
      act: ({ c }) => c.add({ data: { n: 1 } }),
      answer: { _id: ID, errMsg: 'collection.add:ok' },
    },
    {
      name: 'keeps an id that is given',
      act: ({ c }) => c.add({ data: { _id: 'own', n: 1 } }),
      answer: { _id: 'own', errMsg: 'collection.add:ok' },
    },
    {
      name: 'takes several documents at once',
      act: ({ c }) => c.add({ data: [{ _id: 'a' }, { _id: 'b' }] }),
      answer: { _ids: ['a', 'b'], errMsg: 'collection.add:ok' },
    },
    {
      name: 'keeps text, numbers, booleans, null, lists and documents as they are',
      act: async ({ c }) => {
        const data = { s: '苹果 🍎', i: 7, f: 1.5, big: 2 ** 40, t: true, z: null, l: [1, ['x']], d: { e: {} } }
        const { _id } = await c.add({ data })
        return { ...(await c.doc(_id).get()).data, _id: 0 }
      },
      answer: { _id: 0, s: '苹果 🍎', i: 7, f: 1.5, big: 2 ** 40, t: true, z: null, l: [1, ['x']], d: { e: {} } },
    },
    {
      name: 'reads a date back as a Date',
      act: async ({ c }) => {
        await c.add({ data: { _id: 'a', at: new Date('2026-01-02T03:04:05.678Z') } })
        const { at } = (await c.doc('a').get()).data
        return [at instanceof Date, at.toISOString()]
      },
      answer: [true, '2026-01-02T03:04:05.678Z'],
    },
    {
      name: 'drops undefined',
      act: async ({ c }) => {
        await c.add({ data: { _id: 'a', gone: undefined, in: { gone: undefined, n: 1 } } })
        return (await c.doc('a').get()).data
      },
      answer: { _id: 'a', in: { n: 1 } },
    },
    {
      name: 'keeps a numeric id a number',
      act: async ({ c }) => {
        await c.add({ data: { _id: 17 } })
        return (await c.where({ _id: 17 }).get()).data
      },
      answer: [{ _id: 17 }],
    },
    {
      name: 'keeps the order of fields',
      act: async ({ c }) => {
        await c.add({ data: { _id: 'a', z: 1, a: 2, m: 3 } })
        return Object.keys((await c.doc('a').get()).data)
      },
      answer: ['_id', 'z', 'a', 'm'],
    },
    {
      name: 'refuses an id that is taken with -502001 and E11000',
      documents: [{ _id: 'a' }],
      act: ({ c }) => c.add({ data: { _id: 'a' } }),
      error: {
        errCode: -502001,
        errMsg: expect.stringMatching(/^collection\.add:fail -502001 .*E11000 duplicate key error/),
      },
    },
    {
      name: 'leaves the document that was there',
      documents: [{ _id: 'a', n: 1 }],
      act: async ({ c, caught }) => {
        await caught(c.add({ data: { _id: 'a', n: 2 } }))
        return (await c.doc('a').get()).data
      },
      answer: { _id: 'a', n: 1 },
    },
    {
      name: 'stops at a duplicate and keeps what came before',
      documents: [{ _id: 'b' }],
      act: async ({ c, caught }) => {
        await caught(c.add({ data: [{ _id: 'a' }, { _id: 'b' }, { _id: 'c' }] }))
        return (await c.orderBy('_id', 'asc').get()).data
      },
      answer: [{ _id: 'a' }, { _id: 'b' }],
    },
    {
      name: 'refuses a second value of a unique index',
      localOnly: 'the SDK cannot make an index',
      act: async ({ db, caught }) => {
        const c = db.collection('conformance_unique')
        await c.where({ no: db.command.exists(true) }).remove()
        await c.add({ data: { no: 1 } })
        return caught(c.add({ data: { no: 1 } }))
      },
      answer: { errCode: -502001, errMsg: expect.stringMatching(/E11000.*index: by_no/) },
    },
    {
      name: 'counts a missing field of a unique index as null: once',
      localOnly: 'the SDK cannot make an index',
      act: async ({ db, caught }) => {
        const c = db.collection('conformance_unique')
        await c.where({ _id: db.command.exists(true) }).remove()
        return [await caught(c.add({ data: { _id: 'a' } })), await caught(c.add({ data: { _id: 'b', no: null } }))]
      },
      answer: ['went well', { errCode: -502001, errMsg: expect.stringMatching(/E11000/) }],
    },
    {
      name: 'refuses a collection that does not exist with -502005',
      act: ({ db }) => db.collection('conformance_nowhere').add({ data: {} }),
      error: {
        errCode: -502005,
        errMsg: expect.stringMatching(/^collection\.add:fail -502005 database collection not exists/),
      },
    },
    {
      name: 'refuses a field that begins with a dollar',
      act: ({ c }) => c.add({ data: { in: { $bad: 1 } } }),
      error: { errCode: -502001 },
    },
    {
      name: 'refuses a document beyond 16 MB',
      localOnly: 'the size costs minutes over a network',
      act: ({ c, caught }) => caught(c.add({ data: { text: 'x'.repeat(16 * 1024 * 1024) } })),
      answer: { errCode: -502001, errMsg: expect.stringMatching(/object to insert too large.*max size: 16777216/) },
    },
  ],
}

export const createCollection: Table = {
  action: 'db.createCollection',
  cases: [
    {
      name: 'makes a collection that takes documents',
      localOnly: 'a collection cannot be removed again',
      act: async ({ db }) => {
        const made = await db.createCollection('conformance_made')
        const added = await db.collection('conformance_made').add({ data: { _id: 'a' } })
        return [made.errMsg, added._id]
      },
      answer: ['createCollection:ok', 'a'],
    },
    {
      name: 'refuses a name that is taken',
      act: ({ db }) => db.createCollection('conformance_things'),
      error: { errMsg: expect.stringMatching(/createCollection:fail.*ResourceExist\] Table exist/) },
    },
  ],
}
