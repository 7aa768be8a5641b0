/** Phrases of the report's data files: short texts with places to fill in. */
import { z } from 'zod';
import { text } from '../../admission/data-values.js';
import { WordingFault } from './wording-fault.js';
import { compilePhrase, type SentenceData } from './wording.js';

export type Phrase = (data: SentenceData) => string;

/** A short sentence with `{{…}}`; one that cannot be used is refused at its line. */
export const compiled = (written: string, context: z.RefinementCtx): Phrase => {
  try {
    return compilePhrase(`“${written}”`, written);
  } catch (error) {
    if (!(error instanceof WordingFault)) throw error;
    context.addIssue({ code: 'custom', message: error.reason });
    return z.NEVER;
  }
};

export const phrase = text.transform(compiled);
