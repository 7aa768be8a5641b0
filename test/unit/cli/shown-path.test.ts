/** Paths on screen: as Windows writes them there, while dates and shares keep their strokes. */
import { expect, it } from 'vitest';
import { pathsAmong, shownPath, withShownPaths } from '../../../src/cli/screen/shown-path.js';

it('is written as the system writes it', () => {
  expect(shownPath('out/bao-cao.docx', '\\')).toBe('out\\bao-cao.docx');
  expect(shownPath('out/bao-cao.docx', '/')).toBe('out/bao-cao.docx');
});

it('is found in a sentence, with blanks in it, and nothing else is touched', () => {
  const paths = pathsAmong(['submissions/Xã A/BC (1).xlsx', 'submissions/Xã A', 'units.csv']);
  const sentence = 'Trùng với submissions/Xã A/BC (1).xlsx, nộp 15/01/2025; 3/4 dòng.';
  expect(withShownPaths(sentence, paths, '\\')).toBe(
    'Trùng với submissions\\Xã A\\BC (1).xlsx, nộp 15/01/2025; 3/4 dòng.',
  );
  expect(withShownPaths(sentence, paths, '/')).toBe(sentence);
});
