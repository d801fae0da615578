import type { GlyphsView, Input } from '../../../contract'
import { svgPath } from '../../../imprint/outline/path'
import type { Context } from '../core/answer'

/** Outlines of some characters of a face, for the phone to set and draw (O2). Blanks are left out. */
export async function listGlyphs(
  { ports }: Context,
  { face, characters }: Input<'design.glyphs'>,
): Promise<GlyphsView> {
  const typeface = await ports.typeface(face)
  const wanted = new Set([...characters].filter((char) => char.trim() !== ''))
  const glyphs = Object.fromEntries(
    [...wanted].map((char) => {
      const glyph = typeface.glyph(char)
      return [char, glyph && { d: svgPath(glyph.path, 0), advance: glyph.advance }]
    }),
  )
  return { face, unitsPerEm: typeface.unitsPerEm, glyphs }
}
