import type { MotifId } from '../../domain/imprint/motifs'
import { SAFE_MM } from '../fruit/imprint-frame'
import { fillPath } from '../outline/fill'
import { flatten, placePath, type Path } from '../outline/path'
import { PX_PER_MM } from '../producible/rules'
import { emptyMask } from '../raster'
import { STENCIL_PX, traced } from '../stencil/redraw'
import { FLOWERS } from './flowers'
import { GIFTS } from './gifts'
import type { Layer } from './layers'
import { SKY } from './sky'
import { WISHES } from './wishes'
import { FARM } from './zodiac-farm'
import { WILD } from './zodiac-wild'

const ART: Readonly<Record<MotifId, () => readonly Layer[]>> = {
  ...WISHES,
  ...SKY,
  ...FLOWERS,
  ...GIFTS,
  ...WILD,
  ...FARM,
}

const drawn = new Map<MotifId, Path>()

/** The art of a motif, our own: outlines in mm around 0, 0 of the 40 mm square, inside its 36 mm circle. */
export function motifPath(id: MotifId): Path {
  const path = drawn.get(id) ?? flattened(ART[id]())
  drawn.set(id, path)
  return path
}

/** Sheets on top of each other as one outline. */
function flattened(layers: readonly Layer[]): Path {
  const { width, height, coverage } = emptyMask(STENCIL_PX, STENCIL_PX)
  for (const [kind, path] of layers) {
    const sheet = fillPath(placePath(path, PX_PER_MM, STENCIL_PX / 2, STENCIL_PX / 2), STENCIL_PX, STENCIL_PX).coverage
    for (let i = 0; i < coverage.length; i++) {
      if (sheet[i] > 0) coverage[i] = kind === 'ink' ? Math.max(coverage[i], sheet[i]) : coverage[i] * (1 - sheet[i])
    }
  }
  return fitted(traced({ width, height, coverage }).path)
}

/** Shrunk, where it reaches further than the safe circle. */
function fitted(path: Path): Path {
  const reach = flatten(path).reduce((most, points) => {
    let far = most
    for (let i = 0; i < points.length; i += 2) far = Math.max(far, Math.hypot(points[i], points[i + 1]))
    return far
  }, 0)
  const most = SAFE_MM / 2
  return reach > most ? placePath(path, most / reach, 0, 0) : path
}
