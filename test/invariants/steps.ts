import type { Aggregate } from '../../cloudfunctions/collections'
import { fruitIn } from '../../domain/fulfilment/fruit'
import { byId, type Dump } from './dump'

// What the clock could not work on is put aside without a version of its own, and shows: only what is derived changes.
function sameBut(next: Aggregate, old: Aggregate): boolean {
  const aside = { dueAt: next.dueAt, ...(next.trouble > 0 ? { trouble: next.trouble } : {}) }
  return JSON.stringify({ ...old, ...aside }) === JSON.stringify(next)
}

/**
 * What no act may do, from one moment to a later one: lose a document, turn a version back, change a document without
 * counting it, rewrite history, take fruit into a parcel or out of one that was not split, or cut anew what somebody has bought. Answers what is broken.
 */
export function brokenBetween(before: Dump, after: Dump): string[] {
  return [...brokenAggregates(before, after), ...movedFruit(before, after), ...recut(before, after)]
}

function brokenAggregates(before: Dump, after: Dump): string[] {
  return (['orders', 'fulfilments', 'aftersales'] as const).flatMap((collection) => {
    const now = byId<Dump['documents'][typeof collection][number]>(after.documents[collection])
    return before.documents[collection].flatMap((old) => {
      const next = now.get(old._id)
      if (!next) return [`${old._id} is gone`]
      if (next.version < old.version) return [`${old._id} went back from version ${old.version} to ${next.version}`]
      if (next.version === old.version && !sameBut(next, old)) {
        return [`${old._id} changed without a new version`]
      }
      const kept = next.history.slice(0, old.history.length)
      return JSON.stringify(kept) === JSON.stringify(old.history) ? [] : [`${old._id}: its history was rewritten`]
    })
  })
}

function movedFruit(before: Dump, after: Dump): string[] {
  const now = byId(after.documents.fulfilments)
  return before.documents.fulfilments.flatMap((old) => {
    const next = now.get(old._id)
    if (!next || fruitIn(next).join() === fruitIn(old).join()) return []
    const parted = !old.splitOff && next.splitOff && fruitIn(next).every((fruit) => fruitIn(old).includes(fruit))
    return parted ? [] : [`${old._id} had the fruit ${fruitIn(old).join()} and has ${fruitIn(next).join()}`]
  })
}

function recut(before: Dump, after: Dump): string[] {
  const now = byId(after.documents.stencils)
  return before.documents.stencils.flatMap(({ _id, d }) => {
    const next = now.get(_id)
    if (!next) return [`${_id} is gone`]
    return next.d === d ? [] : [`${_id} was cut again, and otherwise`]
  })
}
