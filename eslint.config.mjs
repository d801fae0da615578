import js from '@eslint/js'
import prettier from 'eslint-config-prettier/flat'
import hooks from 'eslint-plugin-react-hooks'
import { require as load } from 'tsx/cjs/api'
import ts from 'typescript-eslint'

const { roomsRule } = load('./config/lint/rooms.ts', import.meta.url)

const readsTheClock = {
  selector:
    "CallExpression[callee.object.name='Date'][callee.property.name='now'], NewExpression[callee.name='Date'][arguments.length=0]",
  message: 'The clock is passed in.',
}
const rollsDice = {
  selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
  message: 'Randomness is passed in.',
}
const leavesTestsOut = {
  selector: 'MemberExpression[object.name=/^(test|it|describe)$/][property.name=/^(skip|only|todo)$/]',
  message: 'Every test runs.',
}

const nodeGlobals = [
  'require',
  'module',
  'exports',
  '__dirname',
  '__filename',
  'process',
  'console',
  'Buffer',
  'URL',
  'setTimeout',
  'clearTimeout',
]
const testGlobals = ['jest', 'describe', 'test', 'expect', 'beforeAll', 'beforeEach', 'afterAll', 'afterEach']
const pageGlobals = ['window', 'document', 'wx', 'getApp', 'getCurrentPages', 'getComputedStyle']
const readonly = (names) => Object.fromEntries(names.map((name) => [name, 'readonly']))

export default ts.config(
  {
    ignores: [
      '**/node_modules/**',
      '**/dist/**',
      '.guoyin/**',
      '.taro/**',
      '.swc/**',
      'coverage/**',
      'src/assets/**',
      'docs/**',
    ],
  },
  js.configs.recommended,
  ...ts.configs.strict,
  ...ts.configs.stylistic,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { house: { rules: { rooms: roomsRule(import.meta.dirname) } } },
    rules: {
      'house/rooms': 'error',
      'max-lines': ['error', 300],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'start' }],
      eqeqeq: ['error', 'always'],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', prefer: 'type-imports' },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  {
    files: ['domain/**', 'imprint/**', 'contract/**', 'cloudfunctions/usecases/**'],
    rules: { 'no-restricted-syntax': ['error', readsTheClock, rollsDice] },
  },
  {
    files: ['test/**'],
    rules: { 'no-restricted-syntax': ['error', leavesTestsOut], '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['src/**/*.{ts,tsx}', 'workbench/**/*.tsx', 'test/pages/**/*.tsx'],
    plugins: { 'react-hooks': hooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: { globals: readonly(nodeGlobals) },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  { files: ['**/*.{js,cjs}'], languageOptions: { sourceType: 'commonjs' } },
  { files: ['test/**/*.{js,cjs}'], languageOptions: { globals: readonly([...testGlobals, ...pageGlobals]) } },
  {
    // A promise that nobody awaits dies with its cloud function, and only types can tell. Slow, so only where it matters.
    files: ['domain/**/*.ts', 'cloudfunctions/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  prettier,
)
