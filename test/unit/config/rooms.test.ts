import { resolve, sep } from 'node:path'
import { Linter } from 'eslint'
import { parser } from 'typescript-eslint'
import { forbiddenImport, roomsRule } from '../../../config/lint/rooms'

test.each([
  ['domain/order/decide.ts', '../refusals'],
  ['domain/time.ts', 'dayjs/plugin/utc'],
  ['imprint/layout.ts', '../domain/imprint/imprint'],
  ['contract/schemas.ts', 'valibot'],
  ['contract/index.ts', './schemas'],
  ['cloudfunctions/collections.ts', '../domain/order/order'],
  ['cloudfunctions/ports/database.ts', 'wx-server-sdk'],
  ['cloudfunctions/ports/database.ts', './ports'],
  ['cloudfunctions/ports/typefaces.ts', '../../imprint/press/typeface'],
  ['cloudfunctions/usecases/core/answer.ts', '../../ports/ports'],
  ['cloudfunctions/usecases/core/answer.ts', '../../collections'],
  ['cloudfunctions/usecases/shop/place-order.ts', '../core/change'],
  ['cloudfunctions/shop/index.ts', '../usecases/shop'],
  ['cloudfunctions/shop/index.ts', '../ports/wechat'],
  ['src/pages/home/index.tsx', '../../../contract'],
  ['src/pages/home/index.tsx', '@tarojs/components'],
  ['localcloud/src/clock/clock.ts', '../limits'],
  ['deploy/indexes.ts', '../cloudfunctions/collections'],
  ['workbench/start.ts', '../localcloud/src/index'],
  ['test/unit/domain/codes.test.ts', '../../../contract/schemas'],
  ['jest.config.js', './anything'],
])('%s may import %s', (file, specifier) => {
  expect(forbiddenImport(file, specifier)).toBeNull()
})

test.each([
  ['domain/order/decide.ts', '../../contract'],
  ['domain/order/decide.ts', '../../imprint/layout'],
  ['domain/time.ts', 'dayjs-but-another'],
  ['domain/codes.ts', 'node:crypto'],
  ['domain/codes.ts', '../elsewhere'],
  ['imprint/layout.ts', '../contract'],
  ['imprint/layout.ts', 'sharp'],
  ['contract/index.ts', '../imprint/layout'],
  ['contract/index.ts', '../cloudfunctions/collections'],
  ['cloudfunctions/collections.ts', './usecases/core/change'],
  ['cloudfunctions/ports/ports.ts', 'wx-server-sdk'],
  ['cloudfunctions/ports/ports.ts', './database'],
  ['cloudfunctions/ports/ports.ts', '../../imprint/press/typeface'],
  ['cloudfunctions/ports/database.ts', '../usecases/core/change'],
  ['cloudfunctions/usecases/shop/place-order.ts', 'wx-server-sdk'],
  ['cloudfunctions/usecases/shop/place-order.ts', '../../ports/database'],
  ['cloudfunctions/usecases/shop/place-order.ts', '../../shop/index'],
  ['cloudfunctions/shop/index.ts', 'wx-server-sdk'],
  ['cloudfunctions/shop/index.ts', '../../src/cloud/door'],
  ['src/pages/home/index.tsx', '../../../cloudfunctions/collections'],
  ['src/pages/home/index.tsx', '../../../localcloud/src/limits'],
  ['src/cloud/door.ts', 'wx-server-sdk'],
  ['localcloud/src/clock/clock.ts', '../../../domain/time'],
  ['localcloud/src/clock/clock.ts', '../../../cloudfunctions/collections'],
  ['deploy/indexes.ts', '../cloudfunctions/usecases/core/change'],
])('%s may not import %s', (file, specifier) => {
  expect(forbiddenImport(file, specifier)).toContain('may not import')
})

const root = resolve(sep, 'house')

function reports(file: string, code: string): string[] {
  const linter = new Linter({ cwd: root })
  const config: Linter.Config = {
    files: ['**/*.ts'],
    languageOptions: { parser: parser as Linter.Parser },
    plugins: { house: { rules: { rooms: roomsRule(root) } } },
    rules: { 'house/rooms': 'error' },
  }
  return linter.verify(code, [config], resolve(root, file)).map((message) => message.message)
}

test.each([
  "import { a } from '../contract'",
  "import type { A } from '../contract'",
  "import '../contract'",
  "export { a } from '../contract'",
  "export type * from '../contract'",
  "export const a = () => import('../contract')",
  "export const a = require('../contract')",
  "export type A = import('../contract').A",
])('the lint rule reports `%s` in the domain', (code) => {
  expect(reports('domain/time.ts', code)).toEqual([
    'domain may not import contract (see the table in config/lint/rooms.ts).',
  ])
})

test('the lint rule is silent where the table allows, and about code that imports nothing', () => {
  expect(reports('contract/index.ts', "import { a } from '../domain/time'\nexport const b = a")).toEqual([])
  expect(reports('domain/time.ts', 'export const a = 1\nexport { a as b }')).toEqual([])
})
