/** What the report tells beside the communes' figures: plans, the units above with sums, examples, the targets to come. */
import { describe, expect, it } from 'vitest';
import type { ResultsDocument } from '../../../src/model.js';
import { proseOf } from '../../../src/reports/prose/prose.js';
import { buildReport } from '../../../src/reports/report.js';
import { builtInWording } from '../../support/report-wording.js';
import { DISTRICT, sampleResults } from '../../support/sample-results.js';
import { blockText } from './report-text.js';

const wording = builtInWording();
const textOf = (results: ResultsDocument): string => blockText(buildReport(proseOf(results, wording)).blocks);

/** The sample with these counts of the district. */
function withCounts(counts: Readonly<Record<string, number>>): ResultsDocument {
  const base = sampleResults();
  const indicators = Object.keys(counts).map((id) => ({
    id,
    label: id,
    unit: 'giải',
    kind: 'count' as const,
    scale: 0,
    headline: false,
    basis: 'x',
    confirmed: true,
  }));
  const own = Object.fromEntries(
    Object.entries(counts).map(([id, n]) => [id, { n, reported: 5, expected: 5 }]),
  );
  return sampleResults({
    indicators: [...base.indicators.filter(({ id }) => !(id in counts)), ...indicators],
    measures: { ...base.measures, [DISTRICT]: { ...base.measures[DISTRICT], ...own } },
  });
}

describe('the report tells', () => {
  it('the part of the units above, and both together', () => {
    const text = textOf(withCounts({ sportsEvents: 28, upperSportsEvents: 6 }));
    expect(text).toContain('28 giải thể thao');
    expect(text).toContain('Cấp huyện đã tổ chức 06 giải thể thao (cộng với cấp xã là 34 giải');
  });

  it('that figures were sent and do not count yet, and that nobody sent any only where it is so', () => {
    const base = sampleResults();
    const [, commune = ''] = base.units.map(({ code }) => code);
    const lacking = { n: 0, d: 0, reported: 0, expected: 1 };
    const told = (state: 'excluded' | 'missing'): string =>
      textOf({
        ...base,
        measures: {
          ...base.measures,
          [DISTRICT]: { ...base.measures[DISTRICT], exerciserRate: { ...lacking, expected: 5 } },
          [commune]: { ...base.measures[commune], exerciserRate: { ...lacking, state } },
        },
      });
    expect(told('excluded')).toMatch(/do các đơn vị báo cáo chưa đủ hoặc còn sai sót nên chưa tổng hợp/u);
    expect(told('excluded')).not.toContain('Chưa có đơn vị nào báo cáo số liệu về tỷ lệ người tập');
    expect(told('missing')).toContain('Chưa có đơn vị nào báo cáo số liệu về');
  });

  it('who was trained with the classes, by its own verb without them', () => {
    expect(textOf(withCounts({ trainingClasses: 23, traineesTotal: 1431 }))).toContain(
      'tổ chức 23 lớp tập huấn cho 1.431 lượt người',
    );
    expect(textOf(withCounts({ traineesTotal: 1431 }))).toMatch(/(?:;|đã) tập huấn cho 1\.431 lượt người/u);
  });

  it('parts of a total of the same units alone, and how they divide it only when none is left out', () => {
    const amounts = { fundsTotal: 200, fundsBudgetTotal: 120, fundsSpentSocial: 80 };
    const levels = { fundsSpentProvince: 50, fundsSpentCommune: 70 };
    const base = withCounts({ ...amounts, ...levels });
    const units = base.units.filter(({ level }) => level === 'commune').map(({ code }) => code);
    const told = (missing: Readonly<Record<string, number>>): string => {
      const own = Object.fromEntries(
        Object.entries({ ...amounts, ...levels }).map(([id, n]) => {
          const without = missing[id] ?? 0;
          return [id, { n, missing: units.slice(0, without), reported: 5 - without, expected: 5 }];
        }),
      );
      const measures = { ...base.measures, [DISTRICT]: { ...base.measures[DISTRICT], ...own } };
      return /kinh phí thực hiện Phong trào.*/iu.exec(textOf({ ...base, measures }))?.[0] ?? '';
    };
    expect(told({})).toMatch(
      /, trong đó ngân sách nhà nước 120 triệu đồng \(60,00%\) và nguồn xã hội hóa 80 triệu đồng \(40,00%\)\. Trong ngân sách nhà nước có /u,
    );
    const some = told({ fundsTotal: 2, fundsBudgetTotal: 2, fundsSpentProvince: 2, fundsSpentCommune: 1 });
    expect(some).toContain('trong đó ngân sách nhà nước 120 triệu đồng');
    expect(some).not.toMatch(/xã hội hóa|Trong ngân sách/u);
  });

  it('parts of other units than the whole over its units, where they add up to it then', () => {
    const base = withCounts({ fundsTotal: 200, fundsBudgetTotal: 120, fundsSpentSocial: 95 });
    const [first = '', ...others] = base.units
      .filter(({ level }) => level === 'commune')
      .map(({ code }) => code);
    const whole = { reported: 4, expected: 5, missing: [first] };
    const of = (social: number) => ({
      fundsTotal: one(50),
      fundsBudgetTotal: one(30),
      fundsSpentSocial: one(social),
    });
    const one = (n: number) => ({ n, reported: 1, expected: 1 });
    const told = (social: number): string => {
      const units = Object.fromEntries(
        others.map((code) => [code, { ...base.measures[code], ...of(social) }]),
      );
      const own = {
        ...base.measures[DISTRICT],
        fundsTotal: { n: 200, ...whole },
        fundsBudgetTotal: { n: 120, ...whole },
      };
      return textOf({ ...base, measures: { ...base.measures, ...units, [DISTRICT]: own } });
    };
    expect(told(20)).toMatch(
      /200 triệu đồng, trong đó ngân sách nhà nước 120 triệu đồng \(60,00%\) và nguồn xã hội hóa 80 triệu đồng \(40,00%\)/u,
    );
    // Parts that do not make up the whole are not told beside it.
    expect(told(19)).not.toContain('xã hội hóa');
  });

  it('what the same units have of several things, together; of others, apart', () => {
    const ids = ['ruralCriterion6:kept', 'ruralCriterion16:kept'];
    const base = withCounts(Object.fromEntries(ids.map((id) => [id, 2])));
    const [a = '', b = '', c = ''] = base.units
      .filter(({ level }) => level === 'commune')
      .map(({ code }) => code);
    const told = (second: readonly string[]): string => {
      const units = [a, b, c].map((code) => {
        const has = [[a, b], second].map((some) => ({
          n: some.includes(code) ? 1 : 0,
          reported: 1,
          expected: 1,
        }));
        return [
          code,
          { ...base.measures[code], ...Object.fromEntries(ids.map((id, at) => [id, has[at]])) },
        ] as const;
      });
      const measures = { ...base.measures, ...Object.fromEntries(units) } as ResultsDocument['measures'];
      return textOf({ ...base, measures });
    };
    expect(told([a, b])).toMatch(
      /có 02 xã \([^)]*\) giữ vững tiêu chí về cơ sở vật chất văn hóa và tiêu chí về văn hóa\./u,
    );
    expect(told([a, c])).toMatch(
      /có 02 xã \([^)]*\) giữ vững tiêu chí về cơ sở vật chất văn hóa.* 02 xã \([^)]*\) giữ vững tiêu chí về văn hóa\./u,
    );
  });

  it('figures of other units behind the others, with who is not in them', () => {
    const counts = { performances: 7, sportsVolunteers: 30, artClubsTotal: 12 };
    const base = withCounts(counts);
    const silent = ['90105'];
    const own = Object.fromEntries(
      Object.entries(counts).map(([id, n]) => {
        const missing = id === 'sportsVolunteers' ? ['90103', ...silent] : silent;
        return [id, { n, missing, reported: 5 - missing.length, expected: 5 }];
      }),
    );
    const measures = { ...base.measures, [DISTRICT]: { ...base.measures[DISTRICT], ...own } };
    const text = textOf({ ...base, measures });
    expect(text).toMatch(
      /tổ chức 07 buổi [^.]*; có 30 cộng tác viên thể dục thể thao \(chưa gồm xã Phú Lộc\)\. Ở cơ sở có 12 câu lạc bộ[^.(]*\.$/mu,
    );
  });

  it('what is aimed at in the coming year', () => {
    const target = {
      indicator: 'familyTitleRate',
      scope: DISTRICT,
      period: '2025',
      comparator: 'at_least' as const,
      value: '94',
      kind: 'rate' as const,
      source: 'Kế hoạch',
    };
    const text = textOf(sampleResults({ targets: [target] }));
    expect(text).toMatch(/Chỉ tiêu phấn đấu năm 2025: tỷ lệ hộ .* đạt từ 94% trở lên\./u);
    expect(text).not.toContain('so với chỉ tiêu');
  });

  it('how many issued a plan, but not one that is dated after the data', () => {
    const base = sampleResults();
    const said = (value: string) => ({
      state: 'value' as const,
      value,
      file: 'a.xlsx',
      sheet: 'Biểu 02',
      cell: 'C3',
    });
    const own = {
      ...base.own,
      '90101': { ...base.own['90101'], planNumber: said('25/KH-UBND'), planDate: said('2024-02-15') },
      '90102': { ...base.own['90102'], planNumber: said('26/KH-UBND'), planDate: said('2026-02-15') },
    };
    expect(textOf(sampleResults({ own }))).toContain(
      'có 01/04 xã, thị trấn đã xây dựng kế hoạch triển khai Phong trào',
    );
  });
});
