import { ASKED_WHEN_CLAIMING, ASKED_WHEN_PAYING, ASKED_WHEN_STORING } from '../../../domain/message/asked'
import { TEMPLATES, type Fact, type Template, type TemplateKey } from '../../../domain/message/templates'

// Data kinds of WeChat's subscribe messages.
const WECHAT_KINDS =
  /^(thing|number|letter|symbol|character_string|time|date|amount|phone_number|car_number|name|phrase)\d{1,2}$/
// Kinds whose rules each fact meets: character_string takes no Chinese, date and amount take their own forms.
const FITTING: Record<Fact, string> = {
  no: 'character_string',
  code: 'character_string',
  waybill: 'character_string',
  item: 'thing',
  step: 'thing',
  reason: 'thing',
  carrier: 'thing',
  expected: 'date',
  lastDay: 'date',
  acceptBy: 'date',
  amount: 'amount',
  sentBack: 'amount',
  stuck: 'thing',
  claimed: 'amount',
  settled: 'amount',
  pieces: 'number',
  back: 'date',
}
const PAGES: Record<Template['to'], RegExp> = {
  shopper: /^pages\/[a-z]+\/index(\?|$)/,
  merchant: /^merchant\/[a-z]+\/index(\?|$)/,
  orchard: /^orchard\/[a-z]+\/index(\?|$)/,
}

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()

describe.each(Object.entries(TEMPLATES) as [TemplateKey, Template][])('the template %s', (_key, template) => {
  test('has a title and a body in both languages that speak of the same facts', () => {
    expect(template.title.zh).toMatch(/[\u4e00-\u9fff]/)
    expect(template.title.en).toMatch(/^[A-Z]/)
    expect(placeholders(template.title.zh + template.title.en)).toEqual([])
    expect(placeholders(template.body.zh)).toEqual(placeholders(template.body.en))
    for (const fact of placeholders(template.body.zh)) expect(Object.keys(FITTING)).toContain(fact)
    for (const words of [template.title, template.body]) expect(words.zh + words.en).not.toMatch(/[!！]/)
  })

  test('fills between one and five WeChat fields, each with a fact its kind can carry', () => {
    const fields = Object.entries(template.fields)
    expect(fields.length).toBeGreaterThan(0)
    expect(fields.length).toBeLessThanOrEqual(5)
    expect(new Set(fields.map(([, fact]) => fact)).size).toBe(fields.length)
    for (const [field, fact] of fields) {
      expect(field).toMatch(WECHAT_KINDS)
      expect(field.replace(/\d+$/, '')).toBe(FITTING[fact])
    }
  })

  test('opens a page of the people it is for, filled with what it knows', () => {
    expect(template.page).toMatch(PAGES[template.to])
    for (const name of placeholders(template.page)) expect(['id', 'no', 'code']).toContain(name)
  })
})

test.each([
  ['paying', ASKED_WHEN_PAYING],
  ['storing', ASKED_WHEN_STORING],
  ['claiming', ASKED_WHEN_CLAIMING],
])('the tap on %s asks for at most five templates, each once and each for shoppers', (_tap, keys) => {
  expect(keys.length).toBeLessThanOrEqual(5)
  expect(new Set(keys).size).toBe(keys.length)
  for (const key of keys) expect(TEMPLATES[key].to).toBe('shopper')
})

test('nothing told to an orchard speaks of the customer or the order number (G1)', () => {
  for (const template of Object.values(TEMPLATES) as Template[]) {
    if (template.to !== 'orchard') continue
    const facts = [...Object.values(template.fields), ...placeholders(template.body.zh), ...placeholders(template.page)]
    expect(facts).not.toContain('no')
    expect(facts).not.toContain('amount')
  }
})
