/**
 * The lines of a list form (Biểu 02), wherever they stand: the code decides, the text beside it has to agree.
 * A line whose code and text name two indicators is asked about; an unknown one is reported with its figure.
 */
import { finding } from '../../findings/finding.js';
import type { FieldDefinition, FieldId, Finding, RawCell } from '../../model.js';
import { cleanText, foldLabel, remembering } from '../../values/vietnamese-text.js';
import { isOtherNumber } from '../cells/cell-words.js';
import { formSubject, refOf, type FormPlace } from './form-place.js';
import { labelKey } from './label-index.js';
import { shortened } from '../listed.js';
import { isColumnNumbers } from './column-numbers.js';
import { nearestLabel } from './nearest-label.js';
import type { CellPlace, ValueColumn } from './value-column.js';
import { defined } from '../../values/defined.js';
import { append } from '../../values/of-many.js';
import { inner } from '../../values/inner-quotes.js';

export interface LocatedLines {
  readonly located: ReadonlyMap<FieldId, CellPlace>;
  readonly findings: readonly Finding[];
  /** Rows whose figure a finding names already. */
  readonly reported: ReadonlySet<number>;
  /** Fields that a finding makes unusable: they are not missing besides. */
  readonly disputed: ReadonlySet<FieldId>;
}

const CODE = /^[A-Z]{1,2}\d{1,3}(?:\.\d{1,2})?$/u;

/** "a5", "A 5", "A.5" and "A5." are the code A5. */
const codeIn = remembering((text) =>
  cleanText(text)
    .toUpperCase()
    .replace(/^([A-Z]{1,2})[\s.-]+(?=\d)/u, '$1')
    .replace(/\.$/u, ''),
);

/** The code of a field on this form: its own, or the one of its second place. */
export const codeOn = (field: FieldDefinition, form: string): string | undefined =>
  field.form === form ? field.code : field.alsoIn?.form === form ? field.alsoIn.code : undefined;

interface Line {
  readonly row: number;
  readonly code?: string;
  readonly byCode?: FieldDefinition;
  readonly byLabel?: FieldDefinition;
  /** The longest text left of the figure: what the line says it is. */
  readonly text: string;
  readonly value: RawCell | undefined;
}

export function locateLines(place: FormPlace, values: ValueColumn): LocatedLines {
  const { grid } = place;
  const byCode = new Map(place.fields.map((field) => [codeOn(field, place.form) ?? field.id, field]));
  const byLabel = labelsOf(place.fields);
  const located = new Map<FieldId, CellPlace>();
  const findings: Finding[] = [];
  const reported = new Set<number>();
  const disputed = new Set<FieldId>();
  const report = (row: number, found: Finding): void => {
    reported.add(row);
    findings.push(found);
  };
  for (const row of grid.rows) {
    if (row === values.headerRow) continue;
    const line = readLine(row, grid.inRow(row), values.column, byCode, byLabel);
    const { byCode: coded, byLabel: named, value } = line;
    if (coded !== undefined && named !== undefined && coded !== named) {
      if (value === undefined) continue;
      for (const { id } of [coded, named]) disputed.add(id);
      report(row, conflict(place, line, coded, named, value));
      continue;
    }
    const field = coded ?? named;
    if (field === undefined) {
      if (value === undefined) continue;
      if (line.code !== undefined) report(row, unknownLine(place, line.code, value, [...byCode.keys()]));
      else if (row > values.headerRow && values.headerRow > 0 && isLine(place, line, value))
        report(row, unreadLine(place, line, value));
      continue;
    }
    if (value !== undefined) append(findings, renamed(place, line, field, value));
    const earlier = located.get(field.id);
    const here = { row, column: values.column };
    if (earlier === undefined || grid.at(earlier.row, earlier.column) === undefined)
      located.set(field.id, here);
    else if (value !== undefined) {
      const found = repeated(place, field, earlier, value);
      if (found.severity === 'error') disputed.add(field.id);
      report(row, found);
    }
  }
  return { located, findings, reported, disputed };
}

/** Every file of a run has the same fields. */
const labelsKnown = new WeakMap<readonly FieldDefinition[], ReadonlyMap<string, FieldDefinition>>();

/** Folded label → the one field of the list that carries it. */
export function labelsOf(fields: readonly FieldDefinition[]): ReadonlyMap<string, FieldDefinition> {
  const known = labelsKnown.get(fields) ?? foldedLabels(fields);
  labelsKnown.set(fields, known);
  return known;
}

function foldedLabels(fields: readonly FieldDefinition[]): ReadonlyMap<string, FieldDefinition> {
  const labels = new Map<string, FieldDefinition>();
  const shared = new Set<string>();
  for (const field of fields)
    for (const key of new Set([field.label, ...(field.aliases ?? [])].map(labelKey)))
      if (labels.has(key)) shared.add(key);
      else labels.set(key, field);
  for (const key of shared) labels.delete(key);
  return labels;
}

/** "- Số lớp tập huấn", "2. Số lớp tập huấn": the text without what only counts or marks the line. */
const withoutBullet = (text: string): string => text.replace(/^\s*(?:[-–+*•]|\d{1,3}[.)])\s*/u, '');

/** The field whose text stands in a cell. */
export const fieldNamed = (
  text: string,
  byLabel: ReadonlyMap<string, FieldDefinition>,
): FieldDefinition | undefined => byLabel.get(labelKey(text)) ?? byLabel.get(labelKey(withoutBullet(text)));

function readLine(
  row: number,
  cells: readonly RawCell[],
  column: number,
  byCode: ReadonlyMap<string, FieldDefinition>,
  byLabel: ReadonlyMap<string, FieldDefinition>,
): Line {
  const left = cells.filter((cell) => cell.column < column);
  const code = left.map((cell) => codeIn(cell.raw)).find((text) => CODE.test(text) || byCode.has(text));
  const coded = code === undefined ? undefined : byCode.get(code);
  const labels = left.filter((cell) => codeIn(cell.raw) !== code);
  const named = labels.flatMap((cell) => fieldNamed(cell.raw, byLabel) ?? [])[0];
  return {
    row,
    ...defined({ code, byCode: coded, byLabel: named }),
    text: labels.map((cell) => cleanText(cell.raw)).sort((a, b) => b.length - a.length)[0] ?? '',
    value: cells.find((cell) => cell.column === column),
  };
}

const conflict = (
  place: FormPlace,
  { code = '' }: Line,
  coded: FieldDefinition,
  named: FieldDefinition,
  value: RawCell,
): Finding =>
  finding(
    'layout/line-conflict',
    refOf(place, value.row, value.column),
    {
      form: place.formTitle,
      text: inner(shortened(value.raw)),
      code,
      coded: inner(coded.label),
      named: inner(named.label),
      namedCode: codeOn(named, place.form) ?? '',
    },
    { ...formSubject(place), fields: [coded.id, named.id] },
  );

const unknownLine = (place: FormPlace, code: string, value: RawCell, codes: readonly string[]): Finding => {
  const near = nearestLabel(code, codes);
  return finding(
    'layout/line-unknown',
    refOf(place, value.row, value.column),
    {
      code,
      form: place.formTitle,
      text: inner(shortened(value.raw)),
      suggestion: near === undefined ? '' : ` Có phải mã “${near}”?`,
    },
    { ...formSubject(place), rowKey: `#${code}` },
  );
};

/** A text with a figure beside it, of a table that gives no codes; a signature or a date below it is none. */
const isLine = ({ grid }: FormPlace, { row, text }: Line, value: RawCell): boolean =>
  /\p{L}{2}/u.test(text) &&
  /^.{0,5}\d/u.test(value.raw) &&
  !isOtherNumber(value) &&
  !isColumnNumbers(grid, row);

function unreadLine(place: FormPlace, { text }: Line, value: RawCell): Finding {
  const near = nearestLabel(
    text,
    place.fields.map(({ label }) => label),
  );
  return finding(
    'layout/line-unread',
    refOf(place, value.row, value.column),
    {
      form: place.formTitle,
      line: inner(shortened(text)),
      text: inner(shortened(value.raw)),
      suggestion: near === undefined ? '' : ` Có phải dòng “${inner(near)}”?`,
    },
    { ...formSubject(place), rowKey: `#${foldLabel(text)}` },
  );
}

/** Code or text is not the form's: the other one decided, and that is said. */
function* renamed(
  place: FormPlace,
  { code, byCode, byLabel, text }: Line,
  field: FieldDefinition,
  value: RawCell,
): Iterable<Finding> {
  const at = refOf(place, value.row, value.column);
  const subject = { ...formSubject(place), fields: [field.id] };
  const expected = codeOn(field, place.form) ?? '';
  if (byCode === undefined && code !== undefined)
    yield finding(
      'layout/line-by-text',
      at,
      { form: place.formTitle, code, text: inner(field.label), expected },
      subject,
    );
  // The text is the sender's own wording when it is neither the form's nor near to it.
  const isOwnWording = text !== '' && !/^\d/u.test(text) && text !== field.unit;
  if (byLabel === undefined && byCode !== undefined && isOwnWording) {
    if (nearestLabel(text, [field.label, ...(field.aliases ?? [])]) === undefined)
      yield finding(
        'layout/line-renamed',
        at,
        { form: place.formTitle, code: expected, text: inner(shortened(text)), expected: inner(field.label) },
        subject,
      );
  }
}

/** Two lines of one code: an equal second figure says nothing new, a different one is an error. */
function repeated(place: FormPlace, field: FieldDefinition, earlier: CellPlace, value: RawCell): Finding {
  const first = place.grid.at(earlier.row, earlier.column);
  const equal = first !== undefined && cleanText(first.raw) === cleanText(value.raw);
  return finding(
    equal ? 'layout/line-repeated' : 'layout/line-duplicate',
    refOf(place, value.row, value.column),
    { code: codeOn(field, place.form) ?? inner(field.label), form: place.formTitle },
    {
      ...formSubject(place),
      fields: [field.id],
      related: [refOf(place, earlier.row, earlier.column)],
      actual: `${first?.raw ?? ''}; ${value.raw}`,
    },
  );
}
