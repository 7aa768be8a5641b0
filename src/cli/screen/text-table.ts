/** Small aligned tables for the terminal. */
import { padTo, widthOf } from './wrap-text.js';

/** Rows with columns two spaces apart; columns named in `right` are aligned to the right. */
export function textTable(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, widthOf(cell));
  }
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return right.includes(column) ? ' '.repeat(width - widthOf(cell)) + cell : padTo(cell, width);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
