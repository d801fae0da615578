import type { ClaimList, ClaimView, Input } from '../../../contract'
import { CLAIM_TABS, type ClaimDoc, type ClaimTab } from '../../../domain/aftersale/claim'
import type { ClaimCommand } from '../../../domain/aftersale/decide'
import { reject } from '../../../domain/refusals'
import type { Ports, Query } from '../../ports/ports'
import type { Context } from '../core/answer'
import { changeClaim } from '../core/change'
import { claimFiles, claimView } from '../views/claim-view'
import { linksTo } from '../views/line-view'
import { asMerchant } from './staff'

const PAGE = 20

/** Claims by who must act next, oldest first, with counts for all tabs; the next page begins after `cursor` (A1). */
export async function listClaims({ ports }: Context, input: Input<'claims.list'>): Promise<ClaimList> {
  const [found, byState] = await Promise.all([
    ports.db.find('aftersales', pageQuery(input)),
    ports.db.countBy('aftersales', {}, 'state'),
  ])
  const page = found.slice(0, PAGE)
  const last = page[page.length - 1]
  return {
    claims: await claimViews(ports, page),
    counts: countsByTab(byState),
    next: found.length > PAGE ? { createdAt: last.createdAt, id: last._id } : null,
  }
}

// One more than a page is read, to know whether there is a next one.
function pageQuery({ tab, cursor }: Input<'claims.list'>): Query {
  const after = { createdAt: { gt: cursor?.createdAt ?? '' } }
  return {
    where: { state: { in: [...CLAIM_TABS[tab]] } },
    ...(cursor ? { or: [after, { createdAt: cursor.createdAt, _id: { gt: cursor.id } }] } : {}),
    order: [
      ['createdAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit: PAGE + 1,
  }
}

function countsByTab(byState: Record<string, number>): ClaimList['counts'] {
  const count = (tab: ClaimTab) => CLAIM_TABS[tab].reduce((sum, state) => sum + (byState[state] ?? 0), 0)
  return { ours: count('ours'), theirs: count('theirs'), ended: count('ended') }
}

/** One claim at any stage. Throws CLAIM_UNKNOWN. */
export async function getClaim({ ports }: Context, { id }: Input<'claims.get'>): Promise<ClaimView> {
  return showClaim(ports, (await ports.db.get('aftersales', id)) ?? reject('CLAIM_UNKNOWN'))
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
  const { ports } = context
  return showClaim(ports, await changeClaim(ports, id, command, asMerchant(context), { key }))
}

async function showClaim(ports: Ports, claim: ClaimDoc): Promise<ClaimView> {
  const [view] = await claimViews(ports, [claim])
  return view
}

async function claimViews(ports: Ports, claims: readonly ClaimDoc[]): Promise<ClaimView[]> {
  const links = await linksTo(ports, claims.flatMap(claimFiles))
  return claims.map((claim) => claimView(claim, links, 'merchant'))
}
