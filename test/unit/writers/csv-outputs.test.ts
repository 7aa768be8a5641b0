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
          const bytes = csvBytes(
            ['a', 'b'],
            lines.map((line) => line.map((text) => ({ text }))),
          );
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
      const [row] = rowsOf(csvBytes(['a'], [[{ text: payload }]]));
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

  it('gives counts, bases, exact values and coverage of the results', () => {
    for (const row of rows) {
      const owner = row['unit_code']
        ? SAMPLE_RESULTS.measures[row['unit_code']]
        : SAMPLE_RESULTS.groups[row['unit'] ?? ''];
      const measure = owner?.[row['indicator'] ?? ''];
      expect(row['coverage']).toBe(`${measure?.reported}/${measure?.expected}`);
      if (measure?.reported === 0)
        expect([row['numerator'], row['denominator'], row['value']]).toEqual(['', '', '']);
      else if (measure?.d === undefined) expect(row['value']).toBe(row['numerator']);
      else if (measure.d > 0) expect(Number(row['value'])).toBeCloseTo((100 * measure.n) / measure.d, 1);
    }
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
