/** Units that sent something and are missing from single figures: a reader knows of every figure whose it is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  Block,
  IndicatorRecord,
  MeasureRecord,
  ResultsDocument,
  UnitRecord,
} from '../../../src/model.js';
import { proseOf } from '../../../src/reports/prose/prose.js';
import { buildReport } from '../../../src/reports/report.js';
import { builtInWording } from '../../support/report-wording.js';
import { DISTRICT, sampleResults } from '../../support/sample-results.js';
import { tries } from '../../support/sweep.js';
import { blockText } from './report-text.js';

const wording = builtInWording();

/** So many communes that all sent something. */
const communes = (many: number): readonly UnitRecord[] =>
  Array.from({ length: many }, (_, index) => ({
    code: `902${String(index).padStart(2, '0')}`,
    name: `Số ${String(index + 1)}`,
    type: 'xã',
    level: 'commune',
    parent: DISTRICT,
    leaf: true,
    status: 'reported',
    forms: [],
  }));

interface Figure {
  readonly n: number;
  readonly d?: number;
  /** Places of the communes that are missing. */
  readonly without?: readonly number[];
  readonly headline?: boolean;
  readonly base?: string;
}

function withFigures(many: number, figures: Readonly<Record<string, Figure>>): ResultsDocument {
  const base = sampleResults();
  const units = communes(many);
  const indicators = Object.entries(figures).map(([id, { d, headline = false, base: baseLabel }]) => ({
    id,
    label: `Số ${id}`,
    unit: 'cái',
    kind: d === undefined ? ('count' as const) : ('rate' as const),
    scale: 0,
    headline,
    basis: 'x',
    confirmed: true,
    ...(baseLabel === undefined ? {} : { baseLabel }),
  })) satisfies readonly IndicatorRecord[];
  const own = Object.fromEntries(
    Object.entries(figures).map(([id, { n, d, without = [] }]): readonly [string, MeasureRecord] => {
      const missing = without.map((place) => units[place]?.code ?? '');
      const of = { n, ...(d === undefined ? {} : { d }) };
      return [id, { ...of, missing, reported: many - missing.length, expected: many }];
    }),
  );
  return sampleResults({
    units: [...base.units.filter(({ leaf }) => !leaf), ...units],
    indicators,
    measures: { [DISTRICT]: own },
    targets: [],
  });
}

const blocksOf = (many: number, figures: Readonly<Record<string, Figure>>): readonly Block[] =>
  buildReport(proseOf(withFigures(many, figures), wording)).blocks;

const textOf = (many: number, figures: Readonly<Record<string, Figure>>): string =>
  blockText(blocksOf(many, figures));

/** Places of the communes that a remark names. */
const placesIn = (names: string): readonly number[] =>
  [...names.matchAll(/xã Số (\d+)/gu)].map(([, place]) => Number(place) - 1);

interface Understood {
  readonly indicator: string;
  /** Places of those that it lacks, or how many it has. */
  readonly lacks: readonly number[] | number;
}

/**
 * What somebody who reads from above takes each figure for: of those of the line above the topic, or of those with which
 * its sentence or one before it in the paragraph begins, but for what its bracket says.
 */
function understood(blocks: readonly Block[]): readonly Understood[] {
  const figures: Understood[] = [];
  let topic: Understood['lacks'] = [];
  for (const block of blocks) {
    if (block.kind === 'heading') topic = [];
    if (block.kind !== 'paragraph') continue;
    const text = block.runs.map((run) => run.text).join('');
    if (block.note === true) {
      const [, reported] = /của (\d+)\/\d+ đơn vị/u.exec(text) ?? [];
      topic = reported === undefined ? placesIn(text) : Number(reported);
      continue;
    }
    figures.push(...inParagraph(block, topic));
  }
  return figures;
}

const NAMES = '((?:xã Số \\d+(?:, | và |(?=[,.;])))+)';

/** With which a sentence begins: all whom it lacks, or whom it has besides; how many it has. */
function begun(text: string, topic: Understood['lacks']): Understood['lacks'] | undefined {
  const [, reported] = /Theo số liệu của (\d+)\/\d+ đơn vị[^.;]*$/u.exec(text) ?? [];
  if (reported !== undefined) return Number(reported);
  const [, also] = new RegExp(`Tính cả ${NAMES}[^.;]*$`, 'u').exec(text) ?? [];
  const [, lacking] = new RegExp(`[Kk]hông kể ${NAMES}[^.;]*$`, 'u').exec(text) ?? [];
  if (lacking !== undefined) return placesIn(lacking);
  if (also === undefined || typeof topic === 'number') return undefined;
  return topic.filter((one) => !placesIn(also).includes(one));
}

function inParagraph(
  { runs }: Extract<Block, { kind: 'paragraph' }>,
  topic: Understood['lacks'],
): readonly Understood[] {
  const figures: Understood[] = [];
  let [text, clause, above]: [string, string[], Understood['lacks']] = ['', [], topic];
  const close = (remark: string): void => {
    const of = remark.includes('đều') ? clause : clause.slice(-1);
    const [, reported] = /số liệu (\d+)\/\d+ đơn vị/u.exec(remark) ?? [];
    const also = placesIn(/gồm cả ([^,]*)/u.exec(remark.replace(/chưa gồm.*/u, ''))?.[1] ?? '');
    const lacking = placesIn(/chưa gồm (.*)/u.exec(remark)?.[1] ?? '');
    for (const indicator of clause) {
      const own =
        typeof above === 'number' ? above : [...above.filter((one) => !also.includes(one)), ...lacking];
      const marked = reported === undefined ? own : Number(reported);
      figures.push({ indicator, lacks: of.includes(indicator) ? marked : above });
    }
    clause = [];
  };
  for (const run of runs) {
    if (run.figure?.quantity === 'n') {
      if (clause.length === 0) above = begun(text, topic) ?? above;
      clause.push(run.figure.indicator);
    }
    text += run.text;
    if (run.figure !== undefined) continue;
    const ended = /\(([^()]*(?:chưa gồm|gồm cả|số liệu \d+\/)[^()]*)\)/u.exec(text);
    if (ended !== null || /[;.]\s/u.test(run.text) || run.text.endsWith('.')) {
      close(ended?.[1] ?? '');
      text = /[;.]\s+([^;.]*)$/u.exec(text)?.[1] ?? '';
    }
  }
  return figures;
}

const TOLD = [
  'performances',
  'sportsEvents',
  'artClubsTotal',
  'familyClubs',
  'libraries',
  'stadiums',
  'newsItems',
  'fundsTotal',
  'goodDeeds',
  'poorFund',
];
const UNITS = 8;

describe('figures of some of the units', () => {
  it('say whose they are: a line above, the begin of the sentence, or a bracket behind', () => {
    const places = fc.uniqueArray(fc.nat(UNITS - 1), { maxLength: 4 });
    // A few sets of units that several figures share, as a form that is missing makes them.
    const cases = fc
      .tuple(
        fc.array(places, { minLength: 1, maxLength: 3 }),
        fc.array(fc.nat(5), { minLength: TOLD.length, maxLength: TOLD.length }),
      )
      .map(([sets, picks]) =>
        Object.fromEntries(
          TOLD.map((id, index): readonly [string, Figure] => [
            id,
            {
              n: 11 + index,
              without: [...(sets[picks[index] ?? 0] ?? [])].sort((one, other) => one - other),
            },
          ]),
        ),
      );
    fc.assert(
      fc.property(cases, (figures) => {
        const read = understood(blocksOf(UNITS, figures));
        for (const [id, { without = [] }] of Object.entries(figures)) {
          const lacks = read.find(({ indicator }) => indicator === id)?.lacks;
          if (typeof lacks === 'number') expect(lacks, id).toBe(UNITS - without.length);
          else
            expect(
              [...(lacks ?? [])].sort((one, other) => one - other),
              id,
            ).toEqual(without);
        }
      }),
      { numRuns: tries(2000, 150), seed: 15 },
    );
  });
});

describe('a unit that is missing from single figures', () => {
  it('is named in a line above a topic whose figures all lack it, and in brackets only behind others', () => {
    const text = textOf(8, {
      performances: { n: 7, without: [2] },
      sportsEvents: { n: 9, without: [2] },
      familyClubs: { n: 12, without: [2, 4] },
      libraries: { n: 4 },
      stadiums: { n: 3, without: [5] },
    });
    expect(text).toContain(
      'Xã Số 3, xã Số 5 và xã Số 6 còn thiếu một hoặc một số chỉ tiêu, nêu tại từng mục.',
    );
    expect(text).toMatch(/^Số liệu mục này chưa gồm xã Số 3\.$/mu);
    expect(text).toMatch(/Không kể xã Số 3 và xã Số 5, ở cơ sở có 12 câu lạc bộ gia đình\./u);
    expect(text).toContain('sân vận động (chưa gồm xã Số 6)');
    expect(text).not.toContain('(chưa gồm xã Số 3');
  });

  it('is told with the total of money that lacks it, also where many units lack something', () => {
    const some = Array.from({ length: 12 }, (_, index) => index);
    const figures = { fundsTotal: { n: 500, without: [0] }, performances: { n: 7, without: some } };
    expect(textOf(8, { fundsTotal: { n: 500, without: [0] } })).toContain(
      'Số liệu mục này chưa gồm xã Số 1.',
    );
    expect(textOf(30, figures)).toMatch(/là 500[^.(]*\(chưa gồm xã Số 1\)/u);
  });

  it('is no part of a line above a plan that it has made, nor above communes that it is one of', () => {
    const results = withFigures(8, {
      fundsTotal: { n: 500, without: [0] },
      documentsIssued: { n: 12, without: [0] },
      civilStreetsKept: { n: 9, without: [0] },
      'ruralCriterion16:kept': { n: 5 },
    });
    const plan = { state: 'value', value: '12/KH', file: 'a.xlsx', sheet: 'Thông tin', cell: 'B2' } as const;
    const own = Object.fromEntries(communes(8).map(({ code }) => [code, { planNumber: plan }]));
    const text = blockText(buildReport(proseOf({ ...results, own }, wording)).blocks);
    expect(text).toMatch(/cả 08 xã đã xây dựng[^;]*; các đơn vị đã ban hành 12 [^(]*\(chưa gồm xã Số 1/u);
    expect(text).toMatch(
      /05 xã giữ vững tiêu chí[^.]*\. Về tuyến phố văn minh, có 09 tuyến [^(]*\(chưa gồm xã Số 1\)/u,
    );
    expect(text.match(/^Số liệu mục này|Không kể/gmu)).toHaveLength(1);
  });

  it('is named under a list that it did not send', () => {
    const results = withFigures(8, { modelAreas: { n: 1, without: [2] } });
    const list = { file: 'a.xlsx', sheet: 'Biểu 03', sheetRows: [8], columns: {} };
    const rows = { '90200': { 'bieu-03': list } };
    const report = buildReport(proseOf({ ...results, rows }, wording));
    const notes = report.annexes.flatMap(({ table }) => (table.id === 'phu-luc-7' ? table.notes : []));
    expect(notes).toContain('Chưa có danh sách của xã Số 3.');
  });

  it('is no part of a line above numbers of units that count it', () => {
    const text = textOf(8, {
      communeCentreRate: { n: 6, d: 8 },
      libraries: { n: 4, without: [0] },
      stadiums: { n: 3, without: [0] },
    });
    expect(text).not.toMatch(/^Số liệu mục này|Không kể/mu);
    expect(text).toMatch(/thư viện \(chưa gồm xã Số 1[^.]*\. Có 03 sân vận động \(chưa gồm xã Số 1\)/u);
  });

  it('is counted where it is one of many; the titles and what lacks many then say whom', () => {
    const text = textOf(30, {
      familyTitleRate: { n: 80, d: 100, without: [1], headline: true, base: 'tổng số hộ' },
      libraries: { n: 4, without: [0, 2] },
      performances: { n: 7, without: Array.from({ length: 12 }, (_, index) => index) },
    });
    expect(text).toMatch(/Trong 30 đơn vị có số liệu, 12 đơn vị còn thiếu một hoặc một số chỉ tiêu[ .]/u);
    expect(text).toMatch(/80,00%[^(]*\(chưa gồm xã Số 2/u);
    expect(text).not.toMatch(/thư viện \((?:số liệu|chưa gồm)/u);
    expect(text).toContain('Số liệu mục này của 18/30 đơn vị.');
  });

  it('is said at a rate over the base of another one beside it', () => {
    const base = 'tổng số đám tang';
    const text = textOf(8, {
      civilisedFuneralRate: { n: 90, d: 100, headline: true, base },
      cremationRate: { n: 40, d: 80, without: [3], base },
      festivalsByRulesRate: { n: 3, d: 4, without: [4], base: 'tổng số lễ hội' },
    });
    expect(text).toMatch(
      /40\/80 đám tang[^;]*50,00%; chưa gồm xã Số 4\)\. Có 03\/04 lễ hội[^;(]*\(75,00%; chưa gồm xã Số 5\)/u,
    );
  });

  it('is left out of what was registered, told with whose it is', () => {
    const base = 'tổng số hộ';
    const text = textOf(8, {
      registrationRate: { n: 80, d: 90, without: [0], base },
      familyTitleRate: { n: 85, d: 100, headline: true, base },
      familyTitleRateRegistered: { n: 76, d: 80, without: [0], base: 'số hộ đăng ký' },
    });
    const [registered = 0, awarded = 0] = ['80/90', '85/100'].map((fraction) => text.indexOf(fraction));
    expect(registered).toBeGreaterThan(awarded);
    expect(text).toMatch(
      /Theo số liệu của 07 đơn vị \(chưa gồm xã Số 1\), có 80\/90 .*bằng 95,00%\s+số hộ đăng ký \(76\/80\)\./u,
    );
  });
});
