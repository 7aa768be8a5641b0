/** Which annexes there are and which are usual: all that a configuration needs of annexes.yaml, read without handlebars. */
import { z } from 'zod';
import type { AnnexChoices } from '../../model.js';
import { flag, text } from '../../admission/data-values.js';

/** What the configuration needs of annexes.yaml; the rest of the file is admitted with the wording. */
const choicesSchema = z.object({ annexes: z.array(z.object({ number: text, printed: flag })) });

/** Which annexes may be asked for; undefined for a file with faults, which the wording tells. */
export function annexChoices(data: unknown): AnnexChoices | undefined {
  const { data: read } = choicesSchema.safeParse(data);
  return (
    read && {
      known: [...new Set(read.annexes.map(({ number }) => number))],
      usual: [...new Set(read.annexes.filter(({ printed }) => printed).map(({ number }) => number))],
    }
  );
}
