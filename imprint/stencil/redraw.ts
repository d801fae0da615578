import { type Bits } from '../bitmap/bits'
import { regionsOf } from '../bitmap/regions'
import { STICKER_MM } from '../fruit/imprint-frame'
import { fillPath } from '../outline/fill'
import { placePath, type Path, type Step } from '../outline/path'
import { trace } from '../outline/trace'
import { PX_PER_MM } from '../producible/rules'
import { blurPlane, emptyMask, type Mask } from '../raster'

/** Pixels along the 40 mm square. */
export const STENCIL_PX = STICKER_MM * PX_PER_MM

/** Outlines in millimetres around 0, 0, and the pixels they fill. */
export interface Drawn {
  path: Path
  mask: Mask
}

/** The pixels that an outline in millimetres fills. */
export function filled(path: Path): Drawn {
  return { path, mask: fillPath(inPixels(path), STENCIL_PX, STENCIL_PX) }
}

/** The outline around coverage of the 40 mm square, and the pixels that it really fills. */
export const traced = (mask: Mask): Drawn =>
  filled(placePath(trace(mask), 1 / PX_PER_MM, -STICKER_MM / 2, -STICKER_MM / 2))

const inPixels = (path: Path): Path => placePath(path, PX_PER_MM, STENCIL_PX / 2, STENCIL_PX / 2)

/**
 * The drawing after pixels of it were mended. Pieces that no mending touched keep the outlines they had, to the byte; the
 * others are traced, with the old soft edges wherever the pixels are as before.
 */
export function redrawn(drawn: Drawn, before: Bits, after: Bits): Drawn {
  const { width, height } = before
  const pieces = regionsOf(before)
  const touched = touchedPieces(before, after, pieces.map)
  const kept = contoursOf(drawn.path).filter((contour) => {
    const piece = pieceOf(inPixels(contour), pieces.map, width)
    return piece > 0 && !touched[piece]
  })
  const anew = emptyMask(width, height)
  const own: Bits = {
    width,
    height,
    ink: after.ink.map((bit, i) => (bit && !(pieces.map[i] && !touched[pieces.map[i]]) ? 1 : 0)),
  }
  for (let i = 0; i < anew.coverage.length; i++) {
    if (before.ink[i] !== after.ink[i]) anew.coverage[i] = after.ink[i]
    else if (own.ink[i] || (!after.ink[i] && besideInk(own, i))) anew.coverage[i] = drawn.mask.coverage[i]
  }
  return filled([...kept.flat(), ...traced(softened(anew, before, after)).path])
}

/** Hard pixels made soft, and only there: what was not mended keeps its corners. */
function softened(mask: Mask, before: Bits, after: Bits): Mask {
  const { width, height } = mask
  const blurred = blurPlane(mask.coverage, width, height, 1, 1)
  const coverage = mask.coverage.slice()
  for (let i = 0; i < coverage.length; i++) {
    if (before.ink[i] === after.ink[i]) continue
    for (const row of [i - width, i, i + width]) for (let at = row - 1; at <= row + 1; at++) coverage[at] = blurred[at]
  }
  return { width, height, coverage }
}

function besideInk({ width, ink }: Bits, at: number): boolean {
  for (const row of [at - width, at, at + width]) if (ink[row - 1] || ink[row] || ink[row + 1]) return true
  return false
}

/** Which pieces of ink lost pixels or have new ones beside them. */
function touchedPieces({ width, ink }: Bits, after: Bits, map: Int32Array): Uint8Array {
  const touched = new Uint8Array(ink.length)
  for (let i = 0; i < ink.length; i++) {
    if (ink[i] === after.ink[i]) continue
    for (const row of [i - width, i, i + width]) for (let at = row - 1; at <= row + 1; at++) touched[map[at] ?? 0] = 1
  }
  return touched
}

function contoursOf(path: Path): Path[] {
  const contours: Step[][] = []
  for (const step of path) {
    if (step[0] === 'M') contours.push([])
    contours[contours.length - 1].push(step)
  }
  return contours
}

/** The piece of ink that an outline in pixels belongs to: the first it passes; 0 when it is too fine to have filled any. */
function pieceOf(contour: Path, map: Int32Array, width: number): number {
  for (const step of contour) {
    if (step[0] === 'Z') continue
    const [x, y] = (step.slice(-2) as number[]).map(Math.floor)
    for (let row = y - 1; row <= y + 1; row++) {
      for (let column = x - 1; column <= x + 1; column++) {
        const piece = map[row * width + column]
        if (piece) return piece
      }
    }
  }
  return 0
}
