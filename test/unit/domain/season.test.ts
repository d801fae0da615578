import { calendarEntry, seasonOfYear } from '../../../domain/catalogue/calendar'
import { counterOf, plotCounter, type CustomProduct } from '../../../domain/catalogue/product'
import {
  daysToCutOff,
  expectedSendDay,
  growthDates,
  seasonPhase,
  seasonRefusal,
  sendWindow,
  type Season,
} from '../../../domain/catalogue/season'

const season: Season = {
  _id: 'fuji-2026',
  varietyId: 'fuji',
  year: 2026,
  region: { zh: '山东栖霞', en: 'Qixia, Shandong' },
  technique: 'mask',
  opensOn: '2026-06-01',
  artworkCutOff: '2026-09-20',
  bagOff: '2026-09-21',
  stickerOn: '2026-09-25',
  colouringFrom: '2026-09-28',
  harvestFrom: '2026-10-25',
  harvestTo: '2026-11-05',
}
const laser: Season = {
  _id: 'youzi-2026-laser',
  varietyId: 'youzi',
  year: 2026,
  region: { zh: '福建平和', en: 'Pinghe, Fujian' },
  technique: 'laser',
  opensOn: '2026-08-01',
  artworkCutOff: '2026-10-26',
  bagOff: '2026-10-05',
  harvestFrom: '2026-10-05',
  harvestTo: '2026-10-31',
  fileDays: 5,
  markDays: 1,
}

test.each([
  ['2026-05-31', 'soon'],
  ['2026-06-01', 'open'],
  ['2026-09-20', 'open'],
  ['2026-09-21', 'growing'],
  ['2026-11-05', 'growing'],
  ['2026-11-06', 'over'],
] as const)('on %s the season is %s', (day, phase) => {
  expect(seasonPhase(season, day)).toBe(phase)
})

const fuji = { zh: '红富士', en: 'Fuji' }

test.each([
  ['2026-05-31', 'NOT_YET_IN_SEASON'],
  ['2026-06-01', undefined],
  ['2026-09-20', undefined],
  ['2026-09-21', 'OUT_OF_SEASON'],
  ['2026-11-06', 'OUT_OF_SEASON'],
])('ordering on %s is answered with %s', (day, code) => {
  expect(seasonRefusal(season, day, fuji, 'lines.0')?.code).toBe(code)
})

test('a refusal names the fruit and the day in the reader’s language, and the field', () => {
  expect(seasonRefusal(season, '2026-05-31', fuji, 'lines.0')).toMatchObject({
    field: 'lines.0',
    message: { zh: '红富士6月1日开始接单', en: 'Orders for Fuji open on 1 Jun' },
  })
})

test('days to the cut-off run down to zero on the last day and below it after', () => {
  expect([
    daysToCutOff(season, '2026-09-05'),
    daysToCutOff(season, '2026-09-20'),
    daysToCutOff(season, '2026-09-21'),
  ]).toEqual([15, 0, -1])
})

test('we promise to send four days after the harvest begins (O6)', () => {
  expect(expectedSendDay(season, '2026-09-05')).toBe('2026-10-29')
})

describe('the days between which an order leaves', () => {
  it.each([
    ['a film’s first order', season, '2026-06-01', '2026-10-29', '2026-11-09'],
    ['a film’s last order', season, '2026-09-20', '2026-10-29', '2026-11-09'],
    ['a laser’s first order, a day later for the mark', laser, '2026-08-01', '2026-10-10', '2026-11-05'],
    ['a laser’s order five days before the picking', laser, '2026-09-30', '2026-10-10', '2026-11-05'],
    ['a laser’s order while fruit is picked', laser, '2026-10-10', '2026-10-20', '2026-11-05'],
    ['a laser’s last order', laser, '2026-10-26', '2026-11-05', '2026-11-05'],
  ])('for %s', (_what, of, orderedOn, from, to) => {
    expect(sendWindow(of, orderedOn)).toEqual({ from, to })
  })

  it('differ by technique for the same variety in the same region', () => {
    const row = calendarEntry('fuji')
    const windows = (['mask', 'laser'] as const).map((way) => sendWindow(seasonOfYear(row, 2026, way), '2026-09-05'))
    expect(windows).toEqual([
      { from: '2026-10-25', to: '2026-11-04' },
      { from: '2026-10-26', to: '2026-11-05' },
    ])
  })

  it('lie after every day an order can be placed on, so that no promise is of the past', () => {
    for (const of of [season, laser]) expect(expectedSendDay(of, of.artworkCutOff) > of.artworkCutOff).toBe(true)
  })
})

describe('the days an orchard works by', () => {
  it('are sticker, colour, harvest and hub under a film, across the end of a month', () => {
    expect(growthDates({ ...season, harvestFrom: '2026-10-30' }, '2026-09-05')).toEqual({
      technique: 'mask',
      stickerOn: '2026-09-25',
      colouringFrom: '2026-09-28',
      harvestFrom: '2026-10-30',
      hubBy: '2026-11-01',
    })
  })

  it('are harvest, mark and hub for the laser, and later for a late order', () => {
    const days = { technique: 'laser', harvestFrom: '2026-10-05', markOn: '2026-10-06', hubBy: '2026-10-08' }
    expect(growthDates(laser, '2026-09-05')).toEqual(days)
    const late = { technique: 'laser', harvestFrom: '2026-10-31', markOn: '2026-11-01', hubBy: '2026-11-03' }
    expect(growthDates(laser, '2026-10-26')).toEqual(late)
  })
})

test('custom fruit draws from its season, ready fruit from its shelf, an orchard from its plot', () => {
  const custom = { _id: 'fuji', kind: 'custom', seasonId: 'fuji-2026' } as CustomProduct
  expect(counterOf(custom)).toBe('season:fuji-2026')
  expect(counterOf({ ...custom, _id: 'fuji-xi-ready', kind: 'ready', words: '囍' })).toBe('stock:fuji-xi-ready')
  expect(plotCounter('qixia', 'fuji-2026')).toBe('plot:qixia:fuji-2026')
})
