/** The province of 2025 beside a made-up 2024 of its old communes: sums, a divided block, and the same figures in every output. */
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ComparedYear, ResultsDocument } from '../../src/model.js';
import { resultsJson } from '../../src/writers/json.js';
import { earlierYearOf, type EarlierYear } from './earlier-year.js';
import { runFixture, sharedRun, type FixtureRun } from './fixture-run.js';
import { readReport } from './report-document.js';
import { readWorkbook, type StoredSheet } from './workbook-document.js';

const RATE = 'familyTitleRate';

describe('fixtures/province-2025 beside 2024', () => {
  let plain: FixtureRun | undefined;
  let done: FixtureRun | undefined;
  /** With three years before, estimates and member agencies. */
  let fuller: FixtureRun | undefined;
  let earlier: EarlierYear | undefined;
  const registry = mkdtempSync(join(tmpdir(), 'tdkvh-registry-'));
  const given = <Value>(value: Value | undefined): Value => {
    if (value === undefined) throw new Error('the run did not finish');
    return value;
  };
  const results = (): ResultsDocument => given(done).results();
  const yearOf = (unit: string, indicator = RATE): ComparedYear | undefined =>
    results().comparison?.units[unit]?.[indicator]?.years.find(({ period }) => period === '2024');

  beforeAll(async () => {
    plain = sharedRun('province-2025');
    const made = earlierYearOf(plain.results());
    earlier = made;
    const withLastYear = (copy: string): string => {
      mkdirSync(join(copy, 'previous'));
      writeFileSync(join(copy, 'previous', '2024.results.json'), resultsJson(made.results));
      writeFileSync(join(copy, 'crosswalk.csv'), made.crosswalk);
      writeFileSync(join(registry, 'units.csv'), made.list);
      appendFileSync(join(copy, 'tdkvh.yaml'), `\nregistry: ${JSON.stringify(registry)}\n`);
      return copy;
    };
    done = await runFixture('province-2025', withLastYear);
    fuller = await runFixture('province-2025', (copy) => {
      appendFileSync(join(withLastYear(copy), 'crosswalk.csv'), '22,2025-06-30,22,whole,all,,\n');
      writeFileSync(join(copy, 'previous', 'so-lieu.csv'), EARLIER_STILL);
      writeFileSync(join(copy, 'submissions', 'bieu-06.csv'), AGENCIES);
      const yaml = join(copy, 'tdkvh.yaml');
      writeFileSync(yaml, readFileSync(yaml, 'utf8').replace(/annexes: .*/u, 'annexes: [VI, XI]'));
      appendFileSync(yaml, 'comparison: { estimates: weights }\n');
      appendFileSync(yaml, 'agencies: [{ name: Hội Phụ nữ, aliases: [Hội LHPN tỉnh] }, Công an]\n');
      return copy;
    });
  });
  afterAll(() => {
    rmSync(registry, { recursive: true, force: true });
  });

  it('says nothing of earlier years where none is given', () => {
    expect(given(plain).results()).not.toHaveProperty('comparison');
    const sheet = readWorkbook(given(plain).output('tong-hop.xlsx'), 'So sánh');
    const cells = sheet.rows.flatMap((row) => [sheet.at(row, 2), sheet.at(row, 6)].map(String));
    expect(cells.filter((cell) => cell.includes('2024'))).toEqual([]);
  });

  it('judges the targets of a first year as well', () => {
    const [family] = given(plain).results().targetAssessments ?? [];
    expect(family).toMatchObject({ state: 'missed', points: -245, needed: 1441, unit: '22' });
  });

  it('leaves the figures of this year as they are', () => {
    expect(results().measures).toEqual(given(plain).results().measures);
  });

  it('adds the old communes of each new one, also where the code was that of another', () => {
    const { oldOf, block, results: then } = given(earlier);
    for (const [code, old] of oldOf) {
      if (block.includes(code)) continue;
      const parts = old.flatMap((one) => then.measures[one]?.[RATE] ?? []);
      const restated = yearOf(code)?.restated;
      if (parts.length === 0) continue;
      expect(restated?.kind).toBe('sum');
      expect(restated?.n).toBe(parts.reduce((sum, { n }) => sum + n, 0));
      expect(restated?.d).toBe(parts.reduce((sum, { d = 0 }) => sum + d, 0));
    }
  });

  it('conserves the total of the province', () => {
    const { n, d } = given(earlier).results.measures['22']?.[RATE] ?? {};
    expect(yearOf('22')?.restated).toMatchObject({ n, d });
    expect(yearOf('22')?.published).toMatchObject([{ unit: '22', n, d }]);
  });

  it('compares the divided commune only as a block', () => {
    const { block, oldOf, results: then } = given(earlier);
    for (const code of block)
      expect(yearOf(code)).toMatchObject({ comparability: 'notComparable', reason: 'split' });
    const [found, ...others] =
      results().comparison?.previous[0]?.blocks.filter(({ kind }) => kind === 'split') ?? [];
    expect(others).toEqual([]);
    expect(found?.new.map(({ code }) => code).sort()).toEqual([...block].sort());
    const old = [...block.flatMap((code) => oldOf.get(code) ?? []), '99001'];
    const n = old.reduce((sum, code) => sum + (then.measures[code]?.[RATE]?.n ?? Number.NaN), 0);
    const figures = results().comparison?.previous[0]?.blockFigures[found?.id ?? ''];
    expect(figures?.[RATE]?.years[0]?.restated.n).toBe(n);
  });

  it('judges the targets beside it', () => {
    const states = results().targetAssessments?.map(({ target, state }) => [target.indicator, state]);
    expect(states).toEqual([
      [RATE, 'missed'],
      ['areaTitleRate', 'missed'],
    ]);
  });

  it('shows in tong-hop.xlsx what results.json says', () => {
    const sheet = readWorkbook(given(done).output('tong-hop.xlsx'), 'So sánh');
    const label = results().indicators.find(({ id }) => id === RATE)?.label ?? '';
    const start = sheet.rows.find((row) => [1, 2].some((column) => sheet.at(row, column) === label));
    if (start === undefined) throw new Error(`no line ${label}`);
    for (const unit of results().units.filter(({ leaf }) => leaf)) {
      const row = sheet.rows.find(
        (one) => one > start && String(sheet.at(one, 2)).endsWith(` ${unit.name}`) && !isBlock(sheet, one),
      );
      if (row === undefined) throw new Error(`no line of ${unit.name}`);
      const year = yearOf(unit.code);
      const [n, d, , , thenN, thenD, , number] = [3, 4, 5, 6, 7, 8, 9, 10].map((column) =>
        sheet.at(row, column),
      );
      const now = results().measures[unit.code]?.[RATE];
      expect([n, d]).toEqual(now?.reported === 1 ? [now.n, now.d] : ['…', '…']);
      if (year?.restated.n !== undefined) expect([thenN, thenD]).toEqual([year.restated.n, year.restated.d]);
      expect(number).toBe(year?.difference?.number);
    }
  });

  it('has a line for each of the office’s groupings above its units', () => {
    const sheet = readWorkbook(given(done).output('tong-hop.xlsx'), 'So sánh');
    const [name, figures] = Object.entries(results().comparison?.groups ?? {})[1] ?? [];
    const row = sheet.rows.find((one) => sheet.at(one, 2) === name);
    if (name === undefined || row === undefined) throw new Error('no line of a grouping');
    expect(sheet.at(row, 3)).toBe(results().groups[name]?.[RATE]?.n);
    expect(sheet.at(row, 7)).toBe(figures?.[RATE]?.years[0]?.restated.n);
  });

  it('estimates the parts of a divided commune only where the office asks, and says so everywhere', () => {
    const { block, results: then } = given(earlier);
    const { comparison, findings } = given(fuller).results();
    const estimated = block.map((code) => comparison?.units[code]?.[RATE]?.years.at(-1));
    expect(estimated.map((year) => year?.comparability)).toEqual(['estimate', 'estimate']);
    const old = [...block.flatMap((code) => given(earlier).oldOf.get(code) ?? []), '99001'];
    const total = old.reduce((sum, code) => sum + (then.measures[code]?.[RATE]?.n ?? Number.NaN), 0);
    expect(estimated.reduce((sum, year) => sum + (year?.restated.n ?? Number.NaN), 0)).toBe(total);
    expect(findings.filter(({ code }) => code === 'comparison/estimated')).not.toHaveLength(0);
    const sheet = readWorkbook(given(fuller).output('tong-hop.xlsx'), 'So sánh');
    const texts = sheet.rows.map((row) =>
      [2, 12, 13, 15].map((column) => String(sheet.at(row, column))).join(),
    );
    for (const code of block) {
      const name = results().units.find((unit) => unit.code === code)?.name ?? '';
      const marked = texts.filter((text) => text.includes(name) && text.includes('ước tính'));
      expect(marked.length, name).toBeGreaterThan(0);
    }
  });

  it('gives the course over the years known', () => {
    const years = given(fuller).results().comparison?.units['22']?.[RATE]?.years ?? [];
    expect(years.map(({ period, restated }) => [period, restated.rate ?? restated.n])).toEqual([
      ['2022', '85.5'],
      ['2023', 50_210],
      ['2024', given(earlier).results.measures['22']?.[RATE]?.n],
    ]);
    const text = readReport(given(fuller).output('bao-cao.docx')).tables.flat(2).join('\n');
    expect(text).toContain('2022: 85,5%; 2023: 86,87%; 2024: ');
  });

  it('puts member agencies in an annex of their own and adds nothing of theirs', () => {
    const { measures, groups, splits, memberAgencies, findings } = given(fuller).results();
    expect({ measures, groups, splits }).toEqual({
      measures: results().measures,
      groups: results().groups,
      splits: results().splits,
    });
    expect(memberAgencies?.map(({ name, forms }) => [name, forms[0]?.rows ?? []])).toEqual([
      ['Hội Phụ nữ', [0, 1]],
      ['Công an', []],
    ]);
    expect(findings.filter(({ code }) => code === 'agency/not-reported')).toHaveLength(1);
    const sheet = readWorkbook(given(fuller).output('tong-hop.xlsx'), 'PL XI Cơ quan thành viên');
    const lines = sheet.rows.filter((row) => sheet.at(row, 2) === 'Hội Phụ nữ');
    expect(lines.map((row) => [8, 10, 11].map((column) => sheet.at(row, column)))).toEqual([
      ['44.120', 'x', 'Bình xét Gia đình văn hóa'],
      ['331', undefined, 'Không'],
    ]);
  });

  it('says in the report on which ground it compares', () => {
    const text = readReport(given(done).output('bao-cao.docx')).paragraphs.join('\n');
    // Once for all figures, and not again behind each of them.
    expect(text.match(/theo địa giới hành chính hiện nay/gu)).toHaveLength(1);
    expect(text).toContain('điểm phần trăm so với năm 2024');
    expect(text).not.toContain('Chưa có số liệu năm 2024 tổng hợp');
  });
});

const EARLIER_STILL = [
  'unit_code,period,indicator,numerator,denominator,rate,source',
  '22,2023,familyTitleRate,50210,57800,,Báo cáo 145/BC-BCĐ',
  '22,2022,familyTitleRate,,,85.5,Báo cáo 120/BC-BCĐ',
  '',
].join('\n');
const AGENCIES = [
  'unit_code,period,agencyName,campaign,campaignContent,campaignIndicator,campaignResult,campaignOverlap',
  '22,2025,Hội LHPN tỉnh,5 không 3 sạch,Gia đình,Hộ đạt,44120,Bình xét Gia đình văn hóa',
  '22,2025,Hội LHPN tỉnh,5 không 3 sạch,Môi trường,Đoạn đường,331,Không',
  '',
].join('\n');

const isBlock = (sheet: StoredSheet, row: number): boolean => String(sheet.at(row, 2)).includes('(từ ');
