/** A4, in mm. */
export const PAGE = { width: 210, height: 297 } as const
export const QR_MM = 16
/** A square of this side is printed to check the printer's scale before a batch is cut. */
export const TEST_MM = 50

/** Where stickers may lie on a page; what is around it is for the head, the foot and the register marks. */
export const FIELD = { left: 12, top: 17, right: PAGE.width - 12, bottom: PAGE.height - 11 } as const
/** Room between a cut line and the next. */
const GAP = 4
/** Between a sticker and its tab. */
export const TAB_GAP_MM = 1
/** A narrower tab would have no room for the code beside its QR. */
const LEAST_TAB_MM = 29
/** The line that names a block. */
export const HEADING_MM = 8
/** Upper left corner of the test square, on the first page. */
export const TEST_AT = { x: FIELD.right - TEST_MM, y: FIELD.top } as const

/** What the plan must know of a sticker. */
export interface Sized {
  /** Block of trees it goes to; empty when the orchard has none. Stickers of a block follow each other. */
  block: string
  /** Side of the sticker on the fruit, at most 40 mm. */
  stickerMm: number
}

/** Where a sticker lies: its page from 0, its middle and its tab in mm from the upper left corner. */
export type Placed<S extends Sized> = S & {
  page: number
  x: number
  y: number
  tab: { left: number; top: number; width: number }
}

/** The name of a block, above its first row on each page. */
export interface Heading {
  page: number
  top: number
  block: string
}

export interface SheetPlan<S extends Sized> {
  pages: number
  stickers: Placed<S>[]
  headings: Heading[]
}

/** Width of the tab under a sticker, mm. */
export const tabMm = (stickerMm: number): number => Math.max(stickerMm, LEAST_TAB_MM)

const cellOf = (stickerMm: number) => ({
  width: tabMm(stickerMm) + GAP,
  height: stickerMm + TAB_GAP_MM + QR_MM + GAP,
})

/**
 * Lays a batch out in the order it is given, row after row, page after page: small stickers lie closer. A block begins a row of
 * its own under its name, so that one walk through the trees needs no searching.
 */
export function planSheet<S extends Sized>(batch: readonly S[]): SheetPlan<S> {
  const stickers: Placed<S>[] = []
  const headings: Heading[] = []
  let [page, top, left, rowHeight]: [number, number, number, number] = [0, FIELD.top, FIELD.left, 0]

  const endRow = () => {
    top += rowHeight
    left = FIELD.left
    rowHeight = 0
  }
  const beginPage = () => {
    page += 1
    top = FIELD.top
  }
  const nameBlock = (block: string) => {
    if (block === '') return
    headings.push({ page, top, block })
    top += HEADING_MM
  }

  batch.forEach((sticker, i) => {
    const { width, height } = cellOf(sticker.stickerMm)
    const newBlock = i === 0 || batch[i - 1].block !== sticker.block
    if (newBlock || left + width - GAP > rightOf(page, top)) endRow()
    const needed = Math.max(rowHeight, height) + (newBlock && sticker.block !== '' ? HEADING_MM : 0)
    if (top + needed - GAP > FIELD.bottom) {
      endRow()
      beginPage()
      nameBlock(sticker.block)
    } else if (newBlock) nameBlock(sticker.block)
    const across = tabMm(sticker.stickerMm)
    stickers.push({
      ...sticker,
      page,
      x: left + across / 2,
      y: top + sticker.stickerMm / 2,
      tab: { left, top: top + sticker.stickerMm + TAB_GAP_MM, width: across },
    })
    left += width
    rowHeight = Math.max(rowHeight, height)
  })
  return { pages: page + 1, stickers, headings }
}

// Beside the test square rows are shorter.
function rightOf(page: number, top: number): number {
  return page === 0 && top < TEST_AT.y + TEST_MM + GAP ? TEST_AT.x - GAP : FIELD.right
}
