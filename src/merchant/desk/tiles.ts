import type { DeskView } from '../../../contract/views'
import { holdsDuty, mayEnter, type Duty, type Room } from '../../../domain/duties'
import type { MessageKey } from '../../locales/for-staff'
import type { IconName } from '../../look/icons'
import type { Colour } from '../../look/tokens'
import type { StaffPagePath } from '../../staff/go'

/** A number on the desk that leads to its page. */
export interface DeskTile {
  key: Exclude<keyof DeskView, 'staffName' | 'duties' | 'troubles' | 'unread'>
  word: MessageKey
  icon: IconName
  colour: Colour
  /** Whose work it is: who has none there does not see it. */
  room: Room
  /** Where only some of the people in that room have this work. */
  duty?: Duty
  page: StaffPagePath | null
  query?: Record<string, string>
}

type Hand = DeskTile & {
  page: StaffPagePath
  /** What seldom happens has a tile only while it counts something. */
  rare?: true
}

/** What only the merchant can move on. */
export const hands: readonly Hand[] = [
  { key: 'toReview', word: 'desk.toReview', icon: 'sheet', colour: 'leaf', room: 'review', page: 'merchant/review' },
  {
    key: 'toInspect',
    word: 'desk.toInspect',
    icon: 'loupe',
    colour: 'leaf',
    room: 'intake',
    duty: 'inspector',
    page: 'merchant/intake',
    query: { tab: 'received' },
  },
  {
    key: 'toDecide',
    word: 'desk.toDecide',
    icon: 'warn',
    colour: 'bark',
    room: 'intake',
    duty: 'support',
    page: 'merchant/intake',
    query: { tab: 'escalated' },
    rare: true,
  },
  { key: 'toPack', word: 'desk.toPack', icon: 'box', colour: 'leaf', room: 'packing', page: 'merchant/packing' },
  { key: 'claims', word: 'desk.claims', icon: 'return', colour: 'leaf', room: 'claims', page: 'merchant/claims' },
]

export type Wait = DeskTile & { key: 'arriving' | 'toConfirm' | 'stored' | 'shipped' }

/** What waits for an orchard, a carrier or the customer, in the order fruit passes through. */
export const waits: readonly Wait[] = [
  {
    key: 'arriving',
    word: 'desk.arriving',
    icon: 'leaf',
    colour: 'leaf',
    room: 'intake',
    duty: 'inspector',
    page: 'merchant/intake',
    query: { tab: 'arriving' },
  },
  {
    key: 'toConfirm',
    word: 'desk.toConfirm',
    icon: 'seal',
    colour: 'sun-ink',
    room: 'intake',
    duty: 'inspector',
    page: null,
  },
  { key: 'stored', word: 'desk.stored', icon: 'snowflake', colour: 'cold', room: 'packing', page: null },
  {
    key: 'shipped',
    word: 'desk.shipped',
    icon: 'truck',
    colour: 'ink-2',
    room: 'packing',
    page: 'merchant/packing',
    query: { tab: 'shipped' },
  },
]

/** Those of the tiles that are somebody's work (W4). */
export function theirs<Tile extends DeskTile>(tiles: readonly Tile[], duties: readonly Duty[]): Tile[] {
  return tiles.filter(({ room, duty }) => (duty ? holdsDuty(duties, [duty]) : mayEnter(duties, room)))
}
