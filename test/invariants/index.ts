import type { Asked, Dump } from './dump'
import { brokenFruit } from './fruit'
import { brokenHistory } from './history'
import { brokenImprints } from './imprint'
import { brokenMessages } from './messages'
import { brokenMoney } from './money'
import { brokenSplits } from './split'
import { brokenStock } from './stock'

export type { Asked, Dump } from './dump'
export { dumpOf } from './of-cloud'
export { brokenBetween } from './steps'

/**
 * What must be true of the whole shop at any moment, whatever has failed. Pure.
 *
 *     brokenInvariants(dump: Dump, asked: Asked): string[]
 *
 * Answers one sentence per broken invariant; an empty list means that all hold. `dump` is every document and WeChat's side
 * (`dumpOf(cloud)` takes one of a local cloud; any other world can fill in the same data). `asked.start` are the counters
 * before the first order. Without more it may be asked at any moment, also in the middle of an act: what still waits in an
 * outbox is taken into account. `settled: true` asks more, once the clock has run (nothing due, the sums at WeChat and here agree);
 * `night: true` still more, once the round of the night has run (nothing held for nobody); `pushedAgain: 1` forgives one
 * second push to the phone after an answer of WeChat was lost. `brokenBetween(before, after)` compares two moments.
 */
export function brokenInvariants(dump: Dump, asked: Asked): string[] {
  const all = [brokenStock, brokenMoney, brokenFruit, brokenSplits, brokenImprints, brokenMessages, brokenHistory]
  return all.flatMap((broken) => broken(dump, asked))
}
