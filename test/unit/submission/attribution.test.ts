/** Whose submission it is, and of which period: what is said decides, what disagrees is asked about. */
import { describe, expect, it } from 'vitest';
import type { UnitVersion } from '../../../src/model.js';
import {
  areas,
  csv,
  found,
  identity,
  information,
  lines,
  recognise,
  scopeOf,
  SHA,
  sheet,
  THREE_AREAS,
  workbook,
  AREA_HEADER,
  type RunOptions,
  type Typed,
} from './made-files.js';

const run = (said: Readonly<Record<string, Typed>>, options: RunOptions = {}, path?: string) =>
  recognise(workbook([information(said), areas(THREE_AREAS)], path), options);
const unit = (outcome: ReturnType<typeof run>) => outcome.part('bieu-01')?.unit;
const CODE = 'Mã đơn vị hành chính';
const NAME = 'Tên đơn vị';
const DISTRICT = 'Huyện';
const PERIOD = 'Kỳ báo cáo';

describe('the unit', () => {
  it.each<[string, Readonly<Record<string, Typed>>]>([
    ['code and name', {}],
    ['code as a number', { [CODE]: 26119 }],
    ['name with its type', { [NAME]: 'Xã Dak Lua' }],
    ['name in capitals', { [NAME]: 'XÃ DAK LUA' }],
    ['name alone', { [CODE]: null }],
    ['code alone', { [NAME]: null }],
    ['with its district', { [DISTRICT]: 'Tân Phú' }],
    ['with a district that says nothing known', { [DISTRICT]: '…' }],
  ])('is told by %s', (_, said) => {
    const outcome = run(said);
    expect(outcome.codes).toEqual([]);
    expect(unit(outcome)).toBe('26119');
  });

  it('gets a leading zero back when only one unit answers', () => {
    expect(unit(run({ [CODE]: 9187, [NAME]: 'An Bình' }))).toBe('09187');
  });

  it('by a name without marks is told, and the reading is shown', () => {
    const outcome = run({ [CODE]: null, [NAME]: 'Xa Nam Cat Tien' });
    expect(outcome.codes).toEqual(['submission/name-as-read']);
    expect(unit(outcome)).toBe('26122');
  });

  it('whose name stands twice in the province is asked about, with districts and codes', () => {
    const outcome = run({ [CODE]: null, [NAME]: 'Phú Lộc' });
    expect(outcome.codes).toEqual(['submission/unit-unknown']);
    expect(outcome.findings[0]?.message).toMatch(/Huyện Tân Phú \(26131\).*Huyện Định Quán \(26206\)/u);
    expect(outcome.part('bieu-01')?.state).toBe('unattributed');
  });

  it('whose name stands twice is told by its district', () => {
    expect(unit(run({ [CODE]: null, [NAME]: 'Phú Lộc', [DISTRICT]: 'Định Quán' }))).toBe('26206');
  });

  it('of a district it does not belong to is a conflict', () => {
    expect(run({ [DISTRICT]: 'Định Quán' }).codes).toEqual(['submission/unit-conflict']);
    expect(run({ [CODE]: null, [DISTRICT]: 'Định Quán' }).codes).toEqual(['submission/unit-conflict']);
  });

  it('is asked about when code and name disagree, or the printed code and the typed one', () => {
    expect(run({ [NAME]: 'Phú An' }).codes).toEqual(['submission/unit-conflict']);
    expect(run({ [CODE]: '99999' }).codes).toEqual(['submission/unit-conflict']);
    const reused = recognise(
      workbook([information({ [CODE]: '26125', [NAME]: 'Phú An' }), areas(THREE_AREAS), identity()]),
    );
    expect(reused.codes).toEqual(['submission/unit-conflict']);
    expect(reused.findings[0]?.message).toMatch(/26125.*26119/u);
  });

  it('one letter off is only suggested', () => {
    const outcome = run({ [CODE]: null, [NAME]: 'Phú Ang' });
    expect(outcome.codes).toEqual(['submission/unit-unknown']);
    expect(outcome.findings[0]?.message).toContain('26125');
  });

  it('is never told by the file name, which only orders the candidates', () => {
    const path = 'submissions/Phú Lộc - Định Quán/26206 phu loc.xlsx';
    const outcome = run({ [CODE]: null, [NAME]: 'Phú Lộc' }, {}, path);
    expect(unit(outcome)).toBeUndefined();
    expect(outcome.findings[0]?.message).toMatch(/26206.*26131/u);
    const nameless = run({ [CODE]: null, [NAME]: null }, {}, 'submissions/bao cao phu vinh.xlsx');
    expect(nameless.codes).toEqual(['submission/unit-unknown']);
    expect(nameless.findings[0]?.message).toContain('26209');
  });

  it('outside the report is named', () => {
    const outcome = run({}, { scope: scopeOf('736') });
    expect(outcome.codes).toEqual(['submission/unit-not-due']);
  });

  it('that had ended is recognised by its old code or name, with its successor where that is known', () => {
    const old: UnitVersion = {
      code: '26120',
      name: 'Đắc Hoa',
      type: 'xã',
      level: 'commune',
      parentCode: '734',
      validTo: '2024-06-30',
    };
    const byName = run({ [CODE]: null, [NAME]: 'Xã Đắc Hoa' }, { scope: scopeOf('75', { former: [old] }) });
    expect(byName.codes).toEqual(['submission/unit-ended']);
    expect(byName.findings[0]?.message).toContain('30/06/2024');
    expect(byName.findings[0]?.message).not.toContain('nhập vào');
    const successors = new Map([['26120', ['26119']]]);
    const byCode = run(
      { [CODE]: '26120', [NAME]: 'Đắc Hoa' },
      { scope: scopeOf('75', { former: [old], successors }) },
    );
    expect(byCode.findings[0]?.message).toContain('Xã Dak Lua (26119)');
    expect(byCode.findings[0]?.hint).toContain(`- { sha256: ${SHA}, unit: "26119" }`);
  });

  it('whose code now belongs to another unit is told from that one by its name', () => {
    const old = {
      code: '26119',
      name: 'Đắc Hoa',
      type: 'xã',
      level: 'commune',
      validTo: '2020-01-01',
    } as const;
    const outcome = run({ [NAME]: 'Đắc Hoa' }, { scope: scopeOf('75', { former: [old] }) });
    expect(outcome.codes).toEqual(['submission/unit-ended']);
  });
});

describe('a workbook without Thông tin', () => {
  const titled = (...titles: readonly string[]) =>
    recognise(workbook([sheet('Sheet1', [...titles.map((text) => [text]), AREA_HEADER, ...THREE_AREAS])]));

  it.each([
    ['UBND XÃ DAK LUA', 'Năm 2024'],
    ['Ủy ban nhân dân xã Dak Lua, huyện Tân Phú', 'KẾT QUẢ THỰC HIỆN NĂM 2024'],
    ['Đơn vị báo cáo: Xã Dak Lua', 'Kỳ báo cáo: 2024'],
    ['Xã Dak Lua (mã 26119)', 'Năm 2024'],
  ])('takes unit and period from its titles: %s', (...titles) => {
    const outcome = titled(...titles);
    expect(outcome.codes).toEqual(['submission/unit-from-title']);
    expect(unit(outcome)).toBe('26119');
    expect(outcome.column('bieu-01', 'households')).toEqual([120, 80, 50]);
  });

  it('of which the period is not said is not counted', () => {
    const outcome = titled('UBND XÃ DAK LUA');
    expect(outcome.codes).toEqual(['submission/unit-from-title', 'submission/period-unsaid']);
    expect(outcome.part('bieu-01')?.state).toBe('rejected');
  });

  it('of another year is refused', () => {
    expect(titled('UBND XÃ DAK LUA', 'Năm 2023').codes).toContain('submission/wrong-period');
    expect(titled('UBND XÃ DAK LUA', '6 tháng đầu năm 2024').codes).toContain('submission/wrong-period');
  });

  it('whose titles name two units is asked about', () => {
    const outcome = titled('UBND XÃ DAK LUA', 'Phối hợp: Xã Phú An', 'Xã Phú An', 'Năm 2024');
    expect(outcome.codes).toEqual(['submission/unit-unknown']);
  });

  it('passes over titles that name no unit of the report', () => {
    const outcome = titled('XÃ ĐẠT CHUẨN NÔNG THÔN MỚI', 'UBND XÃ DAK LUA', 'Năm 2024');
    expect(unit(outcome)).toBe('26119');
  });

  it('that names nobody is asked about', () => {
    const outcome = titled('BIỂU TỔNG HỢP', 'Năm 2024', 'Dak Lua, ngày 05 tháng 12 năm 2023');
    expect(outcome.codes).toEqual(['submission/unit-unknown']);
  });
});

describe('the period', () => {
  it.each(['2024', 'Năm 2024', 'năm 2024', 'Cả năm 2024', '2024.0'])('%s is the year 2024', (text) => {
    expect(run({ [PERIOD]: text }).codes).toEqual([]);
  });

  it.each([
    ['2025-h1', '2025-H1'],
    ['6 tháng đầu năm 2025', '2025-H1'],
    ['2025-DK', '2025-DK'],
    ['Đăng ký đầu năm 2025', '2025-DK'],
  ])('%s is %s', (text, id) => {
    const period = { id, kind: id.endsWith('H1') ? ('H1' as const) : ('registration' as const) };
    expect(run({ [PERIOD]: text }, { period }).codes).not.toContain('submission/wrong-period');
    expect(run({ [PERIOD]: text }).codes).toEqual(['submission/wrong-period']);
  });

  it('said twice and differently is a conflict', () => {
    const outcome = recognise(
      workbook([information({ [PERIOD]: '2023' }), areas(THREE_AREAS), identity({ period: '2024' })]),
    );
    expect(outcome.codes).toEqual(['submission/period-conflict']);
    expect(outcome.part('bieu-01')?.state).toBe('rejected');
  });

  it('that is not said is asked for, and nothing counts', () => {
    const outcome = run({ [PERIOD]: null });
    expect(outcome.codes).toEqual(['submission/period-unsaid']);
    expect(outcome.part('bieu-01')?.state).toBe('rejected');
  });
});

describe('a sheet copied from elsewhere', () => {
  const withTitle = (...titles: readonly string[]) =>
    recognise(
      workbook([
        information(),
        sheet('Biểu 01', [...titles.map((text) => [text]), AREA_HEADER, ...THREE_AREAS]),
        lines({ A4: 7 }),
      ]),
    );

  it('from another unit is refused, the other sheets are read', () => {
    const outcome = withTitle('UBND XÃ PHÚ AN', 'Năm 2024');
    expect(outcome.codes).toEqual(['submission/sheet-of-other-unit']);
    expect(outcome.part('bieu-01')?.state).toBe('rejected');
    expect(outcome.part('bieu-02')?.state).toBe('used');
    expect(withTitle('Xã Dak Lua (mã 26125)').codes).toEqual(['submission/sheet-of-other-unit']);
  });

  it('from another year is refused', () => {
    expect(withTitle('UBND XÃ DAK LUA', 'Năm 2023').codes).toEqual(['submission/sheet-of-other-period']);
  });

  it('is not Thông tin, whose answers may name other units', () => {
    const outcome = run({ 'Nguồn của hai số trên': 'Xã Phú An', 'Khó khăn, vướng mắc': 'Năm 2023' });
    expect(outcome.codes).toEqual([]);
  });

  it('is none when its titles name its own unit, district, laws and dates', () => {
    const outcome = withTitle(
      'HUYỆN TÂN PHÚ',
      'UBND XÃ DAK LUA',
      'Theo Nghị định số 86/2023/NĐ-CP ngày 07 tháng 12 năm 2023',
      'So sánh năm 2023 và năm 2024',
      'Dak Lua, ngày 30 tháng 11 năm 2023',
    );
    expect(outcome.codes).toEqual([]);
  });
});

describe('Lần nộp', () => {
  it.each(['2', 'Lần 2', 'lần thứ 2', '02', 'Lần nộp: 2'])('%s is the second', (text) => {
    expect(run({ 'Lần nộp': text }).part('bieu-01')?.submissionNo).toBe(2);
  });

  it('that is no number is reported and counts as the first', () => {
    for (const text of ['bổ sung', '0', 'cuối']) {
      const outcome = run({ 'Lần nộp': text });
      expect(found(outcome, 'submission/number-unclear')).toHaveLength(1);
      expect(outcome.part('bieu-01')?.submissionNo).toBe(1);
    }
  });
});

describe('decisions of the office', () => {
  const conflict = { [NAME]: 'Phú An' };

  it('are offered as the lines to paste', () => {
    const outcome = run(conflict);
    expect(outcome.findings[0]?.hint).toContain(`- { sha256: ${SHA}, unit: "26119" }`);
    expect(outcome.findings[0]?.hint).toContain('"26125"');
  });

  it('settle the unit of a file', () => {
    const outcome = run(conflict, { settlements: [{ sha256: SHA, unit: '26125' }] });
    expect(outcome.codes).toEqual([]);
    expect(unit(outcome)).toBe('26125');
  });

  it('settle the unit of one form', () => {
    const outcome = recognise(workbook([information(), areas(THREE_AREAS), lines({ A4: 7 })]), {
      settlements: [{ sha256: SHA, form: 'bieu-02', unit: '26125' }],
    });
    expect(unit(outcome)).toBe('26119');
    expect(outcome.part('bieu-02')?.unit).toBe('26125');
  });

  it('leave out a file or one form of it', () => {
    const file = workbook([information(), areas(THREE_AREAS), lines({ A4: 7 })]);
    const whole = recognise(file, { settlements: [{ sha256: SHA, use: false }] });
    expect(whole.codes).toEqual(['submission/not-used']);
    expect(whole.parts.map(({ form, state }) => [form, state])).toEqual([
      ['thong-tin', 'skipped'],
      ['bieu-01', 'skipped'],
      ['bieu-02', 'skipped'],
    ]);
    const one = recognise(file, { settlements: [{ sha256: SHA, form: 'bieu-02', use: false }] });
    expect(one.codes).toEqual(['submission/not-used']);
    expect(one.part('bieu-01')?.state).toBe('used');
    expect(one.part('bieu-02')?.state).toBe('skipped');
  });

  it('of other files do not matter', () => {
    expect(run({}, { settlements: [{ sha256: 'cd'.repeat(32), use: false }] }).codes).toEqual([]);
  });

  it('between rivals are offered as lines too', () => {
    const file = (households: number, sha256: string, path: string) =>
      workbook([information(), areas([[1, 'Ấp 1', households, 1, 'đạt']])], path, sha256);
    const outcome = recognise([file(5, SHA, 'a.xlsx'), file(6, 'cd'.repeat(32), 'b.xlsx')]);
    expect(found(outcome, 'submission/rivals')[0]?.hint).toContain(
      `- { sha256: ${'cd'.repeat(32)}, form: bieu-01, use: false } (bỏ b.xlsx)`,
    );
    const copied = recognise([
      file(5, SHA, 'a.xlsx'),
      file(5, SHA, 'a (1).xlsx'),
      file(6, 'cd'.repeat(32), 'ca-huyen.zip/b.xlsx'),
    ]);
    expect(found(copied, 'submission/rivals')[0]?.hint).toContain('(bỏ ca-huyen.zip/b.xlsx)');
  });

  it('between rivals settle them, also for a file inside an archive', () => {
    const file = (households: number, sha256: string, path: string) =>
      workbook([information(), areas([[1, 'Ấp 1', households, 1, 'đạt']])], path, sha256);
    const outcome = recognise([file(5, SHA, 'a.xlsx'), file(6, 'cd'.repeat(32), 'ca-huyen.zip/b.xlsx')], {
      settlements: [{ sha256: 'cd'.repeat(32), form: 'bieu-01', use: false }],
    });
    expect(outcome.codes).not.toContain('submission/rivals');
    expect(outcome.column('bieu-01', 'households')).toEqual([5]);
  });
});

describe('CSV', () => {
  const header = [
    'unit_code',
    'period',
    'submission_no',
    'areaName',
    'households',
    'familiesTitled',
    'areaTitle',
  ];
  const line = (code: string, no: string, name: string, households: string) => [
    code,
    '2024',
    no,
    name,
    households,
    '1',
    'đạt',
  ];

  it('of several units is a part each, Lần nộp decides between lines of one unit', () => {
    const outcome = recognise(
      csv([
        header,
        line('26119', '1', 'Ấp 1', '10'),
        line('26125', '', 'Ấp 2', '20'),
        line('26119', '2', 'Ấp 1', '11'),
      ]),
    );
    expect(outcome.parts.map(({ unit: code, submissionNo, state }) => [code, submissionNo, state])).toEqual([
      ['26119', 1, 'superseded'],
      ['26125', 1, 'used'],
      ['26119', 2, 'used'],
    ]);
  });

  it('whose codes lost their zeros in some lines is one unit', () => {
    const outcome = recognise(csv([header, line('09187', '', 'Ấp 1', '10'), line('9187', '', 'Ấp 2', '20')]));
    expect(outcome.parts).toHaveLength(1);
    expect(outcome.column('bieu-01', 'households')).toEqual([10, 20]);
  });

  it('with lines above its header, or with names instead of codes', () => {
    const named = header.with(0, 'Tên đơn vị');
    const outcome = recognise(
      csv([['Biểu 01', '', '', '', '', '', ''], named, line('Xã Phú An', '', 'Ấp 1', '10')]),
    );
    expect(outcome.codes).toEqual([]);
    expect(unit(outcome)).toBe('26125');
  });

  it('saved from the form keeps titles and headers', () => {
    const outcome = recognise(
      csv([
        ['UBND XÃ PHÚ AN', '', '', '', ''],
        ['Năm 2024', '', '', '', ''],
        AREA_HEADER,
        ['1', 'Ấp 1', '1.234', '1.200', 'đạt'],
        ['', 'Tổng cộng', '1.234', '1.200', ''],
      ]),
    );
    expect(outcome.codes).toEqual(['submission/unit-from-title', 'cell/tidied-number', 'cell/tidied-number']);
    expect(outcome.column('bieu-01', 'households')).toEqual([1234]);
  });

  it('of which one sender cannot be told is settled for that one only', () => {
    const file = csv([header, line('26119', '', 'Ấp 1', '10'), line('??', '', 'Ấp 2', '20')]);
    expect(recognise(file).codes).toEqual(['submission/unit-unknown']);
    const outcome = recognise(file, { settlements: [{ sha256: SHA, unit: '26125' }] });
    expect(outcome.parts.map(({ unit: code }) => code)).toEqual(['26119', '26125']);
    const without = recognise(file, { settlements: [{ sha256: SHA, unit: '26119', use: false }] });
    expect(without.parts.map(({ state }) => state)).toEqual(['skipped', 'unattributed']);
  });
});
