import type { Imprint } from '../../../domain/imprint/imprint'
import { POLICY } from '../../../domain/policy'
import { Refused, reject } from '../../../domain/refusals'
import type { Instant } from '../../../domain/time'
import { svgPath } from '../../../imprint/outline/path'
import type { StencilDoc } from '../../collections'
import type { Ports } from '../../ports/ports'
import { outOfTime } from '../core/budget'
import { readByIds } from '../core/read-all'
import { cutFor, type Cut } from './cut'
import { designsToCut, stencilIdOf, type Design, type Fruit } from './design'
import { ART_DECIMALS } from './stencil-view'

/** An imprint on a fruit, with the field to name when it cannot be cut. */
export interface Wanted {
  imprint: Imprint
  photo: Parameters<typeof designsToCut>[1]
  fruit: Fruit
  field: string
}

/**
 * Cuts what is not cut yet and keeps it; answers the stencils' ids of each imprint, in order (O2, G4). Whatever was made is
 * kept, even when time runs out or a later design is refused: a repeat goes on where this one ended. Throws the first
 * design's refusal with its field, TOO_MANY_DESIGNS, and BUSY when there is no time for all.
 */
export async function keepStencils(ports: Ports, wanted: readonly Wanted[]): Promise<string[][]> {
  const designs = wanted.map(({ imprint, photo }) => designsToCut(imprint, photo))
  const ids = designs.map((list, i) => list.map((design) => stencilIdOf(design, wanted[i].fruit)))
  const all = new Set(ids.flat())
  if (all.size > POLICY.mostDesigns) reject('TOO_MANY_DESIGNS', { most: POLICY.mostDesigns }, 'lines')
  const known = new Set((await readByIds(ports, 'stencils', all)).map(({ _id }) => _id))
  const made = new Map<string, StencilDoc>()
  try {
    for (const [i, list] of designs.entries()) {
      for (const [k, design] of list.entries()) {
        const id = ids[i][k]
        if (!known.has(id) && !made.has(id)) made.set(id, await stencilOf(ports, design, wanted[i]))
      }
    }
  } finally {
    await keep(ports, [...made.values()])
  }
  return ids
}

async function stencilOf(ports: Ports, design: Design, { fruit, field }: Wanted): Promise<StencilDoc> {
  if (outOfTime(ports)) reject('BUSY')
  const made = await cutFor(ports, design, fruit, field, { propose: false })
  if (made.refusal) throw new Refused(made.refusal)
  return docOf(made, ports.now())
}

function docOf({ id, cut }: Cut, at: Instant): StencilDoc {
  return { _id: id, d: svgPath(cut.path, ART_DECIMALS), stickerMm: cut.measures.stickerMm, at }
}

/** Keeps what was cut, if it can be made: an order finds it there without the photo it came from. */
export async function keepCut(ports: Ports, made: Cut): Promise<void> {
  if (!made.refusal) await keep(ports, [docOf(made, ports.now())])
}

// Whoever kept the same design first has kept the same bytes; the others are still to be kept.
async function keep(ports: Ports, stencils: readonly StencilDoc[]): Promise<void> {
  if (stencils.length === 0) return
  if ((await ports.db.insert('stencils', ...stencils)) === 'inserted' || stencils.length === 1) return
  for (const stencil of stencils) await ports.db.insert('stencils', stencil)
}
