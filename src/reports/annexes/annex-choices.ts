/** Which annexes there are and which are usual: all that a configuration needs of annexes.yaml, read without handlebars. */
import { z } from 'zod';
import type { Source } from '../../admission/source.js';
import { admitTemplate } from '../../admission/template-faults.js';
import type { AnnexChoices } from '../../model.js';
import { annexHeadSchema } from '../wording/annex-head.js';

/** The rest of the file is admitted with the wording. */
const choicesSchema = z.object({
  annexes: z.array(annexHeadSchema.pick({ number: true, printed: true }).strip()),
});

/** Which annexes may be asked for; undefined for a file with faults, which the wording tells. */
export function annexChoices(file: Source): AnnexChoices | undefined {
  const { value } = admitTemplate(choicesSchema, file);
  return (
    value && {
      known: [...new Set(value.annexes.map(({ number }) => number))],
      usual: [...new Set(value.annexes.filter(({ printed }) => printed).map(({ number }) => number))],
    }
  );
}
