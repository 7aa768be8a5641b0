/** What stands in the cells of a form that is adopted decides what a known header can mean. */
import { expect, it } from 'vitest';
import { recognise, SET, type Typed } from '../made-files.js';
import { proposeOwnForm } from '../../../../src/submission/adopt/propose.js';
import { compareForms } from '../../../../src/submission/adopt/compare-forms.js';
import { previewOfForm } from '../../../../src/submission/adopt/preview-cells.js';
import { fileOf } from './made-forms.js';
import { adopted, proposalOf } from './reading.js';

const TOP = [['UBND XÃ DAK LUA'], ['NĂM 2024'], []];
const SIGNED = [[], [null, 'NGƯỜI LẬP BIỂU', null, 'CHỦ TỊCH']];
const file = (...rows: readonly (readonly Typed[])[]) =>
  fileOf([{ name: 'B', rows: [...TOP, ...rows, ...SIGNED] }]);

it('answers make a question of a count, figures a count of a question, and both are told', () => {
  const made = file(
    ['TT', 'Thôn', 'Tổng số hộ', 'Nhà văn hóa', 'Sân thể thao', 'Ý kiến'],
    [1, 'Thôn Đông', 210, 'Có', 2, 'tốt'],
    [2, 'Thôn Tây', 180, 'Không', 3, 'khá'],
    [null, 'Tổng cộng', 390, 1, 5],
  );
  const proposal = proposeOwnForm(made, SET, { id: 'mau', label: 'Mẫu', source: 'm.xlsx', year: 2024 });
  expect(proposal?.form.fields).toMatchObject([
    { id: 'nhaVanHoa', type: 'yesNo', aggregation: 'countOf' },
    { id: 'sanTheThao', type: 'count', aggregation: 'sum' },
  ]);
  expect(proposal?.doubts).toEqual([
    {
      sheet: 'B',
      header: 'Nhà văn hóa',
      proposal: 'chỉ tiêu mới nhaVanHoa',
      proposed: { field: 'nhaVanHoa' },
      near: 'cultureHouses',
    },
    {
      sheet: 'B',
      header: 'Sân thể thao',
      proposal: 'chỉ tiêu mới sanTheThao',
      proposed: { field: 'sanTheThao' },
      near: 'sportsGround',
    },
    { sheet: 'B', header: 'Ý kiến', proposal: 'không đọc: cột ghi chữ', proposed: 'ignored' },
  ]);
  const outcome = recognise(made, { set: adopted(made) });
  expect(outcome.codes.filter((code) => code.startsWith('cell/'))).toEqual([]);
  expect(outcome.column('bieu-01', 'nhaVanHoa')).toEqual(['yes', 'no']);
  expect(outcome.column('bieu-01', 'sanTheThao')).toEqual([2, 3]);
});

it('a blank form and marks decide nothing', () => {
  const made = file(
    ['TT', 'Thôn', 'Tổng số hộ', 'Nhà văn hóa', 'Sân thể thao', 'Số hộ nghèo'],
    [1, 'Thôn Đông', 210, null, 'x', '-'],
    [2, 'Thôn Tây', 180, null, '-', '-'],
  );
  const proposal = proposeOwnForm(made, SET, { id: 'mau', label: 'Mẫu', source: 'm.xlsx', year: 2024 });
  expect(proposal?.form.fields).toBeUndefined();
  expect(proposal?.form.tables[0]?.columns?.map(({ field }) => field)).toEqual([
    'households',
    'cultureHouses',
    'sportsGround',
    'poorHouseholds',
  ]);
});

it('a header that asks makes a question of a blank form too; of a commune as a whole it is not read', () => {
  const heads = ['Danh hiệu khu dân cư văn hóa', null, null, 'Nhà văn hóa'];
  const below = ['Đạt (x)', 'Không đạt (x)', 'Số năm đạt liên tục', 'Có nhà văn hóa'];
  const adopting = (key: string, name: string) =>
    proposeOwnForm(file(['TT', key, 'Tổng số hộ', ...heads], [null, null, null, ...below], [1, name]), SET, {
      id: 'mau',
      label: 'Mẫu',
      source: 'm.xlsx',
      year: 2024,
    })?.form;
  const areas = adopting('Thôn', 'Thôn Đông');
  expect(areas?.tables[0]?.columns?.slice(1)).toEqual([
    { header: [heads[0], below[0]], field: 'areaTitle', answer: 'awarded' },
    { header: [heads[0], below[1]], field: 'areaTitle', answer: 'notAwarded' },
    { header: [heads[0], below[2]], field: 'areaTitleYears' },
    { header: [heads[3], below[3]], field: 'nhaVanHoaCoNhaVanHoa' },
  ]);
  expect(areas?.fields).toMatchObject([{ type: 'yesNo', aggregation: 'countOf' }]);
  const columns = adopting('Xã', 'Xã Dak Lua')?.tables[0]?.columns ?? [];
  expect(columns.filter(({ role }) => role === 'ignored').map(({ header }) => header.at(-1))).toEqual(
    expect.arrayContaining(['Đạt (x)', 'Không đạt (x)', 'Có nhà văn hóa']),
  );
});

it('“x” under a count is neither “có” nor “không thuộc diện”, and is told', () => {
  const set = adopted(
    file(['TT', 'Thôn', 'Tổng số hộ', 'Nhà văn hóa', 'Sân bóng'], [1, 'Thôn Đông', null, null, null]),
  );
  const made = file(
    ['TT', 'Thôn', 'Tổng số hộ', 'Nhà văn hóa', 'Sân bóng'],
    [1, 'Thôn Đông', 210, 'x', 'x'],
    [2, 'Thôn Tây', 180, 1, '-'],
  );
  const outcome = recognise(made, { set });
  expect(outcome.codes.filter((code) => code === 'cell/mark-not-understood')).toHaveLength(2);
});

it('areas as columns: the figures of a line decide the same', () => {
  const made = file(
    ['TT', 'Chỉ tiêu', 'ĐVT', 'Thôn Đông', 'Thôn Tây'],
    [1, 'Tổng số hộ', 'hộ', 210, 180],
    [2, 'Sân thể thao', 'sân', 2, 3],
  );
  expect(recognise(made, { set: adopted(made) }).column('bieu-01', 'sanTheThao')).toEqual([2, 3]);
});

it('signatures below the lines of a blank form are no lines', () => {
  const rows = [
    ['TT', 'Chỉ tiêu', 'ĐVT', 'Thực hiện năm 2024'],
    ['I', 'GIA ĐÌNH VĂN HÓA'],
    [1, 'Tổng số hộ', 'hộ'],
  ];
  const { form } =
    proposeOwnForm(file(...rows), SET, { id: 'mau', label: 'Mẫu', source: 'm.xlsx', year: 2024 }) ?? {};
  expect(form?.tables[0]?.lines?.map(({ label }) => label)).toEqual(['Tổng số hộ']);
});

it('the preview of a blank form stands in its first row, not in its total', () => {
  const made = file(
    ['TT', 'Thôn', 'Tổng số hộ', 'Số hộ nghèo'],
    ['(1)', '(2)', '(3)', '(4)'],
    [1],
    [2],
    [null, 'Tổng cộng', { kind: 'number', raw: '0', formula: true }],
  );
  const { cells, marks } = previewOfForm(made, adopted(made), 2024, []);
  expect(cells.map(({ row, column, text }) => [row, column, text.split(' ')[0]])).toEqual([
    [6, 3, 'households'],
    [6, 4, 'poorHouseholds'],
  ]);
  expect(marks.map(({ cell, look, text }) => [cell, look, text])).toEqual([
    ['C6', 'resolved', 'Chỉ tiêu: Tổng số hộ (households)'],
    ['D6', 'resolved', 'Chỉ tiêu: Số hộ nghèo (poorHouseholds)'],
  ]);
});

it('the preview stands below the first area, and marks what is compared only and what is not read', () => {
  const made = file(
    ['TT', 'Chỉ tiêu', 'KH 2024', 'Điểm tối đa', 'Toàn xã', 'Thôn Đông', 'Thôn Tây'],
    [1, 'Tổng số hộ', 500, 10, 390, 210, 180],
  );
  const { cells, marks } = previewOfForm(made, adopted(made), 2024, proposalOf(made)?.doubts ?? []);
  expect(cells.map(({ column }) => column)).toEqual([6]);
  expect(marks.map(({ cell, look }) => [cell, look])).toEqual([
    ['F5', 'resolved'],
    ['C4', 'warning'],
    ['D4', 'warning'],
  ]);
});

it('the preview shows figures that are added only, and says in words what a mark answers', () => {
  const heads = ['Gia đình văn hóa', null, null, 'Danh hiệu thôn văn hóa', null];
  const made = file(
    ['TT', 'Thôn', 'Tổng số hộ', ...heads],
    [null, null, null, 'KH giao', 'TH', 'TH/KH (%)', 'Đạt', 'Không đạt'],
    [1],
  );
  const { cells, marks } = previewOfForm(made, adopted(made), 2024, []);
  expect(cells.map(({ column, text }) => `${String(column)}: ${text}`)).toEqual([
    '3: households = 101',
    '5: familiesTitled = 102',
    '7: areaTitle: x = đạt',
    '8: areaTitle: x = không đạt',
  ]);
  expect(marks.filter(({ look }) => look === 'warning').map(({ cell, text }) => `${cell} ${text}`)).toEqual([
    'D5 Kế hoạch: chỉ đối chiếu, không cộng: Số hộ được tặng danh hiệu “Gia đình văn hóa” (familiesTitled).',
    'F5 Tỷ lệ so với kế hoạch: không đọc, tính lại từ số lượng.',
  ]);
});

it('of a model what does not say that it counts is told in words', () => {
  const made = file(
    ['TT', 'Tên mô hình', 'Thôn', 'Số thành viên', 'Kinh phí (triệu đồng)', 'Kết quả hoạt động'],
    [1],
  );
  const columns = proposalOf(made)?.form.tables[0]?.columns;
  expect(columns?.at(-1)).toEqual({ header: ['Kết quả hoạt động'], role: 'ignored' });
  expect(columns?.filter(({ field }) => field !== undefined)).toHaveLength(3);
  expect(previewOfForm(made, adopted(made), 2024, []).cells[0]?.text).toBe('modelArea = (ghi chữ)');
});

it('a line that came new gets an id of its own, whatever the lines that stay are called', () => {
  const section = (number: string, name: string, total: number) => [
    [number, name],
    ['1', 'Số buổi diễn', 'buổi', total],
  ];
  const header = ['TT', 'Chỉ tiêu', 'ĐVT', 'Kết quả'];
  const named = { id: 'mau', label: 'Mẫu', source: 'm.xlsx', year: 2024 };
  const [first, second] = [section('I', 'HÁT', 12), section('II', 'MÚA', 7)];
  const { form: before } = proposeOwnForm(file(header, ...first, ...second), SET, named) ?? {};
  if (before === undefined) throw new Error('nothing to adopt');
  const changed = file(header, ...section('I', 'KỊCH', 3), ...first, ...second);
  const { form } = proposeOwnForm(changed, SET, { ...named, before }) ?? {};
  if (form === undefined) throw new Error('nothing to adopt');
  const compared = compareForms(before, form);
  expect(compared.changes).toEqual([{ kind: 'added', what: 'dòng KỊCH › Số buổi diễn' }]);
  const fields = compared.form.tables.flatMap(({ lines = [] }) => lines.map(({ field }) => field));
  expect(fields.slice(1)).toEqual(before.tables[0]?.lines?.map(({ field }) => field));
  expect(new Set(fields).size).toBe(3);
});

it('a column that counts people names none', () => {
  const made = file(
    ['TT', 'Thôn', 'Tổng số hộ', 'Số chủ hộ là nữ'],
    [1, 'Thôn Đông', 210, 40],
    [2, 'Thôn Tây', 180, 35],
  );
  expect(adopted(made).own?.forms[0]?.tables[0]?.rows).toBe('area');
  expect(recognise(made, { set: adopted(made) }).column('bieu-01', 'households')).toEqual([210, 180]);
});
