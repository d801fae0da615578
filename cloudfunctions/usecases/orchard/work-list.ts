import type { Input, WorkView } from '../../../contract'
import { plotCounter } from '../../../domain/catalogue/product'
import type { Season } from '../../../domain/catalogue/season'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import type { FulfilmentState } from '../../../domain/fulfilment/machine'
import type { Ports } from '../../ports/ports'
import type { Context } from '../core/answer'
import { unreadOf } from '../core/inbox'
import { pageOf } from '../core/page'
import { readByIds } from '../core/read-all'
import { currentSeasons } from '../shop/seasons'
import { linksTo } from '../views/line-view'
import { jobFiles, jobView } from '../views/job-view'
import { orchardOf } from './own-work'

const UNDER_WAY: readonly FulfilmentState[] = [
  'offered',
  'accepted',
  'stickered',
  'colouring',
  'harvested',
  'marked',
  'mismatched',
  'escalated',
]
const DONE: readonly FulfilmentState[] = [
  'sentToHub',
  'received',
  'passed',
  'stored',
  'packing',
  'shipped',
  'delivered',
  'refunded',
]
const PAGE = 50
/** A look back at what was sent last; older work is found through its messages. */
const DONE_JOBS = 50

/**
 * The orchard's week: offers to answer and work under way, the oldest first, page by page; with the first page also work
 * that is done with, and the calendar of what it grows (G1-G3).
 */
export async function listWork(context: Context, { cursor }: Input<'work.list'>): Promise<WorkView> {
  const { ports, staff } = context
  const orchardId = orchardOf(context)
  const underWay = {
    where: { orchardId, state: { in: UNDER_WAY } },
    by: 'createdAt',
    direction: 'asc',
    size: PAGE,
  } as const
  const [orchard, { docs: open, next }, done, seasons, unread] = await Promise.all([
    ports.db.get('orchards', orchardId),
    pageOf(ports, 'fulfilments', underWay, cursor),
    cursor ? [] : doneLast(ports, orchardId),
    cursor ? [] : seasonsOf(ports, orchardId),
    unreadOf(context),
  ])
  const links = await linksTo(ports, [...open, ...done].flatMap(jobFiles))
  const views = open.map((job) => jobView(job, links))
  return {
    orchardName: orchard?.name ?? { zh: orchardId, en: orchardId },
    staffName: staff?.name ?? '',
    offered: views.filter(({ state }) => state === 'offered'),
    underWay: views.filter(({ state }) => state !== 'offered'),
    done: done.map((job) => jobView(job, links)),
    seasons,
    unread,
    next,
  }
}

function doneLast(ports: Ports, orchardId: string): Promise<FulfilmentDoc[]> {
  const where = { orchardId, state: { in: DONE } }
  return ports.db.find('fulfilments', { where, order: [['createdAt', 'desc']], limit: DONE_JOBS })
}

// An orchard grows the seasons it has a plot for.
async function seasonsOf(ports: Ports, orchardId: string): Promise<Season[]> {
  const seasons = await currentSeasons(ports)
  if (seasons.length === 0) return []
  const plots = await readByIds(
    ports,
    'counters',
    seasons.map(({ _id }) => plotCounter(orchardId, _id)),
  )
  return seasons.filter(({ _id }) => plots.some((plot) => plot._id === plotCounter(orchardId, _id)))
}
