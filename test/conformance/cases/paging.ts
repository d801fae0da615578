import type { Table } from '../case'

const NUMBERS = Array.from({ length: 7 }, (_unused, i) => ({ _id: `d${i}`, n: i, odd: i % 2 }))
export const paging: Table = {
  action: 'orderBy, skip, limit, field, count',
  cases: [
    {
      name: 'get answers data and errMsg',
      documents: [{ _id: 'a' }],
      act: ({ c }) => c.get(),
      answer: { data: [{ _id: 'a' }], errMsg: 'collection.get:ok' },
    },
    {
      name: 'an empty collection gives an empty list',
      act: ({ c }) => c.get(),
      answer: { data: [], errMsg: 'collection.get:ok' },
    },
    {
      name: 'orderBy asc and desc',
      documents: NUMBERS,
      act: async ({ c }) =>
        (await c.orderBy('odd', 'desc').orderBy('n', 'asc').get()).data.map((d: { n: number }) => d.n),
      answer: [1, 3, 5, 0, 2, 4, 6],
    },
    {
      name: 'skip and limit',
      documents: NUMBERS,
      act: async ({ c }) => (await c.orderBy('n', 'asc').skip(2).limit(3).get()).data.map((d: { n: number }) => d.n),
      answer: [2, 3, 4],
    },
    {
      name: 'skip beyond the end gives nothing',
      documents: NUMBERS,
      act: async ({ c }) => (await c.skip(99).get()).data,
      answer: [],
    },
    {
      name: 'field keeps fields and _id',
      documents: NUMBERS.slice(0, 1),
      act: async ({ c }) => (await c.field({ n: true }).get()).data,
      answer: [{ _id: 'd0', n: 0 }],
    },
    {
      name: 'field drops _id',
      documents: NUMBERS.slice(0, 1),
      act: async ({ c }) => (await c.field({ n: true, _id: false }).get()).data,
      answer: [{ n: 0 }],
    },
    {
      name: 'field drops fields',
      documents: NUMBERS.slice(0, 1),
      act: async ({ c }) => (await c.field({ n: false }).get()).data,
      answer: [{ _id: 'd0', odd: 0 }],
    },
    {
      name: 'null and missing come first',
      documents: [{ _id: 'a', n: 1 }, { _id: 'b' }, { _id: 'c', n: null }],
      act: async ({ c }) =>
        (await c.orderBy('n', 'asc').orderBy('_id', 'asc').get()).data.map((d: { _id: string }) => d._id),
      answer: ['b', 'c', 'a'],
    },
    {
      name: 'count counts all',
      documents: NUMBERS,
      act: ({ c }) => c.count(),
      answer: { total: 7, errMsg: 'collection.count:ok' },
    },
    {
      name: 'count counts what matches',
      documents: NUMBERS,
      act: async ({ c }) => (await c.where({ odd: 1 }).count()).total,
      answer: 3,
    },
    {
      name: 'count is not bounded by a limit',
      documents: NUMBERS,
      act: async ({ c }) => (await c.limit(2).count()).total,
      answer: 7,
    },
    {
      name: 'count in a collection that does not exist throws -502005',
      act: ({ db }) => db.collection('conformance_nowhere').count(),
      error: { errCode: -502005 },
    },
    {
      name: 'a query gives 100 documents unless it asks for more, and never more than 1000',
      act: async ({ c }) => {
        for (let page = 0; page < 2; page++)
          await c.add({ data: Array.from({ length: 510 }, (_unused, i) => ({ n: page * 510 + i })) })
        return [
          (await c.get()).data.length,
          (await c.limit(300).get()).data.length,
          (await c.limit(5000).get()).data.length,
        ]
      },
      answer: [100, 300, 1000],
    },
  ],
}
