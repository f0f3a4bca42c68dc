import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests of the embedded engine itself (PostgreSQL has no folder to lock and no single connection), and of what needs no engine. */
const EMBEDDED_ONLY = [
  'test/api/db/{durable-folder,folder-lock,single-connection}.test.ts',
  'test/api/{conflict-world,routes/walk,server,validate,pages}.test.ts',
  'test/api/evidence/**',
  'test/api/programs/**',
  'test/api/publishing/{site,site-files,records-folder,real-site}.test.ts',
];
/** Kills processes for minutes: `npm run test:crash`. */
const CRASH = 'test/**/crash.test.ts';
const UNIT = [
  'test/*.test.ts',
  'test/api/publishing/{record,verify,written-yaml}.test.ts',
  'test/{schemas,content,site/unit,api/review}/**/*.test.ts',
];

/** Test files of a project share what they import: to load the program anew for each costs more than most of them take. */
const shared = { isolate: false };

const server = process.env.TEST_DATABASE_URL;
const onDatabase = {
  ...shared,
  include: ['test/api/**/*.test.ts'],
  globalSetup: ['test/support/global-setup.ts'],
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

const everyday = [
  { test: { ...shared, name: 'unit', include: UNIT } },
  { test: { ...onDatabase, name: 'database', exclude: [...UNIT, CRASH], provide: { server: undefined } } },
  ...(server
    ? [
        {
          test: {
            ...onDatabase,
            name: 'postgres',
            exclude: [...UNIT, CRASH, ...EMBEDDED_ONLY],
            provide: { server },
          },
        },
      ]
    : []),
  {
    test: {
      ...shared,
      name: 'site',
      include: ['test/site/**/*.test.ts'],
      exclude: UNIT,
      globalSetup: ['test/site/global-setup.ts'],
      testTimeout: 180_000,
      hookTimeout: 180_000,
    },
  },
  {
    test: {
      name: 'e2e',
      globalSetup: ['test/site/global-setup.ts'],
      include: ['test/e2e/**/*.test.ts'],
      // Two journeys at once, each with its server, browser and builds, take as long as one after the other, and wait twice as long.
      fileParallelism: false,
      testTimeout: 120_000,
      hookTimeout: 300_000,
    },
  },
];

const crash = [{ test: { name: 'crash', include: [CRASH], testTimeout: 900_000 } }];

export default defineConfig(({ mode }) => ({
  // Vitest would leave one core idle, which on two is half of them.
  test: { projects: mode === 'crash' ? crash : everyday, maxWorkers: availableParallelism() },
}));
