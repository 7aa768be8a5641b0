/** What communes give of themselves and no sum is made of: in the workbook for each of them, in no total, in no measure. */
import { expect, it } from 'vitest';
import { buildWorkbookTables } from '../../src/reports/workbook-tables.js';
import { proseOf } from '../../src/reports/prose/prose.js';
import { builtInWording } from '../support/report-wording.js';
import { sliceOf } from '../support/sweep.js';
import { OLD_UNITS, randomOf, resultsOf } from '../unit/pipeline/made-levels.js';
import { drawnBook } from '../unit/submission/own-form/drawn-forms.js';
import { setWithForm } from '../unit/submission/own-form/set-with-form.js';

const SET = setWithForm(`schema: tdkvh/own-form@1
id: thi-dua
label: Thi đua
tables:
  - rows: unit
    key: [Xã]
    columns:
      - { header: [Tổng số hộ], field: households }
      - { header: [Số camera], field: cameras }
      - { header: [Thu nhập bình quân], field: income }
      - { header: [Xếp hạng], field: rank }
fields:
  - { id: cameras, label: Số camera, type: count, aggregation: sum, scale: 0, unit: cái }
  - { id: income, label: Thu nhập bình quân, type: amount, aggregation: none, scale: 3, unit: triệu đồng/người }
  - { id: rank, label: Xếp hạng, type: count, aggregation: none, scale: 0 }
`);

it.each(sliceOf([1, 2, 3, 4, 5, 6], 2))('seed %i', async (seed) => {
  const random = randomOf(seed * 977);
  const communes = OLD_UNITS.filter(({ code }) => code.startsWith('9710'));
  const sent = communes.map(({ name }) => ({
    name,
    households: 300 + random(900),
    cameras: random(40),
    income: random(3) === 0 ? undefined : 30 + random(60) + 0.5,
    rank: 1 + random(9),
  }));
  const rows = sent.map(({ name, households, cameras, income, rank }, at) => [
    ...[at + 1, `Xã ${name}`, households, cameras, income ?? '…', rank],
  ]);
  const total = sent.reduce((sum, { cameras }) => sum + cameras, 0);
  const header = ['TT', 'Xã', 'Tổng số hộ', 'Số camera', 'Thu nhập bình quân', 'Xếp hạng'];
  const bytes = await drawnBook([{ name: 'B', rows: [['TỔNG HỢP NĂM 2024'], [], header, ...rows] }]);
  const results = await resultsOf({
    unit: '971',
    level: 'district',
    files: [{ path: 'submissions/a.xlsx', bytes, sha256: 'a'.repeat(64) }],
    more: { set: SET },
  });
  expect(results.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(Object.keys(results.measures['971'] ?? {})).toEqual(expect.not.arrayContaining(['income', 'rank']));
  const table = buildWorkbookTables(proseOf(results, builtInWording())).find(
    ({ sheetName }) => sheetName === 'Chỉ tiêu bổ sung',
  );
  const columnOf = (id: string) => {
    const at = table?.columns.findIndex((one) => one.id === id) ?? -1;
    return [...(table?.rows ?? [])].map(({ role, cells }) => {
      const cell = cells[at];
      return role === 'total' ? { total: cell } : cell?.kind === 'text' ? cell.text : cell?.kind;
    });
  };
  const shown = sent.map(({ income }) =>
    income === undefined ? 'missing' : String(income).replace('.', ','),
  );
  expect(columnOf('income')).toEqual([...shown, { total: { kind: 'none' } }]);
  expect(columnOf('rank')).toEqual([...sent.map(({ rank }) => String(rank)), { total: { kind: 'none' } }]);
  expect(columnOf('cameras').at(-1)).toMatchObject({ total: { kind: 'integer', value: total } });
});
