import type { Technique } from '../../../domain/catalogue/product'
import { refuse, reject, type Refusal } from '../../../domain/refusals'
import { bitsOf } from '../../../imprint/bitmap/bits'
import { cutDesign, type Cut as WholeCut, type Design as CuttableDesign } from '../../../imprint/stencil/cut'
import { STENCIL_PX } from '../../../imprint/stencil/redraw'
import { stencilFromPhoto } from '../../../imprint/stencil/two-tone'
import { CUT_FACES, type CutFace } from '../../../imprint/typeset/faces'
import type { Typeface } from '../../../imprint/typeset/typeface'
import type { Ports } from '../../ports/ports'
import { outOfTime } from '../core/budget'
import { stencilIdOf, type Design, type Fruit } from './design'

/** What was cut for one design, and why it cannot be made if it cannot. */
export interface Cut {
  id: string
  technique: Technique
  cut: CutDesign
  refusal: Refusal | null
}

/** What is told of a design; its pixels are needed by nobody here. */
type CutDesign = Omit<WholeCut, 'mask'>

const withoutMask = ({ mask: _mask, ...cut }: WholeCut): CutDesign => cut

/** Share of an event's time in which proposals may still begin: the phone is waiting. */
const PROPOSING = 0.4

// The same words are asked for while they are typed, when they are ordered, and again by a repeat of the order.
const MOST_KEPT = 60
const kept = new Map<string, Cut>()

/**
 * Cuts a design for a fruit; the same design is cut once per instance. With `propose` it also looks for what would work
 * instead, which costs several cuts more. Throws PICTURE_UNREADABLE or PICTURE_UNKNOWN.
 */
export async function cutFor(
  ports: Ports,
  design: Design,
  fruit: Fruit,
  field: string,
  { propose }: { propose: boolean },
): Promise<Cut> {
  const id = stencilIdOf(design, fruit)
  const name = `${id} ${propose}`
  const known = kept.get(name)
  if (known) return { ...known, refusal: known.refusal && { ...known.refusal, field: fieldOf(design, field) } }
  const faces = await facesOf(ports)
  const cuttable = await cuttableOf(ports, design, field)
  const mend = design.kind === 'text' ? (design.mend ?? 'light') : 'full'
  const cut = withoutMask(
    cutDesign(cuttable, faces, { ...fruit, mend }, { propose, mayGoOn: () => !outOfTime(ports, PROPOSING) }),
  )
  const made: Cut = { id, technique: fruit.technique, cut, refusal: refusalOf(design, cut, fieldOf(design, field)) }
  if (kept.size >= MOST_KEPT) kept.delete([...kept.keys()][0])
  kept.set(name, made)
  return made
}

const fieldOf = (design: Design, field: string): string => (design.kind === 'text' ? `${field}.text` : field)

async function facesOf(ports: Ports): Promise<Record<CutFace, Typeface>> {
  const opened = await Promise.all(CUT_FACES.map(async (face) => [face, await ports.typeface(face)] as const))
  return Object.fromEntries(opened) as Record<CutFace, Typeface>
}

async function cuttableOf(ports: Ports, design: Design, field: string): Promise<CuttableDesign> {
  switch (design.kind) {
    case 'motif':
      return design
    case 'text':
      return { ...design, direction: design.direction ?? 'rows' }
    case 'photo': {
      const photo = await ports.files.photo(design.fileId)
      if (photo === 'gone') return reject('PICTURE_UNKNOWN', {}, field)
      if (photo === 'unreadable') return reject('PICTURE_UNREADABLE', {}, field)
      return { kind: 'bits', bits: bitsOf(stencilFromPhoto(photo, { ...design.wish, size: STENCIL_PX })) }
    }
  }
}

function refusalOf(design: Design, { missing, refused, findings, measures }: CutDesign, field: string): Refusal | null {
  if (missing.length > 0) return refuse('FACE_LACKS_CHARACTER', { char: missing[0] }, field)
  if (refused === null && findings.length === 0) return null
  const [share] = findings.filter(({ kind }) => kind === 'empty' || kind === 'full')
  if (design.kind === 'photo') return refuse(share ? 'PICTURE_TOO_PLAIN' : 'PICTURE_TOO_BUSY', {}, field)
  if (share) return refuse(share.kind === 'full' ? 'IMPRINT_TOO_FULL' : 'IMPRINT_TOO_PALE', {}, field)
  return refuse('IMPRINT_TOO_FINE', { mm: Math.round(measures.strokeMm * 100) / 100 }, field)
}
