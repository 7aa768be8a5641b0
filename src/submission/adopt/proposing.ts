/** What a proposal for an own form gathers while its tables are looked at: doubts, new fields, ids that are taken. */
import type { CriteriaSet, FieldId, OwnColumn, OwnField } from '../../model.js';
import { defined } from '../../values/defined.js';
import { foldMarks } from '../../values/vietnamese-text.js';
import { pathKeyOf, segmentSpelling } from '../layout/header-path.js';
import type { AlikeColumns } from './columns-alike.js';
import type { FoundTable } from './find-tables.js';
import type { CommuneNamed } from './names-across.js';
import { notAdded } from './not-added.js';
import type { UnnamedColumn, UnnamedColumns } from './unnamed-columns.js';

/** Something the person has to look at: a header or line, and what was proposed for it. */
export interface Doubt {
  readonly sheet: string;
  readonly header: string;
  readonly proposal: string;
  /** The field that was proposed, or that nothing is read; several may stand under one header. */
  readonly proposed?: { readonly field: FieldId } | 'ignored';
  /** A field of the set that comes near. */
  readonly near?: FieldId;
}

/** A field of the set that is proposed, and that the office has to look at. */
export const doubtfulField = (at: Pick<Doubt, 'sheet' | 'header'>, id: FieldId, why: string): Doubt => ({
  ...at,
  proposal: `${id}: ${why}`,
  proposed: { field: id },
});

/** Why a field is doubtful that was found without the words that change nothing. */
export const ALIKE = 'tên gần giống';

/** Why a known question may be a number. */
export const YES_OR_NUMBER = 'trả lời có hoặc không; nếu mẫu ghi số lượng thì nhận lại bằng một tệp đã điền';

/** Why a known figure is not read. */
export const OTHER_TIME = 'không đọc: số của kỳ khác hoặc kế hoạch';

export const ignored = (path: readonly string[]): OwnColumn => ({ header: [...path], role: 'ignored' });

/** Whether the doubt is of this column or line, of several under one header: what was proposed is what it says. */
export const isAbout = (
  { proposed }: Doubt,
  { field, role }: { readonly field?: string; readonly role?: string },
): boolean =>
  proposed === undefined || (proposed === 'ignored' ? role === 'ignored' : proposed.field === field);

/** What proposing one table needs and adds to. */
export interface Proposing {
  readonly set: CriteriaSet;
  readonly year: number;
  /** The period is the first half of the year. */
  readonly isHalf: boolean;
  readonly taken: Set<string>;
  readonly fields: OwnField[];
  readonly doubts: Doubt[];
  /** Fields that the form has already, by level. */
  readonly used: Set<string>;
  readonly alike: (AlikeColumns & { readonly sheet: string; readonly row: number })[];
  readonly communeNamed: CommuneNamed;
  readonly unnamed: UnnamedInTable[];
  readonly unread: UnreadColumns;
}

/** Columns that the office leaves unread. */
export interface UnreadColumns {
  /** As somebody named them: the whole path, or its lowest label. */
  readonly named: readonly string[];
  /** Those of them that stand in the form. */
  readonly met: Set<string>;
  /** Keys of the paths that the form left unread when it was adopted before. */
  readonly before: ReadonlySet<string>;
}

/** Whether the office leaves the column unread; notes that it stands in the form. */
export function isLeftUnread({ named, met, before }: UnreadColumns, path: readonly string[]): boolean {
  const keys = [path, path.slice(-1)].map(spelling);
  const said = named.filter((one) => keys.includes(spelling(one.split('›'))));
  // Named again in a later adoption, it stands in the form all the same.
  for (const one of said) met.add(one);
  return said.length > 0 || before.has(pathKeyOf(path));
}

/** With its marks: beside “Hà” there may be “Hạ”, and leaving out the wrong one loses its figures. */
const spelling = (path: readonly string[]): string => path.map(segmentSpelling).join(' ');

/** Columns that nobody named, which forbid to take the form: beside a column that cannot be read alone, or beside names. */
export interface UnnamedInTable {
  readonly table: FoundTable;
  readonly unnamed: readonly UnnamedColumn[];
  readonly rival?: UnnamedColumns['rival'];
}

/** "Số hộ đạt GĐVH" → soHoDatGdvh: an id of ASCII letters, not yet taken. */
export function newId(label: string, taken: Set<string>): string {
  const words = foldMarks(label)
    .split(/[^a-z0-9]+/u)
    .filter((word) => word !== '')
    .slice(0, 7);
  const [first = 'chiTieu', ...rest] = words;
  const base =
    (/^[a-z]/u.test(first) ? '' : 'rieng') +
    [first, ...rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('');
  let id = base;
  for (let number = 2; taken.has(id); number += 1) id = `${base}${number}`;
  taken.add(id);
  return id;
}

/** Units of what is measured rather than counted: with their marks, since “nhà” holds “ha” and “hoạt động” “dong”. */
const AMOUNTS = /(?<!\p{L})(?:đồng|đ|nghìn|ngàn|triệu|tr|tỷ|tỉ|kg|tạ|tấn|ha|km|km2|m|m2|m²)(?![\p{L}\d])/iu;

/** "Tổng số" alone says nothing in a report: what it is of stands over it. */
function labelUnder(section: string | undefined, label: string): string {
  const own = label.replace(NUMBERED, '');
  const isBare = own.split(/\s+/u).length <= BARE_WORDS;
  return section === undefined || !isBare ? own : `${section.replace(NUMBERED, '')} - ${own}`;
}
const BARE_WORDS = 3;

/** Words of a label that do not change what is counted. */
const FILLERS =
  / (?:trên (?:toàn )?địa bàn(?: (?:xã|phường|thị trấn|huyện))?|của (?:xã|phường|thị trấn|địa phương)|toàn (?:xã|phường|thị trấn)|xây dựng|danh hiệu|hiện có|(?<=hộ )gia đình(?= (?:được|đạt|đăng ký|có)))(?!\p{L})/giu;
export const withoutFillers = (label: string): string =>
  label.normalize('NFC').replaceAll(FILLERS, '').trim();

/** "Số hộ gia đình được tặng danh hiệu": "danh hiệu" is a word of the label itself. */
const FAMILIES = /(?<=(?<!\p{L})hộ) gia đình(?= (?:được|đạt|đăng ký|tham gia|đề nghị)(?!\p{L}))/iu;
export const asHouseholds = (label: string): string => label.normalize('NFC').replace(FAMILIES, '');

/** "2. Tổng số hộ": its number is that of the form. */
const NUMBERED = /^\s*(?:\d{1,2}(?:\.\d{1,2}){0,2}|[IVX]{1,4}|[a-hA-H])\s*[.)]\s*(?=\S)/u;

/** Adds a new field and returns its id. `path`: headings and label; `asks`: a question of yes or no. */
export function addNewField(
  path: readonly string[],
  unit: string | undefined,
  { fields, taken }: Proposing,
  asks = false,
  section?: string,
): FieldId {
  const label = path.join(' - ');
  const alone = asks ? undefined : notAdded(section === undefined ? path : [section, ...path], unit);
  const isAmount = !asks && (alone === 'average' || AMOUNTS.test(unit?.normalize('NFC') ?? ''));
  const id = newId(label.replace(NUMBERED, ''), taken);
  fields.push({
    id,
    label: labelUnder(section, label),
    type: asks ? 'yesNo' : isAmount ? 'amount' : 'count',
    aggregation: asks ? 'countOf' : alone === undefined ? 'sum' : 'none',
    scale: isAmount ? 3 : 0,
    ...defined({ unit }),
  });
  return id;
}

/** How the person is told of a new field: whether it adds up stands beside it. */
export function newFieldSaid(id: FieldId, { fields }: Proposing): string {
  const isAlone = fields.find((field) => field.id === id)?.aggregation === 'none';
  return `chỉ tiêu mới ${id}${isAlone ? ', không cộng (số bình quân, thứ hạng, điểm hoặc số năm của từng nơi)' : ''}`;
}

/** Gives the field to a column or line of that level; false where another has it already. */
export function take({ used }: Proposing, ofRows: boolean, id: FieldId): boolean {
  if (isTaken({ used }, ofRows, id)) return false;
  used.add(levelKey(ofRows, id));
  return true;
}

export const isTaken = ({ used }: Pick<Proposing, 'used'>, ofRows: boolean, id: FieldId): boolean =>
  used.has(levelKey(ofRows, id));

const levelKey = (ofRows: boolean, id: FieldId): string => `${ofRows} ${id}`;
