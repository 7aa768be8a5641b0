/** Headers of two rows under merged headings: a column is what heading and label say together, and doubt is told truly. */
import { describe, expect, it } from 'vitest';
import { found, recognise, sheet, workbook, type Typed } from './made-files.js';

const TITLES: readonly (readonly Typed[])[] = [['UBND XÃ DAK LUA'], ['Năm 2024']];
const grouped = (heading: string, labels: readonly string[], rows: readonly (readonly Typed[])[]) => {
  const last = String.fromCharCode('D'.charCodeAt(0) + labels.length - 1);
  const blanks = labels.slice(1).map(() => null);
  return recognise(
    workbook([
      sheet(
        'Sheet',
        [
          ...TITLES,
          ['STT', 'Thôn', 'Tổng số hộ', heading, ...blanks, 'Danh hiệu thôn văn hóa'],
          [null, null, null, ...labels],
          ...rows,
        ],
        { merges: [`D3:${last}3`] },
      ),
    ]),
  );
};
const TWO = [
  [1, 'Thôn 1', 310, 290, 93.55, 'Đạt'],
  [2, 'Thôn 2', 275, 250, 90.91, 'Đạt'],
];
const THREE = [
  [1, 'Thôn 1', 310, 300, 290, 93.55, 'Đạt'],
  [2, 'Thôn 2', 275, 270, 250, 90.91, 'Đạt'],
];

describe('a heading merged over two columns', () => {
  it.each([
    ['Gia đình văn hóa', 'Số hộ đạt', 'Tỷ lệ %'],
    ['Danh hiệu Gia đình văn hóa', 'Số hộ đạt danh hiệu', 'Tỷ lệ (%)'],
    ['Gia đình văn hóa', 'Số hộ', 'Tỷ lệ %'],
    ['GĐVH', 'Đạt', 'Tỷ lệ'],
    ['GIA ĐÌNH VĂN HÓA', 'Số hộ đạt (hộ)', 'Tỷ lệ so với tổng số hộ (%)'],
    ['Hộ gia đình văn hóa', 'Số hộ đạt gia đình văn hóa', 'Tỷ lệ %'],
  ])('%s over %s and %s', (heading, ...labels) => {
    const outcome = grouped(heading, labels, TWO);
    expect(outcome.column('bieu-01', 'familiesTitled')).toEqual([290, 250]);
    expect(outcome.column('bieu-01', 'households')).toEqual([310, 275]);
    expect(outcome.codes).not.toContain('layout/duplicate-column');
  });

  it.each([
    ['Đăng ký', 'Đạt', 'Tỷ lệ %'],
    ['Số hộ đăng ký', 'Số hộ đạt', 'Tỷ lệ'],
  ])('tells registered from titled: %s, %s, %s', (...labels) => {
    const outcome = grouped('Gia đình văn hóa', labels, THREE);
    expect(outcome.column('bieu-01', 'familiesRegistered')).toEqual([300, 270]);
    expect(outcome.column('bieu-01', 'familiesTitled')).toEqual([290, 250]);
    expect(outcome.codes).not.toContain('layout/duplicate-column');
  });
});

describe('two columns that are read as one field', () => {
  const flat = (...labels: readonly string[]) =>
    recognise(
      workbook([
        sheet('Sheet', [
          ...TITLES,
          ['STT', 'Thôn', ...labels],
          [1, 'Thôn 1', 310, 311, 290],
          [2, 'Thôn 2', 275, 275, 250],
        ]),
      ]),
    );

  it('are told by what stands over each: the same label twice', () => {
    const outcome = flat('Tổng số hộ', 'Tổng số hộ', 'Số hộ đạt gia đình văn hóa');
    const [told] = found(outcome, 'layout/duplicate-column');
    expect(told?.message).toContain('cột C (“Tổng số hộ”) và cột D (“Tổng số hộ”)');
    expect(outcome.column('bieu-01', 'familiesTitled')).toEqual([290, 250]);
  });

  it('are told by what stands over each: two names of one field', () => {
    const [told] = found(
      flat('Tổng số hộ', 'Số hộ', 'Số hộ đạt gia đình văn hóa'),
      'layout/duplicate-column',
    );
    expect(told?.message).toContain('cột C (“Tổng số hộ”) và cột D (“Số hộ”)');
  });

  it('are told by what stands over each: a heading over labels that say nothing', () => {
    const outcome = grouped('Số hộ đạt gia đình văn hóa', ['Nội dung A', 'Nội dung B'], TWO);
    const [told] = found(outcome, 'layout/duplicate-column');
    expect(told?.message).toContain('“Số hộ đạt gia đình văn hóa - Nội dung A”');
    expect(told?.message).toContain('“Số hộ đạt gia đình văn hóa - Nội dung B”');
  });
});
