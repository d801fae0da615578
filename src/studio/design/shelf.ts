import type { ProductView } from '../../../contract'
import type { CustomProduct } from '../../../domain/catalogue/product'
import { imprintRefusal, spreadRefusal } from '../../../domain/imprint/imprint'
import { packOf } from '../../components/PackChoice/limits'
import type { BasketLine } from '../../state/basket'
import { imprintOf, type Design } from '../../state/design'

export type CustomView = ProductView & { product: CustomProduct }

export const isCustom = (view: ProductView): view is CustomView => view.product.kind === 'custom'

/** The fruit of a design: its own, else the first that takes orders today. */
export function viewOf(views: readonly CustomView[], productId: string): CustomView | undefined {
  const open = views.filter(({ refusal }) => !refusal)
  return open.find(({ product }) => product._id === productId) ?? open[0]
}

/** A design on a fruit: fruit that takes words only gets no picture. */
export const designOn = (design: Design, { product }: CustomView): Design =>
  design.kind === 'picture' && !product.imprint.pictures ? { ...design, kind: 'text' } : design

/** The box a design goes into: the chosen one, else the first that its characters fill evenly. */
export function packFor(view: CustomView, design: Design) {
  const imprint = imprintOf(design)
  const even = view.product.packs.filter(({ pieces }) => !imprint || spreadRefusal(imprint, pieces) === null)
  return even.find(({ id }) => id === design.packId) ?? even[0] ?? packOf(view, design.packId)
}

/** The designs that can be ordered, as lines of an order. */
export function linesOf(
  designs: readonly Design[],
  views: readonly CustomView[],
  art: Record<string, string[]>,
): (BasketLine & { fen: number; id: string })[] {
  return designs.flatMap((drafted) => {
    const view = viewOf(views, drafted.productId)
    if (!view) return []
    const design = designOn(drafted, view)
    const imprint = imprintOf(design)
    const pack = packOf(view, design.packId)
    if (!imprint || imprintRefusal(imprint, view.product) || spreadRefusal(imprint, pack.pieces)) return []
    const asked = { productId: view.product._id, packId: pack.id, packs: design.packs, imprint }
    return [{ asked, art: art[design.id] ?? [], fen: pack.priceFen * design.packs, id: design.id }]
  })
}
