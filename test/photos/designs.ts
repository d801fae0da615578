import { bitsOf } from '../../imprint/bitmap/bits'
import { regionsOf } from '../../imprint/bitmap/regions'
import { motifPath } from '../../imprint/motif/motif'
import type { MotifId } from '../../domain/imprint/motifs'
import { fillPath } from '../../imprint/outline/fill'
import { placePath, type Box, type Path } from '../../imprint/outline/path'
import type { Mask } from '../../imprint/raster'
import type { CutFace } from '../../imprint/typeset/faces'
import { setText } from '../../imprint/typeset/set-text'
import { openFaces } from '../../press/faces'
import { DESIGN_PX, DRAWINGS } from './drawings'

/** How hard its look-alikes are to tell: another character, one character of several, one stroke, or a picture. */
export type Family = 'character' | 'oneOfSeveral' | 'stroke' | 'picture'

/** A part that can be missing, as its box in px of the mask, and its share of the ink. */
export interface Part {
  box: Box
  share: number
}

/** A design of the sample batch. */
export interface SampleDesign {
  id: string
  family: Family
  mask: Mask
  /** Ids of its look-alikes. */
  twins: readonly string[]
  /** Characters, or connected pieces where there is but one character. */
  parts: readonly Part[]
}

type TextRow = readonly [family: Family, face: CutFace, words: readonly string[]]

/** Words of one row are each other's look-alikes. `|` parts the lines. */
const TEXTS: readonly TextRow[] = [
  ['character', 'song', ['福', '富', '禄']],
  ['character', 'song', ['寿', '喜']],
  ['character', 'hei', ['福', '富', '禄']],
  ['character', 'hei', ['寿', '喜']],
  ['oneOfSeveral', 'hei', ['生日|快乐|小明', '生日|快乐|小红', '生日|快乐|小朋']],
  ['oneOfSeveral', 'round', ['生日|快乐|小明', '生日|快乐|小红', '生日|快乐|小朋']],
  ['oneOfSeveral', 'hei', ['Love|U', 'Love|V', 'Live|U']],
  ['oneOfSeveral', 'hei', ['520', '521']],
  ['oneOfSeveral', 'song', ['平安', '平定']],
  ['oneOfSeveral', 'hei', ['永结|同心', '永结|同力']],
  ['oneOfSeveral', 'song', ['A&B', 'A&C']],
  ['stroke', 'hei', ['大', '太', '犬']],
  ['stroke', 'song', ['王', '玉', '主']],
  ['stroke', 'hei', ['未', '末']],
  ['stroke', 'hei', ['日', '目']],
]

const MOTIF_ROWS: readonly (readonly MotifId[])[] = [['rabbit'], ['tiger'], ['plum-blossom'], ['double-happiness']]

const DRAWING_ROWS: readonly (readonly (keyof typeof DRAWINGS)[])[] = [
  ['emblem-right', 'emblem-left'],
  ['heart-two', 'heart-three'],
  ['portrait-grandmother', 'portrait-boy'],
]

const PX_PER_MM = DESIGN_PX / 40
const toPixels = (path: Path): Path => placePath(path, PX_PER_MM, DESIGN_PX / 2, DESIGN_PX / 2)

/** A piece smaller than this share of the ink is a dot, and one larger is nearly all of it. */
const PART_SHARE = [0.06, 0.7] as const

function partsOf(mask: Mask, boxes: readonly Box[]): Part[] {
  const all = shareIn(mask, { left: 0, top: 0, right: DESIGN_PX, bottom: DESIGN_PX })
  return boxes
    .map((box) => ({ box, share: shareIn(mask, box) / all }))
    .filter(({ share }) => share > PART_SHARE[0] && share < PART_SHARE[1])
}

function shareIn({ width, coverage }: Mask, { left, top, right, bottom }: Box): number {
  let sum = 0
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(DESIGN_PX, bottom); y++) {
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(width, right); x++) sum += coverage[y * width + x]
  }
  return sum
}

const piecesOf = (mask: Mask): Box[] =>
  regionsOf(bitsOf(mask)).list.map(({ left, top, right, bottom }) => ({
    left: left - 1,
    top: top - 1,
    right: right + 2,
    bottom: bottom + 2,
  }))

function textDesigns([family, face, words]: TextRow, faces: ReturnType<typeof openFaces>): SampleDesign[] {
  const idOf = (text: string) => `${text.replaceAll('|', '')}-${face}`
  return words.map((text) => {
    const { path, glyphs } = setText(text.replaceAll('|', '\n'), faces[face])
    const mask = fillPath(toPixels(path), DESIGN_PX, DESIGN_PX)
    const boxes = glyphs.map(({ box: { left, right, top, bottom } }) => ({
      left: left * PX_PER_MM + DESIGN_PX / 2,
      right: right * PX_PER_MM + DESIGN_PX / 2,
      top: top * PX_PER_MM + DESIGN_PX / 2,
      bottom: bottom * PX_PER_MM + DESIGN_PX / 2,
    }))
    const twins = words.filter((other) => other !== text).map(idOf)
    return { id: idOf(text), family, mask, twins, parts: partsOf(mask, boxes.length > 1 ? boxes : piecesOf(mask)) }
  })
}

function pictures<Id extends string>(rows: readonly (readonly Id[])[], maskOf: (id: Id) => Mask): SampleDesign[] {
  return rows.flatMap((row) =>
    row.map((id): SampleDesign => {
      const mask = maskOf(id)
      const twins = row.filter((other) => other !== id)
      return { id, family: 'picture', mask, twins, parts: partsOf(mask, piecesOf(mask)) }
    }),
  )
}

let made: readonly SampleDesign[] | null = null

/** The batch that the photos are taken of, made once: texts, motifs, logos and portraits, each with its look-alikes. */
export function sampleDesigns(): readonly SampleDesign[] {
  if (made) return made
  const faces = openFaces()
  made = [
    ...TEXTS.flatMap((row) => textDesigns(row, faces)),
    ...pictures(MOTIF_ROWS, (id) => fillPath(toPixels(motifPath(id)), DESIGN_PX, DESIGN_PX)),
    ...pictures(DRAWING_ROWS, (id) => DRAWINGS[id]()),
  ]
  return made
}

/** The design of that id. Throws when the batch has none. */
export function designOf(id: string): SampleDesign {
  const found = sampleDesigns().find((design) => design.id === id)
  if (!found) throw new Error(`no design ${id} in the sample batch`)
  return found
}
