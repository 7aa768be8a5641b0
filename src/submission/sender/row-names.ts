/** What the name of a row says of communes and districts, whatever way their kind is written or left out. */
import { cleanText, foldMarks, remembering } from '../../values/vietnamese-text.js';

/** The kind in front of a name: written so that no area is called so, written short as areas may be too, or not at all. */
export interface RowName {
  readonly kind: 'full' | 'short' | 'none';
  /** With its kind, without numbers, bodies and what stands behind. */
  readonly name: string;
  /** The name alone. */
  readonly bare: string;
}

/** "Xã Nghĩa Sơn", "Phường 4", "Xã/TT: La Hà", "TT. La Hà", "TP Vinh": no area is called so. */
const FULL =
  /^(?:(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố)(?:\s*[/,]\s*(?:xã|phường|thị trấn|đặc khu|tt|p))*\s*[:.]?\s*|tt\s*\.\s*|tx\s*\.\s*|tp\s*\.\s*|tp\s+)(?=[\p{L}\d])/iu;
/** "P. Nghĩa Sơn", "X.Đông", "TT La Hà", "H Tư Nghĩa": also a phố, a xóm or a centre. */
const SHORT = /^(?:(?:tt|tx|đk|p|x|h|q)\s*(?:[./-]\s*|\s)|[pq](?=\d))(?=[\p{L}\d])/iu;
/** The words typed without marks; "Phuong Lien" may be a village too. */
const UNMARKED = /^(?:xa|phuong|thi tran|dac khu|huyen|quan|thi xa|thanh pho)\s+(?=[a-z\d])/u;
/** "UBND xã Nghĩa Sơn", "3. Ban Chỉ đạo xã Nghĩa Hòa": the body stands for its unit. */
const BODY =
  /^(?:ubnd|hđnd|(?:ủy|uỷ)\s+ban\s+nhân\s+dân|bcđ|ban\s+chỉ\s+đạo|ban\s+vhxh|đảng\s+(?:ủy|uỷ)|địa\s+bàn|địa\s+phương|đơn\s+vị|chính\s+quyền)\s*:?\s+(?=\p{L})/iu;
/** "1.", "a)", "-", "(2)", "10024 - " in front of a name. */
const BULLET = /^(?:[-–+*•]\s*|\d{3,5}\s*[-–:._]?\s*|\(?\d{1,3}\s*[.)]\s*|\(?\p{L}[)]\s*)(?=\p{L})/u;
/** ", huyện Tư Nghĩa", "- H. Tư Nghĩa", "(12 thôn)", ":" behind it. */
const BEHIND =
  /\s*(?:\([^()]*\)|[,;–-]\s*(?:huyện|quận|thị xã|thành phố|tỉnh|tp|tx|h|q|t)(?:[\s.].*)?|[:;.,…])\s*$/iu;
/** "Xã Đông Phong (cũ)" has become an area, or is the total of the areas that came from there. */
const FORMER = /(?:^|[\s(])(?:cũ|trước\s+đây|trước\s+(?:khi\s+)?(?:sáp\s+)?nhập)\)?\s*$/iu;
/** "5", "IV", "A2": what areas are called by when the word before it is left out. */
const NUMERAL = /^(?:\p{L}?\s?\d{1,3}\p{L}?|[ivxlc]+|\p{L})$/iu;

/** Several checks ask of each row of each table. */
const MOST_NAMES = 5_000;

/** Undefined for a row that says of itself that its unit is no more. */
export const rowName = remembering(
  (label: string): RowName | undefined => (FORMER.test(nfc(label)) ? undefined : readName(label)),
  MOST_NAMES,
);

/** The name in "Xã Tịnh Hà (cũ)"; undefined for a row that does not say that its unit is no more. */
export function formerName(label: string): RowName | undefined {
  const clean = nfc(label);
  return FORMER.test(clean) ? readName(clean.replace(FORMER, '')) : undefined;
}

const nfc = (label: string): string => cleanText(label).normalize('NFC');

function readName(label: string): RowName {
  const clean = nfc(label);
  let name = clean.replace(BULLET, '').replace(BODY, '');
  for (let before = ''; before !== name;) {
    before = name;
    name = name.replace(BEHIND, '');
  }
  const full = FULL.exec(name)?.[0];
  if (full !== undefined) return { kind: 'full', name, bare: name.slice(full.length) };
  const lower = name.toLowerCase();
  const short = SHORT.exec(name)?.[0] ?? (foldMarks(name) === lower ? UNMARKED.exec(lower)?.[0] : undefined);
  return short === undefined
    ? { kind: 'none', name, bare: name }
    : { kind: 'short', name, bare: name.slice(short.length) };
}

/** The name says that its unit is no more. */
export const isFormerName = (text: string): boolean => FORMER.test(text);

/** The kind of a commune in full, which no area bears; "TT. Y tế" and "TP" may be something else. */
export const saysCommune = ({ kind, name }: RowName): boolean => kind === 'full' && COMMUNE.test(name);
const COMMUNE = /^(?:xã|phường|thị trấn|đặc khu)\s+\p{L}/iu;

/** A number alone names no unit. */
export const isNumeral = (bare: string): boolean => NUMERAL.test(bare);

/** The name as it stands, or without its kind where that is not the unit's: "Phường Phú An" for xã Phú An. */
export const namesUnit = ({ kind, name, bare }: RowName, isUnit: (text: string) => boolean): boolean =>
  isUnit(name) ? kind !== 'none' || !isNumeral(bare) : kind !== 'none' && !isNumeral(bare) && isUnit(bare);
