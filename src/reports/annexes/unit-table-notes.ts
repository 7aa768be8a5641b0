/** Notes under a table by unit: whose figures, who is not in which column, base of each rate, meaning of marks. */
import type { TableCell, TableRow } from '../../model.js';
import { absentCount, NAMED_AT_MOST, namesOrCount, reasonsText, silentUnits } from '../prose/coverage.js';
import type { Prose } from '../prose/prose.js';
import { sectionsOf } from './row-order.js';
import type { UnitColumn } from './unit-columns.js';
import { addSafely } from '../../values/exact-rate.js';
import { formatScaled } from '../../values/number-format.js';
import { addTo } from '../../values/groups.js';

export function unitTableNotes(
  prose: Prose,
  columns: readonly UnitColumn[],
  rows: readonly TableRow[],
): readonly string[] {
  return [
    coverageNote(prose),
    ...columnNotes(prose, columns, rows),
    ...asideNotes(prose, columns, rows),
    ...baseNotes(prose, columns),
    ...markNotes(prose, rows),
  ];
}

export function coverageNote(prose: Prose): string {
  const { frame, say } = prose;
  const silent = silentUnits(frame);
  const absent = absentCount(silent);
  const data = {
    reported: String(frame.leaves.length - absent),
    expected: String(frame.leaves.length),
    reasons: reasonsText(prose, silent),
  };
  return say(absent === 0 ? 'note.full' : 'note.partial', data);
}

const FIRST_FIGURE = 2;

/** Units that sent something but are blank in single columns; columns with the same units share a note. */
function columnNotes(
  prose: Prose,
  columns: readonly UnitColumn[],
  rows: readonly TableRow[],
): readonly string[] {
  const silent = new Set([...silentUnits(prose.frame).values()].flat());
  const codesInOrder = sectionsOf(prose.frame).flatMap(({ leaves }) => leaves.map(({ code }) => code));
  const unitRows = rows.filter(({ role }) => role === 'unit');
  const blanks = new Map<string, { readonly codes: readonly string[]; readonly blank: number[] }>();
  columns.forEach(({ declaration }, place) => {
    if (declaration.source.kind === 'rate') return;
    const codes = codesInOrder.filter((code, index) => {
      const cell = unitRows[index]?.cells[FIRST_FIGURE + place];
      return !silent.has(code) && (cell?.kind === 'missing' || cell?.kind === 'pending');
    });
    if (codes.length === 0) return;
    const key = codes.join();
    const entry = blanks.get(key) ?? { codes, blank: [] };
    entry.blank.push(place);
    blanks.set(key, entry);
  });
  return [...blanks.values()].map(({ codes, blank }) =>
    prose.say('note.column', {
      columns: numbersOf(blank),
      names: namesOrCount(prose, codes, NAMED_AT_MOST),
    }),
  );
}

/** What stands outside the sums: by column how much, and whose. */
function asideNotes(
  prose: Prose,
  columns: readonly UnitColumn[],
  rows: readonly TableRow[],
): readonly string[] {
  const unitRows = rows.filter(({ role }) => role === 'unit');
  const items = columns.flatMap(({ column }, place) => {
    const cells = unitRows.flatMap(({ cells }) => cells[FIRST_FIGURE + place] ?? []);
    const aside = cells.flatMap((cell) => (cell.kind === 'text' && cell.aside !== undefined ? [cell] : []));
    const [first] = aside;
    if (first === undefined) return [];
    const sum = aside.reduce<number | undefined>(
      (total, cell) => (total === undefined ? undefined : addSafely(total, cell.aside ?? 0)),
      0,
    );
    const names = namesOrCount(
      prose,
      aside.flatMap(({ figure }) => figure?.unit ?? []),
      NAMED_AT_MOST,
    );
    const figure = sum === undefined ? '' : formatScaled(sum, column.decimals ?? 0);
    return [prose.say('note.asideOf', { column: numbersOf([place]), figure, names })];
  });
  return items.length === 0 ? [] : [prose.say('note.aside', { items: items.join('; ') })];
}

/** "(3), (5)": the numbers that stand under the headers; names of columns under two headers are long. */
const numbersOf = (places: readonly number[]): string =>
  places.map((place) => `(${String(place + FIRST_FIGURE + 1)})`).join(', ');

function baseNotes(prose: Prose, columns: readonly UnitColumn[]): readonly string[] {
  const bases = new Map<string, number[]>();
  columns.forEach(({ base }, place) => {
    if (base !== undefined) addTo(bases, base, place);
  });
  if (bases.size === 0) return [];
  const items = [...bases].map(([base, of]) => prose.say('note.baseOf', { base, of: numbersOf(of) }));
  return [prose.say('note.base', { bases: items.join('; ') })];
}

/** Only marks that occur are explained. */
export function markNotes(prose: Prose, rows: Iterable<TableRow>): readonly string[] {
  const kinds = new Set<TableCell['kind']>();
  for (const { cells } of rows) for (const { kind } of cells) kinds.add(kind);
  const notes = (['missing', 'pending', 'notApplicable'] as const).filter((kind) => kinds.has(kind));
  return notes.length === 0 ? [] : [notes.map((kind) => prose.say(`note.${kind}`, {})).join(' ')];
}
