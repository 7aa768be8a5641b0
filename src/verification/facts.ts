/** What a sentence says of the world: of which unit, which year, what is counted, how much. The same fact has the same subject. */
import type { Checking } from './checking.js';
import { namedUnits, ownerOf, scopeOf } from './reading/named-units.js';
import { fractionOf, type Item, type ItemFraction, type Statement } from './reading/statement.js';
import { contentWords, subject } from './words/content-words.js';
import { whole, type Vocabulary } from './words/vocabulary.js';

export interface Fact {
  readonly statement: Statement;
  readonly item: Item;
  /** Lower half, when the fact is a fraction. */
  readonly base?: Item;
  /** "toàn huyện", "xã tam đa"; empty when the sentence names none. */
  readonly scope: string;
  readonly year: number | 'previous' | undefined;
  /** Words of its clause and of what is counted, without unit and year. */
  readonly words: ReadonlySet<string>;
  /** Without what is counted, there are enough words, or a unit, to know what is meant. */
  readonly telling: boolean;
  readonly noun: string;
}

/** Facts of statements that speak of the result itself. */
export function factsOf({ statements, vocabulary, reportYear }: Checking): readonly Fact[] {
  const named = new Set(
    statements.flatMap(({ shown, plain }) => namedUnits(shown, plain, vocabulary).map(({ name }) => name)),
  );
  const only = (kind: string): boolean =>
    [...named].filter((name) => name.startsWith(`${kind} `)).length <= 1;
  const first = statements.filter(({ block }) => block === statements[0]?.block);
  const year = reportYear ?? onlyYearOf(first.map(({ plain }) => plain).join(' '));
  return statements.flatMap((statement) =>
    statement.items.flatMap((item): readonly Fact[] => {
      const fact = factOf(statement, item, vocabulary, only);
      // A sentence without a year is of the year that the text is about.
      return fact === undefined ? [] : [fact.year === undefined ? { ...fact, year } : fact];
    }),
  );
}

/** `only`: whether the text names one unit of a kind at most, so that "Xã có 12 thôn" is about that one. */
export function factOf(
  statement: Statement,
  item: Item,
  vocabulary: Vocabulary,
  only: (kind: string) => boolean = () => false,
): Fact | undefined {
  if (item.role !== 'level' && item.role !== 'previous' && !isOfNamed(statement, item, vocabulary))
    return undefined;
  if (item.from === true || item.to === true) return undefined;
  if (item.kind !== 'count' && item.kind !== 'percent') return undefined;
  if (isInPassing(statement, item)) return undefined;
  const fraction = fractionOf(statement, item);
  if (fraction?.whole === item && !isCalled(statement, item)) return undefined;
  const last = fraction?.whole ?? item;
  const clause = clauseOf(statement, item, last, vocabulary);
  const back = vocabulary.pattern(whole(vocabulary.any(vocabulary.lists.anaphora)));
  if (back.test(clause.replace(/(?<!\p{L})trong đó(?: có)?/u, ' '))) return undefined;
  const owner = ownerOf(statement, item, vocabulary);
  const scope =
    scopeOf(statement, item, vocabulary) || (owner !== undefined && only(owner) ? `toàn ${owner}` : '');
  const { words, own } = saidOf(statement, item, { clause, scope, owner }, vocabulary);
  const noun = statement.plain.slice(last.end, last.after).trim();
  return {
    statement,
    item,
    scope,
    words: subject(words),
    telling: own.size >= 2 || (item.kind === 'percent' ? words.size >= 2 : scope !== ''),
    noun: item.noun === 'hộ' || item.noun.startsWith(`${noun} `) ? item.noun : noun,
    year: item.role === 'previous' ? (item.year ?? 'previous') : (item.year ?? onlyYearOf(statement.plain)),
    ...(fraction === undefined ? {} : { base: fraction.whole }),
  };
}

/** "Các đơn vị dẫn đầu: phường Hòa Xuân có tỷ lệ … 94,7%": the best value is that of the unit named before it. */
const isOfNamed = ({ shown, plain, items }: Statement, item: Item, vocabulary: Vocabulary): boolean => {
  const from = items[items.indexOf(item) - 1]?.after ?? 0;
  const clause = Math.max(from, plain.slice(0, item.start).lastIndexOf(':'));
  return (
    item.role === 'extreme' &&
    clause > from &&
    namedUnits(shown, plain, vocabulary).some(({ index }) => index > clause && index < item.start)
  );
};

/** "10 … trong số 118 khu dân cư văn hóa": a whole that is called by its own words. */
const isCalled = ({ plain }: Pick<Statement, 'plain'>, { start, end, after }: Item): boolean =>
  after > end && /(?<!\p{L})trong (?:tổng )?số $/u.test(plain.slice(0, start));

interface Around {
  readonly clause: string;
  readonly scope: string;
  readonly owner: string | undefined;
}

/** Words of a figure: those that tell what it is (`own`), and with them what is counted. */
function saidOf(
  statement: Statement,
  item: Item,
  { clause, scope, owner }: Around,
  vocabulary: Vocabulary,
): { readonly own: Set<string>; readonly words: Set<string> } {
  const own = wordsOf(statement, item, clause, scope, vocabulary);
  if (owner === undefined) for (const word of dependence(statement, item)) own.add(word);
  else for (const word of ['gồm', ...contentWords(owner, vocabulary)]) own.delete(word);
  const counted = countedBy(statement, item, vocabulary);
  const words = new Set(item.kind === 'count' ? [...own, ...counted].filter((word) => word !== 'dân') : own);
  for (const word of counted) own.delete(word);
  const base = item.kind === 'percent' ? baseBefore(statement, item) : undefined;
  if (base === undefined) return { own, words };
  // "20.325/22.713 hộ được tặng danh hiệu …, đạt 89,49% tổng số hộ": the rate of what the fraction tells.
  const upper = clauseOf(statement, base.part, base.whole, vocabulary);
  const told = wordsOf(statement, base.part, upper, scope, vocabulary);
  const things = countedBy(statement, base.part, vocabulary);
  if ([...told].every((word) => things.has(word))) return { own, words };
  for (const word of [...things, 'hộ']) words.delete(word);
  const all = new Set([...words, ...told, ...things].filter((word) => word !== 'dân'));
  return { own: all, words: all };
}

/** "12.400/13.050 hộ": the words of what is counted. */
function countedBy(statement: Statement, item: Item, vocabulary: Vocabulary): ReadonlySet<string> {
  const last = fractionOf(statement, item)?.whole ?? item;
  return contentWords(statement.plain.slice(item.end, last.after), vocabulary);
}

/** The fraction right before its share, with nothing of another matter between. */
function baseBefore({ items, fractions, plain }: Statement, item: Item): ItemFraction | undefined {
  const last = items[items.indexOf(item) - 1];
  const base = fractions.find(({ whole: lower, part }) => lower === last && part.role === item.role);
  const between = base === undefined ? '' : plain.slice(base.whole.after, item.start);
  return /^[^.;()%]*(?:,(?: (?:đạt|chiếm|bằng|tương ứng|tương đương|tỷ lệ|là))+ | \()$/u.test(between)
    ? base
    : undefined;
}

function isInPassing({ plain, items }: Statement, item: Item): boolean {
  // "58 đơn vị cùng đạt 100%": which share it is, the sentence before says.
  if (item.kind === 'count' && plain.slice(item.after).startsWith(' cùng ')) return true;
  // "4/4 xã đều có tỷ lệ … trên 85%": what units were counted by.
  const last = items[items.indexOf(item) - 1];
  if (
    item.kind === 'percent' &&
    last?.kind === 'count' &&
    /^[^,;.:()]*(?:có|đạt|giữ) tỷ lệ [^,;.()]*$/u.test(plain.slice(last.after, item.start))
  )
    return true;
  // "chiếm 91,1% trong 45 tổ dân phố": the base of a share is told in passing.
  return /(?:%|phần trăm) (?:trong|của|trên|so với)(?: tổng)?(?: số)? $/u.test(plain.slice(0, item.start));
}

/** What the clause says, without unit, year and whole; of a share that names its unit only, what the sentence is about. */
function wordsOf(
  statement: Statement,
  item: Item,
  clause: string,
  scope: string,
  vocabulary: Vocabulary,
): Set<string> {
  const { lists, any, every, pattern } = vocabulary;
  const said = clause
    .replace(/(?<!\p{L})trong đó(?: có)?/u, ' ')
    .replace(/(?:trong |của |cả )?năm (?:(?:19|20)\d\d|trước|nay)(?: đã)?/gu, ' ')
    // "Năm 2025 huyện công nhận 7.316 gia đình văn hóa": who did it is the unit whose text it is.
    .replace(
      pattern(
        `^\\s*(?:${any(lists.units.kinds)}) (?=(?:đã |có )?(?:${any([...lists.parts.achieved, ...lists.parts.done])})(?!\\p{L}))`,
      ),
      ' ',
    )
    .replace(every(whole(any(lists.units.whole))), ' ')
    .replaceAll(scope === '' ? / {2,}/gu : scope, ' ')
    .replace(
      every(`(?:của|trong|ở|tại|trên địa bàn) (?:toàn )?(?:${any(lists.units.kinds)})(?=[ ,.]|$)`),
      ' ',
    );
  const words = new Set(contentWords(said, vocabulary));
  // Money is money, whatever it is called.
  for (const word of item.noun === 'đồng'
    ? ['toàn', 'kinh', 'phí', 'tiền', 'vận', 'huy', 'động']
    : ['dân', 'toàn'])
    words.delete(word);
  if (item.kind === 'percent' && scope !== '' && words.size === 0)
    return new Set(topicOf(statement.plain, vocabulary));
  return words;
}

/** "12 lớp tập huấn với 640 người": so many people are told of those courses, and of other courses other people. */
function dependence({ plain, items }: Statement, item: Item): readonly string[] {
  const last = items[items.indexOf(item) - 1];
  if (last?.kind !== 'count' || item.kind !== 'count' || last.noun === item.noun) return [];
  const between = plain.slice(last.after, item.start);
  return /(?<!\p{L})(?:với|cho|thu hút|phục vụ|có|tham gia)(?!\p{L})[^,;.]*$/u.test(between) &&
    !/[;.]/u.test(between)
    ? [`${last.text} …`]
    : [];
}

/** "tỷ lệ gia đình văn hóa cao như: xã A 94,8%, xã B 92,1%": the one rate that the sentence is about; not "tỷ lệ cao nhất". */
export function topicOf(plain: string, vocabulary: Vocabulary): ReadonlySet<string> {
  const topics = [...plain.matchAll(TOPIC)].map((match) =>
    [...subject(contentWords(match[1] ?? '', vocabulary))].sort().join(' '),
  );
  const [topic = '', other] = new Set(topics.filter((words) => words !== ''));
  return other === undefined && topic !== '' ? new Set(topic.split(' ')) : new Set();
}

const TOPIC =
  /tỷ lệ (?:các |số )?(?!(?:cao|thấp|này|đó|chung|đạt|trên|dưới|là|khá|lớn|trung)(?!\p{L}))([^,;.:()\d]+?)(?= (?:đạt|từ|cao|thấp|dưới|trên|là|như|của|tại|ở|chiếm|khá|toàn|còn|năm|xã|phường|huyện|thị trấn)(?!\p{L})|[,;.:()\d]|$)/gu;

/** "Với 142 suất quà … năm 2025, xã …": the one year that the text names, wherever. */
function onlyYearOf(plain: string): number | undefined {
  const years = new Set([...plain.matchAll(/năm ((?:19|20)\d\d)/gu)].map((match) => Number(match[1])));
  return years.size === 1 ? [...years][0] : undefined;
}

/** From the last comma, bracket or figure before to the next behind. */
function clauseOf({ plain, items }: Statement, item: Item, last: Item, vocabulary: Vocabulary): string {
  // A comma within "thôn, tổ dân phố" parts nothing.
  const compounds = vocabulary.lists.nouns.flat().filter((noun) => noun.includes(','));
  const joined = (text: string): string =>
    text.replace(vocabulary.every(vocabulary.any(compounds)), (noun) => noun.replaceAll(',', ' '));
  const index = items.indexOf(item);
  const from = item === last && isCalled({ plain }, item) ? item.start : (items[index - 1]?.after ?? 0);
  const to = items[items.indexOf(last) + 1]?.start ?? plain.length;
  const before = joined(shownBefore(plain, from, item))
    .replace(vocabulary.hedgePattern, '')
    .replace(/:\s*$/u, ' ')
    // "14 nhà văn hóa xã và 126 nhà văn hóa thôn"
    .replace(index === 0 ? /^$/u : /^.* và (?:có )?$/u, '')
    // "vẫn còn hộ vi phạm dù đã có 21.508 hộ …"
    .replace(/^.*(?<!\p{L})(?:dù|song|nhưng)(?!\p{L})/u, '');
  // "tỷ lệ hộ khá, giàu của xã là 47,2%": a comma within what the share is of.
  const rate = /tỷ lệ [^;:().\d]{2,60}(?: đạt| là| chiếm) $/u.exec(before)?.[0];
  const left = (rate?.split(',').length === 2 && item.kind === 'percent' ? rate : before)
    .replace(rate?.split(',').length === 2 && item.kind === 'percent' ? /^$/u : /^.*[,;:()]/u, '')
    .replace(item.kind === 'percent' ? /^.*(?=tỷ lệ )/u : /^.*(?=tổng số )/u, '');
  const named = plain.slice(item.end, last.after).replace(/\d[\d.,]*/gu, ' ');
  // A comma within a name is none of the sentence: “Thôn, tổ dân phố văn hóa”.
  const behind = joined(plain.slice(last.after, to)).replace(/ thì .*$/u, '');
  const right = /^(?:“[^“”]*”|[^,;:().!])*/u.exec(behind)?.[0] ?? '';
  return `${left} ${named} ${right}`;
}

/** "Các đội văn nghệ quần chúng (33 đội)": a bracket that says how many there are of what stands before it. */
function shownBefore(plain: string, from: number, { start, end, kind }: Item): string {
  const left = plain.slice(from, start);
  const isAside = kind === 'count' && left.endsWith('(') && /^(?: \p{L}+){1,3}\)/u.test(plain.slice(end));
  const all = isAside
    ? /(?:^|[,;:] )(?:các|toàn bộ|tất cả(?: các)?|những) ([^,;:.()\d]+)\($/u.exec(left)?.[1]
    : undefined;
  return all ?? left;
}
