/** areas.csv: shares as they are written, what is wrong with lines taken together, and where. */
import { describe, expect, it } from 'vitest';
import { readDelimitedTable } from '../../../src/readers/csv/delimited-table.js';
import { admitAreas } from '../../../src/workspace/areas.js';

const HEAD = 'unit_code,old_name,new_name,date,share,decision';
const admit = (...lines: readonly string[]) =>
  admitAreas(
    readDelimitedTable(new TextEncoder().encode([HEAD, ...lines].join('\n')), 'areas.csv'),
    new Set(['00001', '00002']),
  );
const said = (...lines: readonly string[]) =>
  admit(...lines).findings.map(({ code, severity, at }) => [code, severity, at.cell]);

describe('admitAreas', () => {
  it.each([
    ['', 1, 1],
    ['whole', 1, 1],
    ['Toàn bộ', 1, 1],
    ['100%', 1, 1],
    ['"0,4"', 4, 10],
    ['0.25', 25, 100],
    ['40%', 40, 100],
    ['2/5', 2, 5],
  ])('reads the share %s', (text, numerator, denominator) => {
    const rest = text === '' || /^(whole|Toàn bộ|100%)$/u.test(text);
    const { values } = admit(
      `00001,Thôn 1,Thôn A,01/07/2026,${text},NQ 5`,
      ...(rest ? [] : ['00001,Thôn 1,Thôn B,01/07/2026,1/1000000,NQ 5']),
    );
    expect(values[0]).toMatchObject({ date: '2026-07-01', share: { numerator, denominator }, unit: '00001' });
  });

  it.each(['một nửa', '0', '-1', '1/0', '0/3', '5 hộ', '1e3'])('refuses the share %s', (text) => {
    expect(said(`00001,Thôn 1,Thôn A,2026-07-01,${text},`)).toEqual([['areas/not-a-share', 'error', 'E2']]);
  });

  it('adds the shares of an area exactly', () => {
    const parts = (...shares: readonly string[]) =>
      said(
        ...shares.map(
          (share, at) => `00001,Thôn 1,Thôn ${String.fromCharCode(65 + at)},2026-07-01,${share},`,
        ),
      );
    expect(parts('1/3', '1/3', '1/3')).toEqual([]);
    expect(parts('0.1', '0.2', '0.7')).toEqual([]);
    expect(parts('60%', '60%')).toEqual([['areas/share-over-one', 'error', 'B2']]);
    expect(parts('whole', '1/1000')).toEqual([['areas/share-over-one', 'error', 'B2']]);
    expect(parts('150%')).toEqual([['areas/share-over-one', 'error', 'B2']]);
    expect(parts('1/3', '1/3')).toEqual([['areas/share-incomplete', 'warning', 'B2']]);
  });

  it('finds circles of one day, however long, and names that come back later', () => {
    const line = (from: string, to: string, date = '2026-07-01') => `00001,${from},${to},${date},whole,`;
    expect(said(line('A', 'B'), line('B', 'A'))).toEqual([['areas/circle', 'error', 'B2']]);
    expect(said(line('A', 'B'), line('B', 'C'), line('C', 'A'))).toEqual([['areas/circle', 'error', 'B2']]);
    expect(said(line('A', 'B'), line('B', 'C'))).toEqual([]);
    expect(said(line('A', 'A'), line('B', 'A'))).toEqual([]);
    expect(said(line('A', 'B'), line('B', 'A', '2026-09-01'))).toEqual([
      ['areas/renamed-back', 'warning', 'B2'],
    ]);
    const chain = Array.from({ length: 3000 }, (_, at) => line(`N${String(at)}`, `N${String(at + 1)}`));
    expect(said(...chain)).toEqual([]);
    expect(said(...chain, line('N3000', 'N0')).map(([code]) => code)).toEqual(['areas/circle']);
  });

  it('tells what is blank, unknown, doubled or no date', () => {
    expect(said('00001,Thôn 1,,2026-07-01,,')).toEqual([['configuration/csv-empty-cell', 'error', 'C2']]);
    expect(said('00001,Thôn 1,Thôn A,,,')).toEqual([['configuration/csv-empty-cell', 'error', 'D2']]);
    expect(said('00001,Thôn 1,Thôn A,31/02/2026,,')).toEqual([
      ['configuration/csv-not-a-date', 'error', 'D2'],
    ]);
    expect(said('331,Thôn 1,Thôn A,2026-07-01,,')).toEqual([['areas/unknown-unit', 'warning', 'B2']]);
    expect(said('00001,Thôn 01,Thôn A,2026-07-01,,', '00001,Thôn 1,Thôn A,2026-07-01,,')).toEqual([
      ['configuration/csv-repeated-row', 'error', 'A3'],
    ]);
  });
});
