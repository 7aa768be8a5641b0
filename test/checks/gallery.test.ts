/** A slice of `npm run check:gallery`: seven mistakes of communes, each told by its number. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tdkvh } from '../support/program.js';
import { showGallery, SMALL } from './gallery.js';

it('tells common mistakes by their numbers', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tdkvh-gallery-'));
  try {
    expect(SMALL.mistakes).toHaveLength(7);
    expect(await showGallery({ tdkvh, folder, size: SMALL })).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
