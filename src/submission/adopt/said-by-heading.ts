/**
 * Labels that leave to their headings what they count: "Đạt chuẩn", "Số hộ", "Số khẩu". Not every heading goes with every
 * label: "Việc cưới › Đạt chuẩn" counts no houses of culture, and "Hộ nghèo › Số khẩu" is not the population.
 */
import type { FieldDefinition } from '../../model.js';
import { foldMarks } from '../../values/vietnamese-text.js';

type Named = (path: readonly string[]) => FieldDefinition | undefined;

const bare = (label: string): string =>
  foldMarks(label)
    .replace(/\s*\([^()]*\)\s*$/u, '')
    .replace(/^\s*trong do\s*:?\s*/u, '')
    .trim();

/** Says that something was reached or given, and not what. */
const REACHED = /^(?:so )?(?:luong )?(?:duoc )?(?:dat|dat chuan|dat yeu cau|cong nhan|tang|dat danh hieu)$/u;
/** The field says it itself. */
const GIVEN = /duoc tang|cong nhan|danh hieu|dat chuan van hoa|do thi van minh/u;
/** What is counted, by the word for it, and the units of fields that count it. */
const COUNTED: readonly (readonly [label: RegExp, unit: RegExp])[] = [
  [/^(?:tong )?so (?:luong )?(?:ho|gia dinh)$/u, /\b(?:ho|gia dinh)\b/u],
  [/^(?:tong )?so (?:luong )?(?:thon|to dan pho|khu dan cu)$/u, /\b(?:thon|to dan pho|khu dan cu)\b/u],
  [/^(?:tong )?so (?:luong )?(?:nguoi|khau|nhan khau)$/u, /\b(?:nguoi|khau)\b/u],
];

const unitOf = ({ unit = '' }: FieldDefinition): string => foldMarks(unit);

export const saysWhatWasReached = (label: string): boolean => REACHED.test(bare(label));

/** Whether the headings of the path speak of something else than the field that its label was taken for. */
export function isSaidOfOther(path: readonly string[], field: FieldDefinition, named: Named): boolean {
  const label = path.at(-1) ?? '';
  const over = path.slice(0, -1).flatMap((heading) => named([heading]) ?? []);
  if (saysWhatWasReached(label))
    return (
      !GIVEN.test(foldMarks(field.label)) &&
      !over.some((one) => one.id !== field.id && unitOf(one) === unitOf(field))
    );
  const counted = COUNTED.find(([words]) => words.test(bare(label)))?.[1];
  if (counted === undefined) return false;
  // By its headings it was taken for what is counted otherwise, or it stands below what is.
  if (named([label])?.id !== field.id) return !counted.test(unitOf(field));
  return unitOf(field) === 'nguoi' && over.some((one) => unitOf(one) === 'ho');
}
