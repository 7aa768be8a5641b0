/** What filling one table of an office's own form with results needs, and where its names go. */
import type { OwnColumn, ResultsDocument, UnitRecord } from '../../model.js';
import type { LocatedTable, OwnSheet } from '../../submission/layout/own-sheet.js';
import { gridOf } from '../../submission/layout/sheet-grid.js';
import type { Slot, Slots } from '../../submission/own-form/form-slots.js';
import { areaKey } from '../../units/areas/area-history.js';
import type { FillLog } from './fill-log.js';
import type { OpenForm } from './open-form.js';

export type EarlierOf = (code: string) => ResultsDocument | undefined;

export interface Filling {
  readonly opened: OpenForm;
  readonly own: OwnSheet;
  /** The sheets of the same unit. */
  readonly sheets: readonly OwnSheet[];
  readonly located: LocatedTable;
  readonly results: ResultsDocument;
  /** Last year's results, where the unit was then what it is today. */
  readonly earlier: EarlierOf;
  readonly unit: UnitRecord;
  readonly log: FillLog;
}

/** What a column or line asks for; a field's own id is that of its indicator. */
export const wanted = ({ field, indicator }: Pick<OwnColumn, 'field' | 'indicator'>): string | undefined =>
  indicator ?? field;

/** Quotients of cells beside one another, which most forms calculate themselves. */
export const SHARES: ReadonlySet<string> = new Set(['shareOfPlan', 'shareOfLastYear', 'share']);

/** Names go into the slots of the form; those for which there is no slot are told. */
export function placed<Row extends { readonly name: string }>(
  { own, located, log }: Filling,
  { slots, open, sections }: Slots,
  rows: readonly Row[],
): readonly (readonly [Slot, Row])[] {
  const standing = new Map(slots.map((slot) => [areaKey(slot.text), slot] as const));
  const there = rows.flatMap((row): (readonly [Slot, Row])[] => {
    const slot = standing.get(areaKey(row.name));
    return slot === undefined ? [] : [[slot, row]];
  });
  if (there.length === rows.length && rows.length > 0) return there;
  const found: (readonly [Slot, Row])[] = [];
  const last = slots.at(-1)?.line ?? located.lastRow;
  const { key = 1, ordinal, table } = located;
  rows.forEach((row, index) => {
    const line = last + index - slots.length + 1;
    const slot = slots[index] ?? (open ? { name: { row: line, column: key }, text: '', line } : undefined);
    if (slot === undefined || sections) return;
    found.push([slot, row]);
    log.name(slot.name, row.name);
    const number = { row: slot.line, column: ordinal ?? 0 };
    if (
      table.across !== true &&
      ordinal !== undefined &&
      gridOf(own.sheet).at(number.row, ordinal) === undefined
    )
      log.number(number, String(index + 1));
  });
  for (const { name, text } of slots.slice(rows.length)) if (text !== '') log.blank(name);
  const isAcross = table.across === true;
  log.withoutPlace(
    rows.slice(found.length).map(({ name }) => name),
    isAcross ? 'cột' : 'dòng',
    isAcross ? { row: located.labelRow, column: last } : { row: last, column: key },
  );
  return found;
}

/** Shares beside counts of rows that were filled, and which no field is: the office works them out, or its form does. */
export function notFilled({ own, located, log }: Filling, rows: readonly number[]): void {
  const grid = gridOf(own.sheet);
  for (const [{ role, field, indicator }, column] of located.columns)
    if (field === undefined && indicator === undefined && role !== undefined && SHARES.has(role))
      log.notMapped(rows.filter((row) => grid.at(row, column) === undefined).map((row) => ({ row, column })));
}
