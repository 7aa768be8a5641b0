/** "Bình quân mỗi thôn có 137 hộ (toàn xã 12 thôn, 1.642 hộ)", "bình quân 137 hộ/thôn": a mean against its two counts. */
import { agreement, ONE, printed, roundedTo } from '../amount.js';
import { foundIn, type Checking } from '../checking.js';
import type { Item, Statement } from '../reading/statement.js';

export function checkMeans(checking: Checking): void {
  for (const statement of checking.statements)
    for (const item of statement.items) {
      const of = item.kind === 'count' && item.noun !== '' ? ofWhat(checking, statement, item) : undefined;
      if (of !== undefined) checkMean(checking, statement, item, of);
    }
}

/** The kind of thing that the mean is of: the thôn of "hộ mỗi thôn". */
function ofWhat({ vocabulary }: Checking, { plain }: Statement, item: Item): string | undefined {
  const left = plain.slice(0, item.start);
  const each =
    /(?:bình quân|trung bình|tính ra|như vậy|chia đều)(?: cứ)?,? (?:mỗi|một|1|01) ([^,;.\d]{2,40}?) (?:có |là |đạt |được )?\s*$/u.exec(
      left,
    )?.[1];
  const slash = /(?:bình quân|trung bình)[^,;.\d]*$/u.test(left)
    ? /^\s*(?:\/|trên (?:một |1 )?|mỗi |trong một )\s*([^,;.\d()]{2,40})/u.exec(plain.slice(item.after))?.[1]
    : undefined;
  const said = each ?? slash;
  // "tính ra mỗi đội 27 buổi": a kind of thing that no list names is what the sentence calls so.
  return said === undefined ? undefined : (vocabulary.nounAt(said)?.key ?? said.trim());
}

function checkMean(checking: Checking, statement: Statement, mean: Item, of: string): void {
  const counts = statement.items.filter(
    (item) => item !== mean && item.kind === 'count' && item.role === mean.role && item.year === mean.year,
  );
  const { plain } = statement;
  const [sums, bases] = [mean.noun, of].map((noun) =>
    counts.filter(
      (item) =>
        item.noun === noun ||
        item.noun.startsWith(`${noun} `) ||
        (item.noun === '' && plain.slice(item.end).startsWith(` ${noun} `)),
    ),
  );
  const [sum] = sums ?? [];
  const [base] = bases ?? [];
  if (sum === undefined || base === undefined || sums?.length !== 1 || bases?.length !== 1) return;
  if (base.value === 0n || sum === base || sum.hedge !== undefined || base.hedge !== undefined) return;
  // "Bình quân mỗi hộ có 4 nhân khẩu; 215 hộ nghèo với 640 nhân khẩu …": behind a semicolon others are counted.
  const first = sum.start < base.start ? sum : base;
  if (first.start > mean.start && statement.plain.slice(mean.end, first.start).includes(';')) return;
  const figures = [mean, sum, base];
  // A mean that is cut off at its last digit is right too; "khoảng", "gần", "hơn" leave a twentieth.
  const near =
    mean.hedge !== undefined &&
    (mean.value * base.value - sum.value * ONE) ** 2n * 400n <= (sum.value * ONE) ** 2n;
  if (
    near ||
    agreement(sum.value * ONE, base.value, mean, sum.scaled === true ? sum.step : 0n) !== 'differs'
  ) {
    checking.ledger.right(figures);
    return;
  }
  // "…, thôn đông nhất 245 hộ; toàn xã có 12 thôn": so far off, the count is no sum.
  const printedSum = mean.value * base.value;
  if (printedSum > 2n * sum.value * ONE || sum.value * ONE > 2n * printedSum) return;
  const step = mean.step < ONE ? mean.step : ONE / 10n;
  const parameters = {
    claim: `“bình quân ${mean.text}”`,
    basis: `${sum.text} chia cho ${base.text}`,
    computed: `bình quân ${printed(roundedTo(sum.value * ONE, base.value, step), step)}`,
  };
  checking.ledger.found(foundIn('verify/mean-differs', checking, statement, mean, parameters), figures);
}
