import type { Table } from '../case'

const THREE = [
  { _id: 'a', n: 1 },
  { _id: 'b', n: 1 },
  { _id: 'c', n: 2 },
]
export const whereUpdate: Table = {
  action: 'where().update and where().remove',
  cases: [
    {
      name: 'update changes all that match',
      documents: THREE,
      act: async ({ c, _ }) => [
        await c.where({ n: 1 }).update({ data: { n: _.inc(5) } }),
        (await c.orderBy('_id', 'asc').get()).data,
      ],
      answer: [
        { stats: { updated: 2 }, errMsg: 'collection.update:ok' },
        [
          { _id: 'a', n: 6 },
          { _id: 'b', n: 6 },
          { _id: 'c', n: 2 },
        ],
      ],
    },
    {
      name: 'update changes nothing when nothing matches',
      documents: THREE,
      act: ({ c }) => c.where({ n: 9 }).update({ data: { n: 0 } }),
      answer: { stats: { updated: 0 }, errMsg: 'collection.update:ok' },
    },
    {
      name: 'update never makes a document',
      act: async ({ c }) => {
        await c.where({ _id: 'x' }).update({ data: { n: 0 } })
        return (await c.get()).data
      },
      answer: [],
    },
    {
      name: 'update by version succeeds once',
      documents: [{ _id: 'a', version: 1 }],
      act: async ({ c, _ }) => {
        const claim = async () =>
          (await c.where({ _id: 'a', version: 1 }).update({ data: { version: _.inc(1) } })).stats.updated
        return [await claim(), await claim()]
      },
      answer: [1, 0],
    },
    {
      name: 'of five updates by version at once one succeeds',
      documents: [{ _id: 'a', version: 1 }],
      act: async ({ c, _ }) => {
        const claim = () => c.where({ _id: 'a', version: 1 }).update({ data: { version: _.inc(1) } })
        const all = await Promise.all([claim(), claim(), claim(), claim(), claim()])
        return all.map((one) => one.stats.updated).sort()
      },
      answer: [0, 0, 0, 0, 1],
    },
    {
      name: 'the element that matched is changed by $',
      documents: [{ _id: 'a', l: [{ k: 1 }, { k: 2 }] }],
      act: async ({ c }) => {
        await c.where({ _id: 'a', 'l.k': 2 }).update({ data: { 'l.$.ok': true } })
        return (await c.doc('a').get()).data.l
      },
      answer: [{ k: 1 }, { k: 2, ok: true }],
    },
    {
      name: 'every element is changed by $[]',
      documents: [{ _id: 'a', l: [{ k: 1 }, { k: 2 }] }],
      act: async ({ c, _ }) => {
        await c.doc('a').update({ data: { 'l.$[].k': _.inc(10) } })
        return (await c.doc('a').get()).data.l
      },
      answer: [{ k: 11 }, { k: 12 }],
    },
    {
      name: 'remove takes all that match',
      documents: THREE,
      act: async ({ c }) => [await c.where({ n: 1 }).remove(), (await c.get()).data],
      answer: [{ stats: { removed: 2 }, errMsg: 'collection.remove:ok' }, [{ _id: 'c', n: 2 }]],
    },
    {
      name: 'remove of nothing removes 0',
      documents: THREE,
      act: ({ c }) => c.where({ n: 9 }).remove(),
      answer: { stats: { removed: 0 }, errMsg: 'collection.remove:ok' },
    },
    {
      name: 'update in a collection that does not exist throws -502005',
      act: ({ db }) =>
        db
          .collection('conformance_nowhere')
          .where({ n: 1 })
          .update({ data: { n: 1 } }),
      error: { errCode: -502005 },
    },
    {
      name: 'remove in a collection that does not exist throws -502005',
      act: ({ db }) => db.collection('conformance_nowhere').where({ n: 1 }).remove(),
      error: { errCode: -502005 },
    },
  ],
}
