import type { DesignVerdict, Input } from '../../../contract'
import { imprintRefusal, tidyText } from '../../../domain/imprint/imprint'
import { refuse, reject } from '../../../domain/refusals'
import type { Context } from '../core/answer'

/** What can be said of an imprint before it is ordered: whether it fits, and whether it may be printed (O2, W1). */
export async function checkDesign({ ports, openid }: Context, input: Input<'design.check'>): Promise<DesignVerdict> {
  const product = await ports.db.get('products', input.productId)
  if (!product?.onSale || product.kind !== 'custom') return reject('PRODUCT_UNKNOWN', {}, 'productId')
  const { imprint } = input
  const refusal = imprintRefusal(imprint, product)
  if (refusal) return { refusal, content: 'unchecked' }
  if (imprint.kind === 'picture') return checkPicture(imprint.pictureId)
  // Our own drawings need no check.
  if (imprint.kind === 'motif') return { refusal: null, content: 'pass' }
  const verdict = await ports.content.text(openid, tidyText(imprint.text))
  return verdict === 'refused'
    ? { refusal: refuse('CONTENT_REFUSED', {}, 'imprint.text'), content: 'unchecked' }
    : { refusal: null, content: verdict }

  async function checkPicture(pictureId: string): Promise<DesignVerdict> {
    const picture = await ports.db.get('pictures', pictureId)
    if (picture?.openid !== openid)
      return { refusal: refuse('PICTURE_UNKNOWN', {}, 'imprint.pictureId'), content: 'unchecked' }
    if (picture.verdict === 'refused') {
      return { refusal: refuse('PICTURE_REFUSED', {}, 'imprint.pictureId'), content: 'unchecked' }
    }
    return { refusal: null, content: picture.verdict === 'pending' ? 'unchecked' : picture.verdict }
  }
}
