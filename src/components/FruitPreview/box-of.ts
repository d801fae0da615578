import type { FruitLook } from '../../../domain/catalogue/product'
import { previewBox, type PreviewBox } from '../../../imprint/preview-box'

const boxes = new Map<FruitLook, PreviewBox>()

/** `previewBox`, measured once for each look. */
export function boxOf(look: FruitLook): PreviewBox {
  const known = boxes.get(look) ?? previewBox(look)
  boxes.set(look, known)
  return known
}
