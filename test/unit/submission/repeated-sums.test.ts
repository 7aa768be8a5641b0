/** Rows that are sums of others, in seeded forms: honest ones are read without a word, planted sums never count. */
import { describe, expect, it } from 'vitest';
import { areaForm, honestForm, plantedForm, slippedForm, SLIPS, type MadeForm } from './made-subtotals.js';
import {
  AREA_HEADER,
  found,
  information,
  recognise,
  sheet,
  workbook,
  type Outcome,
  type Typed,
} from './made-files.js';
import { randomNumbers } from '../validation/random-numbers.js';
import { tries } from '../../support/sweep.js';

const ABOUT_ROWS = [
  'layout/row-is-sum',
  'layout/row-perhaps-sum',
  'layout/row-perhaps-copy',
  'layout/row-near-sum',
  'layout/row-perhaps-near-sum',
  'layout/row-unclear',
  'layout/rows-repeat-total',
  'layout/rows-repeat-all',
  'layout/rows-perhaps-repeat-all',
  'layout/subtotal-row',
  'layout/subtotal-differs',
  'layout/row-after-total',
  'layout/row-without-name',
  'layout/total-between',
  'layout/only-total',
  'layout/stray-figure',
];
const FORMS = Number(process.env['TDKVH_SUM_FORMS'] ?? tries(60, 15));

const read = (rows: readonly (readonly Typed[])[]): Outcome =>
  recognise(workbook([information(), sheet('Biểu 01', rows)]));
const sumOf = (outcome: Outcome, field: string): number =>
  outcome.column('bieu-01', field).reduce<number>((all, one) => all + (typeof one === 'number' ? one : 0), 0);
const excludes = (outcome: Outcome): boolean =>
  outcome.findings.some(
    ({ severity, fields = [] }) =>
      severity === 'error' && ['areaName', 'households', 'areaTitle'].every((one) => fields.includes(one)),
  );
const shown = ({ rows }: MadeForm): string =>
  rows
    .map((row) => row.map((one) => (typeof one === 'object' ? (one?.raw ?? '') : one)).join('|'))
    .join('\n');

describe('honest forms', () => {
  it('are read without a word about their rows, every area counted', () => {
    for (let seed = 1; seed <= FORMS; seed += 1) {
      const form = honestForm(seed);
      const outcome = read(form.rows);
      expect(
        outcome.codes.filter((code) => ABOUT_ROWS.includes(code)),
        `${seed}\n${shown(form)}`,
      ).toEqual([]);
      expect(sumOf(outcome, 'households'), `${seed}\n${shown(form)}`).toBe(form.households);
    }
  });
});

describe('planted sums', () => {
  it('never count: dropped, or the form is excluded', () => {
    for (let seed = 1; seed <= FORMS * 2; seed += 1) {
      const form = plantedForm(seed);
      const outcome = read(form.rows);
      const counted = sumOf(outcome, 'households') !== form.households;
      expect(
        counted && !excludes(outcome),
        `${seed} ${form.what}\n${shown(form)}\n${outcome.codes.join()}`,
      ).toBe(false);
    }
  });

  it('with a slip in them never count without a word, whatever they are called', () => {
    for (let seed = 1; seed <= FORMS; seed += 1) {
      const form = plantedForm(seed, { words: 'neutral', right: false });
      const outcome = read(form.rows);
      const counted = sumOf(outcome, 'households') !== form.households;
      const told = outcome.codes.some((code) => ABOUT_ROWS.includes(code));
      const about = `${seed} ${form.what}\n${shown(form)}\n${outcome.codes.join()}`;
      expect(counted && !told, about).toBe(false);
    }
  });

  it.each(SLIPS)('with neutral words and a slip of the kind %s never count without a word', (kind) => {
    for (let seed = 1; seed <= FORMS / 4; seed += 1) {
      const form = slippedForm(seed, kind);
      const outcome = read(form.rows);
      const counted = sumOf(outcome, 'households') !== form.households;
      const told = outcome.codes.some((code) => ABOUT_ROWS.includes(code));
      const about = `${seed} ${form.what}\n${shown(form)}\n${outcome.codes.join()}`;
      expect(counted && !told, about).toBe(false);
    }
  });

  it('with words and right figures are dropped, and nothing is excluded', () => {
    for (let seed = 1; seed <= FORMS; seed += 1) {
      const form = plantedForm(seed, { words: 'sure', right: true });
      const outcome = read(form.rows);
      const about = `${seed} ${form.what}\n${shown(form)}\n${outcome.codes.join()}`;
      // Two groups, each with a sum of the whole sender: nobody can tell which table is this year's.
      if (outcome.codes.includes('layout/two-tables')) continue;
      expect(excludes(outcome), about).toBe(false);
      expect(sumOf(outcome, 'households'), about).toBe(form.households);
      expect(found(outcome, 'layout/subtotal-row').length, about).toBeLessThan(2);
    }
  });
});

describe('a sum of the whole that is off by one', () => {
  const areas = [
    ['Thôn Đông', 217, 193],
    ['Thôn Đoài', 179, 161],
    ['Thôn Trung', 240, 222],
    ['Thôn Hạ', 83, 70],
  ] as const;

  it.each(['Gộp', 'Tính chung', 'Xóm trên'])('%s is an error with both figures', (name) => {
    for (const form of [areaForm([...areas, [name, 720, 646]]), areaForm([[name, 719, 645], ...areas])]) {
      const outcome = read(form);
      const [told] = found(outcome, 'layout/row-near-sum');
      expect(told?.message).toMatch(/ghi (?:720|645), cộng được (?:719|646)/u);
      expect(excludes(outcome)).toBe(true);
    }
  });

  it.each(['Tất cả', 'Cả xã'])('%s is a total by its name, as Tổng cộng is', (name) => {
    const [known, asked] = ['Tổng cộng', name].map((one) => read(areaForm([...areas, [one, 720, 646]])));
    expect(asked?.codes).toEqual(known?.codes);
    expect([known, asked].map((one) => (one === undefined ? 0 : sumOf(one, 'households')))).toEqual([
      719, 719,
    ]);
  });

  it('names the one row that was left out of it, or added twice', () => {
    for (const [row, said] of [
      [['Gộp', 479, 424], 'đúng bằng tổng nếu bỏ dòng “Thôn Trung”'],
      [['Gộp', 959, 868], 'đúng bằng tổng nếu cộng dòng “Thôn Trung” hai lần'],
    ] as const)
      expect(found(read(areaForm([...areas, row])), 'layout/row-near-sum')[0]?.message).toContain(said);
  });

  it('is an area where a right sum of the sender counts it', () => {
    const [header = [], ...rows] = areaForm([...areas.slice(0, 2), ['Thôn Nội', 395, 354]]);
    expect(read([header, ...rows, [null, 'Cộng nhóm 1', 791, 708]]).codes).toEqual([]);
  });
});

describe('a row of rates under the total', () => {
  it.each([94.3, 94])('of %s is no area, and says where it stands', (rate) => {
    const rows = areaForm([
      ['Thôn Đông', 217, 193],
      ['Thôn Đoài', 179, 161],
    ]);
    const outcome = read([...rows, [null, 'Tổng cộng', 396, 354], [null, 'Tỷ lệ %', null, rate]]);
    expect(outcome.column('bieu-01', 'familiesTitled')).toEqual([193, 161]);
    expect(outcome.codes).toEqual(['layout/stray-figure']);
  });
});

describe('names of real areas', () => {
  it.each([
    'Cộng Hòa',
    'Toàn Thắng',
    'Tổ 1 + 2',
    'Thôn Tổng',
    'Cống',
    'Tống',
    'Tổng Hợp',
    'Cụm 3',
    'Khu 2',
    'Bản Sum',
    'Tổng',
  ])('%s stays an area', (name) => {
    const outcome = read(
      areaForm([
        ['Thôn Đông', 217, 193],
        [name, 179, 161],
        ['Thôn Đoài', 83, 70],
      ]),
    );
    expect(outcome.codes).toEqual([]);
    expect(outcome.column('bieu-01', 'households')).toEqual([217, 179, 83]);
  });
});

describe('parts of the whole at an end of the table', () => {
  const PARTS = [
    'Nông thôn',
    'Thành thị',
    'Miền núi',
    'Vùng 1',
    'Khối phố',
    'Các thôn',
    'Hữu ngạn',
    'Chi bộ 2',
  ];
  const random = randomNumbers(6250);
  const village = (index: number) => {
    const households = 60 + random.upTo(400);
    return [index + 1, `Ấp ${String(index + 1)}`, households, households - random.upTo(30), 'đạt'] as const;
  };
  type Area = ReturnType<typeof village>;
  const sum = (rows: readonly Area[], at: 2 | 3): number => rows.reduce((all, row) => all + row[at], 0);
  /** Villages, and the sums of every second or third of them under a neutral name. */
  const split = (parts: number, total: boolean, ahead: boolean, numbered: boolean, slip: number) => {
    const areas = Array.from({ length: parts * 2 + 1 + random.upTo(8) }, (_, index) => village(index));
    const sums = Array.from({ length: parts }, (_, part) => {
      const own = areas.filter((_, index) => index % parts === part);
      const number = numbered ? areas.length + part + 1 : null;
      return [number, random.of(PARTS), sum(own, 2) + (part === 0 ? slip : 0), sum(own, 3), null];
    });
    const all = total ? [[null, 'Tổng cộng', sum(areas, 2), sum(areas, 3), null]] : [];
    return {
      areas,
      rows: [AREA_HEADER, ...(ahead ? [...sums, ...areas, ...all] : [...areas, ...all, ...sums])],
    };
  };

  it('never count beside the areas: generated forms', () => {
    for (let turn = 0; turn < tries(120, 20); turn += 1) {
      const { areas, rows } = split(2 + (turn % 3), turn % 2 === 0, turn % 5 === 0, turn % 4 === 0, 0);
      const outcome = read(rows);
      expect(
        sumOf(outcome, 'households') === sum(areas, 2) || excludes(outcome),
        `${rows.map((row) => row.join('|')).join('\n')}\n${outcome.codes.join()}`,
      ).toBe(true);
    }
  });

  it('with a slip in one of them are asked about at least', () => {
    for (let turn = 0; turn < tries(60, 20); turn += 1) {
      const { rows } = split(2 + (turn % 2), false, turn % 5 === 0, false, 1 + random.upTo(4));
      const outcome = read(rows);
      expect(
        outcome.findings.some(({ severity }) => severity !== 'info'),
        rows.map((row) => row.join('|')).join('\n'),
      ).toBe(true);
    }
  });

  it('names the parts and how many rows they repeat', () => {
    const outcome = read([
      ...areaForm([
        ['Ấp 1', 218, 197],
        ['Ấp 2', 179, 157],
        ['Ấp 3', 317, 288],
        ['Nông thôn', 535, 485],
        ['Thành thị', 179, 157],
      ]),
    ]);
    expect(found(outcome, 'layout/rows-repeat-all')[0]?.message).toContain(
      'Các dòng “Nông thôn”; “Thành thị” của Biểu 01 cộng lại đúng bằng tổng 3 dòng còn lại',
    );
  });
});

describe('a coincidence', () => {
  it('of one column, or of round figures, is asked about and counts', () => {
    for (const rows of [
      [
        ['Thôn 1', 217],
        ['Thôn 2', 179],
        ['Thôn 3', 396],
      ],
      [
        ['Thôn 1', 100, 90],
        ['Thôn 2', 200, 180],
        ['Thôn 3', 300, 270],
      ],
      [
        ['Thôn 1', 217, 193],
        ['Thôn 2', 217, 193],
      ],
    ] as const) {
      const outcome = read(areaForm(rows));
      expect(outcome.codes.filter((code) => code.startsWith('layout/'))).toEqual([
        rows.length === 2 ? 'layout/row-perhaps-copy' : 'layout/row-perhaps-sum',
      ]);
      expect(outcome.column('bieu-01', 'households')).toEqual(rows.map(([, households]) => households));
    }
  });
});

describe('two areas of nearly one size beside one without figures', () => {
  const rows = (between: readonly Typed[]) => [
    [...AREA_HEADER, 'Số nhân khẩu', 'Số hộ nghèo', 'Số hộ cận nghèo'],
    [1, 'Thôn Đông', 412, 366, 'đạt', 1488, 4, 8],
    [2, 'Thôn Đoài', 298, 265, 'đạt', 1076, 31, 64],
    [3, 'Thôn Giữa', ...between],
    [4, 'Thôn Nam', 297, 265, 'đạt', 1027, 31, 64],
    [5, 'Thôn Bắc', 199, 177, 'đạt', 719, 2, 4],
  ];
  const sums = (between: readonly Typed[]) =>
    read(rows(between)).codes.filter((code) => ABOUT_ROWS.includes(code));

  it('are no sum of each other, for which two rows have to have some', () => {
    expect(sums([])).toEqual([]);
    expect(sums(['-', '-', null, '-', '-', '-'])).toEqual([]);
    expect(sums([15, 1, 'đạt', 49, null, null])).not.toEqual([]);
  });
});

describe('heads of groups whose figures are round', () => {
  const HEADED: readonly Typed[][] = [
    ['', 'Đông Xá', 480, 420, 'đạt'],
    [1, 'A', 80, 70, 'đạt'],
    [2, 'B', 130, 120, 'đạt'],
    [3, 'C', 80, 60, 'đạt'],
    [4, 'D', 190, 170, 'đạt'],
    ['', 'Tân Yên', 650, 540, 'đạt'],
    ...[240, 80, 60, 40, 100, 80, 50].map((many, at) => [
      at + 5,
      'EGHIKLM'.charAt(at),
      many,
      many - 10,
      'đạt',
    ]),
  ];

  it.each([undefined, (many: number) => many * 4])('never count twice in silence', (population) => {
    const rows = HEADED.map((row) =>
      population === undefined ? row : [...row, population(row[2] as number)],
    );
    const header = population === undefined ? AREA_HEADER : [...AREA_HEADER, 'Số nhân khẩu'];
    const outcome = read([[...header], ...rows]);
    expect(outcome.codes.filter((code) => ABOUT_ROWS.includes(code))).not.toEqual([]);
  });
});

describe('an area below the numbered ones', () => {
  it('whose name is long is no note when it has figures', () => {
    const outcome = read([
      [...AREA_HEADER],
      [1, 'Thôn Đông', 217, 193, 'đạt'],
      [2, 'Thôn Đoài', 179, 161, 'đạt'],
      ['', 'Chung cư Him Lam Yên Phong', 61, 52, ''],
    ]);
    expect(outcome.codes).not.toContain('layout/stray-figure');
    expect(outcome.column('bieu-01', 'households')).toEqual([217, 179, 61]);
  });
});

describe('a row of column numbers', () => {
  it.each([
    ['(1)', '(2)', '(3)', '(5)', '(4)'],
    ['1', '2', '3', '5', '4'],
    ['A', 'B', '1', '3=1-2', '2'],
    ['(1)', '(2)', '(3)', '(5)', '(6)'],
    ['A', 'B', '14', '13', '31'],
    ['(1)', '(2)', '(14)', '(13)', '(31)'],
    ['1', '2', '3a', '3b', '4'],
    ['-1-', '-2-', '-4-', '-3-', '-5-'],
    ['I', 'II', 'III', 'IV', 'V'],
    ['1', '2', '3', '3', '4'],
    ['A', 'B', 'C', 'D', 'E'],
  ])('%s %s %s %s %s is none of figures', (...numbers) => {
    const [header = [], ...rows] = areaForm([
      ['Thôn 1', 217, 193],
      ['Thôn 2', 179, 161],
    ]);
    const outcome = read([header, numbers, ...rows]);
    expect(outcome.codes).toEqual([]);
    expect(outcome.column('bieu-01', 'households')).toEqual([217, 179]);
  });

  it.each([
    ['1', '2', '45', '42', 'x'],
    ['1', '2', '45', '42', 'đạt'],
    ['1', '2', '45', '58', ''],
    ['1', '4', '3', '2', ''],
    ['1', '2', '3', '3', ''],
  ])('is never taken out of the first row of areas in silence: %s %s %s %s %s', (...first) => {
    const [header = [], ...rows] = areaForm([
      ['Tổ 3', 50, 40],
      ['Tổ 5', 61, 50],
    ]);
    const outcome = read([header, first, ...rows]);
    const stands = outcome.column('bieu-01', 'households')?.length === 3;
    expect(stands || outcome.codes.length > 0).toBe(true);
  });

  it('is not an area of a number whose figures are small', () => {
    const rows = areaForm([
      ['2', 14, 13],
      ['3', 31, 30],
      ['4', 9, 8],
    ]);
    expect(read(rows).column('bieu-01', 'households')).toEqual([14, 31, 9]);
    const [header = [], ...others] = areaForm([['Thôn 1', 217, 193]]);
    const below = read([header, ...others, [1, '2', 14, 13, 'đạt']]);
    expect(below.column('bieu-01', 'households')).toEqual([217, 14]);
  });

  it('is not a row of three small figures without a name', () => {
    const [header = [], ...rows] = areaForm([['Thôn 1', 217, 193]]);
    expect(read([header, ...rows, [2, null, 3, 1]]).codes).toContain('layout/row-without-name');
  });
});

describe('a row without a number that is about as large as the numbered ones beside it', () => {
  const FIVE: readonly Typed[][] = [
    [1, 'Thôn 1', 310, 290, 'đạt'],
    [2, 'Thôn 2', 275, 250, 'đạt'],
    [3, 'Thôn 3', 402, 380, 'đạt'],
    [4, 'Thôn 4', 198, 180, 'không đạt'],
    [5, 'Thôn 5', 250, 231, 'đạt'],
  ];
  const told = (...rows: readonly (readonly Typed[])[]): readonly string[] =>
    read([AREA_HEADER, ...rows]).codes.filter((code) => ABOUT_ROWS.includes(code));
  const odd = (name: string, households: number, titled: number): Typed[] => [
    null,
    name,
    households,
    titled,
    'đạt',
  ];

  it.each([
    ['below all of them', [...FIVE, odd('Tây Phong', 1350, 1261)]],
    ['above all of them', [odd('Tây Phong', 1350, 1261), ...FIVE]],
    ['with more than they have', [...FIVE, odd('Tây Phong', 1560, 1450)]],
    ['below the last three', [...FIVE, odd('Tây Phong', 800, 741)]],
    ['without an answer where they have theirs', [...FIVE, [6, 'Tây Phong', 1350, 1261, null]]],
  ])('%s is asked about', (_, rows) => {
    expect(told(...rows)).toEqual(['layout/row-perhaps-near-sum']);
  });

  it('is asked about once for every group', () => {
    expect(
      told(...FIVE.slice(0, 2), odd('Đông Phong', 560, 500), ...FIVE.slice(2), odd('Tây Phong', 800, 741)),
    ).toEqual(['layout/row-perhaps-near-sum', 'layout/row-perhaps-near-sum']);
  });

  it.each([
    ['of the size of the others', [...FIVE, odd('Xóm Mới', 290, 260)]],
    ['of the size of two of them', [...FIVE, odd('Xóm Mới', 480, 430)]],
    ['far from their sum in one column', [...FIVE, odd('Xóm Mới', 1350, 900)]],
    ['numbered as they are', [...FIVE, [6, 'Tây Phong', 1350, 1261, 'đạt']]],
    ['small', [[1, 'Xóm 1', 2, 2, 'đạt'], [2, 'Xóm 2', 3, 3, 'đạt'], odd('Xóm Mới', 6, 5)]],
    ['among rows without numbers', FIVE.map((row) => [null, ...row.slice(1)])],
  ])('is an area: %s', (_, rows) => {
    expect(told(...rows)).toEqual([]);
  });

  it('makes the form an error where its own total says that it was counted twice', () => {
    const rows = [
      ...FIVE.slice(0, 2),
      odd('Đông Phong', 565, 520),
      ...FIVE.slice(2),
      odd('Tây Phong', 800, 741),
    ];
    const total = (households: number, titled: number): Typed[] => [null, 'Tổng cộng', households, titled];
    const outcome = read([AREA_HEADER, ...rows, total(1365, 1261)]);
    expect(found(outcome, 'layout/rows-repeat-total')[0]?.message).toContain('gấp khoảng 2 lần');
    expect(excludes(outcome)).toBe(true);
    // A total that adds everything up, or says something else, does not.
    for (const other of [total(2800, 2592), total(2000, 1900)])
      expect(told(...rows, other)).not.toContain('layout/rows-repeat-total');
  });

  it('is no matter of a total that is typed wrong in one column', () => {
    expect(told(...FIVE, [null, 'Tổng cộng', 718, 1331])).not.toContain('layout/rows-repeat-total');
  });
});
