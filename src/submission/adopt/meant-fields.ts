/** Which field of the set a header or line means, by its words and by what stands over them. */
import type { CriteriaSet, FieldDefinition, FormDefinition } from '../../model.js';
import { fieldsEnteredOn } from '../layout/fields-of-form.js';
import { foldMarks } from '../../values/vietnamese-text.js';
import { fieldFor, isBareCount, labelIndex, labelKey } from '../layout/label-index.js';
import { withoutYear } from './column-roles.js';
import { inOtherWords } from './other-wordings.js';
import { questionBehind } from './mark-columns.js';
import { namesFunerals, namesNoTitle, totalsForms } from './meant-totals.js';
import { fieldNamed, labelsOf } from '../layout/locate-lines.js';
import { isSaidOfOther } from './said-by-heading.js';
import { isOfOtherSubject } from './subjects.js';
import { asHouseholds, withoutFillers, type Proposing } from './proposing.js';

/** The same but for words that change nothing. */
export function looselyMeant(
  path: readonly string[],
  form: FormDefinition | undefined,
  proposing: Proposing,
  ofRows: boolean,
): FieldDefinition | undefined {
  if (form === undefined) return undefined;
  const spellings = [path.map(asHouseholds), withoutTotal(path.map(withoutFillers))];
  const field = spellings
    .filter((less) => less.join() !== path.join())
    .flatMap((less) => meant(less, form, proposing, ofRows) ?? [])[0];
  const reworded = (leaf: string): FieldDefinition | undefined =>
    meant([...path.slice(0, -1), leaf], form, proposing, ofRows);
  return rowless(field ?? inOtherWords(path.at(-1) ?? '', reworded), form);
}

const rowless = (field: FieldDefinition | undefined, form: FormDefinition): FieldDefinition | undefined => {
  return form.rowKey?.includes(field?.id ?? '') === true ? undefined : field;
};

/** "Công nhận › Tổng số › Số hộ": all of whom the heading over it says that they were awarded. */
const withoutTotal = (path: readonly string[]): readonly string[] =>
  path.filter(
    (one, at) =>
      at === 0 ||
      at === path.length - 1 ||
      !/^tong(?: so| cong)?$/u.test(foldMarks(one).trim()) ||
      !/cong nhan|dat|tang/u.test(foldMarks(path[at - 1] ?? '')),
  );

const listed = new WeakMap<CriteriaSet, readonly FieldDefinition[]>();

/** The field of a list of the whole commune with that label. */
export function inList(label: string, set: CriteriaSet): FieldDefinition | undefined {
  const lists = set.forms.filter(({ shape, sender }) => shape === 'list' && sender === 'commune');
  const fields = listed.get(set) ?? set.fields.filter((field) => lists.some(({ id }) => id === field.form));
  listed.set(set, fields);
  return fieldNamed(label, labelsOf(fields));
}

/** The field that label and headings together mean; the year of the report in them says nothing more. */
export function meant(
  path: readonly string[],
  form: FormDefinition,
  { set, year }: Pick<Proposing, 'set' | 'year'>,
  ofRows = true,
): FieldDefinition | undefined {
  const yearless = withoutYear(path, year);
  const isDated = yearless.length > 0 && yearless.join() !== path.join();
  return meantBy(path, form, set, ofRows) ?? (isDated ? meantBy(yearless, form, set, ofRows) : undefined);
}

function meantBy(
  path: readonly string[],
  form: FormDefinition,
  set: CriteriaSet,
  ofRows: boolean,
): FieldDefinition | undefined {
  if (!ofRows && !path.some(namesFunerals)) {
    const totals = totalsForms(set).flatMap(
      (one) => meantIn(path, one.form, one.fields, set, namesNoTitle) ?? [],
    );
    if (totals.length === 1) return totals[0];
  }
  return meantIn(path, form, fieldsEnteredOn(set, form), set);
}

function meantIn(
  path: readonly string[],
  form: FormDefinition,
  fields: readonly FieldDefinition[],
  set: CriteriaSet,
  isBare = isBareCount,
): FieldDefinition | undefined {
  const index = labelIndex(form, fields, isBare);
  const named = ([label = '', ...above]: readonly string[]): FieldDefinition | undefined =>
    fieldFor(label, above, index, above);
  const field = named(path.toReversed()) ?? named(withoutNumber(path).toReversed());
  if (field !== undefined && isUnderOther(path, field, named, set)) return undefined;
  const inOrder = (some: readonly string[]): FieldDefinition | undefined => named(some.toReversed());
  if (field !== undefined && path.length > 1 && isSaidOfOther(path, field, inOrder)) return undefined;
  if (field !== undefined && named(path.slice(-1)) === field && isOfOtherSubject(path, field, form))
    return undefined;
  return field ?? questionBehind(path.at(-1) ?? '', form, named);
}

/** "Gia đình văn hóa › Số đạt": the number of those of whom the heading says what they were awarded. */
const withoutNumber = (path: readonly string[]): readonly string[] =>
  path.length < 2
    ? path
    : [...path.slice(0, -1), (path.at(-1) ?? '').normalize('NFC').replace(NUMBER_OF, '')];
const NUMBER_OF = /^(?:số lượng|số|sl)\s+(?=(?:đạt|được|công nhận)(?!\p{L}))/iu;

/** A heading that counts something: "Số hộ được vay vốn", "Hộ đạt gia đình văn hóa". */
const COUNTS =
  /^(?:(?:tong )?so|(?:ho|nguoi|nha|thon|to dan pho|khu dan cu)(?= (?:duoc|dat|co|bi|la|dang ky|tham gia|thuoc)\b))(?![a-z])/u;
/** A heading that speaks of some of the people: "Hộ dân tộc thiểu số", "Người cao tuổi", "Học sinh", "Tạm trú"; not "Hộ đang cư trú". */
const OF_SOME =
  /^(?:(?:tong )?so )?(?:(?:ho gia dinh|gia dinh|ho|nguoi) (?:(?:dong bao )?dan toc|(?:can )?ngheo|kinh doanh|chinh sach|co cong|cao tuoi|khuyet tat|cong giao|phat giao|tin lanh|theo dao|tam tru|tam vang|o tro|dang vien|hoi vien|doan vien|cuu chien binh|can bo|cong chuc|cong nhan|vien chuc|quan nhan|don than|neo don|(?:phi )?nong nghiep|nguoi (?!dan\b)[a-z]+|khmer|moi (?:chuyen|den|tach))|dan toc thieu so|dong bao dan toc|dtts|(?:cong giao|ton giao|tam tru|tam vang|hoc sinh|phu nu|thanh nien|dang vien|hoi vien|tre em))(?![a-z])(?!.*\b(?:thuong tru|gia dinh|dan so)\b)/u;
/** "Hộ nghèo đa chiều" over "Hộ cận nghèo": both kinds of the poor. */
const POOR = /\bngheo\b/u;
/** All of them, wherever they are. */
const COUNTS_ALL =
  /^(?:tong )?so (?:luong )?(?:ho|khau|nhan khau|nguoi|dan|thon|khu dan cu|to dan pho|nha)(?: (?:dan|gia dinh|dan cu|to dan pho|van hoa))*(?: (?:tren|cua|toan|hien|trong|nam|den|tai|thuc te|dau|cuoi)\b.*)?$/u;

/**
 * "Hộ nghèo" below "Số hộ đạt gia đình văn hóa": the label names a field by itself, and the heading counts something
 * else, of which it is not a part. Such a figure is both at once, and neither.
 */
function isUnderOther(
  path: readonly string[],
  field: FieldDefinition,
  named: (path: readonly string[]) => FieldDefinition | undefined,
  set: CriteriaSet,
): boolean {
  const label = path.at(-1) ?? '';
  if (path.length < 2 || named([label])?.id !== field.id) return false;
  return path.slice(0, -1).some((heading) => {
    const folded = foldMarks(heading)
      .replace(/\s*\([^()]*\)\s*$/u, '')
      .trim();
    const isOfSome = OF_SOME.test(folded) && !(POOR.test(folded) && POOR.test(foldMarks(label)));
    if (!(COUNTS.test(folded) || isOfSome) || COUNTS_ALL.test(folded) || isBareCount(heading)) return false;
    const over = named([heading]);
    if (over === undefined) return !holdsWords(heading, label);
    return over.group !== field.group && over.id !== field.id && !isPartOf(field, over, set);
  });
}

/** "Hộ nghèo, cận nghèo" over "Hộ cận nghèo". */
const holdsWords = (heading: string, label: string): boolean => {
  const words = new Set(foldMarks(heading).split(/[^a-z0-9]+/u));
  return (
    labelKey(heading).includes(labelKey(label)) ||
    foldMarks(label)
      .split(/[^a-z0-9]+/u)
      .every((word) => word === '' || word === 'so' || words.has(word))
  );
};

const isPartOf = ({ id }: FieldDefinition, whole: FieldDefinition, { rules }: CriteriaSet): boolean =>
  rules.some((rule) => rule.kind === 'partOfWhole' && rule.whole === whole.id && rule.parts.includes(id));
