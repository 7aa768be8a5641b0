/** Paths on screen: as Windows writes them there, while dates and shares keep their strokes. */
import { expect, it } from 'vitest';
import { finding } from '../../../src/findings/finding.js';
import {
  pathsAmong,
  shownPath,
  withNamedPathsShown,
  withPathsShown,
  withShownPaths,
} from '../../../src/cli/screen/shown-path.js';

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

it('is found in the sentence of a finding also where no finding stands in that file', () => {
  const at = { file: 'submissions/a.xlsx' };
  const found = finding('unit/not-reported', at, { unit: 'Xã A', code: '00001', period: '2024' });
  const message = 'Thay bằng lần 2 ở submissions/Nộp lại/BC (sửa).xlsx ngày 15/01/2025; 3/4 dòng.';
  const [shown] = withPathsShown([{ ...found, message }], '\\');
  expect(shown?.at.file).toBe('submissions\\a.xlsx');
  expect(shown?.message).toBe(
    'Thay bằng lần 2 ở submissions\\Nộp lại\\BC (sửa).xlsx ngày 15/01/2025; 3/4 dòng.',
  );
});

it.each([
  ['không dùng được ở “templates/a b.hbs”: thiếu', 'không dùng được ở “templates\\a b.hbs”: thiếu'],
  [
    'khác bản gốc ở: app/templates/x.yaml, node/node.exe.',
    'khác bản gốc ở: app\\templates\\x.yaml, node\\node.exe.',
  ],
  ['Chép vào out/bieu-mau/Xã A.xlsx', 'Chép vào out\\bieu-mau\\Xã A.xlsx'],
  ['Lấy previous/so-lieu.csv; 3/4 xã/phường ở a.xlsx', 'Lấy previous\\so-lieu.csv; 3/4 xã/phường ở a.xlsx'],
  [
    'tdkvh/results@1, ngày 15/01/2025, https://a.vn/b.html',
    'tdkvh/results@1, ngày 15/01/2025, https://a.vn/b.html',
  ],
])('“%s”', (text, shown) => {
  expect(withNamedPathsShown(text, '\\')).toBe(shown);
  expect(withNamedPathsShown(text, '/')).toBe(text);
});
