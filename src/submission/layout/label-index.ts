/**
 * The names under which a form's fields may be headed, folded for comparison. Only case, marks, spaces, punctuation,
 * a number in front, a usual abbreviation and a unit of measure at the end may differ; anything else is a question to the sender.
 */
import type { FieldDefinition, FormDefinition } from '../../model.js';
import { foldBare, foldLabel, foldMarks, remembering } from '../../values/vietnamese-text.js';
import { spelledOut } from './short-forms.js';
import { addTo } from '../../values/groups.js';
import { only } from '../../values/of-many.js';

export interface LabelIndex {
  /** Folded label → fields that carry it (several when a label repeats under different groups). */
  readonly byLabel: ReadonlyMap<string, readonly FieldDefinition[]>;
  /** The same for a label together with the heading over it: "Đạt" below "Gia đình văn hóa". */
  readonly byPath: ReadonlyMap<string, readonly FieldDefinition[]>;
  readonly groupLabels: ReadonlyMap<string, string>;
  /** Counted field → the field that holds its typed rate. */
  readonly typedRates: ReadonlyMap<string, FieldDefinition>;
  readonly fieldCount: number;
  /** Labels that say nothing without what stands over them. */
  readonly isBare: (label: string) => boolean;
  /** Answers of `isLabel` so far. */
  readonly seen: Map<string, boolean>;
  /** Answers of `fieldFor` so far, by the label with all that stands over it. */
  readonly meant: Map<string, FieldDefinition | undefined>;
}

const spellingsOf = (field: FieldDefinition): readonly string[] => [
  field.label,
  ...(field.aliases ?? []),
  field.id,
];

/** Labels are compared without marks, spaces, punctuation and the unit of measure in brackets at their end. */
export const labelKey = (label: string): string => foldBare(label.includes('(') ? withoutEnd(label) : label);

const withoutEnd = remembering((label) =>
  label.replace(/\(([^()]*)\)\s*$/u, (end, said: string) => (OTHERWISE.test(foldMarks(said)) ? end : '')),
);

/** "Số hộ đạt (kế hoạch)", "(đề nghị)", "(cùng kỳ)": other figures than the label's own; "(trong số đăng ký)" is of whom. */
const OTHERWISE =
  /^\s*(?:(?:so|ho|muc|da|so voi|nam)\s+){0,2}(?:ke hoach|kh|du kien|chi tieu|muc tieu|phan dau|duoc giao|de nghi|dang ky|nam truoc|nam ngoai|ky truoc|cung ky|chua dat|khong dat)\b/u;

/** "(4) Tổng số hộ", "4. Tổng số hộ": the label without the number of its column. */
const withoutNumber = (label: string): string => label.replace(/^\s*\(?\d{1,2}[).:]\s*/u, '');

const indexes = new WeakMap<FormDefinition, LabelIndex>();

/** Labels, aliases and ids of a form's fields, folded for comparison; a form's index is made once. */
export function labelIndex(
  form: FormDefinition,
  fields: readonly FieldDefinition[],
  isBare = isBareCount,
): LabelIndex {
  const before = indexes.get(form);
  if (before?.fieldCount === fields.length) return before;
  const index = { ...buildIndex(form, fields), isBare };
  indexes.set(form, index);
  return index;
}

function buildIndex(form: FormDefinition, fields: readonly FieldDefinition[]): Omit<LabelIndex, 'isBare'> {
  const byLabel = new Map<string, FieldDefinition[]>();
  const byPath = new Map<string, FieldDefinition[]>();
  for (const field of fields) {
    const spellings = spellingsOf(field);
    for (const spelling of new Set(spellings.map(labelKey))) addTo(byLabel, spelling, field);
    const paths = [...spellings, ...spellings.map((one) => withoutUnit(one, field))];
    for (const spelling of new Set(paths.map(pathKey))) addTo(byPath, spelling, field);
  }
  return {
    byLabel,
    byPath,
    groupLabels: new Map(form.groups.map((group) => [group.id, labelKey(group.label)])),
    typedRates: new Map(
      fields.flatMap((field) => (field.rateOf === undefined ? [] : [[field.rateOf, field] as const])),
    ),
    fieldCount: fields.length,
    seen: new Map(),
    meant: new Map(),
  };
}

/** Most texts kept at a time: names and notes of a sheet come once each, but words of one row in all its cells. */
const MOST_SEEN = 5_000;

/** Whether a text is a label as it stands. Sheets repeat the same few words; each is folded once. */
export function isLabel(text: string, index: LabelIndex): boolean {
  const before = index.seen.get(text);
  if (before !== undefined) return before;
  const found = fieldFor(text, [], index) !== undefined;
  if (index.seen.size >= MOST_SEEN) index.seen.clear();
  index.seen.set(text, found);
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

/** Words that headings leave out and labels say: "được", "danh hiệu". */
const FILLERS = /\b(?:duoc|danh hieu|cac|cua|ve)\b/gu;

/** What label and headings say together, without the words that change nothing. */
const pathKey = (path: string): string => labelKey(spelledOut(path).replace(FILLERS, ' '));

/** Labels that say only that something is counted: what it is stands over them. */
const BARE_COUNT = /^(?:so|so luong|sl|tong|tong so|tong cong|cong|dat|co|ket qua|so ho|ho|so thon|thon)$/u;

export const isBareCount = (label: string): boolean =>
  BARE_COUNT.test(foldMarks(label.replace(/\([^()]*\)\s*$/u, '')).trim());

/**
 * The field a header means; undefined when none or more than one could be meant. `above`: texts over the label;
 * `headings`: those of them that head this column and others, nearest first. "Số hộ" below "Gia đình văn hóa" is no
 * number of households, nor is "Số hộ" below "Công nhận" below "Gia đình văn hóa".
 */
export function fieldFor(
  label: string,
  above: readonly string[],
  index: LabelIndex,
  headings: readonly string[] = [],
): FieldDefinition | undefined {
  const key = [label, ...above, '', ...headings].join('\u001f');
  if (index.meant.has(key)) return index.meant.get(key);
  const found = searchField(label, above, index, headings);
  if (index.meant.size < MOST_SEEN && key.length <= LONGEST_KEPT) index.meant.set(key, found);
  return found;
}

/** Headers of a thousand files are the same few; what is longer is a note. */
const LONGEST_KEPT = 1_000;

function searchField(
  label: string,
  above: readonly string[],
  index: LabelIndex,
  headings: readonly string[],
): FieldDefinition | undefined {
  const own = ownField(label, above, index);
  const [heading] = headings;
  const length = headings.reduce((all, one) => all + one.length, label.length);
  if (heading === undefined || length > LONGEST_PATH) return own;
  if (own !== undefined && index.groupLabels.get(own.group ?? '') === labelKey(heading)) return own;
  const telling = headings.filter((one) => isTelling(foldMarks(one), label));
  for (const path of telling.length === 0 ? [] : pathsOf(label, telling)) {
    if (RESULT_ALONE.test(foldMarks(path))) continue;
    const fields = index.byPath.get(pathKey(path)) ?? [];
    if (fields.length === 1) return fields[0];
  }
  if (own === undefined || !(index.isBare(label) || isBareRate(label))) return own;
  const isOpen = (one: string): boolean =>
    leavesOpen(one, own, index) || (!isTelling(foldMarks(one), label) && saysWhat(label));
  return headings.every(isOpen) ? own : undefined;
}

/** "Số thôn, tổ dân phố", not "Số hộ", "Tổng số" or "Đăng ký", which leave to their headings whose they are. */
const saysWhat = (label: string): boolean => !isBareCount(label) && !RESULT_ALONE.test(foldMarks(label));

/** No header says more; longer texts are notes. */
const LONGEST_PATH = 400;

/** Ways to say label and headings in one: from the label upwards, downwards, and without a label that says nothing. */
function pathsOf(label: string, headings: readonly string[]): readonly string[] {
  const [nearest = '', ...higher] = headings;
  const upwards = headings.reduce(belowHeading, label);
  const downwards = [...headings.toReversed(), label].join(' ');
  const bare = isBareCount(label)
    ? [
        higher.reduce(belowHeading, nearest),
        headings.toReversed().join(' '),
        `${[...higher].toReversed().join(' ')} ${label} ${nearest}`,
      ]
    : [];
  // The nearest heading alone may say it all: "Số hộ đạt" below "Gia đình văn hóa" below "Kết quả năm 2024".
  const near = higher.length === 0 ? [] : [belowHeading(label, nearest), `${nearest} ${label}`];
  return [upwards, downwards, ...bare, ...near];
}

/** Headings that name no thing of their own: "Kết quả năm 2024", "Hộ dân cư"; "Trong đó: 3 năm liên tục" names a part. */
const OPEN_HEADING =
  /^(?:trong do\s*:?|(?:ket qua|so lieu|thuc hien|tinh hinh|chi tieu|noi dung|nam|ky|\d{4}|dang ky va ket qua)\b.*|(?:ho|ho dan|ho gia dinh|dan so|dan cu|ho va nhan khau|ho, nhan khau|quy mo)(?: .*nam.*)?)$/u;

/** The part of a report, no word of what is counted below it: "Số hộ gia đình" below "VĂN HÓA" are all of them. */
const FIELD_OF_WORK =
  /^(?:(?:ve|linh vuc|cong tac|su nghiep|hoat dong)\s+)*van hoa(?:\s*(?:,|-|–|va|&)?\s*(?:xa hoi|thong tin|the thao|the duc the thao|du lich|gia dinh|nghe thuat))*$/u;
/** "Danh hiệu văn hóa › Gia đình" is of the title; "Danh hiệu văn hóa › Số thôn" may be all of them. */
const ANY_TITLE = /^(?:cac )?danh hieu van hoa$/u;
const COUNTS_ALL = /^(?:tong )?so\b/u;

const isTelling = (heading: string, label: string): boolean =>
  !OPEN_HEADING.test(heading) &&
  !FIELD_OF_WORK.test(heading) &&
  !(ANY_TITLE.test(heading) && [COUNTS_ALL, RESULT_ALONE].some((one) => one.test(foldMarks(label))));

/** "Đăng ký › Tổng số", "Đạt": that something was reached, and nobody's. */
const RESULT_ALONE =
  /^(?:(?:so luong|so|sl|tong so|tong cong|tong|cong|co|duoc|da|dat chuan|dat|danh hieu|tang|cong nhan|dang ky|tieu bieu|lai|moi|lan dau|giu vung|\d+ nam|lien tuc|tro len|tu|trong do|ket qua)(?![a-z])[\s,:/-]*)+$/u;

/** A heading under which a bare count may still be the field: of its group, of a field of its group, or of nothing. */
function leavesOpen(heading: string, own: FieldDefinition, index: LabelIndex): boolean {
  const key = labelKey(heading);
  const group = [...index.groupLabels].find(([, label]) => label === key)?.[0];
  if (group !== undefined) return group === own.group;
  const meant = index.byPath.get(pathKey(heading)) ?? [];
  return meant.length > 0
    ? meant.some((field) => field.group === own.group)
    : OPEN_HEADING.test(foldMarks(heading));
}

/** "Tỷ lệ %", "Tỷ lệ đạt (%)", "%", "(%)", "TL": a share of what stands beside it. */
export const isRateLabel = (label: string): boolean =>
  /^(?:\(?%|(?:ty|ti) le\b|tl(?:$|\s*\(?%))/u.test(foldMarks(label).trim());

/** A share that does not say of what: "Tỷ lệ", "Tỷ lệ %", "%". */
export const isBareRate = (label: string): boolean =>
  /^(?:\(?%\)?|(?:ty|ti) le(?: dat)?\s*\(?%?\)?|tl(?:\s*\(?%\)?)?)$/u.test(foldMarks(label).trim());

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
  return only(withMarks);
}
