import { addressRefusal, maskName, maskPhone, sayPlace, type Address } from '../../../domain/address'
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
  [{ name: ' ' }, 'NAME_MISSING', 'address.name'],
  [{ name: '\u200b\u200d' }, 'NAME_MISSING', 'address.name'],
  [{ detail: '\u202e\ufeff' }, 'ADDRESS_INCOMPLETE', 'address.detail'],
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

test('what is missing is named in the order of the form', () => {
  const filled: Partial<Address>[] = [{ name: '小林' }, { phone: home.phone }, { province: '浙江' }, { city: '杭州市' }]
  const nothing: Address = { name: '', phone: '', province: '', city: '', district: '', detail: '' }
  const asked = [...filled.keys(), filled.length].map((count) =>
    addressRefusal(Object.assign({}, nothing, ...filled.slice(0, count))),
  )
  expect(asked.map((refusal) => refusal?.field)).toEqual([
    'address.name',
    'address.phone',
    'address.province',
    'address.city',
    'address.detail',
  ])
})

test.each([
  [{}, '浙江杭州市西湖区龙井路 1 号'],
  [{ province: '北京', city: '北京市', district: '东城区' }, '北京市东城区龙井路 1 号'],
  [{ province: '上海', city: '上海市', district: '' }, '上海市龙井路 1 号'],
])('with %j the place reads %s', (change, said) => {
  expect(sayPlace({ ...home, ...change })).toBe(said)
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
