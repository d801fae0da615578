import type { FrameId, MotifId } from '../../domain/imprint/motifs'
import { bitsOf } from '../../imprint/bitmap/bits'
import type { Direction } from '../../domain/imprint/imprint'
import type { Picture } from '../../imprint/raster'
import type { CutWish, Design } from '../../imprint/stencil/cut'
import { STENCIL_PX } from '../../imprint/stencil/redraw'
import { stencilFromPhoto, type StencilOptions } from '../../imprint/stencil/two-tone'
import type { CutFace } from '../../imprint/typeset/faces'
import { logo, portrait } from './pictures'

/** A design whose stencil is kept as a picture, and how it is cut. */
export interface Golden {
  name: string
  design: () => Design
  wish: CutWish
}

const FILM_80: CutWish = { diameterMm: 80, technique: 'mask', mend: 'full' }

const text = (
  name: string,
  words: string,
  face: CutFace,
  direction: Direction = 'rows',
  frame?: FrameId,
  wish: Partial<CutWish> = {},
): Golden => ({
  name,
  design: () => ({ kind: 'text', text: words, face, direction, frame }),
  wish: { ...FILM_80, ...wish },
})

const motif = (id: MotifId, wish: Partial<CutWish> = {}): Golden => ({
  name: `motif-${id}`,
  design: () => ({ kind: 'motif', motif: id }),
  wish: { ...FILM_80, ...wish },
})

const picture = (name: string, drawn: () => Picture, wish: StencilOptions): Golden => ({
  name: `picture-${name}`,
  design: () => ({ kind: 'bits', bits: bitsOf(stencilFromPhoto(drawn(), { ...wish, size: STENCIL_PX })) }),
  wish: FILM_80,
})

/** Thirty designs of every kind: their stencils are looked at once, and then stay as they are. */
export const GOLDEN: readonly Golden[] = [
  text('fu-song', '福', 'song'),
  text('fu-hei', '福', 'hei'),
  text('fu-brush', '福', 'brush'),
  text('fu-round', '福', 'round'),
  text('happy-song', '快乐', 'song'),
  text('peace-columns', '平安', 'hei', 'columns'),
  text('birthday-hei', '生日快乐', 'hei'),
  text('birthday-columns', '生日快乐', 'hei', 'columns'),
  text('birthday-name', '生日快乐 小明', 'hei'),
  text('birthday-small-fruit', '生日快乐', 'hei', 'rows', undefined, { diameterMm: 60 }),
  text('birthday-laser-song', '生日快乐', 'song', 'rows', undefined, { technique: 'laser' }),
  text('three-lines', '祝妈妈\n生日\n快乐', 'hei'),
  text('three-columns', '祝\n平安\n快乐', 'hei', 'columns'),
  text('new-year-brush', '新年', 'brush'),
  text('spring-round', '春风', 'round'),
  text('love-latin', 'Love U', 'hei'),
  text('figures', '520', 'song'),
  text('mixed', '2026\n平安', 'hei'),
  text('ring', '平安', 'hei', 'rows', 'ring'),
  text('ring-brush', '寿', 'brush', 'rows', 'ring'),
  text('wreath', '喜', 'song', 'rows', 'wreath'),
  text('wreath-columns', '平安', 'hei', 'columns', 'wreath'),
  text('too-long', '祝爷爷奶奶福如东海寿比南山', 'hei'),
  motif('double-happiness'),
  motif('dragon'),
  motif('horse'),
  motif('lotus', { diameterMm: 70 }),
  picture('logo', logo, { style: 'logo' }),
  picture('portrait', portrait, { style: 'portrait' }),
  picture('portrait-plain', portrait, {
    style: 'portrait',
    contrast: 1.3,
    simplify: 2,
    turn: 8,
    crop: { x: 0.5, y: 0.48, side: 0.84 },
  }),
]
