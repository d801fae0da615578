import type { Input, StencilView } from '../../../contract'
import type { CustomProduct } from '../../../domain/catalogue/product'
import { imprintRefusal, roomNeeded, type Imprint } from '../../../domain/imprint/imprint'
import { reject, type Refusal } from '../../../domain/refusals'
import type { Ports } from '../../ports/ports'
import type { Context } from '../core/answer'
import { outOfTime } from '../core/budget'
import { cutFor, type Cut } from '../stencils/cut'
import { designsToCut, type Design, type Fruit } from '../stencils/design'
import { stencilView } from '../stencils/stencil-view'
import { mayUsePhoto } from './own-photo'

/** What would be cut for words or a motif while they are designed (O2). Throws PRODUCT_UNKNOWN, PICTURE_UNKNOWN. */
export async function seeStencil({ ports }: Context, input: Input<'design.stencil'>): Promise<StencilView> {
  const { imprint } = input
  const product = await customProduct(ports, input.productId)
  if (imprint.kind === 'picture') return reject('PICTURE_UNKNOWN', {}, 'imprint')
  const refusal = imprintRefusal(imprint, product)
  // Words that cannot be grown at all are not drawn; words that are too long are, so that one sees why.
  if (refusal && !isShown(imprint, refusal, product)) return nothingCut(refusal)
  return viewOf(ports, designsToCut(imprint, null), product, imprint, refusal)
}

// A little too long is drawn, so that one sees why; a page of text would take longer than the phone waits.
function isShown(imprint: Imprint, { code }: Refusal, product: CustomProduct): boolean {
  return (
    imprint.kind === 'text' &&
    code === 'IMPRINT_TOO_LONG' &&
    imprint.spread !== 'perFruit' &&
    roomNeeded(imprint.text) <= 2 * product.imprint.maxCharacters
  )
}

/** What would be cut for an uploaded photo while it is tuned. Throws PRODUCT_UNKNOWN, PICTURE_UNKNOWN, PICTURE_UNREADABLE. */
export async function seePictureStencil(
  { ports, openid }: Context,
  { productId, fileId, wish }: Input<'picture.stencil'>,
): Promise<StencilView> {
  const [product] = await Promise.all([customProduct(ports, productId), mayUsePhoto(ports, openid, fileId)])
  return viewOf(ports, [{ kind: 'photo', fileId, wish }], product, { kind: 'photo' }, null)
}

/** A product that takes imprints. Throws PRODUCT_UNKNOWN. */
export async function customProduct(ports: Ports, productId: string): Promise<CustomProduct> {
  const product = await ports.db.get('products', productId)
  return product?.onSale && product.kind === 'custom' ? product : reject('PRODUCT_UNKNOWN', {}, 'productId')
}

async function viewOf(
  ports: Ports,
  designs: readonly Design[],
  fruit: Fruit,
  imprint: Parameters<typeof stencilView>[1],
  refusal: Refusal | null,
): Promise<StencilView> {
  const cuts: Cut[] = []
  for (const design of designs) {
    if (outOfTime(ports)) reject('FAILED')
    cuts.push(
      await cutFor(ports, design, fruit, imprint.kind === 'photo' ? 'fileId' : 'imprint', {
        propose: refusal === null,
      }),
    )
  }
  const view = stencilView(cuts, imprint)
  return refusal ? { ...view, refusal } : view
}

const nothingCut = (refusal: Refusal): StencilView => ({ ...stencilView([], { kind: 'motif' }), refusal })
