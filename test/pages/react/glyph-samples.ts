import type { GlyphsView, StencilView } from '../../../contract/design-views'
import type { Face } from '../../../domain/imprint/imprint'

/** A box as every character of every face, a little narrower for each next one. */
export const glyphs = ({ face, characters }: { face: Face; characters: string }): GlyphsView => ({
  face,
  unitsPerEm: 1000,
  glyphs: Object.fromEntries(
    [...characters].map((char, i) => [char, { d: `M${50 + i} -800L950 -800L950 50L${50 + i} 50Z`, advance: 1000 }]),
  ),
})

const square = 'M-10 -10L10 -10L10 10L-10 10Z'

/** What the server says of a design that can be made. */
export const fine: StencilView = {
  refusal: null,
  art: [square],
  spots: [],
  fixes: [],
  measures: {
    stickerMm: 40,
    emMm: 12,
    strokeMm: 1.6,
    gapMm: 1.3,
    least: { strokeMm: 0.8, gapMm: 0.7 },
    share: 0.2,
    changed: 0,
  },
}

/** And of one whose strokes are too thin. */
export const thin: StencilView = {
  ...fine,
  refusal: {
    code: 'IMPRINT_TOO_FINE',
    message: { zh: '最细的笔画 0.6 mm，印不清楚，换个字体或少写几个字', en: 'The thinnest stroke is 0.6 mm' },
  },
  spots: [
    { kind: 'stroke', x: 4, y: -3, size: 0.6, design: 0 },
    { kind: 'stroke', x: 8, y: -3, size: 0.7, design: 0 },
    { kind: 'gap', x: 1, y: 2, size: 0.5, design: 0 },
  ],
  fixes: [{ kind: 'thicken' }, { kind: 'face', face: 'hei' }, { kind: 'fewer', most: 2 }],
  measures: { ...fine.measures, strokeMm: 0.6, gapMm: 0.5 },
}
