import {
  addDays,
  compactDay,
  dayOf,
  daysBetween,
  earliest,
  later,
  NEVER,
  sayDay,
  sayDays,
  sayMoment,
  sayTime,
  startOf,
} from '../../../domain/time'

test('a day changes at midnight in Shanghai, which is four in the afternoon in UTC', () => {
  expect(dayOf('2026-09-05T15:59:59.999Z')).toBe('2026-09-05')
  expect(dayOf('2026-09-05T16:00:00.000Z')).toBe('2026-09-06')
  expect(compactDay('2026-12-31T16:00:00.000Z')).toBe('270101')
})

test('a day begins where the one before it ends', () => {
  expect(startOf('2026-09-05')).toBe('2026-09-04T16:00:00.000Z')
  expect([dayOf(startOf('2026-09-05')), dayOf('2026-09-04T15:59:59.999Z')]).toEqual(['2026-09-05', '2026-09-04'])
})

test('days are counted across months and leap years', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
  expect(daysBetween('2026-09-05', '2027-01-03')).toBe(120)
  expect(daysBetween('2026-09-05', '2026-09-04')).toBe(-1)
})

test('moments keep their form, so that they sort as text', () => {
  expect(later('2026-09-05T01:00:00.000Z', 30, 'minute')).toBe('2026-09-05T01:30:00.000Z')
  expect(later('2026-09-05T01:00:00.000Z', 48, 'hour')).toBe('2026-09-07T01:00:00.000Z')
  expect(later('2026-09-05T01:00:00.000Z', 3, 'day')).toBe('2026-09-08T01:00:00.000Z')
})

test('the earliest of nothing is never', () => {
  expect(earliest()).toBe(NEVER)
  expect(earliest(null, undefined)).toBe(NEVER)
  expect(earliest('2026-09-05T01:00:00.000Z', NEVER, '2026-09-04T01:00:00.000Z')).toBe('2026-09-04T01:00:00.000Z')
})

test('people read days and times in their own language', () => {
  expect([sayDay('2026-09-26', 'zh'), sayDay('2026-09-26', 'en')]).toEqual(['9月26日', '26 Sep'])
  expect([sayDay('2027-01-03', 'zh', '2026-09-05'), sayDay('2027-01-03', 'en', '2026-09-05')]).toEqual([
    '2027年1月3日',
    '3 Jan 2027',
  ])
  expect(sayDay('2026-09-26', 'zh', '2026-09-05')).toBe('9月26日')
  expect([sayMoment('2026-09-05T02:32:00.000Z', 'zh'), sayMoment('2026-09-05T02:32:00.000Z', 'en')]).toEqual([
    '9月5日 10:32',
    '5 Sep 10:32',
  ])
  expect(sayTime('2026-09-05T16:05:00.000Z')).toBe('00:05')
})

test('a stretch of days is said with both ends, with the year where it is another, and one day once', () => {
  expect(sayDays('2026-10-25', '2026-11-04', 'zh', '2026-09-05')).toBe('10月25日–11月4日')
  expect(sayDays('2026-12-24', '2027-01-14', 'en', '2026-09-05')).toBe('24 Dec – 14 Jan 2027')
  expect(sayDays('2026-09-07', '2026-09-07', 'zh', '2026-09-05')).toBe('9月7日')
})
