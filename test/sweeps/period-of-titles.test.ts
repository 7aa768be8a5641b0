/**
 * Of which year a form is when only its titles say: lines as officers write them, put together at random. Honest ones
 * count without a question; where two years are named, or none, nothing counts until the office has settled it, and the
 * line that the finding prints does so.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RawFile, Settlement } from '../../src/model.js';
import { readYaml } from '../../src/readers/yaml-document.js';
import { admitConfiguration } from '../../src/workspace/configuration.js';
import {
  AREA_HEADER,
  identity,
  information,
  recognise,
  sheet,
  THREE_AREAS,
  workbook,
  type Typed,
} from '../unit/submission/made-files.js';
import { tries } from '../support/sweep.js';

const CONFIGURATION = `schema: tdkvh/workspace@1
period: 2024
unit: "734"
level: district
criteria: nd86-2023
`;
const ASKED = ['submission/several-years', 'submission/period-unsaid', 'submission/period-conflict'];

const form = (lines: readonly string[], name = 'nop.xlsx', sheetName = 'Sheet1'): RawFile =>
  workbook(
    [sheet(sheetName, [['UBND XÃ DAK LUA'], ...lines.map((line) => [line]), AREA_HEADER, ...THREE_AREAS])],
    name,
  );

/** The settlement lines that findings print, as tdkvh.yaml admits them. */
function pasted(hints: readonly (string | undefined)[]): readonly Settlement[] {
  const lines = hints.flatMap((hint = '') =>
    [...hint.matchAll(/- \{ sha256: [^}]*\}/gu)].map(([line]) => line),
  );
  const text = `${CONFIGURATION}submissions:\n${[...new Set(lines)].map((line) => `  ${line}\n`).join('')}`;
  const { config, findings } = admitConfiguration(readYaml(text, 'tdkvh.yaml'));
  expect(findings).toEqual([]);
  return config?.submissions ?? [];
}

function isAsked(file: RawFile): void {
  const outcome = recognise(file);
  const asked = outcome.findings.filter(({ code }) => ASKED.includes(code));
  expect(asked).toHaveLength(1);
  expect(asked[0]?.severity).toBe('error');
  expect(outcome.part('bieu-01')?.state).toBe('rejected');
  const settled = recognise(file, { settlements: pasted(asked.map(({ hint }) => hint)) });
  expect(settled.part('bieu-01')?.state).toBe('used');
  expect(settled.column('bieu-01', 'households')).toEqual([120, 80, 50]);
  expect(settled.codes.filter((code) => ASKED.includes(code))).toEqual([]);
}

function counts(file: RawFile): void {
  const outcome = recognise(file);
  expect(outcome.codes.filter((code) => code !== 'submission/unit-from-title')).toEqual([]);
  expect(outcome.part('bieu-01')?.state).toBe('used');
}

const OPENING = [
  'KẾT QUẢ',
  'BÁO CÁO KẾT QUẢ THỰC HIỆN PHONG TRÀO',
  'TỔNG KẾT PHONG TRÀO',
  'KẾT QUẢ BÌNH XÉT',
];
const NEXT = [
  'PHƯƠNG HƯỚNG',
  'KẾ HOẠCH',
  'NHIỆM VỤ',
  'ĐĂNG KÝ',
  'CHỈ TIÊU PHẤN ĐẤU',
  'PHƯƠNG HƯỚNG, NHIỆM VỤ',
];
const YEAR = ['NĂM ', '', 'năm '];
const JOIN = [', ', ' VÀ ', ' - ', '; ', ' / '];
/** Lines that bear a year and say nothing of the period. */
const NEUTRAL = [
  '(Kèm theo Báo cáo số 326/BC-UBND ngày 25/11/2023 của UBND xã)',
  'Thực hiện Nghị định số 86/2023/NĐ-CP ngày 07/12/2023',
  'Chương trình xây dựng nông thôn mới giai đoạn 2021-2025',
  'Theo Luật Thi đua, khen thưởng năm 2022',
  'Dak Lua, ngày 20 tháng 01 năm 2025',
  'Quyết định 22 năm 2018 của Thủ tướng Chính phủ',
  'Định hướng đến năm 2030',
  'Số: 2015/BC-UBND',
  'Hộ nghèo tính đến tháng 11/2023',
  'HUYỆN TÂN PHÚ',
  'Điện thoại: 0251 2023 456',
];
const pick = <T>(items: readonly T[]) => fc.constantFrom(...items);
const neutral = fc.array(pick(NEUTRAL), { maxLength: 3 });
const RUNS = { seed: 20261128, numRuns: tries(60, 20) };

describe('a title with two years', () => {
  it('counts for no year until the office says so', () => {
    fc.assert(
      fc.property(
        pick(OPENING),
        pick(YEAR),
        pick([
          [2023, 2024],
          [2024, 2025],
          [2022, 2023],
        ] as const),
        pick(JOIN),
        pick(NEXT),
        neutral,
        fc.boolean(),
        (opening, word, [one, other], join, next, around, inTwoLines) => {
          const [first, second] = [`${opening} ${word}${one}`, `${next} ${word}${other}`];
          isAsked(form([...around, ...(inTwoLines ? [first, second] : [`${first}${join}${second}`])]));
        },
      ),
      RUNS,
    );
  });

  it.each([
    'KẾT QUẢ NĂM 2023-2024',
    'KẾT QUẢ NĂM 2023 – 2024',
    'KẾT QUẢ CÁC NĂM 2023, 2024',
    'KẾT QUẢ NĂM 2024 SO VỚI NĂM 2023',
    'Từ năm 2023 đến năm 2024',
    'NHIỆM VỤ NĂM 2024, KẾT QUẢ NĂM 2023',
  ])('however it is put: %s', (title) => {
    isAsked(form([title]));
  });

  it('tells which years, and where', () => {
    const [asked] = recognise(form(['KẾT QUẢ NĂM 2023, PHƯƠNG HƯỚNG NĂM 2024'])).findings.filter(
      ({ code }) => code === 'submission/several-years',
    );
    expect(asked?.message).toContain('(2023, 2024)');
    expect(asked?.message).toContain('“KẾT QUẢ NĂM 2023, PHƯƠNG HƯỚNG NĂM 2024” (trang “Sheet1”, ô A2)');
    expect(asked?.at.cell).toBe('A2');
  });
});

describe('a form without a year', () => {
  it('counts for none until the office says so', () => {
    fc.assert(
      fc.property(neutral, pick(['nop.xlsx', 'bieu 01 nam 2024.xlsx', '2023.xlsx']), (lines, name) => {
        isAsked(form(['KẾT QUẢ PHONG TRÀO', ...lines], name));
      }),
      RUNS,
    );
  });
});

describe('the name of a file', () => {
  it.each(['Bao cao nam 2023.xlsx', 'ket qua 2022.xlsx', 'BC_2023_final (1).xlsx', 'xa/2025 Dak Lua.xlsx'])(
    'that names another year than the title makes the office asked: %s',
    (name) => {
      isAsked(form(['Năm 2024'], name));
    },
  );

  it.each([
    'Bao cao nam 2024.xlsx',
    'ket qua 2023 phuong huong 2024.xlsx',
    'BC 25.11.2023.xlsx',
    'BC so 2023.xlsx',
    '2023-BC-UBND nam 2024.xlsx',
    '20231125.xlsx',
    '2023/nop.xlsx',
  ])('says nothing against the title: %s', (name) => {
    counts(form(['KẾT QUẢ NĂM 2024'], name));
  });

  it('matters neither where Thông tin nor where the form itself says the period', () => {
    const areas = sheet('Biểu 01', [['Năm 2024'], AREA_HEADER, ...THREE_AREAS]);
    counts(workbook([information(), areas], 'Mau 2023.xlsx'));
    counts(workbook([information(), areas, identity()], 'Mau 2023.xlsx'));
  });
});

describe('honest titles', () => {
  const OWN = [
    'Năm 2024',
    'NĂM 2024',
    '(Năm 2024)',
    'Kỳ báo cáo: 2024',
    'Kỳ báo cáo: năm 2024',
    'Số liệu năm 2024',
    'Năm báo cáo 2024',
  ];
  const PLANS = ['ĐĂNG KÝ NĂM 2025', 'Phương hướng năm 2025', '(Cột cuối ghi số đăng ký năm 2025)'];
  const BOTH = ['KẾT QUẢ NĂM 2024, PHƯƠNG HƯỚNG NĂM 2025', 'KẾT QUẢ 2024, ĐĂNG KÝ 2025'];

  it('are not asked where a line gives nothing but the year', () => {
    fc.assert(
      fc.property(
        pick(OWN),
        fc.array(pick([...PLANS, ...BOTH, ...NEUTRAL]), { maxLength: 4 }),
        (own, others) => {
          counts(form([...others.slice(0, 2), own, ...others.slice(2)]));
        },
      ),
      RUNS,
    );
  });

  it('are not asked where they name one year', () => {
    fc.assert(
      fc.property(pick(OPENING), pick(YEAR), neutral, (opening, word, around) => {
        counts(form([`${opening} ${word}2024`, ...around]));
      }),
      RUNS,
    );
  });

  it('are not asked where Thông tin or the identity says the year', () => {
    fc.assert(
      fc.property(
        fc.array(pick([...OWN, ...PLANS, ...BOTH, ...NEUTRAL]), { maxLength: 4 }),
        fc.boolean(),
        (lines, own) => {
          const areas = sheet('Biểu 01', [...lines.map((line) => [line]), AREA_HEADER, ...THREE_AREAS]);
          counts(workbook([information(), areas, ...(own ? [identity()] : [])]));
        },
      ),
      RUNS,
    );
  });

  it('give the year in the cell beside a label, or in the name of the sheet', () => {
    const beside = (year: string | number) =>
      workbook([sheet('Sheet1', [['UBND XÃ DAK LUA'], ['Năm báo cáo:', year], AREA_HEADER, ...THREE_AREAS])]);
    counts(beside(2024));
    counts(beside('2024'));
    counts(form(['KẾT QUẢ'], 'nop.xlsx', 'Biểu 01 năm 2024'));
  });
});

describe('a title of a part of the year', () => {
  const MONTH = [
    'tháng 6 năm 2024',
    'THÁNG 6/2024',
    'tháng Sáu năm 2024',
    'T6/2024',
    'tháng 5 và 6/2024',
    'tháng tư, năm 2024',
  ];
  const REPORT = [
    'KẾT QUẢ',
    'BÁO CÁO SỐ LIỆU',
    'Tổng hợp kết quả',
    'Biểu 01,',
    'Tình hình thực hiện phong trào',
  ];
  const PARTS = [
    'quý hai năm 2024',
    'Q2/2024',
    'QUÝ III/2024',
    'tuần 3 năm 2024',
    'chín tháng năm 2024',
    'sáu tháng cuối năm 2024',
    'nửa cuối năm 2024',
    '5 tháng năm 2024',
  ];
  const stated = (line: string) =>
    workbook([information(), sheet('Biểu 01', [[line], AREA_HEADER, ...THREE_AREAS])]);

  it.each(MONTH)('counts for no period: %s', (month) => {
    isAsked(form([month]));
    for (const report of REPORT) isAsked(form([`${report} ${month}`]));
  });

  const REPORTS = MONTH.flatMap((month) => REPORT.map((report) => `${report} ${month}`));
  it.each([...REPORTS, ...PARTS])(
    'is refused where Thông tin or a line of the year alone says the year: %s',
    (line) => {
      for (const file of [stated(line), form(['Năm 2024', line])]) {
        const outcome = recognise(file);
        expect(outcome.part('bieu-01')?.state).toBe('rejected');
        expect(outcome.codes.some((code) => /other-period|wrong-period|several-years/u.test(code))).toBe(
          true,
        );
      }
    },
  );

  it.each([
    'Tháng 11 năm 2024',
    'Dak Lua, tháng mười một năm 2024',
    'Số liệu đến hết tháng 11/2024',
    'Kết quả từ tháng 1 đến tháng 12 năm 2024',
    'Kèm theo Báo cáo số 12 tháng 11 năm 2024',
    'Tháng cao điểm vì người nghèo',
    'BÁO CÁO CẢ NĂM 2024',
    'Kết quả 12 tháng năm 2024',
    'Số liệu cập nhật tháng 12 năm 2024',
    'Thời điểm báo cáo: tháng 12/2024',
    'Báo cáo lập tháng 12 năm 2024',
    'Kết quả từ tháng 1-12/2024',
    'Số liệu tháng 01 đến 12/2024',
    'Số liệu từ tháng 12/2023 đến 11/2024',
    'Kết quả bình xét tháng 11 năm 2024',
    'Số liệu bình xét (họp tháng 11/2024)',
    '(Kèm theo Báo cáo tháng 12/2024 của UBND xã)',
    'Biểu 01/VH (ban hành tháng 6/2023)',
    'Biểu ban hành theo Công văn tháng 3/2023',
    'Kết quả Tháng hành động vì trẻ em, tháng 11/2024',
    'Số liệu tính đến tháng 01/2025',
    'Số liệu tính đến ngày 15/11/2024',
    'Số liệu đến 31/12/2024',
    'Hộ nghèo tính đến 31/12/2023',
    'Số hộ lấy theo số liệu đến 31/12/2023',
    'Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 31/12/2023',
    'Số liệu từ quý I đến quý IV/2024',
    'Kết quả quý I, II, III và quý IV năm 2024',
  ])('is not seen in “%s”', (line) => {
    counts(stated(line));
    counts(form(['Năm 2024', line]));
  });

  it.each([
    ['Kết quả từ tháng 1 đến tháng 12 năm 2024', '2024', 'year'],
    ['Báo cáo kết quả tháng 01-12/2024', '2024', 'year'],
    ['Số liệu tính đến hết tháng 12/2024', '2024', 'year'],
    ['Kết quả thực hiện đến tháng 6 năm 2024', '2024-H1', 'H1'],
    ['Tổng hợp số liệu từ tháng 1 đến tháng 6/2024', '2024-H1', 'H1'],
    ['Số liệu đến 31/12/2024', '2024', 'year'],
    ['(Số liệu tính đến ngày 31 tháng 12 năm 2024)', '2024', 'year'],
    ['Kết quả từ 01/01/2024 đến hết ngày 31-12-2024', '2024', 'year'],
    ['Số liệu đến ngày 30/6/2024', '2024-H1', 'H1'],
    ['Số liệu tính đến thời điểm 31/12/2024', '2024', 'year'],
    ['Số liệu chốt ngày 31/12/24', '2024', 'year'],
  ] as const)('that begins in January and closes the period names it alone: %s', (line, id, kind) => {
    expect(recognise(form([line]), { period: { id, kind } }).part('bieu-01')?.state).toBe('used');
    for (const other of ['2023', '2025'] as const)
      expect(recognise(form([line]), { period: { id: other, kind: 'year' } }).part('bieu-01')?.state).toBe(
        'rejected',
      );
  });

  it.each([
    'Kết quả từ tháng 7 đến tháng 12 năm 2024',
    'Số liệu từ tháng 12/2023 đến 12/2024',
    'Kế hoạch đến hết tháng 12 năm 2024',
    'Số liệu đến hết tháng 11/2024',
    'Số liệu từ quý II đến tháng 12/2024',
    'Số liệu tính đến ngày 15/11/2024',
    'Số liệu từ ngày 15/12/2023 đến ngày 14/12/2024',
    'Số liệu từ 01/4/2024 đến 31/12/2024',
    'Lập ngày 31/12/2024',
  ])('that begins later, closes before, or tells no results is asked about: %s', (line) => {
    isAsked(form([line]));
  });

  it.each(REPORTS)('is when the report was made beside a line that names the year: %s', (line) => {
    counts(form(['KẾT QUẢ PHONG TRÀO NĂM 2024', line]));
  });

  it.each([
    'Thời điểm báo cáo: tháng 6/2024',
    'Báo cáo kết quả tháng 1-6/2024',
    'Số liệu tháng 01 đến 06/2024',
    'Kết quả quý I, quý II/2024',
    'Kết quả quý I/2024 và quý II/2024',
  ])('is no part of the first half in “%s”', (line) => {
    const half = workbook([
      information({ 'Kỳ báo cáo': '6 tháng đầu năm 2024' }),
      sheet('Biểu 01', [[line], AREA_HEADER, ...THREE_AREAS]),
    ]);
    expect(recognise(half, { period: { id: '2024-H1', kind: 'H1' } }).part('bieu-01')?.state).toBe('used');
  });

  it.each(['Kết quả tháng 1-6/2024', 'Kết quả quý I, quý II/2024', 'Kết quả quý II/2024'])(
    'of the first half only is no year: %s',
    (line) => {
      expect(recognise(stated(line)).part('bieu-01')?.state).toBe('rejected');
    },
  );

  it.each(['Số liệu đến 31/12/2023', 'Số liệu tính đến tháng 11/2023', 'Kết quả đến ngày 30/6/2024'])(
    'of another period is told although Thông tin names this one: %s',
    (line) => {
      expect(recognise(stated(line)).part('bieu-01')?.state).toBe('rejected');
    },
  );

  it('of all that came up to June is no year, but a half of one', () => {
    const line = 'Số liệu đến hết tháng 6/2024';
    expect(recognise(stated(line)).part('bieu-01')?.state).toBe('rejected');
    const half = workbook([
      information({ 'Kỳ báo cáo': '6 tháng đầu năm 2024' }),
      sheet('Biểu 01', [[line], AREA_HEADER, ...THREE_AREAS]),
    ]);
    const outcome = recognise(half, { period: { id: '2024-H1', kind: 'H1' } });
    expect(outcome.part('bieu-01')?.state).toBe('used');
  });
});

describe('a title against the period said elsewhere', () => {
  it.each([
    'KẾT QUẢ NĂM 2023, PHƯƠNG HƯỚNG NĂM 2024',
    'NHIỆM VỤ 2024, KẾT QUẢ 2023',
    'KẾT QUẢ NĂM 2022 VÀ NĂM 2023',
  ])(
    'of results of another year is refused although Thông tin says 2024, until it is settled: %s',
    (title) => {
      const file = workbook([information(), sheet('Biểu 01', [[title], AREA_HEADER, ...THREE_AREAS])]);
      const outcome = recognise(file);
      expect(outcome.codes).toContain('submission/sheet-of-other-period');
      const hints = outcome.findings.map(({ hint }) => hint);
      expect(recognise(file, { settlements: pasted(hints) }).column('bieu-01', 'households')).toEqual([
        120, 80, 50,
      ]);
    },
  );

  it('of another year in a line of its own is asked', () => {
    isAsked(form(['KẾT QUẢ NĂM 2023, PHƯƠNG HƯỚNG NĂM 2024', 'Năm 2024']));
    isAsked(form(['KẾT QUẢ NĂM 2023'], 'nop.xlsx', 'Biểu 01 năm 2024'));
  });
});

describe('a title of what is to come', () => {
  const read = (...lines: readonly string[]) =>
    recognise(
      workbook([
        information(),
        sheet('Biểu 01', [...lines.map((line) => [line]), AREA_HEADER, ...THREE_AREAS]),
      ]),
    );

  it.each(['DỰ KIẾN NĂM 2025', 'KẾ HOẠCH NĂM 2025', '(Chỉ tiêu giao năm 2025)', 'Phương hướng năm 2025'])(
    'alone is of another year than Thông tin says; below a title of results it heads what follows: %s',
    (title) => {
      for (const lines of [[title], ['BÁO CÁO PHONG TRÀO', title]])
        expect(read(...lines).codes).toContain('submission/sheet-of-other-period');
      for (const lines of [
        ['KẾT QUẢ PHONG TRÀO', title],
        ['Năm 2024', title],
      ])
        expect(read(...lines).part('bieu-01')?.state).toBe('used');
    },
  );
});

describe('a header that names a year', () => {
  const read = (header: readonly Typed[], ...more: readonly (readonly Typed[])[]) =>
    recognise(workbook([information(), sheet('Biểu 01', [...more, header, ...THREE_AREAS])]));
  const with2 = (change: (label: string) => string) =>
    AREA_HEADER.map((label, at) => (at === 2 ? change(String(label)) : label));

  it.each(['(năm 2024)', 'năm 2024', '2024', '- năm 2024', '(đến 31/12/2024)'])(
    'of the form is read: “Tổng số hộ %s”',
    (year) => {
      const outcome = read(with2((label) => `${label} ${year}`));
      expect(outcome.codes).toEqual([]);
      expect(outcome.column('bieu-01', 'households')).toEqual([120, 80, 50]);
    },
  );

  it.each(['(năm 2023)', 'năm 2023', '(ước năm 2025)', '- 2023', '(6 tháng đầu năm)', '(quý IV)'])(
    'or a part of one that is not the form’s leaves its column out: “Tổng số hộ %s”',
    (year) => {
      const outcome = read(with2((label) => `${label} ${year}`));
      const [told] = outcome.findings.filter(({ code }) => code === 'layout/columns-of-other-period');
      expect(told?.fields).toEqual(['households']);
      expect(told?.message).toContain(`${year}”`);
    },
  );

  it.each(['(trong số đăng ký)', '(cuối kỳ, so cùng kỳ giảm)', '(kể cả hộ mới đăng ký)'])(
    'no more than words that say of whom is read: “Tổng số hộ %s”',
    (words) => {
      expect(read(with2((label) => `${label} ${words}`)).codes).toEqual([]);
    },
  );

  it.each([
    '(kế hoạch)',
    '(dự kiến 2025)',
    '(đề nghị)',
    '(cùng kỳ)',
    '(số hộ đăng ký)',
    '(so với kế hoạch)',
    '9 tháng',
  ])('no more than words that make other figures of it: “Tổng số hộ %s” is no “Tổng số hộ”', (words) => {
    const { codes } = read(with2((label) => `${label} ${words}`));
    expect(codes).toEqual(['layout/column-missing', 'layout/unknown-column']);
  });

  it.each([
    '(thường trú, tạm trú từ 6 tháng trở lên)',
    '(3 tháng trở lên)',
    '(11 tháng)',
    '(từ 6 tháng)',
    '(chuẩn nghèo 2022-2025)',
    '(chuẩn 2021)',
    '(giai đoạn 2021 - 2025)',
    '(2021, 2022, 2023)',
    '(2023-2025)',
    '(theo Luật Thi đua, khen thưởng 2022)',
    '(Luật TĐKT 2022)',
    '(NĐ 86/2023)',
    '(QĐ 2022)',
    '(TT 15 năm 2022)',
    '(theo Quyết định số 12/QĐ-UBND năm 2022)',
    '(Nghị quyết HĐND xã 2023)',
  ])('or so many months to say how something is counted is of the form: “Tổng số hộ %s”', (words) => {
    const outcome = read(with2((label) => `${label} ${words}`));
    expect(outcome.codes).toEqual([]);
    expect(outcome.column('bieu-01', 'households')).toEqual([120, 80, 50]);
  });

  it.each(['(QĐ công nhận năm 2024)', '(theo Quyết định số 12/QĐ-UBND tặng danh hiệu năm 2024)'])(
    'of the decision that awards is of the year of the decision: “Tổng số hộ %s”',
    (words) => {
      const withYear = (year: string): string => words.replace('2024', year);
      expect(read(with2((label) => `${label} ${words}`)).codes).toEqual([]);
      expect(read(with2((label) => `${label} ${withYear('2023')}`)).codes).toContain(
        'layout/columns-of-other-period',
      );
    },
  );

  it.each(['(9 tháng năm 2023)', '(quyết toán năm 2023)', '(2022-2023)', '(6 tháng cuối năm)'])(
    'and one that says a year beside such words is of that year still: “Tổng số hộ %s”',
    (words) => {
      const { codes } = read(with2((label) => `${label} ${words}`));
      expect(codes).toContain('layout/columns-of-other-period');
    },
  );

  it('in a title merged over the table, but not from its first column, heads no column', () => {
    const [last, labels] = [String.fromCharCode(64 + AREA_HEADER.length), AREA_HEADER.length];
    const under = (title: string, from: string, to = last) =>
      recognise(
        workbook([
          information(),
          sheet(
            'Biểu 01',
            [
              ['Năm 2024'],
              Array.from({ length: labels }, (_, at) => (at === from.charCodeAt(0) - 65 ? title : null)),
              AREA_HEADER,
              ...THREE_AREAS,
            ],
            { merges: [`${from}2:${to}2`] },
          ),
        ]),
      );
    for (const title of ['(Phục vụ xây dựng kế hoạch năm 2025)', 'Phục vụ xây dựng kế hoạch năm 2025']) {
      const outcome = under(title, 'C');
      expect(outcome.codes).toEqual([]);
      expect(outcome.column('bieu-01', 'households')).toEqual([120, 80, 50]);
    }
    for (const title of [
      'Thực hiện năm 2023',
      'Kết quả thực hiện năm 2023',
      'Ước thực hiện 2025',
      '(Số liệu năm 2023)',
    ])
      expect(under(title, 'C').codes).toContain('layout/columns-of-other-period');
  });

  it('of the half-year is read in a form of the half-year', () => {
    const half = workbook([
      information({ 'Kỳ báo cáo': '6 tháng đầu năm 2024' }),
      sheet('Biểu 01', [with2((label) => `${label} (6 tháng đầu năm)`), ...THREE_AREAS]),
    ]);
    const outcome = recognise(half, { period: { id: '2024-H1', kind: 'H1' } });
    expect(outcome.codes).toEqual([]);
    expect(outcome.column('bieu-01', 'households')).toEqual([120, 80, 50]);
  });

  it('over several columns is of all of them', () => {
    const outcome = read([null, null, ...AREA_HEADER.slice(2)], ['STT', AREA_HEADER[1], 'Năm 2023']);
    const [told] = outcome.findings.filter(({ code }) => code === 'layout/columns-of-other-period');
    expect(told?.fields).toContain('familiesTitled');
    expect(told?.fields).toContain('households');
  });

  it('of last year beside one of this year: this year counts, in whatever order', () => {
    for (const [first, second] of [
      ['(năm 2023)', '(năm 2024)'],
      ['(năm 2024)', '(năm 2023)'],
      ['', '(năm 2023)'],
    ]) {
      const header = [...with2((label) => `${label} ${first ?? ''}`), `Tổng số hộ ${second ?? ''}`];
      const rows = THREE_AREAS.map((row) => [...row, Number(row[2]) + 5]);
      const outcome = recognise(workbook([information(), sheet('Biểu 01', [header, ...rows])]));
      expect(outcome.codes).toEqual(['layout/unknown-column']);
      expect(outcome.column('bieu-01', 'households')).toEqual(
        second === '(năm 2024)' ? [125, 85, 55] : [120, 80, 50],
      );
    }
  });

  it('over the figures of a list is of all of them', () => {
    const list = (heading: string) =>
      recognise(
        workbook([
          information(),
          sheet('Biểu 02', [
            ['Mã', 'Chỉ tiêu', heading],
            ['A4', '', 5],
          ]),
        ]),
      ).codes;
    expect(list('Số liệu năm 2023')).toContain('layout/columns-of-other-period');
    expect(list('Số liệu năm 2024')).not.toContain('layout/columns-of-other-period');
  });
});

describe('figures that are called a plan or an estimate of the year itself', () => {
  const titled = (...titles: readonly string[]) =>
    recognise(
      workbook([
        information(),
        sheet('Biểu 01', [...titles.map((title) => [title]), AREA_HEADER, ...THREE_AREAS]),
      ]),
    );
  const headed = (heading: string, merge = 'C1:E1') =>
    recognise(
      workbook([
        information(),
        sheet('Biểu 01', [[null, null, heading], AREA_HEADER, ...THREE_AREAS], { merges: [merge] }),
      ]),
    );

  it.each([
    'DỰ KIẾN NĂM 2024',
    'Ước thực hiện năm 2024',
    'KẾ HOẠCH NĂM 2024',
    'Biểu 01. Chỉ tiêu giao năm 2024',
    'BẢNG ĐĂNG KÝ DANH HIỆU NĂM 2024',
    'Số liệu kế hoạch',
    'Mục tiêu phấn đấu năm 2024',
    'Phấn đấu năm 2024',
  ])('in a title are asked about, below a title of results too where it names the year: %s', (title) => {
    expect(titled(title).codes).toEqual(['layout/title-of-plans']);
    if (title.includes('2024'))
      expect(titled('KẾT QUẢ NĂM 2024', title).codes).toEqual(['layout/title-of-plans']);
  });

  it.each([
    '(Kèm theo Kế hoạch số 12/KH-UBND năm 2024)',
    'Thực hiện Kế hoạch số 12/KH-UBND ngày 15/01/2024',
    'Kế hoạch số 12/KH-UBND năm 2024',
    'Kết quả thực hiện kế hoạch năm 2024',
    'BIỂU ĐĂNG KÝ, BÌNH XÉT DANH HIỆU NĂM 2024',
    'Biểu kết quả đăng ký và công nhận năm 2024',
    'Phục vụ xây dựng kế hoạch năm 2025',
    'Dự kiến gửi trước ngày 30/11/2024',
    'Xã Mục Tiêu',
    'MỤC TIÊU QUỐC GIA XÂY DỰNG NÔNG THÔN MỚI NĂM 2024',
    'Phấn đấu xã đạt chuẩn nông thôn mới nâng cao năm 2024',
    'Phấn đấu xây dựng đô thị văn minh năm 2024',
    'Ước tính: không có',
  ])('are not where the words say something else: %s', (title) => {
    const { codes } = titled('Năm 2024', title);
    expect(codes.filter((code) => code.includes('plans'))).toEqual([]);
  });

  it.each(['Kế hoạch', 'Kế hoạch năm 2024', 'Chỉ tiêu giao năm 2024', 'Phấn đấu năm 2024', 'Được giao'])(
    'over their columns are no results: %s',
    (heading) => {
      for (const merge of ['C1:E1', 'C1:D1']) {
        const { findings } = headed(heading, merge);
        const [told] = findings.filter(({ code }) => code === 'layout/columns-of-plans');
        expect(told?.fields).toEqual(['households', 'familiesTitled']);
        expect(told?.severity).toBe('error');
      }
    },
  );

  it('over what was registered say what that is, over other figures that they are no results', () => {
    for (const heading of ['Chỉ tiêu phấn đấu năm 2024', 'Kế hoạch']) {
      const over = (label: string) => {
        const rows = THREE_AREAS.map((row) => [...row, 20]);
        const bands = [null, null, 'Hộ', null, null, heading];
        return recognise(
          workbook([information(), sheet('Biểu 01', [bands, [...AREA_HEADER, label], ...rows])]),
        );
      };
      expect(over('Số hộ đăng ký').codes).toEqual([]);
      expect(over('Số hộ đăng ký').column('bieu-01', 'familiesRegistered')).toEqual([20, 20, 20]);
      expect(over('Số hộ tham gia bình xét').codes).toContain('layout/columns-of-plans');
    }
  });

  it.each(['Năm trước', 'Cùng kỳ năm trước', 'Năm tới', 'Kế hoạch năm sau', 'Số liệu năm ngoái'])(
    'or of another year over their columns are no results of this one: %s',
    (heading) => {
      expect(headed(heading).codes).toContain('layout/columns-of-other-period');
    },
  );

  it.each(['Dự kiến năm 2024', 'Ước thực hiện năm 2024'])(
    'as estimates over them are asked about: %s',
    (heading) => {
      const outcome = headed(heading);
      expect(outcome.codes).toEqual(['layout/title-of-plans']);
      expect(outcome.column('bieu-01', 'households')).toEqual([120, 80, 50]);
    },
  );

  it.each(['Chỉ tiêu', 'Kết quả', 'Thực hiện năm 2024', 'Các chỉ tiêu', 'Năm nay', 'Nội dung giao ban'])(
    'are not under other headings: %s',
    (heading) => {
      const outcome = headed(heading);
      expect(outcome.codes).toEqual([]);
      expect(outcome.column('bieu-01', 'households')).toEqual([120, 80, 50]);
    },
  );
});

describe('figures of two years in a list', () => {
  const list = (...rows: readonly (readonly Typed[])[]) =>
    recognise(workbook([information(), sheet('Biểu 02', [...rows, ['A4', '', 5, 7], ['A5', '', 6, 8]])]));

  it.each([
    ['Năm 2023', 'Năm 2024'],
    ['Số liệu năm 2023', 'Số liệu năm 2024'],
    ['2023', '2024'],
    ['Năm trước', 'Năm nay'],
    ['Cùng kỳ', 'Số liệu'],
    ['Thực hiện 2023', 'Thực hiện 2024'],
    ['Kỳ trước', 'Kỳ này'],
  ])('count those of the period, and the others are told: “%s”, “%s”', (last, own) => {
    for (const [order, meant] of [
      [[last, own], 8],
      [[own, last], 6],
    ] as const) {
      for (const rows of [
        [['Mã', 'Chỉ tiêu', ...order]],
        [
          ['Mã', 'Chỉ tiêu', 'Số liệu', null],
          [null, null, ...order],
        ],
      ]) {
        const outcome = list(...rows);
        expect(outcome.column('bieu-02', 'committeeMeetings'), outcome.codes.join()).toEqual([meant]);
        expect(outcome.codes.some((code) => /unknown-column|stray-figure/u.test(code))).toBe(true);
        expect(outcome.codes).not.toContain('layout/duplicate-column');
      }
    }
  });

  it.each([
    ['Thực hiện 2023', 'Ước thực hiện 2024'],
    ['TH 2023', 'ƯTH 2024'],
    ['Kết quả năm 2023', 'Ước năm 2024'],
    ['Số liệu 2023', 'Ước cả năm 2024'],
    ['Thực hiện 2023', 'Ước thực hiện đến 31/12/2024'],
  ])('count the estimate of the period, about which is asked: “%s”, “%s”', (last, own) => {
    for (const [order, meant] of [
      [[last, own], 8],
      [[own, last], 6],
    ] as const) {
      const outcome = list(['Mã', 'Chỉ tiêu', ...order]);
      expect(outcome.column('bieu-02', 'committeeMeetings'), outcome.codes.join()).toEqual([meant]);
      expect(outcome.codes).toContain('layout/title-of-plans');
      expect(outcome.codes).not.toContain('layout/columns-of-other-period');
    }
  });

  it('count no plan that stands below the year', () => {
    const under = (...below: readonly Typed[]) =>
      recognise(
        workbook([
          information(),
          sheet(
            'Biểu 02',
            [
              ['Mã', 'Chỉ tiêu', 'Năm 2023', 'Năm 2024', null],
              [null, null, ...below],
              ['A4', '', 4, 5, 7],
              ['A5', '', 5, 6, 8],
            ],
            { merges: ['D1:E1'] },
          ),
        ]),
      );
    for (const own of ['Thực hiện', 'Ước thực hiện', 'ƯTH'])
      for (const last of ['Thực hiện', null])
        expect(under(last, 'Kế hoạch', own).column('bieu-02', 'committeeMeetings'), own).toEqual([8]);
    // The years of its own headings are none of the title, where nothing else tells the period.
    const titled = recognise(
      workbook([
        sheet(
          'Biểu 02',
          [
            ['UBND XÃ DAK LUA'],
            ['SỐ LIỆU NĂM 2024'],
            ['Mã', 'Chỉ tiêu', 'Năm 2023', 'Năm 2024', null],
            [null, null, 'Thực hiện', 'Kế hoạch', 'Ước thực hiện'],
            ['A4', '', 4, 5, 7],
            ['A5', '', 5, 6, 8],
          ],
          { merges: ['D3:E3'] },
        ),
      ]),
    );
    expect(titled.codes).not.toContain('submission/several-years');
    expect(titled.part('bieu-02')?.period).toBe('2024');
    expect(under(null, 'Thực hiện', 'Kế hoạch').column('bieu-02', 'committeeMeetings')).toEqual([6]);
    expect(under(null, 'Kế hoạch', 'Số đã làm').codes).toContain('layout/columns-of-plans');
  });

  it.each(['Năm 2023', 'Năm 2025', 'Kế hoạch 2025', 'Ghi chú năm 2024'])(
    'beside the one heading of figures change nothing: “%s”',
    (other) => {
      for (const own of ['Số liệu', 'Thực hiện 2024']) {
        const outcome = list(['Mã', 'Chỉ tiêu', own, other]);
        expect(outcome.column('bieu-02', 'committeeMeetings'), outcome.codes.join()).toEqual([6]);
        expect(outcome.codes).not.toContain('layout/title-of-plans');
      }
    },
  );

  it.each([
    ['Năm 2022', 'Năm 2023'],
    ['Kỳ trước', 'Cùng kỳ'],
    ['Thực hiện 2022', 'Ước thực hiện 2023'],
  ])('that are both others count nowhere: “%s”, “%s”', (one, other) => {
    expect(list(['Mã', 'Chỉ tiêu', one, other]).findings.some((each) => each.severity === 'error')).toBe(
      true,
    );
  });
});

describe('labels that name two years', () => {
  it.each([
    ['Tổng số hộ năm 2023', 'Tổng số hộ năm 2024', 1],
    ['Tổng số hộ năm 2024', 'Tổng số hộ năm 2023', 0],
    ['Tổng số hộ thực hiện năm 2023', 'Tổng số hộ thực hiện năm 2024', 1],
    ['Tổng số hộ năm trước', 'Tổng số hộ năm nay', 1],
  ] as const)('count the column of the period: “%s”, “%s”', (first, second, own) => {
    const header = [...AREA_HEADER.with(2, first), second];
    const rows = THREE_AREAS.map((row) => [...row, Number(row[2]) + 5]);
    const outcome = recognise(workbook([information(), sheet('Biểu 01', [header, ...rows])]));
    expect(outcome.codes).toEqual(['layout/unknown-column']);
    expect(outcome.column('bieu-01', 'households')).toEqual([120, 80, 50].map((one) => one + own * 5));
  });
});

describe('labels that name last year and the estimate of this one', () => {
  const read = (first: string, second: string) => {
    const header = [...AREA_HEADER.with(2, first), second];
    const rows = THREE_AREAS.map((row) => [...row, Number(row[2]) + 5]);
    return recognise(workbook([information(), sheet('Biểu 01', [header, ...rows])]));
  };

  it.each([
    ['Tổng số hộ thực hiện 2023', 'Tổng số hộ ước thực hiện 2024'],
    ['Tổng số hộ năm 2023', 'Tổng số hộ ước năm 2024'],
    ['Tổng số hộ - TH năm 2023', 'Tổng số hộ - ƯTH năm 2024'],
    ['Tổng số hộ 2023', 'Tổng số hộ ước cả năm 2024'],
  ])('count the estimate and ask about it: “%s”, “%s”', (last, own) => {
    for (const [outcome, more] of [
      [read(last, own), 5],
      [read(own, last), 0],
    ] as const) {
      expect(outcome.codes.toSorted()).toEqual(['layout/title-of-plans', 'layout/unknown-column']);
      expect(outcome.column('bieu-01', 'households')).toEqual([120, 80, 50].map((one) => one + more));
    }
  });

  it('ask nothing of the word in other places', () => {
    for (const note of ['Quy ước năm 2024', 'Hương ước 2024', 'Số hộ ước mơ 2024'])
      expect(read('Tổng số hộ', note).codes, note).not.toContain('layout/title-of-plans');
  });
});

describe('the office', () => {
  const file = form(['KẾT QUẢ']);
  const settled = (more: Partial<Settlement>) =>
    recognise(file, { settlements: [{ sha256: file.source.sha256, ...more }] });

  it('may say that a file is of another period, which leaves it out', () => {
    const outcome = settled({ period: '2023' });
    expect(outcome.part('bieu-01')?.state).toBe('skipped');
    expect(outcome.codes).toEqual(['submission/unit-from-title', 'submission/not-used']);
  });

  it('may settle unit and period of one file in two lines', () => {
    const nobodys = workbook([sheet('Sheet1', [AREA_HEADER, ...THREE_AREAS])]);
    const outcome = recognise(nobodys);
    expect(outcome.codes).toEqual(['submission/unit-unknown', 'submission/period-unsaid']);
    const hints = outcome.findings.map(({ hint = '' }) => hint.replace('mã đơn vị"', '26119"'));
    expect(recognise(nobodys, { settlements: pasted(hints) }).part('bieu-01')?.state).toBe('used');
  });

  it('may settle the period typed wrongly in Thông tin', () => {
    const wrong = workbook([
      information({ 'Kỳ báo cáo': '2023' }),
      sheet('Biểu 01', [AREA_HEADER, ...THREE_AREAS]),
    ]);
    expect(recognise(wrong).part('bieu-01')?.state).toBe('rejected');
    const settlements = [{ sha256: wrong.source.sha256, period: '2024' }];
    expect(recognise(wrong, { settlements }).part('bieu-01')?.state).toBe('used');
  });
});
