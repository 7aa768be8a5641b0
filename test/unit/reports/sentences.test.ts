/** Sentences in every combination of coverage, open decisions and targets; the wording itself is in a golden file. */
import { proseOf } from '../../../src/reports/prose/prose.js';
import { describe, expect, it } from 'vitest';
import type { MeasureRecord, Report, ResultsDocument, Target, UnitRecord } from '../../../src/model.js';
import type { Outline, OutlineSection } from '../../../src/reports/wording/outline.js';
import { buildReport } from '../../../src/reports/report.js';
import { builtInWording } from '../../support/report-wording.js';
import { COMMUNES, DISTRICT, sampleResults, withMeasure } from '../../support/sample-results.js';
import { blockText, reportText, under } from './report-text.js';

const wording = builtInWording();
const NARRATIVE = '## Đánh giá\nA.\n## Phương hướng\nB.\n## Kiến nghị\nC.';
const AREAS = 'Xây dựng thôn, tổ dân phố văn hóa';
const FAMILIES = 'Xây dựng gia đình văn hóa';
const OVERALL = 'Đánh giá chung';

/** The outline of an office that wants no judgement at the end. */
function withoutOverall(outline: Outline): Outline {
  const without = (sections: readonly OutlineSection[]): readonly OutlineSection[] =>
    sections.map((section) => ({ ...section, topics: section.topics.filter(({ overall }) => !overall) }));
  const { local, ministry, registration } = outline.outlines;
  const outlines = {
    local: without(local),
    ministry: without(ministry),
    registration: without(registration),
  };
  return { ...outline, outlines };
}

const reports = new WeakMap<ResultsDocument, Report>();
/** The report of these results with the narrative, built once: cases are read one by one and kept as a whole. */
function reportOf(results: ResultsDocument): Report {
  const report = reports.get(results) ?? buildReport(proseOf(results, wording), NARRATIVE);
  reports.set(results, report);
  return report;
}
const textOf = (results: ResultsDocument): string => blockText(reportOf(results).blocks);
const topic = (results: ResultsDocument, heading: string): string => under(reportOf(results).blocks, heading);

/** Nothing a machine would say. */
function expectProse(text: string): void {
  expect(text).not.toMatch(/undefined|null|NaN|\[object|\{\{|\}\}/u);
  expect(text).not.toMatch(/\(\s*\)/u);
  expect(text).not.toMatch(/[^\s] {2,}[^\s]/u);
  expect(text).not.toMatch(/\s[,.;:]|[,;:]\.|\.\.|,,|;;/u);
  for (const line of text.split('\n').filter((one) => !/^[#-]/u.test(one))) {
    expect(line).toMatch(/^[\p{Lu}\d[]/u);
    expect(line).toMatch(/[.:\]]$/u);
  }
}

const allUnits = (status: UnitRecord['status']): readonly UnitRecord[] =>
  sampleResults().units.map((unit) => (unit.leaf ? { ...unit, status } : unit));

const COVERAGE: Readonly<Record<string, Partial<MeasureRecord>>> = {
  full: { n: 128, d: 142, reported: 5, expected: 5 },
  partial: { n: 120, d: 131, reported: 3, expected: 5, missing: ['90103', '90105'] },
  none: { n: 0, d: 0, reported: 0, expected: 5, missing: COMMUNES },
  all: { n: 142, d: 142, reported: 5, expected: 5 },
  zero: { n: 0, d: 142, reported: 5, expected: 5 },
  noBase: { n: 0, d: 0, reported: 5, expected: 5 },
};
const PENDING: Readonly<Record<string, Partial<MeasureRecord>>> = {
  decided: {},
  pending: { pending: 7 },
  bounded: { pending: 7, bounds: { low: [120, 160], high: [150, 160], sources: ['households'] as const } },
};
const target = (value: string, more: Partial<Target> = {}): readonly Target[] => [
  {
    indicator: 'areaTitleRate',
    scope: DISTRICT,
    period: '2024',
    comparator: 'at_least',
    value,
    kind: 'rate',
    ...more,
  },
];
const TARGETS: Readonly<Record<string, readonly Target[]>> = {
  noTarget: [],
  exceeded: target('85'),
  reached: target('100'),
  missed: target('99,5'),
  atMost: target('5', { comparator: 'at_most' }),
  count: target('150', { kind: 'count' }),
  communes: target('60', { scope: 'xã' }),
};

const measure = (...parts: readonly Partial<MeasureRecord>[]): MeasureRecord =>
  Object.assign({ n: 0, reported: 0, expected: 0 }, ...parts) as MeasureRecord;

const cases = Object.entries(COVERAGE).flatMap(([coverage, figures]) =>
  Object.entries(coverage === 'all' || coverage === 'noBase' ? { decided: {} } : PENDING).flatMap(
    ([pending, open]) =>
      Object.entries(TARGETS).map(([name, targets]) => ({
        name: `${coverage} · ${pending} · ${name}`,
        coverage,
        results: withMeasure(
          sampleResults({ targets }),
          DISTRICT,
          'areaTitleRate',
          measure(figures, coverage === 'none' ? {} : open),
        ),
      })),
  ),
);

describe('sentences of a rate', () => {
  it.each(cases)('$name reads as prose', ({ results, coverage }) => {
    const text = topic(results, AREAS);
    expectProse(text);
    if (coverage === 'none') expect(text).not.toMatch(/%|\b0\b/u);
  });

  it('keeps its wording', async () => {
    const text = cases.map(({ name, results }) => `[${name}]\n${topic(results, AREAS)}`).join('\n\n');
    await expect(`${text}\n`).toMatchFileSnapshot('__golden__/rate-sentences.txt');
  });

  it('names the figure, the base, the rate, the difference in points and what is needed', () => {
    const text = topic(
      withMeasure(
        sampleResults({ targets: target('92') }),
        DISTRICT,
        'areaTitleRate',
        measure(COVERAGE['full'] ?? {}),
      ),
      AREAS,
    );
    // The base is what the fraction counts.
    for (const part of ['128/142 thôn, tổ dân phố', '90,14%', '1,86 điểm phần trăm', '03 thôn']) {
      expect(text).toContain(part);
    }
  });

  it('names who is missing up to five, counts and lists more', () => {
    const few = textOf(sampleResults());
    expect(few.match(/xã Yên Sơn chưa gửi báo cáo/giu)).toHaveLength(1);
    // Who sent something is named once above the figures that lack it.
    expect(topic(sampleResults(), FAMILIES).match(/^Số liệu mục này chưa gồm xã Phú Lộc\.$/gmu)).toHaveLength(
      1,
    );
    expect(topic(sampleResults(), FAMILIES)).not.toContain('(chưa gồm');
    const many = manyMissing();
    const report = buildReport(proseOf(many, wording));
    // Numbered as the text points to it, before all others.
    expect(blockText(report.blocks)).toContain('danh sách tại Phụ lục I)');
    expect(blockText(report.blocks)).not.toContain('Yên Sơn 3');
    expect(report.annexes[0]).toMatchObject({ number: 'I', table: { id: 'phu-luc-9' } });
    expect(report.annexes.map(({ number }) => number)).toEqual([
      ...new Set(report.annexes.map(({ number }) => number)),
    ]);
    // A final report names them instead.
    expect(textOf({ ...many, final: true })).toContain('xã Yên Sơn 3');
  });

  it('names nobody as the highest or the lowest where all are near one another', () => {
    const told = (rates: readonly number[], from = sampleResults()): string =>
      topic(
        rates.reduce(
          (results, n, index) =>
            withMeasure(results, COMMUNES[index] ?? '', 'familyTitleRate', {
              n,
              d: 1000,
              reported: 1,
              expected: 1,
            }),
          from,
        ),
        FAMILIES,
      );
    expect(told([905, 910, 915, 920, 922])).not.toMatch(/thấp nhất/iu);
    expect(told([905, 910, 915, 920, 926])).toMatch(/cao nhất là|thấp nhất/iu);
    // Of many that tie the rate says more than how many they are.
    expect(told([500, 500, 500, 500, 926], sampleResults({ targets: [] }))).toContain(
      'thấp nhất là 50,00% (04 đơn vị).',
    );
  });

  it('names the range of a partial rate only where it is narrow and no target is out of reach', () => {
    const told = (high: readonly [number, number], targets: readonly Target[] = []): string =>
      topic(
        withMeasure(
          sampleResults({ targets }),
          DISTRICT,
          'areaTitleRate',
          measure(COVERAGE['partial'] ?? {}, {
            bounds: { low: [135, 150], high, sources: ['households'] as const },
          }),
        ),
        AREAS,
      );
    expect(told([138, 150])).toContain('từ 90,00% đến 92,00%');
    expect(told([148, 150])).not.toContain('từ 90,00% đến');
    expect(told([138, 150], target('95'))).not.toContain('từ 90,00% đến');
    // Out of reach: what is still needed would be a promise.
    expect(told([138, 150], target('95'))).toMatch(/còn thấp hơn [\d,]+ điểm phần trăm[;.]/u);
  });

  it('calls a target of a partial rate neither reached nor missed while the rest may turn it', () => {
    const told = (targets: readonly Target[], more: Partial<MeasureRecord> = {}): string =>
      textOf(
        withMeasure(
          sampleResults({ targets }),
          DISTRICT,
          'areaTitleRate',
          measure(COVERAGE['partial'] ?? {}, more),
        ),
      );
    for (const [value, beside, side] of [
      ['85', 'kết quả tạm tính cao hơn ', 'vượt'],
      ['92', 'kết quả tạm tính còn thấp hơn ', 'chưa đạt'],
    ] as const) {
      const text = told(target(value));
      expect(text).toContain(beside);
      // Once, where the report judges.
      const open = `chưa đủ căn cứ kết luận (tạm tính ${side}; chưa có số liệu của xã Yên Sơn và xã Phú Lộc)`;
      expect(text.split(open)).toHaveLength(2);
    }
    // Who lacks it lacks it, whatever the others send.
    expect(told(target('100'))).toMatch(
      /về thôn, tổ dân phố văn hóa chưa đạt \(dù tính thêm các đơn vị chưa có số liệu vẫn không đạt\)/u,
    );
    expect(told(target('100'), { pending: 11 })).toMatch(/chưa đủ căn cứ kết luận/u);
  });

  it('says what may turn a target, not what can only add to a reached one', () => {
    const results = (value: string): ResultsDocument =>
      withMeasure(
        sampleResults({ targets: target(value) }),
        DISTRICT,
        'areaTitleRate',
        measure(COVERAGE['partial'] ?? {}, { pending: 7 }),
      );
    const [reached, missed] = [
      'chưa có số liệu của xã Yên Sơn và xã Phú Lộc',
      'chưa có số liệu của xã Yên Sơn và xã Phú Lộc, còn 07 thôn, tổ dân phố chờ quyết định',
    ];
    expect(topic(results('85'), OVERALL)).toContain(`(tạm tính vượt; ${reached}).`);
    expect(topic(results('95'), OVERALL)).toContain(`(tạm tính chưa đạt; ${missed}).`);
    // A report that judges nothing in the end says it beside the figure.
    const outline = withoutOverall(wording.outline);
    const alone = (value: string): string =>
      under(buildReport(proseOf(results(value), { ...wording, outline }), NARRATIVE).blocks, AREAS);
    expect(alone('85')).toContain(`; chưa kết luận được do ${reached}`);
    expect(alone('95')).toContain(`; chưa kết luận được do ${missed}`);
  });

  it('names nobody twice: who falls short, or the few who reach it, with their rates', () => {
    const told = (rates: readonly number[], value: string): string =>
      topic(
        rates.reduce(
          (results, n, index) =>
            withMeasure(results, COMMUNES[index] ?? '', 'areaTitleRate', {
              n,
              d: 100,
              reported: 1,
              expected: 1,
            }),
          sampleResults({ targets: target(value) }),
        ),
        AREAS,
      );
    for (const text of [told([60, 70, 90, 95, 95], '80'), told([95, 60, 62, 64, 66], '80')])
      for (const name of text.match(/(?:xã|thị trấn) \p{Lu}\p{L}+ \p{Lu}\p{L}+/gu) ?? [])
        expect(text.toLowerCase().split(name.toLowerCase())).toHaveLength(2);
    // The farthest first; the other end behind.
    expect(told([70, 60, 90, 95, 99], '80')).toMatch(
      /\(60,00%\) và .*\(70,00%\) thấp hơn mức chỉ tiêu; tỷ lệ cao nhất là .*\(99,00%\)\./u,
    );
  });

  it('bounds a rate whose decisions are open by all and none of them', () => {
    const text = topic(
      withMeasure(
        sampleResults(),
        DISTRICT,
        'areaTitleRate',
        measure(COVERAGE['full'] ?? {}, { pending: 7 }),
      ),
      AREAS,
    );
    expect(text).toContain('90,14%');
    expect(text).toContain('95,07%');
    expect(text).toContain('07 thôn, tổ dân phố chưa có quyết định');
  });

  it('follows a half-year, a unit by type, and the kinds of commune that are there', () => {
    const base = sampleResults();
    const results = sampleResults({
      period: { id: '2025-H1', year: 2025, kind: 'H1' },
      units: base.units.map((unit) =>
        unit.leaf
          ? { ...unit, type: unit.code === '90101' ? 'đặc khu' : 'phường' }
          : { ...unit, type: 'tỉnh', level: 'province' as const },
      ),
      targets: target('92', { period: '2025', indicator: 'familyTitleRate' }),
    });
    const report = buildReport(proseOf(results, wording));
    expect(report.subject).toMatch(/6 tháng đầu năm 2025, phương hướng, nhiệm vụ 6 tháng cuối năm 2025$/u);
    const text = blockText(report.blocks);
    expect(text).toContain('phường, đặc khu');
    expect(text).not.toMatch(/thị trấn|toàn huyện/u);
    expect(text).toContain('chỉ tiêu năm 2025');
  });
});

describe('the introduction', () => {
  it.each([
    [0, false],
    [12, true],
  ])(
    'speaks of units outside a figure that is not asked yet only where somebody gave one (%i)',
    (n, said) => {
      const base = sampleResults();
      // A commune without the kind of area has “reported” what nobody was asked.
      const results = withMeasure(
        {
          ...base,
          indicators: base.indicators
            .filter(({ id }) => id === 'familyTitleRate')
            .map((one) => ({ ...one, notDue: true as const })),
        },
        DISTRICT,
        'familyTitleRate',
        { n, d: n, reported: 1, expected: 5, missing: ['90102', '90103', '90104', '90105'] },
      );
      expect(textOf(results).includes('còn thiếu một hoặc một số chỉ tiêu')).toBe(said);
    },
  );
});

function manyMissing(): ResultsDocument {
  const base = sampleResults();
  const extra = Array.from({ length: 8 }, (_, index): UnitRecord => ({
    code: `9020${String(index)}`,
    name: `Yên Sơn ${String(index)}`,
    type: 'xã',
    level: 'commune',
    parent: DISTRICT,
    leaf: true,
    status: 'missing',
    forms: [],
  }));
  return sampleResults({ units: [...base.units, ...extra] });
}

/** What the sample has was not asked for early in the year. */
const registrationOf = (results: ResultsDocument): ResultsDocument => ({
  ...results,
  period: { id: '2025-DK', year: 2025, kind: 'registration' },
  indicators: results.indicators.map((one) =>
    /[Rr]egist/u.test(one.id) ? one : { ...one, notDue: true as const },
  ),
});

describe('the whole report', () => {
  const variants: readonly (readonly [string, ResultsDocument])[] = [
    ['sample', sampleResults()],
    ['nobody reported', nobodyReported()],
    ['everybody reported', sampleResults({ units: allUnits('reported') })],
    ['many missing', manyMissing()],
    ['half-year', sampleResults({ period: { id: '2025-H1', year: 2025, kind: 'H1' } })],
    ['registration', registrationOf(sampleResults())],
    ['ministry', { ...sampleResults(), report: { ...sampleResults().report, outline: 'ministry' } }],
  ];

  it.each(variants)('%s reads as prose', (_, results) => {
    expectProse(textOf(results));
  });

  it('keeps its wording', async () => {
    const text = variants
      .map(([name, results]) => `===== ${name}\n${reportText(buildReport(proseOf(results, wording)))}`)
      .join('\n\n');
    await expect(`${text}\n`).toMatchFileSnapshot('__golden__/report.txt');
  });

  it('says of a topic nobody reported that nobody did, without a figure', () => {
    const text = topic(nobodyReported(), FAMILIES);
    expect(text).toMatch(/^Chưa có đơn vị nào báo cáo/u);
    expect(text).not.toMatch(/\d/u);
  });

  it('tells the parts of a total that nobody could add up', () => {
    const base = sampleResults();
    const amount = (id: string, label: string) => ({
      id,
      label,
      unit: 'triệu đồng',
      kind: 'amount' as const,
      scale: 3,
      headline: false,
      basis: 'Biểu 02',
      confirmed: true,
    });
    const indicators = [
      ...base.indicators.map((one) => (one.id === 'fundsTotal' ? { ...one, headline: true } : one)),
      amount('fundsSpentCommune', 'Thực hiện: ngân sách cấp xã'),
      amount('fundsSpentSocial', 'Thực hiện: nguồn xã hội hóa'),
    ];
    const five = { reported: 5, expected: 5 };
    const results = [
      ['fundsTotal', { n: 0, reported: 0, expected: 5 }],
      ['fundsSpentCommune', { n: 45_500, ...five }],
      ['fundsSpentSocial', { n: 60_000, ...five }],
    ].reduce(
      (all, [id, one]) => withMeasure(all, DISTRICT, id as string, one as MeasureRecord),
      sampleResults({ indicators, units: allUnits('reported') }),
    );
    const text = topic(results, 'Kinh phí thực hiện');
    expectProse(text);
    expect(text).toContain('nguồn xã hội hóa 60 triệu đồng');
    expect(text).toContain('ngân sách cấp xã 45,5 triệu đồng');
    expect(text).toContain('chưa đủ các nguồn để tính tổng số');
    expect(text).not.toContain('Chưa có đơn vị nào');
  });

  it('tells the count where nobody gave the base of the rate, and names the topic nobody reported', () => {
    const none = { n: 0, d: 0, reported: 0, expected: 5, missing: COMMUNES };
    const results = withMeasure(
      withMeasure(sampleResults(), DISTRICT, 'familyTitleRate', none),
      DISTRICT,
      'exerciserRate',
      none,
    );
    expect(topic(results, FAMILIES)).toMatch(
      /có [\d.]+ hộ được tặng danh hiệu “Gia đình văn hóa”.*không tính tỷ lệ/su,
    );
    expect(textOf(results)).toMatch(
      /Chưa có đơn vị nào báo cáo số liệu về hoạt động văn nghệ, thể dục thể thao/u,
    );
  });

  it('tells a headline indicator of a province that no topic names', () => {
    const base = sampleResults();
    const results = withMeasure(
      sampleResults({
        indicators: [
          ...base.indicators,
          {
            id: 'clanRate',
            label: 'Tỷ lệ tộc họ văn hóa',
            unit: 'tộc họ',
            kind: 'rate',
            scale: 0,
            baseLabel: 'tổng số tộc họ',
            headline: true,
            basis: 'Quy định của tỉnh',
            confirmed: true,
          },
        ],
      }),
      DISTRICT,
      'clanRate',
      { n: 12, d: 20, reported: 5, expected: 5 },
    );
    const text = topic(results, 'Các chỉ tiêu khác của địa phương');
    expectProse(text);
    expect(text).toContain('12/20 tộc họ');
    expect(text).toContain('60,00%');
    expect(text).toContain('tổng số tộc họ');
  });

  it('is a draft exactly when not final and something is missing, wrong or unwritten', () => {
    const draft = (complete: boolean, final: boolean, narrative?: string): boolean =>
      buildReport(proseOf(sampleResults({ complete, final }), wording), narrative).draft;
    expect(draft(false, false, NARRATIVE)).toBe(true);
    expect(draft(true, false, NARRATIVE)).toBe(false);
    expect(draft(false, true, NARRATIVE)).toBe(false);
    expect(draft(true, false)).toBe(true);
  });

  it('writes the number of decimals it is asked for', () => {
    expect(blockText(buildReport(proseOf(sampleResults({ decimals: 1 }), wording)).blocks)).toContain(
      '91,3%',
    );
    expect(
      blockText(
        buildReport(
          proseOf(sampleResults({ report: { ...sampleResults().report, leadingZero: false } }), wording),
        ).blocks,
      ),
    ).toContain('4/5 xã');
  });
});

function nobodyReported(): ResultsDocument {
  const base = sampleResults();
  const silent = (measures: Readonly<Record<string, MeasureRecord>> | undefined, codes: readonly string[]) =>
    Object.fromEntries(
      Object.entries(measures ?? {}).map(([id, one]) => [
        id,
        {
          n: 0,
          ...(one.d === undefined ? {} : { d: 0 }),
          reported: 0,
          expected: codes.length,
          missing: codes,
        },
      ]),
    );
  return sampleResults({
    units: allUnits('missing'),
    measures: Object.fromEntries(
      Object.entries(base.measures).map(([code, measures]) => [
        code,
        silent(measures, code === DISTRICT ? COMMUNES : [code]),
      ]),
    ),
    groups: {},
    rows: {},
    own: {},
  });
}
