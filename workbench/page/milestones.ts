import type { GrowthDates } from '../../domain/catalogue/season'
import type { FulfilmentDoc } from '../../domain/fulfilment/fulfilment'
import { autoReceiptAt } from '../../domain/order/evolve'
import { lineTitle, type OrderDoc } from '../../domain/order/order'
import { later, NEVER, startOf, type Day, type Instant } from '../../domain/time'
import type { Words } from '../../domain/words'

/** A moment worth jumping to, and what will happen then. */
export interface Milestone {
  at: Instant
  what: Words
  whose: Words
  /** Decides its colour, which stands beside the word. */
  tone: 'money' | 'orchard' | 'sticker' | 'colouring' | 'harvest' | 'cold' | 'road'
}

const MOST = 4

/** What is still to come, soonest first: deadlines of orders, days of the season for fruit under way. */
export function milestones(
  orders: readonly OrderDoc[],
  fulfilments: readonly FulfilmentDoc[],
  now: Instant,
): Milestone[] {
  return together(
    [...orders.flatMap(ofOrder), ...fulfilments.flatMap(ofFulfilment)]
      .filter((milestone) => milestone.at > now && milestone.at < NEVER)
      .sort((a, b) => (a.at < b.at ? -1 : 1)),
  ).slice(0, MOST)
}

/** The same thing at the same time for several orders is one moment. */
function together(sorted: readonly Milestone[]): Milestone[] {
  const moments = new Map<string, Milestone>()
  for (const milestone of sorted) {
    const key = `${milestone.at} ${milestone.what.zh}`
    const { zh, en } = moments.get(key)?.whose ?? {}
    const whose = {
      zh: zh ? `${zh}、${milestone.whose.zh}` : milestone.whose.zh,
      en: en ? `${en}, ${milestone.whose.en}` : milestone.whose.en,
    }
    moments.set(key, { ...milestone, whose })
  }
  return [...moments.values()]
}

function ofOrder(order: OrderDoc): Milestone[] {
  const whose = lineTitle(order.lines[0])
  const unpaid =
    order.state === 'placed'
      ? [{ at: order.payBy, what: { zh: '付款截止', en: 'payment due' }, whose, tone: 'money' as const }]
      : []
  const receipt = autoReceiptAt(order)
  return [...unpaid, { at: receipt, what: { zh: '自动确认收货', en: 'receipt confirmed' }, whose, tone: 'road' }]
}

function ofFulfilment(parcel: FulfilmentDoc): Milestone[] {
  const whose = lineTitle(parcel.lines[0])
  const found: Milestone[] = []
  const add = (tone: Milestone['tone'], at: Instant | null | undefined, zh: string, en: string) => {
    if (at) found.push({ at, what: { zh, en }, whose, tone })
  }
  // Morning in the orchard: work of a day is done from eight o'clock.
  const morning = (day: Day) => later(startOf(day), 8, 'hour')
  if (parcel.state === 'offered') add('orchard', parcel.acceptBy, '果园答复截止', 'orchard must answer')
  const next = parcel.dates && nextInOrchard(parcel.state, parcel.dates)
  if (next) add(next.tone, morning(next.day), next.zh, next.en)
  for (const hold of parcel.holds) {
    if (hold.kind === 'confirmSend') add('cold', hold.until, '未选，自动转冷藏', 'no word: into the cold')
    if (hold.kind === 'coldStorage') add('cold', hold.until, '冷藏最后一天', 'last day in the cold')
  }
  if (parcel.state === 'stored') add('cold', parcel.storage?.remindAt, '冷藏提醒', 'reminder')
  if (parcel.state === 'shipped') add('road', parcel.trackAt, '查一次物流', 'tracking is asked')
  return found
}

interface OrchardDay extends Pick<Milestone, 'tone'>, Words {
  day: Day
}

function nextInOrchard(state: FulfilmentDoc['state'], dates: GrowthDates): OrchardDay | null {
  const harvest: OrchardDay = { tone: 'harvest', day: dates.harvestFrom, zh: '采收', en: 'harvest' }
  if (dates.technique === 'laser') {
    if (state === 'accepted') return harvest
    return state === 'harvested' ? { tone: 'sticker', day: dates.markOn, zh: '激光印字', en: 'the laser marks' } : null
  }
  switch (state) {
    case 'accepted':
      return { tone: 'sticker', day: dates.stickerOn, zh: '贴字', en: 'stickers go on' }
    case 'stickered':
      return { tone: 'colouring', day: dates.colouringFrom, zh: '开始着色', en: 'colouring begins' }
    case 'colouring':
      return harvest
    default:
      return null
  }
}
