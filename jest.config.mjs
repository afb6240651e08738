/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/bench/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          target: 'es2022',
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  testSequencer: '<rootDir>/test/helpers/slowest-first.mjs',
  // Jest would leave one core of two unused.
  maxWorkers: 2,
  // Workers keep what their test files have loaded. One of 2 GB needs half a second to end, which Jest takes for a hang.
  workerIdleMemoryLimit: '1GB',
  // A bound for what hangs. It says nothing about speed: the tests also pass on a busy machine.
  testTimeout: 300_000,
};
