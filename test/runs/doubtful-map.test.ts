/** A crosswalk that loses, doubles or invents a unit: the row and the remedy are named, and nothing is restated on it. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { ResultsDocument } from '../../src/model.js';
import { readDelimitedTable } from '../../src/readers/csv/delimited-table.js';
import { admitCrosswalk } from '../../src/workspace/crosswalk.js';
import { formsOf, NEW_UNITS, OLD_UNITS, randomOf, resultsOf, runOver } from '../unit/pipeline/made-levels.js';

const HEAD = 'old_code,old_valid_to,new_code,area,people,weight,basis';
const LINES = [
  '97101 97101 whole all',
  '97102 97101 whole all',
  '97103 97103 whole all',
  '97104 97103 whole all',
  '97201 97201 whole all',
  '97202 97202 whole all',
  '97203 97202 whole all',
  '97204 97201 part some 0.4',
  '97204 97202 part some 0.6',
  '97301 97301 whole all',
  '97302 97301 whole all',
  '97303 97301 whole all',
  '97304 97301 whole all',
  '974 97401 whole all',
];
const rowOf = (line: string): string => {
  const [old = '', now = '', area = '', people = '', weight = ''] = line.split(' ');
  return `${old},2025-06-30,${now},${area},${people},${weight},Nghị quyết mẫu`;
};

let previous: ResultsDocument;
let total: number;
const today = randomOf(21);
const FILES = NEW_UNITS.slice(1).flatMap(({ code }) => formsOf(code, '2025', today));

beforeAll(async () => {
  const random = randomOf(20);
  const codes = OLD_UNITS.flatMap(({ code, level }) => (level === 'commune' || code === '974' ? [code] : []));
  const files = codes.flatMap((code) => formsOf(code, '2024', random));
  previous = await resultsOf({ unit: '97', level: 'province', files });
  total = previous.measures['97']?.['households']?.n ?? 0;
});

async function compared(lines: readonly string[]) {
  const table = readDelimitedTable(Buffer.from([HEAD, ...lines.map(rowOf), ''].join('\n')), 'crosswalk.csv');
  const admitted = admitCrosswalk(table);
  const { results, findings } = await runOver({
    unit: '97',
    level: 'province',
    period: '2025',
    referenceDate: '2025-12-31',
    files: FILES,
    more: {
      crosswalkSteps: admitted.values,
      previous: {
        documents: [{ path: 'previous/2024.results.json', results: previous }],
        figures: [],
        findings: [],
      },
    },
  });
  const restated = (code: string) => results?.comparison?.units[code]?.['households']?.years[0]?.restated;
  return {
    restated,
    codes: findings.map(({ code }) => code),
    map: [...admitted.findings, ...findings].filter(
      ({ code, severity }) => code.startsWith('crosswalk/') && severity === 'error',
    ),
  };
}

describe('a sound map', () => {
  it('restates whole mergers exactly, the split as a block, and conserves the province', async () => {
    const { restated, map } = await compared(LINES);
    expect(map).toEqual([]);
    expect(restated('97')).toMatchObject({ n: total });
    const [one, other] = ['97101', '97102'].map((code) => previous.measures[code]?.['households']?.n);
    if (one === undefined || other === undefined) throw new Error('no figure');
    expect(restated('97101')).toMatchObject({ kind: 'sum', n: one + other });
    expect(restated('97201')?.kind).not.toBe('sum');
  });
});

describe('a doubtful map', () => {
  const without = (line: string) => LINES.filter((one) => one !== line);
  it('names the new unit that nobody became', async () => {
    const { map } = await compared(without('974 97401 whole all'));
    expect(map.map(({ code }) => code)).toContain('crosswalk/unit-invented');
  });

  it.each<readonly [string, readonly string[]]>([
    ['loses an old unit', without('97302 97301 whole all')],
    ['loses a new unit', without('974 97401 whole all')],
    ['counts an old unit twice', [...LINES, '97101 97103 whole all']],
    ['invents a new unit', LINES.map((one) => one.replace('97103 97103', '97103 97999'))],
    ['invents an old unit', [...LINES, '97999 97103 whole all']],
    ['has weights that do not add', LINES.map((one) => one.replace('0.6', '0.5'))],
  ])('%s', async (_, lines) => {
    const { restated, map, codes } = await compared(lines);
    expect(map.length).toBeGreaterThan(0);
    expect(codes).toContain('comparison/doubtful-map');
    for (const { at, hint, message } of map) {
      expect(at.file).toBe('crosswalk.csv');
      expect(hint).not.toBe('');
      expect(message).toMatch(/97\d{3}|974/u);
    }
    for (const { code } of NEW_UNITS)
      expect(restated(code)?.n, `${code}: ${map.map(({ message }) => message).join(' ')}`).toBeUndefined();
  });
});
