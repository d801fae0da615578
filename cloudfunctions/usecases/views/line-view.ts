import type { LineView, PhotoView } from '../../../contract'
import type { Photo } from '../../../domain/fulfilment/fulfilment'
import { lineTitle, type OrderLine } from '../../../domain/order/order'
import type { Ports } from '../../ports/ports'
import { readByIds } from '../core/read-all'
import { isStencilId } from '../stencils/design'

/** What an answer shows of things kept elsewhere: links that expire by file id, path data by stencil id. */
export type Links = Record<string, string>

/** The photos of lines that were made from one, and what is grown on each. */
export function lineFiles(lines: readonly OrderLine[]): string[] {
  const photos = lines.flatMap(({ imprint }) => (imprint?.kind === 'picture' ? [imprint.fileId] : []))
  return [...photos, ...lineStencils(lines)]
}

/** What is grown on each line: all an orchard may see. */
export function lineStencils(lines: readonly OrderLine[]): string[] {
  return lines.flatMap(({ imprint }) => imprint?.stencils ?? [])
}

/** All links and path data of one answer, at most one call for each; nothing wanted, no round trip. */
export async function linksTo(ports: Ports, ids: readonly string[]): Promise<Links> {
  const wanted = [...new Set(ids)]
  const files = wanted.filter((id) => !isStencilId(id))
  const [links, stencils] = await Promise.all([
    files.length === 0 ? {} : ports.files.links(files),
    readByIds(ports, 'stencils', wanted.filter(isStencilId)),
  ])
  return { ...links, ...Object.fromEntries(stencils.map(({ _id, d }) => [_id, d])) }
}

/** Path data of each design of an imprint; one that is gone is left out. */
export function artOf({ imprint }: Pick<OrderLine, 'imprint'>, links: Links): string[] {
  return (imprint?.stencils ?? []).flatMap((id) => links[id] ?? [])
}

/** A line as its customer or the merchant sees it. */
export function lineView(line: OrderLine, links: Links): LineView {
  const { id, productId, kind, look, name, packName, pieces, packs, unitFen, totalFen, counterId, words, imprint } =
    line
  const link = imprint?.kind === 'picture' ? links[imprint.fileId] : undefined
  return {
    ...{ id, productId, kind, look, name, packName, pieces, packs, unitFen, totalFen, counterId },
    ...(words ? { words } : {}),
    ...(imprint ? { imprint } : {}),
    title: lineTitle(line),
    art: artOf(line, links),
    ...(link ? { pictureUrl: link } : {}),
  }
}

/** A photo with its link; empty when the file is gone. */
export function photoView(photo: Photo, links: Links): PhotoView {
  return { step: photo.step, fileId: photo.fileId, at: photo.at, url: links[photo.fileId] ?? '' }
}
