/** What a residential area is called at the head of a column: "Thôn Đông", "TDP số 3", "Làng Kép". */
import { ANY_FOLDED_AREA_KIND, SURE_FOLDED_AREA_KIND } from '../../units/names/area-kinds.js';
import { foldMarks } from '../../values/vietnamese-text.js';

/** "Thôn văn hóa" and "Làng nghề" are what is asked of areas. */
const AREA_NAME = new RegExp(String.raw`^(?!lang nghe)${ANY_FOLDED_AREA_KIND}\s+(?!van hoa)\S`, 'u');

/** Without a unit or number in brackets at its end. */
export const headerWord = (text: string): string =>
  foldMarks(text)
    .replace(/\s*\([^()]*\)\s*$/u, '')
    .trim();

export const isAreaHeader = (text: string): boolean => AREA_NAME.test(headerWord(text));

const ADDRESS =
  /^(?:(?:dia chi|noi|ho khau)(?: (?:o|cu tru|thuong tru|thuong tru|hien nay))*|cho o(?: hien nay)?|thuong tru)(?![a-z])/u;
const KINDS = new RegExp(`(?<![a-z])${SURE_FOLDED_AREA_KIND}(?![a-z])`, 'u');

/** "Địa chỉ (thôn)": the column says where a household lives, by its area or by anything. */
export function isAddressHeader(text: string): 'area' | 'any' | undefined {
  const folded = foldMarks(text).trim();
  if (!ADDRESS.test(folded)) return undefined;
  return KINDS.test(folded) ? 'area' : 'any';
}

/**
 * “Số chủ hộ là nữ” counts them, and who leads an area heads no household. Who heads one does, whatever else stands
 * there: “Họ tên chủ hộ, trưởng thôn xác nhận”.
 */
const PERSON =
  /^(?!(?:tong )?so |tong |(?:ty|ti) le |(?!.*\bchu ho\b).*(?:truong (?:thon|ban|ap|khu|xom|buon|khom|lang|khoi|to dan pho|tdp)|gia lang|to truong|bi thu|can bo|phu trach|chu nhiem|quan ly)).*(?:chu ho|ho va ten|ho ten|ho, ten)/u;

/** The column under it names people: "Họ và tên chủ hộ". */
export const isPersonHeader = (text: string): boolean => PERSON.test(headerWord(text));

/** "P. Văn hóa", "TT. Y tế": a department or a centre, which is shortened like a phường or a thị trấn. */
const OFFICE =
  /^(?:tt|p)\.? (?:van hoa|noi vu|kinh te|tai chinh|tu phap|y te|giao duc|lao dong|tai nguyen|nong nghiep|thanh tra|cong thuong|dan toc|quan ly|hanh chinh|khoa hoc|ke hoach|thong tin|truyen thong|phuc vu|(?:vh|tc|kt|gd|ld|tn|nn|nv|tp|yt|qldt)[a-z]*(?![a-z]))/u;

export const isOfficeHeader = (text: string): boolean => OFFICE.test(foldMarks(text).trim());

/** "Xã An Bình", "TT. Thứa": a commune at the head of a column; what communes may be is none. */
export function isUnitHeader(text: string): boolean {
  const folded = foldMarks(text).trim();
  const kind = /^(?:xa|phuong|thi tran|dac khu|tt\.?|p\.?) /u.exec(folded)?.[0];
  const name = kind === undefined || isOfficeHeader(text) ? '' : text.trim().slice(kind.length);
  return /^\p{Lu}/u.test(name) && !/^(?:NTM|ATK|ĐBKK|KTM|[IVX]+(?![\p{L}]))/u.test(name);
}
