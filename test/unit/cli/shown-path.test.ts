/** Paths on screen: as Windows writes them there, while dates and shares keep their strokes. */
import { expect, it } from 'vitest';
import { CATALOGUE, type FindingCode } from '../../../src/findings/catalogue/catalogue.js';
import type { FindingEntry } from '../../../src/findings/catalogue/define.js';
import { finding, type FindingParameters } from '../../../src/findings/finding.js';
import { PATH_PARAMETERS } from '../../../src/findings/path-parameters.js';
import type { Finding } from '../../../src/model.js';
import { loadExplanations } from '../../../src/office/load-explanations.js';
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

/** As a folder and a file of an office, and what else has a stroke in it. */
const [PATH, OTHER] = ['kỳ 2024 (1)/v1.0, mới; nhận: lần 2/a.xlsx', 'xã/phường 3/4'];
it.each(Object.entries(CATALOGUE))('%s shows every path that it names', (code, entry: FindingEntry) => {
  const names = (text: string): readonly string[] =>
    [...text.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name);
  const all = [entry.message, entry.hint].flatMap(names);
  const filledWith = (path: string): Finding =>
    finding(
      code as FindingCode,
      { file: '' },
      Object.fromEntries(
        all.map((name) => [name, PATH_PARAMETERS.has(name) ? path : OTHER]),
      ) as FindingParameters<FindingCode>,
    );
  const given = filledWith(PATH);
  const [shown] = withPathsShown([given], '\\');
  const wanted = filledWith(PATH.replaceAll('/', '\\'));
  // Sentences name files of a period themselves.
  expect(shown?.message).toBe(withNamedPathsShown(wanted.message, '\\'));
  expect(shown?.hint).toBe(withNamedPathsShown(wanted.hint ?? '', '\\'));
  expect(withPathsShown([given], '/')).toEqual([given]);
});

/** A stroke that is no path: shares, dates, choices, decrees, schemas, faults of a cell, and parts within a workbook. */
const NO_PATH =
  /\{\w+\}\/\{\w+\}|ngày\/tháng\/năm|có\/không|Word\/Excel|#DIV\/0!|#N\/A|Đ\/c|\d+\/(?:\d+\/)?(?:\d+|\p{Lu}+)|(?:NĐ|QĐ)\/|tdkvh\/\w+@\d|(?:xl|media)\/[\w/]+\.\w+/gu;
const { texts } = await loadExplanations();
it.each(Object.entries(CATALOGUE))('%s and its page name no path otherwise', (code, entry: FindingEntry) => {
  for (const text of Object.values({ message: entry.message, hint: entry.hint, ...texts?.get(code) }))
    expect(withNamedPathsShown(text, '\\').replaceAll(NO_PATH, '')).not.toContain('/');
});

it.each([
  ['không dùng được ở “templates/a b.hbs”: thiếu', 'không dùng được ở “templates\\a b.hbs”: thiếu'],
  [
    'khác bản gốc ở: app/templates/x.yaml, node/node.exe.',
    'khác bản gốc ở: app\\templates\\x.yaml, node\\node.exe.',
  ],
  ['Chép vào out/bieu-mau/Xã A.xlsx', 'Chép vào out\\bieu-mau\\Xã A.xlsx'],
  ['Lấy previous/so-lieu.csv; 3/4 xã/phường ở a.xlsx', 'Lấy previous\\so-lieu.csv; 3/4 xã/phường ở a.xlsx'],
  ['So với tệp cùng tên trong templates/reports của', 'So với tệp cùng tên trong templates\\reports của'],
  ['Gắn trong forms/*.yaml, ở out/; 3/4 thôn/tổ', 'Gắn trong forms\\*.yaml, ở out\\; 3/4 thôn/tổ'],
  [
    'tdkvh/results@1, ngày 15/01/2025, https://a.vn/b.html',
    'tdkvh/results@1, ngày 15/01/2025, https://a.vn/b.html',
  ],
])('“%s”', (text, shown) => {
  expect(withNamedPathsShown(text, '\\')).toBe(shown);
  expect(withNamedPathsShown(text, '/')).toBe(text);
});
