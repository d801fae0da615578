import { type Clock } from './clock/clock'
import { type TimerState, type Timers } from './clock/timers'
import { type Image, putImage, takeImage } from './data/image'
import { type Connection } from './data/sqlite'
import { type DocumentDatabase } from './database/database'
import { type Faults, type FaultsState } from './faults'
import { type Notices, type NoticesState } from './pay/notices'

declare const moment: unique symbol
/** One moment of a local cloud; only `restore` of the same cloud can read it. */
export interface Snapshot {
  readonly [moment]: true
}

/** Everything that decides what happens next. What was only observed (wire log, call log, warnings) is not in it. */
interface Moment {
  image: Image
  clock: { at: number; standing: boolean }
  timers: TimerState[]
  visits: [string, number][]
  faults: FaultsState
  notices: NoticesState
}

interface Parts {
  connection: Connection
  database: DocumentDatabase
  clock: Clock
  timers: Timers
  visits: Map<string, number>
  faults: Faults
  notices: Notices
}

/** Takes the moment. An open transaction is not in it: what it has written so far is nowhere yet. */
export function takeSnapshot({ connection, clock, timers, visits, faults, notices }: Parts): Snapshot {
  const small = {
    clock: { at: clock.now(), standing: clock.standing() },
    timers: timers.list(),
    visits: [...visits],
    faults: faults.save(),
    notices: notices.save(),
  }
  const taken: Moment = { ...structuredClone(small), image: takeImage(connection) }
  return taken as unknown as Snapshot
}

/** Goes back to the moment; open transactions end. A snapshot may be restored any number of times. */
export function putSnapshot(parts: Parts, snapshot: Snapshot): void {
  const { connection, database, clock, timers, visits, faults, notices } = parts
  const { image, ...small } = snapshot as unknown as Moment
  const taken = structuredClone(small)
  database.transactions.close()
  putImage(connection, image)
  database.catalog.reload()
  visits.clear()
  for (const [openid, at] of taken.visits) visits.set(openid, at)
  faults.load(taken.faults)
  notices.load(taken.notices)
  if (taken.clock.standing) clock.stand(taken.clock.at)
  else {
    clock.run()
    clock.set(taken.clock.at)
  }
  timers.restore(taken.timers)
}
