/** Acceptances of the year before: reminded of where the same figures are in question again, never applied. */
import { describe, expect, it } from 'vitest';
import { finding } from '../../../src/findings/finding.js';
import { acceptancesOf } from '../../../src/findings/acceptance.js';
import { acceptedBefore } from '../../../src/tracking/accepted-before.js';
import type { Finding } from '../../../src/model.js';
import { COMMUNES, sampleResults } from '../../support/sample-results.js';

const [A = '', B = ''] = COMMUNES;
const THIS_YEAR = { id: '2024', year: 2024, kind: 'year' as const };
const LAST_YEAR = { id: '2023', year: 2023, kind: 'year' as const };
const accepted = { reason: 'Một thôn chuyển sang xã bên', person: 'p', date: '2023-12-01' };

const question = (unit: string, field: string): Finding => ({
  ...finding(
    'plausibility/all-full',
    { file: `${unit}.xlsx`, sheet: 'Biểu 01', cell: 'D7' },
    { part: 'a', whole: 'b', sum: 1, rows: 2 },
    { unit, form: 'bieu-01', rule: 'r', fields: [field] },
  ),
  severity: 'warning',
});
const before = (...findings: readonly Finding[]) => [
  { results: sampleResults({ period: LAST_YEAR, findings }) },
];
const remindersOf = (now: readonly Finding[], ...old: readonly Finding[]): readonly Finding[] =>
  acceptedBefore(now, before(...old), THIS_YEAR);

describe('acceptedBefore', () => {
  const old = { ...question(A, 'households'), accepted };

  it('reminds at the place of the open finding, and leaves it open', () => {
    const now = question(A, 'households');
    const [reminder, ...others] = remindersOf([now], old);
    expect(others).toEqual([]);
    expect(reminder).toMatchObject({ code: 'accepted/last-year', severity: 'info', unit: A, at: now.at });
    expect(reminder?.message).toContain(accepted.reason);
    expect(reminder?.hint).toContain(now.id);
    expect(acceptancesOf([], '2024-12-31').stated([now])).toEqual([now]);
  });

  it('says nothing of other units, other figures, what is accepted again, or other years', () => {
    expect(remindersOf([question(B, 'households'), question(A, 'clubs')], old)).toEqual([]);
    expect(remindersOf([{ ...question(A, 'households'), accepted }], old)).toEqual([]);
    expect(remindersOf([question(A, 'households')], question(A, 'households'))).toEqual([]);
    const longAgo = { ...LAST_YEAR, id: '2022', year: 2022 };
    const documents = [{ results: sampleResults({ period: longAgo, findings: [old] }) }];
    expect(acceptedBefore([question(A, 'households')], documents, THIS_YEAR)).toEqual([]);
  });

  it('remembers a unit that was missing with a reason', () => {
    const missing = finding(
      'unit/not-reported',
      { file: 'units.csv' },
      { unit: A, code: A, period: '2024' },
      { unit: A },
    );
    expect(remindersOf([missing], { ...missing, accepted })).toHaveLength(1);
  });
});
