/** Every folder here is a case: args and input, expected stdout, stderr, exit and files made. `npm run golden` rewrites. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCase, runCase } from './run-case.js';

const cases = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({ name, golden: readCase(join(import.meta.dirname, name)) }));

describe('golden', () => {
  for (const { name, golden } of cases) {
    const { input, folder } = golden;
    it.skipIf(input !== undefined && !existsSync(input))(name, async () => {
      const outcome = await runCase(golden);
      await expect(outcome.stdout).toMatchFileSnapshot(join(folder, 'stdout'));
      await expect(outcome.stderr).toMatchFileSnapshot(join(folder, 'stderr'));
      await expect(outcome.exit).toMatchFileSnapshot(join(folder, 'exit'));
      await expect(outcome.made).toMatchFileSnapshot(join(folder, 'made'));
    });
  }
});
