import type { SheetJobView } from '../../../contract/sheet-views'
import { POLICY } from '../../../domain/policy'
import { planSheet } from '../../../imprint/sheet/plan'

/** Stickers of these parcels. */
export const stickersIn = (jobs: readonly SheetJobView[]): number => jobs.reduce((sum, job) => sum + job.stickers, 0)

/** Pages they take, block by block. */
export function pagesOf(jobs: readonly SheetJobView[]): number {
  const stickers = grouped(jobs, ({ block }) => block?.id)
    .flat()
    .flatMap(({ stickers, stickerMm, block }) =>
      Array.from({ length: stickers }, () => ({ stickerMm, block: block?.id ?? '' })),
    )
  return planSheet(stickers).pages
}

/** What one batch takes of what was chosen: the beginning of the walk. */
export const firstBatch = (jobs: readonly SheetJobView[]): SheetJobView[] => jobs.slice(0, POLICY.mostSheetParcels)

/** Parcels that follow each other and belong together, in their order. */
export function grouped<Key>(jobs: readonly SheetJobView[], keyOf: (job: SheetJobView) => Key): SheetJobView[][] {
  const groups = new Map<Key, SheetJobView[]>()
  for (const job of jobs) groups.set(keyOf(job), [...(groups.get(keyOf(job)) ?? []), job])
  return [...groups.values()]
}
