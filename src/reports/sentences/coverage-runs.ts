/**
 * The entries of a paragraph by whose figures they tell: first those of the units that the line above names; what is of
 * other units stands in sentences of its own behind them, each begun with whose it is. In a bracket that was misread.
 */
import { coverageKey, outsideFigure, wholeOf, type Outside } from '../prose/outside.js';
import { indicatorResult, isReported, type IndicatorResult, type Prose } from '../prose/prose.js';
import { leadOf } from '../prose/telling.js';
import { groupBy } from '../../values/groups.js';
import { ASIDE, ownFigures, type Asked } from './told-figures.js';

/** Entries of the same units. */
export interface CoverageRun<T extends Asked> {
  /** Of other units than those of the line: who is outside, and how the first sentence begins. */
  readonly other?: { readonly told: Outside; readonly lead: string };
  readonly entries: readonly T[];
}

/** An entry that goes on from the one before, or tells its parts. */
const isDependent = ({ entry }: Asked): boolean =>
  entry.kind === 'base' ||
  entry.kind === 'examples' ||
  (entry.kind === 'counts' && entry.dependsOn !== undefined) ||
  ('joined' in entry && !ASIDE.includes(entry.joined));

/** `told`: who is outside the figures spoken of. Without a line above, brackets name the few that a figure lacks. */
export function coverageRuns<T extends Asked & { readonly apart?: boolean }>(
  prose: Prose,
  entries: readonly T[],
  told: Outside,
): readonly CoverageRun<T>[] {
  if (told.key === wholeOf(prose).key) return [{ entries }];
  const main: T[] = [];
  const others: { readonly result: IndicatorResult; readonly entries: T[] }[] = [];
  let last = main;
  for (const one of entries) {
    if (isDependent(one) || one.apart) {
      last.push(one);
      continue;
    }
    const own = ownFigures(one);
    const apart = own.filter((figure) => coverageKey(prose, figure) !== told.key);
    const rest = apart.length === 0 ? one : apart.length === own.length ? undefined : without(one, apart);
    if (rest !== undefined) main.push(rest);
    last = main;
    for (const same of groupBy(apart, (figure) => coverageKey(prose, figure)).values()) {
      const [result] = same;
      if (result === undefined) continue;
      last = [same.length === own.length ? one : only(one, same)];
      others.push({ result, entries: last });
    }
  }
  return [
    { entries: main },
    ...others.map(({ result, entries: those }) => ({
      other: { told: outsideFigure(prose, result), lead: leadOf(prose, result, told) },
      entries: those,
    })),
  ];
}

/** The entry of those figures alone, with the parts that may be told in the place of one. */
function only<T extends Asked>(one: T, figures: readonly IndicatorResult[]): T {
  const { entry } = one;
  if (entry.kind !== 'counts') return one;
  const ids = figures.map(({ indicator }) => indicator.id);
  return of(
    one,
    entry.indicators.filter((id) => ids.includes(id)),
  );
}

function without<T extends Asked>(one: T, figures: readonly IndicatorResult[]): T {
  const { entry } = one;
  if (entry.kind !== 'counts') return one;
  const ids = figures.map(({ indicator }) => indicator.id);
  return of(
    one,
    entry.indicators.filter((id) => !ids.includes(id)),
  );
}

function of<T extends Asked>(one: T, indicators: readonly string[]): T {
  const { entry } = one;
  if (entry.kind !== 'counts') return one;
  const ids = indicators.flatMap((id) => [id, ...(entry.parts[id] ?? [])]);
  return {
    ...one,
    entry: { ...entry, indicators },
    results: one.results.filter(({ indicator }) => ids.includes(indicator.id)),
  };
}

/** "Tính cả xã A": a base of the same kind was told before of fewer units, and the reader would compare the two. */
export function leadBeside(prose: Prose, { entry, results: [result] }: Asked, told: Outside): string {
  if (entry.kind !== 'rate' || entry.sameBase === undefined || result === undefined) return '';
  const before = indicatorResult(prose, entry.sameBase);
  if (before === undefined || !isReported(before) || !isReported(result)) return '';
  if (coverageKey(prose, result) !== told.key || prose.exceptions.form === 'byCount') return '';
  const own = outsideFigure(prose, result);
  const beside = outsideFigure(prose, before);
  const isMore = own.missing.every((code) => beside.missing.includes(code));
  return isMore && own.missing.length < beside.missing.length ? leadOf(prose, result, beside) : '';
}
