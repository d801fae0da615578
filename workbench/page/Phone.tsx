import { useEffect, useRef, useState } from 'react'
import type { Language } from '../../domain/words'
import { SEATS, type Seat } from '../people'
import { Icon } from './icon'
import { speak } from './words'

const SEAT_ICON = { shopper: 'person', merchant: 'loupe', orchard: 'leaf' } as const

interface PhoneProps {
  seat: Seat
  language: Language
  openid: string
  /** Page to show; a new `turn` opens it again even when it is the same page. */
  page: string
  turn: number
  /** Grows when something happened that pages should read again. */
  news: number
  onPerson(openid: string): void
  onReload(): void
}

/** One phone: the real app in a frame, as the person who holds it. */
export function Phone({ seat, language, openid, page, turn, news, onPerson, onReload }: PhoneProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [where, setWhere] = useState(page)
  const { title, people } = SEATS[seat]
  const say = speak(language)
  const named = { seat: title[language] }

  useEffect(() => {
    if (news > 0) frame.current?.contentWindow?.postMessage('guoyin:news', window.location.origin)
  }, [news])

  useEffect(() => {
    const timer = window.setInterval(() => {
      const hash = frame.current?.contentWindow?.location.hash ?? ''
      setWhere(hash.replace(/^#\//, '').split('?')[0] || page)
    }, 700)
    return () => window.clearInterval(timer)
  }, [page])

  return (
    <section className="seat" aria-label={say('phoneOf', named)}>
      <header className="seat-head">
        <span className={`seat-mark ${seat}`}>
          <Icon name={SEAT_ICON[seat]} />
        </span>
        <b>{title[language]}</b>
        <label className="who">
          <span className="sr">{say('another', named)}</span>
          <select id={`who-${seat}`} value={openid} onChange={(event) => onPerson(event.target.value)}>
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
          id={`reload-${seat}`}
          aria-label={say('home', named)}
          onClick={onReload}
        >
          <Icon name="home" />
        </button>
      </header>
      <div className="phone">
        <iframe
          key={`${openid} ${language} ${turn}`}
          id={`phone-${seat}`}
          ref={frame}
          title={`${title[language]} ${openid}`}
          src={`/app/?openid=${openid}&lang=${language}&turn=${turn}#/${page}`}
        />
      </div>
      <code className="where">{where}</code>
    </section>
  )
}
