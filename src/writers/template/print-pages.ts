/** Spreads the columns of a wide table over printed pages, groups kept together, names repeated on each. */
import type { TableLayout } from './layout.js';
import { POINTS_PER_CHARACTER } from './wrapped-lines.js';

/** Points between the margins of a landscape A4 page, with room left for programs that draw columns wider. */
const PAGE_POINTS = 735;
/** Below this scale the type of a form can no longer be read or filled in by hand. */
const SMALLEST_SCALE = 0.64;

const points = (characters: number): number => characters * POINTS_PER_CHARACTER;

export interface PrintPages {
  /** Columns after which a page ends; none when the table fits on one page. */
  readonly breaks: readonly number[];
  /** Percent. */
  readonly scale: number;
}

/** As few pages as legible type allows, filled evenly with whole groups; the widest page sets the scale. */
export function printPages(widths: readonly number[], layout: TableLayout): PrintPages {
  const span = (from: number, to: number): number =>
    widths.slice(from - 1, to).reduce((sum, width) => sum + points(width), 0);
  const blockWidths = blocks(layout).map(({ from, to }) => ({ from, width: span(from, to) }));
  const repeated = span(1, layout.fixedColumns);
  const fewest = fill(blockWidths, repeated, PAGE_POINTS / SMALLEST_SCALE);
  let even = fewest;
  for (let room = PAGE_POINTS; even.widest > room; room += EVENING_STEP) {
    const narrower = fill(blockWidths, repeated, room);
    if (narrower.breaks.length === fewest.breaks.length) {
      even = narrower;
      break;
    }
  }
  const scale = Math.floor((PAGE_POINTS / even.widest) * 100);
  return { breaks: even.breaks, scale: Math.min(100, Math.max(30, scale)) };
}

const EVENING_STEP = 20;

function fill(
  blockWidths: readonly { readonly from: number; readonly width: number }[],
  repeated: number,
  room: number,
): { readonly breaks: readonly number[]; readonly widest: number } {
  const breaks: number[] = [];
  let used = repeated;
  let widest = used;
  for (const { from, width } of blockWidths) {
    if (used > repeated && used + width > room) {
      breaks.push(from - 1);
      used = repeated;
    }
    used += width;
    widest = Math.max(widest, used);
  }
  return { breaks, widest };
}

/** Groups and single columns behind the repeated ones, in order. */
function blocks(layout: TableLayout): readonly { readonly from: number; readonly to: number }[] {
  const single = layout.single
    .filter((column) => column > layout.fixedColumns)
    .map((column) => ({ from: column, to: column }));
  return [...layout.groups, ...single].sort((a, b) => a.from - b.from);
}
