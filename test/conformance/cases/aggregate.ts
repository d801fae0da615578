import type { Table } from '../case'

const documents = [
  { _id: 'a', who: 'lin', fen: 500, tags: ['x', 'y'], at: { $date: '2026-08-31T18:00:00Z' }, d: { k: 1 } },
  { _id: 'b', who: 'lin', fen: 700, tags: [], at: { $date: '2026-09-01T18:00:00Z' }, d: { k: 2 } },
  { _id: 'c', who: 'chen', fen: 100, tags: ['x'], at: { $date: '2026-09-01T01:00:00Z' } },
]
const others = [
  { _id: 'lin', name: '小林' },
  { _id: 'chen', name: '陈晨' },
]

export const aggregate: Table = {
  action: 'collection.aggregate',
  cases: [
    {
      name: 'without stages gives all documents',
      documents: [{ _id: 'a' }],
      act: ({ c }) => c.aggregate().end(),
      answer: { list: [{ _id: 'a' }], errMsg: 'collection.aggregate:ok' },
    },
    {
      name: 'match, sort, skip, limit',
      documents,
      act: async ({ c, _ }) =>
        (
          await c
            .aggregate()
            .match({ fen: _.gt(50) })
            .sort({ fen: -1 })
            .skip(1)
            .limit(1)
            .end()
        ).list.map((d: { _id: string }) => d._id),
      answer: ['a'],
    },
    {
      name: 'group sums and counts',
      documents,
      act: async ({ c, $ }) =>
        (
          await c
            .aggregate()
            .group({ _id: '$who', fen: $.sum('$fen'), count: $.sum(1) })
            .sort({ _id: 1 })
            .end()
        ).list,
      answer: [
        { _id: 'chen', fen: 100, count: 1 },
        { _id: 'lin', fen: 1200, count: 2 },
      ],
    },
    {
      name: 'group takes average, smallest, largest and first',
      documents,
      act: async ({ c, $ }) =>
        (
          await c
            .aggregate()
            .sort({ fen: 1 })
            .group({ _id: null, avg: $.avg('$fen'), min: $.min('$fen'), max: $.max('$fen'), first: $.first('$_id') })
            .end()
        ).list,
      answer: [{ _id: null, avg: 1300 / 3, min: 100, max: 700, first: 'c' }],
    },
    {
      name: 'group pushes and keeps sets',
      documents,
      act: async ({ c, $ }) => {
        const [one] = (
          await c
            .aggregate()
            .sort({ _id: 1 })
            .group({ _id: null, all: $.push('$_id'), who: $.addToSet('$who') })
            .end()
        ).list
        return [one.all, one.who.sort()]
      },
      answer: [
        ['a', 'b', 'c'],
        ['chen', 'lin'],
      ],
    },
    {
      name: 'group of nothing gives nothing',
      act: async ({ c, $ }) =>
        (
          await c
            .aggregate()
            .group({ _id: null, n: $.sum(1) })
            .end()
        ).list,
      answer: [],
    },
    {
      name: 'project keeps, drops and computes',
      documents: documents.slice(0, 1),
      act: async ({ c, $ }) =>
        (
          await c
            .aggregate()
            .project({ _id: 0, who: 1, yuan: $.divide(['$fen', 100]) })
            .end()
        ).list,
      answer: [{ who: 'lin', yuan: 5 }],
    },
    {
      name: 'addFields adds',
      documents: [{ _id: 'a', n: 2 }],
      act: async ({ c, $ }) =>
        (
          await c
            .aggregate()
            .addFields({ twice: $.multiply(['$n', 2]) })
            .end()
        ).list,
      answer: [{ _id: 'a', n: 2, twice: 4 }],
    },
    {
      name: 'unwind gives one document for each element and none for an empty list',
      documents,
      act: async ({ c }) =>
        (await c.aggregate().unwind('$tags').sort({ _id: 1 }).project({ tags: 1 }).end()).list.map(
          (d: { _id: string; tags: string }) => d._id + d.tags,
        ),
      answer: ['ax', 'ay', 'cx'],
    },
    {
      name: 'unwind can keep documents without elements',
      documents,
      act: async ({ c }) =>
        (await c.aggregate().unwind({ path: '$tags', preserveNullAndEmptyArrays: true }).end()).list.length,
      answer: 4,
    },
    {
      name: 'count names its number',
      documents,
      act: async ({ c }) => (await c.aggregate().match({ who: 'lin' }).count('orders').end()).list,
      answer: [{ orders: 2 }],
    },
    {
      name: 'lookup joins by fields',
      documents,
      others,
      act: async ({ c }) =>
        (
          await c
            .aggregate()
            .match({ _id: 'c' })
            .lookup({ from: 'conformance_others', localField: 'who', foreignField: '_id', as: 'person' })
            .end()
        ).list[0].person,
      answer: [{ _id: 'chen', name: '陈晨' }],
    },
    {
      name: 'lookup without a partner gives an empty list',
      documents: [{ _id: 'x', who: 'nobody' }],
      others,
      act: async ({ c }) =>
        (
          await c
            .aggregate()
            .lookup({ from: 'conformance_others', localField: 'who', foreignField: '_id', as: 'person' })
            .end()
        ).list,
      answer: [{ _id: 'x', who: 'nobody', person: [] }],
    },
    {
      name: 'lookup by a pipeline with variables',
      documents,
      others,
      act: async ({ c, $, _ }) =>
        (
          await c
            .aggregate()
            .match({ _id: 'a' })
            .lookup({
              from: 'conformance_others',
              let: { who: '$who' },
              pipeline: $.pipeline()
                .match(_.expr($.eq(['$_id', '$$who'])))
                .project({ _id: 0, name: 1 })
                .done(),
              as: 'person',
            })
            .end()
        ).list[0].person,
      answer: [{ name: '小林' }],
    },
    {
      name: 'replaceRoot puts a nested document in its place',
      documents: documents.slice(0, 1),
      act: async ({ c }) => (await c.aggregate().replaceRoot({ newRoot: '$d' }).end()).list,
      answer: [{ k: 1 }],
    },
    {
      name: 'sortByCount counts and sorts',
      documents,
      act: async ({ c }) => (await c.aggregate().sortByCount('$who').end()).list,
      answer: [
        { _id: 'lin', count: 2 },
        { _id: 'chen', count: 1 },
      ],
    },
    {
      name: 'bucket sorts into ranges',
      documents,
      act: async ({ c }) =>
        (
          await c
            .aggregate()
            .bucket({ groupBy: '$fen', boundaries: [0, 500, 1000] })
            .end()
        ).list,
      answer: [
        { _id: 0, count: 1 },
        { _id: 500, count: 2 },
      ],
    },
    {
      name: 'sample gives as many as asked',
      documents,
      act: async ({ c }) => (await c.aggregate().sample({ size: 2 }).end()).list.length,
      answer: 2,
    },
    {
      name: 'a later match compares as a query does',
      documents,
      act: async ({ c, $ }) =>
        (
          await c
            .aggregate()
            .group({ _id: '$who', fen: $.sum('$fen') })
            .match({ fen: 1200 })
            .end()
        ).list,
      answer: [{ _id: 'lin', fen: 1200 }],
    },
    {
      name: 'an expression on values of a wrong type is refused',
      documents: [{ _id: 'a', s: 'text' }],
      act: ({ c, $ }) =>
        c
          .aggregate()
          .project({ n: $.multiply(['$s', 2]) })
          .end(),
      error: {
        code: 'DATABASE_REQUEST_FAILED',
        errMsg: expect.stringMatching(/^collection\.aggregate:fail .*\$multiply/),
      },
    },
    {
      name: 'a collection that does not exist is refused with its code',
      act: ({ db }) => db.collection('conformance_nowhere').aggregate().end(),
      error: { code: 'DATABASE_COLLECTION_NOT_EXIST', errMsg: expect.stringMatching(/^collection\.aggregate:fail/) },
    },
  ],
}
