/** Names counted: "12/14 xã …; riêng xã A và xã B chưa có", "Bốn xã về đích gồm A, B, C và D". */
import { ONE, printed } from '../amount.js';
import { foundIn, fractionText, type Checking } from '../checking.js';
import { fractionOf, type Item, type ItemFraction, type Statement } from '../reading/statement.js';
import { whole as wordsOf, type Vocabulary } from '../words/vocabulary.js';

export function checkNamedUnits(checking: Checking): void {
  for (const statement of checking.statements) {
    checkExceptions(checking, statement);
    checkListed(checking, statement);
  }
}

/** One name: capitalised words, with a number behind at most. */
const NAME = /^(?:\p{Lu}[\p{L}’'-]*)(?: \p{Lu}[\p{L}’'-]*)*(?: \d{1,2}(?!\d))?$/u;

/** "Tân An 95,8%", "Phú Lộc tăng 12 hộ": what is told of a name. */
const VALUE_BEHIND =
  / (?:(?:tăng|giảm|đạt|có|là|với|thêm) )*\d[\d.,]*\d?(?:\s?%| (?:điểm phần trăm|\p{Ll}+(?: \p{Ll}+){0,2}(?=[,;.)]|$| và)))(?![\p{L}\d])/gu;

/** How many names a list holds, with or without their kind; undefined where something else stands among them. */
export function namesIn(shown: string, { lists, any, pattern }: Vocabulary): number | undefined {
  const kind = pattern(`^(?:các |những )?(?:${any(lists.units.kinds)}) (?=\\p{L})`);
  const pieces = shown
    .replace(/\([^()]*\)/gu, '')
    .replace(VALUE_BEHIND, '')
    .split(/,|;|(?<=\s)và(?=\s)|(?<=\s)cùng(?=\s)/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  let names = 0;
  for (const piece of pieces) {
    const lower = piece.replace(/^(?:Các|Xã|Phường|Thôn|Huyện)(?= )/u, (word) => word.toLowerCase());
    if (!NAME.test(lower.replace(kind, '').trim())) return undefined;
    names += 1;
  }
  return names === 0 ? undefined : names;
}

/** "…; riêng phường Văn Đẩu và xã Mỹ Đức chưa có": as many as the fraction leaves. */
function checkExceptions(checking: Checking, statement: Statement): void {
  const { plain, shown, fractions } = statement;
  const { lists, any, pattern } = checking.vocabulary;
  const match = pattern(
    `(?:^|[,;(–-]\\s*)(?:${any(lists.parts.except)})(?: có| lại| là)? ([^\\d]{3,160}?) (?:chưa|không|vẫn chưa|còn chưa) `,
  ).exec(plain);
  if (match === null) {
    checkExceptedFirst(checking, statement);
    return;
  }
  const at = match.index + match[0].indexOf(match[1] ?? '');
  // "riêng thôn Đìa mới thành lập nên chưa có": the names come first, the reason behind them.
  const said = listAt(shown.slice(at, at + (match[1] ?? '').length + 1), false) ?? '';
  const reason = (match[1] ?? '').slice(said.length);
  const names = /[,;]|(?<!\p{L})và(?!\p{L})/u.test(reason) ? undefined : namesIn(said, checking.vocabulary);
  const fraction = fractions.findLast(
    ({ whole, part }) => whole.start < match.index && part.role === 'level',
  );
  if (names === undefined || fraction === undefined || fractions.length > 1) return;
  compareRest(checking, statement, fraction, names, said);
}

/** "Trừ xã Đông Tiến, 13/14 xã đã tổ chức hội nghị": the exception may come first. */
function checkExceptedFirst(checking: Checking, statement: Statement): void {
  const { plain, shown, fractions } = statement;
  const [fraction, other] = fractions;
  if (fraction === undefined || other !== undefined || fraction.part.role !== 'level') return;
  const open = /^(?:chỉ )?(?:trừ|ngoại trừ) /u.exec(plain);
  const said = open === null ? undefined : shown.slice(open[0].length, fraction.part.start);
  const list =
    said === undefined
      ? undefined
      : /^([^\d]{3,160}?), (?:còn lại |tất cả |cả )?(?:có |đã có )?$/u.exec(said)?.[1];
  const names = list === undefined ? undefined : namesIn(list, checking.vocabulary);
  // "…, 13/13 xã đều có": those named are not among the thirteen; "…, các xã còn lại đang xây dựng": there are others.
  const isOther = fraction.part.value === fraction.whole.value || /còn lại/u.test(plain);
  if (list !== undefined && names !== undefined && !isOther)
    compareRest(checking, statement, fraction, names, list);
}

function compareRest(
  checking: Checking,
  statement: Statement,
  { part, whole }: ItemFraction,
  names: number,
  said: string,
): void {
  const rest = whole.value - part.value;
  if (rest === BigInt(names) * ONE) {
    checking.ledger.right([part, whole]);
    return;
  }
  const parameters = {
    claim: `${String(names)} nơi chưa đạt (“${said}”)`,
    fact: `${fractionText(part, whole)} thì còn ${printed(rest, ONE)}`,
  };
  checking.ledger.found(foundIn('verify/unit-count-untrue', checking, statement, part, parameters), [
    part,
    whole,
  ]);
}

/** "Bốn xã về đích gồm Hợp Thành, Cao Nhân, Kỳ Sơn và Liên Khê đã được công nhận", "02 xã (Tam Đa, Văn Môn)". */
function checkListed(checking: Checking, statement: Statement): void {
  const { plain, shown, items } = statement;
  const { lists, any, pattern } = checking.vocabulary;
  const opened = pattern(
    `^\\)?(?:[^\\d.,;:()]|\\d[\\d.,]*\\s?%){0,60}?(?:${wordsOf(any([...lists.parts.all, 'là', 'đó là']))}|, (?:${any(lists.parts.all)})(?= )|:|\\()\\s*:?(?: các)?\\s*`,
  );
  for (const item of items) {
    if (item.kind !== 'count' || item.hedge !== undefined || item.role === 'change') continue;
    const fraction = fractionOf(statement, item);
    if (fraction?.whole === item) continue;
    const last = fraction?.whole ?? item;
    if (!isOfUnits(plain.slice(last.end), checking.vocabulary)) continue;
    const open = opened.exec(plain.slice(last.after));
    if (open === null) continue;
    const from = last.after + open[0].length;
    const list = listAt(shown.slice(from), open[0].endsWith('('));
    const names = list === undefined ? undefined : namesIn(list, checking.vocabulary);
    if (names === undefined || names < 2) continue;
    report(checking, statement, item, names, last);
  }
}

/** `last`: the lower half where the count is the upper half of a fraction, else the count itself. */
function report(checking: Checking, statement: Statement, item: Item, names: number, last: Item): void {
  if (item.value === BigInt(names) * ONE) {
    checking.ledger.right([item, last]);
    return;
  }
  const parameters = { claim: `${item.text} nơi`, fact: `kể tên ${String(names)} nơi` };
  checking.ledger.found(foundIn('verify/unit-count-untrue', checking, statement, item, parameters), [item]);
}

const isOfUnits = (noun: string, { lists, any, pattern }: Vocabulary): boolean =>
  pattern(`^\\s*(?:${any(lists.units.kinds)}|đơn vị|tập thể|địa phương)(?!\\p{L})`).test(noun);

/** The text of the list: to the bracket, or to the first word that belongs to no name. */
export function listAt(shown: string, bracketed: boolean): string | undefined {
  if (bracketed) return /^([^()]+)\)/u.exec(shown)?.[1];
  // Kinds in small letters and "và" stand among the names; the first other word ends the list.
  const match =
    /^(?:(?:(?:các |những )?(?:xã|phường|thị trấn|đặc khu|thôn|ấp|bản|huyện|làng|khu phố|tổ dân phố) )?\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*)*(?: \d{1,2}(?![\d.,]*[\d%]))?(?: (?:(?:tăng|giảm|đạt|có|là|với|thêm) )*\d[\d.,]*\d?(?:\s?%| (?:điểm phần trăm|\p{Ll}+(?: \p{Ll}+){0,2}(?=[,;.]|$| và))))?(?: \([^()]*\))?(?:, | và |,$)?)+/u.exec(
      shown,
    );
  // "…, Đông Tiến và 01 xã miền núi", "…; thị trấn Chờ": the list goes on.
  const behind = shown.slice(match?.[0].length ?? 0);
  const goesOn =
    (/(?:,| và) $/u.test(match?.[0] ?? '') && /^\d/u.test(behind)) ||
    /^; (?:(?:xã|phường|thị trấn|thôn|ấp|bản|làng) )?\p{Lu}/u.test(behind);
  return goesOn ? undefined : match?.[0].replace(/,\s*$/u, '');
}
