/** A form of the office's own made ready for one commune: whose it is, the names of its areas, last year's figures, the plan. */
import { isCounted } from '../../criteria/own-forms.js';
import { finding } from '../../findings/finding.js';
import type { Finding, OwnColumn, RawCell, ResultsDocument, Target, UnitVersion } from '../../model.js';
import { OWN_NAME } from '../../model/raw.js';
import { nearestTarget } from '../../comparison/assess-targets.js';
import type { LocatedTable, OwnSheet } from '../../submission/layout/own-sheet.js';
import { gridOf } from '../../submission/layout/sheet-grid.js';
import { listed } from '../../submission/listed.js';
import type { Slot } from '../../submission/own-form/form-slots.js';
import { locateLines } from '../../submission/own-form/locate-lines.js';
import { blankPlace } from '../../submission/own-form/misfits.js';
import { areaKey } from '../../units/areas/area-history.js';
import { besideWithoutArea, BLANK_NAME, withoutAreas } from '../../submission/own-form/area-above.js';
import { findByName } from '../../units/names/find-by-name.js';
import { unitName } from '../../units/names/unit-name.js';
import { append } from '../../values/of-many.js';
import { cellAddress, placeIn } from '../../values/cell-address.js';
import type { FilledCell } from '../../writers/filling/fill-workbook.js';
import { plainDecimal } from '../../writers/plain-decimal.js';
import type { KnownArea } from '../../writers/template/write-template.js';
import { measureOf } from './result-figures.js';
import { filledTitles } from './filled-titles.js';
import type { OpenForm } from './open-form.js';
import { onSheet } from './over-sheets.js';

/** What is known of a commune before it reports. */
export interface KnownOfUnit {
  readonly unit: UnitVersion;
  readonly areas: readonly KnownArea[];
  /** Results of the year before, when the unit is the same in them. */
  readonly lastYear?: ResultsDocument;
  readonly isSameArea: (name: string) => boolean;
  /** Communes that the titles of the form name: it was taken from one of them. */
  readonly takenFrom: readonly UnitVersion[];
  readonly targets: readonly Target[];
}

export interface MadeReady {
  readonly cells: readonly FilledCell[];
  readonly findings: readonly Finding[];
}

/** The texts that say whose form a workbook is. */
export const identityNames = (form: string, period: string, unit?: string): ReadonlyMap<string, string> =>
  new Map([
    [`${OWN_NAME}form`, form],
    [`${OWN_NAME}period`, period],
    ...(unit === undefined ? [] : ([[`${OWN_NAME}unit`, unit]] as const)),
  ]);

/** What goes into the sheets of the form for the unit. */
export function readyFor(opened: OpenForm, sheets: readonly OwnSheet[], known: KnownOfUnit): MadeReady {
  const cells: FilledCell[] = [];
  const findings: Finding[] = [];
  for (const own of sheets) {
    append(cells, titlesFor(own, filledTitles(own, known.unit, opened.period.year, known.takenFrom)));
    for (const located of own.tables) {
      const named = namesIn(opened, sheets, own, located, known);
      append(cells, named.cells);
      append(cells, figuresBeside(opened, own, located, known, named.slots));
      append(findings, named.findings);
    }
  }
  return { cells, findings };
}

interface Named extends MadeReady {
  /** Area → where it stands now. */
  readonly slots: ReadonlyMap<string, Slot>;
}

const NOTHING: Named = { cells: [], findings: [], slots: new Map() };

/** Names of areas, or of the unit where the rows are units. */
function namesIn(
  opened: OpenForm,
  sheets: readonly OwnSheet[],
  own: OwnSheet,
  located: LocatedTable,
  known: KnownOfUnit,
): Named {
  const { rows } = located.table;
  if (rows !== 'area' && rows !== 'unit') return NOTHING;
  const { slots, open, sections, rowsHere } = onSheet(rows === 'area' ? sheets : [own], own, located);
  const isListed = rows === 'unit' && slots.some(({ text }) => areaKey(text).length > 1);
  const names = rows === 'unit' ? [unitName(known.unit)] : rowsHere(known.areas).map(({ name }) => name);
  if (isListed) {
    const own = slots.find(({ text }) => findByName([known.unit], text).kind === 'exact');
    return own === undefined ? NOTHING : { ...NOTHING, slots: new Map([[areaKey(own.text), own]]) };
  }
  if (names.length === 0)
    return rows === 'area' ? { ...NOTHING, cells: notOfUnit(own, slots, known) } : NOTHING;
  const standing = new Map(slots.map((slot) => [areaKey(slot.text), slot] as const));
  if (names.every((name) => standing.has(areaKey(name)))) return { ...NOTHING, slots: standing };
  const at = placeIn(
    opened.file.source.path,
    own.sheet.name,
    cellAddress(located.labelRow, located.key ?? 1),
  );
  const tooFew = (rowsThere: number, missing: string): Finding =>
    finding(
      'own-form/too-few-rows',
      at,
      { rows: rowsThere, unit: unitName(known.unit), count: names.length, missing },
      { unit: known.unit.code, rowKey: own.sheet.name },
    );
  if (sections) return { ...NOTHING, findings: [tooFew(slots.length, 'bảng chia mục nên chưa ghi tên nào')] };
  const places = open ? [...slots, ...rowsAfter(slots, located, names.length - slots.length)] : slots;
  const sheet = own.sheet.name;
  const placed = new Map<string, Slot>();
  const cells: FilledCell[] = places.flatMap((slot, index): FilledCell[] => {
    const name = names[index];
    // What stood there was the name of an area of the commune that the form was taken from.
    if (name === undefined) return slot.text === '' ? [] : [{ sheet, ...slot.name, value: 'blank' }];
    placed.set(areaKey(name), slot);
    return [
      { sheet, ...slot.name, value: { text: name } },
      ...codeAndNumber(own, located, known, slot, index),
    ];
  });
  const left = names.slice(places.length);
  const findings = left.length === 0 ? [] : [tooFew(places.length, `chưa ghi ${listed(left, 'tên')}`)];
  return { cells, findings, slots: placed };
}

/** The names of areas that stand in the form are those of the commune that it was taken from. */
const notOfUnit = (
  { sheet }: OwnSheet,
  slots: readonly Slot[],
  { unit, takenFrom }: KnownOfUnit,
): readonly FilledCell[] =>
  takenFrom.length === 0 || takenFrom.includes(unit)
    ? []
    : slots.flatMap(({ name, text }): readonly FilledCell[] =>
        text === '' ? [] : [{ sheet: sheet.name, ...name, value: 'blank' }],
      );

/** A list of one area goes out for every area: its name is written anew. */
function titlesFor(own: OwnSheet, titles: readonly FilledCell[]): readonly FilledCell[] {
  const ends = own.tables.flatMap(({ table, firstRow }) => (table.areaAbove === true ? [firstRow] : []));
  const grid = gridOf(own.sheet);
  const cells = new Map(titles.map((one) => [cellAddress(one.row, one.column), one] as const));
  const textOf = ({ row, column, raw }: RawCell): string => {
    const value = cells.get(cellAddress(row, column))?.value;
    return typeof value === 'object' && 'text' in value ? value.text : raw;
  };
  const put = ({ row, column }: RawCell, value: FilledCell['value']): void => {
    cells.set(cellAddress(row, column), { sheet: own.sheet.name, row, column, value });
  };
  for (const row of grid.rows.filter((one) => ends.some((end) => one < end))) {
    const inRow = grid.inRow(row);
    for (const [index, cell] of inRow.entries()) {
      if (cell.kind !== 'text' || cell.formula === true) continue;
      const text = textOf(cell);
      const left = withoutAreas(text);
      if (left !== text) put(cell, { text: left });
      const next = inRow[index + 1];
      if (next === undefined || next.formula === true) continue;
      const beside = besideWithoutArea(text, textOf(next));
      if (beside !== undefined) put(next, beside === BLANK_NAME ? 'blank' : { text: beside });
    }
  }
  return [...cells.values()];
}

/** The code of a unit beside its name, and the number of a row that has none yet. */
function codeAndNumber(
  own: OwnSheet,
  { table, codeKey, ordinal }: LocatedTable,
  { unit }: KnownOfUnit,
  { name: { row } }: Slot,
  index: number,
): readonly FilledCell[] {
  if (table.across === true) return [];
  const sheet = own.sheet.name;
  const grid = gridOf(own.sheet);
  return [
    ...(table.rows === 'unit' && codeKey !== undefined
      ? [{ sheet, row, column: codeKey, value: { text: unit.code } }]
      : []),
    ...(ordinal !== undefined && grid.at(row, ordinal) === undefined
      ? [{ sheet, row, column: ordinal, value: { number: String(index + 1) } }]
      : []),
  ];
}

/** Rows below the last one, where nothing stands. */
function rowsAfter(
  slots: readonly Slot[],
  { lastRow, key = 1 }: LocatedTable,
  more: number,
): readonly Slot[] {
  const last = slots.at(-1)?.line ?? lastRow;
  return Array.from({ length: Math.max(0, more) }, (_, index) => {
    const row = last + index + 1;
    return { name: { row, column: key }, text: '', line: row };
  });
}

/** Last year's figures and the plan, in the columns that stand beside the figures of this year. */
export function figuresBeside(
  opened: OpenForm,
  own: OwnSheet,
  located: LocatedTable,
  known: KnownOfUnit,
  slots: ReadonlyMap<string, Slot>,
): readonly FilledCell[] {
  const grid = gridOf(own.sheet);
  const { table, columns } = located;
  const cells: FilledCell[] = [];
  const put = (row: number, column: number, number: string | undefined): void => {
    if (number !== undefined && grid.at(row, column) === undefined)
      cells.push({ sheet: own.sheet.name, row, column, value: { number } });
  };
  const figureOf = (column: OwnColumn, field: string): string | undefined =>
    column.role === 'lastYear'
      ? lastYearsFigure(opened, known, field)
      : column.role === 'plan'
        ? plannedFigure(opened, known, field)
        : undefined;
  if (table.rows === 'indicator') {
    const lines = locateLines(own, located, blankPlace(own, located)).places;
    for (const [column, at] of columns)
      for (const [field, row] of lines) put(row, at, figureOf(column, field));
  } else if (table.across !== true)
    for (const [column, at] of columns) {
      const { field } = column;
      if (field === undefined || isCounted(column)) continue;
      if (table.rows === 'unit') {
        const [slot] = slots.values();
        if (slot !== undefined) put(slot.line, at, figureOf(column, field));
      } else if (column.role === 'lastYear')
        for (const [area, slot] of slots)
          if (known.isSameArea(area)) put(slot.line, at, areaFigure(known, area, field));
    }
  return cells;
}

function lastYearsFigure(
  { set }: OpenForm,
  { unit, lastYear }: KnownOfUnit,
  field: string,
): string | undefined {
  if (lastYear === undefined) return undefined;
  const { measure, indicator } = measureOf(lastYear, unit.code, field, set);
  if (measure === undefined || indicator === undefined || measure.state !== undefined) return undefined;
  if (measure.reported === 0 || measure.reported < measure.expected || measure.d !== undefined)
    return undefined;
  return plainDecimal(measure.n, indicator.scale);
}

function areaFigure({ unit, lastYear }: KnownOfUnit, area: string, field: string): string | undefined {
  for (const { columns } of Object.values(lastYear?.rows[unit.code] ?? {})) {
    const names = columns['areaName']?.values ?? [];
    const found = names.flatMap((name, row) =>
      typeof name === 'string' && areaKey(name) === area ? [row] : [],
    );
    const [row] = found;
    const column = columns[field];
    if (row === undefined || found.length > 1 || column?.states[row] !== 'v') continue;
    const value = column.values[row];
    const scale = lastYear?.fields.find(({ id }) => id === field)?.scale ?? 0;
    if (typeof value === 'number') return plainDecimal(value, scale);
  }
  return undefined;
}

/** A target as whole as it is typed; of a rate it is no figure of the field. */
function plannedFigure(
  { period }: OpenForm,
  { unit, targets }: KnownOfUnit,
  field: string,
): string | undefined {
  const target = nearestTarget(unit, field, targets, period);
  return target?.kind === 'count' ? target.value : undefined;
}
