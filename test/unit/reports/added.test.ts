/**
 * A set that extends the default adds fields and rates: each stands in the report under the topic of its group, in
 * tong-hop.xlsx and on the page, without another line anywhere. Figures are added here, by this file's own arithmetic.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CriteriaSet, LongTable, ResultsDocument, SourceFile } from '../../../src/model.js';
import { headlineCharts } from '../../../src/reports/charts/charts.js';
import { loadCriteria } from '../../../src/office/load-criteria.js';
import { proseOf, type Prose } from '../../../src/reports/prose/prose.js';
import { buildReport } from '../../../src/reports/report.js';
import { buildWorkbookTables } from '../../../src/reports/workbook-tables.js';
import { submissionStatus } from '../../../src/tracking/status.js';
import { formatScaled } from '../../../src/values/number-format.js';
import { writeTrackingPage } from '../../../src/writers/html.js';
import { builtInWording } from '../../support/report-wording.js';
import { file, formsOf, randomOf, resultsOf, SET } from '../pipeline/made-levels.js';
import { sliceOf } from '../../support/sweep.js';

const CITY = `schema: tdkvh/criteria@1
id: city
extends: nd86-2023
label: Bộ của thành phố
basis: Kế hoạch của thành phố
titleYears: { from: 2024 }
fields:
  - { id: civilApartments, form: bieu-02, group: C, code: C30, label: Số tòa chung cư văn hóa, type: count, unit: tòa }
  - { id: parkFunds, form: bieu-02, group: K, code: K90, label: Kinh phí xây dựng công viên, type: amount, unit: triệu đồng }
  - { id: odd, form: bieu-02, code: Z1, label: Số việc khác, type: count, unit: việc }
  - { id: digitalLibrary, form: bieu-02, group: D, code: D90, label: Thư viện số, type: yesNo, aggregation: countOf,
      choices: [{ id: 'yes', label: Có }, { id: 'no', label: Không }] }
  - { id: greenHouses, form: bieu-01, group: family, label: Số hộ xanh, type: count, unit: hộ }
indicators:
  - id: greenRate
    label: Tỷ lệ hộ xanh
    unit: hộ
    numerator: { sum: greenHouses }
    denominator: { sum: households }
    baseLabel: tổng số hộ
    headline: true
    basis: Kế hoạch của thành phố
    confirmed: true
`;
const DISTRICT = `schema: tdkvh/criteria@1
id: district
extends: ./city.yaml
label: Bộ của quận
basis: Quy chế của quận
fields:
  - { id: headsTrained, form: bieu-02, group: A, code: A20, label: Số tổ trưởng được tập huấn, type: count, unit: người }
`;

async function localSet(name: string): Promise<CriteriaSet> {
  const folder = mkdtempSync(join(tmpdir(), 'added-'));
  try {
    writeFileSync(join(folder, 'city.yaml'), CITY);
    writeFileSync(join(folder, 'district.yaml'), DISTRICT);
    const { set, findings } = await loadCriteria(name, folder);
    expect(findings).toEqual([]);
    if (set === undefined) throw new Error(name);
    return set;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const COMMUNES = ['97101', '97102', '97103', '97104'] as const;

interface Sent {
  readonly apartments: number;
  readonly funds: number;
  readonly heads: number;
  readonly green: number;
  readonly households: number;
  readonly library: boolean;
}

/** The last commune leaves its apartments blank. */
function sentBy(seed: number): {
  readonly files: readonly SourceFile[];
  readonly sent: ReadonlyMap<string, Sent>;
} {
  const random = randomOf(seed);
  const sent = new Map<string, Sent>();
  const files = COMMUNES.flatMap((code, at) => {
    const households = 100 + random(900);
    const one = {
      apartments: 1 + random(40),
      funds: 1 + random(999),
      heads: 1 + random(60),
      green: 1 + random(households - 1),
      households,
      library: at === 0 || random(2) === 0,
    };
    sent.set(code, one);
    const own = [
      ...(at === COMMUNES.length - 1 ? [] : [`C30,${String(one.apartments)}`]),
      `K90,"${String(one.funds)},5"`,
      `Z1,${String(at + 1)}`,
      `A20,${String(one.heads)}`,
      `D90,${one.library ? 'có' : 'không'}`,
    ].map((line) => `${code},2024,${line}\n`);
    return [
      file(
        `submissions/${code}/bieu-01.csv`,
        `unit_code,period,areaName,areaKind,households,greenHouses\n${code},2024,Thôn 1,thôn,${String(households)},${String(one.green)}\n`,
      ),
      file(`submissions/${code}/bieu-02.csv`, `unit_code,period,code,value\n${own.join('')}`),
    ];
  });
  return { files, sent };
}

const sumOf = (
  sent: ReadonlyMap<string, Sent>,
  key: 'apartments' | 'funds' | 'heads' | 'green' | 'households',
) => [...sent.values()].reduce((sum, one) => sum + one[key], 0);

const inProse = (value: number): string => (value < 10 ? `0${String(value)}` : formatScaled(value, 0));

/** The texts under each heading of a topic. */
function textsByTopic(prose: Prose): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  let heading = '';
  for (const block of buildReport(prose).blocks) {
    if (block.kind === 'heading') heading = block.text;
    if (block.kind === 'paragraph')
      texts.set(heading, `${texts.get(heading) ?? ''} ${block.runs.map(({ text }) => text).join('')}`);
  }
  return texts;
}

const under = (texts: ReadonlyMap<string, string>, beginning: string): string =>
  [...texts].find(([heading]) => heading.includes(beginning))?.[1] ?? '';

const sheetOf = (prose: Prose): LongTable | undefined =>
  buildWorkbookTables(prose).find(({ sheetName }) => sheetName === 'Chỉ tiêu bổ sung');

const totalCell = (table: LongTable | undefined, column: string) => {
  const at = table?.columns.findIndex(({ id }) => id === column) ?? -1;
  const total = [...(table?.rows ?? [])].find(({ role }) => role === 'total');
  return total?.cells[at];
};

const page = (results: ResultsDocument, prose: Prose): string =>
  new TextDecoder().decode(
    writeTrackingPage({
      results,
      status: submissionStatus(results, [], { exceptions: {} }, '2024-12-01'),
      tables: buildWorkbookTables(prose),
      charts: headlineCharts(prose, Infinity),
      title: 'Báo cáo',
      draft: true,
    }),
  );

describe('what a set of the locality adds', () => {
  it.each(sliceOf([1, 2, 3], 1))('stands in report, workbook and page (seed %i)', async (seed) => {
    const set = await localSet('district.yaml');
    const { files, sent } = sentBy(seed);
    const results = await resultsOf({ unit: '971', level: 'district', files, more: { set } });
    const prose = proseOf(results, builtInWording());
    const texts = textsByTopic(prose);
    const last = sent.get('97104')?.apartments ?? 0;
    const apartments = sumOf(sent, 'apartments') - last;
    expect(under(texts, 'tiêu biểu')).toContain(`ố tòa chung cư văn hóa là ${inProse(apartments)} tòa.`);
    // Half a million each.
    const funds = formatScaled(sumOf(sent, 'funds') * 1000 + COMMUNES.length * 500, 3);
    expect(under(texts, 'Kinh phí')).toContain(`inh phí xây dựng công viên là ${funds} triệu đồng.`);
    expect(under(texts, 'Ban hành văn bản')).toContain(
      `ố tổ trưởng được tập huấn là ${inProse(sumOf(sent, 'heads'))} người.`,
    );
    expect(under(texts, 'Các chỉ tiêu khác')).toContain('ố việc khác là 10 việc.');
    const libraries = [...sent.values()].filter(({ library }) => library).length;
    expect(under(texts, 'Thiết chế')).toContain(`hư viện số: ${inProse(libraries)} đơn vị cấp xã có.`);
    const [green, households] = [sumOf(sent, 'green'), sumOf(sent, 'households')];
    const families = under(texts, 'gia đình văn hóa');
    expect(families).toContain(`ỷ lệ hộ xanh: ${inProse(green)}/${inProse(households)} hộ, đạt `);
    expect(families).not.toContain('ố hộ xanh là');

    const sheet = sheetOf(prose);
    const shown = (column: string) => {
      const cell = totalCell(sheet, column);
      return cell?.kind === 'integer'
        ? cell.value
        : cell?.kind === 'rate'
          ? [cell.numerator, cell.denominator]
          : cell;
    };
    expect(shown('civilApartments')).toBe(apartments);
    expect(shown('parkFunds')).toBe(sumOf(sent, 'funds') * 1000 + COMMUNES.length * 500);
    expect(shown('headsTrained')).toBe(sumOf(sent, 'heads'));
    expect(shown('odd')).toBe(10);
    expect(shown('digitalLibrary:yes')).toBe(libraries);
    expect(shown('greenHouses')).toBe(green);
    expect(shown('greenRate.rate')).toEqual([green, households]);
    const html = page(results, prose);
    for (const label of ['Số tòa chung cư văn hóa (tòa)', 'Tỷ lệ hộ xanh (%)', 'Số việc khác (việc)'])
      expect(html).toContain(label);
    // Asked for, it is an annex to which the first topic with an added figure points.
    const asked = { ...results, report: { ...results.report, annexes: ['BS'] } };
    const printed = buildReport(proseOf(asked, builtInWording()));
    expect(printed.annexes.map(({ number }) => number)).toEqual(['I']);
    expect(under(textsByTopic(proseOf(asked, builtInWording())), 'Ban hành văn bản')).toContain('Phụ lục I');
    // A headline rate has its bars.
    expect(headlineCharts(prose, Infinity).map(({ id }) => id)).toContain('greenRate');
  });

  it('is nothing where the default stands alone, or where nothing is added to it', async () => {
    const files = formsOf('97101', '2024', randomOf(4));
    for (const set of [SET, { ...SET, id: 'same', ancestors: [SET] }]) {
      const results = await resultsOf({ unit: '971', level: 'district', files, more: { set } });
      expect(results.indicators.filter(({ added }) => added !== undefined)).toEqual([]);
      expect(sheetOf(proseOf(results, builtInWording()))).toBeUndefined();
    }
  });

  it('is said of nobody while nobody gave it, but for a headline figure', async () => {
    const set = await localSet('district.yaml');
    const files = formsOf('97101', '2024', randomOf(4));
    const results = await resultsOf({ unit: '971', level: 'district', files, more: { set } });
    const texts = [...textsByTopic(proseOf(results, builtInWording())).values()].join('\n');
    expect(texts).not.toContain('chung cư');
    expect(texts).toContain('tỷ lệ hộ xanh');
  });
});
