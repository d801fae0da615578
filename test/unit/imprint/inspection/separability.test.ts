import { mustNotPass, shouldPass, type Row } from '../../../bench/inspection/rows'
import { rowsOfPhoto } from '../../../bench/inspection/run'

// A sample of `test/bench/inspection.ts` that is cheap enough for every run. The seeds are the first odd ones from 1001 on,
// chosen before any of them was looked at: weights and thresholds are fitted on even seeds.
const GUIDED = [1001, 1003, 1005, 1007, 1009]
const HARD = [1013, 1015, 1017, 1019, 1021, 1023]
const WIDTH = 480

const claimsOf = async (kind: 'guided' | 'hard', seeds: readonly number[]): Promise<Row[]> =>
  (await Promise.all(seeds.map((seed) => rowsOfPhoto(kind, seed, ['right', 'twin', 'random'], WIDTH)))).flat()

const told = ({ seed, shown, fault, claimed, verdict, reason }: Row) =>
  `${seed}: ${shown} (${fault}) claimed as ${claimed} is ${verdict}, ${reason}`

test('on guided photos every right fruit passes and no wrong claim does', async () => {
  const rows = await claimsOf('guided', GUIDED)
  const [right, wrong] = [rows.filter(shouldPass), rows.filter(mustNotPass)]
  expect([right.length > 2, wrong.length > 5]).toEqual([true, true])
  expect(right.filter(({ verdict }) => verdict !== 'consistent').map(told)).toEqual([])
  expect(wrong.filter(({ verdict }) => verdict === 'consistent').map(told)).toEqual([])
})

test('on hard photos no wrong claim passes and no right fruit is rejected', async () => {
  const rows = await claimsOf('hard', HARD)
  const [right, wrong] = [rows.filter(shouldPass), rows.filter(mustNotPass)]
  expect([right.length > 2, wrong.length > 8]).toEqual([true, true])
  expect(right.filter(({ verdict }) => verdict === 'inconsistent').map(told)).toEqual([])
  expect(wrong.filter(({ verdict }) => verdict === 'consistent').map(told)).toEqual([])
})
