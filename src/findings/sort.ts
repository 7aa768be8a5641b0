/** One order for findings everywhere: by file, sheet, row, column, then weight and number; no duplicates of one id and place. */
import { parseCellAddress } from '../values/cell-address.js';
import type { Finding, Severity } from '../model.js';
import { compareVietnamese } from '../values/vietnamese-text.js';

const WEIGHT = { error: 0, warning: 1, info: 2 } as const satisfies Record<Severity, number>;

/** Sorted copy; the same findings give the same order whatever order they were made in. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  const keyed = findings.map((one) => ({ one, place: parseCellAddress(one.at.cell ?? '') }));
  keyed.sort(
    (a, b) =>
      compareVietnamese(a.one.at.file, b.one.at.file) ||
      compareText(a.one.at.file, b.one.at.file) ||
      compareVietnamese(a.one.at.sheet ?? '', b.one.at.sheet ?? '') ||
      (a.place?.row ?? 0) - (b.place?.row ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
      WEIGHT[a.one.severity] - WEIGHT[b.one.severity] ||
      compareText(a.one.number, b.one.number) ||
      compareText(a.one.id, b.one.id) ||
      compareText(a.one.message, b.one.message),
  );
  return keyed.map(({ one }) => one);
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
