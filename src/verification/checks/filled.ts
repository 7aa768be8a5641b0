/** Parts that leave nothing of their whole for what is counted behind them. */
import type { Item, Statement } from '../reading/statement.js';

/** "213 thôn đạt và 27 thôn chưa đạt", "hòa giải thành 330 vụ, không thành 36 vụ". */
export function areOpposites(plain: string, [first, second, third]: readonly Item[]): boolean {
  if (first === undefined || second === undefined || third !== undefined) return false;
  const behind = /^ (?:(?:đã|được|có) )*(\p{L}+)/u.exec(plain.slice(first.after))?.[1];
  const denied = /^ (?:chưa|không) (\p{L}+)/u.exec(plain.slice(second.after))?.[1];
  if (behind !== undefined && behind === denied) return true;
  const ahead = / (\p{L}+) $/u.exec(plain.slice(0, first.start))?.[1];
  const refused = / (?:chưa|không) (\p{L}+) $/u.exec(plain.slice(first.after, second.start))?.[1];
  return ahead !== undefined && ahead === refused;
}

/** "10 thôn: 8 thôn đạt, 2 thôn không đạt, 1 thôn bị thu hồi danh hiệu": the third is one of the others. */
export function filling(
  { plain }: Statement,
  { value: whole, noun }: Item,
  parts: readonly Item[],
): readonly Item[] {
  let sum = 0n;
  const last = parts.findIndex(({ value }) => (sum += value) === whole);
  const filled = parts.slice(0, last + 1);
  const more = parts.slice(last + 1);
  if (last === -1 || more.every(({ value }) => value === 0n)) return parts;
  if (areOpposites(plain, filled)) return filled;
  // "…, 24 lượt tại cơ quan và 10 lượt tại trường học" closes one list, and money is counted once.
  const goesOn = noun === 'đồng' || / và /u.test(plain.slice(filled.at(-1)?.after, parts.at(-1)?.start));
  return goesOn ? parts : filled;
}

/** "1.284 hộ, trong đó 1.102 hộ đạt, còn lại 182 hộ; riêng thôn Đìa còn 12 hộ": what is left closes the list. */
export function closed(
  { plain }: Statement,
  { value: whole }: Item,
  parts: readonly Item[],
): readonly Item[] {
  let sum = 0n;
  const last = parts.findIndex(({ value }) => (sum += value) === whole);
  const [end, next] = [parts[last]?.after, parts[last + 1]?.start];
  return end !== undefined && next !== undefined && plain.slice(end, next).includes(';')
    ? parts.slice(0, last + 1)
    : parts;
}
