/** Tables of our report: paired by their heads, rows by their names; cells that changed, rows that moved or are gone. */
import type { WrittenBlock, WrittenRow, WrittenTable } from '../../model.js';
import { shownText } from '../words/plain-text.js';
import { wordingOf, type OwnChange } from './own-change.js';
import { append } from '../../values/of-many.js';

interface Row {
  readonly place: string;
  readonly cells: readonly string[];
  /** Cells of words: what the row is about. */
  readonly name: string;
}

export function changesOfTables(
  actual: readonly WrittenBlock[],
  expected: readonly WrittenBlock[],
): readonly OwnChange[] {
  const now = tablesOf(actual);
  const left = new Set(now);
  const changes: OwnChange[] = [];
  tablesOf(expected).forEach((table) => {
    const head = headOf(table);
    const names = new Set(rowsOf(table).map(({ name }) => name));
    const common = (one: WrittenTable): number => rowsOf(one).filter(({ name }) => names.has(name)).length;
    const [found] = [...left]
      .filter((one) => headOf(one) === head)
      .sort((one, other) => common(other) - common(one));
    if (found === undefined) return;
    left.delete(found);
    const told = changesOfTable(found, table);
    append(changes, told);
    if (!told.some(({ row }) => row === 'moved')) append(changes, reordered(found, table));
  });
  return changes;
}

const tablesOf = (blocks: readonly WrittenBlock[]): readonly WrittenTable[] =>
  blocks.filter((block): block is WrittenTable => block.kind === 'table');

const headOf = ({ rows }: WrittenTable): string =>
  rows
    .slice(0, 1)
    .flatMap(({ cells }) => cells.map(({ text }) => wordingOf(shownText(text))))
    .join('|');

function rowsOf({ rows }: WrittenTable): readonly Row[] {
  const seen = new Map<string, number>();
  return rows.map((row: WrittenRow) => {
    const cells = row.cells.map(({ text }) => shownText(text));
    const words = cells.find((text) => /\p{L}{2}/u.test(text)) ?? cells.join('|');
    const times = (seen.get(words) ?? 0) + 1;
    seen.set(words, times);
    return { place: row.place, cells, name: `${words}|${String(times)}` };
  });
}

function changesOfTable(now: WrittenTable, then: WrittenTable): readonly OwnChange[] {
  const rows = rowsOf(now);
  const wanted = rowsOf(then);
  const byName = new Map(rows.map((row) => [row.name, row]));
  return wanted.flatMap((row): readonly OwnChange[] => {
    const found = byName.get(row.name);
    const label = row.name.replace(/\|\d+$/u, '');
    if (found === undefined)
      return [
        { place: `${now.place}, ${row.place}`, expected: label, printed: '', words: label, row: 'missing' },
      ];
    const place = `${now.place}, ${found.place}`;
    const other = movedFrom(found, row, wanted);
    if (other !== undefined)
      return [
        { place, expected: label, printed: other.name.replace(/\|\d+$/u, ''), words: label, row: 'moved' },
      ];
    return row.cells.flatMap((expected, column): readonly OwnChange[] => {
      const printed = found.cells[column] ?? '';
      if (printed === expected || !/\d|…/u.test(expected + printed)) return [];
      return [{ place: `${place}, cột ${String(column + 1)}`, expected, printed, words: label }];
    });
  });
}

/** Whole rows in another order: each is still true, and is told once for a table, with the first that stands elsewhere. */
function reordered(now: WrittenTable, then: WrittenTable): readonly OwnChange[] {
  const [rows, wanted] = [rowsOf(now), rowsOf(then)];
  const [there, known] = [rows, wanted].map((list) => new Set(list.map(({ name }) => name)));
  const left = rows.filter(({ name }) => known?.has(name) === true);
  const right = wanted.filter(({ name }) => there?.has(name) === true);
  const at = left.findIndex(({ name }, index) => name !== right[index]?.name);
  const [found, expected] = [left[at], right[at]];
  if (found === undefined || expected === undefined) return [];
  const labelOf = ({ name }: Row): string => name.replace(/\|\d+$/u, '');
  return [
    {
      place: `${now.place}, ${found.place}`,
      expected: labelOf(expected),
      printed: labelOf(found),
      words: labelOf(expected),
      row: 'reordered',
    },
  ];
}

/** The row carries the figures of another one. */
function movedFrom(found: Row, row: Row, wanted: readonly Row[]): Row | undefined {
  const figures = figuresOf(found);
  if (figures === figuresOf(row) || figures.split('|').filter((text) => text !== '').length < 3)
    return undefined;
  return wanted.find((other) => other !== row && figuresOf(other) === figures);
}

/** Figures behind the name. */
const figuresOf = ({ cells, name }: Row): string => {
  const label = cells.indexOf(name.replace(/\|\d+$/u, ''));
  return cells.slice(label + 1).join('|');
};
