/** Notes under a table by unit: whose figures, who is not in which column, base of each rate, meaning of marks. */
import type { TableCell, TableRow } from '../../model.js';
import { absentCount, namesOf, reasonsText, silentUnits } from '../coverage.js';
import type { Teller } from '../teller.js';
import { sectionsOf } from './row-order.js';
import type { UnitColumn } from './unit-columns.js';

export function unitTableNotes(
  teller: Teller,
  columns: readonly UnitColumn[],
  rows: readonly TableRow[],
): readonly string[] {
  return [
    coverageNote(teller),
    ...columnNotes(teller, columns, rows),
    ...baseNotes(teller, columns),
    ...markNotes(
      teller,
      rows.flatMap((row) => row.cells),
    ),
  ];
}

export function coverageNote(teller: Teller): string {
  const { frame, say } = teller;
  const silent = silentUnits(frame);
  const absent = absentCount(silent);
  const data = {
    reported: String(frame.leaves.length - absent),
    expected: String(frame.leaves.length),
    reasons: reasonsText(frame, say, silent),
  };
  return say(absent === 0 ? 'note.full' : 'note.partial', data);
}

const FIRST_FIGURE = 2;

/** Units that sent something but are blank in single columns; columns with the same units share a note. */
function columnNotes(
  teller: Teller,
  columns: readonly UnitColumn[],
  rows: readonly TableRow[],
): readonly string[] {
  const silent = new Set([...silentUnits(teller.frame).values()].flat());
  const codesInOrder = sectionsOf(teller.frame).flatMap(({ leaves }) => leaves.map(({ code }) => code));
  const unitRows = rows.filter(({ role }) => role === 'unit');
  const blanks = new Map<string, { readonly codes: readonly string[]; readonly headers: string[] }>();
  columns.forEach(({ column, declaration }, place) => {
    if (declaration.source.kind === 'rate') return;
    const codes = codesInOrder.filter((code, index) => {
      const cell = unitRows[index]?.cells[FIRST_FIGURE + place];
      return !silent.has(code) && (cell?.kind === 'missing' || cell?.kind === 'pending');
    });
    if (codes.length === 0) return;
    const key = codes.join();
    const entry = blanks.get(key) ?? { codes, headers: [] };
    entry.headers.push(headerText(column.group, column.header));
    blanks.set(key, entry);
  });
  return [...blanks.values()].map(({ codes, headers }) =>
    teller.say('note.column', {
      columns: headers.join('”, “'),
      names:
        codes.length > 5
          ? teller.say('units.many', { count: teller.frame.count(codes.length) })
          : namesOf(teller.frame, codes),
    }),
  );
}

const headerText = (group: string | undefined, header: string): string =>
  group === undefined ? header : `${group}: ${header}`;

function baseNotes(teller: Teller, columns: readonly UnitColumn[]): readonly string[] {
  const bases = new Map<string, string[]>();
  for (const { column, base } of columns) {
    if (base === undefined) continue;
    bases.set(base, [...(bases.get(base) ?? []), headerText(column.group, column.header)]);
  }
  const notes = [...bases].map(([base, headers]) =>
    teller.say('note.base', { column: headers.join('”, “'), base }),
  );
  return notes.length === 0 ? [] : [...notes, teller.say('note.bothSides', {})];
}

/** Only marks that occur are explained. */
export function markNotes(teller: Teller, cells: readonly TableCell[]): readonly string[] {
  const kinds = new Set(cells.map(({ kind }) => kind));
  const notes = (['missing', 'pending', 'notApplicable'] as const).filter((kind) => kinds.has(kind));
  return notes.length === 0 ? [] : [notes.map((kind) => teller.say(`note.${kind}`, {})).join(' ')];
}
