import { createHash } from 'node:crypto'
import type { Input, SheetView } from '../../../contract'
import { decideFulfilment, type FulfilmentCommand } from '../../../domain/fulfilment/decide'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { stickersIn, stickersOf, type Block } from '../../../domain/fulfilment/sheet'
import { alreadyDone } from '../../../domain/history'
import { picturesOf } from '../../../domain/order/verdicts'
import { POLICY } from '../../../domain/policy'
import { Refused, reject } from '../../../domain/refusals'
import { dayOf } from '../../../domain/time'
import { parsePath } from '../../../imprint/outline/parse-path'
import type { Sticker } from '../../../imprint/press/sheet-pdf'
import { planSheet } from '../../../imprint/sheet/plan'
import type { StencilDoc } from '../../collections'
import type { Ports } from '../../ports/ports'
import type { Context } from '../core/answer'
import { outOfTime } from '../core/budget'
import { changeFulfilment } from '../core/change'
import { readByIds } from '../core/read-all'
import { asOrchard, orchardOf, ownWork } from './own-work'
import { printableOf, stencilsOf, walk, workOnTrees } from './trees'

type Walked = ReturnType<typeof walk>

/**
 * Prints a batch of accepted work: one PDF of all its stickers in the order of the walk, kept under the name of this request,
 * and noted on each parcel (G4). A repeat writes that file again and goes on where the first try ended. Before anything is
 * written it throws FULFILMENT_UNKNOWN, NOT_ALLOWED_NOW, PRINTED_TOO_OFTEN, SHEET_TOO_LONG and PICTURE_WITHDRAWN; and BUSY
 * when the event's time is up and the same request should be repeated.
 */
export async function printSheet(context: Context, { key, ids }: Input<'sheets.print'>): Promise<SheetView> {
  const { ports } = context
  const orchardId = orchardOf(context)
  const [orchard, chosen, onTrees] = await Promise.all([
    ports.db.get('orchards', orchardId),
    readByIds(ports, 'fulfilments', ids, { orchardId }),
    workOnTrees(ports, orchardId),
  ])
  if (chosen.length < new Set(ids).size) reject('FULFILMENT_UNKNOWN')
  const stickers = chosen.reduce((sum, parcel) => sum + stickersIn(parcel), 0)
  if (stickers > POLICY.mostSheetStickers) reject('SHEET_TOO_LONG', { most: POLICY.mostSheetStickers }, 'ids')
  for (const parcel of chosen) mustBePrintable(context, parcel, key)

  await mayStillBePrinted(ports, chosen)

  // Placed together with all that waits, as the list shows it, whatever part of it is printed.
  const wanted = new Set(ids)
  const walked = walk(orchard?.blocks ?? [], printableOf(onTrees), onTrees).filter(({ parcel }) =>
    wanted.has(parcel._id),
  )
  const batch = batchOf(walked, await stencilsOf(ports, chosen))
  const title = `${orchard?.name.zh ?? orchardId}  ${dayOf(ports.now())}  ${stickers} 张`
  const fileId = await ports.files.write(
    `sheets/${orchardId}/${key}-${batchName(chosen)}.pdf`,
    await drawn(ports, batch, title),
  )
  await record(context, walked, key, fileId)
  const links = await ports.files.links([fileId])
  return { url: links[fileId] ?? '', fileId, pages: planSheet(batch).pages, stickers }
}

// The same key for another batch must not change a sheet that parcels are noted on.
const batchName = (parcels: readonly FulfilmentDoc[]): string => {
  const ids = parcels.map(({ _id }) => _id).sort()
  return createHash('sha256').update(ids.join()).digest('hex').slice(0, 8)
}

const noted = (parcel: FulfilmentDoc, block: Block | null, key: string, fileId: string): FulfilmentCommand => ({
  type: 'printSheet',
  sheet: { id: key, block: block?.id ?? null, stickers: stickersIn(parcel), fileId },
})

function mustBePrintable(context: Context, parcel: FulfilmentDoc, key: string): void {
  const by = asOrchard(context)
  if (alreadyDone(parcel.history, key, 'printSheet', by)) return
  const decision = decideFulfilment(noted(parcel, null, key, ''), parcel, by, context.ports.now())
  if (!decision.ok) throw new Refused(decision.refusal)
}

// W1: WeChat may have refused a picture after the order was approved; then it is not printed either.
async function mayStillBePrinted(ports: Ports, parcels: readonly FulfilmentDoc[]): Promise<void> {
  const ids = parcels.flatMap(({ lines }) => picturesOf(lines).map(({ pictureId }) => pictureId))
  const pictures = await readByIds(ports, 'pictures', ids)
  if (pictures.some(({ verdict }) => verdict === 'refused')) reject('PICTURE_WITHDRAWN', {}, 'ids')
}

/** Every sticker of the batch; each design's are counted for themselves. Throws when a stencil is gone or cannot be read. */
function batchOf(walked: Walked, stencils: ReadonlyMap<string, StencilDoc>): Sticker[] {
  const paths = new Map([...stencils].map(([id, { d }]) => [id, parsePath(d)]))
  return walked.flatMap(({ parcel, block }) =>
    stickersOf(parcel).flatMap(({ stencil, stickers }) => {
      const [art, stickerMm] = [paths.get(stencil), stencils.get(stencil)?.stickerMm]
      if (!art || !stickerMm) throw new Error(`no stencil ${stencil} for ${parcel._id}`)
      const [{ name }] = parcel.lines
      const same = { art, stickerMm, code: parcel.code ?? '', note: name.zh, block: block?.name.zh ?? '' }
      return Array.from({ length: stickers }, (_, i): Sticker => ({ ...same, number: `${i + 1}/${stickers}` }))
    }),
  )
}

// The writer of PDFs is loaded with the first sheet: most events of an orchard need none.
async function drawn(ports: Ports, batch: readonly Sticker[], title: string): Promise<Uint8Array> {
  const [{ sheetPdf }, face] = await Promise.all([import('../../../imprint/press/sheet-pdf'), ports.typeface('hei')])
  return sheetPdf(batch, { title, at: ports.now() }, face)
}

// One after the other: a repeat finds the first of them noted and places the rest as they were placed before.
async function record(context: Context, walked: Walked, key: string, fileId: string): Promise<void> {
  const { ports } = context
  const allow = ownWork(context)
  for (const { parcel, block } of walked) {
    if (outOfTime(ports)) reject('BUSY')
    const command = noted(parcel, block, key, fileId)
    await changeFulfilment(ports, parcel._id, command, asOrchard(context), { key, allow, loaded: parcel })
  }
}
