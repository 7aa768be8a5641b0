/** The province of 2025 beside a made-up 2024 of its old communes: sums, a divided block, and the same figures in every output. */
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ComparedYear, ResultsDocument } from '../../src/model.js';
import { resultsJson } from '../../src/writers/json.js';
import { earlierYearOf, type EarlierYear } from './earlier-year.js';
import { runFixture, type FixtureRun } from './fixture-run.js';
import { readReport } from './report-document.js';
import { readWorkbook, type StoredSheet } from './workbook-document.js';

const RATE = 'familyTitleRate';

describe('fixtures/province-2025 beside 2024', () => {
  let plain: FixtureRun | undefined;
  let done: FixtureRun | undefined;
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
    plain = await runFixture('province-2025');
    const made = earlierYearOf(plain.results());
    earlier = made;
    done = await runFixture('province-2025', (copy) => {
      mkdirSync(join(copy, 'previous'));
      writeFileSync(join(copy, 'previous', '2024.results.json'), resultsJson(made.results));
      writeFileSync(join(copy, 'crosswalk.csv'), made.crosswalk);
      writeFileSync(join(registry, 'units.csv'), made.list);
      appendFileSync(join(copy, 'tdkvh.yaml'), `\nregistry: ${JSON.stringify(registry)}\n`);
      return copy;
    });
  }, 120_000);
  afterAll(() => {
    rmSync(registry, { recursive: true, force: true });
  });

  it('says nothing of earlier years where none is given', () => {
    expect(given(plain).results()).not.toHaveProperty('comparison');
    expect(given(plain).results()).not.toHaveProperty('targetAssessments');
    expect(() => readWorkbook(given(plain).output('tong-hop.xlsx'), 'So sánh')).toThrow(/no sheet/u);
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

  it('says in the report on which ground it compares', () => {
    const text = readReport(given(done).output('bao-cao.docx')).paragraphs.join('\n');
    expect(text).toContain('tính theo địa giới hành chính hiện nay');
    expect(text).toContain('điểm phần trăm so với năm 2024');
    expect(text).not.toContain('Chưa có số liệu năm 2024 tổng hợp');
  });
});

const isBlock = (sheet: StoredSheet, row: number): boolean => String(sheet.at(row, 2)).includes('(từ ');
