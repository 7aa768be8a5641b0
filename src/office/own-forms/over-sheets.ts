/** A table of areas that stands on several sheets of one commune: which of its rows belong on which sheet. */
import type { LocatedTable, OwnSheet } from '../../submission/layout/own-sheet.js';
import { slotsOf, type Slots } from '../../submission/own-form/form-slots.js';
import { areaKey } from '../../units/areas/area-history.js';

export interface OnSheet extends Slots {
  /** The list goes on upon another sheet. */
  readonly goesOn: boolean;
  /** The table stands on this sheet alone. */
  readonly isWhole: boolean;
  /** Those of all rows that belong here: where their names stand, else in order as far as there are slots. */
  readonly rowsHere: <Row extends { readonly name: string }>(rows: readonly Row[]) => readonly Row[];
}

/** `sheets`: all of the same commune, this one among them. */
export function onSheet(sheets: readonly OwnSheet[], own: OwnSheet, located: LocatedTable): OnSheet {
  const slots = slotsOf(own, located);
  const run = sheets.flatMap((one) =>
    one.tables.flatMap((other): readonly (readonly [OwnSheet, Slots])[] =>
      other.table === located.table ? [[one, one === own ? slots : slotsOf(one, other)]] : [],
    ),
  );
  const at = run.findIndex(([one]) => one === own);
  const names = run.map(([, each]) => new Set(each.slots.map(({ text }) => areaKey(text))));
  const before = run.slice(0, at).reduce((all, [, each]) => all + each.slots.length, 0);
  const goesOn = at < run.length - 1;
  return {
    ...slots,
    open: slots.open && !goesOn,
    goesOn,
    isWhole: run.length <= 1,
    rowsHere: (rows) => {
      const sheetOf = rows.map(({ name }) => names.findIndex((there) => there.has(areaKey(name))));
      if (!sheetOf.includes(-1)) return rows.filter((_, row) => sheetOf[row] === at);
      return rows.slice(before, goesOn ? before + slots.slots.length : undefined);
    },
  };
}
