import type { LineView, PhotoView } from '../../../contract'
import type { Photo } from '../../../domain/fulfilment/fulfilment'
import { lineTitle, type OrderLine } from '../../../domain/order/order'
import type { Ports } from '../../ports/ports'

/** Links that expire, by file id. */
export type Links = Record<string, string>

/** The picture of a line, if it has one. */
export function lineFiles(lines: readonly OrderLine[]): string[] {
  return lines.flatMap(({ imprint }) => (imprint?.kind === 'picture' ? [imprint.fileId] : []))
}

/** Links for all files of one answer in one call; no files, no round trip. */
export async function linksTo(ports: Ports, fileIds: readonly string[]): Promise<Links> {
  const wanted = [...new Set(fileIds)]
  return wanted.length === 0 ? {} : ports.files.links(wanted)
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
    ...(link ? { pictureUrl: link } : {}),
  }
}

/** A photo with its link; empty when the file is gone. */
export function photoView(photo: Photo, links: Links): PhotoView {
  return { step: photo.step, fileId: photo.fileId, at: photo.at, url: links[photo.fileId] ?? '' }
}
