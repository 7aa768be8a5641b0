/**
 * The form of a level above filled with the results of the period: a figure for every cell that its description names,
 * values only. What has no figure stays blank and is told, what already says something stays as it is and is told.
 */
import { nearestTarget, withClasses } from '../../comparison/assess-targets.js';
import { isCounted } from '../../criteria/own-forms.js';
import { finding } from '../../findings/finding.js';
import type { Finding, OwnColumn, ResultsDocument, UnitRecord, UnitVersion } from '../../model.js';
import type { LocatedTable, OwnSheet } from '../../submission/layout/own-sheet.js';
import { gridOf } from '../../submission/layout/sheet-grid.js';
import { isBlankText, slotsOf, type Slot, type Slots } from '../../submission/own-form/form-slots.js';
import { locateLines } from '../../submission/own-form/locate-lines.js';
import { blankPlace } from '../../submission/own-form/misfits.js';
import { headerText } from '../../submission/own-form/locate-table.js';
import { areaKey } from '../../units/areas/area-history.js';
import { findByName } from '../../units/names/find-by-name.js';
import { unitFullName } from '../../units/names/unit-name.js';
import { cellAddress, placeIn } from '../../values/cell-address.js';
import { append } from '../../values/of-many.js';
import { inner } from '../../values/inner-quotes.js';
import type { FilledCell } from '../../writers/filling/fill-workbook.js';
import { FillLog } from './fill-log.js';
import { filledTitles } from './filled-titles.js';
import type { OpenForm } from './open-form.js';
import { versionsOf } from './units-in-titles.js';
import { countOfMarks, isMarkedOtherwise, markFigure } from './mark-figures.js';
import { areaRows, figureOf, rowFigure, type AreaRow, type Figure } from './result-figures.js';

export interface FormFilled {
  readonly cells: readonly FilledCell[];
  readonly findings: readonly Finding[];
}

type EarlierOf = (code: string) => ResultsDocument | undefined;

interface Filling {
  readonly opened: OpenForm;
  readonly own: OwnSheet;
  readonly located: LocatedTable;
  readonly results: ResultsDocument;
  /** Last year's results, where the unit was then what it is today. */
  readonly earlier: EarlierOf;
  readonly unit: UnitRecord;
  readonly log: FillLog;
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
  for (const own of opened.sheets) {
    const unit = unitOf(own);
    const log = new FillLog(opened.file.source.path, own.sheet.name);
    const titles = versionsOf([unit]).flatMap((one) => filledTitles(own, one, opened.period.year));
    for (const located of own.tables) {
      const filling = { opened, own, located, results, earlier, unit, log };
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

/** What a column or line asks for; a field's own id is that of its indicator. */
const wanted = ({ field, indicator }: Pick<OwnColumn, 'field' | 'indicator'>): string | undefined =>
  indicator ?? field;

function fillLines({ own, located, results, earlier, unit, log, opened }: Filling): void {
  const { rows, otherRows } = locateLines(own, located, blankPlace(own, located));
  const grid = gridOf(own.sheet);
  const isOpen = (row: number, column: number): boolean => grid.at(row, column) === undefined;
  for (const [{ role = 'actual' }, at] of located.columns) {
    // The rows of the form that nobody has said the meaning of, and the shares: the office fills them itself.
    const left = role === 'actual' ? [...otherRows] : SHARES.has(role) ? [...rows.values()] : [];
    log.notMapped(left.filter((row) => isOpen(row, at)).map((row) => ({ row, column: at })));
  }
  for (const [column, at] of located.columns)
    for (const [id, row] of rows) {
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

/** Quotients of cells beside one another, which most forms calculate themselves. */
const SHARES: ReadonlySet<string> = new Set(['shareOfPlan', 'shareOfLastYear', 'share']);

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
    located.table.across === true ? locateLines(own, located, blankPlace(own, located)).rows : undefined;
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

/** Names go into the slots of the form; those for which there is no slot are told. */
function placed<Row extends { readonly name: string }>(
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
function notFilled({ own, located, log }: Filling, rows: readonly number[]): void {
  const grid = gridOf(own.sheet);
  for (const [{ role, field, indicator }, column] of located.columns)
    if (field === undefined && indicator === undefined && role !== undefined && SHARES.has(role))
      log.notMapped(rows.filter((row) => grid.at(row, column) === undefined).map((row) => ({ row, column })));
}

/** Rows of the areas or models of one commune. */
function fillRows(filling: Filling): void {
  const { own, located, results, unit, log, opened } = filling;
  const slots = slotsOf(own, located);
  const rows = areaRows(results, unit, located.table, opened.set);
  const notes = new Set(opened.set.fields.flatMap(({ id, type }) => (type === 'text' ? [id] : [])));
  const grid = gridOf(own.sheet);
  const taken = placed(filling, slots, rows);
  notFilled(
    filling,
    taken.map(([{ line }]) => line),
  );
  for (const [slot, row] of taken) put(slot.line, row);
  if (slots.total !== undefined) put(slots.total, undefined);
  function put(line: number, row: AreaRow | undefined): void {
    for (const [column, at] of located.columns) {
      const id = wanted(column);
      if (id === undefined || !isCounted(column)) continue;
      const { answer } = column;
      if (
        row !== undefined &&
        answer !== undefined &&
        isMarkedOtherwise(grid, located, line, id, row, opened.set)
      ) {
        log.kept(grid, { row: line, column: at });
        continue;
      }
      const figure =
        row === undefined
          ? figureOf(results, unit, answer === undefined ? id : countOfMarks(id, answer), opened.set)
          : answer === undefined
            ? rowFigure(row, id, opened.set)
            : markFigure(row, id, answer, opened.set);
      if (figure !== undefined)
        log.put(grid, { row: line, column: at }, figure, row !== undefined && !notes.has(id));
    }
  }
}

/** The same with the areas side by side. */
function fillAcross(filling: Filling): void {
  const { own, located, results, unit, log, opened } = filling;
  const slots = slotsOf(own, located);
  const lines = locateLines(own, located, blankPlace(own, located)).rows;
  const rows = areaRows(results, unit, located.table, opened.set);
  const grid = gridOf(own.sheet);
  for (const [id, line] of lines) {
    const { total } = slots;
    const whole = total === undefined ? undefined : figureOf(results, unit, id, opened.set);
    if (total !== undefined && whole !== undefined) log.put(grid, { row: line, column: total }, whole, false);
  }
  for (const [slot, row] of placed(filling, slots, rows))
    for (const [id, line] of lines) {
      const figure = rowFigure(row, id, opened.set);
      if (figure !== undefined) log.put(grid, { row: line, column: slot.line }, figure, true);
    }
}
