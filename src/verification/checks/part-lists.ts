/** Lists of parts as reports write them: which counts belong to one list, and whether it names all there is. */
import { says, whole as wordsOf, type Vocabulary } from '../words/vocabulary.js';
import type { Item, Statement } from '../reading/statement.js';

/** "… 20 đơn vị (44,4%), …", "298 nhà đạt chuẩn, chiếm 83,7%; …": what share of the whole a part is. */
const OWN_SHARE =
  /\s*(?:\(|,\s*)(?:(?:chiếm|đạt|bằng|tỷ lệ|là|tương ứng)\s+)*\d[\d.,]*\s?%\s*(?:\)|(?=[,;]| và ))/gu;

/** The counts of one list: parted by commas and "và" only, none with a full stop or another list between. */
export function partsBehind({ plain }: Statement, counts: readonly Item[]): readonly Item[] {
  const end = counts.findIndex((item, index) => {
    const last = counts[index - 1];
    if (last === undefined) return false;
    const between = plain.slice(last.after, item.start).replaceAll(OWN_SHARE, '');
    return !/^[^.;()%]*(?:,|và|;)[^.()%]*$/u.test(between);
  });
  return end === -1 ? counts : counts.slice(0, end);
}

/** "12 câu lạc bộ ở xã Tam Đa, 8 câu lạc bộ ở xã Văn Môn, toàn huyện có 48": a list so far below names some only. */
export const mayBeAll = ({ value }: Item, list: readonly Item[]): boolean =>
  list.reduce((sum, part) => sum + part.value, 0n) * 4n >= value * 3n;

/** "142 thôn, tổ dân phố (128 thôn, 14 tổ dân phố)": each part is one of the kinds named. */
export function kindsOf({ plain }: Statement, whole: Item, list: readonly Item[]): boolean {
  const named = plain.slice(whole.end, whole.after);
  return (
    list.length > 1 &&
    list.every((part) => {
      const kind = plain.slice(part.end, part.after).trim();
      return (
        kind !== '' && (named.includes(kind) || part.noun === whole.noun || /cấp xã|đơn vị/u.test(named))
      );
    })
  );
}

/** "230 thôn, tổ dân phố, trong đó có 198 thôn và 42 tổ dân phố": each of another kind that the whole names, so none is in two. */
export function areOwnKinds({ plain }: Statement, whole: Item, list: readonly Item[]): boolean {
  const named = plain.slice(whole.end, whole.after);
  const kinds = list.map((part) => plain.slice(part.end, part.after).trim());
  return (
    list.length > 1 &&
    new Set(kinds).size === list.length &&
    kinds.every((kind) => kind !== '' && kind !== named.trim() && named.includes(kind))
  );
}

/** "163 cơ quan: 52 …", "34 cán bộ văn hóa (29 …", "2.460 triệu đồng để sửa nhà văn hóa: ngân sách 1.500 triệu đồng". */
export const isListed = (between: string, { noun }: Item): boolean =>
  /^[^.;,\d:()]{0,25}[:(]\s*$/u.test(between) ||
  (noun === 'đồng' && /^[^.;\d:()]{0,40}:[^.;\d()]{0,30}$/u.test(between));

/** "38 cuộc (cấp tỉnh 6, cấp huyện 12, cấp xã 20)": numbers without a noun, which together are about as many. */
const areNearAll = ({ value }: Item, list: readonly Item[]): boolean =>
  list.every((part) => part.noun === '' && part.value <= value) &&
  list.reduce((sum, part) => sum + part.value, 0n) * 3n <= value * 4n;

/** "42 cơ quan: xuất sắc 12, tốt 24, khá 6": each number behind its label, to the end of the sentence. */
export const isLabelled = (plain: string, whole: Item, list: readonly Item[]): boolean =>
  list.length > 2 &&
  whole.noun !== '' &&
  areNearAll(whole, list) &&
  mayBeAll(whole, list) &&
  /^[^.;,\d:()]{0,25}:\s*\p{L}[^.;,\d:()]{0,25}$/u.test(plain.slice(whole.after, list[0]?.start)) &&
  /^\s*[.;]?\s*$/u.test(plain.slice(list.at(-1)?.after));

/** "61 giải (phường Hải Châu 33 giải, phường Thanh Khê 28 giải)": a name before each, and the bracket closes. */
export const isBracketed = (plain: string, whole: Item, list: readonly Item[]): boolean =>
  list.length > 1 &&
  mayBeAll(whole, list) &&
  whole.noun !== '' &&
  (list.every(({ noun }) => noun === whole.noun) || areNearAll(whole, list)) &&
  /^[^.;\d()]{0,20}\((?!trong đó|gồm|riêng)\p{L}[^.;\d()]{0,30}$/u.test(
    plain.slice(whole.after, list[0]?.start),
  ) &&
  /^\s*\)/u.test(plain.slice(list.at(-1)?.after));

/** "71 mô hình (32 mô hình cấp tỉnh, 18 mô hình cấp huyện, 21 mô hình cấp xã)": one word parts them all. */
export function areParallel(plain: string, whole: Item, list: readonly Item[]): boolean {
  if (list.length < 2 || whole.noun === '' || !mayBeAll(whole, list)) return false;
  const words = list.map(
    ({ after }) => /^ (cấp|ở|tại|của|thuộc|loại|hạng|khối|nhóm) \p{L}/u.exec(plain.slice(after))?.[1],
  );
  return (
    words.every((word) => word !== undefined && word === words[0]) &&
    list.every(({ noun }) => noun === whole.noun) &&
    /^[^.;,\d()]{0,40}\(\s*$/u.test(plain.slice(whole.after, list[0]?.start)) &&
    /^[^.;,\d()]{0,40}\)/u.test(plain.slice(list.at(-1)?.after))
  );
}

/** "Tổng kinh phí 4,6 tỷ đồng; ngân sách 1,8 tỷ đồng, doanh nghiệp 1,5 tỷ đồng, Nhân dân 1,3 tỷ đồng.": three sources or more, and nothing else. */
export const isMoneyInAll = (plain: string, whole: Item, list: readonly Item[]): boolean =>
  list.length > 2 &&
  [whole, ...list].every(({ noun, hedge }) => noun === 'đồng' && hedge === undefined) &&
  mayBeAll(whole, list) &&
  /(?<!\p{L})tổng[^,;.\d]*$/u.test(plain.slice(0, whole.start)) &&
  /^\s*[;,][^,;.\d]{0,40}$/u.test(plain.slice(whole.after, list[0]?.start)) &&
  /^[^,;\d]*\.?$/u.test(plain.slice(list.at(-1)?.after));

/** "1.305 hộ, đợt một 812 hộ, đợt hai 493 hộ": one turn after the other. */
export function areInTurns(plain: string, whole: Item, list: readonly Item[]): boolean {
  if (list.length < 2 || whole.noun === '' || !mayBeAll(whole, list)) return false;
  const words = list.map(
    ({ start }) =>
      /[,;:(] ?(?:và )?(?:trong đó )?(đợt|lần|quý|vòng|giai đoạn) (?:\p{L}+|\d)(?: có| là|:| được)? $/u.exec(
        plain.slice(0, start),
      )?.[1],
  );
  return (
    words.every((word) => word !== undefined && word === words[0]) &&
    list.every(({ noun, hedge }) => noun === whole.noun && hedge === undefined)
  );
}

/** "305 cơ sở (đình: 84; chùa: 131; đền, miếu: 90)": a label and a colon before each, and the bracket closes. */
export const areUnderLabels = (plain: string, whole: Item, list: readonly Item[]): boolean =>
  list.length > 1 &&
  mayBeAll(whole, list) &&
  list.every(
    ({ start, hedge }, index) =>
      hedge === undefined &&
      (index === 0 ? /\([^():;\d]{1,40}: ?$/u : /[,;] ?[^():;\d]{1,40}: ?$/u).test(
        plain.slice(whole.end, start),
      ),
  ) &&
  /^[^(),;\d]{0,20}\)/u.test(plain.slice(list.at(-1)?.after));

/** "21 đơn vị cấp xã, 13 phường và 8 xã": each of another kind, the last behind "và". */
export function areKindsBeside({ plain }: Statement, whole: Item, list: readonly Item[]): boolean {
  const kinds = list.map(({ end, after }) => plain.slice(end, after).trim());
  const [last, beforeLast] = [list.at(-1), list.at(-2)];
  return (
    last !== undefined &&
    beforeLast !== undefined &&
    mayBeAll(whole, list) &&
    /^ (?:đơn vị (?:hành chính )?)?cấp xã\s*,\s*$/u.test(plain.slice(whole.end, list[0]?.start)) &&
    / và $/u.test(plain.slice(beforeLast.after, last.start)) &&
    kinds.every((kind) => /^(?:xã|phường|thị trấn|đặc khu)$/u.test(kind)) &&
    new Set(kinds).size === kinds.length
  );
}

/** "Cụm 1 gồm 5 phường, Cụm 2 gồm 4 phường": what the next one holds. */
export const isOfNext = ({ lists, any, pattern }: Vocabulary, between: string): boolean =>
  pattern(
    `,[^,]*(?:\\d|${wordsOf(any([...lists.units.kinds, 'cụm', 'khối', 'tổ', 'nhóm']))})[^,]* (?:${any(lists.parts.all)})(?!\\p{L})`,
  ).test(between);

/** "64 tập thể, cá nhân; cụ thể: 29 tập thể, 23 cá nhân và 12 hộ". */
export const isDetailed = (plain: string, whole: Item, list: readonly Item[]): boolean =>
  list.length > 1 &&
  whole.hedge === undefined &&
  /^[^.;\d]{0,40}[,;(] cụ thể(?: là| như sau)?(?: có)?:?[^.;\d]{0,30}$/u.test(
    plain.slice(whole.after, list[0]?.start),
  );

/**
 * "16 giải: 1 giải đặc biệt, 3 giải nhất, 5 giải nhì và 6 giải ba.", "22 thành viên: 01 Trưởng ban, 03 Phó Trưởng ban và
 * 18 ủy viên.": all kinds are named, and nothing follows.
 */
export function isEnumeration(plain: string, whole: Item, list: readonly Item[]): boolean {
  const [first, last, beforeLast] = [list[0], list.at(-1), list.at(-2)];
  if (first === undefined || last === undefined || beforeLast === undefined || list.length < 3) return false;
  if (!mayBeAll(whole, list)) return false;
  const ofOneNoun =
    list.every(({ noun }) => noun !== '' && noun === first.noun) &&
    (whole.noun === '' || whole.noun === first.noun);
  // Each is called by a word of its own: "và" closes the list.
  const called =
    list.every(({ noun }) => noun === '' || noun === whole.noun) &&
    / và $/u.test(plain.slice(beforeLast.after, last.start));
  return (
    (ofOneNoun || called) &&
    /^[^,;.\d]{0,25}:[^,;.\d]{0,20}$/u.test(plain.slice(whole.after, first.start)) &&
    /^(?:\s*\(\d[\d.,]*\s?%\))?[^,;\d]*[.]?$/u.test(plain.slice(last.after))
  );
}

/** "4 thành viên của ngành văn hóa, 9 thành viên của các ngành khác": what all the others are closes the list. */
export const endsWithOthers = (plain: string, whole: Item, list: readonly Item[]): boolean =>
  list.length > 1 &&
  mayBeAll(whole, list) &&
  /^[^,;.\d]{0,20} các (?:\p{L}+ ){1,3}khác(?!\p{L})/u.test(plain.slice(list.at(-1)?.after));

/** "15 buổi tại nhà văn hóa và 11 buổi trên loa truyền thanh": what is held in one place is not held in the other. */
export const areInPlaces = (plain: string, list: readonly Item[]): boolean =>
  list.length > 1 &&
  !/(?<!\p{L})(?:kết hợp|lồng ghép|cả hai|đồng thời)(?!\p{L})/u.test(plain.slice(list[0]?.start)) &&
  list.every(
    ({ noun, after, hedge }) =>
      noun !== '' &&
      hedge === undefined &&
      /^ (?:\p{L}+ ){0,3}(?:ở|tại|trên|thuộc|qua|bằng) /u.test(plain.slice(after)),
  );

/** "865 hộ ở nông thôn và 475 hộ ở thành thị": there is no third kind. */
export function areApart(
  vocabulary: Vocabulary,
  plain: string,
  [first, second, third]: readonly Item[],
): boolean {
  if (first === undefined || second === undefined || third !== undefined) return false;
  const [one, other] = [plain.slice(first.end, second.start), plain.slice(second.end)].map(
    (text) => /^[^,;.]*/u.exec(text)?.[0] ?? '',
  );
  // "…, một số hồ sơ gửi sau": there are others.
  if (/(?<!\p{L})(?:một số|còn lại|khác|ngoài ra)(?!\p{L})/u.test(plain.slice(first.start))) return false;
  const has = (text = '', word: string): boolean => says(vocabulary, text, word);
  return vocabulary.lists.parts.apart.some(
    ([left = '', right = '']) =>
      (has(one, left) && has(other, right)) || (has(one, right) && has(other, left)),
  );
}

/** "12 xã vượt, 4 xã đạt, 3 xã chưa đạt": what did something itself is no whole of those that did or did not. */
export const isOneOfList = ({ lists, any, pattern }: Vocabulary, between: string): boolean =>
  pattern(
    `^ (?:đã |được )?(?:${any([...lists.targets.reached, ...lists.targets.missed])})(?!\\p{L})[^,;:()]*,`,
  ).test(between);

/** "12,6 km, gồm 34 tuyến": lengths and areas are no sum of things counted. */
export const measureOf = (plain: string, { end }: Item): string =>
  /^ ?(km2?|m2?|ha|kg|tấn|tạ|lít)(?![\p{L}\d])/u.exec(plain.slice(end))?.[1] ?? '';

/** "1.286 hộ đăng ký, đến nay số đạt là 1.147 hộ trong số hộ đã đăng ký": the whole is called again by what was asked. */
export function isOfAsked(
  { any, pattern, lists }: Vocabulary,
  plain: string,
  whole: Item,
  part: Item,
): boolean {
  const said = pattern(`^ trong (?:tổng )?số [^\\d,;.()]{0,20}?(${any(lists.parts.bases)})(?!\\p{L})`).exec(
    plain.slice(part.after),
  )?.[1];
  return (
    said !== undefined &&
    pattern(wordsOf(said)).test(plain.slice(0, part.start).slice(Math.max(0, whole.start - 40)))
  );
}
