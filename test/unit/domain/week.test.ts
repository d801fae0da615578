import { calendarEntry, seasonOfYear } from '../../../domain/catalogue/calendar'
import { piecesToDo, tasksOf, weekOf, type TaskKind } from '../../../domain/catalogue/week'
import { FULFILMENT, type FulfilmentState } from '../../../domain/fulfilment/machine'
import { addDays } from '../../../domain/time'

const fuji = seasonOfYear(calendarEntry('fuji'), 2026, 'mask')
const laser = seasonOfYear(calendarEntry('fuji'), 2026, 'laser')
const pear = seasonOfYear(calendarEntry('hongxiangsu'), 2026, 'mask')
const mandarin = seasonOfYear(calendarEntry('chunjian'), 2026, 'mask')

const inWeekOf = (day: string) => {
  const week = weekOf(day)
  return { from: week[0], to: week[6] }
}
const said = (season: typeof fuji | typeof laser, day: string) =>
  tasksOf(season, inWeekOf(day)).map(({ kind, from, to }) => `${kind} ${from.slice(5)}..${to.slice(5)}`)

test('a week begins on Monday', () => {
  expect(weekOf('2026-09-05')).toEqual(Array.from({ length: 7 }, (_, i) => addDays('2026-08-31', i)))
  expect(weekOf('2026-09-06')[0]).toBe('2026-08-31')
  expect(weekOf('2026-09-07')[0]).toBe('2026-09-07')
})

describe('what the calendar tells an orchard to do', () => {
  it.each([
    ['under a film, long before', fuji, '2026-09-05', []],
    ['under a film, as bags come off', fuji, '2026-09-22', ['bagOff 09-22..09-25', 'sticker 09-26..09-30']],
    ['under a film, while it reddens', fuji, '2026-10-08', []],
    ['under a film, at the harvest', fuji, '2026-10-21', ['harvest 10-21..10-31', 'dispatch 10-21..11-02']],
    ['under a film, when all is picked', fuji, '2026-11-03', ['dispatch 10-21..11-02']],
    ['for the laser, as bags come off', laser, '2026-09-22', ['bagOff 09-22..10-31']],
    [
      'for the laser, at the harvest',
      laser,
      '2026-10-21',
      ['bagOff 09-22..10-31', 'harvest 10-21..10-31', 'mark 10-22..11-01', 'dispatch 10-22..11-03'],
    ],
    ['grown without a bag', pear, '2026-09-13', ['sticker 09-13..09-15']],
    ['picked over New Year', mandarin, '2027-01-05', ['harvest 12-20..01-10', 'dispatch 12-20..01-12']],
    ['a year later', fuji, '2027-09-22', []],
  ])('%s', (_what, season, day, tasks) => {
    expect(said(season, day)).toEqual(tasks)
  })

  it('leaves no day of its work out of every week', () => {
    for (const season of [fuji, laser, pear, mandarin]) {
      const year = tasksOf(season, { from: season.opensOn, to: addDays(season.opensOn, 365) })
      for (const task of year) {
        expect(tasksOf(season, inWeekOf(task.from))).toContainEqual(task)
        expect(tasksOf(season, inWeekOf(task.to))).toContainEqual(task)
        expect(task.from <= task.to).toBe(true)
      }
    }
  })
})

describe('the fruit a task is for', () => {
  const work = (state: FulfilmentState, seasonId: string | null = 'fuji-2026') => ({ seasonId, state, pieces: 6 })
  const open: Record<TaskKind, FulfilmentState[]> = {
    bagOff: ['accepted'],
    sticker: ['accepted'],
    harvest: ['accepted', 'stickered', 'colouring'],
    mark: ['accepted', 'harvested'],
    dispatch: ['accepted', 'stickered', 'colouring', 'harvested', 'marked'],
  }

  it.each(Object.entries(open))('%s is to be done on fruit that is %j', (kind, states) => {
    const task = { kind: kind as TaskKind, seasonId: 'fuji-2026', from: '2026-09-22', to: '2026-09-25' }
    for (const state of FULFILMENT.states) expect(piecesToDo(task, [work(state)])).toBe(states.includes(state) ? 6 : 0)
  })

  it('is its own season’s only, and added up', () => {
    const task = { kind: 'sticker' as const, seasonId: 'fuji-2026', from: '2026-09-26', to: '2026-09-30' }
    const jobs = [work('accepted'), work('accepted'), work('accepted', 'fuji-2026-laser'), work('accepted', null)]
    expect(piecesToDo(task, jobs)).toBe(12)
  })
})
