/** A whole against the sum of its parts, with the likely cause where they differ. */
import { printed } from '../amount.js';
import { foundIn, type Checking } from '../checking.js';
import type { Item, Statement } from '../reading/statement.js';
import { swaps } from '../share.js';

/** All of them together. */
export const sumOf = (parts: readonly Item[]): bigint =>
  parts.reduce((total, { value }) => total + value, 0n);

/** Parts that have to add up to their whole, as far as they are printed. */
export function compareSum(
  checking: Checking,
  statement: Statement,
  whole: Item,
  parts: readonly Item[],
): void {
  const sum = sumOf(parts);
  const off = sum > whole.value ? sum - whole.value : whole.value - sum;
  const scaled = [whole, ...parts].some((item) => item.scaled === true);
  const steps = [whole, ...parts].reduce((total, { step }) => total + step, 0n) / 2n;
  if (off === 0n || (scaled && off < whole.step)) {
    checking.ledger.right([whole, ...parts]);
    return;
  }
  if ([whole, ...parts].some(({ hedge }) => hedge !== undefined) && off <= steps) return;
  const parameters = {
    whole: whole.text,
    sum: moneyText(sum, whole, statement),
    parts: parts.map(({ text }) => text).join(' + '),
    cause: sumCause(whole, parts, sum),
  };
  checking.ledger.found(foundIn('verify/parts-do-not-add', checking, statement, whole, parameters), [
    whole,
    ...parts,
  ]);
}

/** In the scale of the whole: "850 triệu" is answered in triệu. */
function moneyText(sum: bigint, whole: Item, { plain }: Statement): string {
  const word = /(?:nghìn|ngàn|triệu|tỷ)/u.exec(plain.slice(whole.start, whole.end))?.[0];
  const zeros = { nghìn: 3, ngàn: 3, triệu: 6, tỷ: 9 }[word ?? ''] ?? 0;
  const scale = 10n ** BigInt(zeros);
  const step = whole.step / scale;
  return word === undefined ? printed(sum) : `${printed(sum / scale, step === 0n ? 1n : step)} ${word}`;
}

function sumCause(whole: Item, parts: readonly Item[], sum: bigint): string {
  if (swaps(whole.value, whole.step).includes(sum)) return 'có thể gõ đảo chữ số của tổng';
  const rest = whole.value - sum;
  const swapped = parts.find((part) => swaps(part.value, part.step).includes(part.value + rest));
  if (swapped !== undefined) return `có thể gõ đảo chữ số của ${swapped.text}`;
  return sum < whole.value
    ? 'có thể thiếu một phần hoặc gõ sai một số'
    : 'có thể có phần trùng nhau hoặc gõ sai một số';
}
