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
  for (const field of fields) {
    for (const spelling of new Set(spellingsOf(field).map(labelKey))) {
      addTo(byLabel, spelling, field);
    }
  }
  return {
    byLabel,
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

/** The field a header means; undefined when none or more than one could be meant. `above`: texts over the label. */
export function fieldFor(
  label: string,
  above: readonly string[],
  index: LabelIndex,
): FieldDefinition | undefined {
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
