/** Sheets as tables of what their cells show; lines of one text over a table are paragraphs. */
import type { RawCell, RawSheet, WrittenBlock, WrittenCell, WrittenRow } from '../../model.js';
import { largest } from '../../values/of-many.js';

/** Places that a figure is held to. */
const DECIMALS = 6;

export const sheetBlocks = (sheets: readonly RawSheet[]): readonly WrittenBlock[] =>
  sheets.filter(({ state }) => state === 'visible').flatMap(blocksOf);

function blocksOf(sheet: RawSheet): readonly WrittenBlock[] {
  const place = sheet.name === '' ? 'bảng 1' : `trang “${sheet.name}”`;
  const blocks: WrittenBlock[] = [];
  let rows: WrittenRow[] = [];
  const close = (): void => {
    if (rows.length > 0) blocks.push({ kind: 'table', place, rows });
    rows = [];
  };
  for (const [number, cells] of gridOf(sheet)) {
    const filled = [...new Set(cells.map(({ text }) => text).filter((text) => text !== ''))];
    const [only] = filled;
    if (only === undefined) continue;
    if (filled.length === 1 && cells.length > 1 && /\p{L}/u.test(only)) {
      // A line of one text ends the table before it, unless that has only begun.
      if (rows.length > 2) close();
      if (rows.length === 0) {
        blocks.push({ kind: 'text', place: `${place}, dòng ${String(number)}`, text: only });
        continue;
      }
    }
    rows.push({ place: `dòng ${String(number)}`, cells });
  }
  close();
  return blocks;
}

/** Rows by their number, merged cells repeated. */
function gridOf({ cells, merges }: RawSheet): ReadonlyMap<number, readonly WrittenCell[]> {
  const width = largest(
    cells.map(({ column }) => column),
    0,
  );
  const grid = new Map<number, WrittenCell[]>();
  const rowAt = (row: number): WrittenCell[] => {
    const known = grid.get(row) ?? Array.from({ length: width }, () => ({ text: '' }));
    grid.set(row, known);
    return known;
  };
  for (const cell of cells) rowAt(cell.row)[cell.column - 1] = { text: shownOf(cell) };
  for (const { top, left, bottom, right } of merges) {
    const text = grid.get(top)?.[left - 1]?.text ?? '';
    if (text === '') continue;
    for (let row = top; row <= Math.min(bottom, top + 200); row += 1)
      for (let column = left; column <= Math.min(right, width); column += 1)
        if (row !== top || column !== left) rowAt(row)[column - 1] = { text, covered: true };
  }
  return new Map([...grid].sort(([a], [b]) => a - b));
}

/** As printed: what the format shows, else the stored number with a decimal comma. */
function shownOf({ kind, raw, shown, numberFormat }: RawCell): string {
  if (kind === 'error' || numberFormat === 'date') return '';
  if (shown !== undefined && kind === 'number') return shown.text;
  if (kind !== 'number') return raw.trim();
  const [, whole = '', decimals = ''] = /^(-?\d+)(?:\.(\d+))?$/u.exec(raw) ?? [];
  const kept = decimals.slice(0, DECIMALS).replace(/0+$/u, '');
  return numberFormat === 'percent' || whole === '' ? '' : kept === '' ? whole : `${whole},${kept}`;
}
