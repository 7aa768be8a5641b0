/** The figures that a topic tells for themselves, not as parts of others. */
import {
  isAskedOrSent,
  indicatorResult,
  isReported,
  type IndicatorResult,
  type Prose,
} from '../prose/prose.js';
import { isOfUnits } from '../prose/outside.js';
import type { Entry, OutlineSection } from '../wording/outline.js';

/** What a topic tells of an entry: its figures that somebody reported, or that are due. */
export interface Asked {
  readonly entry: Entry;
  readonly results: readonly IndicatorResult[];
}

/** Between figures that stand beside one another; any other joint tells parts of the figure before it. */
export const ASIDE: readonly string[] = [';', ' và'];

/** Every indicator that an entry may speak of. */
export const indicatorsOf = (entry: Entry): readonly string[] =>
  entry.kind === 'counts'
    ? [...entry.indicators, ...Object.values(entry.parts).flat()]
    : entry.kind === 'document' || entry.kind === 'examples'
      ? []
      : [entry.indicator];

/** Those that the kind of period asks for, or that somebody gave all the same. */
export const askedOf = (prose: Prose, entry: Entry): readonly IndicatorResult[] =>
  indicatorsOf(entry)
    .flatMap((id) => indicatorResult(prose, id) ?? [])
    .filter(isAskedOrSent);

/** What an entry tells for itself, not as part of another figure: whose most of these are is said once. */
export function ownFigures({ entry, results }: Asked): readonly IndicatorResult[] {
  if (entry.kind === 'base' || (entry.kind === 'counts' && entry.dependsOn !== undefined)) return [];
  if ('joined' in entry && !ASIDE.includes(entry.joined)) return [];
  return results.filter(
    (one) =>
      isReported(one) &&
      one.measure.n > 0 &&
      !isOfUnits(one) &&
      (entry.kind !== 'counts' || (!entry.unmarked && entry.indicators.includes(one.indicator.id))),
  );
}

/** What an entry counts units by: who is in it shows, and no bracket says it. */
export const numbersOfUnits = ({ entry, results }: Asked): readonly IndicatorResult[] =>
  results.filter((one) => isReported(one) && ((entry.kind === 'counts' && entry.unmarked) || isOfUnits(one)));

/** All that the sections tell. */
export const toldFigures = (prose: Prose, sections: readonly OutlineSection[]): readonly IndicatorResult[] =>
  sections.flatMap(({ topics }) =>
    topics.flatMap(({ entries }) =>
      entries.flatMap((entry) => ownFigures({ entry, results: askedOf(prose, entry) })),
    ),
  );
