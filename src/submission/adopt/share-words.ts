/**
 * What a share says itself that it is of: "Tỷ lệ" and "Tỷ lệ hộ đạt" beside "Số hộ đạt GĐVH" are of that count; "Tỷ lệ hộ
 * nghèo" behind it is not, and "Tỷ lệ đạt so với số hộ đăng ký" is of it over something else than all.
 */
import type { FieldDefinition } from '../../model.js';
import { only, smallest } from '../../values/of-many.js';
import { cleanText, foldMarks } from '../../values/vietnamese-text.js';
import { isBareRate } from '../layout/label-index.js';
import { spelledOut } from '../layout/short-forms.js';
import { withoutFillers } from './proposing.js';

/** The count that stands before a share: its words, and the field that it is where the set knows it. */
export interface CountBeside {
  readonly path: readonly string[];
  readonly field?: FieldDefinition;
}

/** The field of a count with that label. */
type Named = (label: string) => FieldDefinition | undefined;

interface Phrase {
  /** Words for what is counted, blank where none are said. */
  readonly of: string;
  /** Words for all of whom they are counted. */
  readonly base: string;
}

/** Says where the form calculates it from: "(5/3)", "(cột 5/cột 3)", "=4/3*100". */
const CALCULATION = /\((?:[^()\p{L}]|cột)*\)|=[^\p{L}]*$/giu;
const SHARE = /^\s*[-–+]?\s*(?:đạt\s+)?(?:(?:tỷ|tỉ) lệ|tl)(?!\p{L})/iu;
/** With its marks: "so với", "trên tổng số hộ", "/tổng số hộ"; not "trên địa bàn" or "thôn/tổ dân phố". */
const BASE =
  /(?:(?<!\p{L})(?:so với|so|trên)(?!\p{L})(?! (?:toàn )?(?:địa bàn|xã|phường|huyện|tỉnh)(?!\p{L}))|\/(?=\s*(?:tổng|số|đăng ký|hộ đăng ký|dân số)(?!\p{L})))\s*(?<base>\p{L}.*)$/iu;

function phraseOf(label: string): Phrase {
  const plain = cleanText(label)
    .normalize('NFC')
    .replaceAll(CALCULATION, ' ')
    .replaceAll(/%|phần trăm|[()]/giu, ' ')
    .replace(SHARE, ' ');
  const { base = '' } = BASE.exec(plain)?.groups ?? {};
  return { of: cleanText(withoutFillers(plain.replace(BASE, ' '))), base: cleanText(base) };
}

const wordsOf = (text: string): readonly string[] => foldMarks(spelledOut(text)).match(/[a-z0-9]+/gu) ?? [];
/** Words of every share. */
const EVERY = new Set(wordsOf('số tổng các được kết quả thực hiện trong năm'));
const TITLED = /duoc tang|cong nhan|danh hieu|\bdat\b/u;
const GIVEN = wordsOf('đạt công nhận tặng');

/** The same words for the same share: "% hộ đạt GĐVH trên số hộ đăng ký" and "Tỷ lệ hộ đạt Gia đình văn hóa so với số hộ đăng ký". */
export function shareKey(label: string): string {
  const { of, base } = phraseOf(label);
  return [of, base].map((one) => wordsOf(one).join(' ')).join(' / ');
}

/** Whether the count says everything that the share does. */
function saysAll({ path, field }: CountBeside, of: string): boolean {
  const said = [...path, field?.label ?? '', field?.unit ?? ''].join(' ');
  const known = new Set([...wordsOf(said), ...(TITLED.test(foldMarks(said)) ? GIVEN : [])]);
  return wordsOf(of).every((word) => EVERY.has(word) || known.has(word));
}

/** The count that a share is of: the one before it, or one that it names; undefined where neither is sure. */
export function countOfShare(
  label: string,
  beside: CountBeside | undefined,
  named: Named,
): FieldDefinition | undefined {
  const { of } = phraseOf(label);
  if (isBareRate(label) || wordsOf(of).every((word) => EVERY.has(word))) return beside?.field;
  const said = named(`Số ${of}`) ?? named(of);
  // "Tỷ lệ hộ đạt" behind "Số hộ đạt chuẩn môi trường" may be of either.
  if (beside === undefined || !saysAll(beside, of)) return said;
  return said === undefined || said.id === beside.field?.id ? beside.field : undefined;
}

/** Which of the bases the share names: the first where it names none; undefined where it names something else. */
export function baseOfShare<Base extends { readonly label: string }>(
  label: string,
  bases: readonly Base[],
): Base | undefined {
  const said = wordsOf(phraseOf(label).base).filter((word) => !EVERY.has(word));
  if (said.length === 0) return bases[0];
  const fitting = bases.filter((base) => {
    const known = new Set(wordsOf(base.label));
    return said.every((word) => known.has(word));
  });
  const fewest = smallest(fitting.map((base) => wordsOf(base.label).length));
  return only(fitting.filter((base) => wordsOf(base.label).length === fewest));
}
