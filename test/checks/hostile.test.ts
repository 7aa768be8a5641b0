/** A slice of `npm run check:hostile`: a file that opens, one that is refused, a bomb and an old Excel file, each in a process. */
import { expect, it } from 'vitest';
import { DIST } from '../support/built-program.js';
import { HOSTILE, type HostileFile } from './hostile-files.js';
import { openHostile } from './hostile.js';

const first = (fits: (file: HostileFile) => boolean): HostileFile[] => HOSTILE.filter(fits).slice(0, 1);

it('ends as it should, in a process that does not die of it', async () => {
  const files = [
    ...first(([, , , ends]) => ends === 'opened'),
    ...first(([, , , ends]) => ends === 'file/damaged-part'),
    ...first(([, name]) => name.startsWith('bomb')),
    ...first(([, , , ends]) => ends === 'file/foreign-failed'),
  ];
  expect(files).toHaveLength(4);
  const said: string[] = [];
  await openHostile({ dist: DIST, files, say: (line) => said.push(line) });
  // Time and memory are for the check itself, on a machine with nothing else to do.
  expect(said.filter((line) => line.startsWith('WRONG'))).toEqual([]);
  expect(said).toHaveLength(files.length);
});
