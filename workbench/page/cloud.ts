import type { InboxView } from '../../contract'
import type { FulfilmentDoc } from '../../domain/fulfilment/fulfilment'
import type { OrderDoc } from '../../domain/order/order'
import type { Instant } from '../../domain/time'
import { SEATS, type Seat } from '../people'

// The workbench is a guest of the local cloud: it reads what a phone could read, and the control API for the rest.

async function request<T>(path: string, init: RequestInit = {}): Promise<T> {
  const answer = await fetch(path, { ...init, headers: { 'content-type': 'application/json', ...init.headers } })
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  return (await answer.json()) as T
}

const post = <T>(path: string, body: unknown, headers: Record<string, string> = {}) =>
  request<T>(path, { method: 'POST', body: JSON.stringify(body), headers })

async function procedure<T>(fn: string, openid: string, name: string, input: unknown): Promise<T> {
  const answer = await post<{ result?: { ok: true; data: T } | { ok: false; error: { message: { zh: string } } } }>(
    `/invoke/${fn}`,
    { procedure: name, input },
    { 'x-wx-openid': openid },
  )
  if (!answer.result?.ok) throw new Error(answer.result?.error.message.zh ?? name)
  return answer.result.data
}

/** The messages of the person who holds this phone. */
export function inboxOf(seat: Seat, openid: string): Promise<InboxView> {
  const { fn, list } = SEATS[seat].inbox
  return procedure<InboxView>(fn, openid, list, {})
}

/** Marks a message as read. */
export function markRead(seat: Seat, openid: string, id: string): Promise<InboxView> {
  const { fn, read } = SEATS[seat].inbox
  return procedure<InboxView>(fn, openid, read, { id, key: crypto.randomUUID() })
}

/** The local cloud's time. */
export async function readClock(): Promise<Instant> {
  return (await request<{ now: Instant }>('/_control/clock')).now
}

/** Moves the clock; answers when every timer on the way has run. */
export async function moveClock(move: { advanceMs: number } | { to: Instant }): Promise<Instant> {
  return (await post<{ now: Instant }>('/_control/clock', move)).now
}

/** Back to the demo's first morning. */
export function resetDemo(): Promise<{ now: Instant }> {
  return post<{ now: Instant }>('/workbench/reset', {})
}

/** Orders and fulfilments as they are stored, for the list of what comes next. */
export async function readBook(): Promise<{ orders: OrderDoc[]; fulfilments: FulfilmentDoc[] }> {
  const [orders, fulfilments] = await Promise.all([
    request<OrderDoc[]>('/_control/documents?collection=orders'),
    request<FulfilmentDoc[]>('/_control/documents?collection=fulfilments'),
  ])
  return { orders, fulfilments }
}
