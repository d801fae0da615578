import type { JobImprint, JobView } from '../../../contract'
import { parcelActions } from '../../../domain/actions'
import { badFruit, designOfFruit, piecesIn } from '../../../domain/fulfilment/fruit'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { hasFailedHere } from '../../../domain/fulfilment/mismatch'
import type { OrderedImprint } from '../../../domain/order/order'
import { reject } from '../../../domain/refusals'
import { artOf, lineStencils, photoView, type Links } from './line-view'
import { stepsOf } from './parcel-view'

/** Files an orchard's view needs links for. */
export function jobFiles(job: FulfilmentDoc): string[] {
  const back = mismatchOf(job)
  return [
    ...lineStencils(job.lines),
    ...growthPhotos(job).map(({ fileId }) => fileId),
    ...(back?.photo ? [back.photo] : []),
    ...(back ? badFruit(job).flatMap(({ photo }) => photo ?? []) : []),
  ]
}

/**
 * A piece of work as the orchard sees it: text, picture, code, pieces and dates (G1). Every field is named here, so
 * that nothing of the customer or the price can slip in with a spread. Throws FULFILMENT_UNKNOWN for ready stock.
 */
export function jobView(job: FulfilmentDoc, links: Links): JobView {
  const { imprint, name, look } = job.lines[0]
  if (!imprint || !job.dates) return reject('FULFILMENT_UNKNOWN')
  const back = mismatchOf(job)
  return {
    id: job._id,
    code: imprint.code,
    state: job.state,
    seasonId: job.seasonId,
    productName: name,
    look,
    imprint: jobImprint(imprint),
    art: artOf(job.lines[0], links),
    pieces: piecesIn(job),
    dates: job.dates,
    acceptBy: job.acceptBy,
    photos: growthPhotos(job).map((photo) => photoView(photo, links)),
    steps: ownSteps(job),
    mismatch: back && {
      reason: back.reason ?? '',
      photoUrl: linkOf(links, back.photo),
      at: back.at,
      redoBy: job.state === 'mismatched' ? (job.actBy ?? null) : null,
      fruit: badFruit(job).map(({ fruit, reason = '', photo }) => ({
        design: designOfFruit(fruit, imprint.stencils.length),
        reason,
        photoUrl: linkOf(links, photo),
      })),
    },
    actions: parcelActions(job, 'orchard'),
  }
}

/** An imprint as the orchard sees it: the photo it was made from stays with the shop. */
export function jobImprint(imprint: OrderedImprint): JobImprint {
  return imprint.kind === 'picture' ? { kind: imprint.kind, code: imprint.code } : imprint
}

const linkOf = (links: Links, photo: string | undefined): string | null => (photo ? (links[photo] ?? null) : null)

// Where another orchard grew it first, that one's steps are not this one's.
function ownSteps(job: FulfilmentDoc) {
  const steps = stepsOf(job)
  return steps.slice(steps.map(({ to }) => to).lastIndexOf('planned') + 1)
}

// The hub's own photos stay at the hub, but for the one that shows why the fruit came back.
function growthPhotos(job: FulfilmentDoc) {
  return job.photos.filter(({ step }) => step !== 'inspection')
}

function mismatchOf(job: FulfilmentDoc) {
  const last = job.inspections[job.inspections.length - 1]
  return last?.verdict === 'inconsistent' && hasFailedHere(job) ? last : null
}
