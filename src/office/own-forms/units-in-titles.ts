/** Whose the sheets of a form are by their titles: a workbook for several communes has a sheet each. */
import type { ResultsDocument, UnitRecord, UnitVersion } from '../../model.js';
import type { OwnSheet } from '../../submission/layout/own-sheet.js';
import { gridOf } from '../../submission/layout/sheet-grid.js';
import { titleBlock } from '../../submission/sender/title-block.js';
import { findByName } from '../../units/names/find-by-name.js';

/** Sheets whose titles name one of the units. */
export const unitsNamed = (
  sheets: readonly OwnSheet[],
  units: readonly UnitVersion[],
): ReadonlyMap<OwnSheet, UnitVersion> =>
  new Map(
    sheets.flatMap((own) => {
      const said = titleBlock(gridOf(own.sheet), own.firstRow).units;
      const found = said.flatMap(({ name }) => {
        const match = findByName(units, name);
        return match.kind === 'exact' ? [match.unit] : [];
      });
      return found[0] === undefined ? [] : [[own, found[0]] as const];
    }),
  );

/** Units of results as names are looked up among them. */
export const versionsOf = (units: readonly UnitRecord[]): readonly UnitVersion[] =>
  units.map(({ code, name, type, level }) => ({ code, name, type, level }));

/** The same among the units of results. */
export function unitsInTitles(
  sheets: readonly OwnSheet[],
  { units }: ResultsDocument,
): ReadonlyMap<OwnSheet, UnitRecord> {
  const leaves = units.filter(({ leaf }) => leaf);
  return new Map(
    [...unitsNamed(sheets, versionsOf(leaves))].flatMap(([own, { code }]) => {
      const unit = leaves.find((one) => one.code === code);
      return unit === undefined ? [] : [[own, unit] as const];
    }),
  );
}
