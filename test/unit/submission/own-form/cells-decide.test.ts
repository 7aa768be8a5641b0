/** What stands in the cells of a form that is adopted decides what a known header can mean. */
import { expect, it } from 'vitest';
import { recognise, SET, type Typed } from '../made-files.js';
import { proposeOwnForm } from '../../../../src/submission/adopt/propose.js';
import { fileOf } from './made-forms.js';
import { adopted } from './reading.js';

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
    { sheet: 'B', header: 'Nhà văn hóa', proposal: 'chỉ tiêu mới nhaVanHoa', near: 'cultureHouses' },
    { sheet: 'B', header: 'Sân thể thao', proposal: 'chỉ tiêu mới sanTheThao', near: 'sportsGround' },
    { sheet: 'B', header: 'Ý kiến', proposal: 'không đọc: cột ghi chữ' },
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

it('areas as columns: the figures of a line decide the same', () => {
  const made = file(
    ['TT', 'Chỉ tiêu', 'ĐVT', 'Thôn Đông', 'Thôn Tây'],
    [1, 'Tổng số hộ', 'hộ', 210, 180],
    [2, 'Sân thể thao', 'sân', 2, 3],
  );
  expect(recognise(made, { set: adopted(made) }).column('bieu-01', 'sanTheThao')).toEqual([2, 3]);
});
