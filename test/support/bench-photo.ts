import { encode } from 'jpeg-js'
import type { LookId } from '../../imprint/fruit/looks'
import { fillPath } from '../../imprint/outline/fill'
import { parsePath } from '../../imprint/outline/parse-path'
import { placePath } from '../../imprint/outline/path'
import { renderPhoto } from '../../imprint/photo-scene'

const MASK_PX = 320
const PX_PER_MM = MASK_PX / 40

/** A JPEG of one fruit on the bench with this design on it (SVG path data, mm), as the workbench's camera takes it. */
export function benchPhoto(
  d: string,
  { look = 'fuji', seed = 7, size = 560 }: { look?: LookId; seed?: number; size?: number } = {},
) {
  const path = placePath(parsePath(d) ?? [], PX_PER_MM, MASK_PX / 2, MASK_PX / 2)
  const mask = fillPath(path, MASK_PX, MASK_PX)
  const { width, height, pixels } = renderPhoto({ look, stage: 'ripe', scene: 'bench', mask, seed, size })
  return encode({ width, height, data: Buffer.from(pixels.buffer) }, 90).data
}
