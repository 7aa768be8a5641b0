/** The units of which a figure counts something. */
import { namesOf, TIED_NAMED_AT_MOST } from './coverage.js';
import { unitWords } from './frame.js';
import type { Prose } from './prose.js';

/** Their codes, in the order of the list. */
export const unitsWith = ({ frame: { leaves, results } }: Prose, indicator: string): readonly string[] =>
  leaves.map(({ code }) => code).filter((code) => (results.measures[code]?.[indicator]?.n ?? 0) > 0);

/** Their names, where they are few. */
export function countedNames(prose: Prose, indicator: string): string {
  const counted = unitsWith(prose, indicator);
  return counted.length > TIED_NAMED_AT_MOST ? '' : namesOf(prose.frame, counted);
}

/** "phường, đặc khu": what kinds they are. */
export function countedKinds(prose: Prose, indicator: string): string {
  const counted = unitsWith(prose, indicator);
  return unitWords(prose.frame.leaves.filter(({ code }) => counted.includes(code)));
}
