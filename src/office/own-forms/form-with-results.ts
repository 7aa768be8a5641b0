/**
 * The form of a level above filled with the results of the period: a figure for every cell that its description names,
 * values only. What has no figure stays blank and is told, what already says something stays as it is and is told.
 */
import { nearestTarget, withClasses } from '../../comparison/assess-targets.js';
import { finding } from '../../findings/finding.js';
import type { Finding, ResultsDocument, UnitRecord, UnitVersion } from '../../model.js';
import type { OwnSheet } from '../../submission/layout/own-sheet.js';
import { gridOf } from '../../submission/layout/sheet-grid.js';
import { isBlankText, slotsOf, type Slot } from '../../submission/own-form/form-slots.js';
import { locateLines } from '../../submission/own-form/locate-lines.js';
import { blankPlace } from '../../submission/own-form/misfits.js';
import { headerText } from '../../submission/own-form/locate-table.js';
import { findByName } from '../../units/names/find-by-name.js';
import { unitFullName } from '../../units/names/unit-name.js';
import { cellAddress, placeIn } from '../../values/cell-address.js';
import { append } from '../../values/of-many.js';
import { inner } from '../../values/inner-quotes.js';
import type { FilledCell } from '../../writers/filling/fill-workbook.js';
import { FillLog } from './fill-log.js';
import { filledTitles } from './filled-titles.js';
import type { OpenForm } from './open-form.js';
import { fillAcross, fillRows } from './fill-areas.js';
import { notFilled, placed, SHARES, wanted, type EarlierOf, type Filling } from './filling.js';
import { versionsOf } from './units-in-titles.js';
import { figureOf, type Figure } from './result-figures.js';

export interface FormFilled {
  readonly cells: readonly FilledCell[];
  readonly findings: readonly Finding[];
}

/** Fills the sheets; each of them for the unit that `unitOf` gives it. */
export function filledWithResults(
  opened: OpenForm,
  results: ResultsDocument,
  earlier: EarlierOf,
  unitOf: (own: OwnSheet) => UnitRecord,
): FormFilled {
  const cells: FilledCell[] = [];
  const findings: Finding[] = [];
  const units = new Map(opened.sheets.map((own) => [own, unitOf(own)] as const));
  for (const [own, unit] of units) {
    const sheets = opened.sheets.filter((one) => units.get(one) === unit);
    const log = new FillLog(opened.file.source.path, own.sheet.name);
    const titles = versionsOf([unit]).flatMap((one) => filledTitles(own, one, opened.period.year));
    for (const located of own.tables) {
      const filling = { opened, own, sheets, located, results, earlier, unit, log };
      const refused = refusal(filling);
      if (refused !== undefined) findings.push(refused);
      else fillTable(filling);
    }
    append(cells, titles);
    append(cells, log.cells);
    append(findings, log.findings());
  }
  return { cells, findings };
}

/** Rows that the results do not hold: people, or areas of more than one commune. */
function refusal({ opened, own, located, unit, results }: Filling): Finding | undefined {
  const { rows, key, above } = located.table;
  const ofAreas = rows === 'area' || rows === 'model';
  if (rows !== 'household' && (!ofAreas || results.rows[unit.code] !== undefined)) return undefined;
  const why = ofAreas
    ? `có một dòng cho mỗi thôn hoặc mô hình của một xã, mà ${inner(unitFullName(unit))} không có dòng nào`
    : 'là danh sách từng hộ, kết quả không giữ tên hộ';
  return finding(
    'own-form/rows-not-known',
    placeIn(opened.file.source.path, own.sheet.name, cellAddress(located.labelRow, located.key ?? 1)),
    { table: inner(above ?? headerText(key)), why },
  );
}

function fillTable(filling: Filling): void {
  const { table } = filling.located;
  if (table.rows === 'indicator') fillLines(filling);
  else if (table.rows === 'unit') fillUnits(filling);
  else if (table.across === true) fillAcross(filling);
  else fillRows(filling);
}

function fillLines({ own, located, results, earlier, unit, log, opened }: Filling): void {
  const { places, otherRows } = locateLines(own, located, blankPlace(own, located));
  const grid = gridOf(own.sheet);
  const isOpen = (row: number, column: number): boolean => grid.at(row, column) === undefined;
  for (const [{ role = 'actual' }, at] of located.columns) {
    // The rows of the form that nobody has said the meaning of, and the shares: the office fills them itself.
    const left = role === 'actual' ? [...otherRows] : SHARES.has(role) ? places.map(([, row]) => row) : [];
    log.notMapped(left.filter((row) => isOpen(row, at)).map((row) => ({ row, column: at })));
  }
  for (const [column, at] of located.columns)
    for (const [id, row] of places) {
      const { role = 'actual' } = column;
      const figure =
        role === 'actual'
          ? figureOf(results, unit, id, opened.set)
          : role === 'lastYear'
            ? figureOf(earlier(unit.code), unit, id, opened.set)
            : role === 'plan'
              ? plannedOf(opened, results, unit, id)
              : undefined;
      if (figure !== undefined) log.put(grid, { row, column: at }, figure, role === 'actual');
    }
}

function plannedOf(
  { period }: OpenForm,
  { targets, own }: ResultsDocument,
  unit: UnitRecord,
  id: string,
): Figure {
  const target = nearestTarget(withClasses(unit, own), id, targets, period);
  return target === undefined
    ? { kind: 'none', why: 'chưa có kế hoạch' }
    : { kind: 'value', number: target.value };
}

/** Units whose names stand in the form, else those right below the unit, in the order of the list. */
function fillUnits(filling: Filling): void {
  const { own, located, results, earlier, unit, log } = filling;
  const grid = gridOf(own.sheet);
  const { slots, total, open } = slotsOf(own, located);
  const listed = slots.filter(({ text }) => !isBlankText(text));
  const below = results.units.filter(({ parent, leaf }) => parent === unit.code || (leaf && unit.leaf));
  const leaves = results.units.filter(({ leaf }) => leaf);
  // Names of who reports themselves first: a commune may be called like its district.
  const lists = listed.length > 0 ? [leaves, results.units].map(versionsOf) : [];
  const rows: readonly (readonly [Slot, UnitRecord | undefined])[] =
    listed.length > 0
      ? listed.map((slot) => [slot, unitNamed(slot, filling, lists)] as const)
      : placed(
          filling,
          { slots, open, sections: false },
          (below.length > 0 ? below : leaves).map((one) => ({ name: unitFullName(one), one })),
        ).map(([slot, { one }]) => [slot, one] as const);
  const named = rows.flatMap(([slot, one]) => (one === undefined ? [] : [[slot.line, one] as const]));
  for (const [slot, one] of rows) if (one === undefined) log.unknownRow(slot.name, slot.text);
  notFilled(
    filling,
    named.map(([row]) => row),
  );
  const lines =
    located.table.across === true ? locateLines(own, located, blankPlace(own, located)).places : undefined;
  for (const [at, one] of [...named, ...(total === undefined ? [] : [[total, unit] as const])]) {
    for (const [id, row] of lines ?? []) {
      const figure = figureOf(results, one, id, filling.opened.set);
      if (figure !== undefined) log.put(grid, { row, column: at }, figure, true);
    }
    for (const [column, across] of lines === undefined ? located.columns : []) {
      const id = wanted(column);
      if (id === undefined) continue;
      const { role = 'actual' } = column;
      if (role !== 'actual' && role !== 'lastYear') continue;
      const figure = figureOf(role === 'actual' ? results : earlier(one.code), one, id, filling.opened.set);
      if (figure !== undefined) log.put(grid, { row: at, column: across }, figure, role === 'actual');
    }
  }
}

/** The unit that a row names by its name or by its code. */
function unitNamed(
  { text, line }: Slot,
  { own, located, results }: Filling,
  lists: readonly (readonly UnitVersion[])[],
): UnitRecord | undefined {
  const code = located.codeKey === undefined ? '' : gridOf(own.sheet).textOver(line, located.codeKey);
  const coded = results.units.find((one) => one.code === code);
  if (coded !== undefined) return coded;
  for (const versions of lists) {
    const match = findByName(versions, text);
    if (match.kind === 'exact') return results.units.find((one) => one.code === match.unit.code);
  }
  return undefined;
}
