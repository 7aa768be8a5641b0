/** Rows named after other communes, however their kind is written; and villages that share a commune's name. */
import { describe, expect, it } from 'vitest';
import { isError } from '../../../src/findings/finding.js';
import { madeUnit } from '../../support/made-units.js';
import { randomNumbers, type RandomNumbers } from '../validation/random-numbers.js';
import { AREA_HEADER, found, information, recognise, sheet, treeOf, workbook } from './made-files.js';
import type { UnitScope } from '../../../src/submission/sender/unit-scope.js';
import { tries } from '../../support/sweep.js';

const NAMES =
  'Đông Phong|Đông Tiến|Long Châu|Tam Giang|Hòa Tiến|Yên Trung|Văn Môn|Trung Nghĩa|Dũng Liệt|Tam Đa';
const TYPES = ['phường', 'xã', 'xã', 'thị trấn', 'xã', 'phường'];
const DISTRICT = madeUnit('258', 'district', '', { name: 'Yên Phong', type: 'huyện' });
const COMMUNES = NAMES.split('|').map((name, index) =>
  madeUnit(String(9193 + index).padStart(5, '0'), 'commune', '258', {
    name,
    type: TYPES[index % TYPES.length] ?? 'xã',
  }),
);
const WARDS = [1, 2, 3, 4].map((name) =>
  madeUnit(`1000${String(name)}`, 'commune', '258', { name: String(name), type: 'phường' }),
);
const UNITS = [DISTRICT, ...COMMUNES, ...WARDS];
const scope = { tree: treeOf('258', UNITS), everywhere: new Map(UNITS.map((unit) => [unit.code, unit])) };
const OWN = COMMUNES[0];

const read = (random: RandomNumbers, names: readonly string[], around: UnitScope = scope) => {
  const rows = names.map((name, index) => {
    const households = 60 + random.upTo(700);
    return [index + 1, name, households, households - random.upTo(40), 'đạt'];
  });
  const said = { 'Mã đơn vị hành chính': OWN?.code ?? '', 'Tên đơn vị': OWN?.name ?? '' };
  return recognise(workbook([information(said), sheet('Biểu 01', [AREA_HEADER, ...rows])]), {
    scope: around,
  });
};
const FULL: readonly ((name: string, type: string) => string)[] = [
  (name) => `Xã ${name}`,
  (name) => `Phường ${name}`,
  (name) => `THỊ TRẤN ${name.toUpperCase()}`,
  (name, type) => `${type} ${name}, huyện Yên Phong`,
  (name, type) => `UBND ${type} ${name}`,
  (name, type) => `- ${type} ${name} (12 thôn)`,
  (name) => `TT. ${name}`,
  (name, type) => `10024 - ${type} ${name}`,
  (name) => `Xã/TT: ${name}`,
  (name, type) => `Đơn vị ${type} ${name}`,
  (name) => `Xã.${name}`,
];
const SHORT: readonly ((name: string) => string)[] = [
  (name) => `P. ${name}`,
  (name) => `P.${name}`,
  (name) => `TT ${name}`,
  (name) => `P ${name}`,
];
const picked = (random: RandomNumbers, count: number) => {
  const left = COMMUNES.slice(1);
  return Array.from({ length: count }, () => left.splice(random.upTo(left.length - 1), 1)[0] ?? COMMUNES[1]);
};
const numbered = (count: number) => Array.from({ length: count }, (_, index) => `Thôn ${String(index + 1)}`);

describe('a table of the communes of a district in the form of one', () => {
  it('is an error however their kinds are written: generated forms', () => {
    const random = randomNumbers(6220);
    for (let turn = 0; turn < tries(100, 18); turn += 1) {
      const names = picked(random, 3 + random.upTo(5)).map((unit) => {
        const write = random.of([...FULL, ...SHORT, (name: string) => name]);
        return write(unit?.name ?? '', unit?.type ?? '');
      });
      const outcome = read(random, names);
      const [told] = found(outcome, 'layout/units-as-rows');
      expect(told?.severity, `${names.join('|')} ${outcome.codes.join()}`).toBe('error');
      expect(told?.fields).toContain('households');
    }
  });

  it.each([1, 2, 3])('%i of six rows typed in full are an error: generated forms', (count) => {
    const random = randomNumbers(6221 + count);
    for (let turn = 0; turn < tries(30, 10); turn += 1) {
      const names = picked(random, count).map((unit) => random.of(FULL)(unit?.name ?? '', unit?.type ?? ''));
      const outcome = read(random, [...names, ...numbered(6 - count)]);
      expect(outcome.codes, names.join('|')).toContain('layout/units-as-rows');
    }
  });

  it('written short on one or two of eight rows is asked: generated forms', () => {
    const random = randomNumbers(6225);
    for (let turn = 0; turn < tries(50, 15); turn += 1) {
      const names = picked(random, 1 + random.upTo(1)).map((unit) => random.of(SHORT)(unit?.name ?? ''));
      const { codes } = read(random, [...names, ...numbered(8 - names.length)]);
      expect(codes, names.join('|')).toContain('layout/perhaps-units-as-rows');
    }
  });

  it('named by their codes alone is an error', () => {
    const codes = COMMUNES.slice(2, 6).map(({ code }) => code);
    expect(read(randomNumbers(6232), codes).codes).toContain('layout/units-as-rows');
  });

  it('of wards with numbers is an error', () => {
    const random = randomNumbers(6226);
    for (const names of [
      ['Phường 1', 'Phường 2', 'Phường 3'],
      ['P1', 'P2', 'P.3'],
      ['P. 1', 'Phường 4'],
    ])
      expect(read(random, names).codes, names.join()).toContain('layout/units-as-rows');
  });
});

describe('rows that say in which commune they lie', () => {
  const WRITTEN: readonly ((name: string, type: string) => string)[] = [
    (name, type) => `Thôn 1 - ${type} ${name}`,
    (name, type) => `Xóm Chùa, ${type} ${name}`,
    (name, type) => `TDP 3 (${type} ${name}, huyện Yên Phong)`,
    (name, type) => `Nhà văn hóa ${type} ${name}`,
  ];
  const ELSEWHERE = (code: string): boolean => code.endsWith('rows-of-other-units');

  it('are an error where most are of others, a question where one is: generated forms', () => {
    const random = randomNumbers(1700);
    for (let turn = 0; turn < tries(40, 8); turn += 1) {
      const others = picked(random, 3).map((unit) => random.of(WRITTEN)(unit?.name ?? '', unit?.type ?? ''));
      const most = read(random, [...others, 'Thôn Đông']);
      expect(found(most, 'layout/rows-of-other-units')[0]?.fields, others.join('|')).toContain('households');
      const one = read(random, [...numbered(4), others[0] ?? '']);
      expect(one.codes.filter(ELSEWHERE)).toEqual(['layout/perhaps-rows-of-other-units']);
      expect(one.findings.filter(isError)).toEqual([]);
    }
  });

  it.each([
    [(name: string) => `Thôn Hạ - xã ${name} (cũ)`],
    [(name: string) => `Thôn Hạ (xã ${name} cũ)`],
    [(name: string) => `Thôn ${name}`],
    [(name: string) => `Khu tập thể giáp xã ${name}`],
    [(name: string) => `Trại ổi (gần xã ${name})`],
    [() => `Thôn Hạ, ${OWN?.type ?? ''} ${OWN?.name ?? ''},`],
    [() => 'Thôn Hạ, xã Không Đâu'],
  ])('are not spoken of where that is the commune itself, one that is no more, or none', (write) => {
    const random = randomNumbers(1701);
    const names = picked(random, 3).map((unit, row) => `${write(unit?.name ?? '')} khu ${'ABC'[row] ?? ''}`);
    expect(read(random, names).codes.filter(ELSEWHERE)).toEqual([]);
  });
});

describe('villages of one commune', () => {
  const KINDS = 'Thôn|Xóm|Ấp|Bản|Buôn|Khu phố|Tổ dân phố|TDP|KP.|Làng|Khu|Phố|Khối|Cụm dân cư|T.'.split('|');
  it('that bear names of the communes around with their own kind are not spoken of: generated forms', () => {
    const random = randomNumbers(6227);
    for (let turn = 0; turn < tries(120, 20); turn += 1) {
      const names = picked(random, 2 + random.upTo(6)).map(
        (unit) => `${random.of(KINDS)} ${unit?.name ?? ''}${random.of(['', '', ' (cũ)', ' 2'])}`,
      );
      expect(read(random, names).codes, names.join('|')).toEqual([]);
    }
  });

  it('without their kind are never refused, asked at most: generated forms with one or two such names', () => {
    const random = randomNumbers(6228);
    let asked = 0;
    for (let turn = 0; turn < tries(120, 20); turn += 1) {
      const own = picked(random, 1 + random.upTo(1)).map((unit) => unit?.name ?? '');
      const names = [...own, ...'Cầu Gỗ|Tiểu Long|Đại Chu|Ngô Xá'.split('|').slice(0, 3 + random.upTo(1))];
      const outcome = read(random, names);
      expect(outcome.findings.filter(isError), names.join('|')).toEqual([]);
      if (own.length === 1) expect(outcome.codes).toEqual([]);
      else asked += outcome.codes.length;
    }
    expect(asked).toBeGreaterThan(0);
  });

  it('of xóm written short are asked about, never refused', () => {
    const { codes } = read(randomNumbers(6231), ['X. Tam Đa', 'X. Văn Môn', 'X. Trong', 'X.Ngoài']);
    expect(codes).toEqual(['layout/perhaps-units-as-rows']);
  });

  it.each([
    [['1', '2', '3', '4']],
    [['01', '02', '03']],
    [['I', 'II', 'III']],
    [['A1', 'A2', 'B1']],
    [
      [
        'X. Đông Phong',
        'X. Đông Tiến',
        'X. Ngoài',
        'X. Trong',
        'X. Giữa',
        'X. Thượng',
        'X. Hạ',
        'X. Đình',
        'X. Chùa',
      ],
    ],
    [['Thị Trấn', 'Phường Nội', 'Xã Đoài cũ']],
    [['Xã Long Phụng (cũ)', 'Xã Đông Phong (trước sáp nhập)', 'Thôn Đông']],
    [[...numbered(4), 'Phường Nội']],
    // Where most rows are bare names, one of them is a village.
    [['Cộng Hòa', 'Toàn Thắng', 'Tam Đa', 'Đồng Tâm', 'Quyết Tiến']],
    [[...numbered(2), 'Đồng Tâm', 'Đoàn Kết', 'Tam Đa']],
    [[...numbered(4), 'Thôn Tam Đa']],
    [['Quan Âm', 'Phương Liên', 'Phuong Lien', 'Huyền Trang']],
  ])('%j are areas', (names) => {
    const outcome = read(randomNumbers(6229), names);
    expect(outcome.codes.filter((code) => code.includes('units-as-rows'))).toEqual([]);
    expect(outcome.findings.filter(isError)).toEqual([]);
  });
});

describe('units of elsewhere as rows', () => {
  const SYLLABLES = (
    'An|Bình|Châu|Đại|Đông|Giang|Hải|Hòa|Hưng|Khánh|Lâm|Lộc|Long|Minh|Mỹ|Nam|' +
    'Ninh|Phú|Phong|Quang|Sơn|Tân|Tây|Thanh|Thịnh|Thượng|Trung|Vĩnh|Xuân|Yên'
  ).split('|');
  const random = randomNumbers(6240);
  const named = (district: string, type: string, count: number) =>
    Array.from({ length: count }, (_, index) =>
      madeUnit(`${district}${String(index).padStart(2, '0')}`, 'commune', district, {
        name: `${random.of(SYLLABLES)} ${random.of(SYLLABLES)}`,
        type,
      }),
    );
  const province = madeUnit('27', 'province', '', { name: 'Bắc Ninh', type: 'tỉnh' });
  const districts = Array.from({ length: 12 }, (_, index) =>
    madeUnit(String(300 + index), 'district', '27', { name: `Huyện ${String(index)}`, type: 'huyện' }),
  );
  const below = districts.map(({ code }) => named(code, random.of(['xã', 'phường']), 12 + random.upTo(8)));
  const tiers = [province, ...districts, ...below.flat()];
  const now = [province, ...named('27', 'xã', 40)];
  const everywhere = (units: typeof tiers) => new Map(units.map((unit) => [unit.code, unit]));
  /** A district among others, a whole province of three levels, and one of two whose old districts are no more. */
  const SCOPES = [
    { own: below[0]?.[0], scope: { tree: treeOf('300', tiers), everywhere: everywhere(tiers) } },
    { own: below[0]?.[0], scope: { tree: treeOf('27', tiers), everywhere: everywhere(tiers) } },
    {
      own: now[1],
      scope: {
        tree: treeOf('27', now),
        everywhere: everywhere(now),
        former: [...districts, ...below.flat()],
      },
    },
  ];
  const codesOf = (names: readonly string[], { own, scope: around }: (typeof SCOPES)[number]) => {
    const rows = names.map((name, index) => [index + 1, name, 60 + random.upTo(700), 50, 'đạt']);
    const said = { 'Mã đơn vị hành chính': own?.code ?? '', 'Tên đơn vị': own?.name ?? '' };
    return recognise(workbook([information(said), sheet('Biểu 01', [AREA_HEADER, ...rows])]), {
      scope: around,
    });
  };

  it('are found by their bare names where they are of one district, of today or of before: generated forms', () => {
    for (let turn = 0; turn < tries(120, 20); turn += 1) {
      const place = SCOPES[turn % SCOPES.length] ?? SCOPES[0];
      const district = below[1 + random.upTo(10)] ?? [];
      const names = [...new Set(district.map(({ name }) => name))].slice(0, 3 + random.upTo(6));
      if (place === undefined || names.length < 3) continue;
      const { codes } = codesOf(names, place);
      expect(
        codes.filter((code) => code.endsWith('units-as-rows')),
        `${String(turn)} ${names.join('|')}`,
      ).toHaveLength(1);
      if (names.length >= 4 && !names.includes(place.own?.name ?? ''))
        expect(codes, names.join('|')).toContain('layout/units-as-rows');
    }
  });

  it('are not seen in villages without their kind that bear such names by chance: generated forms, 2 of 100 asked at most', () => {
    let asked = 0;
    for (let turn = 0; turn < tries(150, 25); turn += 1) {
      const place = SCOPES[turn % 2] ?? SCOPES[0];
      if (place === undefined) continue;
      const names = new Set(
        Array.from({ length: 4 + random.upTo(8) }, () => `${random.of(SYLLABLES)} ${random.of(SYLLABLES)}`),
      );
      const outcome = codesOf([...names], place);
      if (outcome.codes.some((code) => code.endsWith('units-as-rows'))) asked += 1;
    }
    expect(asked).toBeLessThanOrEqual(3);
  });

  it.each([
    ['Xã Tịnh Hà', 'of another district'],
    ['Phường Trần Phú', 'of another province'],
    ['Xã Tịnh Hà (cũ)', 'of another district, called former'],
    ['Xã Long Châu (cũ)', 'beside this one and still there'],
    ['Xã Bình An (cũ)', 'that went into another one'],
    ['Tam Đa', 'beside this one, where every other row says its kind'],
  ])('%s, %s, is asked about even alone', (name) => {
    const far = [
      madeUnit('21600', 'commune', '999', { name: 'Tịnh Hà', type: 'xã' }),
      madeUnit('21601', 'commune', '998', { name: 'Trần Phú', type: 'phường' }),
    ];
    const ended = [
      madeUnit('21602', 'commune', '258', { name: 'Bình An', type: 'xã', validTo: '2020-01-01' }),
      madeUnit('21603', 'commune', '258', { name: 'Bình Yên', type: 'xã', validTo: '2020-01-01' }),
    ];
    const country = {
      ...scope,
      everywhere: new Map([...UNITS, ...far].map((unit) => [unit.code, unit])),
      former: ended,
      successors: new Map([
        ['21602', [COMMUNES[1]?.code ?? '']],
        ['21603', [OWN?.code ?? '']],
      ]),
    };
    const { codes, findings } = read(randomNumbers(6230), [...numbered(5), name], country);
    expect(codes).toEqual(['layout/perhaps-units-as-rows']);
    expect(findings.filter(isError)).toEqual([]);
    expect(read(randomNumbers(6230), [...numbered(5), 'Xã Bình Yên (cũ)'], country).codes).toEqual([]);
  });

  it('“Phường Đông” is a village, unless a ward of that name is around', () => {
    const above = [
      madeUnit('27', 'province', '', { name: 'Bắc Ninh' }),
      { ...DISTRICT, parentCode: '27' },
      madeUnit('259', 'district', '27', { name: 'Quế Võ' }),
    ];
    const told = (parentCode: string, type: string, name: string) => {
      const ward = madeUnit('21600', 'commune', parentCode, { name, type });
      const units = [...above, ...COMMUNES, ...WARDS];
      const everywhere = new Map([...units, ward].map((unit) => [unit.code, unit]));
      const country = { tree: treeOf('258', units), everywhere };
      return read(randomNumbers(6230), [...numbered(5), 'Phường Đông'], country).codes;
    };
    expect(told('259', 'phường', 'Đông')).toEqual(['layout/perhaps-units-as-rows']);
    expect(told('999', 'phường', 'Đông')).toEqual([]);
    expect(told('259', 'xã', 'Đông')).toEqual([]);
    expect(told('259', 'phường', 'Dòng')).toEqual([]);
  });
});
