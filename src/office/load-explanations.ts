/** Reads what `tdkvh explain` says of each finding: templates/findings/*.yaml, by code. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { admit, type Admitted } from '../admission/admit.js';
import { findingTextsSchema, type FindingText } from '../admission/finding-texts.js';
import { withoutBlanks } from '../admission/schema-keys.js';
import { templateFault } from '../admission/template-faults.js';
import { CATALOGUE } from '../findings/catalogue/catalogue.js';
import { finding } from '../findings/finding.js';
import type { Finding } from '../model.js';
import { readTemplateYaml } from '../readers/template-yaml.js';
import { FINDING_TEXTS_FOLDER } from './package-files.js';

export interface LoadedExplanations {
  /** Absent when there is a finding. */
  readonly texts?: ReadonlyMap<string, FindingText>;
  readonly findings: readonly Finding[];
}

/** The texts of every code; a code without a text is a finding, like a text without a code. */
export async function loadExplanations(folder = FINDING_TEXTS_FOLDER): Promise<LoadedExplanations> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  const files = await Promise.all(names.map((name) => readTexts(folder, name)));
  const findings = files.flatMap((file) => file.findings);
  if (findings.length > 0) return { findings };
  const texts = new Map(files.flatMap(({ value = {} }) => Object.entries(value)));
  const silent = Object.keys(CATALOGUE).filter((code) => !texts.has(code));
  return silent.length === 0
    ? { texts, findings: [] }
    : {
        findings: silent.map((key) =>
          finding(
            'template/missing-key',
            { file: SHOWN_FOLDER },
            { key, path: SHOWN_FOLDER },
            { fields: [key] },
          ),
        ),
      };
}

const SHOWN_FOLDER = 'templates/findings';

async function readTexts(
  folder: string,
  name: string,
): Promise<Admitted<Readonly<Record<string, FindingText>>>> {
  const document = readTemplateYaml(await readFile(join(folder, name)), `${SHOWN_FOLDER}/${name}`);
  if (document.findings.length > 0) return { findings: document.findings };
  return admit(
    findingTextsSchema,
    { ...document, value: withoutBlanks(findingTextsSchema, document.value) },
    templateFault,
  );
}
