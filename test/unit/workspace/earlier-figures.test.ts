/** previous/so-lieu.csv: exact figures in, and every line that is not one, at its cell. */
import { describe, expect, it } from 'vitest';
import { readDelimitedTable } from '../../../src/readers/csv/delimited-table.js';
import { admitEarlierFigures } from '../../../src/workspace/earlier-figures.js';

const INDICATORS = [
  { id: 'households', kind: 'count', scale: 0 },
  { id: 'funds', kind: 'amount', scale: 3 },
  { id: 'rate', kind: 'rate', scale: 0 },
] as const;
const HEADER = 'unit_code,period,indicator,numerator,denominator,rate,source\n';
const admit = (...lines: readonly string[]) =>
  admitEarlierFigures(
    readDelimitedTable(new TextEncoder().encode(HEADER + lines.join('\n')), 'previous/so-lieu.csv'),
    INDICATORS,
  );
const faults = (...lines: readonly string[]) =>
  admit(...lines).findings.map(({ at, code }) => `${at.cell ?? ''} ${code}`);

describe('admitEarlierFigures', () => {
  it('keeps counts, amounts and rates exactly', () => {
    const { values, findings } = admit(
      '256,2023,households,33920,,,BC 12',
      '256,2023,funds,"1250,5",,,BC 12',
      '256,2023,rate,31245,33920,"92,11",BC 12',
      '256,2022,rate,,,"91,25",BC 11',
    );
    expect(findings).toEqual([]);
    expect(values.map(({ n, d, rate }) => [n, d, rate])).toEqual([
      [33920, undefined, undefined],
      [1_250_500, undefined, undefined],
      [31245, 33920, undefined],
      [undefined, undefined, '91.25'],
    ]);
  });

  it('names each fault at its cell', () => {
    expect(
      faults(
        '256,2023,rate,5,,,BC',
        '256,2023,rate,,5,,BC',
        '256,2023,rate,5,0,,BC',
        '256,2023,households,,,50,BC',
        '256,2023,households,1.250,,,BC',
        '256,năm 2023,household,1,,,',
        '256,2022,rate,1,2,"51,0",BC',
        '256,2022,rate,1,3,"33,3",BC',
        '257,2022,rate,,,101,BC',
      ),
    ).toEqual([
      'E2 previous/no-figure',
      'D3 previous/no-figure',
      'E4 previous/no-base',
      'F5 previous/rate-of-count',
      'D6 previous/not-exact',
      'B7 configuration/csv-not-a-period',
      'G7 configuration/csv-empty-cell',
      'C7 configuration/csv-unknown-indicator',
      'F8 previous/rate-disagrees',
      'A9 configuration/csv-repeated-row',
      'F10 configuration/csv-not-a-number',
    ]);
  });

  it('does not guess whether a point parts thousands or decimals', () => {
    expect(faults('256,2023,funds,1.250,,,BC')).toEqual(['D2 previous/not-exact']);
    expect(admit('256,2023,funds,1.25,,,BC').values[0]?.n).toBe(1250);
  });
});
