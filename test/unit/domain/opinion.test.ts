import { ADVICE_DECISIONS, agreementOf, roleAfter } from '../../../domain/inspection/opinion'

test('the machine proposes after enough decisions that mostly agreed with it', () => {
  expect(roleAfter({})).toBe('advises')
  expect(roleAfter({ agreed: ADVICE_DECISIONS - 1 })).toBe('advises')
  expect(roleAfter({ agreed: ADVICE_DECISIONS })).toBe('proposes')
  expect(roleAfter({ agreed: ADVICE_DECISIONS, differed: ADVICE_DECISIONS / 10 })).toBe('advises')
})

test('what it could not tell teaches nothing about it', () => {
  expect(roleAfter({ unsure: 10 * ADVICE_DECISIONS })).toBe('advises')
  expect(agreementOf('unsure', 'consistent')).toBe('unsure')
  expect(agreementOf('consistent', 'consistent')).toBe('agreed')
  expect(agreementOf('inconsistent', 'consistent')).toBe('differed')
})
