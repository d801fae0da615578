import { useCallback, useEffect, useRef, useState } from 'react'
import type { InboxView } from '../../contract'
import type { Instant } from '../../domain/time'
import { SEAT_NAMES, type Seat } from '../people'
import { inboxOf, readBook, readClock } from './cloud'
import { milestones, type Milestone } from './milestones'

const EVERY_MS = 2500

export const perSeat = <T>(make: (seat: Seat) => T) =>
  Object.fromEntries(SEAT_NAMES.map((seat) => [seat, make(seat)])) as Record<Seat, T>

/** What the workbench knows of the shop, looked at again every few seconds. */
export interface Shop {
  /** Empty until the first look. */
  now: Instant
  boxes: Record<Seat, InboxView>
  coming: Milestone[]
  /** Nothing was ordered yet. */
  untouched: boolean
  away: boolean
}

const UNSEEN: Shop = {
  now: '',
  boxes: perSeat(() => ({ entries: [], unread: 0, next: null })),
  coming: [],
  untouched: true,
  away: false,
}

/** Watches the shop as these three people. `news` grows whenever an order or a parcel has changed. */
export function useShop(openids: Record<Seat, string>) {
  const [shop, setShop] = useState(UNSEEN)
  const [news, setNews] = useState(0)
  const seen = useRef('')
  const turn = useRef(0)
  const signature = JSON.stringify(openids)

  const look = useCallback(async () => {
    const mine = ++turn.current
    const people = JSON.parse(signature) as Record<Seat, string>
    try {
      const [now, { orders, fulfilments }, ...views] = await Promise.all([
        readClock(),
        readBook(),
        ...SEAT_NAMES.map((seat) => inboxOf(seat, people[seat])),
      ])
      if (mine !== turn.current) return
      setShop({
        now,
        boxes: perSeat((seat) => views[SEAT_NAMES.indexOf(seat)]),
        coming: milestones(orders, fulfilments, now),
        untouched: orders.length === 0,
        away: false,
      })
      const versions = [...orders, ...fulfilments].map((doc) => `${doc._id}@${doc.version}`).join(' ')
      if (seen.current !== '' && seen.current !== versions) setNews((count) => count + 1)
      seen.current = versions || '-'
    } catch {
      if (mine === turn.current) setShop((old) => ({ ...old, away: true }))
    }
  }, [signature])

  useEffect(() => {
    void look()
    const timer = window.setInterval(() => void look(), EVERY_MS)
    return () => window.clearInterval(timer)
  }, [look])

  return { shop, news, look, tellPhones: () => setNews((count) => count + 1) }
}
