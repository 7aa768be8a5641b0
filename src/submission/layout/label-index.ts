/**
 * The names under which a form's fields may be headed, folded for comparison. Only case, marks, spaces, punctuation,
 * a number in front, a usual abbreviation and a unit of measure at the end may differ; anything else is a question to the sender.
 */
import type { FieldDefinition, FormDefinition } from '../../model.js';
import { foldBare, foldLabel } from '../../values/vietnamese-text.js';
import { spelledOut } from './short-forms.js';
import { addTo } from '../../values/groups.js';

export interface LabelIndex {
  /** Folded label → fields that carry it (several when a label repeats under different groups). */
  readonly byLabel: ReadonlyMap<string, readonly FieldDefinition[]>;
  /** The same for a label together with the heading over it: "Đạt" below "Gia đình văn hóa". */
  readonly byPath: ReadonlyMap<string, readonly FieldDefinition[]>;
  readonly groupLabels: ReadonlyMap<string, string>;
  readonly fieldCount: number;
  /** Answers of `isLabel` so far. */
  readonly seen: Map<string, boolean>;
}

const spellingsOf = (field: FieldDefinition): readonly string[] => [
  field.label,
  ...(field.aliases ?? []),
  field.id,
];

/** Labels are compared without marks, spaces, punctuation and the unit of measure in brackets at their end. */
export const labelKey = (label: string): string => foldBare(label.replace(/\([^()]*\)\s*$/u, ''));

/** "(4) Tổng số hộ", "4. Tổng số hộ": the label without the number of its column. */
const withoutNumber = (label: string): string => label.replace(/^\s*\(?\d{1,2}[).:]\s*/u, '');

const indexes = new WeakMap<FormDefinition, LabelIndex>();

/** Labels, aliases and ids of a form's fields, folded for comparison; a form's index is made once. */
export function labelIndex(form: FormDefinition, fields: readonly FieldDefinition[]): LabelIndex {
  const before = indexes.get(form);
  if (before?.fieldCount === fields.length) return before;
  const index = buildIndex(form, fields);
  indexes.set(form, index);
  return index;
}

function buildIndex(form: FormDefinition, fields: readonly FieldDefinition[]): LabelIndex {
  const byLabel = new Map<string, FieldDefinition[]>();
  const byPath = new Map<string, FieldDefinition[]>();
  for (const field of fields) {
    const spellings = spellingsOf(field);
    for (const spelling of new Set(spellings.map(labelKey))) addTo(byLabel, spelling, field);
    const paths = [...spellings, ...spellings.map((one) => withoutUnit(one, field))];
    for (const spelling of new Set(paths.map(labelKey))) addTo(byPath, spelling, field);
  }
  return {
    byLabel,
    byPath,
    groupLabels: new Map(form.groups.map((group) => [group.id, labelKey(group.label)])),
    fieldCount: fields.length,
    seen: new Map(),
  };
}

/** Most texts kept: names and notes of a sheet come once each and need no memory. */
const MOST_SEEN = 5_000;

/** Whether a text is a label as it stands. Sheets repeat the same few words; each is folded once. */
export function isLabel(text: string, index: LabelIndex): boolean {
  const before = index.seen.get(text);
  if (before !== undefined) return before;
  const found = fieldFor(text, [], index) !== undefined;
  if (index.seen.size < MOST_SEEN) index.seen.set(text, found);
  return found;
}

/** "Số hộ đạt gia đình văn hóa" without what is counted, which narrow columns leave out. */
const withoutUnit = (label: string, { unit = '' }: FieldDefinition): string => {
  const folded = foldLabel(label);
  const lead = ['số ', ''].map((word) => `${word}${unit} `).find((one) => folded.startsWith(one));
  return unit === '' || lead === undefined ? label : folded.slice(lead.length);
};

/** "Số hộ đạt danh hiệu" below "Danh hiệu Gia đình văn hóa": one label, what both say said once. */
function belowHeading(label: string, heading: string): string {
  const [below, over] = [label.replace(/\([^()]*\)\s*$/u, ''), heading].map((text) =>
    foldLabel(text).split(' '),
  );
  if (below === undefined || over === undefined) return label;
  for (let shared = Math.min(below.length, over.length); shared > 0; shared -= 1)
    if (below.slice(-shared).join(' ') === over.slice(0, shared).join(' '))
      return [...below, ...over.slice(shared)].join(' ');
  return [...below, ...over].join(' ');
}

/**
 * The field a header means; undefined when none or more than one could be meant. `above`: texts over the label;
 * `heading`: the one that heads this column and others. "Số hộ" below "Gia đình văn hóa" is no number of households.
 */
export function fieldFor(
  label: string,
  above: readonly string[],
  index: LabelIndex,
  heading?: string,
): FieldDefinition | undefined {
  const own = ownField(label, above, index);
  if (heading === undefined) return own;
  if (own !== undefined && index.groupLabels.get(own.group ?? '') === labelKey(heading)) return own;
  const path = index.byPath.get(labelKey(spelledOut(belowHeading(label, heading)))) ?? [];
  return path.length === 1 ? path[0] : own;
}

/** The label by itself, or as the second line of one that is broken. */
function ownField(label: string, above: readonly string[], index: LabelIndex): FieldDefinition | undefined {
  // "Tổng số" over "hộ": some forms break a label into two rows.
  const joined = above[0] === undefined ? [] : [`${above[0]} ${label}`];
  for (const spelling of [label, withoutNumber(label), ...joined].flatMap((one) => [one, spelledOut(one)])) {
    const candidates = index.byLabel.get(labelKey(spelling)) ?? [];
    const field = candidates.length <= 1 ? candidates[0] : among(candidates, spelling, above, index);
    if (field !== undefined) return field;
  }
  return undefined;
}

function among(
  candidates: readonly FieldDefinition[],
  label: string,
  above: readonly string[],
  index: LabelIndex,
): FieldDefinition | undefined {
  const groups = new Set(above.map(labelKey));
  const inGroup = candidates.filter((field) =>
    groups.has(index.groupLabels.get(field.group ?? '') ?? '\u0000'),
  );
  if (inGroup.length === 1) return inGroup[0];
  const withMarks = (inGroup.length === 0 ? candidates : inGroup).filter((field) =>
    spellingsOf(field).some((spelling) => foldLabel(spelling) === foldLabel(label)),
  );
  return withMarks.length === 1 ? withMarks[0] : undefined;
}
