import type { ProductView } from '../../../contract'
import type { Pack } from '../../../domain/catalogue/product'
import { POLICY } from '../../../domain/policy'

/** The chosen pack, or the first where the choice is not of this product. */
export function packOf({ product }: ProductView, packId: string): Pack {
  return product.packs.find(({ id }) => id === packId) ?? product.packs[0]
}

/** How many of a pack may be taken: what is left, and no more than an order holds. */
export function mostPacks({ left }: ProductView, pack: Pack): number {
  return Math.min(POLICY.maxPacks, Math.floor(left / pack.pieces))
}
