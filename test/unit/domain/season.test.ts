import { counterOf, plotCounter, type CustomProduct } from '../../../domain/catalogue/product'
import {
  daysToCutOff,
  expectedSendDay,
  seasonPhase,
  seasonRefusal,
  type Season,
} from '../../../domain/catalogue/season'

const season: Season = {
  _id: 'fuji-2026',
  varietyId: 'fuji',
  year: 2026,
  region: { zh: '山东栖霞', en: 'Qixia, Shandong' },
  opensOn: '2026-06-01',
  artworkCutOff: '2026-09-20',
  stickerOn: '2026-09-25',
  colouringFrom: '2026-09-28',
  harvestFrom: '2026-10-25',
  harvestTo: '2026-11-05',
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
  expect(expectedSendDay(season)).toBe('2026-10-29')
})

test('custom fruit draws from its season, ready fruit from its shelf, an orchard from its plot', () => {
  const custom = { _id: 'fuji', kind: 'custom', seasonId: 'fuji-2026' } as CustomProduct
  expect(counterOf(custom)).toBe('season:fuji-2026')
  expect(counterOf({ ...custom, _id: 'fuji-xi-ready', kind: 'ready', words: '囍' })).toBe('stock:fuji-xi-ready')
  expect(plotCounter('qixia', 'fuji-2026')).toBe('plot:qixia:fuji-2026')
})
