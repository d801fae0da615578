import { mmPerRadian } from './fruit/imprint-frame'
import { type Colour, type LookId, LOOKS } from './fruit/looks'
import { makeShape, poseFruit, skinDistance } from './fruit/shape'

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

const MEASURED_MM = 13

export const hexOf = (colour: Colour): string =>
  '#' + colour.map((byte) => Math.round(byte).toString(16).padStart(2, '0')).join('')

/**
 * Measures the preview of one look from the same model that drew its picture, so the two cannot drift apart.
 * A text of em `e` mm is set with font size `e * mm.x * side`; a stencil picture covers `40 * mm` each way.
 */
export function previewBox(id: LookId): PreviewBox {
  const look = LOOKS[id]
  const pose = poseFruit(look, [0, 0], 0)
  const shape = makeShape(look, pose)
  const angle = MEASURED_MM / mmPerRadian(look)
  const { centre, right, down } = pose.imprint
  const project = (across: number, below: number) => {
    const ahead = Math.cos(Math.hypot(across, below))
    const [x, y, z] = [0, 1, 2].map((c) => centre[c] * ahead + right[c] * Math.sin(across) + down[c] * Math.sin(below))
    const far = skinDistance(shape, x, y, z, Math.hypot(x, y, z))
    return { x: 0.5 + x * far * look.fit.scale, y: look.fit.middle + y * far * look.fit.scale }
  }
  const top = project(0, -angle)
  const bottom = project(0, angle)
  return {
    centre: { x: 0.5, y: (top.y + bottom.y) / 2 },
    mm: {
      x: (project(angle, 0).x - project(-angle, 0).x) / (2 * MEASURED_MM),
      y: (bottom.y - top.y) / (2 * MEASURED_MM),
    },
    pale: hexOf(look.paleOnScreen),
    opacity: 0.95,
    foot: { x: 0.5, y: look.fit.middle + look.fit.scale * 0.9, half: look.fit.scale * 0.86 },
  }
}
