import { addressRefusal, maskName, maskPhone, type Address } from '../../../domain/address'
import { PROVINCES } from '../../../domain/catalogue/freight'

const home: Address = {
  name: '小林',
  phone: '13800001234',
  province: '浙江',
  city: '杭州市',
  district: '西湖区',
  detail: '龙井路 1 号',
}

test('a whole address is fine, with or without a district, in every province we serve', () => {
  for (const province of PROVINCES) expect(addressRefusal({ ...home, province })).toBeNull()
  expect(addressRefusal({ ...home, district: '' })).toBeNull()
})

test.each([
  [{ name: ' ' }, 'ADDRESS_INCOMPLETE', 'address.name'],
  [{ city: '' }, 'ADDRESS_INCOMPLETE', 'address.city'],
  [{ detail: '\n' }, 'ADDRESS_INCOMPLETE', 'address.detail'],
  [{ phone: '' }, 'PHONE_INVALID', 'address.phone'],
  [{ phone: '1380000123' }, 'PHONE_INVALID', 'address.phone'],
  [{ phone: '013800001234' }, 'PHONE_INVALID', 'address.phone'],
  [{ phone: '138000012345' }, 'PHONE_INVALID', 'address.phone'],
  [{ phone: '12800001234' }, 'PHONE_INVALID', 'address.phone'],
  [{ phone: '１３８００００１２３４' }, 'PHONE_INVALID', 'address.phone'],
  [{ phone: '13800001234\n' }, 'PHONE_INVALID', 'address.phone'],
  [{ province: '' }, 'REGION_UNKNOWN', 'address.province'],
  [{ province: 'constructor' }, 'REGION_UNKNOWN', 'address.province'],
])('with %j the answer is %s on %s', (change, code, field) => {
  expect(addressRefusal({ ...home, ...change })).toMatchObject({ code, field })
})

test('the field is named after where the address stands in the input', () => {
  expect(addressRefusal({ ...home, phone: '' }, 'to')?.field).toBe('to.phone')
})

test.each([
  ['13812341234', '138****1234'],
  ['123', '****'],
  ['', '****'],
])('the phone %s is shown as %s (W3)', (phone, shown) => {
  expect(maskPhone(phone)).toBe(shown)
})

test.each([
  ['小林', '小**'],
  ['𠮷田', '𠮷**'],
  ['', ''],
])('the name “%s” is shown as “%s”', (name, shown) => {
  expect(maskName(name)).toBe(shown)
})
