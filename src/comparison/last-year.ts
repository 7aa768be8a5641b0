/** Results of the whole year before, where a unit is in them what it is today. */
import type { CrosswalkStep, ResultsDocument } from '../model.js';

/** Undefined where the unit is new, or stands on other ground under its code. */
export function lastYearOf(
  unit: string,
  documents: readonly { readonly results: ResultsDocument }[],
  { year }: Pick<ResultsDocument['period'], 'year'>,
  steps: readonly CrosswalkStep[],
): ResultsDocument | undefined {
  const found = documents.find(({ results }) => results.period.id === String(year - 1))?.results;
  if (found === undefined || !found.units.some(({ code }) => code === unit)) return undefined;
  const isMade = steps.some(
    ({ oldCode, newCode, oldValidTo }) =>
      (newCode === unit) !== (oldCode === unit) &&
      (oldValidTo === undefined || oldValidTo >= found.referenceDate),
  );
  return isMade ? undefined : found;
}
