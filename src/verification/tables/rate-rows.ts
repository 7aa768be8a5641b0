/** Tables whose rows are the things counted: "Số hộ", "Hộ đạt", "Tỷ lệ (%)" under one another. */
import { printed } from '../amount.js';
import type { Checking } from '../checking.js';
import { recomputed, shareAgrees, shareCause } from '../share.js';
import { isOfRates } from './sums.js';
import type { CellFigure, DataRow, ReadTable } from './read-table.js';
import { foundAt } from './table-findings.js';

interface CellShare {
  readonly part: CellFigure;
  readonly whole: CellFigure;
  readonly percent: CellFigure;
}

/** Every row of rates against the two rows of counts that give it in most columns. */
export function checkRateRows(checking: Checking, table: ReadTable): void {
  for (const rate of table.rows.filter(isOfRates)) {
    const shares = sharesOf(table, rate);
    for (const share of shares) {
      const figures = [share.percent, share.part, share.whole];
      if (shareAgrees(share)) {
        checking.ledger.right(figures);
        continue;
      }
      const parameters = {
        printed: share.percent.text,
        basis: `${share.part.text}/${printed(share.whole.value, share.whole.step)}`,
        computed: recomputed(share),
        cause: shareCause(share, []),
      };
      checking.ledger.found(
        foundAt('verify/share-differs', checking, table, rate, share.percent, parameters),
        figures,
      );
    }
  }
}

/** Of the nearest rows above that agree in two columns at least, and in twice as many as they do not. */
function sharesOf({ rows }: ReadTable, rate: DataRow): readonly CellShare[] {
  const above = rows
    .slice(0, rows.indexOf(rate))
    .filter((row) => !isOfRates(row))
    .reverse();
  for (const part of above)
    for (const whole of above) {
      if (part === whole) continue;
      const shares = [...rate.figures].flatMap(([column, percent]): readonly CellShare[] => {
        const [upper, lower] = [part.figures.get(column), whole.figures.get(column)];
        return upper === undefined || lower === undefined || lower.value <= 0n
          ? []
          : [{ part: upper, whole: lower, percent }];
      });
      const right = shares.filter((share) => shareAgrees(share)).length;
      if (right >= 2 && right >= 2 * (shares.length - right)) return shares;
    }
  return [];
}
