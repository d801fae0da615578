import type { ComparisonView } from '../../../contract'
import { roleAfter } from '../../../domain/inspection/opinion'
import { layOver, projectionTo } from '../../../imprint/inspection/lay-over'
import type { Place } from '../../../imprint/inspection/opinion'
import { parsePath } from '../../../imprint/outline/parse-path'
import { svgPath } from '../../../imprint/outline/path'
import type { ComparisonDoc } from '../../collections'
import type { Ports } from '../../ports/ports'
import { learntSoFar } from './figures'

/** Decimals of a place on the photo: a thousandth of its width is less than its pixels. */
const DECIMALS = 4

/** An opinion as the bench shows it. */
export async function comparisonView(ports: Ports, doc: ComparisonDoc): Promise<ComparisonView> {
  const { _id: id, fruit, opinion, looksLike, photo, stencil, at } = doc
  const [links, design, learnt] = await Promise.all([
    ports.files.links([photo.fileId]),
    opinion.place ? ports.db.get('stencils', stencil) : null,
    learntSoFar(ports),
  ])
  return {
    id,
    fruit,
    verdict: opinion.verdict,
    score: opinion.score,
    reason: opinion.reason,
    looksLike: looksLike && {
      code: looksLike.code,
      orderNo: looksLike.orderNo,
      title: looksLike.title,
      design: looksLike.design,
      others: looksLike.others ?? 0,
    },
    overlay: overlayOf(opinion, design?.d),
    photo: { ...photo, url: links[photo.fileId] ?? '' },
    role: roleAfter(learnt),
    at,
  }
}

function overlayOf({ place }: ComparisonDoc['opinion'], d: string | undefined): ComparisonView['overlay'] {
  const path = d === undefined ? null : parsePath(d)
  if (!place || !path) return null
  return { path: svgPath(layOver(path, place), DECIMALS), ring: ringAround(place) }
}

function ringAround(place: Place): NonNullable<ComparisonView['overlay']>['ring'] {
  if (!place.worst) return null
  const project = projectionTo(place)
  const { x: mmX, y: mmY, radius } = place.worst
  const [x, y] = project(mmX, mmY)
  const [edgeX, edgeY] = project(mmX + radius, mmY)
  return { x, y, r: Math.hypot(edgeX - x, edgeY - y) }
}
