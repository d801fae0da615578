import type { Input, SheetJobView, SheetsView } from '../../../contract'
import { parcelActions } from '../../../domain/actions'
import { piecesIn } from '../../../domain/fulfilment/fruit'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { stickersIn, type Block } from '../../../domain/fulfilment/sheet'
import type { Instant } from '../../../domain/time'
import type { StencilDoc } from '../../collections'
import type { Context } from '../core/answer'
import type { Cursor } from '../core/page'
import { jobImprint } from '../views/job-view'
import { linksTo, type Links } from '../views/line-view'
import { orchardOf } from './own-work'
import { printableOf, stencilsOf, walk, workOnTrees } from './trees'

const PAGE = 50

/** What waits to be printed and what was printed and is not on the fruit yet, the oldest work first, page by page (G4). */
export async function listSheets(context: Context, { cursor }: Input<'sheets.list'>): Promise<SheetsView> {
  const { ports } = context
  const orchardId = orchardOf(context)
  const [orchard, onTrees] = await Promise.all([ports.db.get('orchards', orchardId), workOnTrees(ports, orchardId)])
  const toPrint = printableOf(onTrees)
  const { docs, next } = pageOfWork(toPrint, cursor)
  const shown = new Set(docs)
  const [stencils, links] = await Promise.all([
    stencilsOf(ports, docs),
    linksTo(
      ports,
      docs.flatMap(({ sheet }) => sheet?.fileId ?? []),
    ),
  ])
  // All that waits is placed together, whatever part of it this page shows.
  const views = walk(orchard?.blocks ?? [], toPrint, onTrees)
    .filter(({ parcel }) => shown.has(parcel))
    .flatMap(({ parcel, block }) => sheetJobView(parcel, block, stencils, links) ?? [])
  return {
    orchardName: orchard?.name ?? { zh: orchardId, en: orchardId },
    waiting: views.filter(({ printed }) => printed === null),
    printed: bySheet(views.filter(({ printed }) => printed !== null)),
    next,
  }
}

/** Sheet by sheet, the newest first; the parcels of one stay in the order of the walk. */
function bySheet(views: readonly SheetJobView[]): SheetJobView[] {
  const madeAt = new Map<string, Instant>()
  for (const { printed } of views) {
    if (printed && printed.at > (madeAt.get(printed.id) ?? '')) madeAt.set(printed.id, printed.at)
  }
  const at = ({ printed }: SheetJobView) => madeAt.get(printed?.id ?? '') ?? ''
  return [...views].sort((a, b) => (at(a) < at(b) ? 1 : at(a) > at(b) ? -1 : 0))
}

/** A page of what was read whole, after the cursor of the page before. */
function pageOfWork(jobs: readonly FulfilmentDoc[], cursor: Cursor | undefined) {
  const place = ({ createdAt, id }: Cursor) => `${createdAt} ${id}`
  const cursorOf = ({ createdAt, _id }: FulfilmentDoc): Cursor => ({ createdAt, id: _id })
  const sorted = [...jobs].sort((a, b) => (place(cursorOf(a)) < place(cursorOf(b)) ? -1 : 1))
  const rest = cursor ? sorted.filter((job) => place(cursorOf(job)) > place(cursor)) : sorted
  const docs = rest.slice(0, PAGE)
  return { docs, next: rest.length > PAGE ? cursorOf(docs[docs.length - 1]) : null }
}

/** Null for work that gets no stickers. Every field is named, as in `jobView`: nothing of the customer may slip in. */
function sheetJobView(
  job: FulfilmentDoc,
  block: Block | null,
  stencils: ReadonlyMap<string, StencilDoc>,
  links: Links,
): SheetJobView | null {
  const { imprint, name, look } = job.lines[0]
  if (!imprint || !job.dates || job.dates.technique === 'laser') return null
  const cut = imprint.stencils.flatMap((id) => stencils.get(id) ?? [])
  const { sheet } = job
  return {
    id: job._id,
    code: imprint.code,
    productName: name,
    look,
    imprint: jobImprint(imprint),
    art: cut.map(({ d }) => d),
    pieces: piecesIn(job),
    stickers: stickersIn(job),
    stickerMm: Math.max(0, ...cut.map(({ stickerMm }) => stickerMm)),
    stickerOn: job.dates.stickerOn,
    block: block && { id: block.id, name: block.name },
    printed: sheet ? { id: sheet.id, at: sheet.at, fileId: sheet.fileId, url: links[sheet.fileId] ?? null } : null,
    printable: parcelActions(job, 'orchard').includes('printSheet'),
  }
}
