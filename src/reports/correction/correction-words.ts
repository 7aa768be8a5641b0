/** The words that the correction table and its letter share: the published report, and reasons as sentences. */
import { formatDate } from '../../values/number-format.js';
import type { CorrectionReason } from '../../model.js';
import { writeLetter } from '../letter.js';
import type { Prose } from '../prose/prose.js';

/** So many cells are named one by one. */
const MOST_CELLS = 3;
/** So many reasons stand in a line of the table. */
const MOST_REASONS = 6;

/** "Báo cáo số 18/BC-BCĐ ngày 10/12/2024", as `sealed` was published. */
export function reportWords({ say }: Prose, { frame, wording }: Prose): string {
  const { number, date } = frame.results.report;
  // A symbol alone ("/BC-VHTT") waits for its number.
  const isNumbered = number !== undefined && /^\d/u.test(number.trim());
  return say('correction.report', {
    number: isNumbered ? writeLetter(frame, wording.signatures).reference.number : '',
    date: date === undefined ? '' : formatDate(date),
  });
}

export function reasonWords({ say, frame }: Prose, reason: CorrectionReason): string {
  if (reason.kind !== 'cells') return say(`correction.reason.${reason.kind}`, { ...reason });
  const named = reason.cells
    .slice(0, MOST_CELLS)
    .map(({ sheet, cell, field, from, to }) =>
      say('correction.reason.cell', { sheet, cell, field, from, to }),
    );
  const rest = reason.cells.length - MOST_CELLS;
  const cells = [
    ...named,
    ...(rest > 0 ? [say('correction.reason.more', { count: frame.count(rest) })] : []),
  ].join('; ');
  return say('correction.reason.cells', { name: reason.name, cells });
}

/** One line for a table. */
export function reasonsLine(prose: Prose, reasons: readonly CorrectionReason[]): string {
  const rest = reasons.length - MOST_REASONS;
  return [
    ...reasons.slice(0, MOST_REASONS).map((reason) => reasonWords(prose, reason)),
    ...(rest > 0 ? [prose.say('correction.reason.others', { count: prose.frame.count(rest) })] : []),
  ].join('; ');
}
