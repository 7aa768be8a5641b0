/** The built-in wording of the report, read from templates/reports for tests. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Source } from '../../src/admission/source.js';
import { readYaml } from '../../src/readers/yaml-document.js';
import { prepareWording, type ReportWording } from '../../src/reports/wording/report-wording.js';

const FOLDER = new URL('../../templates/reports/', import.meta.url);
const text = (file: string): string => readFileSync(new URL(file, FOLDER), 'utf8');
const data = (file: string): Source => readYaml(text(file), file);

export const reportTemplates = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(FOLDER)
      .filter((file) => file.endsWith('.hbs'))
      .sort()
      .map((file) => [file, text(file)]),
  );

export const reportData = () => ({
  outline: data('outline.yaml'),
  signatures: data('signatures.yaml'),
  annexes: data('annexes.yaml'),
});

let prepared: ReportWording | undefined;

/** Prepared once for all files of a worker: nothing changes it. */
export function builtInWording(): ReportWording {
  if (prepared !== undefined) return prepared;
  const { value, findings } = prepareWording(reportTemplates(), reportData());
  if (value === undefined) throw new Error(findings.map(({ message }) => message).join('\n'));
  prepared = value;
  return value;
}
