import { CALENDAR, calendarEntry, seasonOfYear } from '../../../domain/catalogue/calendar'
import type { Backing, CalendarEntry, DayCite, StorageCite } from '../../../domain/catalogue/calendar/entry'
import { dayIn } from '../../../domain/catalogue/calendar/season-of-year'
import { SOURCES, type SourceId } from '../../../domain/catalogue/calendar/sources'
import { addDays, daysBetween } from '../../../domain/time'

type Figure = Partial<{ on: string | null; days: number }> & Backing<DayCite | StorageCite>

/** Every figure of a row by its name, those of both techniques too. */
function figuresOf({ id, opensOn, bagOff, harvestFrom, harvestTo, storage, mask, laser }: CalendarEntry) {
  const plain: Record<string, Figure> = { opensOn, bagOff, harvestFrom, harvestTo, storage, ...mask, ...laser }
  return Object.entries(plain).map(([name, figure]) => ({ row: id, name, figure }))
}

const figures = CALENDAR.flatMap(figuresOf)

/** Whether a day of the year lies in a cite's stretch; a stretch may run over New Year. */
function says(cite: DayCite | StorageCite, figure: Figure, firstPick: string): boolean {
  if ('atMostDays' in cite) return (figure.days ?? Infinity) <= cite.atMostDays
  const on = figure.on ?? ''
  if ('daysBeforeHarvest' in cite) {
    const [fewest, most] = cite.daysBeforeHarvest
    const before = daysBetween(dayIn(2026, on), dayIn(2026, firstPick))
    return before >= fewest && before <= most
  }
  return cite.from <= cite.to ? on >= cite.from && on <= cite.to : on >= cite.from || on <= cite.to
}

describe('the calendar’s figures', () => {
  it.each(figures)('$row $name says where it comes from', ({ figure }) => {
    if ('assumed' in figure) expect(figure.reason.length).toBeGreaterThan(30)
    else for (const { source, says: words } of figure.cites) expect([SOURCES[source].url, words]).not.toContain('')
  })

  it.each(figures.filter(({ figure }) => 'cites' in figure))('$row $name lies in what its sources say', (each) => {
    const firstPick = calendarEntry(each.row).harvestFrom.on
    if (!('cites' in each.figure)) throw new Error('no cites')
    for (const cite of each.figure.cites)
      expect({ cite, fits: says(cite, each.figure, firstPick) }).toMatchObject({ fits: true })
  })

  it('have mostly been published by somebody, and name no source that is not used', () => {
    const cited = figures.flatMap(({ figure }): SourceId[] =>
      'cites' in figure ? figure.cites.map(({ source }) => source) : [],
    )
    expect([...new Set(cited)].sort()).toEqual(Object.keys(SOURCES).sort())
    const harvests = figures.filter(({ name }) => name === 'harvestFrom')
    expect(harvests.filter(({ figure }) => 'cites' in figure)).toHaveLength(CALENDAR.length)
  })

  it.each(Object.entries(SOURCES))('source %s is dated and can be looked up', (_id, { url, seen, what }) => {
    expect(url).toMatch(/^https?:\/\/\S+$/)
    expect(seen).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(what.length).toBeGreaterThan(5)
  })
})

const offered = CALENDAR.flatMap((entry) => [
  ...(entry.mask ? [{ id: entry.id, entry, technique: 'mask' as const }] : []),
  ...(entry.laser ? [{ id: entry.id, entry, technique: 'laser' as const }] : []),
])
const years = [2024, 2025, 2026, 2027, 2028]

describe('a season of a year', () => {
  it.each(offered)(
    '$id by $technique has its days in their order, every year, within a year',
    ({ entry, technique }) => {
      for (const year of years) {
        const season = seasonOfYear(entry, year, technique)
        const inside =
          season.technique === 'mask'
            ? [season.artworkCutOff, season.bagOff ?? season.stickerOn, season.stickerOn, season.colouringFrom]
            : []
        // Bags may come off before the last designs are in; all else follows the cut-off of a film.
        const days = [season.opensOn, ...inside.slice(1), season.harvestFrom, season.harvestTo]
        expect(days).toEqual([...days].sort())
        if (season.technique === 'mask') expect(season.artworkCutOff < season.stickerOn).toBe(true)
        expect(season.artworkCutOff > season.opensOn && season.artworkCutOff < season.harvestTo).toBe(true)
        expect(daysBetween(season.opensOn, season.harvestTo)).toBeLessThan(366)
        expect(season.opensOn.slice(0, 4)).toBe(String(year))
      }
    },
  )

  it('runs over New Year where the picking does', () => {
    const { harvestFrom, harvestTo } = seasonOfYear(calendarEntry('chunjian'), 2026, 'mask')
    expect([harvestFrom, harvestTo]).toEqual(['2026-12-20', '2027-01-10'])
  })

  it.each([
    [2026, '02-29', '2026-02-28'],
    [2028, '02-29', '2028-02-29'],
    [2100, '02-29', '2100-02-28'],
    [2000, '02-29', '2000-02-29'],
    [2026, '09-05', '2026-09-05'],
  ])('%i has %s on %s', (year, on, day) => {
    expect(dayIn(year, on)).toBe(day)
    expect(addDays(day, 0)).toBe(day)
  })

  it('is refused in a technique the row is not grown for', () => {
    expect(() => seasonOfYear(calendarEntry('youzi'), 2026, 'mask')).toThrow('youzi is not grown under a film')
    expect(() => seasonOfYear(calendarEntry('gala'), 2026, 'laser')).toThrow('gala is not marked by laser')
    expect(() => calendarEntry('durian')).toThrow('no calendar row durian')
  })

  it('has a cut-off of its own for each technique, of the same variety in the same region', () => {
    const fuji = calendarEntry('fuji')
    const [mask, laser] = [seasonOfYear(fuji, 2026, 'mask'), seasonOfYear(fuji, 2026, 'laser')]
    expect([mask._id, mask.artworkCutOff]).toEqual(['fuji-2026', '2026-09-20'])
    expect([laser._id, laser.artworkCutOff]).toEqual(['fuji-2026-laser', '2026-10-26'])
    expect(laser.region).toEqual(mask.region)
  })
})
