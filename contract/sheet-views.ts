import type { OrderLine } from '../domain/order/order'
import type { Day, Instant } from '../domain/time'
import type { Words } from '../domain/words'
import type { JobImprint } from './orchard-views'
import type { Next } from './views'

/** A parcel as it waits for its stickers, or as they were printed (G4). */
export interface SheetJobView {
  id: string
  code: string
  productName: Words
  look: OrderLine['look']
  imprint: JobImprint
  /** SVG path data, mm around 0,0 of the 40 mm square; one for each design. */
  art: string[]
  pieces: number
  /** With the spares. */
  stickers: number
  /** Side of its stickers, mm. */
  stickerMm: number
  stickerOn: Day
  /** Where its stickers go, or would go if it were printed now; null when the orchard has no blocks. */
  block: { id: string; name: Words } | null
  /** The sheet it was printed on. `url` is a link that expires; null when the file is gone. */
  printed: { id: string; at: Instant; fileId: string; url: string | null } | null
  /** Whether it may be printed, or printed again. */
  printable: boolean
}

export interface SheetsView {
  orchardName: Words
  /** In the order of the walk through the blocks. */
  waiting: SheetJobView[]
  /** The newest first. */
  printed: SheetJobView[]
  next: Next
}

/** A sheet that was just made. */
export interface SheetView {
  /** A link that expires. */
  url: string
  fileId: string
  pages: number
  stickers: number
}
