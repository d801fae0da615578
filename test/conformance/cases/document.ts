import type { Table } from '../case'

const A = { _id: 'a', n: 1, l: [1, 2], d: { x: 1, y: 2 } }

export const doc: Table = {
  action: 'collection.doc',
  cases: [
    {
      name: 'get answers the document',
      documents: [A],
      act: ({ c }) => c.doc('a').get(),
      answer: { data: A, errMsg: 'document.get:ok' },
    },
    {
      name: 'get of a missing document throws -1',
      act: ({ c }) => c.doc('none').get(),
      error: {
        errCode: -1,
        errMsg: expect.stringMatching(/^document\.get:fail document with _id none does not exist/),
      },
    },
    {
      name: 'get of a missing document answers null when it shall not throw',
      act: async ({ cloud }) =>
        (await cloud.database({ throwOnNotFound: false }).collection('conformance_things').doc('none').get()).data,
      answer: null,
    },
    {
      name: 'get with field keeps these fields',
      documents: [A],
      act: async ({ c }) => (await c.doc('a').field({ n: true, 'd.x': true }).get()).data,
      answer: { _id: 'a', n: 1, d: { x: 1 } },
    },
    {
      name: 'get in a collection that does not exist throws -502005',
      act: ({ db }) => db.collection('conformance_nowhere').doc('a').get(),
      error: { errCode: -502005 },
    },
    {
      name: 'set replaces the whole document',
      documents: [A],
      act: async ({ c }) => [await c.doc('a').set({ data: { only: 1 } }), (await c.doc('a').get()).data],
      answer: [
        { _id: 'a', stats: { updated: 1, created: 0 }, errMsg: 'document.set:ok' },
        { _id: 'a', only: 1 },
      ],
    },
    {
      name: 'set makes a missing document',
      act: async ({ c }) => [await c.doc('new').set({ data: { n: 1 } }), (await c.doc('new').get()).data],
      answer: [
        { _id: 'new', stats: { updated: 0, created: 1 }, errMsg: 'document.set:ok' },
        { _id: 'new', n: 1 },
      ],
    },
    {
      name: 'set refuses an _id in its data',
      documents: [A],
      act: ({ c }) => c.doc('a').set({ data: { _id: 'b' } }),
      error: { errCode: -501007, errMsg: expect.stringMatching(/_id/) },
    },
    {
      name: 'update changes only what it names',
      documents: [A],
      act: async ({ c }) => [await c.doc('a').update({ data: { n: 2 } }), (await c.doc('a').get()).data],
      answer: [
        { stats: { updated: 1 }, errMsg: 'document.update:ok' },
        { ...A, n: 2 },
      ],
    },
    {
      name: 'update merges nested documents',
      documents: [A],
      act: async ({ c }) => {
        await c.doc('a').update({ data: { d: { y: 9, z: 3 } } })
        return (await c.doc('a').get()).data.d
      },
      answer: { x: 1, y: 9, z: 3 },
    },
    {
      name: 'update takes dotted paths and indexes',
      documents: [A],
      act: async ({ c }) => {
        await c.doc('a').update({ data: { 'd.x': 7, 'l.1': 8 } })
        return (await c.doc('a').get()).data
      },
      answer: { _id: 'a', n: 1, l: [1, 8], d: { x: 7, y: 2 } },
    },
    {
      name: 'update of a missing document updates 0',
      act: ({ c }) => c.doc('none').update({ data: { n: 1 } }),
      answer: { stats: { updated: 0 }, errMsg: 'document.update:ok' },
    },
    {
      name: 'update with another _id in its data is refused',
      documents: [A],
      act: ({ c }) => c.doc('a').update({ data: { _id: 'b' } }),
      error: { errCode: -501007, errMsg: expect.stringMatching(/_id/) },
    },
    {
      name: 'update without data is refused',
      documents: [A],
      act: ({ c }) => c.doc('a').update({}),
      error: { errMsg: 'parameter.data should be object instead of undefined;' },
    },
    {
      name: 'remove takes it away',
      documents: [A],
      act: async ({ c }) => [await c.doc('a').remove(), (await c.get()).data],
      answer: [{ stats: { removed: 1 }, errMsg: 'document.remove:ok' }, []],
    },
    {
      name: 'remove of a missing document removes 0',
      act: ({ c }) => c.doc('none').remove(),
      answer: { stats: { removed: 0 }, errMsg: 'document.remove:ok' },
    },
    {
      name: 'an id with signs is only an id',
      documents: [{ _id: 'a\'b"c.d$e 苹' }],
      act: async ({ c }) => (await c.doc('a\'b"c.d$e 苹').get()).data,
      answer: { _id: 'a\'b"c.d$e 苹' },
    },
  ],
}
