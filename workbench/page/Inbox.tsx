import type { InboxEntry } from '../../contract'
import { dayOf, sayDay, sayTime, type Instant } from '../../domain/time'
import type { Language } from '../../domain/words'
import { SEAT_NAMES, SEATS, type Seat } from '../people'
import { Icon } from './icon'
import { speak } from './words'

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
        <div className="row" role="tablist" aria-label={say('whose')}>
          {SEAT_NAMES.map((name) => (
            <button
              type="button"
              role="tab"
              key={name}
              id={`inbox-${name}`}
              className={name === seat ? 'chip on' : 'chip'}
              aria-selected={name === seat}
              onClick={() => onSeat(name)}
            >
              {SEATS[name].title[language]}
              {unread[name] > 0 && <i aria-label={say('unread', { count: unread[name] })}>{unread[name]}</i>}
            </button>
          ))}
        </div>
      </header>
      {entries.length === 0 ? (
        <p className="empty">{say('noMessages')}</p>
      ) : (
        <ol>
          {entries.map((entry) => (
            <li key={entry.id}>
              <button type="button" className={entry.read ? 'letter' : 'letter new'} onClick={() => onOpen(entry)}>
                <span className="letter-mark">
                  <Icon name="bell" />
                </span>
                <span className="letter-text">
                  <b>{entry.title[language]}</b>
                  <small>{entry.body[language]}</small>
                </span>
                <span className="letter-at">
                  {dayOf(entry.at) === dayOf(now) ? sayTime(entry.at) : sayDay(dayOf(entry.at), language, dayOf(now))}
                  {entry.pushed && <em title={say('pushedTitle')}>{say('pushed')}</em>}
                </span>
              </button>
            </li>
          ))}
        </ol>
      )}
      <footer className="note">{say('inboxFoot')}</footer>
    </section>
  )
}
