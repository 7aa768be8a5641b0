/**
 * Rows and lines that make a table of one commune and one year into something else: blocks of other communes, other years
 * or older versions below it, totals amid its rows, rows that name no area, numbers of columns in every spelling.
 */
import { describe, expect, it } from 'vitest';
import { isError } from '../../src/findings/finding.js';
import { randomNumbers, type RandomNumbers } from '../unit/validation/random-numbers.js';
import { madeUnit } from '../support/made-units.js';
import {
  AREA_HEADER,
  csv,
  found,
  information,
  recognise,
  scopeOf,
  sheet,
  workbook,
  type Typed,
} from '../unit/submission/made-files.js';
import { tries } from '../support/sweep.js';

const HEADER = [...AREA_HEADER, 'Số nhân khẩu', 'Số hộ nghèo'];
type Area = readonly [name: string, households: number, titled: number, population: number, poor: number];

const madeAreas = (random: RandomNumbers, count: number, kind = 'Ấp'): readonly Area[] =>
  Array.from({ length: count }, (_, index): Area => {
    const households = 60 + random.upTo(700);
    const [titled, poor] = [households - random.upTo(40), 1 + random.upTo(20)];
    return [`${kind} ${String(index + 1)}`, households, titled, households * 4 - random.upTo(90), poor];
  });
const rowOf = ([name, households, titled, population, poor]: Area, index: number): readonly Typed[] => [
  index + 1,
  name,
  households,
  titled,
  'đạt',
  population,
  poor,
];
const sumOf = (list: readonly Area[], at: 1 | 2 | 3 | 4): number =>
  list.reduce((sum, one) => sum + one[at], 0);
const totalOf = (name: string, list: readonly Area[], slip = 0): readonly Typed[] => [
  null,
  name,
  sumOf(list, 1) + slip,
  sumOf(list, 2),
  'đạt',
  sumOf(list, 3),
  sumOf(list, 4),
];
const read = (rows: readonly (readonly Typed[])[]) =>
  recognise(workbook([information(), sheet('Biểu 01', rows)]));
/** The figures that were meant, or an error that takes every column out. */
const isWholeOrRefused = (outcome: ReturnType<typeof recognise>, list: readonly Area[]): boolean =>
  outcome.findings.some((one) => isError(one) && (one.fields ?? []).includes('population')) ||
  outcome.column('bieu-01', 'households').join() === list.map(([, households]) => households).join();

describe('blocks below one another on a sheet', () => {
  const OTHER = [
    'UBND XÃ PHÚ AN',
    'Xã Nam Cát Tiên',
    'Đơn vị: xã Phú An',
    'Năm 2023',
    'SỐ LIỆU NĂM 2023',
    'Số liệu cùng kỳ năm trước',
    'II. Kết quả đăng ký năm 2025',
    'Kết quả 6 tháng đầu năm 2024',
    'Kết quả 9 tháng đầu năm 2024',
    'KẾ HOẠCH NĂM 2025',
  ];

  it.each(OTHER)('under “%s” are an error that leaves nothing added: made forms', (title) => {
    const random = randomNumbers(OTHER.indexOf(title) + 3100);
    for (let turn = 0; turn < tries(12, 5); turn += 1) {
      const [own, other] = [
        madeAreas(random, 2 + random.upTo(5)),
        madeAreas(random, 2 + random.upTo(5), 'Bản'),
      ];
      const place = random.of([[title], [null, title], [null, null, title]]);
      const rows = [
        ['Năm 2024'],
        HEADER,
        ...own.map(rowOf),
        ...random.of([[], [[]]]),
        place,
        ...random.of([[HEADER], []]),
        ...other.map(rowOf),
      ];
      const outcome = read(rows);
      const [told] = found(outcome, 'layout/blocks-of-others');
      expect(told?.severity, outcome.codes.join()).toBe('error');
      expect(told?.message).toContain(title);
      expect(told?.fields).toContain('households');
    }
  });

  it.each(OTHER)('under “%s” right below the header leave nothing of the table added', (title) => {
    const own = madeAreas(randomNumbers(3106), 4);
    for (const place of [[title], [null, title]]) {
      const [told] = found(read([['Năm 2024'], HEADER, place, ...own.map(rowOf)]), 'layout/blocks-of-others');
      expect(told?.message).toContain(`dòng 3 đứng dưới`);
      expect(told?.fields).toContain('households');
    }
  });

  it('under a heading of its own areas or of its own year are one table', () => {
    const own = madeAreas(randomNumbers(3107), 4);
    for (const title of ['Năm 2024', 'Các thôn', 'Khu vực 1', 'I. Xã Dak Lua'])
      expect(read([HEADER, [null, title], ...own.map(rowOf)]).codes, title).not.toContain(
        'layout/blocks-of-others',
      );
  });

  it.each([
    ['a sign behind the name', [[null, 'Xã Phú An:']], true],
    ['the bare name above a new header', [['Phú An'], HEADER], true],
    ['the bare name with a number above a new header', [['II', '2. Phú An'], HEADER], true],
    ['the bare name alone', [[null, 'Phú An']], false],
    ['the bare name with a number', [['2. Nam Cát Tiên']], false],
  ] as const)('under another commune by %s are refused or asked about', (_, titles, isRefused) => {
    const random = randomNumbers(3105);
    const [own, other] = [madeAreas(random, 4), madeAreas(random, 4, 'Bản')];
    const outcome = read([HEADER, ...own.map(rowOf), ...titles, ...other.map(rowOf)]);
    expect(outcome.codes).toContain(
      isRefused ? 'layout/blocks-of-others' : 'layout/perhaps-blocks-of-others',
    );
  });

  it('that say the rows above again are an error, with the same figures or the older ones: made forms', () => {
    const random = randomNumbers(3101);
    for (let turn = 0; turn < tries(40, 15); turn += 1) {
      const list = madeAreas(random, 3 + random.upTo(6));
      const older = list.map(([name, ...figures]): Area => {
        const [a, b, c, d] = figures.map((one) => Math.max(0, one - random.upTo(Math.floor(one / 20))));
        return [name, a ?? 0, b ?? 0, c ?? 0, d ?? 0];
      });
      const outcome = read([HEADER, ...list.map(rowOf), [], HEADER, ...older.map(rowOf)]);
      expect(outcome.codes, String(turn)).toContain('layout/blocks-of-others');
    }
  });

  it.each([
    ['the same commune and year', 'UBND XÃ DAK LUA', 'Năm 2024'],
    ['a group', 'Khu vực phía Bắc', ''],
    ['a group by its bare name', 'Tân Lập', ''],
    ['the commune itself', '1. Dak Lua', ''],
    ['a group like words of time', 'Khu Nam Ngoài', ''],
    ['a unit that was merged', 'Xã Phú An (cũ)', ''],
    ['areas that were merged', 'Các ấp sáp nhập năm 2023', ''],
    ['a day', 'Ngày 15 tháng 11 năm 2024', ''],
  ])('under the name of %s are one table', (_, ...titles) => {
    const random = randomNumbers(3102);
    for (let turn = 0; turn < 6; turn += 1) {
      const list = madeAreas(random, 6);
      const lines = titles.flatMap((title) => (title === '' ? [] : [[null, title]]));
      const rows = [HEADER, ...list.slice(0, 3).map(rowOf), ...lines, ...list.slice(3).map(rowOf)];
      const outcome = read(rows);
      expect(outcome.codes).not.toContain('layout/blocks-of-others');
      expect(outcome.column('bieu-01', 'households')).toEqual(list.map(([, households]) => households));
    }
  });

  it('of former units with villages of the same names are not refused for it', () => {
    const random = randomNumbers(3103);
    const [one, two] = [madeAreas(random, 4), madeAreas(random, 4)];
    const apart = two.map(([name, a, b, c, d]): Area => [name, a * 3, b * 3, c * 3, d * 3]);
    const outcome = read([HEADER, ...one.map(rowOf), [null, 'Xã Đông Phong (cũ)'], ...apart.map(rowOf)]);
    expect(outcome.codes).not.toContain('layout/blocks-of-others');
    expect(outcome.column('bieu-01', 'households')).toHaveLength(8);
  });
});

describe('a row of means', () => {
  const meanOf = (list: readonly Area[], name: string, off = 0): Area => {
    const mean = (at: 1 | 2 | 3 | 4): number => Math.round(sumOf(list, at) / list.length) + off;
    return [name, mean(1), mean(2), mean(3), mean(4)];
  };

  it('with a number like all others is none of an area; a village of that name with its own figures is', () => {
    const random = randomNumbers(3110);
    for (let turn = 0; turn < 8; turn += 1) {
      const list = madeAreas(random, 5 + random.upTo(8));
      const name = random.of(['Bình quân', 'Trung bình', 'BÌNH QUÂN']);
      expect(read([HEADER, ...[...list, meanOf(list, name)].map(rowOf)]).codes).toContain(
        'layout/rows-no-area',
      );
      expect(read([HEADER, ...[...list, meanOf(list, name, 40)].map(rowOf)]).codes).not.toContain(
        'layout/rows-no-area',
      );
    }
  });
});

describe('rows under the old name of their own commune', () => {
  const old = (code: string, name: string) =>
    madeUnit(code, 'commune', '734', { name, type: 'xã', validTo: '2024-06-30' });
  const scopeWith = (...successors: readonly (readonly [string, readonly string[]])[]) =>
    scopeOf('75', {
      former: [old('26120', 'Phú An'), old('26119', 'Nam Cát Tiên')],
      successors: new Map(successors),
    });
  const codes = (title: string, scope: ReturnType<typeof scopeOf>, below: number): readonly string[] => {
    const rows = madeAreas(randomNumbers(3109), 6).map(rowOf);
    rows.splice(below, 0, [null, title]);
    return recognise(workbook([information(), sheet('Biểu 01', [HEADER, ...rows])]), { scope }).codes;
  };

  it.each([0, 3])('which another bears today, are one table: below row %d', (below) => {
    for (const title of [
      'Xã Phú An',
      'XÃ PHÚ AN',
      'UBND xã Phú An',
      'Phú An',
      '2. Phú An',
      'Xã Nam Cát Tiên',
    ])
      expect(
        codes(title, scopeWith(['26120', ['26119']]), below).filter((code) =>
          code.includes('blocks-of-others'),
        ),
        title,
      ).toEqual([]);
  });

  it('are not where another bears a name that differs by a mark', () => {
    const scope = scopeOf('75', {
      former: [old('26120', 'Phù An')],
      successors: new Map([['26120', ['26119']]]),
    });
    for (const title of ['Xã Phú An', 'XÃ PHÚ AN', 'UBND xã Phú An'])
      expect(codes(title, scope, 3), title).toContain('layout/blocks-of-others');
  });

  it('are not where the old one went elsewhere, or in part', () => {
    for (const into of [['26125'], ['26119', '26125']])
      expect(codes('Xã Phú An', scopeWith(['26120', into]), 3)).toContain('layout/blocks-of-others');
  });
});

describe('the sum of all others amid the rows', () => {
  it('whatever it is called, is never an area: generated forms, one in three with a slip', () => {
    const random = randomNumbers(3104);
    for (let turn = 0; turn < tries(150, 30); turn += 1) {
      const list = madeAreas(random, 3 + random.upTo(9));
      const name = random.of([
        'Toàn bộ',
        'Tất cả',
        'Đắk Lua',
        'Xã Dak Lua',
        'Chung',
        'Số chung',
        'Tổng toàn xã',
      ]);
      const slip = random.of([0, 0, 1, -1, 10]);
      const rows = list.map(rowOf);
      rows.splice(1 + random.upTo(list.length - 2), 0, totalOf(name, list, slip));
      const outcome = read([HEADER, ...rows]);
      const about = `${String(turn)} ${name} ${String(slip)}\n${rows.map((row) => row.join('|')).join('\n')}\n${outcome.codes.join()}`;
      expect(isWholeOrRefused(outcome, list), about).toBe(true);
    }
  });

  it('is not seen in honest forms', () => {
    const random = randomNumbers(3105);
    let asked = 0;
    for (let turn = 0; turn < tries(300, 50); turn += 1) {
      const list = madeAreas(random, 2 + random.upTo(18));
      const outcome = read([HEADER, ...list.map(rowOf)]);
      expect(outcome.findings.filter(isError), String(turn)).toEqual([]);
      if (outcome.codes.some((code) => code.startsWith('layout/row-perhaps'))) asked += 1;
    }
    expect(asked).toBeLessThan(4);
  });
});

describe('the total below one row', () => {
  it.each(['Tất cả', 'tat ca', 'TOÀN BỘ', 'Cả xã', 'Số chung', 'Chung', 'Chung toàn xã', 'All'])(
    '“%s” is no area, with its figures and with others',
    (name) => {
      for (const slip of [0, 1, 9]) {
        const list: readonly Area[] = [['Ấp 1', 217, 193, 801, 9]];
        const outcome = read([HEADER, ...list.map(rowOf), totalOf(name, list, slip)]);
        expect(outcome.column('bieu-01', 'households'), outcome.codes.join()).toEqual([217]);
      }
    },
  );

  it.each(['Thôn Tất', 'Chung', 'Toàn Thể'])('a second village “%s” with its number stays', (name) => {
    const list: readonly Area[] = [
      ['Ấp 1', 217, 193, 801, 9],
      [name, 180, 160, 690, 7],
    ];
    expect(read([HEADER, ...list.map(rowOf)]).column('bieu-01', 'households')).toEqual([217, 180]);
  });
});

describe('rows that name no area', () => {
  it.each([
    'Trong đó: hộ DTTS',
    '- Trong đó hộ nghèo',
    'Bình quân/thôn',
    'Bình quân',
    'Năm 2023',
    'Cùng kỳ năm trước',
    'So với năm 2023',
    'Tăng, giảm',
    'Chênh lệch',
    'Tỷ lệ %',
    'Kế hoạch giao',
    'Ghi chú: có hộ mới',
    '(*) Ấp 1 có hộ tạm trú',
    '* Số liệu tạm tính',
    'Số hộ chưa xét',
    'Hộ dân tộc',
    'Dân tộc thiểu số',
    'Hộ công giáo',
    'Đồng bào công giáo',
    'Tổng số hộ toàn xã',
    'Điện thoại: 0912',
    'Người lập biểu',
    'Ngày lập',
    'So sánh',
    'Đạt tỷ lệ',
    'Cao nhất',
    'Thấp nhất (thôn)',
    'Các thôn khác',
    'Số còn lại',
    'Khác',
    'Ngoài địa bàn',
    'Điều chỉnh',
    'Chuyển đến',
  ])('“%s” is an error', (name) => {
    const random = randomNumbers(3106);
    const list = madeAreas(random, 4);
    const outcome = read([HEADER, ...list.map(rowOf), [null, name, 31, 22, null, 99, 1]]);
    const [told] = found(outcome, 'layout/rows-no-area');
    expect(told?.severity, outcome.codes.join()).toBe('error');
    expect(told?.message).toContain('(dòng 6)');
    expect(told?.fields).toContain('population');
  });

  it.each([
    'Khối cơ quan',
    'Cơ quan, đơn vị',
    'Trường học',
    'Trường THCS Đông Phong',
    'Các trường mầm non',
    'Quân đội',
    'Ban chỉ huy quân sự',
    'Lực lượng vũ trang',
    'Công an xã',
    'UBND phường',
    'Hội Phụ nữ',
    'Trạm y tế',
    'Công ty TNHH Tân Tiến',
    'Cán bộ, công chức, viên chức',
    'Khoi co quan',
    'Truong hoc',
  ])(
    '“%s” with a number like all others is an error, with the kind of an area in front it is one',
    (name) => {
      const list = madeAreas(randomNumbers(3117), 4);
      const rowsWith = (one: string) => [...list, [one, 31, 22, 99, 1] as const].map(rowOf);
      const [told] = found(read([HEADER, ...rowsWith(name)]), 'layout/rows-no-area');
      expect(told?.severity).toBe('error');
      expect(told?.message).toContain(`“${name}” (dòng 6)`);
      expect(read([HEADER, ...rowsWith(`TDP ${name}`)]).codes).not.toContain('layout/rows-no-area');
    },
  );

  it.each(['Bệnh viện đa khoa', 'Doanh trại quân đội', 'Tiểu đoàn 5', 'Nhà máy xi măng', 'Trung tâm y tế'])(
    '“%s” is asked about with a number like all others, told without one, and an area behind its kind',
    (name) => {
      const list = madeAreas(randomNumbers(3121), 4);
      const rowsWith = (one: string) => [...list, [one, 31, 22, 99, 1] as const].map(rowOf);
      const outcome = read([HEADER, ...rowsWith(name)]);
      expect(outcome.codes).toEqual(['layout/perhaps-bodies']);
      expect(outcome.column('bieu-01', 'households')).toHaveLength(5);
      const bare = rowsWith(name).map((row, at) => (at === 4 ? row.with(0, null) : row));
      expect(read([HEADER, ...bare]).codes).toContain('layout/rows-no-area');
      for (const kind of ['Khu tập thể', 'Tổ dân phố', 'Khối', 'Khu nhà ở'])
        expect(read([HEADER, ...rowsWith(`${kind} ${name}`)]).codes).toEqual([]);
    },
  );

  it.each([
    ['Thon Quan Do', 'To 3', 'To 4', 'Thon Trung Hoa'],
    ['To 1', 'To 2', 'To 3', 'to 4'],
    ['Quan Su', 'Cong An', 'Trang 1', 'Thon Trang'],
    ['Trang Sau', 'Mang Sang', 'Phù Lưu', 'Tiền Thôn'],
    ['Khối Công an', 'Khối Giáo dục', 'Khối Nhà nước', 'Khối 4'],
    ['Quan Su', 'Đoài', 'Cong An', 'Thượng'],
  ])('areas named “%s”, “%s”, “%s”, “%s” with numbers are all counted', (...names) => {
    const list = madeAreas(randomNumbers(3119), 4).map(([, ...figures], at): Area => [
      names[at] ?? '',
      ...figures,
    ]);
    // "To 1" is the street of a list without numbers too; what else is meant by the others a number says.
    for (const isNumbered of names.some((name) => ['To 3', 'Đoài'].includes(name)) ? [true, false] : [true]) {
      const rows = list.map(rowOf).map(([, ...row], at) => [isNumbered ? at + 1 : null, ...row]);
      const outcome = read([HEADER, ...rows]);
      expect(outcome.codes).not.toContain('layout/rows-no-area');
      expect(outcome.column('bieu-01', 'households')).toEqual(list.map(([, households]) => households));
    }
  });

  it.each([
    ['Cộng mang sang', 'Mang sang'],
    ['Chuyển trang', 'Trang trước chuyển sang'],
    ['Kết chuyển trang sau', 'Kết chuyển trang trước'],
    ['Cộng hết trang 1', 'Số liệu trang trước'],
    ['Cộng chuyển sang trang 2', 'Lũy kế từ trang trước'],
    ['Cong chuyen trang sau', 'Trang truoc chuyen sang'],
  ])('“%s” and “%s” hand on a sum, with numbers of their own and without', (end, beginning) => {
    const list = madeAreas(randomNumbers(3118), 5);
    const page = list.slice(0, 2);
    for (const isNumbered of [true, false])
      for (const total of [[], [totalOf('Tổng cộng', list)]]) {
        const handed = [end, beginning].map((name) => totalOf(name, page));
        const rows = [...page.map(rowOf), ...handed, ...list.slice(2).map(rowOf)].map((row, at) => [
          isNumbered || row[0] !== null ? at + 1 : null,
          ...row.slice(1),
        ]);
        const outcome = read([HEADER, ...rows, ...total]);
        // With a number "Mang sang" may be a village: there its figures say that it is none.
        if (isNumbered && beginning === 'Mang sang') expect(outcome.codes).toContain('layout/row-is-sum');
        else
          expect(outcome.column('bieu-01', 'households')).toEqual(list.map(([, households]) => households));
      }
  });

  it.each([
    ['Số thôn:', '4', null],
    ['*', 'Không tính hộ vắng', 7],
    ['Ghi chú:', 'hộ mới', 5],
  ] as const)('a note that begins in the column of numbers (“%s”) is an error', (ahead, name, figure) => {
    const list = madeAreas(randomNumbers(3108), 4);
    const outcome = read([HEADER, ...list.map(rowOf), [ahead, name, figure]]);
    expect(outcome.codes).toContain('layout/rows-no-area');
  });

  it.each([
    ['Có thêm hộ mới chuyển đến từ tháng 11', null],
    ['Đề nghị huyện xem xét công nhận', null],
    ['Ngày 25 tháng 11 năm 2024', null],
    ['Gồm cả hộ của khu tập thể', '(1)'],
    ['Hộ đi làm ăn xa', null],
  ])(
    '“%s” with a figure below the rows is an error, and nobody is to fill in what it leaves blank',
    (name, mark) => {
      const list = madeAreas(randomNumbers(3109), 4);
      const rows = [HEADER, ...list.map(rowOf)];
      const [told] = found(read([...rows, [mark, name, 31]]), 'layout/rows-no-area');
      expect(told?.severity).toBe('error');
      expect(told?.related?.map(({ cell }) => cell)).toEqual(
        expect.arrayContaining(['D6', 'E6', 'F6', 'G6']),
      );
      const below = read([...rows, totalOf('Tổng cộng', list), [mark, name, 31, 28]]);
      if (name.startsWith('Hộ')) expect(below.codes).toEqual(['layout/stray-figure']);
    },
  );

  it.each(['- Xóm Chùa', '+ Xóm Chùa', 'Gồm: xóm Chùa', 'Bao gồm xóm Chùa', 'Riêng xóm Chùa', '(Xóm Chùa)'])(
    '“%s” below an area is a part of it, and an error, with numbers and without',
    (name) => {
      const random = randomNumbers(3115);
      for (let form = 0; form < tries(30, 4); form += 1) {
        const list = madeAreas(random, 4 + random.upTo(6));
        const at = 1 + random.upTo(list.length);
        const [, households, titled, population, poor] = list[at - 1] ?? ['', 0, 0, 0, 0];
        const part = [null, name, households >> 1, titled >> 1, null, population >> 1, poor >> 1];
        const rows = list.map(rowOf);
        const numbered = [...rows.slice(0, at), part, ...rows.slice(at)];
        for (const sent of [numbered, numbered.map((row) => [null, ...row.slice(1)])])
          expect(read([HEADER, ...sent]).codes).toContain('layout/rows-no-area');
      }
    },
  );

  it.each([
    ['1.1', (at: number, part: number) => `${String(at)}.${String(part)}`],
    ['1-1', (at: number, part: number) => `${String(at)}-${String(part)}`],
    ['a', (_at: number, part: number) => 'ab'[part - 1] ?? ''],
  ] as const)(
    'rows numbered “%s” below an area are its parts, told once and the area is no sum of them',
    (_, say) => {
      const random = randomNumbers(3119);
      for (let form = 0; form < tries(30, 4); form += 1) {
        const list = madeAreas(random, 3 + random.upTo(5));
        const rows = list.flatMap((area, at) => {
          const share = 2 + random.upTo(3);
          const own = area.slice(1).map((one) => Math.floor(Number(one) / share));
          const parts = [own, area.slice(1).map((one, column) => Number(one) - (own[column] ?? 0))];
          return [
            rowOf(area, at),
            ...parts.map(([households, titled, population, poor], part) => [
              say(at + 1, part + 1),
              part === 0 ? 'Xóm Trên' : 'Xóm Dưới',
              ...[households, titled, null, population, poor],
            ]),
          ];
        });
        const { codes } = read([HEADER, ...rows]);
        expect(codes.filter((code) => code === 'layout/rows-no-area')).toHaveLength(1);
        expect(codes.filter((code) => /sum|stray/u.test(code))).toEqual([]);
      }
    },
  );

  it('areas numbered “1.1” below the sum of their group are areas', () => {
    const list = madeAreas(randomNumbers(3120), 4);
    const groups = [list.slice(0, 2), list.slice(2)].flatMap((group, at) => [
      [at + 1, at === 0 ? 'Yên Phụ' : 'Tam Đa', ...totalOf('', group).slice(2).with(2, null)],
      ...group.map((area, row) => rowOf(area, row).with(0, `${String(at + 1)}.${String(row + 1)}`)),
    ]);
    const { codes } = read([HEADER, ...groups]);
    expect(codes).not.toContain('layout/rows-no-area');
    expect(codes.filter((code) => code === 'layout/parts-beside-whole')).toHaveLength(2);
  });

  it('areas are marked so where all are, and below a heading of their group', () => {
    const list = madeAreas(randomNumbers(3116), 6).map(rowOf);
    const marked = list.map(([, name, ...more]) => [null, `- ${String(name)}`, ...more]);
    const headed = [
      [null, 'Xã Yên Phụ (cũ)'],
      ...marked.slice(0, 3),
      [null, 'Xã Tam Đa (cũ)'],
      ...marked.slice(3),
    ];
    for (const rows of [marked, headed]) {
      const outcome = read([HEADER, ...rows]);
      expect(outcome.codes).not.toContain('layout/rows-no-area');
      expect(outcome.column('bieu-01', 'households').filter((one) => one !== 'missing')).toHaveLength(6);
    }
    // Two that are together far more than the one above are no parts of it, though each is smaller.
    const some = [
      [null, 'Thôn Đông', 200, 180, 'đạt', 800, 9],
      [null, '- Thôn Đoài', 150, 140, 'đạt', 600, 8],
      [null, '- Thôn Nam', 120, 110, 'đạt', 480, 7],
      [null, 'Thôn Bắc', 130, 125, 'đạt', 533, 6],
    ];
    expect(read([HEADER, ...some]).codes).not.toContain('layout/rows-no-area');
    const larger = [null, '- Khu tập thể', 5000, 4000, 'đạt', 20_000, 90];
    expect(read([HEADER, ...list, larger]).codes).not.toContain('layout/rows-no-area');
  });

  it('a sentence below rows without any number is an error as well', () => {
    const list = madeAreas(randomNumbers(3112), 4);
    const rows = list.map((one, row) => [null, ...rowOf(one, row).slice(1)]);
    const outcome = read([HEADER, ...rows, [null, 'Trong năm xã có thêm hộ mới', 12]]);
    expect(found(outcome, 'layout/rows-no-area')[0]?.message).toContain('Trong năm xã có thêm hộ mới');
    const names = rows.map((row) => [null, 'Khu tập thể nhà máy xi măng cũ', ...row.slice(2)]);
    expect(read([HEADER, ...rows, ...names.slice(0, 1)]).codes).not.toContain('layout/rows-no-area');
  });

  it.each(['Năm 2023', 'So với năm 2023', 'Kế hoạch giao', 'Bình quân mỗi thôn', 'Tăng (+), giảm (-)'])(
    '“%s” below the total is told, and the form counts',
    (name) => {
      const list = madeAreas(randomNumbers(3110), 4);
      const outcome = read([
        HEADER,
        ...list.map(rowOf),
        totalOf('Tổng cộng', list),
        [null, name, 800, 700, null, 3000, 40],
      ]);
      expect(outcome.codes).toEqual(['layout/stray-figure']);
      expect(outcome.column('bieu-01', 'households')).toEqual(list.map(([, households]) => households));
    },
  );

  it.each(['Khu tập thể nhà máy xi măng', 'Tân Lập', 'Ấp Mới Bên Kia Sông Cái'])(
    'not so a village “%s” that came last, without number and half filled',
    (name) => {
      const list = madeAreas(randomNumbers(3111), 4);
      const outcome = read([HEADER, ...list.map(rowOf), [null, name, 31]]);
      expect(outcome.codes).not.toContain('layout/rows-no-area');
    },
  );

  it.each([
    'Trung Bình',
    'Trung Bình 1',
    'TRUNG BÌNH 2',
    'Nam Ngoài',
    'Nam Trước',
    'Trọng Đô',
    'Cung Kỳ',
    'Số Hồ',
    'Thôn Chú',
    'Khu Năm 1',
    'Đt 741',
    'Tổng Thẻ',
    'Toàn Bổ',
    'Ca Xá',
    'Bình Quân',
    'Tăng Tiến',
    'Giảm Sơn',
    'Trong Đồi',
    'Kế Hoạch',
    'Thôn Kế Hoạch giao',
    'Nguồn',
    'Năm Châu',
    'Đạt',
    'Số 5',
    'Hộ Tứ',
    'Dân Tộc',
    'Hộ Vệ',
    'Hộ Nghè',
    'Công Giáo Xứ Đoài',
    'Khối Trường Thi',
    'Trường Sơn',
    'Quân Kỳ',
    'Cán Tỷ',
    'Trang',
    'Trang 1',
    'Cong Trang',
    'Kế Trang',
    'Sang Sáng',
  ])('a village named “%s” stays', (name) => {
    const random = randomNumbers(3107);
    const list = madeAreas(random, 4);
    const rows = [...list.map(rowOf), rowOf([name, 91, 82, 399, 4], 4)];
    expect(read([HEADER, ...rows]).codes).not.toContain('layout/rows-no-area');
  });
});

describe('the numbers of columns', () => {
  const order = [0, 1, 3, 2, 4, 6, 5];
  it.each<readonly [string, (index: number) => Typed]>([
    ['[3]', (index) => `[${String(index + 1)}]`],
    ['3.', (index) => `${String(index + 1)}.`],
    ['Cột 3', (index) => `Cột ${String(index + 1)}`],
    ['(a) (b) (1)', (index) => (index < 2 ? `(${'ab'[index] ?? ''})` : `(${String(index - 1)})`)],
    ['counted from 0', (index) => index],
    ['a blank among them', (index) => (index === 4 ? null : index + 1)],
    ['A B 1', (index) => 'AB'[index] ?? index - 1],
  ])('%s are no area, where they are and moved', (_, say) => {
    const list = madeAreas(randomNumbers(3108), 4);
    const numbers = HEADER.map((_label, index) => say(index));
    const rows = [numbers, ...list.map(rowOf)];
    const moved = [HEADER, ...rows].map((row) => order.map((at) => row[at]));
    for (const sent of numbers.includes(null) ? [[HEADER, ...rows]] : [[HEADER, ...rows], moved])
      expect(read(sent).column('bieu-01', 'households')).toEqual(list.map(([, households]) => households));
  });
});

describe('numbers of columns that were moved, some taken out', () => {
  it(`are no area without brackets either: ${String(tries(200, 12))} forms`, () => {
    const random = randomNumbers(3112);
    for (let form = 0; form < tries(200, 12); form += 1) {
      const list = madeAreas(random, 3 + random.upTo(6));
      const places = HEADER.map((_, at) => ({ at, by: random.upTo(1e9) })).sort((a, b) => a.by - b.by);
      let number = random.upTo(2);
      const numbers = HEADER.map(() => (number += 1 + (random.upTo(3) === 0 ? random.upTo(4) : 0)));
      const rows = [HEADER, numbers, ...list.map(rowOf)].map((row) => places.map(({ at }) => row[at]));
      const outcome = read(rows);
      const about = rows.map((row) => row.join('|')).join('\n');
      expect(outcome.column('bieu-01', 'households'), about).toEqual(list.map(([, one]) => one));
      expect(outcome.codes, about).not.toContain('cell/not-a-choice');
    }
  });

  it('stand behind a code and a period that were typed among them, in a CSV', () => {
    const header = ['unit_code', 'period', 'areaName', 'households', 'familiesTitled', 'areaTitle'];
    const lines = madeAreas(randomNumbers(3114), 4).map(([name, one, other]) =>
      ['26119', '2024', name, one, other, 'đạt'].map(String),
    );
    for (const from of [1, 3]) {
      const numbers = [0, 1, 2, 3].map((step) => String(from + step));
      const outcome = recognise(csv([header, ['26119', '2024', ...numbers], ...lines]));
      expect(outcome.codes).toEqual([]);
      expect(outcome.column('bieu-01', 'households')).toEqual(lines.map((line) => Number(line[3])));
    }
  });

  it('an area that is called by a number stays one', () => {
    const list = madeAreas(randomNumbers(3113), 4);
    const small: Area = ['2', 30, 28, 45, 1];
    const rows = [small, ...list].map((area, at) => [...rowOf(area, at).slice(0, 4), null, area[3], area[4]]);
    expect(read([HEADER, ...rows]).column('bieu-01', 'households')).toEqual([
      30,
      ...list.map(([, one]) => one),
    ]);
  });
});

describe('parts of a year', () => {
  it.each([
    'Kết quả quý IV năm 2024',
    '9 THÁNG ĐẦU NĂM 2024',
    '6 tháng cuối năm 2024',
    'Báo cáo quý 3 năm 2024',
  ])('“%s” is not the year, in a form without Thông tin and in one with it', (title) => {
    const list = madeAreas(randomNumbers(3109), 3).map(rowOf);
    const alone = recognise(workbook([sheet('Sheet1', [['UBND XÃ DAK LUA'], [title], HEADER, ...list])]));
    expect(found(alone, 'submission/wrong-period')[0]?.message, alone.codes.join()).toContain('2024 (');
    const within = read([[title], HEADER, ...list]);
    expect(within.codes).toContain('submission/sheet-of-other-period');
  });

  it.each(['Kết quả cả năm 2024 (ước quý IV)', '12 tháng năm 2024', 'Kết quả năm 2024'])(
    '“%s” is the year',
    (title) => {
      const list = madeAreas(randomNumbers(3110), 3).map(rowOf);
      expect(read([[title], HEADER, ...list]).part('bieu-01')?.state).toBe('used');
    },
  );
});

describe('Lần nộp', () => {
  it.each([
    ['Lan 2', 2],
    ['lần hai', 2],
    ['Lần thứ ba', 3],
    ['thứ 2', 2],
    ['L2', 2],
    ['II', 2],
    ['Lần đầu', 1],
    ['lần thứ nhất', 1],
  ])('“%s” is read once, as %i', (text, number) => {
    const list = madeAreas(randomNumbers(3111), 3).map(rowOf);
    const outcome = recognise(
      workbook([information({ 'Lần nộp': text }), sheet('Biểu 01', [HEADER, ...list])]),
    );
    expect(outcome.part('bieu-01')?.submissionNo).toBe(number);
    expect(outcome.findings.filter(({ at }) => at.sheet === 'Thông tin')).toEqual([]);
  });
});
