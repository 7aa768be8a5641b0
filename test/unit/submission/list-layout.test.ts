/** Biểu 02 and Thông tin with lines moved, deleted, renamed or doubled. */
import { describe, expect, it } from 'vitest';
import type { RawSheet } from '../../../src/model.js';
import { found, information, lines, recognise, sheet, SET, workbook, type Typed } from './made-files.js';

const sent = (...sheets: readonly RawSheet[]) => recognise(workbook([information(), ...sheets]));
const HEAD = ['Mã số', 'Chỉ tiêu', 'Đơn vị tính', 'Số liệu', 'Ghi chú'];
const label = (code: string): string =>
  SET.fields.find((field) => field.form === 'bieu-02' && field.code === code)?.label ?? '';
const all = (figures: Readonly<Record<string, Typed>>): readonly (readonly Typed[])[] =>
  lines(figures).cells.reduce<Typed[][]>((rows, cell) => {
    const row = (rows[cell.row - 1] ??= []);
    row[cell.column - 1] = cell.kind === 'number' ? Number(cell.raw) : cell.raw;
    return rows;
  }, []);
const bieu02 = (rows: readonly (readonly Typed[])[], options = {}) => sheet('Biểu 02', rows, options);
const of = (outcome: ReturnType<typeof sent>, field: string) => outcome.column('bieu-02', field)[0];

describe('lines of Biểu 02', () => {
  const figures = { A4: 7, A5: 3, D1: 1, K1: '12,5' };
  const [head = [], ...rows] = all(figures);

  it('are read where they stand', () => {
    const outcome = sent(lines(figures));
    expect(outcome.codes).toEqual([]);
    expect([of(outcome, 'documentsIssued'), of(outcome, 'fundsPlannedCentral')]).toEqual([7, 12500]);
  });

  it('whose only column says that it is planned are told so, and what may be the result is asked about', () => {
    const under = (heading: string) => sent(bieu02([[...head.slice(0, 3), heading, head[4]], ...rows])).codes;
    for (const plan of ['Kế hoạch', 'Kế hoạch năm 2024', 'Chỉ tiêu giao'])
      expect(under(plan), plan).toEqual(['layout/columns-of-plans']);
    for (const estimate of ['Dự kiến', 'Ước thực hiện năm 2024'])
      expect(under(estimate), estimate).toEqual(['layout/title-of-plans']);
    for (const other of ['Lý do', 'Căn cứ', 'Người theo dõi'])
      expect(under(other), other).toEqual(['layout/header-not-found']);
  });

  it.each([
    ['re-ordered', [head, ...rows.toReversed()], {}],
    ['far down and to the right', [head, ...rows], { top: 30, left: 6 }],
    ['with section rows and blank rows', [head, [], ['A. Chỉ đạo, tuyên truyền'], ...rows, []], {}],
    [
      'with a column of numbers in front',
      [['TT', ...head], ...rows.map((row, index) => [index + 1, ...row])],
      {},
    ],
    ['with column numbers', [head, ['(1)', '(2)', '(3)', '(4)', '(5)'], ...rows], {}],
    [
      'with codes in small letters or spaced',
      [
        head,
        ...rows.map(([code, ...row]) => [
          (typeof code === 'string' ? code : '').toLowerCase().replace(/^(\w)/u, '$1 '),
          ...row,
        ]),
      ],
      {},
    ],
    ['without codes', [head.slice(1), ...rows.map((row) => row.slice(1))], {}],
    ['with the year in the heading', [[head[0], head[1], head[2], 'Số liệu năm 2024', head[4]], ...rows], {}],
  ])('%s', (_, sheetRows, options) => {
    const outcome = sent(bieu02(sheetRows, options));
    expect(outcome.codes).toEqual([]);
    expect([
      of(outcome, 'documentsIssued'),
      of(outcome, 'committeeMeetings'),
      of(outcome, 'communeCentre'),
    ]).toEqual([7, 3, 1]);
  });

  const change = (code: string, to: (row: readonly Typed[]) => readonly (readonly Typed[])[]) =>
    sent(bieu02([head, ...rows.flatMap((row) => (row[0] === code ? to(row) : [row]))]));

  it('that are gone are listed and missing, not zero', () => {
    const outcome = change('A4', () => []);
    expect(outcome.codes).toEqual(['layout/line-missing']);
    expect(of(outcome, 'documentsIssued')).toBe('missing');
  });

  it('that are gone are no loss where they only repeat a column of Biểu 01', () => {
    expect(change('L1', () => []).codes).toEqual([]);
  });

  it('whose code and text name two indicators are asked about, and neither counts', () => {
    const outcome = change('A4', ([, ...row]) => [['A5', ...row]]);
    expect(outcome.codes).toContain('layout/line-conflict');
    expect(found(outcome, 'layout/line-conflict')[0]).toMatchObject({
      severity: 'error',
      fields: ['committeeMeetings', 'documentsIssued'],
    });
  });

  it('with an unknown code are read by their text, and that is said', () => {
    const outcome = change('A4', ([, ...row]) => [['Z99', ...row]]);
    expect(outcome.codes).toEqual(['layout/line-by-text']);
    expect(of(outcome, 'documentsIssued')).toBe(7);
  });

  it('with the sender’s own wording are read by their code, and that is said', () => {
    const outcome = change('A4', ([code, , ...row]) => [[code, 'Tổng số buổi họp dân', ...row]]);
    expect(outcome.codes).toEqual(['layout/line-renamed']);
    expect(of(outcome, 'documentsIssued')).toBe(7);
  });

  it('with a slip in their wording are theirs', () => {
    expect(
      change('A4', ([code, , ...row]) => [[code, label('A4').replace('đã ban hành', 'ban hành'), ...row]])
        .codes,
    ).toEqual([]);
  });

  it('of the sender are reported with their figure', () => {
    const outcome = change('A4', (row) => [row, ['A99', 'Số cây xanh', 'cây', 450]]);
    expect(outcome.codes).toEqual(['layout/line-unknown']);
    expect(outcome.findings[0]?.message).toContain('450');
  });

  it('doubled with the same figure count once, with another one not at all', () => {
    expect(change('A4', (row) => [row, row]).codes).toEqual(['layout/line-repeated']);
    const outcome = change('A4', (row) => [row, [row[0], row[1], row[2], 8]]);
    expect(outcome.codes).toEqual(['layout/line-duplicate']);
    expect(outcome.findings[0]).toMatchObject({ fields: ['documentsIssued'], actual: '7; 8' });
  });

  it('doubled once filled and once blank are no question', () => {
    expect(change('A4', (row) => [[row[0], row[1], row[2]], row]).codes).toEqual([]);
  });

  it('whose figure slipped into another column are reported', () => {
    const outcome = change('A4', ([code, text, unit]) => [[code, text, unit, null, 7]]);
    expect(outcome.codes).toEqual(['layout/stray-figure']);
    expect(of(outcome, 'documentsIssued')).toBe('missing');
  });

  it('with two columns of figures are not guessed between', () => {
    const two = [['Mã số', 'Chỉ tiêu', 'Năm trước', 'Số liệu năm 2024', 'Thực hiện năm 2024'], ...rows];
    expect(sent(bieu02(two)).codes).toContain('layout/duplicate-column');
  });

  it('that are hidden are named when they hold a figure', () => {
    const rowOf = (code: string): number => lines().cells.find(({ raw }) => raw === code)?.row ?? 0;
    expect(sent(lines(figures, { hiddenRows: [rowOf('A4')] })).codes).toEqual(['layout/hidden-rows']);
    expect(sent(lines(figures, { hiddenRows: [rowOf('A9')] })).codes).toEqual([]);
  });

  it('settle an open spelling by the others of the column', () => {
    const outcome = sent(lines({ ...figures, K2: '1.234' }));
    expect(outcome.codes).toEqual(['cell/settled-number']);
    expect(of(outcome, 'fundsPlannedProvince')).toBe(1_234_000);
    expect(sent(lines({ K1: '12,5', K2: '1.234', K3: '0.5' })).codes).toEqual(['cell/ambiguous-number']);
    expect(sent(lines({ K2: '1.234' })).codes).toEqual(['cell/ambiguous-number']);
  });

  it('without a heading for their figures reject the sheet', () => {
    const outcome = sent(bieu02([['a', 'b', 'c'], ...rows]));
    expect(outcome.codes).toContain('layout/header-not-found');
    expect(outcome.part('bieu-02')?.state).toBe('rejected');
  });

  it('under another sheet name are recognised by codes and texts', () => {
    const outcome = sent({ ...bieu02([HEAD, ...rows]), name: 'Sheet2' });
    expect(of(outcome, 'documentsIssued')).toBe(7);
  });
});

describe('Thông tin', () => {
  const run = (info: RawSheet) => recognise(workbook([info, lines({ A4: 7 })]));

  it('may have moved rows, other columns and rows of its own', () => {
    const rows = [
      ['x'],
      ['Ghi chú thêm'],
      ['Kỳ báo cáo', 'Năm 2024'],
      [],
      ['Tên đơn vị', 'Xã Dak Lua'],
      ['Mã đơn vị hành chính', '26119'],
      ['Tổng số hộ của đơn vị', 250],
    ];
    const outcome = run(sheet('Thông tin', rows, { top: 9, left: 3 }));
    expect(outcome.codes).toEqual([]);
    expect(outcome.part('bieu-02')?.unit).toBe('26119');
    expect(outcome.column('thong-tin', 'householdsDeclared')).toEqual([250]);
  });

  it('under another name is recognised by its labels', () => {
    const outcome = run({ ...information(), name: 'Sheet1' });
    expect(outcome.codes).toEqual([]);
    expect(outcome.part('bieu-02')?.unit).toBe('26119');
  });

  it('filled twice and differently is an error; the same twice is not', () => {
    const rows = [
      ['Mã đơn vị hành chính', '26119'],
      ['Tên đơn vị', 'Dak Lua'],
      ['Kỳ báo cáo', '2024'],
      ['Tổng số hộ của đơn vị', 250],
    ];
    expect(run(sheet('Thông tin', [...rows, ['Tổng số hộ của đơn vị', 260]])).codes).toEqual([
      'layout/pair-duplicate',
    ]);
    expect(run(sheet('Thông tin', [...rows, ['Tổng số hộ của đơn vị', 250]])).codes).toEqual([
      'layout/line-repeated',
    ]);
  });

  it('has a signature block that is no second answer', () => {
    const rows = [
      ['Mã đơn vị hành chính', '26119'],
      ['Tên đơn vị', 'Dak Lua'],
      ['Kỳ báo cáo', '2024'],
      ['Người lập biểu', 'Trần Văn A'],
      ['NGƯỜI LẬP BIỂU', 'THỦ TRƯỞNG ĐƠN VỊ'],
    ];
    expect(run(sheet('Thông tin', rows)).codes).toEqual([]);
  });

  it('reports a figure typed beside the cell it belongs to', () => {
    const outcome = run(information({ 'Tổng số hộ của đơn vị': null }));
    expect(outcome.codes).toEqual([]);
    const rows = [
      ['Mã đơn vị hành chính', '26119'],
      ['Tên đơn vị', 'Dak Lua'],
      ['Kỳ báo cáo', '2024'],
      ['Tổng số hộ của đơn vị', null, 250],
    ];
    expect(run(sheet('Thông tin', rows)).codes).toEqual(['layout/stray-figure']);
  });
});
