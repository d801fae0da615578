import type { TroubleView } from '../../../contract'
import { EFFECT_WORDS, isMessage, type PlainEffect } from '../../../domain/effects'
import { FAILURES } from '../../../domain/message/outcome'
import { isReadable, type OutboxEntry } from '../../../domain/message/outbox'
import { TEMPLATES, type Template, type TemplateKey } from '../../../domain/message/templates'
import { isTrouble } from '../../../domain/message/trouble'
import { lineTitle } from '../../../domain/order/order'
import type { Words } from '../../../domain/words'
import type { Aggregate } from '../../collections'

/** The name under which a whole document is listed that the clock cannot work on. */
export const WHOLE_DOCUMENT = 'clock'

const CLOCK_WORDS: Words = { zh: '到时间该办的事没办成', en: 'What was due could not be done' }
const BROKEN_WORDS: Words = {
  zh: '这一单的记录可能坏了，再试还不行请联系技术',
  en: 'Its record may be damaged; if another try does not help, ask a technician',
}

/** What stands in trouble in a document, oldest first. A damaged document is listed as one row and throws nothing. */
export function troubleViews(doc: Aggregate): TroubleView[] {
  const entries = Object.entries(doc.outbox ?? {}).filter(([, entry]) => isTrouble(entry))
  const about = { id: doc._id, orderNo: 'orderNo' in doc ? doc.orderNo : doc._id, item: itemOf(doc) }
  if (entries.length === 0) return [{ ...about, ...ofDocument }]
  return entries
    .map(([entry, value]) => ({ ...about, entry, ...(isReadable(value) ? ofEntry(value) : UNREADABLE) }))
    .sort((a, b) => (a.since ?? '').localeCompare(b.since ?? ''))
}

type OfEntry = Omit<TroubleView, 'id' | 'orderNo' | 'item' | 'entry'>

const ofDocument: OfEntry & { entry: string } = {
  entry: WHOLE_DOCUMENT,
  what: CLOCK_WORDS,
  to: null,
  why: BROKEN_WORDS,
  state: 'waiting',
  since: null,
  tries: 0,
  mayRetry: true,
}

const UNREADABLE: OfEntry = {
  what: CLOCK_WORDS,
  to: null,
  why: FAILURES.UNREADABLE,
  state: 'failed',
  since: null,
  tries: 0,
  mayRetry: false,
}

function ofEntry({ effect, state, tries, since, failure }: OutboxEntry): OfEntry {
  return {
    ...(isMessage(effect) ? ofMessage(effect.slice('tell.'.length)) : ofPlain(effect as PlainEffect)),
    why: whyOf({ failure }),
    state: state === 'failed' ? 'failed' : 'waiting',
    since: since ?? null,
    tries,
    mayRetry: true,
  }
}

/** Why an entry has not left, in words; a code of another version is said as not done yet. */
export function whyOf({ failure }: Pick<OutboxEntry, 'failure'>): Words {
  return failure && Object.hasOwn(FAILURES, failure.code) ? FAILURES[failure.code] : FAILURES.UNANSWERED
}

function ofMessage(key: string): Pick<TroubleView, 'what' | 'to'> {
  const template: Template | undefined = Object.hasOwn(TEMPLATES, key) ? TEMPLATES[key as TemplateKey] : undefined
  return { what: template?.title ?? { zh: key, en: key }, to: template?.to ?? null }
}

function ofPlain(effect: PlainEffect): Pick<TroubleView, 'what' | 'to'> {
  return { what: Object.hasOwn(EFFECT_WORDS, effect) ? EFFECT_WORDS[effect] : { zh: effect, en: effect }, to: null }
}

function itemOf({ lines }: Aggregate): Words | null {
  try {
    return lineTitle(lines[0])
  } catch {
    return null
  }
}
