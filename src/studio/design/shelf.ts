import type { ProductView } from '../../../contract'
import type { CustomProduct } from '../../../domain/catalogue/product'
import { imprintRefusal, spreadRefusal } from '../../../domain/imprint/imprint'
import { packOf } from '../../components/PackChoice/limits'
import type { BasketLine } from '../../state/basket'
import { imprintOf, type Design } from '../../state/design'

export type CustomView = ProductView & { product: CustomProduct }

export const isCustom = (view: ProductView): view is CustomView => view.product.kind === 'custom'

/**
 * The fruit a design is shown on: its own, also where it takes no orders just now; the first that does where none was
 * chosen yet, or where the chosen one has left the shop. Undefined when no fruit takes orders.
 */
export function viewOf(views: readonly CustomView[], productId: string): CustomView | undefined {
  const first = views.find(({ refusal }) => !refusal)
  return first && (views.find(({ product }) => product._id === productId) ?? first)
}

/** A design as it is shown on a fruit: one that takes words only shows the words, the picture is kept. */
export const designOn = (design: Design, { product }: CustomView): Design =>
  design.kind === 'picture' && !product.imprint.pictures ? { ...design, kind: 'text' } : design

/** The box a design goes into: the chosen one, else the first that its characters fill evenly. */
export function packFor(view: CustomView, design: Design) {
  const imprint = imprintOf(design)
  const even = view.product.packs.filter(({ pieces }) => !imprint || spreadRefusal(imprint, pieces) === null)
  return even.find(({ id }) => id === design.packId) ?? even[0] ?? packOf(view, design.packId)
}

/** The designs that can be ordered, as lines of an order: each on the fruit it was made for, never on another. */
export function linesOf(
  designs: readonly Design[],
  views: readonly CustomView[],
  art: Record<string, string[]>,
): (BasketLine & { fen: number; id: string })[] {
  return designs.flatMap((design) => {
    const view = viewOf(views, design.productId)
    const imprint = imprintOf(design)
    if (!view || view.refusal || !imprint) return []
    if (design.productId !== '' && design.productId !== view.product._id) return []
    const pack = packFor(view, design)
    if (imprintRefusal(imprint, view.product) || spreadRefusal(imprint, pack.pieces)) return []
    const asked = { productId: view.product._id, packId: pack.id, packs: design.packs, imprint }
    return [{ asked, art: art[design.id] ?? [], fen: pack.priceFen * design.packs, id: design.id }]
  })
}

/** Which design carries something and is not among the lines, the first of them; -1 when none is. */
export const leftOut = (
  designs: readonly Design[],
  lines: readonly { id: string }[],
  photos: Record<string, unknown>,
): number =>
  designs.findIndex((design) => {
    const carries = imprintOf(design) !== null || (design.kind === 'picture' && design.id in photos)
    return carries && !lines.some(({ id }) => id === design.id)
  })
