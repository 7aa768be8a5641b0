/** figures.csv and findings.csv: tidy, exact, and nothing that a spreadsheet would run. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/model.js';
import { csvBytes, harmless } from '../../../src/writers/csv.js';
import { figuresCsv, findingsCsv } from '../../../src/writers/csv-outputs.js';
import { sampleResults } from '../../support/sample-results.js';

const SAMPLE_RESULTS = sampleResults();

const rowsOf = (bytes: Uint8Array): Record<string, string>[] =>
  parse(Buffer.from(bytes), { bom: true, columns: true, record_delimiter: '\r\n' });

describe('csvBytes', () => {
  it('begins with a byte order mark and reads back as written', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string()), { minLength: 1 }),
        (lines) => {
          const bytes = csvBytes(['a', 'b'], lines);
          expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
          const found = rowsOf(bytes).map(({ a, b }) => [a, b]);
          expect(found).toEqual(lines.map((line) => line.map((text) => harmless(text))));
        },
      ),
    );
  });

  it.each(['=1+1', '+84', '-1', '@SUM(A1)', '\tx', '\rx', '＝1', '\n=1', '=1,"2"'])(
    'makes %j harmless',
    (payload) => {
      const [row] = rowsOf(csvBytes(['a'], [[payload]]));
      expect(row?.['a']).toBe(`'${payload}`);
    },
  );

  it('leaves negative figures alone', () => {
    expect(new TextDecoder().decode(csvBytes(['a'], [[{ figure: '-5' }]]))).toContain('\r\n-5\r\n');
  });
});

describe('figuresCsv', () => {
  const rows = rowsOf(figuresCsv(SAMPLE_RESULTS));

  it('has a line per unit or group and measured indicator', () => {
    const measured = [...Object.values(SAMPLE_RESULTS.measures), ...Object.values(SAMPLE_RESULTS.groups)];
    expect(rows).toHaveLength(measured.reduce((sum, each) => sum + Object.keys(each).length, 0));
  });

  const line = (owner: string, indicator: string): Record<string, string> | undefined =>
    rows.find((row) => (row['unit_code'] || row['unit']) === owner && row['indicator'] === indicator);

  it('writes a rate with its counts, rounded half up, and coverage', () => {
    // 298 + 251 + 197 of 310 + 268 + 225 households: 92.9016 %.
    expect(line('90101', 'familyTitleRate')).toEqual({
      period: '2024',
      unit_code: '90101',
      unit: 'Thị trấn Mỹ Lâm',
      level: 'commune',
      indicator: 'familyTitleRate',
      numerator: '746',
      denominator: '803',
      value: '92.9',
      unit_of_measure: 'hộ',
      coverage: '1/1',
      not_applicable: '',
    });
    // With 359 of 387 and 283 of 331: 1388 of 1521, 91.2557 %; two of the five communes are not in it.
    expect(line('901', 'familyTitleRate')).toMatchObject({
      unit: 'Huyện An Bình',
      level: 'district',
      numerator: '1388',
      denominator: '1521',
      value: '91.26',
      coverage: '3/5',
    });
  });

  it('writes an amount in its printed unit, and a count as its own value', () => {
    // 45500, 18250, 12000 and 20125 thousand đồng.
    expect(line('901', 'fundsTotal')).toMatchObject({
      numerator: '95.875',
      denominator: '',
      value: '95.875',
      unit_of_measure: 'triệu đồng',
      coverage: '4/5',
    });
    expect(line('90104', 'inspections')).toMatchObject({ numerator: '0', denominator: '', value: '0' });
  });

  it('adds up the groups of the office', () => {
    expect(line('Cụm thi đua số 2', 'households')).toMatchObject({
      unit_code: '',
      level: 'group',
      numerator: '331',
      value: '331',
      coverage: '1/2',
    });
  });

  it.each([
    ['90105', 'households', 'nobody reported'],
    ['90103', 'familiesTitled', 'an area left it blank'],
    ['90101', 'exerciserRate', 'it was not given'],
  ])('writes no figure for %s %s, because %s', (owner, indicator) => {
    expect(line(owner, indicator)).toMatchObject({
      numerator: '',
      denominator: '',
      value: '',
      coverage: '0/1',
    });
  });
});

describe('findingsCsv', () => {
  it('says where, what and what to do, with the severity in words and the unit by name', () => {
    const finding: Finding = {
      id: 'abc',
      code: 'cell/not-a-number',
      number: 'VH301',
      severity: 'error',
      unit: '90101',
      at: { file: 'xa-a.xlsx', sheet: 'Biểu 01', cell: 'D17' },
      message: '“1.2k” không phải là số.',
      hint: '=cmd',
    };
    expect(rowsOf(findingsCsv([finding], SAMPLE_RESULTS.units))[0]).toMatchObject({
      number: 'VH301',
      severity: 'Phải sửa',
      unit_code: '90101',
      unit: 'Thị trấn Mỹ Lâm',
      file: 'xa-a.xlsx',
      sheet: 'Biểu 01',
      cell: 'D17',
      hint: "'=cmd",
      id: 'abc',
    });
  });
});
