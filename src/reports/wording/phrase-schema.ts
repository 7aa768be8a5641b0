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

/** "tổ chức | {{n}} hội nghị": equal verbs of neighbours are written once; "| {{n}} xã giữ vững | tiêu chí A" is said with B of the same units. */
export const countPhrase = text.transform((written, context): CountPhrase => {
  const [first = '', second, third] = written.split('|').map((part) => part.trim());
  if (second === undefined) return { verb: '', rest: compiled(first, context) };
  const rest = compiled(second, context);
  return third === undefined ? { verb: first, rest } : { verb: first, rest, of: compiled(third, context) };
});

export interface CountPhrase {
  readonly verb: string;
  readonly rest: Phrase;
  /** What the units have: told together with others like it. */
  readonly of?: Phrase;
}
