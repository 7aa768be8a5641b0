/** Findings by the hundred thousand: the first cells of a column stand there, the rest is counted, and none is lost. */
import { describe, expect, it } from 'vitest';
import {
  countOf,
  everyFinding,
  everyPlace,
  filesFolded,
  folded,
  SHOWN_OF_A_COLUMN,
} from '../../../src/findings/fold.js';
import { finding } from '../../../src/findings/finding.js';
import type { Finding } from '../../../src/model.js';
import { cellAddress } from '../../../src/values/cell-address.js';
import { findingsCsv } from '../../../src/writers/csv-outputs.js';

const one = (row: number, column: number): Finding =>
  finding(
    'cell/not-a-number',
    { file: 'a.csv', sheet: 'Biểu 01', cell: cellAddress(row, column) },
    { text: `chữ ${row}`, field: `Cột ${column}`, row: `Ấp ${row}` },
    {
      unit: '101',
      period: '2024',
      form: 'bieu-01',
      rowKey: `ap ${row}`,
      fields: [`f${column}`],
      actual: `chữ ${row}`,
    },
  );
const many = (rows: number, columns: number): readonly Finding[] =>
  Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => one(row + 2, column + 1)),
  ).flat();

describe('folded', () => {
  it('leaves few findings as they are', () => {
    const findings = many(SHOWN_OF_A_COLUMN, 3);
    expect(folded(findings)).toEqual(findings);
    // A single one left over is shown instead of counted.
    expect(folded(many(SHOWN_OF_A_COLUMN + 1, 1)).map(({ code }) => code)).not.toContain('cell/more-of-same');
  });

  it('counts the rest of each column, with the same weight and fields', () => {
    const shown = folded(many(1_000, 4));
    const counted = shown.filter(({ code }) => code === 'cell/more-of-same');
    expect(shown).toHaveLength(4 * (SHOWN_OF_A_COLUMN + 1));
    expect(counted.map(({ fields, severity, unit }) => [fields, severity, unit])).toEqual(
      [1, 2, 3, 4].map((column) => [[`f${column}`], 'error', '101']),
    );
    expect(counted[0]?.message).toContain('800 ô');
    expect(counted[0]?.message).toContain('A202 đến A1001');
    expect(new Set(counted.map(({ id }) => id)).size).toBe(4);
  });

  it('gives every one back, also from copies', () => {
    const all = many(734, 2);
    const copies = folded(all).map((each) => ({ ...each, accepted: { reason: '', person: '', date: '' } }));
    const back = [...everyFinding(copies)].filter(({ code }) => code === 'cell/not-a-number');
    const keyOf = ({ at, id, message, actual, rowKey }: Finding): string =>
      JSON.stringify([at, id, message, actual, rowKey]);
    expect(new Set(back.map(keyOf))).toEqual(new Set(all.map(keyOf)));
    expect(countOf(folded(all))).toBe(all.length);
  });

  it('keeps what somebody accepted, and is stricter when there is much already', () => {
    const findings = many(400, 1);
    const last = findings.at(-1)?.id;
    expect(folded(findings, ({ id }) => id === last).some(({ id }) => id === last)).toBe(true);
    expect(folded(findings, undefined, 50_000).length).toBeLessThan(10);
  });

  it('gives the place of every one, in one sheet or in many files', () => {
    const strays = Array.from({ length: 900 }, (_, at) =>
      finding('file/plain-text', { file: `ghi-chu-${at}.txt` }, { file: `ghi-chu-${at}.txt` } as never),
    );
    const list = filesFolded();
    for (const stray of strays) list.add(stray);
    for (const findings of [folded(many(734, 2)), list.all()])
      expect([...everyPlace(findings)]).toEqual([...everyFinding(findings)].map(({ at }) => at));
  });

  it('lists every one in findings.csv', () => {
    const lines = new TextDecoder()
      .decode(findingsCsv(folded(many(800, 3))))
      .trimEnd()
      .split('\r\n');
    expect(lines).toHaveLength(1 + 2_400 + 3);
    expect(lines.filter((line) => line.startsWith('VH301')).length).toBe(2_400);
  });
});
