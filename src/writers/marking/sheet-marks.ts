/** A worksheet part in which marked cells get another style number; blank ones are made in their right order, nothing else changes. */
import { cellAddress, parseCellAddress } from '../../values/cell-address.js';
import { refuse } from './refusal.js';
import {
  applyEdits,
  attributeOf,
  prefixOf,
  withAttribute,
  withoutEnd,
  xmlTags,
  type Edit,
} from './xml-tags.js';
import { groupBy } from '../../values/groups.js';
import { append } from '../../values/of-many.js';

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

interface Row {
  readonly row: number;
  readonly start: number;
  readonly end: number;
  readonly empty: boolean;
  readonly cells: { readonly column: number; readonly start: number; readonly end: number }[];
  /** Where a cell may be added last. */
  close: number;
}

interface SheetIndex {
  readonly prefix: string;
  /** In the order of the part; cells only of the rows asked for. */
  readonly rows: readonly Row[];
  readonly columns: readonly { readonly min: number; readonly max: number; readonly style: number }[];
  readonly data: {
    readonly start: number;
    readonly end: number;
    readonly close: number;
    readonly empty: boolean;
  };
}

/** Cells of a merged range show the style and the comment of its first cell only. */
export function shownPlace(text: string): (place: CellPlace) => CellPlace {
  const ranges: { top: CellPlace; bottom: CellPlace }[] = [];
  for (const tag of xmlTags(text)) {
    if (tag.local !== 'mergeCell' || tag.depth !== 2 || tag.kind === 'close') continue;
    const [first = '', last = first] = (attributeOf(text.slice(tag.start, tag.end), 'ref') ?? '').split(':');
    const [top, bottom] = [parseCellAddress(first), parseCellAddress(last)];
    if (top !== undefined && bottom !== undefined) ranges.push({ top, bottom });
  }
  return (place) =>
    ranges.find(
      ({ top, bottom }) =>
        place.row >= top.row &&
        place.row <= bottom.row &&
        place.column >= top.column &&
        place.column <= bottom.column,
    )?.top ?? place;
}

/** The part with the style of each place set to what `styleOf` makes of its present one. */
export function markCells(
  text: string,
  places: readonly CellPlace[],
  styleOf: (place: CellPlace, base: number) => number,
): string {
  const wanted = groupBy(places, ({ row }) => row);
  const index = indexSheet(text, new Set(wanted.keys()));
  const edits: Edit[] = [];
  const newRows: { readonly before: number; readonly xml: string }[] = [];
  for (const row of [...wanted.keys()].sort((a, b) => a - b)) {
    const marks = (wanted.get(row) ?? []).sort((a, b) => a.column - b.column);
    const known = index.rows.find((one) => one.row === row);
    if (known !== undefined) {
      append(edits, rowEdits(text, index, known, marks, styleOf));
      continue;
    }
    const cells = marks
      .map((place) => newCell(index.prefix, place, styleOf(place, columnStyle(index, place))))
      .join('');
    const next = index.rows.find((one) => one.row > row);
    newRows.push({
      before: next?.start ?? index.data.close,
      xml: `<${index.prefix}row r="${row}">${cells}</${index.prefix}row>`,
    });
  }
  append(edits, rowInsertions(text, index, newRows));
  return applyEdits(text, edits);
}

const newCell = (prefix: string, { row, column }: CellPlace, style: number): string =>
  `<${prefix}c r="${cellAddress(row, column)}" s="${style}"/>`;

const columnStyle = ({ columns }: SheetIndex, { column }: CellPlace): number =>
  columns.find(({ min, max }) => column >= min && column <= max)?.style ?? 0;

function rowEdits(
  text: string,
  index: SheetIndex,
  row: Row,
  marks: readonly CellPlace[],
  styleOf: (place: CellPlace, base: number) => number,
): readonly Edit[] {
  const opening = text.slice(row.start, row.end);
  const rowStyle =
    attributeOf(opening, 'customFormat') === '1' ? styleNumber(attributeOf(opening, 's')) : undefined;
  const edits: Edit[] = [];
  const added = new Map<number, string>();
  for (const place of marks) {
    const cell = row.cells.find(({ column }) => column === place.column);
    if (cell !== undefined) {
      const written = text.slice(cell.start, cell.end);
      const style = styleOf(place, styleNumber(attributeOf(written, 's')));
      edits.push({ start: cell.start, end: cell.end, text: withAttribute(written, 's', String(style)) });
      continue;
    }
    const xml = newCell(index.prefix, place, styleOf(place, rowStyle ?? columnStyle(index, place)));
    const next = row.cells.find(({ column }) => column > place.column)?.start ?? row.close;
    added.set(next, (added.get(next) ?? '') + xml);
  }
  if (row.empty) {
    const open = `${withoutEnd(opening)}>${[...added.values()].join('')}</${index.prefix}row>`;
    return added.size === 0 ? [] : [{ start: row.start, end: row.end, text: open }];
  }
  return [...edits, ...[...added].map(([at, xml]) => ({ start: at, end: at, text: xml }))];
}

function rowInsertions(
  text: string,
  { data, prefix }: SheetIndex,
  rows: readonly { readonly before: number; readonly xml: string }[],
): readonly Edit[] {
  if (rows.length === 0) return [];
  if (data.empty) {
    const opening = withoutEnd(text.slice(data.start, data.end));
    const xml = `${opening}>${rows.map((row) => row.xml).join('')}</${prefix}sheetData>`;
    return [{ start: data.start, end: data.end, text: xml }];
  }
  return rows.map(({ before, xml }) => ({ start: before, end: before, text: xml }));
}

function styleNumber(text: string | undefined): number {
  if (text === undefined) return 0;
  return /^\d+$/u.test(text) ? Number(text) : refuse('unusual');
}

/** Rows and cells may lack their address: then they follow on the one before, as the reader counts them. */
function indexSheet(text: string, wanted: ReadonlySet<number>): SheetIndex {
  const rows: Row[] = [];
  const columns: { min: number; max: number; style: number }[] = [];
  let prefix = '';
  let data: { start: number; end: number; close: number; empty: boolean } | undefined;
  let inside = false;
  let row: Row | undefined;
  let column = 0;
  for (const tag of xmlTags(text)) {
    const written = (): string => text.slice(tag.start, tag.end);
    if (tag.depth === 0 && tag.kind === 'open') {
      if (tag.local !== 'worksheet') refuse('unusual');
      prefix = prefixOf(tag.name);
    } else if (tag.depth === 1 && tag.local === 'sheetData') {
      if (tag.kind === 'close') data = { ...(data ?? refuse('unusual')), close: tag.start };
      else data = { start: tag.start, end: tag.end, close: tag.end, empty: tag.kind === 'empty' };
      inside = tag.kind === 'open';
    } else if (tag.depth === 2 && tag.local === 'col' && !inside && tag.kind !== 'close') {
      const [min, max] = [Number(attributeOf(written(), 'min')), Number(attributeOf(written(), 'max'))];
      columns.push({ min, max, style: styleNumber(attributeOf(written(), 'style')) });
    } else if (inside && tag.depth === 2 && tag.local === 'row') {
      if (tag.kind === 'close') {
        if (row !== undefined) row.close = tag.start;
        continue;
      }
      const said = attributeOf(written(), 'r');
      const number = said === undefined ? (row?.row ?? 0) + 1 : Number(said);
      row = {
        row: number,
        start: tag.start,
        end: tag.end,
        empty: tag.kind === 'empty',
        cells: [],
        close: tag.end,
      };
      rows.push(row);
      column = 0;
    } else if (inside && tag.depth === 3 && tag.local === 'c' && tag.kind !== 'close' && row !== undefined) {
      if (!wanted.has(row.row)) continue;
      const said = attributeOf(written(), 'r');
      column = said === undefined ? column + 1 : (parseCellAddress(said)?.column ?? refuse('unusual'));
      row.cells.push({ column, start: tag.start, end: tag.end });
    }
  }
  return { prefix, rows, columns, data: data ?? refuse('unusual') };
}
