const transform = { '\\.[jt]sx?$': '<rootDir>/test/support/esbuild-transform.cjs' }
const modulePathIgnorePatterns = ['<rootDir>/dist/']
const node = {
  testEnvironment: 'node',
  transform,
  transformIgnorePatterns: ['/node_modules/', '\\.cjs$'],
  modulePathIgnorePatterns,
  // Looked up in a test's own context at every call, it makes loops over pixels many times slower.
  sandboxInjectedGlobals: ['Math'],
}

/** One project per level: run one with `npx jest --selectProjects <name>`. */
module.exports = {
  // Starting a local cloud or a browser takes seconds on a busy machine; tests themselves never wait by the clock.
  testTimeout: 60000,
  projects: [
    { ...node, displayName: 'unit', testMatch: ['<rootDir>/test/unit/**/*.test.ts'] },
    { ...node, displayName: 'localcloud', testMatch: ['<rootDir>/test/localcloud/**/*.test.ts'] },
    { ...node, displayName: 'conformance', testMatch: ['<rootDir>/test/conformance/**/*.test.ts'] },
    { ...node, displayName: 'integration', testMatch: ['<rootDir>/test/integration/**/*.test.ts'] },
    {
      displayName: 'pages',
      testEnvironment: 'jsdom',
      modulePathIgnorePatterns,
      testMatch: ['<rootDir>/test/pages/react/**/*.test.tsx'],
      transform,
      setupFiles: ['<rootDir>/test/pages/support/setup.js'],
      moduleNameMapper: {
        '\\.(css|scss|png)$': '<rootDir>/test/pages/support/asset.js',
        '^@tarojs/taro$': '<rootDir>/test/pages/support/taro.ts',
        '^@tarojs/components$': '<rootDir>/test/pages/support/components.tsx',
      },
    },
    {
      displayName: 'compiled',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/test/pages/compiled/**/*.test.js'],
      // What was compiled for the phone runs as it is; only our own samples are TypeScript.
      transform: { '\\.ts$': '<rootDir>/test/support/esbuild-transform.cjs' },
    },
    { ...node, displayName: 'e2e', testMatch: ['<rootDir>/test/e2e/**/*.test.ts'] },
  ],
}
