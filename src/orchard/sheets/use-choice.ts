import { useState } from 'react'
import type { SheetJobView } from '../../../contract/sheet-views'

/** What is to be printed: everything that waits, but for what the person has taken out. */
export function useChoice(waiting: readonly SheetJobView[]) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const chosen = waiting.filter(({ id, printable }) => printable && !left.has(id))
  return {
    chosen,
    has: ({ id }: SheetJobView) => chosen.some((job) => job.id === id),
    toggle({ id }: SheetJobView) {
      const next = new Set(left)
      if (!next.delete(id)) next.add(id)
      setLeft(next)
    },
    all: () => setLeft(new Set()),
    none: () => setLeft(new Set(waiting.map(({ id }) => id))),
  }
}

export type Choice = ReturnType<typeof useChoice>
