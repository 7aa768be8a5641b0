/** Reads the words by which reports are understood: templates/verification/words.yaml. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { admit } from '../admission/admit.js';
import { templateFault } from '../admission/template-faults.js';
import type { Finding } from '../model.js';
import { readTemplateYaml } from '../readers/template-yaml.js';
import { defined } from '../values/defined.js';
import { vocabularyOf, type Vocabulary } from '../verification/words/vocabulary.js';
import { wordsSchema } from '../verification/words/words-schema.js';
import { VERIFICATION_FOLDER } from './package-files.js';

/** No vocabulary when there is a finding. */
export async function loadVerificationWords(
  folder = VERIFICATION_FOLDER,
): Promise<{ readonly vocabulary?: Vocabulary; readonly findings: readonly Finding[] }> {
  const file = 'templates/verification/words.yaml';
  const document = readTemplateYaml(await readFile(join(folder, 'words.yaml')), file);
  if (document.findings.length > 0) return { findings: document.findings };
  const { value, findings } = admit(wordsSchema, document, templateFault);
  const vocabulary = value === undefined ? undefined : vocabularyOf(value);
  return { ...defined({ vocabulary }), findings };
}
