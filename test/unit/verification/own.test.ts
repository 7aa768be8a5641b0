/** Our own report edited by hand: changed and deleted figures, sentences written anew, rows that moved or are gone. */
import { describe, expect, it } from 'vitest';
import type { WrittenReport } from '../../../src/model.js';
import { addedFigures } from '../../../src/verification/own/added-figures.js';
import { compareOwn } from '../../../src/verification/own/compare-own.js';
import { verify } from '../../../src/verification/verify.js';
import { words } from './corpus.js';

const SENTENCE = 'Có 128/142 thôn được tặng danh hiệu, đạt 90,14% tổng số thôn.';
const ROWS = [
  ['TT', 'Đơn vị', 'Số hộ', 'Số hộ đạt', 'Tỷ lệ (%)'],
  ['1', 'Xã Tam Đa', '2.010', '1.850', '92,04'],
  ['2', 'Xã Tam Giang', '1.750', '1.602', '91,54'],
  ['3', 'Xã Yên Phụ', '…', '…', '…'],
];
const MARKS = { n: '128', d: '142', rate: '90,14%', rows: '1.850' };
/** All but the count. */
const UNMARKED = { d: MARKS.d, rate: MARKS.rate, rows: MARKS.rows };

function reportOf(
  sentence = SENTENCE,
  rows: readonly (readonly string[])[] = ROWS,
  marks: Partial<typeof MARKS> = MARKS,
): WrittenReport {
  return {
    blocks: [
      { kind: 'text', place: 'đoạn 1', text: sentence },
      {
        kind: 'table',
        place: 'bảng 1',
        rows: rows.map((cells, index) => ({
          place: `dòng ${String(index + 1)}`,
          cells: cells.map((text) => ({ text })),
        })),
      },
    ],
    marks: Object.entries(marks).map(([name, text]) => ({
      name: `sl_258_titled_${name}`,
      text,
      place: 'đoạn 1',
    })),
  };
}

const found = (edited: WrittenReport): readonly string[] =>
  compareOwn('bao-cao.docx', edited, reportOf()).findings.map(({ code, at, actual = '' }) =>
    `${code} ${at.sheet ?? ''} ${actual}`.trim(),
  );

describe('our report as edited', () => {
  it('has no finding as it was made', () => {
    expect(compareOwn('bao-cao.docx', reportOf(), reportOf())).toEqual({ findings: [], kept: 4, marked: 4 });
  });

  it('has none where a paragraph was typed again as it was and its bookmarks are gone', () => {
    expect(compareOwn('bao-cao.docx', reportOf(SENTENCE, ROWS, UNMARKED), reportOf())).toEqual({
      findings: [],
      kept: 4,
      marked: 4,
    });
  });

  it('names a figure that is gone by the words it stood in', () => {
    const [gone] = compareOwn(
      'bao-cao.docx',
      reportOf('Đã có kết quả.', ROWS, UNMARKED),
      reportOf(),
    ).findings;
    expect(gone?.code).toBe('verify/figure-deleted');
    expect(gone?.message).toContain('Có 128/142 thôn được tặng danh hiệu');
  });

  it('names a figure that is gone from a cell by its row', () => {
    const cell = { name: 'sl_09199_titled_n', text: '1.850', place: 'bảng 1, dòng 2, cột 4' };
    const whole = reportOf();
    const rows = ROWS.map((row, at) => (at === 1 ? row.with(3, '') : row));
    const edited = reportOf(SENTENCE, rows, UNMARKED);
    const wanted = { ...whole, blocks: edited.blocks, marks: [...whole.marks, cell] };
    const messages = compareOwn('bao-cao.docx', edited, wanted).findings.map(({ message }) => message);
    expect(messages).toEqual([expect.stringContaining('“Xã Tam Đa”')]);
  });

  it('tells a changed figure once, with its bookmark or without', () => {
    const text = SENTENCE.replace('90,14', '94,10');
    expect(found(reportOf(text, ROWS, { ...MARKS, rate: '94,10%' }))).toEqual([
      'verify/figure-changed đoạn 1 94,10%',
    ]);
    expect(found(reportOf(text))).toEqual(['verify/figure-changed đoạn 1 94,10%']);
  });

  it('finds figures in sentences written anew', () => {
    const text = 'Toàn huyện có 128/142 thôn được tặng danh hiệu và đạt 91,40% tổng số thôn.';
    expect(found(reportOf(text, ROWS, { ...MARKS, rate: '91,40%' }))).toEqual([
      'verify/figure-changed đoạn 1 91,40%',
    ]);
  });

  it('tells a figure that is gone', () => {
    const { rate, ...others } = MARKS;
    expect(rate).toBe('90,14%');
    expect(found(reportOf('Có 128/142 thôn được tặng danh hiệu.', ROWS, others))).toEqual([
      'verify/figure-deleted đoạn 1',
    ]);
  });

  it('finds cells, rows that carry the figures of another, and rows that are gone', () => {
    const cell = ROWS.map((row, index) => (index === 1 ? row.with(3, '1.580') : row));
    expect(found(reportOf(SENTENCE, cell, { ...MARKS, rows: '1.580' }))).toEqual([
      'verify/figure-changed bảng 1, dòng 2, cột 4 1.580',
    ]);
    const names = ROWS.map((row, index) =>
      index === 1 ? row.with(1, 'Xã Tam Giang') : index === 2 ? row.with(1, 'Xã Tam Đa') : row,
    );
    expect(found(reportOf(SENTENCE, names))).toEqual([
      'verify/row-moved bảng 1, dòng 3',
      'verify/row-moved bảng 1, dòng 2',
    ]);
    expect(found(reportOf(SENTENCE, ROWS.slice(0, 3)))).toEqual(['verify/row-missing bảng 1, dòng 4']);
  });

  it('tells whole rows that stand in another order, once for a table', () => {
    const [head = [], first = [], second = [], third = []] = ROWS;
    expect(found(reportOf(SENTENCE, [head, second, first, third]))).toEqual([
      'verify/rows-reordered bảng 1, dòng 2',
    ]);
    expect(found(reportOf(SENTENCE, [head, third, first, second]))).toEqual([
      'verify/rows-reordered bảng 1, dòng 2',
    ]);
  });

  it('names figures that were added by hand and that nothing can check', () => {
    const added = (text: string): readonly string[] => {
      const { blocks } = reportOf(`${SENTENCE} ${text}`);
      const { figures } = verify({ file: 'bao-cao.docx', blocks }, words());
      return addedFigures('bao-cao.docx', figures, blocks, reportOf().blocks).map(
        ({ code, message }) => `${code} ${/ có (.*) không nằm/u.exec(message)?.[1] ?? ''}`,
      );
    };
    expect(added('Kinh phí hỗ trợ là 450 triệu đồng, 37 đợt.')).toEqual([
      'verify/figures-added 450 triệu, 37',
    ]);
    // Figures of the report itself, with a blank before their sign or in another sentence; dates are no figures.
    expect(added('Đạt 90,14 % là kết quả của 128 thôn, tính đến ngày 15/11/2024.')).toEqual([]);
  });

  it('does not compare with the results of another unit', () => {
    const other = {
      ...reportOf(),
      marks: reportOf().marks.map((mark) => ({ ...mark, name: `sl_999_${mark.name}` })),
    };
    expect(found(other)).toEqual(['verify/other-results']);
  });
});
