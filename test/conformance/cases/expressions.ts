import type { Table } from '../case'

const documents = [
  { _id: 'a', who: 'lin', fen: 500, tags: ['x', 'y'], at: { $date: '2026-08-31T18:00:00Z' }, d: { k: 1 } },
  { _id: 'b', who: 'lin', fen: 700, tags: [], at: { $date: '2026-09-01T18:00:00Z' }, d: { k: 2 } },
  { _id: 'c', who: 'chen', fen: 100, tags: ['x'], at: { $date: '2026-09-01T01:00:00Z' } },
]
export const expressions: Table = {
  action: 'aggregate expressions',
  cases: [
    {
      name: 'dateToString in the time of Shanghai',
      documents,
      act: async ({ c, $ }) =>
        (
          await c
            .aggregate()
            .group({
              _id: $.dateToString({ date: '$at', format: '%Y-%m-%d', timezone: 'Asia/Shanghai' }),
              n: $.sum(1),
            })
            .sort({ _id: 1 })
            .end()
        ).list,
      answer: [
        { _id: '2026-09-01', n: 2 },
        { _id: '2026-09-02', n: 1 },
      ],
    },
    {
      name: 'cond and ifNull decide',
      documents,
      act: async ({ c, $ }) =>
        (
          await c
            .aggregate()
            .sort({ _id: 1 })
            .project({
              _id: 0,
              big: $.cond({ if: $.gte(['$fen', 500]), then: 'big', else: 'small' }),
              k: $.ifNull(['$d.k', 0]),
            })
            .end()
        ).list,
      answer: [
        { big: 'big', k: 1 },
        { big: 'big', k: 2 },
        { big: 'small', k: 0 },
      ],
    },
    {
      name: 'concat, toUpper, size and arrayElemAt',
      documents: documents.slice(0, 1),
      act: async ({ c, $ }) =>
        (
          await c
            .aggregate()
            .project({
              _id: 0,
              text: $.concat([$.toUpper('$who'), '!']),
              size: $.size('$tags'),
              last: $.arrayElemAt(['$tags', -1]),
            })
            .end()
        ).list,
      answer: [{ text: 'LIN!', size: 2, last: 'y' }],
    },
  ],
}
