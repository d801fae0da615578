/** @jest-environment node */
const { readFileSync } = require('node:fs')
const path = require('node:path')
const { appSize, mainBudget, oversized, packageLimit } = require('../../../config/app-size')
const { checkWeapp } = require('../../../config/check-weapp')
const { zh } = require('../../../src/locales/zh')
const { aftersale } = require('../../../src/locales/zh/aftersale')
const { design } = require('../../../src/locales/zh/design')
const { zhForStaff } = require('../../../src/locales/zh/for-staff')
const { built } = require('../support/built')

test('the main package stays under 700,000 bytes and every other one under 2 MiB', () => {
  const sizes = appSize(built())
  expect(Object.keys(sizes)).toEqual(['main', 'merchant', 'aftersale', 'studio', 'orchard'])
  expect(Math.min(...Object.values(sizes))).toBeGreaterThan(0)
  expect(oversized(sizes)).toEqual([])
})

test('one byte too many is noticed, in the main package and in the others', () => {
  expect(oversized({ main: mainBudget, merchant: packageLimit })).toEqual([])
  expect(
    oversized({ main: mainBudget + 1, merchant: packageLimit + 1 }).map(({ name, limit }) => [name, limit]),
  ).toEqual([
    ['main', 700_000],
    ['merchant', 2_097_152],
  ])
})

test("WeChat's own compilers take every template and every style sheet", () => {
  const checked = checkWeapp(built())
  if (checked.kind === 'not-here') return expect(process.platform).not.toBe('linux')
  expect(checked.problems).toEqual([])
  expect(checked.wxml).toBeGreaterThan(15)
  expect(checked.wxss).toBeGreaterThan(5)
})

test('words that only staff, after-sale or the studio need stay out of the main package, and so does what only the cloud needs', () => {
  const main = ['app.js', 'common.js', 'vendors.js']
    .map((file) => readFileSync(path.join(built(), file), 'utf8'))
    .join()
  expect(main).toContain(zh.order.title)
  const elsewhere = [...Object.values(zhForStaff), aftersale, design].flatMap(Object.values)
  const here = Object.values(zh).flatMap(Object.values)
  const long = elsewhere.filter((sentence) => sentence.length > 14 && !here.includes(sentence))
  expect(long.length).toBeGreaterThan(20)
  expect(long.filter((sentence) => main.includes(sentence))).toEqual([])
  for (const cloudOnly of ['WRONG_ACTOR', 'character_string1']) expect(main).not.toContain(cloudOnly)
})
