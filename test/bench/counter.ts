import { type TestCloud, startCloud } from '../localcloud/support/cloud'

const SOLD_ORDERS = [0, 1_000, 100_000]
const RESERVATIONS = 30
const ROUNDS = 5

type Fields = Record<string, unknown>

const orderNo = (i: number): string => `GY260905${i.toString(36).toUpperCase().padStart(7, '0')}`
const listed = (count: number): Record<string, number> =>
  Object.fromEntries(Array.from({ length: count }, (_unused, i) => [orderNo(i), 12]))

/** A season's counter after so many sold orders: as it is kept, and as it would be with every sale listed by name. */
const KEPT: Record<string, (sold: number) => Fields> = {
  'sum of what is sold for good': (sold) => ({ available: 1e7, holds: {}, sold: {}, soldForGood: 12 * sold }),
  'every sale by name': (sold) => ({ available: 1e7, holds: {}, sold: listed(sold), soldForGood: 0 }),
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

/** Milliseconds of one reservation: the conditional update that checks, takes and records the hold. */
function reserve(cloud: TestCloud, calls: number): Promise<number[]> {
  return cloud.run(
    async ({ db, _, args }) => {
      const times = []
      for (let i = 0; i < args.calls; i++) {
        const started = performance.now()
        const no = `NEW${Math.floor(started * 1000)}`
        await db
          .collection('counters')
          .where({ _id: 'season', available: _.gte(12), [`holds.${no}`]: _.exists(false) })
          .update({ data: { available: _.inc(-12), [`holds.${no}`]: _.set(12) }, multi: false })
        times.push(performance.now() - started)
      }
      return times
    },
    { calls },
  )
}

/** Bytes of a counter and cost of a reservation by number of sold orders. */
async function counterFigures(): Promise<object[]> {
  const rows: object[] = []
  for (const [kept, counter] of Object.entries(KEPT)) {
    let first = 0
    for (const sold of SOLD_ORDERS) {
      const cloud = await startCloud({ collections: [{ name: 'counters', indexes: [] }] })
      const doc = { _id: 'season', ...counter(sold) }
      const times: number[] = []
      for (let round = -1; round < ROUNDS; round++) {
        cloud.database.importDocuments('counters', [doc])
        const some = await reserve(cloud, RESERVATIONS)
        if (round >= 0) times.push(...some)
      }
      await cloud.end()
      const ms = median(times)
      first = first || ms
      rows.push({
        kept,
        'sold orders': sold,
        bytes: JSON.stringify(doc).length,
        'reserve p50 ms': Number(ms.toFixed(2)),
        ratio: Number((ms / first).toFixed(1)),
      })
    }
  }
  return rows
}

/** `npx tsx test/bench/counter.ts`: what a counter costs as a season goes on. Compare the ratios. */
async function main(): Promise<void> {
  console.log('A counter and what it has sold')
  console.table(await counterFigures())
}

void main()
