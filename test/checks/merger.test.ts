/** A slice of `npm run check:merger`: provinces that were kept, joined and divided; skipped without the real lists. */
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkMerger, UNITS } from './merger.js';
import { DIST, programIn } from './program.js';

/** Thành phố Hà Nội, thành phố Huế, thành phố Hải Phòng, tỉnh Lâm Đồng. */
const PROVINCES = ['01', '46', '31', '68'];

describe.skipIf(!existsSync(UNITS))('the merger of 1 July 2025', () => {
  it('loses no household of four provinces', async () => {
    const failed: string[] = [];
    let held = 0;
    await checkMerger({
      load: programIn(DIST),
      provinces: PROVINCES,
      check: (holds, what) => {
        if (holds) held += 1;
        else failed.push(what);
      },
    });
    expect(failed).toEqual([]);
    expect(held).toBe(10);
  });
});
