import type { FulfilmentState } from '../fulfilment/machine'
import { addDays, type Day } from '../time'
import { WAY_TO_HUB_DAYS, type Season } from './season'

/** What an orchard does with its hands in a season, in the order of the year. `harvest` takes the film off, too. */
export type TaskKind = 'bagOff' | 'sticker' | 'harvest' | 'mark' | 'dispatch'

/** One stretch of a season's work. */
export interface Task {
  kind: TaskKind
  seasonId: string
  from: Day
  to: Day
}

/** The days of the week that holds `today`, Monday first. */
export function weekOf(today: Day): Day[] {
  const sinceMonday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7
  return Array.from({ length: 7 }, (_, at) => addDays(today, at - sinceMonday))
}

/** What the calendar tells an orchard to do in these days, soonest first (G3). The season's technique decides what. */
export function tasksOf(season: Season, { from, to }: { from: Day; to: Day }): Task[] {
  return yearOf(season)
    .filter((task) => task.from <= to && task.to >= from)
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
}

/** All of a season's work. Bags come off until the next step begins; the hub waits two days from fruit that is done. */
function yearOf(season: Season): Task[] {
  const { _id: seasonId, bagOff, harvestFrom, harvestTo } = season
  const task = (kind: TaskKind, from: Day, to: Day): Task => ({ kind, seasonId, from, to: to < from ? from : to })
  const done = season.technique === 'laser' ? season.markDays : 0
  const [doneFrom, doneTo] = [addDays(harvestFrom, done), addDays(harvestTo, done)]
  const next = season.technique === 'mask' ? season.stickerOn : addDays(harvestTo, 1)
  return [
    ...(bagOff ? [task('bagOff', bagOff, addDays(next, -1))] : []),
    ...(season.technique === 'mask' ? [task('sticker', season.stickerOn, addDays(season.colouringFrom, -1))] : []),
    task('harvest', harvestFrom, harvestTo),
    ...(season.technique === 'laser' ? [task('mark', doneFrom, doneTo)] : []),
    task('dispatch', doneFrom, addDays(doneTo, WAY_TO_HUB_DAYS)),
  ]
}

/** States in which a task is still to be done: what is offered only is nobody's work yet, what is done is behind. */
const TO_DO: Record<TaskKind, readonly FulfilmentState[]> = {
  bagOff: ['accepted'],
  sticker: ['accepted'],
  harvest: ['accepted', 'stickered', 'colouring'],
  mark: ['accepted', 'harvested'],
  dispatch: ['accepted', 'stickered', 'colouring', 'harvested', 'marked'],
}

/** One accepted piece of work, as far as a week's plan needs to know it. */
export interface AcceptedWork {
  seasonId: string | null
  state: FulfilmentState
  pieces: number
}

/** Fruit an orchard still has to do this task on. */
export function piecesToDo(task: Task, work: readonly AcceptedWork[]): number {
  return work
    .filter(({ seasonId, state }) => seasonId === task.seasonId && TO_DO[task.kind].includes(state))
    .reduce((sum, { pieces }) => sum + pieces, 0)
}
