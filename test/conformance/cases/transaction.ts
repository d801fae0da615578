import type { Table } from '../case'

const documents = [
  { _id: 'a', money: 10 },
  { _id: 'b', money: 0 },
]

export const transaction: Table = {
  action: 'transactions',
  cases: [
    {
      name: 'runTransaction answers what its callback gives',
      act: ({ db }) => db.runTransaction(() => Promise.resolve({ done: true })),
      answer: { done: true },
    },
    {
      name: 'a commit moves money',
      documents,
      act: async ({ db, _, c }) => {
        await db.runTransaction(async (t: typeof db) => {
          const things = t.collection('conformance_things')
          await things.doc('a').update({ data: { money: _.inc(-4) } })
          await things.doc('b').update({ data: { money: _.inc(4) } })
        })
        return (await c.orderBy('_id', 'asc').get()).data.map((d: { money: number }) => d.money)
      },
      answer: [6, 4],
    },
    {
      name: 'a transaction reads what it wrote, others do not until the commit',
      documents,
      act: async ({ db, c }) => {
        const t = await db.startTransaction()
        await t
          .collection('conformance_things')
          .doc('a')
          .update({ data: { money: 1 } })
        const inside = (await t.collection('conformance_things').doc('a').get()).data.money
        const outside = (await c.doc('a').get()).data.money
        await t.commit()
        return [inside, outside, (await c.doc('a').get()).data.money]
      },
      answer: [1, 10, 1],
    },
    {
      name: 'what others write after its first read is not seen',
      documents,
      act: async ({ db, c }) => {
        const t = await db.startTransaction()
        const first = (await t.collection('conformance_things').doc('a').get()).data.money
        await c.doc('a').update({ data: { money: 99 } })
        const second = (await t.collection('conformance_things').doc('a').get()).data.money
        await t.rollback()
        return [first, second]
      },
      answer: [10, 10],
    },
    {
      name: 'a rollback leaves nothing',
      documents,
      act: async ({ db, c }) => {
        const t = await db.startTransaction()
        await t.collection('conformance_things').add({ data: { _id: 'new' } })
        await t.collection('conformance_things').doc('a').remove()
        await t.rollback()
        return (await c.orderBy('_id', 'asc').get()).data
      },
      answer: documents,
    },
    {
      name: 'rollback with a reason rejects runTransaction with it',
      documents,
      act: async ({ db, c }) => {
        const reason = await db
          .runTransaction(async (t: { collection: typeof db.collection; rollback(reason: unknown): Promise<void> }) => {
            await t
              .collection('conformance_things')
              .doc('a')
              .update({ data: { money: 0 } })
            await t.rollback({ why: 'enough' })
          })
          .catch((thrown: unknown) => thrown)
        return [reason, (await c.doc('a').get()).data.money]
      },
      answer: [{ why: 'enough' }, 10],
    },
    {
      name: 'a callback that throws rolls back and rejects with its error',
      documents,
      act: async ({ db, c }) => {
        const message = await db
          .runTransaction(async (t: typeof db) => {
            await t.collection('conformance_things').doc('a').remove()
            throw new Error('no fruit left')
          })
          .catch((thrown: Error) => thrown.message)
        return [message, (await c.count()).total]
      },
      answer: ['no fruit left', 2],
    },
    {
      name: 'add, get, set, update and remove answer as outside',
      documents,
      act: async ({ db }) => {
        const t = await db.startTransaction()
        const things = t.collection('conformance_things')
        const answers = [
          (await things.add({ data: { _id: 'n' } }))._id,
          (await things.doc('n').get()).data,
          (await things.doc('n').set({ data: { x: 1 } })).stats,
          (await things.doc('n').update({ data: { x: 2 } })).stats,
          (await things.where({ x: 2 }).get()).data,
          (await things.doc('n').remove()).stats,
        ]
        await t.rollback()
        return answers
      },
      answer: ['n', { _id: 'n' }, { updated: 1, created: 0 }, { updated: 1 }, [{ _id: 'n', x: 2 }], { removed: 1 }],
    },
    {
      name: 'doc.get of a missing document throws -1 inside too',
      act: async ({ db, caught }) => {
        const t = await db.startTransaction()
        const seen = await caught(t.collection('conformance_things').doc('none').get())
        await t.rollback()
        return seen
      },
      answer: {
        errCode: -1,
        errMsg: expect.stringMatching(/^document\.get:fail document with _id none does not exist/),
      },
    },
    {
      name: 'the second writer of a document loses with TransactionConflict',
      documents,
      act: async ({ db, caught }) => {
        const one = await db.startTransaction()
        const two = await db.startTransaction()
        await one.collection('conformance_things').doc('a').get()
        await two.collection('conformance_things').doc('a').get()
        await one
          .collection('conformance_things')
          .doc('a')
          .update({ data: { money: 1 } })
        const lost = await caught(
          two
            .collection('conformance_things')
            .doc('a')
            .update({ data: { money: 2 } }),
        )
        await one.commit()
        return lost
      },
      answer: { errCode: -501001, errMsg: expect.stringMatching(/TransactionConflict/) },
    },
    {
      name: 'what others wrote since the snapshot is a conflict',
      documents,
      act: async ({ db, c, caught }) => {
        const t = await db.startTransaction()
        await t.collection('conformance_things').doc('a').get()
        await c.doc('a').update({ data: { money: 5 } })
        return caught(
          t
            .collection('conformance_things')
            .doc('a')
            .update({ data: { money: 6 } }),
        )
      },
      answer: { errCode: -501001, errMsg: expect.stringMatching(/TransactionConflict/) },
    },
    {
      name: 'reading what another wrote is no conflict (snapshot isolation)',
      documents,
      act: async ({ db, c }) => {
        const t = await db.startTransaction()
        await t.collection('conformance_things').doc('a').get()
        await c.doc('a').update({ data: { money: 5 } })
        await t
          .collection('conformance_things')
          .doc('b')
          .update({ data: { money: 1 } })
        await t.commit()
        return (await c.orderBy('_id', 'asc').get()).data.map((d: { money: number }) => d.money)
      },
      answer: [5, 1],
    },
    {
      name: 'operations side by side in one transaction are refused as busy',
      localOnly: 'a race over a network',
      documents,
      act: async ({ db }) => {
        const t = await db.startTransaction()
        const both = await Promise.allSettled(['a', 'b'].map((id) => t.collection('conformance_things').doc(id).get()))
        return both.flatMap((one) => (one.status === 'rejected' ? [one.reason.errCode, one.reason.errMsg] : []))
      },
      answer: [-501001, expect.stringMatching(/TransactionBusy/)],
    },
    {
      name: 'after the commit the transaction does not exist',
      documents,
      act: async ({ db, caught }) => {
        const t = await db.startTransaction()
        await t.commit()
        return caught(t.collection('conformance_things').doc('a').get())
      },
      answer: { errCode: -501001, errMsg: expect.stringMatching(/TransactionNotExist/) },
    },
    {
      name: 'a second commit is refused with its code',
      act: async ({ db }) => {
        const t = await db.startTransaction()
        await t.commit()
        await t.commit()
      },
      error: { code: 'DATABASE_TRANSACTION_FAIL', message: expect.stringMatching(/TransactionNotExist/) },
    },
    {
      name: 'a duplicate id inside is refused with E11000',
      documents,
      act: async ({ db, caught }) => {
        const t = await db.startTransaction()
        return caught(t.collection('conformance_things').add({ data: { _id: 'a' } }))
      },
      answer: { errCode: -502001, errMsg: expect.stringMatching(/E11000/) },
    },
    {
      name: 'a lost operation ends the transaction',
      documents,
      act: async ({ db, caught }) => {
        const t = await db.startTransaction()
        await t
          .collection('conformance_things')
          .doc('b')
          .update({ data: { money: 7 } })
        await caught(t.collection('conformance_things').add({ data: { _id: 'a' } }))
        return caught(t.collection('conformance_things').doc('b').get())
      },
      answer: { errCode: -501001, errMsg: expect.stringMatching(/TransactionNotExist/) },
    },
    {
      name: 'a collection that does not exist throws -502005',
      act: async ({ db, caught }) => {
        const t = await db.startTransaction()
        const seen = await caught(t.collection('conformance_nowhere').add({ data: {} }))
        await t.rollback()
        return seen
      },
      answer: { errCode: -502005, errMsg: expect.any(String) },
    },
    {
      name: 'where().update runs outside: a rollback does not undo it',
      documents,
      act: async ({ db, c }) => {
        const t = await db.startTransaction()
        await t
          .collection('conformance_things')
          .where({ _id: 'b' })
          .update({ data: { money: 99 } })
        await t.rollback()
        return (await c.doc('b').get()).data.money
      },
      answer: 99,
    },
    {
      name: 'count runs outside: it does not see what the transaction added',
      documents,
      act: async ({ db }) => {
        const t = await db.startTransaction()
        await t.collection('conformance_things').add({ data: { _id: 'new' } })
        const { total } = await t.collection('conformance_things').count()
        await t.rollback()
        return total
      },
      answer: 2,
    },
    {
      name: 'a plain write waits for the transaction that holds its document',
      documents,
      act: async ({ db, _, c }) => {
        const t = await db.startTransaction()
        await t
          .collection('conformance_things')
          .doc('a')
          .update({ data: { money: 20 } })
        const waiting = c.doc('a').update({ data: { money: _.inc(1) } })
        await t.commit()
        await waiting
        return (await c.doc('a').get()).data.money
      },
      answer: 21,
    },
  ],
}
