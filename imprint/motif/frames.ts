import type { FrameId } from '../../domain/imprint/motifs'
import type { Path } from '../outline/path'
import { around, circle, ellipse, hole, moved, turned } from './shapes'

/** A frame, and the diameter of the round room inside it that is free for a text, mm. */
export interface Frame {
  path: Path
  roomMm: number
}

/** A pointed leaf, its stalk end at 0, 0. */
const leaf = (length: number, width: number): Path => [
  ['M', 0, 0],
  ['Q', width, -length * 0.45, 0, -length],
  ['Q', -width, -length * 0.45, 0, 0],
  ['Z'],
]

const ring = (): Frame => ({ path: [...circle(0, 0, 18), ...hole(circle(0, 0, 16.6))], roomMm: 29 })

function wreath(): Frame {
  const line = [...circle(0, 0, 15.3), ...hole(circle(0, 0, 14.1))]
  const leaves = around(18, 15.6, 10).flatMap(({ x, y, turn }, i) =>
    i % 9 === 8 ? [] : moved(turned(leaf(4.6, 2), turn + (i < 9 ? 62 : -62)), x, y),
  )
  const berries = [...ellipse(0, -15.4, 1.9, 1.9), ...ellipse(0, 15.6, 2.2, 2.2)]
  return { path: [...line, ...leaves, ...berries], roomMm: 25.6 }
}

const FRAMES: Record<FrameId, () => Frame> = { ring, wreath }

/** The art of a frame and the room inside it. */
export const framePath = (id: FrameId): Frame => FRAMES[id]()
