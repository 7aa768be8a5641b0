/**
 * A workbook in which somebody sent figures of several units comes back to them once, with the marks of all; to each of the
 * units goes a reply sheet alone, since the figures of the others are not theirs to see.
 */
import { basename } from 'node:path';
import { finding } from '../../findings/finding.js';
import type { Finding, Reply } from '../../model.js';
import { cellMarks } from '../../reports/deadline/cell-marks.js';
import type { Prose } from '../../reports/prose/prose.js';
import { listed } from '../../submission/listed.js';
import { inner } from '../../values/inner-quotes.js';
import { foldMarks } from '../../values/vietnamese-text.js';
import type { PreparedRun } from '../prepare-run.js';
import { isCurrent, markedWorkbook, sourceOf } from './reply-files.js';

export interface SharedCopy {
  /** Name inside the folder of the replies. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Path of what was sent. */
  readonly input: string;
  readonly replies: readonly Reply[];
  readonly finding: Finding;
}

const LONGEST_STEM = 40;
const NAMED = 8;

/** `replies`: those whose only workbooks hold figures of other units too. */
export function sharedCopies(
  run: PreparedRun,
  prose: Prose,
  replies: readonly Reply[],
): readonly SharedCopy[] {
  const taken = new Set<string>();
  return prose.frame.results.inputs.flatMap((input): readonly SharedCopy[] => {
    const theirs = replies.filter(({ unit }) => isCurrent(input, unit));
    const marks = theirs.flatMap((reply) => cellMarks(prose.say, reply, input.path));
    if (marks.length === 0) return [];
    const made = markedWorkbook(sourceOf(run, input), { marks, resolvedText: prose.say('mark.settled', {}) });
    if ('refused' in made) return [];
    const file = nameFor(input.path, taken);
    const units = listed(
      theirs.map(({ name }) => name),
      'đơn vị',
      NAMED,
    );
    const about = { count: theirs.length, units: inner(units), copy: file };
    return [
      {
        file,
        bytes: made.bytes,
        input: input.path,
        replies: theirs,
        finding: finding('return/shared-copy', { file: input.path }, about),
      },
    ];
  });
}

/** `chung-tong-hop-cac-xa-de-nghi-sua.xlsx`, a number behind it where two are called so. */
function nameFor(path: string, taken: Set<string>): string {
  const stem = foldMarks(basename(path).replace(/\.[^.]+$/u, ''))
    .split(/[^a-z0-9]+/u)
    .filter((part) => part !== '')
    .join('-')
    .slice(0, LONGEST_STEM);
  const ending = /\.xlsm$/iu.test(path) ? '.xlsm' : '.xlsx';
  for (let number = 1; ; number += 1) {
    const name = `chung-${stem}-de-nghi-sua${number === 1 ? '' : `-${String(number)}`}${ending}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}
