/** Where this run prints a figure. */
import type { AskedFigure } from '../../../office/tracing/asked-figures.js';
import { safeText } from '../../../values/safe-text.js';
import { hanging } from '../../screen/wrap-text.js';

const MOST_PLACES = 4;

/** The first places; the others are counted. */
export function placeLines({ printed }: AskedFigure, columns: number): readonly string[] {
  if (printed.length === 0) return [];
  const shown = printed.slice(0, MOST_PLACES).map(({ text, place }) => `${text} ở ${place}`);
  const rest = printed.length - shown.length;
  return [
    hanging(
      '  Đã in: ',
      safeText(`${shown.join('; ')}${rest > 0 ? `; và ${String(rest)} chỗ khác` : ''}.`),
      columns,
    ),
  ];
}
