/** The second submission read against the first: corrected, not corrected, new, changed without being asked. */
import { describe, expect, it } from 'vitest';
import type { Finding, ResultsDocument, RowsRecord } from '../../../src/model.js';
import { finding } from '../../../src/findings/finding.js';
import { compareResubmission } from '../../../src/tracking/resubmission.js';
import { COMMUNES, sampleResults } from '../../support/sample-results.js';
import { SET } from '../writers/template-support.js';

const [UNIT = ''] = COMMUNES;

const rows = (households: readonly number[], titled: readonly (number | null)[], top = 7): RowsRecord => ({
  file: 'b.xlsx',
  sheet: 'Biểu 01',
  sheetRows: households.map((_, row) => top + row),
  columns: {
    areaName: { at: 'B', values: ['Thôn Đông', 'Thôn Đoài'], states: 'vv' },
    households: { at: 'F', values: households, states: 'vv' },
    familiesTitled: { at: 'M', values: titled, states: 'vv' },
  },
});

const wrong = (cell: string, rowKey: string, fields: readonly string[]): Finding => ({
  ...finding(
    'plausibility/all-full',
    { file: 'a.xlsx', sheet: 'Biểu 01', cell },
    { part: '', whole: '', sum: 1, rows: 2 },
    { unit: UNIT, form: 'bieu-01', rule: 'r', rowKey, fields },
  ),
  severity: 'error',
});

const run = (findings: readonly Finding[], record: RowsRecord): ResultsDocument =>
  sampleResults({ findings, rows: { [UNIT]: { 'bieu-01': record } }, own: {}, inputs: [] });

describe('compareResubmission', () => {
  const asked = wrong('M7', 'thôn đông', ['familiesTitled', 'households']);

  it('sorts findings by what became of them', () => {
    const stays = wrong('M8', 'thôn đoài', ['familiesTitled']);
    const fresh = wrong('F8', 'thôn đoài', ['households']);
    const before = run([asked, stays], rows([100, 90], [120, 95]));
    const after = run([stays, fresh], rows([100, 90], [98, 95]));
    const { corrected, notCorrected, fresh: made } = compareResubmission(before, after, UNIT, SET);
    expect([corrected, notCorrected, made]).toEqual([[asked], [stays], [fresh]]);
  });

  it('names figures that changed in rows and fields that nobody asked about', () => {
    const before = run([asked], rows([100, 90], [120, 80]));
    const after = run([], rows([125, 90], [120, 85]));
    const { unasked } = compareResubmission(before, after, UNIT, SET);
    expect(unasked).toMatchObject([
      { field: 'familiesTitled', row: 'Thôn Đoài', before: '80', after: '85', at: { cell: 'M8' } },
    ]);
  });

  it('finds the row by its name when rows moved', () => {
    const before = run([asked], rows([100, 90], [120, 80]));
    const after = run([], rows([100, 90], [98, 81], 20));
    const { unasked } = compareResubmission(before, after, UNIT, SET);
    expect(unasked.map(({ at, before: old, after: now }) => [at.cell, old, now])).toEqual([
      ['M21', '80', '81'],
    ]);
  });

  it('tells a blank from a zero', () => {
    const before = run([], rows([100, 90], [98, null]));
    const after = run([], rows([100, 90], [98, 0]));
    expect(compareResubmission(before, after, UNIT, SET).unasked).toMatchObject([{ before: '', after: '0' }]);
  });

  it('names rows that came or went, unless the number of rows was asked about', () => {
    const before = run([], rows([100, 90], [98, 80]));
    const later = rows([100, 70], [98, 60]);
    const renamed = { at: 'B', values: ['Thôn Đông', 'Thôn Mới'], states: 'vv' };
    const now = { ...later, columns: { ...later.columns, areaName: renamed } };
    const { unasked } = compareResubmission(before, run([], now), UNIT, SET);
    expect(unasked).toMatchObject([
      { kind: 'added', row: 'Thôn Mới', at: { cell: 'B8' } },
      { kind: 'gone', row: 'Thôn Đoài' },
    ]);
    const rowsWrong: Finding = { ...asked, code: 'total/row-count-differs' };
    const answered = compareResubmission({ ...before, findings: [rowsWrong] }, run([], now), UNIT, SET);
    expect(answered.unasked).toEqual([]);
  });

  it('takes a row whose former unit was filled in for the same row', () => {
    const former = (value: string | null) => ({ at: 'C', values: [value, value], states: 'vv' });
    const one = rows([100, 90], [98, 80]);
    const [old, now] = [null, 'Xã cũ'].map((value) => ({
      ...one,
      columns: { ...one.columns, formerUnit: former(value) },
    }));
    if (old === undefined || now === undefined) throw new Error('no rows');
    expect(compareResubmission(run([], old), run([], now), UNIT, SET).unasked).toEqual([]);
  });
});
