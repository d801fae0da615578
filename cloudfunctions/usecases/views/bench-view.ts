import type { BenchView } from '../../../contract'
import { parcelActions } from '../../../domain/actions'
import { piecesIn } from '../../../domain/fulfilment/fruit'
import type { FulfilmentDoc, Photo } from '../../../domain/fulfilment/fulfilment'
import { sinceEscalated } from '../../../domain/fulfilment/mismatch'
import type { OrchardDoc } from '../../collections'
import type { Ports } from '../../ports/ports'
import { nextFreePlace } from '../core/places'
import { lineView, linksTo, photoView, type Links } from './line-view'
import { parcelFiles } from './parcel-view'

const NO_ORCHARD = { zh: '未分配', en: 'not allotted' }

/** Parcels at the hub: each order's content beside its fruit (I1). Nothing of the customer but the order number. */
export async function benchViews(ports: Ports, parcels: readonly FulfilmentDoc[]): Promise<BenchView[]> {
  const orchardIds = [...new Set(parcels.flatMap(({ orchardId }) => (orchardId ? [orchardId] : [])))]
  const [links, orchards, place] = await Promise.all([
    linksTo(
      ports,
      parcels.flatMap((parcel) => [...parcelFiles(parcel), ...judgedPhotos(parcel).map(({ fileId }) => fileId)]),
    ),
    orchardIds.length > 0
      ? ports.db.find('orchards', { where: { _id: { in: orchardIds } }, limit: orchardIds.length })
      : [],
    parcels.some(({ state }) => state === 'received') ? nextFreePlace(ports) : null,
  ])
  return parcels.map((parcel) => benchView(parcel, links, orchards, place))
}

function benchView(
  parcel: FulfilmentDoc,
  links: Links,
  orchards: readonly OrchardDoc[],
  place: string | null,
): BenchView {
  return {
    id: parcel._id,
    orderNo: parcel.orderNo,
    state: parcel.state,
    code: parcel.code ?? '',
    lines: parcel.lines.map((line) => lineView(line, links)),
    pieces: piecesIn(parcel),
    orchard: orchards.find(({ _id }) => _id === parcel.orchardId)?.name ?? NO_ORCHARD,
    photos: [...parcel.photos, ...judgedPhotos(parcel)].map((photo) => photoView(photo, links)),
    inspections: parcel.inspections.map(({ by: _by, ...shown }) => shown),
    fruit: parcel.fruit ?? null,
    judged: (parcel.judged ?? []).map(({ by: _by, ...shown }) => shown),
    actBy: parcel.actBy ?? null,
    escalated: escalatedOf(parcel),
    suggestedPlace: parcel.place ?? (parcel.state === 'received' ? place : null),
    actions: parcelActions(parcel, 'merchant'),
  }
}

const WHYS = ['failAgain', 'cannotRedo', 'overdue', 'unplaced'] as const

function escalatedOf(parcel: FulfilmentDoc): BenchView['escalated'] {
  if (parcel.state !== 'escalated') return null
  const [led] = sinceEscalated(parcel)
  const why = WHYS.find((did) => did === led?.did)
  return why ? { since: led.at, why, note: led.note ?? null } : null
}

/** The photos that single fruit were judged by, as far as they are not the parcel's own already. */
function judgedPhotos({ judged = [], photos }: FulfilmentDoc): Photo[] {
  const own = photos.map(({ fileId }) => fileId)
  return judged.flatMap(({ photo, at }) =>
    photo && !own.includes(photo) ? [{ step: 'inspection', fileId: photo, at }] : [],
  )
}
