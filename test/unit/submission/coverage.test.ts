/** Who is said to be missing: units without anything that counts, forms that were not sent; not forms that were refused. */
import { describe, expect, it } from 'vitest';
import type { Part, UnitSubmission } from '../../../src/model.js';
import { coverageFindings, refusedForms } from '../../../src/submission/coverage.js';
import {
  areas,
  information,
  lines,
  recognise,
  SET,
  sheet,
  THREE_AREAS,
  treeOf,
  workbook,
  AREA_HEADER,
} from './made-files.js';

function coverage(parts: readonly Part[]) {
  const tables = parts.flatMap(({ form, state, table }) =>
    state === 'used' && form !== undefined && table !== undefined ? [[form, table] as const] : [],
  );
  const submissions: readonly UnitSubmission[] =
    tables.length === 0 ? [] : [{ unit: '26119', period: '2024', tables: new Map(tables) }];
  return [
    ...coverageFindings(
      submissions,
      treeOf('26119'),
      SET,
      { id: '2024', year: 2024, kind: 'year' },
      (code) => code,
      refusedForms(parts),
    ),
  ].map(({ code, form }) => `${code} ${form ?? ''}`.trim());
}

describe('coverage', () => {
  it('names a unit of which nothing counts', () => {
    expect(coverage([])).toEqual(['unit/not-reported']);
  });

  it('says nothing when the required forms are in', () => {
    expect(
      coverage(recognise(workbook([information(), areas(THREE_AREAS), lines({ A4: 1 })])).parts),
    ).toEqual([]);
  });

  it('names a form that was not sent', () => {
    const { parts } = recognise(workbook([information(), areas(THREE_AREAS)]));
    expect(coverage(parts)).toEqual(['unit/form-missing bieu-02']);
  });

  it('does not call a form missing that was sent and refused', () => {
    const foreign = sheet('Biểu 01', [['UBND XÃ PHÚ AN'], AREA_HEADER, ...THREE_AREAS]);
    const { parts, codes } = recognise(workbook([information(), foreign, lines({ A4: 1 })]));
    expect(codes).toEqual(['submission/sheet-of-other-unit']);
    expect(coverage(parts)).toEqual([]);
  });
});
