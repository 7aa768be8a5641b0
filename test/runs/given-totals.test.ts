/**
 * Communes that list their areas, communes that only write how many there are and how many hold the title, and communes
 * that do both: what the run makes of them against what the generator knows.
 */
import { describe, expect, it } from 'vitest';
import { withOwnForms } from '../../src/criteria/own-forms.js';
import { figureOf } from '../../src/office/own-forms/result-figures.js';
import { traceInputs } from '../../src/office/traces/trace-inputs.js';
import type { ResultsDocument, SourceFile } from '../../src/model.js';
import { readYaml } from '../../src/readers/yaml-document.js';
import { tries } from '../support/sweep.js';
import { drawnBook } from '../unit/submission/own-form/drawn-forms.js';
import { OLD_UNITS, randomOf, resultsFile, resultsOf, SET } from '../unit/pipeline/made-levels.js';

const LIST = `schema: tdkvh/own-form@1
id: danh-sach
label: Danh sách thôn
tables:
  - sheet: Thôn
    rows: area
    key: [Tên thôn]
    columns:
      - { header: [Loại], field: areaKind }
      - { header: [Tổng số hộ], field: households }
      - { header: [Kết quả], field: areaTitle }
      - { header: [Số năm liên tục], field: areaTitleYears }
`;
const TOTALS = `schema: tdkvh/own-form@1
id: tong-hop
label: Bảng tổng hợp
tables:
  - sheet: Chung
    rows: indicator
    key: [Nội dung]
    columns:
      - { header: [Kết quả năm], role: actual }
    lines:
      - { label: Tổng số thôn và tổ, field: areaCount }
      - { label: Số thôn, field: areaCountThon }
      - { label: Số tổ, field: areaCountToDanPho }
      - { label: Số được tặng danh hiệu, field: areasTitled }
      - { label: Số giữ 3 năm, field: areasTitled3y }
      - { label: Số có nhà văn hóa, field: areasWithCultureHouse }
      - { label: Số thôn được tặng, field: areasTitledThon }
      - { label: Số tổ được tặng, field: areasTitledToDanPho }
`;
const FORM = [LIST, TOTALS].map((text, at) => {
  const { value, locate } = readYaml(text, `forms/${String(at)}.yaml`);
  return { value, file: `forms/${String(at)}.yaml`, locate };
});
const { set: WITH_FORMS = SET, findings: FAULTS } = withOwnForms(SET, FORM);

const LABELS = [
  'Tổng số thôn và tổ',
  'Số thôn',
  'Số tổ',
  'Số được tặng danh hiệu',
  'Số giữ 3 năm',
  'Số có nhà văn hóa',
];
const HOUSEHOLDS = `schema: tdkvh/own-form@1
id: danh-sach-ho
label: Danh sách hộ
tables:
  - sheet: DS hộ
    rows: household
    key: [Thôn]
    columns:
      - { header: [Kết quả], field: familiesTitled, count: [Đạt], others: [Không đạt] }
`;

interface Area {
  readonly kind: 'thôn' | 'tổ dân phố';
  readonly awarded: boolean;
  readonly years: number;
}
/** How a commune reports: what it writes, and what of it counts. */
const WAYS = [
  'list',
  'total',
  'kinds',
  'both',
  'differs',
  'above',
  'count only',
  'title only',
  // Lists whose column of kinds is blank, or is but for one row.
  'kinds beside a list',
  'kinds beside some kinds',
] as const;
/** Ways of a commune of its own, whose figures are wrong. */
type WrongWay = 'kinds too many';
type Way = (typeof WAYS)[number];

interface Commune {
  readonly code: string;
  readonly way: Way | WrongWay;
  readonly areas: readonly Area[];
}

const communesOf = (seed: number): readonly Commune[] => {
  const random = randomOf(seed * 6151);
  return OLD_UNITS.filter(({ level }) => level === 'commune').map(({ code }, at) => ({
    code,
    way: WAYS[(at + seed) % WAYS.length] ?? 'list',
    areas: Array.from({ length: 2 + random(6) }, (): Area => {
      const awarded = random(4) > 0;
      return {
        kind: random(3) === 0 ? 'tổ dân phố' : 'thôn',
        awarded,
        years: awarded ? 1 + random(6) : 0,
      };
    }),
  }));
};

const countOf = (areas: readonly Area[], holds: (area: Area) => boolean): number =>
  areas.filter(holds).length;
const titled = (areas: readonly Area[]): number => countOf(areas, ({ awarded }) => awarded);
const longer = (areas: readonly Area[]): number => countOf(areas, ({ years }) => years >= 3);

const nameOf = (code: string): string => OLD_UNITS.find((one) => one.code === code)?.name ?? '';

async function fileOf({ code, way, areas }: Commune): Promise<SourceFile> {
  const top = [[`BÁO CÁO NĂM 2024`], [`Xã: ${nameOf(code)}`], []];
  const listed = {
    name: 'Thôn',
    rows: [
      ...top,
      ['TT', 'Tên thôn', 'Loại', 'Tổng số hộ', 'Kết quả', 'Số năm liên tục'],
      ...areas.map(({ kind, awarded, years }, at) => [
        at + 1,
        `Khu ${String(at + 1)}`,
        way === 'kinds beside a list' ||
        way === 'kinds too many' ||
        (way === 'kinds beside some kinds' && at > 0)
          ? null
          : kind,
        50 + at,
        awarded ? 'đạt' : 'không đạt',
        years,
      ]),
    ],
  };
  const isByKind = way.startsWith('kinds');
  const ofKind = (kind: Area['kind'], awarded?: true): number | null =>
    isByKind ? countOf(areas, (one) => one.kind === kind && (awarded === undefined || one.awarded)) : null;
  const shown = {
    areaCount: isByKind || way === 'title only' ? null : areas.length,
    thon: way === 'kinds too many' ? countOf(areas, ({ kind }) => kind === 'thôn') + 1 : ofKind('thôn'),
    to: ofKind('tổ dân phố'),
    titled:
      way === 'count only'
        ? null
        : way === 'differs'
          ? titled(areas) - 1
          : way === 'above'
            ? areas.length + 1
            : titled(areas),
  };
  const given = {
    name: 'Chung',
    rows: [
      ...top,
      ['TT', 'Nội dung', 'Kết quả năm'],
      [1, 'Tổng số thôn và tổ', shown.areaCount],
      [2, 'Số thôn', shown.thon],
      [3, 'Số tổ', shown.to],
      [4, 'Số được tặng danh hiệu', shown.titled],
      [5, 'Số giữ 3 năm', way === 'above' || way === 'count only' ? null : longer(areas)],
      [6, 'Số có nhà văn hóa', null],
      [7, 'Số thôn được tặng', ofKind('thôn', true)],
      [8, 'Số tổ được tặng', ofKind('tổ dân phố', true)],
    ],
  };
  const isListed =
    ['list', 'both', 'differs'].includes(way) || way.startsWith('kinds beside') || way === 'kinds too many';
  const isGiven = way !== 'list';
  const bytes = await drawnBook([...(isListed ? [listed] : []), ...(isGiven ? [given] : [])]);
  return {
    path: `submissions/${code}.xlsx`,
    bytes,
    sha256: Buffer.from(code).toString('hex').padEnd(64, '0'),
  };
}

const run = async (communes: readonly Commune[]): Promise<ResultsDocument> =>
  resultsOf({
    unit: '97',
    level: 'province',
    files: await Promise.all(communes.map(fileOf)),
    more: { set: WITH_FORMS },
  });

/** n and d of a commune where it counts. */
const side = ({ measures }: ResultsDocument, unit: string, id: string) => {
  const measure = measures[unit]?.[id];
  return measure?.reported === 0 ? measure.state : [measure?.n, measure?.d];
};

const SEEDS = Array.from({ length: tries(3, 1) }, (_, at) => at + 1);

it('the forms fit', () => {
  expect(FAULTS).toEqual([]);
});

describe.each(SEEDS)('communes of seed %i', (seed) => {
  it('every commune counts as it reports', async () => {
    const communes = communesOf(seed);
    const results = await run(communes);
    for (const { code, way, areas } of communes) {
      const expected = {
        'kinds too many': undefined,
        list: [titled(areas), areas.length],
        total: [titled(areas), areas.length],
        kinds: [titled(areas), areas.length],
        'kinds beside a list': [titled(areas), areas.length],
        'kinds beside some kinds': [titled(areas), areas.length],
        both: [titled(areas), areas.length],
        differs: 'excluded',
        above: 'excluded',
        'count only': 'excluded',
        'title only': 'missing',
      }[way];
      expect([way, side(results, code, 'areaTitleRate')]).toEqual([way, expected]);
      const counts = way !== 'differs' && way !== 'above' && way !== 'count only';
      if (counts) expect(side(results, code, 'areaTitle3yRate')).toEqual([longer(areas), titled(areas)]);
      const codes = results.findings.filter(({ unit, severity }) => unit === code && severity === 'error');
      expect([way, codes.map(({ code: one }) => one).filter((one) => TOLD.has(one))]).toEqual([
        way,
        way === 'differs' ? ['total/rows-given-differ'] : way === 'above' ? ['total/part-exceeds-whole'] : [],
      ]);
    }
    const counting = communes.filter(
      ({ way }) => ['list', 'total', 'both'].includes(way) || way.startsWith('kinds'),
    );
    const sum = (of: (areas: readonly Area[]) => number): number =>
      counting.reduce((all, { areas }) => all + of(areas), 0);
    expect(side(results, '97', 'areaTitleRate')).toEqual([sum(titled), sum((areas) => areas.length)]);
    // Added a second way: what the two disagree on is an error of the program.
    expect(results.findings.map(({ code }) => code)).not.toContain('tool/totals-differ');
  });
});

it('a number that differs from the list is told once, and held against nothing else', async () => {
  const [first] = communesOf(3);
  if (first === undefined) throw new Error('no commune');
  const areas: readonly Area[] = Array.from({ length: 4 }, () => ({ kind: 'thôn', awarded: true, years: 4 }));
  const results = await run([{ code: first.code, way: 'differs', areas }]);
  const codes = results.findings.filter(({ unit }) => unit === first.code).map(({ code }) => code);
  // Three of four are written to hold the title, and four to have held it for three years.
  expect(codes.filter((one) => TOLD.has(one))).toEqual(['total/rows-given-differ']);
});

it('what differs is told with the sheet that has the list', async () => {
  const [first] = communesOf(2);
  if (first === undefined) throw new Error('no commune');
  const { findings } = await run([{ ...first, way: 'differs' }]);
  const told = findings.filter(({ code }) => code === 'total/rows-given-differ');
  expect(told.map(({ message }) => message.includes('trang “Thôn”'))).toEqual([true]);
});

describe('a list of households beside the number of areas', () => {
  const { value, locate } = readYaml(HOUSEHOLDS, 'forms/ho.yaml');
  const { set = SET, findings } = withOwnForms(SET, [
    { value, file: 'forms/ho.yaml', locate },
    ...FORM.slice(1),
  ]);
  const [{ code } = { code: '' }] = communesOf(1);
  const top = [[`BÁO CÁO NĂM 2024`], [`Xã: ${nameOf(code)}`], []];
  const filed = async (more: readonly (readonly (string | number | null)[])[]): Promise<ResultsDocument> => {
    const bytes = await drawnBook([
      {
        name: 'DS hộ',
        rows: [
          ...top,
          ['TT', 'Họ và tên chủ hộ', 'Thôn', 'Kết quả'],
          [1, 'Nguyễn Văn An', 'Thôn Đông', 'Đạt'],
          [2, 'Trần Thị Bình', 'Thôn Đông', 'Đạt'],
          [3, 'Lê Văn Cường', 'Thôn Tây', 'Đạt'],
          ...more,
        ],
      },
      {
        name: 'Chung',
        rows: [
          ...top,
          ['TT', 'Nội dung', 'Kết quả năm'],
          [1, 'Tổng số thôn và tổ', 3],
          [2, 'Số thôn', null],
          [3, 'Số tổ', null],
          [4, 'Số được tặng danh hiệu', 1],
          [5, 'Số giữ 3 năm', null],
          [6, 'Số có nhà văn hóa', null],
        ],
      },
    ]);
    const file = { path: 'submissions/ho.xlsx', bytes, sha256: 'a'.repeat(64) };
    return resultsOf({ unit: '97', level: 'province', files: [file], more: { set } });
  };

  it('that names fewer is told to differ, and with a row of the area it lacks all counts', async () => {
    expect(findings).toEqual([]);
    const lacking = await filed([]);
    expect(side(lacking, code, 'areaTitleRate')).toBe('excluded');
    const told = lacking.findings.filter((one) => one.code === 'total/rows-given-differ');
    expect(told.map(({ message }) => /trang “DS hộ” được 2, chênh lệch 1/u.test(message))).toEqual([true]);
    const whole = await filed([[4, null, 'Thôn Nam', 'Không đạt']]);
    expect(whole.findings.map((one) => one.code)).not.toContain('total/rows-given-differ');
    expect(side(whole, code, 'areaTitleRate')).toEqual([1, 3]);
  });
});

it('a list of households says nothing of how many areas there are', async () => {
  const { value, locate } = readYaml(HOUSEHOLDS, 'forms/ho.yaml');
  const { set = SET } = withOwnForms(SET, [{ value, file: 'forms/ho.yaml', locate }, ...FORM.slice(1)]);
  const [{ code } = { code: '' }] = communesOf(1);
  const top = [[`BÁO CÁO NĂM 2024`], [`Xã: ${nameOf(code)}`], []];
  const list = ['Đông', 'Đông', 'Tây'].map((name, at) => [at + 1, 'Nguyễn Văn An', `Thôn ${name}`, 'Đạt']);
  const numbers = [null, null, null, 1, null, 3].map((number, at) => [at + 1, LABELS[at] ?? '', number]);
  const bytes = await drawnBook([
    { name: 'DS hộ', rows: [...top, ['TT', 'Họ và tên chủ hộ', 'Thôn', 'Kết quả'], ...list] },
    { name: 'Chung', rows: [...top, ['TT', 'Nội dung', 'Kết quả năm'], ...numbers] },
  ]);
  const file = { path: 'submissions/ho.xlsx', bytes, sha256: 'a'.repeat(64) };
  const results = await resultsOf({ unit: '97', level: 'province', files: [file], more: { set } });
  // Three areas with a culture house beside two that are named: nobody is wrong, and nothing is rated.
  expect(results.findings.filter(({ code: one }) => TOLD.has(one))).toEqual([]);
  expect(side(results, code, 'areaTitleRate')).toBe('missing');
  expect(side(results, code, 'areaTitle:awarded')).toEqual([1, undefined]);
  expect(results.rows[code]?.['bieu-01']?.namesSome).toBe(true);
  expect(results.findings.map(({ code: one }) => one)).not.toContain('tool/totals-differ');
});

describe('numbers by kind beside a list', () => {
  const AREAS: readonly Area[] = [
    { kind: 'thôn', awarded: true, years: 3 },
    { kind: 'thôn', awarded: false, years: 0 },
    { kind: 'tổ dân phố', awarded: true, years: 1 },
  ];
  const RATES = ['areaTitleRate', 'areaTitleRateThon', 'areaTitleRateToDanPho'];

  it('count where the list says no kind of any area, and are traced to their cells', async () => {
    const [{ code } = { code: '' }] = communesOf(1);
    const results = await run([{ code, way: 'kinds beside a list', areas: AREAS }]);
    expect(RATES.map((id) => side(results, code, id))).toEqual([
      [2, 3],
      [1, 2],
      [1, 1],
    ]);
    const sources = traceInputs(results, WITH_FORMS)('areaTitleRateThon')?.sourcesOf(code);
    expect(sources?.n.cells.map(({ sheet, counts }) => [sheet, counts])).toEqual([['Chung', 1]]);
    expect(sources?.d?.cells.map(({ sheet, counts }) => [sheet, counts])).toEqual([['Chung', 2]]);
    expect(results.findings.map((one) => one.code)).not.toContain('tool/totals-differ');
  });

  it('are told where they do not add up to it', async () => {
    const [{ code } = { code: '' }] = communesOf(1);
    const results = await run([{ code, way: 'kinds too many', areas: AREAS }]);
    const told = results.findings.filter((one) => TOLD.has(one.code));
    expect(told.map((one) => `${one.code} ${one.message}`)).toEqual([
      'total/kinds-differ “Số thôn” (3), “Số tổ dân phố” (1) cộng lại là 4, trong khi “Tổng số thôn, tổ dân phố” đếm theo danh sách là 3, chênh lệch 1.',
    ]);
    expect(side(results, code, 'areaTitleRateThon')).toBe('excluded');
    expect(side(results, code, 'areaTitleRate')).toEqual([2, 3]);
  });

  it('do not where it says it of some', async () => {
    const [{ code } = { code: '' }] = communesOf(1);
    const results = await run([{ code, way: 'kinds beside some kinds', areas: AREAS }]);
    expect(RATES.map((id) => side(results, code, id))).toEqual([[2, 3], 'partlyReported', 'partlyReported']);
  });
});

const TOLD = new Set<string>(['total/part-exceeds-whole', 'total/rows-given-differ', 'total/kinds-differ']);

describe('where a total counts', () => {
  const communes = communesOf(1);
  const given = communes.filter(
    ({ way }) => !['list', 'both', 'differs'].includes(way) && !way.startsWith('kinds beside'),
  );

  it('is told with the cells that say it', async () => {
    const results = await run(communes);
    const one = communes.find(({ way }) => way === 'total');
    const sources = traceInputs(results, WITH_FORMS)('areaTitleRate')?.sourcesOf(one?.code ?? '');
    expect(sources?.n.cells.map(({ sheet, row, column, counts }) => [sheet, row, column, counts])).toEqual([
      ['Chung', 8, 3, titled(one?.areas ?? [])],
    ]);
    expect(sources?.d?.cells.map(({ row, counts }) => [row, counts])).toEqual([[5, one?.areas.length]]);
    const kinds = communes.find(({ way }) => way === 'kinds');
    const parts = traceInputs(results, WITH_FORMS)('areaTitleRate')?.sourcesOf(kinds?.code ?? '');
    expect(parts?.d?.cells.map(({ row }) => row)).toEqual([6, 7]);
  });

  it('fills the cell of a form of the level above that asks for the number', async () => {
    const results = await run(communes);
    const rate = results.measures['97']?.['areaTitleRate'];
    const unit = results.units.find(({ code }) => code === '97');
    if (unit === undefined) throw new Error('no province');
    expect(figureOf(results, unit, 'areasTitled', SET)).toMatchObject({
      kind: 'value',
      number: String(results.measures['97']?.['areaTitle:awarded']?.n),
    });
    expect(figureOf(results, unit, 'areaCount', SET)).toMatchObject({ number: String(rate?.d) });
  });

  it('is kept in the results with the form whose rows it counts', async () => {
    const results = await run(communes);
    const fields = results.fields.filter(({ totalOf }) => totalOf !== undefined);
    expect(fields.map(({ id, totalOf }) => `${id} ${String(totalOf)}`)).toContain('areasTitled bieu-01');
    for (const { code } of given) expect(results.rows[code]?.['bieu-01']).toBeUndefined();
  });
});

it('a province without such a form has of the results of its districts what it has of the communes', async () => {
  const communes = communesOf(2);
  const files = await Promise.all(communes.map(fileOf));
  const districts = OLD_UNITS.filter(({ level }) => level === 'district').map(({ code }) => code);
  const below = await Promise.all(
    districts.map(async (unit) => {
      const own = OLD_UNITS.filter(({ parentCode }) => parentCode === unit).map(({ code }) => code);
      const results = await resultsOf({
        unit,
        level: 'district',
        files: files.filter(({ path }) => own.some((code) => path.includes(code))),
        more: { set: WITH_FORMS },
      });
      return resultsFile(`submissions/${unit}.json`, results);
    }),
  );
  const whole = await run(communes);
  const adopted = await resultsOf({ unit: '97', level: 'province', files: below });
  const figures = ({ measures }: ResultsDocument, unit: string) =>
    ['areaTitleRate', 'areaTitle3yRate', 'familyTitleRate', 'households'].map((id) => {
      const { n, d, reported } = measures[unit]?.[id] ?? {};
      return { n, d, reported };
    });
  for (const { code } of OLD_UNITS)
    expect([code, figures(adopted, code)]).toEqual([code, figures(whole, code)]);
  expect(adopted.measures['97']?.['areaTitleRate']?.reported).toBeGreaterThan(0);
});
