import { CARRIERS, isCarrier, tidyWaybill, waybillRefusal } from '../../../domain/carriers'

test('the carriers we know are known, and names from the language itself are not', () => {
  for (const id of Object.keys(CARRIERS)) expect(isCarrier(id)).toBe(true)
  for (const id of ['', 'sf', 'YTO', 'constructor']) expect(isCarrier(id)).toBe(false)
})

test.each([
  ['SF', 'SF1234567890', undefined],
  ['SF', ' sf123 4567 890 ', undefined],
  ['ZTO', '12345678', undefined],
  ['ZTO', '1234567', 'WAYBILL_INVALID'],
  ['ZTO', '123456789012345678901', 'WAYBILL_INVALID'],
  ['ZTO', '1234-5678', 'WAYBILL_INVALID'],
  ['ZTO', '', 'WAYBILL_INVALID'],
  ['YTO', '12345678', 'CARRIER_UNKNOWN'],
])('%s with “%s” is answered with %s', (carrier, waybill, code) => {
  expect(waybillRefusal(carrier, waybill)?.code).toBe(code)
})

test('a waybill is kept in capitals without spaces', () => {
  expect(tidyWaybill(' sf12 34\t56 ')).toBe('SF123456')
})
