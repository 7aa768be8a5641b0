/** The clause of a change: "…; số hộ khá tăng một phần ba, từ 60 hộ lên 80 hộ; …". */
import { whole, type Vocabulary } from '../words/vocabulary.js';
import type { Item, Statement } from './statement.js';

const GOES_ON = 'tức|nghĩa|là|như vậy|như thế|tương đương|tính ra|đã|số hộ này|bằng|mức';

/** "…, dân số giảm một phần ba" is of something else than the figures before; "…, tức là đã giảm một phần ba" is not. */
function isOfOther({ lists, any, pattern }: Vocabulary, said: readonly string[]): boolean {
  const moved = whole(any([...lists.changes.up, ...lists.changes.down]));
  return said.length > 2 || !pattern(`^\\s*(?:(?:${GOES_ON})\\s+)*${moved}`).test(said[1] ?? '');
}

/** Up to a semicolon, or to words that name something else that changed. */
const ENDED =
  /;|(?:,| và)(?!\s*(?:từ|so với|so|còn|xuống|lên|tức|cụ thể|năm|cùng kỳ|trong khi năm)(?!\p{L}))/u;

/** The figures of the clause of a change told in words, or in percent behind a semicolon; else all of the sentence. */
export function clauseOf(vocabulary: Vocabulary, { items, plain }: Statement, change: Item): readonly Item[] {
  const last = items.findLast(({ start }) => start < change.start);
  const left = plain.slice(last?.after ?? 0, change.start);
  const isWorded = !/\d/u.test(change.text);
  if (!isWorded && (change.kind !== 'percent' || !left.includes(';'))) return items;
  const said = left.split(/[,;(]| và /u);
  const isOwn = last === undefined || said.length === 1 || !isOfOther(vocabulary, said);
  if (!isWorded && isOwn) return items;
  const from = isOwn ? plain.slice(0, change.start).lastIndexOf(';') : change.start - 1;
  const ended = ENDED.exec(plain.slice(change.after));
  const to = ended === null ? plain.length : change.after + ended.index;
  return items.filter(({ start }) => start > from && start < to);
}
