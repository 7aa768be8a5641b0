/** Results of the same kind of period one year before, among those of the folder previous/. */
import type { ResultsDocument } from '../model.js';
import type { RunFacts } from './prepare-run.js';

/** Undefined without that period; what is wrong in the folder is `compare`'s to say. */
export const previousResults = (
  { previous }: Pick<RunFacts, 'previous'>,
  { year, kind }: ResultsDocument['period'],
): ResultsDocument | undefined =>
  previous?.documents.find(({ results: { period } }) => period.year === year - 1 && period.kind === kind)
    ?.results;
