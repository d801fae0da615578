import { useRef, type KeyboardEvent } from 'react'
import type { InboxEntry } from '../../contract'
import type { TemplateKey } from '../../domain/message/templates'
import { dayOf, sayDay, sayTime, type Instant } from '../../domain/time'
import type { Language } from '../../domain/words'
import type { IconName } from '../../src/look/icons'
import { SEAT_NAMES, SEATS, type Seat } from '../people'
import { Icon } from './icon'
import { speak } from './words'

const LETTER_ICON: Record<TemplateKey, IconName> = {
  paid: 'check-circle',
  approved: 'leaf',
  rejected: 'slash',
  cancelled: 'slash',
  expired: 'clock',
  paidTooLate: 'return',
  growth: 'sun',
  confirmSend: 'seal',
  redoing: 'return',
  delayed: 'clock',
  redone: 'truck',
  replanned: 'leaf',
  partRefunded: 'return',
  cold: 'snowflake',
  reminder: 'snowflake',
  lastDay: 'snowflake',
  shipped: 'truck',
  delivered: 'check-circle',
  toReview: 'sheet',
  arriving: 'loupe',
  toPack: 'box',
  offered: 'bell',
  mismatch: 'return',
  late: 'clock',
  notNeeded: 'slash',
  escalated: 'warn',
  undecided: 'clock',
  sentBack: 'return',
  stuck: 'warn',
  claimMade: 'warn',
  claimEscalated: 'warn',
  claimOverdue: 'clock',
  goodsComing: 'truck',
  claimAgreed: 'check-circle',
  claimRefused: 'slash',
  goodsBack: 'return',
  claimSettled: 'check-circle',
  claimLapsed: 'clock',
}

const LIST = 'inbox-list'

interface InboxProps {
  seat: Seat
  language: Language
  now: Instant
  entries: InboxEntry[]
  unread: Record<Seat, number>
  onSeat(seat: Seat): void
  onOpen(entry: InboxEntry): void
}

/** Messages of the three people; a card opens its page on that person's phone. */
export function Inbox({ seat, language, now, entries, unread, onSeat, onOpen }: InboxProps) {
  const say = speak(language)
  return (
    <section className="card inbox" aria-label={say('inbox')}>
      <header className="row between">
        <h2>
          <Icon name="inbox" /> {say('inbox')}
        </h2>
        <Whose seat={seat} language={language} unread={unread} onSeat={onSeat} />
      </header>
      <div className="letters" id={LIST} role="tabpanel" aria-labelledby={`inbox-${seat}`}>
        {entries.length === 0 ? (
          <p className="empty">{say('noMessages')}</p>
        ) : (
          <ol>
            {entries.map((entry) => (
              <li key={entry.id}>
                <Letter entry={entry} language={language} now={now} onOpen={() => onOpen(entry)} />
              </li>
            ))}
          </ol>
        )}
      </div>
      <footer className="note">{say('inboxFoot')}</footer>
    </section>
  )
}

function Whose({ seat, language, unread, onSeat }: Pick<InboxProps, 'seat' | 'language' | 'unread' | 'onSeat'>) {
  const say = speak(language)
  const list = useRef<HTMLDivElement>(null)
  const turn = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!by) return
    event.preventDefault()
    const next = (SEAT_NAMES.indexOf(seat) + by + SEAT_NAMES.length) % SEAT_NAMES.length
    onSeat(SEAT_NAMES[next])
    list.current?.querySelectorAll('button')[next].focus()
  }
  return (
    <div ref={list} className="row" role="tablist" aria-label={say('whose')} onKeyDown={turn}>
      {SEAT_NAMES.map((name) => (
        <button
          type="button"
          role="tab"
          key={name}
          id={`inbox-${name}`}
          className={name === seat ? 'chip on' : 'chip'}
          aria-selected={name === seat}
          aria-controls={LIST}
          tabIndex={name === seat ? 0 : -1}
          onClick={() => onSeat(name)}
        >
          {SEATS[name].title[language]}
          {unread[name] > 0 && <i aria-label={say('unread', { count: unread[name] })}>{unread[name]}</i>}
        </button>
      ))}
    </div>
  )
}

interface LetterProps {
  entry: InboxEntry
  language: Language
  now: Instant
  onOpen(): void
}

function Letter({ entry, language, now, onOpen }: LetterProps) {
  const { template, title, body, at, read, pushed } = entry
  const say = speak(language)
  return (
    <button type="button" className={read ? 'letter' : 'letter new'} onClick={onOpen}>
      <span className="letter-mark">
        <Icon name={LETTER_ICON[template]} />
      </span>
      <span className="letter-text">
        <b>{title[language]}</b>
        <small>{body[language]}</small>
      </span>
      <span className="letter-at">
        <span>{dayOf(at) === dayOf(now) ? sayTime(at) : sayDay(dayOf(at), language, dayOf(now))}</span>
        {pushed && <em title={say('pushedTitle')}>{say('pushed')}</em>}
        {!read && <i className="dot" role="img" aria-label={say('new')} />}
      </span>
    </button>
  )
}
