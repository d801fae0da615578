import { useEffect, useRef, useState } from 'react'
import type { Language } from '../../domain/words'
import { SEATS, type Seat } from '../people'
import { Icon } from './icon'
import { hideScrollbars, SCREEN, seenIn, type Seen } from './screen'
import { speak } from './words'

const SEAT_ICON = { shopper: 'person', merchant: 'loupe', orchard: 'leaf' } as const
const LOOK_EVERY_MS = 500

interface PhoneProps {
  seat: Seat
  language: Language
  openid: string
  /** Page to show; a new `turn` opens it again even when it is the same page. */
  page: string
  turn: number
  /** Grows when something happened that pages should read again. */
  news: number
  /** What the phone's status bar says. */
  time: string
  onPerson(openid: string): void
  onHome(): void
  /** The person has gone to another page. */
  onWhere(page: string): void
}

/** One phone: the real app in a frame, as the person who holds it. */
export function Phone(props: PhoneProps) {
  const { seat, language, openid, page, turn, news, time, onPerson, onHome, onWhere } = props
  const frame = useRef<HTMLIFrameElement>(null)
  const [seen, setSeen] = useState<Seen>({ page, top: null, bottom: null })
  const { title, people } = SEATS[seat]
  const say = speak(language)
  const named = { seat: title[language] }
  const where = useRef(onWhere)
  where.current = onWhere

  useEffect(() => {
    if (news > 0) frame.current?.contentWindow?.postMessage('guoyin:news', window.location.origin)
  }, [news])

  useEffect(() => {
    const look = () => {
      const now = seenIn(frame.current)
      if (!now) return
      setSeen((old) => (old.page === now.page && old.top === now.top && old.bottom === now.bottom ? old : now))
      where.current(now.page)
    }
    const timer = window.setInterval(look, LOOK_EVERY_MS)
    return () => window.clearInterval(timer)
  }, [])

  return (
    <section className="seat" aria-label={say('phoneOf', named)}>
      <header className="seat-head">
        <span className={`seat-mark ${seat}`}>
          <Icon name={SEAT_ICON[seat]} />
        </span>
        <b>{title[language]}</b>
        <label className="who">
          <span className="sr">{say('another', named)}</span>
          <select
            id={`who-${seat}`}
            value={openid}
            disabled={people.length === 1}
            onChange={(event) => onPerson(event.target.value)}
          >
            {people.map((person) => (
              <option key={person.openid} value={person.openid}>
                {person.name[language]}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className="round"
          id={`home-${seat}`}
          aria-label={say('home', named)}
          title={say('home', named)}
          onClick={onHome}
        >
          <Icon name="home" />
        </button>
      </header>
      <div className="phone">
        <div className="screen">
          <StatusBar time={time} colour={seen.top} />
          <iframe
            key={`${openid} ${language} ${turn}`}
            id={`phone-${seat}`}
            ref={frame}
            width={SCREEN.width}
            onLoad={(event) => hideScrollbars(event.currentTarget)}
            title={`${title[language]} · ${people.find((person) => person.openid === openid)?.name[language] ?? openid}`}
            src={`/app/?openid=${openid}&lang=${language}&turn=${turn}#/${page}`}
          />
          <div className="swipe" style={seen.bottom ? { background: seen.bottom } : {}} aria-hidden="true" />
        </div>
      </div>
      <code className="where">{seen.page.split('?')[0]}</code>
    </section>
  )
}

function StatusBar({ time, colour }: { time: string; colour: string | null }) {
  return (
    <div className="status" style={colour ? { background: colour } : {}} aria-hidden="true">
      <span>{time}</span>
      <svg width="52" height="16" viewBox="0 0 52 16">
        <path d="M0 11h3v3H0zM5 8h3v6H5zM10 5h3v9h-3zM15 2h3v12h-3z" fill="currentColor" />
        <rect x="25" y="2.5" width="22" height="11" rx="3" fill="none" stroke="currentColor" opacity=".5" />
        <rect x="27" y="4.5" width="15" height="7" rx="1.5" fill="currentColor" />
        <path d="M49 6v4" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" opacity=".5" />
      </svg>
    </div>
  )
}
