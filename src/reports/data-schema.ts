/** What the data files of the report share: plain texts, and phrases with places to fill in. */
import { z } from 'zod';
import { compilePhrase, WordingFault, type SentenceData } from './wording.js';

export type Phrase = (data: SentenceData) => string;

export const text = z.string().transform((written) => written.normalize('NFC'));

export const flag = z.boolean().default(false);

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
