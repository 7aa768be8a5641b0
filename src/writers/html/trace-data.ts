/**
 * The block of data behind the figures of the page, as JSON that script alone reads: per unit its sources, cells and
 * figures, what several share written once. Unit by unit, so that a province is never whole in memory.
 */
import type { BookFigure, BookGroup, TraceBook } from '../../model.js';
import { xmlText } from '../xml-text.js';
import type { Pieces } from './markup.js';
import type { TraceLinks } from './trace-links.js';

/** Each text once; its place stands for it. */
class Places {
  readonly texts: string[] = [];
  private readonly known = new Map<string, number>();

  of(text: string): number {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    this.known.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }
}

/** Safe inside its element, whatever communes typed. */
const json = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? xmlText(part) : part)).replaceAll(
    '<',
    '\\u003c',
  );

/** `links` holds what the page above has linked to. */
export function* traceData(book: TraceBook, links: TraceLinks, period: string): Pieces {
  const words = new Places();
  yield `{"period":${json(period)},"indicators":${json(book.indicators)},"units":[`;
  let first = true;
  for (const { id, name, within } of book.units) {
    yield `${first ? '' : ','}\n${json([id, name, within.flatMap((one) => links.unit(one) ?? []), ...unitData(id, book, words)])}`;
    first = false;
  }
  const told = [...links.told].map(([key, { title, lines }]) => [key, [title, ...lines]] as const);
  yield `],"words":${json(words.texts)},"told":${json(Object.fromEntries(told))}}`;
}

/** Sources, lists of rows, columns of cells, findings, figures. */
function unitData(unit: string, book: TraceBook, words: Places): readonly unknown[] {
  const sources = new Places();
  const rows = new Places();
  const groups = new Places();
  const findings = new Places();
  const group = (one: BookGroup): number => groups.of(groupData(one, { sources, rows, words, book }));
  const figures = Array.from(book.figuresOf(unit), (figure) => {
    const data = [
      figure.indicator,
      figure.calculation,
      figure.reported,
      figure.expected,
      figure.why === '' ? 0 : words.of(figure.why) + 1,
      figure.groups.map(group),
      figure.findings.map(({ text, accepted }) =>
        findings.of(accepted === undefined ? text : `+${accepted}`),
      ),
      figure.earlier,
      ownData(figure, group),
    ];
    while (isNothing(data.at(-1))) data.pop();
    return data;
  });
  const parsed = (places: Places): readonly unknown[] =>
    places.texts.map((text) => JSON.parse(text) as unknown);
  return [parsed(sources), parsed(rows), parsed(groups), findings.texts, figures];
}

const isNothing = (value: unknown): boolean => value === 0 || (Array.isArray(value) && value.length === 0);

const ownData = ({ own }: BookFigure, group: (one: BookGroup) => number): readonly unknown[] =>
  own === undefined ? [] : [own.calculation, own.groups.map(group)];

interface Shared {
  readonly sources: Places;
  readonly rows: Places;
  readonly words: Places;
  readonly book: TraceBook;
}

/** Cells of one column share its letter, their rows are shared with other columns. */
function groupData({ side, label, total, file, sheet, cells }: BookGroup, shared: Shared): string {
  const { sources, rows, words, book } = shared;
  const columns = new Set(cells.map(({ column }) => column));
  const [column] = columns;
  const own = columns.size === 1 ? column : undefined;
  const named = cells.flatMap((cell) => [
    own === undefined ? `${cell.column}${String(cell.row)}` : cell.row,
    cell.label,
  ]);
  return JSON.stringify([
    side === 'n' ? 0 : 1,
    words.of(label),
    total,
    sources.of(JSON.stringify([file, sheet, book.sha256Of(file)])),
    ...(cells.length === 1 && cells[0]?.label === ''
      ? [`${cells[0].column}${String(cells[0].row)}`, -1]
      : [own ?? '', rows.of(JSON.stringify(named))]),
    cells.map(({ read }) => read).join('\n'),
  ]);
}
