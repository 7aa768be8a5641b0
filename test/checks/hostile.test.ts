/** A slice of `npm run check:hostile`: a file that opens, one that is refused, a bomb and an old Excel file, each in a process. */
import { expect, it } from 'vitest';
import { DIST } from '../support/built-program.js';
import { HOSTILE_FOREIGN } from './hostile-foreign.js';
import { HOSTILE, type HostileFile } from './hostile-files.js';
import { RUNS, runHostile } from './hostile-runs.js';
import { openHostile } from './hostile.js';

const first = (fits: (file: HostileFile) => boolean): HostileFile[] => HOSTILE.filter(fits).slice(0, 1);

it('ends as it should, in a process that does not die of it', async () => {
  const files = [
    ...first(([, , , ends]) => ends === 'opened'),
    ...first(([, , , ends]) => ends === 'file/damaged-part'),
    // The others take longer to make than to refuse.
    ...first(([, name]) => name === 'bomb: deep nesting'),
    ...first(([, , , ends]) => ends === 'file/foreign-failed'),
    ...HOSTILE_FOREIGN.slice(0, 1),
  ];
  expect(files).toHaveLength(5);
  const said: string[] = [];
  await openHostile({ dist: DIST, files, say: (line) => said.push(line) });
  // Time and memory are for the check itself, on a machine with nothing else to do.
  expect(said.filter((line) => line.startsWith('WRONG'))).toEqual([]);
  expect(said).toHaveLength(files.length);
});

it('is one rejected file of a whole run when the children that read it are killed', async () => {
  const said: string[] = [];
  await runHostile({ runs: RUNS.filter(({ kills }) => kills !== undefined), say: (line) => said.push(line) });
  expect(said.filter((line) => line.startsWith('WRONG'))).toEqual([]);
  expect(said).toHaveLength(1);
});
