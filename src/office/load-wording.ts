/** Reads the wording of the report: the bundled files, each replaced or amended by the office's own. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Source } from '../admission/source.js';
import type { Finding } from '../model.js';
import { finding } from '../findings/finding.js';
import { readTemplateYaml } from '../readers/template-yaml.js';
import type { YamlDocument } from '../readers/yaml-document.js';
import { prepareWording, type ReportWording } from '../reports/report-wording.js';
import { WordingFault } from '../reports/wording-fault.js';
import { REPORT_WORDING_FOLDER } from './package-files.js';
import { exists, WORKSPACE_FILES } from './workspace-files.js';
import { defined } from '../values/defined.js';
import { append } from '../values/of-many.js';
import { readOfficeFile, readOfficeText } from '../readers/office-file.js';

export interface LoadedWording {
  /** Absent when a finding is an error. */
  readonly wording?: ReportWording;
  readonly findings: readonly Finding[];
}

const DATA_FILES = ['outline', 'signatures', 'annexes'] as const;

/** `folder` is the workspace: its templates/*.hbs amend single sentences, its *.yaml replace a file. */
export async function loadWording(folder?: string): Promise<LoadedWording> {
  const own = folder === undefined ? undefined : join(folder, WORKSPACE_FILES.templates);
  const folders = [REPORT_WORDING_FOLDER, ...(own !== undefined && (await exists(own)) ? [own] : [])];
  const findings: Finding[] = [];
  const sentences: Record<string, string> = {};
  const data = new Map<string, YamlDocument>();
  for (const [index, directory] of folders.entries()) {
    const shown = (name: string): string => (index === 0 ? name : `${WORKSPACE_FILES.templates}/${name}`);
    for (const name of (await readdir(directory)).sort()) {
      if (name.endsWith('.hbs'))
        sentences[shown(name)] = await readOfficeText(join(directory, name), shown(name));
      const file = DATA_FILES.find((known) => name === `${known}.yaml`);
      if (file === undefined) continue;
      const document = readTemplateYaml(
        await readOfficeFile(join(directory, name), shown(name)),
        shown(name),
      );
      append(findings, document.findings);
      data.set(file, document);
    }
  }
  if (findings.length > 0) return { findings };
  const source = (name: (typeof DATA_FILES)[number]): Source =>
    data.get(name) ?? { value: undefined, locate: () => ({ file: `${name}.yaml` }) };
  return withoutFaults(() => {
    const { value: wording, findings: faults } = prepareWording(sentences, {
      outline: source('outline'),
      signatures: source('signatures'),
      annexes: source('annexes'),
    });
    return { ...defined({ wording }), findings: faults };
  });
}

/** Runs a step that may meet a broken template; a sentence with a hole shows itself only when it is filled. */
export function withoutFaults<Result extends { readonly findings: readonly Finding[] }>(
  step: () => Result,
): Result | { readonly findings: readonly Finding[] } {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof WordingFault)) throw error;
    const { place, reason } = error;
    return {
      findings: [finding('cli/template-fault', { file: WORKSPACE_FILES.templates }, { place, reason })],
    };
  }
}
