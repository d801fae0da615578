import type { ClaimView } from '../../../contract'
import { claimActions } from '../../../domain/actions'
import type { ClaimDoc } from '../../../domain/aftersale/claim'
import { lineFiles, lineView, type Links } from './line-view'

/** Files a claim's view needs links for. */
export function claimFiles(claim: ClaimDoc): string[] {
  return [...lineFiles(claim.lines), ...claim.ask.photos]
}

/** One claim with what this side may do about it. */
export function claimView(claim: ClaimDoc, links: Links, actor: 'shopper' | 'merchant'): ClaimView {
  return {
    id: claim._id,
    orderNo: claim.orderNo,
    createdAt: claim.createdAt,
    state: claim.state,
    lines: claim.lines.map((line) => lineView(line, links)),
    ask: claim.ask,
    photos: claim.ask.photos.flatMap((fileId) => (links[fileId] ? [{ fileId, url: links[fileId] }] : [])),
    settledFen: claim.settledFen,
    answerBy: claim.answerBy,
    waybill: claim.waybill,
    history: claim.history.map(({ at, did, to, note }) => ({ at, did, to, ...(note ? { note } : {}) })),
    actions: claimActions(claim, actor),
  }
}
