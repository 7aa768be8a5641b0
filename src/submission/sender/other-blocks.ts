/**
 * Several blocks of rows below one another on one sheet are read as one table, since forms print their header on every page.
 * Where a block stands under the title of another unit or another period, or says the rows above it again, nothing of it
 * may be added: the sheet then holds the figures of two.
 */
import { finding } from '../../findings/finding.js';
import type { FieldColumn, FieldDefinition, FigureTable, Finding, FormDefinition } from '../../model.js';
import { exactMatch, findByName } from '../../units/names/find-by-name.js';
import { unitFullName } from '../../units/names/unit-name.js';
import { cellAddress, placeIn } from '../../values/cell-address.js';
import { inner } from '../../values/inner-quotes.js';
import { cleanText, foldMarks } from '../../values/vietnamese-text.js';
import { shortened } from '../listed.js';
import type { SheetGrid } from '../layout/sheet-grid.js';
import { addsUp } from '../tables/adding-fields.js';
import { wasBelow } from './changed-ground.js';
import { lineSays } from './title-block.js';
import { becameOf, unitIn, unitsBelow, type UnitScope } from './unit-scope.js';

export interface BlocksOf {
  readonly grid: SheetGrid;
  /** The last row of the header: a title may stand right below it. */
  readonly headerRow?: number;
  readonly form: FormDefinition;
  readonly fields: readonly FieldDefinition[];
  readonly unit: string;
  readonly period: string;
  readonly scope: UnitScope;
}

/** "Số liệu cùng kỳ năm trước" names a period without its year; "Khu Nam Ngoài" is a group. */
const EARLIER = /(?:^|\s)(?:cùng kỳ|năm (?:liền )?trước|năm ngoái)(?![\p{L}\p{M}])/u;
const EARLIER_BARE = /\b(?:cung ky|nam lien truoc|(?:so lieu|ket qua|bieu).*\bnam (?:truoc|ngoai))\b/u;
/** Words of titles; "Các thôn sáp nhập năm 2023" is the heading of a group. */
const TITLE =
  /\b(?:so lieu|ket qua|bao cao|bieu|tong hop|dang ky|ke hoach|phuong huong|thuc hien|chi tieu|du kien|uoc)\b/u;
/** "Xã Đông Phong (cũ)" heads the areas that came from there. */
const FORMER = /\bcũ\)?\s*$/iu;

/** The finding for a table that is several; undefined for every other. */
export function otherBlocks(table: FigureTable, about: BlocksOf): Finding | undefined {
  if (about.form.shape !== 'table') return undefined;
  const { unit, period, form } = about;
  const found = titledOtherwise(table, about) ?? saidAgain(table, about);
  if (found === undefined) return undefined;
  const own = unitIn(about.scope, unit);
  return finding(
    found.perhaps === true ? 'layout/perhaps-blocks-of-others' : 'layout/blocks-of-others',
    placeIn(table.file, table.sheet, found.cell),
    {
      form: form.sheet,
      row: found.row,
      reason: found.reason,
      unit: own === undefined ? unit : unitFullName(own),
      period,
    },
    {
      unit,
      period,
      form: form.id,
      fields: found.perhaps === true ? [...(form.rowKey ?? [])] : [...table.columns.keys()],
    },
  );
}

interface Found {
  /** A group of areas may be called so. */
  readonly perhaps?: true;
  readonly row: number;
  readonly cell: string;
  readonly reason: string;
}

/** A line between the rows, or between header and rows, that is the title of another unit or period. */
function titledOtherwise(table: FigureTable, about: BlocksOf): Found | undefined {
  const { grid } = about;
  const [top = 0, last = 0] = [about.headerRow ?? table.sheetRows[0], table.sheetRows.at(-1)];
  // A title above the middle of the table stands in a column of figures, in a row without a name.
  const named = table.sheetRows.filter((_, row) => table.rowLabels[row] !== '');
  const rows = new Set([...named, ...(table.totals?.sheetRows ?? [])]);
  const isHeader = (row: number): boolean => grid.inRow(row).length > MOST_IN_TITLE && !rows.has(row);
  let bare: (Found & { readonly name: string }) | undefined;
  let ownGroup = false;
  for (const row of grid.rows) {
    if (row <= top || row >= last || rows.has(row)) continue;
    const cells = grid.inRow(row);
    // The header printed again names nobody.
    for (const cell of cells.length > MOST_IN_TITLE ? [] : cells) {
      const reason = cell.kind === 'text' ? otherwise(grid, cell.raw, row, cell.column, about) : undefined;
      if (reason !== undefined) return { row, cell: cellAddress(row, cell.column), reason };
      if (cell.kind !== 'text') continue;
      ownGroup ||= bareName(cell.raw) !== '' && namesOwn(bareName(cell.raw), about);
      if (bare !== undefined || !namesBare(cell.raw, about)) continue;
      const said = `đứng dưới tên của đơn vị khác (“${inner(shortened(cleanText(cell.raw)))}”)`;
      const name = bareName(cell.raw);
      bare = { row, cell: cellAddress(row, cell.column), reason: said, perhaps: true, name };
      const next = grid.rows.find((one) => one > row) ?? 0;
      if (isHeader(next)) return { row: bare.row, cell: bare.cell, reason: bare.reason };
    }
  }
  // Groups called after the unit itself and another one are no areas of one unit, unless one of that name went into it.
  if (bare === undefined || !ownGroup || mayHaveJoined(bare.name, about)) return bare;
  return { row: bare.row, cell: bare.cell, reason: bare.reason };
}

/** The name of a line without its number and the signs behind it. */
const bareName = (raw: string): string => cleanText(raw).replace(NUMBER_BEFORE, '').replace(SIGNS_BEHIND, '');

function namesOwn(text: string, { unit, scope }: BlocksOf): boolean {
  const own = unitIn(scope, unit);
  return own !== undefined && exactMatch(findByName([own], text)) !== undefined;
}

/** "2. Phú An" between the rows: the name of another unit without its kind, which a group of areas may bear as well. */
function namesBare(raw: string, { unit, scope }: BlocksOf): boolean {
  const text = bareName(raw);
  if (text === '' || !text.includes(' ')) return false;
  const units = [...scope.tree.byCode.values()].filter(({ level }) => level === 'commune');
  const named = exactMatch(findByName(units, text));
  return named !== undefined && named.code !== unit && !isFormer(text, { unit, scope });
}

/** The name that the unit, or one that went into it, bore before, mark by mark: another may bear it today, or one like it. */
const isFormer = (name: string, { unit, scope }: Pick<BlocksOf, 'unit' | 'scope'>): boolean =>
  becameOf(unit, scope).some((one) => exactMatch(findByName([one], name)) !== undefined);

/** A unit of that name has ended nearby, and nothing says that it went elsewhere. */
const mayHaveJoined = (name: string, { unit, scope }: BlocksOf): boolean =>
  (scope.former ?? []).some(
    (one) =>
      exactMatch(findByName([one], name)) !== undefined &&
      wasBelow(one, scope) &&
      scope.successors?.get(one.code)?.includes(unit) !== false,
  );

const NUMBER_BEFORE = /^\(?(?:\d{1,3}|[ivxlc]+|\p{L})\s*[.)/-]\s*/iu;
const SIGNS_BEHIND = /[\s:;.,–-]+$/u;

/** Titles hold one or two cells, or three with a label beside its value. */
const MOST_IN_TITLE = 4;

function otherwise(
  grid: SheetGrid,
  raw: string,
  row: number,
  column: number,
  about: BlocksOf,
): string | undefined {
  const { unit, period, scope } = about;
  const text = cleanText(raw);
  const folded = foldMarks(text);
  const said = `“${inner(shortened(text))}”`;
  const line = lineSays(grid, text, row, column);
  if (line.unit !== undefined && !FORMER.test(text)) {
    const { code } = line.unit;
    const name = line.unit.name.replace(SIGNS_BEHIND, '');
    const units = unitsBelow(scope);
    const match = findByName(units, name);
    const named = units.find((one) => one.code === code) ?? exactMatch(match);
    const isOwn =
      named?.code === unit ||
      (match.kind === 'ambiguous' && match.candidates.some((one) => one.code === unit));
    if (named !== undefined && !isOwn && !isFormer(name, about))
      return `đứng dưới tiêu đề của đơn vị khác (${said})`;
  }
  const lower = text.normalize('NFC').toLowerCase();
  const isEarlier = EARLIER.test(lower) || (folded === lower && EARLIER_BARE.test(folded));
  const periods = line.periods;
  const ofOther =
    periods === undefined
      ? isEarlier
      : !periods.periods.some((one) => one === period || one === period.slice(0, 4));
  const isTitle = periods?.plain === true || TITLE.test(folded) || isEarlier;
  return ofOther && isTitle ? `đứng dưới tiêu đề của kỳ khác (${said})` : undefined;
}

/** Fewer rows with the names of rows above are asked about one by one. */
const FEWEST = 3;
const MOST_OF = 0.6;
/** Figures of the same areas, typed again or of another year, differ by so much at most. */
const NEAR = 0.15;

/** Below a gap come the names of the rows above once more, with figures like theirs. */
function saidAgain(table: FigureTable, { fields, grid }: BlocksOf): Found | undefined {
  const columns = fields.filter(addsUp).flatMap(({ id }) => table.columns.get(id) ?? []);
  const firstWith = new Map<string, number>();
  let start = 0;
  for (let row = 1; row <= table.rowCount; row += 1) {
    const isEnd = row === table.rowCount || (table.sheetRows[row] ?? 0) > (table.sheetRows[row - 1] ?? 0) + 1;
    if (!isEnd) continue;
    let again = 0;
    for (let at = start; at < row; at += 1) {
      const before = firstWith.get(table.rowKeys[at] ?? '');
      if (before !== undefined && table.rowLabels[at] !== '' && areAlike(columns, before, at)) again += 1;
    }
    if (again >= FEWEST && again >= (row - start) * MOST_OF) {
      const sheetRow = table.sheetRows[start] ?? 1;
      const column = grid.inRow(sheetRow)[0]?.column ?? 1;
      const reason = `ghi lại tên và số liệu của ${String(again)} dòng ở phía trên, từ “${inner(shortened(table.rowLabels[start] ?? ''))}”`;
      return { row: sheetRow, cell: cellAddress(sheetRow, column), reason };
    }
    for (let at = start; at < row; at += 1) {
      const key = table.rowKeys[at] ?? '';
      if (!firstWith.has(key)) firstWith.set(key, at);
    }
    start = row;
  }
  return undefined;
}

/** Half of the figures that both rows hold are the same or nearly so. */
function areAlike(columns: readonly FieldColumn[], one: number, other: number): boolean {
  let [both, alike] = [0, 0];
  for (const { states, numbers } of columns) {
    if (states[one] !== 'value' || states[other] !== 'value') continue;
    const [a, b] = [numbers[one] ?? 0, numbers[other] ?? 0];
    if (a === 0 && b === 0) continue;
    both += 1;
    if (Math.abs(a - b) <= Math.max(a, b) * NEAR) alike += 1;
  }
  return both > 0 && alike * 2 >= both;
}
