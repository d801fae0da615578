import type { FulfilmentState } from '../../domain/fulfilment/machine'
import type { TagProps } from '../components/StateTag'
import { t, type MessageKey } from '../locales/for-staff'

type Stage = { key: MessageKey; icon: TagProps['icon']; tone: NonNullable<TagProps['tone']> }

const stages: Record<FulfilmentState, Stage> = {
  planned: { key: 'staff.planned', icon: 'clock', tone: 'quiet' },
  offered: { key: 'staff.offered', icon: 'bell', tone: 'sun' },
  accepted: { key: 'staff.accepted', icon: 'leaf', tone: 'leaf' },
  stickered: { key: 'staff.stickered', icon: 'leaf', tone: 'leaf' },
  colouring: { key: 'staff.colouring', icon: 'sun', tone: 'sun' },
  harvested: { key: 'staff.harvested', icon: 'bag', tone: 'leaf' },
  marked: { key: 'staff.marked', icon: 'seal', tone: 'leaf' },
  sentToHub: { key: 'staff.sentToHub', icon: 'truck', tone: 'leaf' },
  received: { key: 'staff.received', icon: 'loupe', tone: 'cold' },
  passed: { key: 'staff.passed', icon: 'seal', tone: 'seal' },
  mismatched: { key: 'staff.mismatched', icon: 'return', tone: 'bark' },
  escalated: { key: 'staff.escalated', icon: 'warn', tone: 'bark' },
  stored: { key: 'staff.stored', icon: 'snowflake', tone: 'cold' },
  packing: { key: 'staff.packing', icon: 'box', tone: 'sun' },
  shipped: { key: 'staff.shipped', icon: 'truck', tone: 'leaf' },
  delivered: { key: 'staff.delivered', icon: 'check-circle', tone: 'quiet' },
  refunded: { key: 'staff.refunded', icon: 'slash', tone: 'quiet' },
}

/** A parcel's state as staff say it: word, shape and colour for a Tag. */
export function stageTag(state: FulfilmentState): TagProps {
  const { key, icon, tone } = stages[state]
  return { word: t(key), icon, tone }
}
