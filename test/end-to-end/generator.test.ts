/** The committed truth is what the generator says today. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FIXTURES } from './expectation.js';

it('the expected totals of both fixtures comes from the committed generator', () => {
  const said = execFileSync(process.execPath, [join(FIXTURES, 'generate', 'index.js'), '--check'], {
    encoding: 'utf8',
  });
  expect(said).toContain('district-2024: seed');
  expect(said).toContain('province-2025: seed');
});
