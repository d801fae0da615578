import { create } from 'fontkit'
import type { Step } from '../outline/path'
import type { Glyph, Typeface } from '../typeset/typeface'

const LETTERS = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' } as const

/** Opens a TrueType or OpenType font. Glyphs are read when they are asked for, and kept. */
export function openTypeface(file: Uint8Array): Typeface {
  const font = create(Buffer.from(file.buffer, file.byteOffset, file.byteLength))
  if (!('glyphForCodePoint' in font)) throw new Error('a collection of fonts, not a font')
  const known = new Map<string, Glyph | null>()

  function read(char: string): Glyph | null {
    const codePoint = char.codePointAt(0) ?? 0
    if (!('hasGlyphForCodePoint' in font) || !font.hasGlyphForCodePoint(codePoint)) return null
    const { path, advanceWidth } = font.glyphForCodePoint(codePoint)
    return { path: path.commands.map(toStep), advance: advanceWidth }
  }

  return {
    unitsPerEm: font.unitsPerEm,
    glyph(char) {
      const glyph = known.get(char) ?? read(char)
      known.set(char, glyph)
      return glyph
    },
  }
}

// Fonts are drawn with y upwards.
function toStep({ command, args }: { command: keyof typeof LETTERS; args: number[] }): Step {
  return [LETTERS[command], ...args.map((value, i) => (i % 2 ? -value : value))] as unknown as Step
}
