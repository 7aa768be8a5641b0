/** Numbers of areas that a form asks of a whole commune: which header or line is which, and which is something else. */
import { describe, expect, it } from 'vitest';
import { SET, type Typed } from '../made-files.js';
import { proposeOwnForm } from '../../../../src/submission/adopt/propose.js';
import { fileOf } from './made-forms.js';

const TOP = [['UBND HUYỆN A'], ['NĂM 2024'], []];
const proposed = (rows: readonly (readonly Typed[])[], merges: readonly string[] = []) =>
  proposeOwnForm(fileOf([{ name: 'B', rows: [...TOP, ...rows], merges: [...merges] }]), SET, {
    id: 'mau',
    label: 'Mẫu',
    source: 'm.xlsx',
    year: 2024,
  });

/** The field of a column of a form with a row per commune. */
function column(label: string, heading: string | undefined): string | undefined {
  const rows: (readonly Typed[])[] =
    heading === undefined
      ? [['TT', 'Đơn vị', 'Tổng số hộ', label, 'Số tổ dân phố']]
      : [
          ['TT', 'Đơn vị', 'Tổng số hộ', heading, null, 'Số tổ dân phố'],
          [null, null, null, label, 'Ghi chú', null],
        ];
  const merges = heading === undefined ? [] : ['D4:E4', 'A4:A5', 'B4:B5', 'C4:C5', 'F4:F5'];
  const form = proposed([...rows, [1, 'Xã Dak Lua', 210, 7]], merges)?.form;
  return form?.tables[0]?.columns?.find(({ header }) => header.at(-1) === label)?.field;
}

/** The field of a line of a form with a row per indicator. */
const line = (label: string, section: string | undefined): string | undefined =>
  proposed([
    ['TT', 'Nội dung', 'ĐVT', 'Kết quả'],
    ...(section === undefined ? [] : [['I', section]]),
    [1, label, 'thôn', 7],
    [2, 'Số tổ dân phố', 'tổ', 3],
  ])?.form.tables[0]?.lines?.find((one) => one.label === label)?.field;

const MEANT = (
  [
    ['areaCount', 'Tổng số thôn, tổ dân phố'],
    ['areaCount', 'Tổng số thôn/tổ dân phố'],
    ['areaCount', 'Tổng số khu dân cư'],
    ['areaCount', 'Tổng số thôn, TDP'],
    ['areaCount', 'Tổng số thôn, tổ dân phố', 'Thôn, tổ dân phố văn hóa'],
    ['areasTitled', 'Số thôn, tổ dân phố đạt danh hiệu'],
    ['areasTitled', 'Số thôn, tổ dân phố đạt danh hiệu', 'Thôn, tổ dân phố văn hóa'],
    ['areasTitled', 'Số thôn, tổ dân phố đạt', 'Thôn, tổ dân phố văn hóa'],
    ['areasTitled', 'Số khu dân cư đạt danh hiệu văn hóa'],
    ['areasTitled', 'Số khu dân cư văn hóa'],
    ['areasTitled', 'Số thôn, tổ dân phố đạt danh hiệu “Thôn, tổ dân phố văn hóa”'],
    ['areasTitledThon', 'Số thôn đạt danh hiệu “Thôn văn hóa”'],
    ['areasTitledThon', 'Số thôn văn hóa'],
    ['areasRegistered', 'Số thôn, tổ dân phố đăng ký', 'Thôn, tổ dân phố văn hóa'],
    ['areasTitled3y', '3 năm liên tục', 'Thôn, tổ dân phố văn hóa'],
    ['areasTitled5y', 'Trong đó: 5 năm liên tục trở lên', 'Thôn, tổ dân phố văn hóa'],
    ['areasWithCultureHouse', 'Số thôn, tổ dân phố có nhà văn hóa'],
    ['areasWithSportsGround', 'Số thôn có khu thể thao'],
    ['areasWithConvention', 'Số thôn, tổ dân phố có hương ước, quy ước'],
  ] satisfies readonly (readonly [field: string, label: string, over?: string])[]
).map(([field, label, over]) => ({ field, label, over }));

describe('a number of areas', () => {
  it.each(MEANT)('$field as a column: $label ($over)', ({ field, label, over }) => {
    expect(column(label, over)).toBe(field);
  });

  it.each(MEANT)('$field as a line: $label ($over)', ({ field, label, over }) => {
    expect(line(label, over)).toBe(field);
  });
});

const ELSE = (
  [
    ['Số thôn, tổ dân phố đạt danh hiệu', 'Khu dân cư tiêu biểu'],
    ['Số thôn, tổ dân phố đạt', 'Thôn nông thôn mới kiểu mẫu'],
    ['Số thôn, tổ dân phố được công nhận', 'Khu dân cư an toàn về an ninh trật tự'],
    ['Số thôn, tổ dân phố', 'Thôn kiểu mẫu'],
    ['3 năm liên tục', 'Khu dân cư tiên tiến'],
    ['3 năm liên tục trở lên', 'Gia đình văn hóa'],
    ['Số thôn đạt chuẩn nông thôn mới'],
    ['Số khu dân cư tiêu biểu'],
    ['Số hộ đạt', 'Gia đình văn hóa'],
    ['Số thôn có đường giao thông cứng hóa'],
  ] satisfies readonly (readonly [label: string, over?: string])[]
).map(([label, over]) => ({ label, over }));
const TOTALS = new Set(SET.totals.map(({ id }) => id));

describe('no number of areas of the set', () => {
  it.each(ELSE)('as a column: $label ($over)', ({ label, over }) => {
    expect(TOTALS).not.toContain(column(label, over));
  });

  it.each(ELSE)('as a line: $label ($over)', ({ label, over }) => {
    expect(TOTALS).not.toContain(line(label, over));
  });
});

it('a form that asks for thôn only means all areas, and the office looks at it', () => {
  const made = proposed([
    ['TT', 'Đơn vị', 'Tổng số thôn', 'Số thôn văn hóa'],
    [1, 'Xã Dak Lua', 7, 6],
  ]);
  expect(made?.form.tables[0]?.columns?.map(({ field }) => field)).toEqual(['areaCount', 'areasTitled']);
  expect(made?.doubts.map(({ proposed: one }) => one)).toEqual([
    { field: 'areaCount' },
    { field: 'areasTitled' },
  ]);
});

it('takes “Tang” for no awarding', () => {
  for (const label of ['Đạt', 'Tổng số'])
    expect(column(label, 'Tang')).not.toMatch(/^areas?(?:Titled|Count)/u);
  expect(column('Số thôn được tặng', 'Danh hiệu Thôn, tổ dân phố văn hóa')).toBe(
    column('Số thôn đạt', 'Danh hiệu Thôn, tổ dân phố văn hóa'),
  );
});
