import { FRAME_IDS, MOTIF_IDS } from '../../../domain/imprint/motifs'
import { SAFE_MM } from '../../../imprint/fruit/imprint-frame'
import { framePath } from '../../../imprint/motif/frames'
import { motifPath } from '../../../imprint/motif/motif'
import { flatten, svgPath, type Path } from '../../../imprint/outline/path'
import { inspectDesign } from '../../../imprint/producible/check'
import { FILM } from '../../../imprint/producible/rules'
import { cutDesign } from '../../../imprint/stencil/cut'
import { rulesOn, stickerMmOn } from '../../../imprint/stencil/make-stencil'
import { filled } from '../../../imprint/stencil/redraw'
import { openFaces } from '../../../press/faces'

/** Smaller than any fruit of the shop: its sticker is 33 mm wide. */
const SMALLEST_FRUIT_MM = 60

const reaches = (path: Path): number[] =>
  flatten(path, 0.01).flatMap((points) =>
    points.flatMap((x, i) => (i % 2 === 0 ? [Math.hypot(x, Number(points[i + 1]))] : [])),
  )

const ART: [string, Path][] = [
  ...MOTIF_IDS.map((id): [string, Path] => [id, motifPath(id)]),
  ...FRAME_IDS.map((id): [string, Path] => [id, framePath(id).path]),
]

describe.each(ART)('%s', (_id, path) => {
  test('can be printed on every fruit as it is drawn', () => {
    const { mask } = filled(path)
    expect(inspectDesign(mask, FILM).findings).toEqual([])
    expect(inspectDesign(mask, rulesOn(stickerMmOn(SMALLEST_FRUIT_MM), FILM)).findings).toEqual([])
  })

  test('fits the safe circle and fills it', () => {
    expect(Math.max(...reaches(path))).toBeLessThanOrEqual(SAFE_MM / 2 + 0.01)
    expect(Math.max(...reaches(path))).toBeGreaterThan(SAFE_MM / 2 - 2.5)
  })
})

test('no two motifs are alike', () => {
  expect(new Set(ART.map(([, path]) => svgPath(path))).size).toBe(ART.length)
})

test.each(FRAME_IDS)('%s keeps its room free, with a gap around it', (id) => {
  const { path, roomMm } = framePath(id)
  expect(Math.min(...reaches(path))).toBeGreaterThan(roomMm / 2 + FILM.gapMm)
})

test.each(MOTIF_IDS)('%s can be burnt by a laser too', (motif) => {
  const wish = { diameterMm: 70, technique: 'laser', mend: 'light' } as const
  expect(cutDesign({ kind: 'motif', motif }, openFaces(), wish)).toMatchObject({ refused: null, findings: [] })
})
