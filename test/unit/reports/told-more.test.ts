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

  it('whom a part of a total has that the total lacks', () => {
    const base = withCounts({ fundsTotal: 200, fundsBudgetTotal: 120, fundsSpentSocial: 90 });
    const of = (n: number, missing: readonly string[]) => ({
      n,
      missing,
      reported: 5 - missing.length,
      expected: 5,
    });
    const told = (whole: readonly string[], parts: readonly (readonly string[])[]): string => {
      const own = {
        fundsTotal: of(200, whole),
        fundsBudgetTotal: of(120, parts[0] ?? []),
        fundsSpentSocial: of(90, parts[1] ?? []),
      };
      const measures = { ...base.measures, [DISTRICT]: { ...base.measures[DISTRICT], ...own } };
      return /(?:Kinh phí c|C)hia theo nguồn[^.]*\./u.exec(textOf({ ...base, measures }))?.[0] ?? '';
    };
    const [one, two, three] = base.units.filter(({ level }) => level === 'commune').map(({ code }) => code);
    const [a = '', b = '', c = ''] = [one, two, three];
    expect(told([a, b], [[a, b], [a]])).toMatch(
      /nhà nước 120 triệu đồng \(60,00%\) và nguồn xã hội hóa 90 triệu đồng \(tính cả xã [^,;)]+\)\.$/u,
    );
    expect(told([a, b], [[a], [a, c]])).toMatch(
      /120 triệu đồng \(tính cả [^)]+\) và [^(]+\(số liệu 03\/05 đơn vị\)\.$/u,
    );
    expect(told([a], [[a], [a]])).not.toContain('tính cả');
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
      'có 01/04 xã, thị trấn đã ban hành kế hoạch triển khai Phong trào.',
    );
  });
});
