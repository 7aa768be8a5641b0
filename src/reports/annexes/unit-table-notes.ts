/** Notes under a table by unit: whose figures, who is not in which column, base of each rate, meaning of marks. */
import type { TableCell, TableColumn, TableRow } from '../../model.js';
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
  const blanks = new Map<string, { readonly codes: readonly string[]; readonly blank: TableColumn[] }>();
  columns.forEach(({ column, declaration }, place) => {
    if (declaration.source.kind === 'rate') return;
    const codes = codesInOrder.filter((code, index) => {
      const cell = unitRows[index]?.cells[FIRST_FIGURE + place];
      return !silent.has(code) && (cell?.kind === 'missing' || cell?.kind === 'pending');
    });
    if (codes.length === 0) return;
    const key = codes.join();
    const entry = blanks.get(key) ?? { codes, blank: [] };
    entry.blank.push(column);
    blanks.set(key, entry);
  });
  return [...blanks.values()].map(({ codes, blank }) =>
    teller.say('note.column', {
      columns: headersByGroup(blank),
      names:
        codes.length > 5
          ? teller.say('units.many', { count: teller.frame.count(codes.length) })
          : namesOf(teller.frame, codes),
    }),
  );
}

/** "Gia đình văn hóa (Tổng số hộ, Số hộ đăng ký)": columns under one header are named together. */
function headersByGroup(columns: readonly TableColumn[]): string {
  const groups = new Map<string, string[]>();
  for (const { group, header } of columns) {
    const key = group ?? header;
    groups.set(key, [...(groups.get(key) ?? []), ...(group === undefined ? [] : [header])]);
  }
  return [...groups]
    .map(([group, headers]) => (headers.length === 0 ? group : `${group} (${headers.join('; ')})`))
    .join('; ');
}

function baseNotes(teller: Teller, columns: readonly UnitColumn[]): readonly string[] {
  const bases = new Map<string, string[]>();
  for (const { column, base } of columns) {
    if (base === undefined) continue;
    bases.set(base, [...(bases.get(base) ?? []), column.group ?? column.header]);
  }
  if (bases.size === 0) return [];
  const items = [...bases].map(([base, of]) => teller.say('note.baseOf', { base, of: of.join('; ') }));
  return [teller.say('note.base', { bases: items.join('; ') })];
}

/** Only marks that occur are explained. */
export function markNotes(teller: Teller, cells: readonly TableCell[]): readonly string[] {
  const kinds = new Set(cells.map(({ kind }) => kind));
  const notes = (['missing', 'pending', 'notApplicable'] as const).filter((kind) => kinds.has(kind));
  return notes.length === 0 ? [] : [notes.map((kind) => teller.say(`note.${kind}`, {})).join(' ')];
}
