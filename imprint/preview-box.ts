import { type Colour, type LookId, LOOKS } from './fruit/looks'
import { projectionOf } from './preview/projection'

/** Where words lie on the picture `<look>.png`, all lengths in fractions of the picture's side. */
export interface PreviewBox {
  centre: { x: number; y: number }
  /** Length of one millimetre of skin, across and down; down is a little shorter where the skin bends away. */
  mm: { x: number; y: number }
  /** Colour for the flat layer of words, as `#rrggbb`; the light layer above shades it. */
  pale: string
  /** How opaque that layer is. */
  opacity: number
  /** Where the fruit stands: middle and half width of a drawn shadow. */
  foot: { x: number; y: number; half: number }
}

/** How opaque the flat layer of words is. */
export const WORDS_OPACITY = 0.95

const MEASURED_MM = 13

export const hexOf = (colour: Colour): string =>
  '#' + colour.map((byte) => Math.round(byte).toString(16).padStart(2, '0')).join('')

/**
 * Measures the preview of one look from the same model that drew its picture, so the two cannot drift apart.
 * A text of em `e` mm is set with font size `e * mm.x * side`; a stencil picture covers `40 * mm` each way.
 */
export function previewBox(id: LookId): PreviewBox {
  const look = LOOKS[id]
  const project = projectionOf(id)
  const top = project(0, -MEASURED_MM)[1]
  const bottom = project(0, MEASURED_MM)[1]
  return {
    centre: { x: 0.5, y: (top + bottom) / 2 },
    mm: {
      x: (project(MEASURED_MM, 0)[0] - project(-MEASURED_MM, 0)[0]) / (2 * MEASURED_MM),
      y: (bottom - top) / (2 * MEASURED_MM),
    },
    pale: hexOf(look.paleOnScreen),
    opacity: WORDS_OPACITY,
    foot: { x: 0.5, y: look.fit.middle + look.fit.scale * 0.9, half: look.fit.scale * 0.86 },
  }
}
