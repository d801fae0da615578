import { bitsOf, type Bits } from '../../imprint/bitmap/bits'
import { STENCIL_PX } from '../../imprint/stencil/redraw'
import { cutDesign, type CutWish, type Design } from '../../imprint/stencil/cut'
import { stencilFromPhoto } from '../../imprint/stencil/two-tone'
import { openFaces } from '../../press/faces'
import { portrait } from '../golden/pictures'
import { inkDepth } from '../unit/imprint/support/depth'

const ROUNDS = 7
const WISH: CutWish = { diameterMm: 80, technique: 'mask', mend: 'full' }

const text = (words: string, face: 'song' | 'hei' | 'brush', frame?: 'ring'): Design => ({
  kind: 'text',
  text: words,
  face,
  direction: 'rows',
  frame,
})

const photo = (): Bits => bitsOf(stencilFromPhoto(portrait(), { style: 'portrait', size: STENCIL_PX }))

const DESIGNS: Record<string, Design> = {
  '福 hei (clean)': text('福', 'hei'),
  '平安 hei in a ring': text('平安', 'hei', 'ring'),
  '福 song (mended)': text('福', 'song'),
  '生日快乐小明 hei (mended)': text('生日快乐小明', 'hei'),
  '生日快乐小明 song (refused, with a proposal)': text('生日快乐小明', 'song'),
  'thirteen characters (refused)': text('祝爷爷奶奶福如东海寿比南山', 'hei'),
  'tiger (motif)': { kind: 'motif', motif: 'tiger' },
  'portrait (two-tone)': { kind: 'bits', bits: photo() },
}

/** Median processor time, ms: another job on the machine does not count. */
function timed(act: () => unknown): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const before = process.cpuUsage()
    act()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? NaN
}

/** `npx tsx test/bench/stencil.ts`: what a stencil costs, warm, beside a plain distance transform of its 480 px square. */
function main(): void {
  const faces = openFaces()
  const bits = photo()
  const transform = timed(() => inkDepth(bits))
  const rows = Object.entries(DESIGNS).map(([design, wanted]) => {
    const cut = cutDesign(wanted, faces, WISH)
    const ms = timed(() => cutDesign(wanted, faces, WISH))
    return {
      design,
      'cpu ms': Math.round(ms),
      transforms: Number((ms / transform).toFixed(1)),
      refused: cut.refused ?? '',
      'ink changed %': Number((cut.measures.changed * 100).toFixed(1)),
    }
  })
  console.log(`Stencils (a distance transform takes ${transform.toFixed(1)} ms)`)
  console.table(rows)
}

main()
