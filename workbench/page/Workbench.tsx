import { useEffect, useRef, useState, type CSSProperties } from 'react'
import type { InboxEntry } from '../../contract'
import { sayTime } from '../../domain/time'
import { SEAT_NAMES, SEATS, type Seat } from '../people'
import { Bar } from './Bar'
import { Clock } from './Clock'
import { markRead, moveClock, resetDemo } from './cloud'
import { Inbox } from './Inbox'
import { Phone } from './Phone'
import { useScale } from './screen'
import { perSeat, useShop } from './use-shop'
import { forgetDrafts, keepLanguage, readLanguage } from './words'

interface Held {
  openid: string
  page: string
  turn: number
}

const firstHeld = () =>
  perSeat<Held>((seat) => ({ openid: SEATS[seat].people[0].openid, page: SEATS[seat].start, turn: 0 }))

/** Three phones, the inbox, the clock: the whole product on one screen. */
export function Workbench() {
  const [held, setHeld] = useState(firstHeld)
  const [seat, setSeat] = useState<Seat>('shopper')
  const [resetting, setResetting] = useState(false)
  const [language, setLanguage] = useState(readLanguage)
  const { shop, news, look, tellPhones } = useShop(perSeat((name) => held[name].openid))
  const where = useRef(perSeat((name) => held[name].page))
  const scale = useScale()

  useEffect(() => keepLanguage(language), [language])

  const show = (name: Seat, change: Partial<Held>) =>
    setHeld((all) => ({ ...all, [name]: { ...all[name], ...change, turn: all[name].turn + 1 } }))

  const open = async (entry: InboxEntry) => {
    show(seat, { page: entry.page })
    await markRead(seat, held[seat].openid, entry.id)
    await look()
  }

  const move = async (to: Parameters<typeof moveClock>[0]) => {
    await moveClock(to)
    await look()
    tellPhones()
  }

  const reset = async () => {
    setResetting(true)
    await resetDemo().finally(() => setResetting(false))
    forgetDrafts()
    SEAT_NAMES.forEach((name) => show(name, { page: SEATS[name].start }))
    await look()
  }

  // Frames start anew in the other language, on the pages they are on.
  const switchLanguage = () => {
    SEAT_NAMES.forEach((name) => show(name, { page: where.current[name] }))
    setLanguage(language === 'zh' ? 'en' : 'zh')
  }

  return (
    <>
      <Bar
        language={language}
        standing={resetting ? 'resetting' : shop.away ? 'away' : 'running'}
        onLanguage={switchLanguage}
        onReset={() => void reset()}
      />
      <main style={{ '--scale': scale } as CSSProperties}>
        {SEAT_NAMES.map((name) => (
          <Phone
            key={name}
            seat={name}
            language={language}
            {...held[name]}
            news={news}
            time={shop.now && sayTime(shop.now)}
            onPerson={(openid) => show(name, { openid, page: SEATS[name].start })}
            onHome={() => show(name, { page: SEATS[name].start })}
            onWhere={(page) => {
              where.current[name] = page
            }}
          />
        ))}
        <aside>
          {shop.now !== '' && (
            <Clock language={language} now={shop.now} coming={shop.coming} untouched={shop.untouched} onMove={move} />
          )}
          <Inbox
            seat={seat}
            language={language}
            now={shop.now}
            entries={shop.boxes[seat].entries}
            unread={perSeat((name) => shop.boxes[name].unread)}
            onSeat={setSeat}
            onOpen={(entry) => void open(entry)}
          />
        </aside>
      </main>
    </>
  )
}
