import type { Picture } from '../../../imprint/raster'

/** What the light in a photo does to the comparison. */
export type Light = 'fine' | 'dark' | 'glaring'

/** Mean brightness under which the skin's own differences drown in noise, of 255. */
const DARK = 60
/** From here on a pixel is blown out, of 255; and the share of them that begins to hide strokes. */
const BLOWN = 246
const MOST_BLOWN = 0.025
/** The frame's circle, as a share of the shorter side. */
const CIRCLE = 0.42

/** Looks at the light inside the frame's circle. */
export function lightOf({ width, height, pixels }: Picture): Light {
  const reach = (Math.min(width, height) * CIRCLE) ** 2
  let seen = 0
  let bright = 0
  let blown = 0
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if ((x - width / 2) ** 2 + (y - height / 2) ** 2 > reach) continue
      const at = (y * width + x) * 4
      const [r, g, b] = [pixels[at], pixels[at + 1], pixels[at + 2]]
      seen++
      bright += 0.3 * r + 0.59 * g + 0.11 * b
      if (Math.min(r, g, b) >= BLOWN) blown++
    }
  }
  if (seen > 0 && bright / seen < DARK) return 'dark'
  return blown > seen * MOST_BLOWN ? 'glaring' : 'fine'
}
