import type { FrameId } from '../../domain/imprint/motifs'
import type { Path } from '../outline/path'
import { around, circle, hole, moved, turned } from './shapes'

/** A frame, and the diameter of the round room inside it that is free for a text, mm. */
export interface Frame {
  path: Path
  roomMm: number
}

/** A pointed leaf around 0, 0. */
const leaf = (length: number, width: number): Path => [
  ['M', 0, length / 2],
  ['Q', -width, 0, 0, -length / 2],
  ['Q', width, 0, 0, length / 2],
  ['Z'],
]

const ring = (): Frame => ({ path: [...circle(0, 0, 18), ...hole(circle(0, 0, 16.6))], roomMm: 29 })

function wreath(): Frame {
  const leaves = around(18, 15.7, 10).flatMap(({ x, y, turn }, i) =>
    i === 8 || i === 9 ? [] : moved(turned(leaf(4.7, 3), turn + (i < 9 ? -72 : 72)), x, y),
  )
  const berries = [circle(0, -16, 1.7), circle(0, 16.2, 1.7), circle(-3.9, 15.7, 1.2), circle(3.9, 15.7, 1.2)]
  return { path: [...leaves, ...berries.flat()], roomMm: 26 }
}

const FRAMES: Record<FrameId, () => Frame> = { ring, wreath }

/** The art of a frame and the room inside it. */
export const framePath = (id: FrameId): Frame => FRAMES[id]()
