/** What a changed cell moves: two runs held side by side, figure by figure, cell by cell, sentence by sentence. */
import type { Finding, IndicatorRecord, MeasureRecord, ResultsDocument } from '../model.js';
import { printedRate } from '../measures/printed-rate.js';
import { unitFullName } from '../units/names/unit-name.js';
import { formatPercent, formatScaled } from '../values/number-format.js';

export interface MovedFigure {
  /** Code of the unit, or name of a group. */
  readonly unit: string;
  readonly name: string;
  readonly indicator: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

/** From the unit of the cell upwards; groups come last. */
export function movedFigures(before: ResultsDocument, after: ResultsDocument): readonly MovedFigure[] {
  const indicators = new Map(after.indicators.map((one) => [one.id, one]));
  const names = new Map(after.units.map((unit) => [unit.code, unitFullName(unit)]));
  const pairs = [
    ...after.units
      .toReversed()
      .map(({ code }) => [code, before.measures[code], after.measures[code]] as const),
    ...Object.keys(after.groups).map((name) => [name, before.groups[name], after.groups[name]] as const),
  ];
  return pairs.flatMap(([unit, then = {}, now = {}]) =>
    Object.entries(now).flatMap(([id, measure]) => {
      const indicator = indicators.get(id);
      const old = then[id];
      if (indicator === undefined || old === undefined || isSame(old, measure)) return [];
      const text = (one: MeasureRecord): string => measureText(one, indicator, after.decimals);
      const { label } = indicator;
      return [
        { unit, name: names.get(unit) ?? unit, indicator: id, label, from: text(old), to: text(measure) },
      ];
    }),
  );
}

const isSame = (one: MeasureRecord, other: MeasureRecord): boolean =>
  one.n === other.n &&
  one.d === other.d &&
  one.reported === other.reported &&
  one.expected === other.expected &&
  one.pending === other.pending;

/** "20.325/22.713 (89,49%), 10/14 đơn vị". */
function measureText(
  measure: MeasureRecord,
  indicator: Pick<IndicatorRecord, 'scale' | 'noRateWhilePending'>,
  decimals: number,
): string {
  const { n, d, reported, expected } = measure;
  const coverage = expected > 1 ? `, ${String(reported)}/${String(expected)} đơn vị` : '';
  if (reported === 0) return `không có số${coverage}`;
  const { scale } = indicator;
  const fraction = printedRate(indicator, measure);
  const rate = fraction === undefined ? undefined : formatPercent(fraction, decimals);
  const counts =
    d === undefined ? formatScaled(n, scale) : `${formatScaled(n, scale)}/${formatScaled(d, scale)}`;
  return `${counts}${rate === undefined ? '' : ` (${rate})`}${coverage}`;
}

/** Findings that only one of the runs makes. */
export function movedFindings(
  before: readonly Finding[],
  after: readonly Finding[],
): { readonly appear: readonly Finding[]; readonly go: readonly Finding[] } {
  const keyOf = ({ code, message, at }: Finding): string => [code, message, at.file, at.cell].join('\u001f');
  const [then, now] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))];
  return {
    appear: after.filter((one) => !then.has(keyOf(one))),
    go: before.filter((one) => !now.has(keyOf(one))),
  };
}

export interface MovedText {
  readonly from: string;
  readonly to: string;
}

/** Sentences that read otherwise, each beside the one whose place it takes; alone where there is none. */
export function movedSentences(before: readonly string[], after: readonly string[]): readonly MovedText[] {
  const added = without(after, before);
  const gone = without(before, after);
  const left = new Set(added);
  const pairs = gone.map((from) => {
    const same = added.find((to) => left.has(to) && wordingOf(to) === wordingOf(from));
    const like = same ?? added.find((to) => left.has(to) && firstWords(to) === firstWords(from));
    if (like !== undefined) left.delete(like);
    return { from, to: like ?? '' };
  });
  return [...pairs, ...[...left].map((to) => ({ from: '', to }))];
}

function without(list: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(others);
  return [...new Set(list)].filter((text) => !known.has(text));
}

const wordingOf = (text: string): string => text.replace(/\d[\d.,/]*%?/gu, '#');
const FIRST = 4;
const firstWords = (text: string): string => wordingOf(text).split(' ').slice(0, FIRST).join(' ');

export interface MovedCell extends MovedText {
  readonly sheet: string;
  readonly cell: string;
}

/** A sheet as printed: its lines, each by address of its first cell. */
export interface PrintedSheet {
  readonly name: string;
  readonly rows: readonly (readonly { readonly cell: string; readonly text: string }[])[];
}

/** Cells that print something else; a sheet with other lines is named with how many. */
export function movedCells(
  before: readonly PrintedSheet[],
  after: readonly PrintedSheet[],
): readonly MovedCell[] {
  return after.flatMap(({ name, rows }): readonly MovedCell[] => {
    const then = before.find((sheet) => sheet.name === name)?.rows ?? [];
    if (then.length !== rows.length)
      return [
        { sheet: name, cell: '', from: `${String(then.length)} dòng`, to: `${String(rows.length)} dòng` },
      ];
    return rows.flatMap((cells, line) =>
      cells.flatMap(({ cell, text }, column): readonly MovedCell[] => {
        const from = then[line]?.[column]?.text ?? '';
        return from === text ? [] : [{ sheet: name, cell, from, to: text }];
      }),
    );
  });
}
