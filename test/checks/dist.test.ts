/** A slice of `npm run check:dist`: the packed program starts without anything installed and answers as the other does. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkDist, SHORT } from './dist.js';

it.skipIf(process.platform === 'win32')('the packed program gives the same answers and files', () => {
  const work = mkdtempSync(join(tmpdir(), 'tdkvh dist (1) '));
  try {
    expect(checkDist(work, SHORT).faults).toEqual([]);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});
