import { procedures, type ClaimList, type ClaimView, type Input, type ProcedureName } from '../../../contract'
import type { ClaimAction } from '../../../domain/actions'
import { CLAIM_TABS, type ClaimDoc, type ClaimTab } from '../../../domain/aftersale/claim'
import type { ClaimCommand } from '../../../domain/aftersale/decide'
import { holdsDuty } from '../../../domain/duties'
import { reject } from '../../../domain/refusals'
import type { Context } from '../core/answer'
import { changeClaim } from '../core/change'
import { pageOf } from '../core/page'
import { claimFiles, claimView } from '../views/claim-view'
import { linksTo } from '../views/line-view'
import { asMerchant } from './staff'

const PAGE = 20

/** Claims by who must act next, oldest first, with counts for all tabs; the next page begins after `cursor` (A1). */
export async function listClaims(context: Context, input: Input<'claims.list'>): Promise<ClaimList> {
  const { ports } = context
  const where = { state: { in: [...CLAIM_TABS[input.tab]] } }
  const [{ docs, next }, byState] = await Promise.all([
    pageOf(ports, 'aftersales', { where, by: 'createdAt', direction: 'asc', size: PAGE }, input.cursor),
    ports.db.countBy('aftersales', {}, 'state'),
  ])
  return { claims: await claimViews(context, docs), counts: countsByTab(byState), next }
}

function countsByTab(byState: Record<string, number>): ClaimList['counts'] {
  const count = (tab: ClaimTab) => CLAIM_TABS[tab].reduce((sum, state) => sum + (byState[state] ?? 0), 0)
  return { ours: count('ours'), theirs: count('theirs'), ended: count('ended') }
}

/** One claim at any stage. Throws CLAIM_UNKNOWN. */
export async function getClaim(context: Context, { id }: Input<'claims.get'>): Promise<ClaimView> {
  return showClaim(context, (await context.ports.db.get('aftersales', id)) ?? reject('CLAIM_UNKNOWN'))
}

/** The fruit is to come back; the refund follows when it is here. */
export function agree(context: Context, { id, key }: Input<'claims.agree'>): Promise<ClaimView> {
  return act(context, id, key, { type: 'agree' })
}

/** The claim is not accepted; the customer learns why. Throws REASON_MISSING. */
export function refuseClaim(context: Context, { id, key, reason }: Input<'claims.refuse'>): Promise<ClaimView> {
  return act(context, id, key, { type: 'refuse', note: reason })
}

/** The returned fruit is here. */
export function receiveBack(context: Context, { id, key }: Input<'claims.receiveBack'>): Promise<ClaimView> {
  return act(context, id, key, { type: 'receiveBack' })
}

/** Pays back at most what was asked for, once, and ends the claim (A2). Throws REFUND_TOO_MUCH. */
export function settleClaim(context: Context, { id, key, fen }: Input<'claims.settle'>): Promise<ClaimView> {
  return act(context, id, key, { type: 'settle', fen })
}

async function act(context: Context, id: string, key: string, command: ClaimCommand): Promise<ClaimView> {
  return showClaim(context, await changeClaim(context.ports, id, command, asMerchant(context), { key }))
}

async function showClaim(context: Context, claim: ClaimDoc): Promise<ClaimView> {
  const [view] = await claimViews(context, [claim])
  return view
}

const doneBy: Partial<Record<ClaimAction, ProcedureName>> = {
  agree: 'claims.agree',
  refuse: 'claims.refuse',
  receiveBack: 'claims.receiveBack',
  settle: 'claims.settle',
}

// Finance pays and does not judge: an act is offered to those whose duty the contract makes it (W4).
function mayDo({ staff }: Context, action: ClaimAction): boolean {
  const procedure = doneBy[action]
  return staff?.role === 'merchant' && procedure !== undefined && holdsDuty(staff.duties, procedures[procedure].duties)
}

async function claimViews(context: Context, claims: readonly ClaimDoc[]): Promise<ClaimView[]> {
  const links = await linksTo(context.ports, claims.flatMap(claimFiles))
  return claims.map((claim) => {
    const view = claimView(claim, links, 'merchant')
    return { ...view, actions: view.actions.filter((action) => mayDo(context, action)) }
  })
}
