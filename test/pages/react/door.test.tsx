import { procedures, type ProcedureName } from '../../../contract'
import { functionOf } from '../../../src/cloud/procedures'
import { en as enShop } from '../../../src/locales/en'
import { enForStaff } from '../../../src/locales/en/for-staff'
import { zh as zhShop } from '../../../src/locales/zh'
import { zhForStaff } from '../../../src/locales/zh/for-staff'

test.each(Object.keys(procedures) as ProcedureName[])('%s is sent to the function the contract names', (name) => {
  expect(functionOf(name)).toBe(procedures[name].fn)
})

test('every command carries a key, so that the door may repeat it', () => {
  const commands = Object.values(procedures).filter(({ kind }) => kind === 'command')
  expect(commands.length).toBeGreaterThan(0)
  for (const { input } of commands) expect(Object.keys((input as { entries: object }).entries)).toContain('key')
})

test('both catalogues ask for the same parameters in every sentence', () => {
  const parameters = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
  const zh: Record<string, Record<string, string>> = { ...zhShop, ...zhForStaff }
  const en: Record<string, Record<string, string>> = { ...enShop, ...enForStaff }
  for (const [section, words] of Object.entries(zh)) {
    expect(Object.keys(en[section])).toEqual(Object.keys(words))
    for (const [key, text] of Object.entries(words)) expect(parameters(en[section][key])).toEqual(parameters(text))
  }
})
