/** The two header rows of a table: neighbouring columns of one group stand under one merged cell. */
import type { TableColumn } from '../model.js';
import { defined } from '../values/defined.js';

/** `group` absent: one column whose header spans both rows. */
export interface HeaderSpan {
  readonly group?: string;
  /** First column, 0-based, and how many. */
  readonly first: number;
  readonly count: number;
}

export function headerSpans(columns: readonly TableColumn[]): readonly HeaderSpan[] {
  const spans: HeaderSpan[] = [];
  for (const [index, { group }] of columns.entries()) {
    const last = spans.at(-1);
    if (group !== undefined && last?.group === group)
      spans[spans.length - 1] = { ...last, count: last.count + 1 };
    else spans.push({ ...defined({ group }), first: index, count: 1 });
  }
  return spans;
}

/** A table without groups has a one-row header. */
export const isGrouped = (columns: readonly TableColumn[]): boolean =>
  columns.some(({ group }) => group !== undefined);
