import type { Input } from '../cloud/procedures'
import { createStored } from './stored'

export type AskedLine = Input<'orders.place'>['lines'][number]

/** What is about to be ordered, on its way from the studio or a product to checkout. */
export interface BasketLine {
  asked: AskedLine
  /** What is grown, to draw the line with: SVG path data of each of its designs. */
  art: string[]
}

export const basketStore = createStored<{ lines: BasketLine[] }>('basket', { lines: [] })
