import { dirname, relative, resolve, sep } from 'node:path'
import type { Rule } from 'eslint'

/** A room of the house: the folder (or single module) it is, and what its files may import. */
interface Room {
  folder: string
  rooms: readonly string[] | 'any'
  /** Packages by name; `any` for rooms that run on a developer's machine only. */
  packages: readonly string[] | 'any'
}

const ABOVE_DOMAIN = ['domain', 'imprint', 'contract']

/** Who may import whom. The most exact folder counts; files in no room (configuration at the root) may import anything. */
const ROOMS: readonly Room[] = [
  { folder: 'domain', rooms: ['domain'], packages: ['dayjs'] },
  { folder: 'imprint', rooms: ['domain', 'imprint'], packages: [] },
  // What needs fonts and paper stays off the phone: neither src/ nor the rest of imprint/ may import it.
  {
    folder: 'imprint/press',
    rooms: ['domain', 'imprint', 'imprint/press'],
    packages: ['fontkit', 'pdf-lib', 'qrcode', 'jpeg-js', 'pngjs'],
  },
  { folder: 'contract', rooms: ['domain', 'contract'], packages: ['valibot'] },
  { folder: 'cloudfunctions', rooms: [...ABOVE_DOMAIN, 'cloudfunctions'], packages: [] },
  { folder: 'cloudfunctions/collections', rooms: ABOVE_DOMAIN, packages: [] },
  { folder: 'cloudfunctions/ports/ports', rooms: [...ABOVE_DOMAIN, 'cloudfunctions/collections'], packages: [] },
  {
    folder: 'cloudfunctions/ports',
    rooms: [
      ...ABOVE_DOMAIN,
      'imprint/press',
      'cloudfunctions/collections',
      'cloudfunctions/ports',
      'cloudfunctions/ports/ports',
    ],
    packages: ['wx-server-sdk', 'node:crypto', 'node:fs', 'node:path'],
  },
  {
    folder: 'cloudfunctions/usecases',
    rooms: [
      ...ABOVE_DOMAIN,
      'imprint/press',
      'cloudfunctions/collections',
      'cloudfunctions/ports/ports',
      'cloudfunctions/usecases',
    ],
    // Hashing is arithmetic: a stencil is named after what it is made of.
    packages: ['valibot', 'node:crypto'],
  },
  {
    folder: 'src',
    rooms: [...ABOVE_DOMAIN, 'src'],
    packages: ['@tarojs/taro', '@tarojs/components', 'react', 'dayjs', 'valibot'],
  },
  // A megabyte that only a browser needs: no other module may draw it into a mini-program's package.
  { folder: 'src/device/tag.h5', rooms: [...ABOVE_DOMAIN, 'src'], packages: ['zxing-wasm'] },
  { folder: 'localcloud', rooms: ['localcloud'], packages: 'any' },
  { folder: 'deploy', rooms: ['deploy', 'cloudfunctions/collections'], packages: 'any' },
  { folder: 'press', rooms: ['domain', 'imprint', 'imprint/press', 'press'], packages: 'any' },
  { folder: 'workbench', rooms: 'any', packages: 'any' },
  { folder: 'config', rooms: 'any', packages: 'any' },
  { folder: 'test', rooms: 'any', packages: 'any' },
  { folder: 'types', rooms: 'any', packages: 'any' },
]

/** The room a path (relative to the root, with `/`) is in. */
function roomOf(path: string): Room | undefined {
  const module = path.replace(/\.[cm]?[jt]sx?$/, '')
  const around = ROOMS.filter(({ folder }) => module === folder || module.startsWith(`${folder}/`))
  return around.sort((a, b) => b.folder.length - a.folder.length)[0]
}

/**
 * Why `file` may not import `specifier`, or null. Both are as written in the repository: a path relative to the root with
 * `/`, and the text of the import.
 */
export function forbiddenImport(file: string, specifier: string): string | null {
  const from = roomOf(file)
  if (!from) return null
  if (!specifier.startsWith('.')) return forbiddenPackage(from, specifier)
  const target = toSlashes(relative(sep, resolve(sep, dirname(file), specifier)))
  const to = roomOf(target)
  if (from.rooms === 'any' || (to && from.rooms.includes(to.folder))) return null
  if (to && from.folder === 'cloudfunctions' && to.folder.startsWith('cloudfunctions/')) return null
  return `${from.folder} may not import ${to?.folder ?? target}`
}

function forbiddenPackage(from: Room, specifier: string): string | null {
  if (from.packages === 'any' || from.packages.some((name) => specifier === name || specifier.startsWith(`${name}/`)))
    return null
  return `${from.folder} may not import the package ${specifier}`
}

const toSlashes = (path: string) => path.split(sep).join('/')

/** The lint rule: reports every import, export from, `import()`, `require()` and type import that the table forbids. */
export function roomsRule(root: string): Rule.RuleModule {
  return {
    meta: { type: 'problem', schema: [], messages: { forbidden: '{{why}} (see the table in config/lint/rooms.ts).' } },
    create(context) {
      const file = toSlashes(relative(root, context.filename))
      const check = (node: Rule.Node, source: unknown) => {
        const specifier = literalOf(source)
        const why = specifier === null ? null : forbiddenImport(file, specifier)
        if (why) context.report({ node, messageId: 'forbidden', data: { why } })
      }
      return {
        ImportDeclaration: (node) => check(node, node.source),
        ExportAllDeclaration: (node) => check(node, node.source),
        ExportNamedDeclaration: (node) => check(node, node.source),
        ImportExpression: (node) => check(node, node.source),
        'TSImportType > TSLiteralType > Literal': (node: Rule.Node) => check(node, node),
        'CallExpression[callee.name="require"]': (node: Rule.Node & { arguments: unknown[] }) =>
          check(node, node.arguments[0]),
      }
    },
  }
}

function literalOf(source: unknown): string | null {
  if (typeof source !== 'object' || source === null || !('value' in source)) return null
  return typeof source.value === 'string' ? source.value : null
}
