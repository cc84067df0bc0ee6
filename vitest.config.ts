import path from 'node:path'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

const onDatabase = { globalSetup: './src/server/testing/prepare-template.ts', testTimeout: 20_000, hookTimeout: 60_000 }

/** One project per kind of test, so that each can be asked for by name: `vitest run --project race`. */
function project(name: string, test: TestProjectInlineConfiguration['test']): TestProjectInlineConfiguration {
  return { extends: true, test: { name, ...test } }
}

export default defineConfig({
  resolve: {
    alias: { '@': path.resolve('src'), 'server-only': path.resolve('src/server/testing/server-only.ts') },
  },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      project('unit', {
        include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'packages/*/src/**/*.test.ts'],
        exclude: ['**/*.db.test.ts', '**/*.race.test.ts'],
      }),
      project('db', {
        include: ['src/**/*.db.test.ts', 'scripts/**/*.db.test.ts'],
        exclude: ['src/server/api/**'],
        ...onDatabase,
      }),
      project('door', { include: ['src/server/api/**/*.db.test.ts'], ...onDatabase }),
      project('race', { include: ['src/**/*.race.test.ts'], ...onDatabase, testTimeout: 120_000 }),
    ],
  },
})
