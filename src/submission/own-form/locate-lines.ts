/**
 * The lines of an own form by their label and the section they stand in: numbering restarts under every section, so
 * numbers decide nothing. A code column decides where the form has one.
 */
import { finding } from '../../findings/finding.js';
import type { FieldId, Finding, OwnLine } from '../../model.js';
import { pathOfLine } from '../../criteria/own-form-entries.js';
import { isCounted } from '../../criteria/own-forms.js';
import { defined } from '../../values/defined.js';
import { cleanText } from '../../values/vietnamese-text.js';
import { isNumberCell } from '../cells/cell-words.js';
import { formSubject, refOf, type FormPlace } from '../layout/form-place.js';
import { segmentKey, withYears } from '../layout/header-path.js';
import { lineAbove } from '../layout/outline.js';
import { isGroupNumber } from '../layout/row-words.js';
import { nearestLabel } from '../layout/nearest-label.js';
import { shortened } from '../listed.js';
import { inner } from '../../values/inner-quotes.js';
import type { LocatedTable, OwnSheet } from '../layout/own-sheet.js';

export interface FoundLines {
  /** What each line is, with its row: a form of a level above may print one figure in several lines. */
  readonly places: readonly (readonly [id: FieldId, row: number])[];
  readonly rows: ReadonlyMap<FieldId, number>;
  /** Rows of the form that hold no field, and rows that are told as unknown. */
  readonly otherRows: ReadonlySet<number>;
  /** Lines of the form that no row is, or that several are. */
  readonly lost: readonly LostLine[];
  readonly findings: readonly Finding[];
}

export interface LostLine {
  readonly line: OwnLine;
  readonly text: string;
  readonly why: string;
  readonly nearest?: string;
}

interface SheetLine {
  readonly row: number;
  readonly text: string;
  readonly code: string;
  readonly number: string;
  readonly section: string;
  /** The line that it is a part of. */
  readonly under: string;
  readonly figures: boolean;
}

/** Where each line stands; what is missing or doubtful is told. */
export function locateLines(own: OwnSheet, located: LocatedTable, place: FormPlace): FoundLines {
  const { lines = [] } = located.table;
  const stand = sheetLines(own, located, place);
  const { places, otherRows, gone } = placed(lines, stand, own.year);
  const rows = new Map(places);
  const findings: Finding[] = [];
  const claimed = new Set([...rows.values(), ...otherRows]);
  const left = stand.filter(({ row, figures }) => figures && !claimed.has(row));
  const lost = gone.map((one): LostLine => {
    const nearest = nearestLabel(
      withYears(one.line.label, own.year),
      left.map(({ text }) => text),
    );
    return { ...one, text: lineText(one.line, own.year), ...defined({ nearest }) };
  });
  for (const { line, text, why, nearest: near } of lost) {
    // Nobody misses a line that is not asked of the unit in the period.
    if (place.notAsked?.has(line.field ?? '') === true) continue;
    findings.push(
      finding(
        'own-form/line-missing',
        refOf(place, located.labelRow, located.key ?? 1),
        {
          form: own.form.label,
          why,
          line: inner(text),
          field: inner(place.fields.find(({ id }) => id === line.field)?.label ?? line.label),
          nearest: near === undefined ? '' : ` Gần giống nhất là dòng “${inner(shortened(near))}”.`,
        },
        { ...formSubject(place), fields: line.field === undefined ? [] : [line.field] },
      ),
    );
  }
  for (const { row, text } of left) {
    otherRows.add(row);
    findings.push(
      finding(
        'own-form/line-unknown',
        refOf(place, row, located.key ?? 1),
        { form: own.form.label, line: inner(shortened(text === '' ? `dòng ${row}` : text)) },
        { ...formSubject(place), rowKey: `#${row}` },
      ),
    );
  }
  return { places, rows, otherRows, lost, findings };
}

/** The rows of the lines, and the lines that no row is or that several are. */
function placed(lines: readonly OwnLine[], stand: readonly SheetLine[], year: number) {
  const places: (readonly [FieldId, number])[] = [];
  const otherRows = new Set<number>();
  const gone: { readonly line: OwnLine; readonly why: string }[] = [];
  for (const line of lines) {
    const found = placesOf(line, lines, stand, year);
    const [first] = found;
    // Of what is not read it does not matter how often it stands there.
    if (line.field === undefined && line.indicator === undefined && !isCounted(line)) {
      for (const { row } of found) otherRows.add(row);
      continue;
    }
    if (first !== undefined && found.length === 1) {
      const named = line.field ?? line.indicator;
      if (named === undefined || !isCounted(line)) otherRows.add(first.row);
      else places.push([named, first.row]);
    } else if (line.field !== undefined || line.indicator !== undefined)
      gone.push({ line, why: found.length === 0 ? 'không có dòng' : 'có nhiều dòng' });
  }
  return { places, otherRows, gone };
}

const lineText = (line: OwnLine, year: number): string => withYears(pathOfLine(line).join(' › '), year);

const labelOf = ({ label }: OwnLine, year: number): string => segmentKey(withYears(label, year));

function placesOf(
  line: OwnLine,
  lines: readonly OwnLine[],
  stand: readonly SheetLine[],
  year: number,
): readonly SheetLine[] {
  const label = labelOf(line, year);
  if (line.code !== undefined && stand.some(({ code }) => code !== '')) {
    const coded = stand.filter(({ code }) => code === line.code);
    // A code beside another text is doubtful: neither decides alone.
    const called = coded.filter(({ text }) => segmentKey(text) === label || text === '');
    const others = lines.filter((one) => one !== line && one.code === line.code);
    const isOpen =
      others.some((one) => labelOf(one, year) === label) ||
      (others.length > 0 && called.some(({ text }) => text === ''));
    if ((called.length < 2 && !isOpen) || line.section === undefined) return called;
    // Codes begin anew in each section: what is left of the two may be the other.
    const under = segmentKey(withYears(line.section, year));
    return called.filter((one) => segmentKey(one.section) === under);
  }
  const above = (one: Pick<OwnLine, 'under'>): string => segmentKey(withYears(one.under ?? '', year));
  const named = stand.filter(
    ({ text, under }) =>
      segmentKey(text) === label && (line.under === undefined || segmentKey(under) === above(line)),
  );
  const alike = lines.filter((one) => labelOf(one, year) === label && above(one) === above(line));
  if (line.section === undefined) return alike.length === 1 ? named : [];
  const section = segmentKey(withYears(line.section, year));
  const inSection = named.filter((one) => segmentKey(one.section) === section);
  // A reworded section does not matter to a line that stands once in form and sheet.
  return inSection.length === 0 && alike.length === 1 && named.length === 1 ? named : inSection;
}

/** The rows below the header with their sections: a text without any figure beside it heads those below. */
function sheetLines(own: OwnSheet, located: LocatedTable, { grid }: FormPlace): readonly SheetLine[] {
  const { key = 1, codeKey, ordinal, table } = located;
  const next = own.tables.find(({ firstRow }) => firstRow > located.lastRow);
  const names = new Set([key, codeKey ?? key, ordinal ?? key]);
  const sections = new Set(
    (table.lines ?? []).flatMap(({ section }) =>
      section === undefined ? [] : [segmentKey(withYears(section, own.year))],
    ),
  );
  const values = new Set(
    [...located.columns].flatMap(([{ role }, column]) => (role === 'ignored' ? [] : [column])),
  );
  const isValue = (column: number): boolean => (values.size === 0 ? column > key : values.has(column));
  const lines: SheetLine[] = [];
  let section = '';
  for (const row of grid.rows) {
    if (row <= located.lastRow || row >= (next?.firstRow ?? Number.POSITIVE_INFINITY)) continue;
    const text =
      grid.textOver(row, key) === '' ? textBeside(grid.inRow(row), names) : grid.textOver(row, key);
    const beside = grid.inRow(row).filter(({ column }) => !names.has(column) && isValue(column));
    const figures = beside.some(
      (cell) => isNumberCell(cell) || cell.formula === true || /\d/u.test(cell.raw),
    );
    if (text === '' && !figures) continue;
    if (sections.has(segmentKey(text)) || (beside.length === 0 && text !== '' && sections.size > 0)) {
      const headed = sections.has(segmentKey(text)) || isGroupNumber(grid.textOver(row, ordinal ?? 0).trim());
      if (headed && !figures) {
        section = text;
        continue;
      }
    }
    const code = codeKey === undefined ? '' : cleanText(grid.textOver(row, codeKey));
    const number = cleanText(grid.textOver(row, ordinal ?? codeKey ?? 0));
    const before = lines.filter((one) => one.section === section);
    const under = lineAbove(
      { number, label: text },
      before.map((one) => ({ number: one.number, label: one.text })),
    );
    lines.push({ row, text, code, number, section, under: under ?? '', figures });
  }
  return lines;
}

/** A section's name is often typed into the column of numbers and merged over the line. */
const textBeside = (
  cells: readonly { readonly kind: string; readonly raw: string; readonly column: number }[],
  names: ReadonlySet<number>,
): string => {
  const text = cells.find(
    (cell) => cell.kind === 'text' && names.has(cell.column) && cleanText(cell.raw).length > 4,
  );
  return text === undefined ? '' : cleanText(text.raw);
};
