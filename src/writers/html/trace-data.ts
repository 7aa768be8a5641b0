/**
 * The block of data behind the figures of the page, as JSON that script alone reads: per unit its sources, cells and
 * figures, what several share written once. Unit by unit, so that a province is never whole in memory.
 */
import type { BookFigure, BookGroup, TraceBook } from '../../model.js';
import { cellAddress, columnLetter } from '../../values/cell-address.js';
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

/** Letters of Vietnamese, digits and usual signs, without what JSON or an element would read otherwise. */
const PLAIN =
  /^[\u0020\u0021\u0023-\u003B\u003D-\u005B\u005D-\u007E\u00A0-\u017F\u01A0-\u01B0\u1EA0-\u1EF9]*$/u;

/** Safe inside its element, whatever communes typed: a string of JSON. */
const quoted = (text: string): string =>
  PLAIN.test(text) ? `"${text}"` : JSON.stringify(xmlText(text)).replaceAll('<', '\\u003c');

const listed = (parts: readonly (string | number)[]): string => `[${parts.join()}]`;
const quotedList = (texts: readonly string[]): string => listed(texts.map(quoted));

/** `links` holds what the page above has linked to. */
export function* traceData(book: TraceBook, links: TraceLinks, period: string): Pieces {
  const words = new Places();
  yield `{"period":${quoted(period)},"indicators":${indicatorsData(book)},"units":[`;
  let first = true;
  for (const { id, name, within } of book.units) {
    const above = listed(within.flatMap((one) => links.unit(one) ?? []));
    yield `${first ? '' : ','}\n${listed([quoted(id), quoted(name), above, ...unitData(id, book, words)])}`;
    first = false;
  }
  const explained = [...links.explained].map(
    ([key, { title, lines }]) => `${quoted(key)}:${quotedList([title, ...lines])}`,
  );
  yield `],"words":${quotedList(words.texts)},"told":{${explained.join()}}}`;
}

const indicatorsData = ({ indicators }: TraceBook): string =>
  listed(
    indicators.map(
      (one) =>
        `{${Object.entries(one)
          .map(([key, text]) => `"${key}":${quoted(text)}`)
          .join()}}`,
    ),
  );

/** Sources, lists of rows, columns of cells, findings, figures; each as JSON, written once and not looked at again. */
function unitData(unit: string, book: TraceBook, words: Places): readonly string[] {
  const sources = new Places();
  const rows = new Places();
  const groups = new Places();
  const findings = new Places();
  const shared: Shared = { sources, rows, words, book };
  // Figures of one unit share groups.
  const written = new Map<BookGroup, number>();
  const group = (one: BookGroup): number => {
    const place = written.get(one) ?? groups.of(groupData(one, shared));
    written.set(one, place);
    return place;
  };
  const figures = Array.from(book.figuresOf(unit), (figure) => {
    const data = [
      figure.indicator,
      quoted(figure.calculation),
      figure.reported,
      figure.expected,
      figure.why === '' ? 0 : words.of(figure.why) + 1,
      listed(figure.groups.map(group)),
      listed(
        figure.findings.map(({ text, accepted }) =>
          findings.of(accepted === undefined ? text : `+${accepted}`),
        ),
      ),
      quotedList(figure.earlier),
      ownData(figure, group),
    ];
    while (isNothing(data.at(-1))) data.pop();
    return listed(data);
  });
  return [
    listed(sources.texts),
    listed(rows.texts),
    listed(groups.texts),
    quotedList(findings.texts),
    listed(figures),
  ];
}

const NONE = listed([]);
const isNothing = (data: string | number | undefined): boolean => data === 0 || data === NONE;

const ownData = ({ own }: BookFigure, group: (one: BookGroup) => number): string =>
  own === undefined ? NONE : listed([quoted(own.calculation), listed(own.groups.map(group))]);

interface Shared {
  readonly sources: Places;
  readonly rows: Places;
  /** The rows of the last group whose cells stand in one column. */
  last?: { readonly cells: BookGroup['cells']; readonly place: number };
  readonly words: Places;
  readonly book: TraceBook;
}

/** Cells of one column share its letter, their rows are shared with other columns. */
function groupData({ side, label, total, file, sheet, cells, read }: BookGroup, shared: Shared): string {
  const { sources, words, book } = shared;
  const [first] = cells;
  const own = cells.every(({ column }) => column === first?.column) ? first?.column : undefined;
  return listed([
    side === 'n' ? 0 : 1,
    words.of(label),
    quoted(total),
    sources.of(quotedList([file, sheet, book.sha256Of(file)])),
    ...(cells.length === 1 && first?.label === ''
      ? [`"${cellAddress(first.row, first.column)}"`, -1]
      : [quoted(own === undefined ? '' : columnLetter(own)), rowsOf(cells, own !== undefined, shared)]),
    quoted(read.join('\n')),
  ]);
}

/** The place of the rows of a group; columns of one table follow each other, and have the same. */
function rowsOf(cells: BookGroup['cells'], isOneColumn: boolean, shared: Shared): number {
  const { last, rows } = shared;
  if (last !== undefined && isOneColumn && sameRows(last.cells, cells)) return last.place;
  const named = cells.map(
    ({ row, column, label }) =>
      `${isOneColumn ? String(row) : `"${cellAddress(row, column)}"`},${quoted(label)}`,
  );
  const place = rows.of(listed(named));
  if (isOneColumn) shared.last = { cells, place };
  return place;
}

const sameRows = (some: BookGroup['cells'], others: BookGroup['cells']): boolean =>
  some.length === others.length &&
  some.every(({ row, label }, at) => row === others[at]?.row && label === others[at].label);
