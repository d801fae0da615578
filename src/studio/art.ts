import { boxOf, placePath, svgPath } from '../../imprint/outline/path'
import type { Glyph } from '../../imprint/typeset/typeface'
import { squareSvg } from '../look/art'
import { svgUri } from '../look/size'

/** An outline in mm of the sticker as the address of a small picture, for an inline background. */
export const artUri = (d: string, colour: string): string => svgUri(squareSvg(`<path fill="${colour}" d="${d}"/>`))

/** One character of a face as the address of a picture: its ink in the middle of an em. */
export function glyphUri({ path }: Glyph, unitsPerEm: number, colour: string): string {
  const box = boxOf(path)
  if (!box) return ''
  const scale = 100 / unitsPerEm
  const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }
  const d = svgPath(placePath(path, scale, 50 - middle.x * scale, 50 - middle.y * scale), 1)
  return svgUri(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 108 108"><path fill="${colour}" d="${d}"/></svg>`,
  )
}
