import { useCallback, useEffect, useRef, useState } from 'react'
import type { InboxEntry, InboxView } from '../../contract'
import type { Instant } from '../../domain/time'
import { SEAT_NAMES, SEATS, type Seat } from '../people'
import { Clock } from './Clock'
import { inboxOf, markRead, moveClock, readBook, readClock, resetDemo } from './cloud'
import { Icon } from './icon'
import { Inbox } from './Inbox'
import { milestones, type Milestone } from './milestones'
import { Phone } from './Phone'
import { keepLanguage, readLanguage, speak } from './words'

interface Held {
  openid: string
  page: string
  turn: number
}

const EVERY_MS = 2500
const perSeat = <T,>(make: (seat: Seat) => T) =>
  Object.fromEntries(SEAT_NAMES.map((seat) => [seat, make(seat)])) as Record<Seat, T>
const firstHeld = () =>
  perSeat<Held>((seat) => ({ openid: SEATS[seat].people[0].openid, page: SEATS[seat].start, turn: 0 }))

/** Three phones, the inbox, the clock: the whole product on one screen. */
export function Workbench() {
  const [held, setHeld] = useState(firstHeld)
  const [now, setNow] = useState<Instant>('')
  const [boxes, setBoxes] = useState(() => perSeat<InboxView>(() => ({ entries: [], unread: 0 })))
  const [coming, setComing] = useState<Milestone[]>([])
  const [seat, setSeat] = useState<Seat>('shopper')
  const [news, setNews] = useState(0)
  const [away, setAway] = useState(false)
  const [resetting, setResetting] = useState<'no' | 'asking' | 'running'>('no')
  const [language, setLanguage] = useState(readLanguage)
  const say = speak(language)
  const seen = useRef('')

  const look = useCallback(async () => {
    try {
      const [at, book, ...views] = await Promise.all([
        readClock(),
        readBook(),
        ...SEAT_NAMES.map((name) => inboxOf(name, held[name].openid)),
      ])
      setNow(at)
      setComing(milestones(book.orders, book.fulfilments, at))
      setBoxes(perSeat((name) => views[SEAT_NAMES.indexOf(name)]))
      setAway(false)
      const versions = [...book.orders, ...book.fulfilments].map((doc) => `${doc._id}@${doc.version}`).join(' ')
      if (seen.current !== '' && seen.current !== versions) setNews((count) => count + 1)
      seen.current = versions || '-'
    } catch {
      setAway(true)
    }
  }, [held])

  useEffect(() => {
    void look()
    const timer = window.setInterval(() => void look(), EVERY_MS)
    return () => window.clearInterval(timer)
  }, [look])

  const show = (name: Seat, change: Partial<Held>) =>
    setHeld((all) => ({ ...all, [name]: { ...all[name], ...change, turn: all[name].turn + 1 } }))

  const open = async (entry: InboxEntry) => {
    show(seat, { page: entry.page })
    await markRead(seat, held[seat].openid, entry.id)
    await look()
  }

  const move = async (to: Parameters<typeof moveClock>[0]) => {
    setNow(await moveClock(to))
    await look()
    setNews((count) => count + 1)
  }

  const reset = async () => {
    setResetting('running')
    await resetDemo().finally(() => setResetting('no'))
    seen.current = ''
    SEAT_NAMES.forEach((name) => show(name, { page: SEATS[name].start }))
    await look()
  }

  const switchLanguage = () => {
    const next = language === 'zh' ? 'en' : 'zh'
    keepLanguage(next)
    setLanguage(next)
  }

  return (
    <>
      <header className="top">
        <span className="seal" aria-hidden="true">
          果<br />印
        </span>
        <h1>{say('name')}</h1>
        <span className="note">{say('motto')}</span>
        <span className={away ? 'lamp off' : 'lamp'} role="status">
          {say(resetting === 'running' ? 'resetting' : away ? 'away' : 'running')}
        </span>
        <button type="button" id="language" className="again" onClick={switchLanguage}>
          {language === 'zh' ? 'English' : '中文'}
        </button>
        {resetting === 'asking' ? (
          <span className="ask" role="alertdialog" aria-label={say('reset')}>
            {say('resetAsk')}
            <button type="button" id="reset-yes" className="danger" onClick={() => void reset()}>
              {say('resetYes')}
            </button>
            <button type="button" id="reset-no" onClick={() => setResetting('no')}>
              {say('resetNo')}
            </button>
          </span>
        ) : (
          <button
            type="button"
            id="reset"
            className="again"
            disabled={resetting === 'running'}
            onClick={() => setResetting('asking')}
          >
            <Icon name="refresh" /> {say('reset')}
          </button>
        )}
      </header>
      <main>
        {SEAT_NAMES.map((name) => (
          <Phone
            key={name}
            seat={name}
            language={language}
            {...held[name]}
            news={news}
            onPerson={(openid) => show(name, { openid, page: SEATS[name].start })}
            onReload={() => show(name, { page: SEATS[name].start })}
          />
        ))}
        <aside>
          {now !== '' && <Clock language={language} now={now} coming={coming} onMove={move} />}
          <Inbox
            seat={seat}
            language={language}
            now={now}
            entries={boxes[seat].entries}
            unread={perSeat((name) => boxes[name].unread)}
            onSeat={setSeat}
            onOpen={(entry) => void open(entry)}
          />
        </aside>
      </main>
    </>
  )
}
