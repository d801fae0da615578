import type { CollectionName } from '../../cloudfunctions/collections'
import type { FunctionName } from '../../contract'
import type { World } from '../stories/world'

/** A whole Guoyin that can be asked anything and put back to where it was: in memory, or on the local cloud. */
export interface Stage {
  world: World
  /** Calls a function with any event at all, as this person; answers what the function answered. Throws if it broke. */
  send(openid: string, fn: FunctionName, event: unknown): Promise<unknown>
  /** Keeps every document as it is now. */
  keep(): void
  /** Puts back what was kept; answers the collections that were different. */
  undo(): Promise<CollectionName[]>
}

/** Documents kept as text, by collection; only what may have been written is looked at again. */
export function keepsake(documents: (collection: CollectionName) => readonly unknown[]) {
  const kept = new Map<CollectionName, { docs: readonly unknown[]; text: string }>()
  return {
    keep(collections: readonly CollectionName[]) {
      for (const name of collections) {
        const docs = documents(name)
        kept.set(name, { docs, text: JSON.stringify(docs) })
      }
    },
    docs: (name: CollectionName): readonly unknown[] => kept.get(name)?.docs ?? [],
    differing: (touched: readonly string[]): CollectionName[] =>
      [...kept.keys()].filter(
        (name) => touched.includes(name) && JSON.stringify(documents(name)) !== kept.get(name)?.text,
      ),
  }
}
