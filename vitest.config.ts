/**
 * Test runner. A test is quick or whole by its folder: test/unit holds what is shown by calling functions of src in
 * memory (`npm run test:quick`); everything else under test/ runs the whole program and shares what test/global-setup.ts
 * builds once. A file named *.mocked.test.ts replaces modules and therefore gets a module registry of its own.
 * The last printed line states how many passed and failed.
 */
import { defineConfig } from 'vitest/config';

const MOCKED = 'test/**/*.mocked.test.ts';
const UNIT = 'test/unit/**/*.test.ts';

export default defineConfig({
  test: {
    // Once, unless asked for: `npm run test:quick -- --watch`.
    watch: false,
    maxWorkers: '100%',
    // No verdict depends on how busy the machine is: a limit only ends what hangs.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    teardownTimeout: 60_000,
    reporters: ['default', './test/summary-reporter.ts'],
    projects: [
      {
        extends: true,
        // One module registry per worker: no file of src is loaded again for each test file.
        test: { name: 'quick', include: [UNIT], exclude: [MOCKED], isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['test/**/*.test.ts'],
          exclude: [UNIT, MOCKED],
          isolate: false,
          globalSetup: './test/global-setup.ts',
        },
      },
      { extends: true, test: { name: 'mocked', include: [MOCKED] } },
    ],
  },
});
