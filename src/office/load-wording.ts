/** Reads the wording of the report: the bundled files, each replaced or amended by the office's own. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Source } from '../admission/source.js';
import type { Finding } from '../model.js';
import { finding } from '../findings/finding.js';
import { tooLong, type TextLimits } from '../readers/text-weight.js';
import { readTemplateYaml } from '../readers/template-yaml.js';
import { admitWording, type ReportWording } from '../reports/wording/report-wording.js';
import { unknownSections } from '../reports/wording/unknown-sections.js';
import { compileWording } from '../reports/wording/wording.js';
import { WordingFault } from '../reports/wording/wording-fault.js';
import { REPORT_WORDING_FOLDER } from './package-files.js';
import { unknownNames } from './wording-names.js';
import { exists, WORKSPACE_FILES } from './workspace-files.js';
import { defined } from '../values/defined.js';
import { append } from '../values/of-many.js';
import { readOfficeFile, readOfficeText, unlessFault } from '../readers/office-file.js';

export interface LoadedWording {
  /** Absent when a finding is an error. */
  readonly wording?: ReportWording;
  readonly findings: readonly Finding[];
}

/** All bundled sentences are 45,000 letters with 1,200 places to fill; compiling keeps far more, and goes as deep as blocks nest. */
const SENTENCE_LIMITS: TextLimits = { letters: 400_000, signs: 5_000 };
const SENTENCE_SIGNS = /\{\{|^## /gmu;

const DATA_FILES = ['outline', 'signatures', 'annexes'] as const;
type DataFile = (typeof DATA_FILES)[number];

/** What the office rewords itself, outline and annexes among it. */
interface OwnFiles {
  readonly sentences: Record<string, string>;
  readonly data: Source[];
}

/** `folder` is the workspace: its templates/*.hbs amend single sentences, its *.yaml replace a file. */
export async function loadWording(folder?: string): Promise<LoadedWording> {
  const mine = folder === undefined ? undefined : join(folder, WORKSPACE_FILES.templates);
  const folders = [REPORT_WORDING_FOLDER, ...(mine !== undefined && (await exists(mine)) ? [mine] : [])];
  const findings: Finding[] = [];
  const sentences: Record<string, string> = {};
  const own: OwnFiles = { sentences: {}, data: [] };
  const data = new Map<DataFile, Source | undefined>();
  let bundledAnnexes: Source | undefined;
  const note = (found: Finding): undefined => {
    findings.push(found);
  };
  for (const [index, directory] of folders.entries()) {
    const shown = (name: string): string => (index === 0 ? name : `${WORKSPACE_FILES.templates}/${name}`);
    for (const name of (await readdir(directory)).sort()) {
      const file = DATA_FILES.find((known) => name === `${known}.yaml`);
      const path = join(directory, name);
      if (name.endsWith('.hbs')) {
        const text = await unlessFault(() => readOfficeText(path, shown(name)), note);
        if (text === undefined) continue;
        const fault = tooLong(text, shown(name), SENTENCE_LIMITS, SENTENCE_SIGNS);
        if (fault !== undefined) findings.push(fault);
        else (index === 0 ? sentences : own.sentences)[shown(name)] = text;
      } else if (file !== undefined) {
        const bytes = await unlessFault(() => readOfficeFile(path, shown(name)), note);
        const document = bytes === undefined ? undefined : readTemplateYaml(bytes, shown(name));
        append(findings, document?.findings ?? []);
        // The bundled file does not stand in for a broken one.
        data.set(file, document?.findings.length === 0 ? document : undefined);
        if (index === 0 && file === 'annexes') bundledAnnexes = document;
        if (index > 0 && document !== undefined && file !== 'signatures') own.data.push(document);
      }
    }
  }
  const compiled = withoutFaults(() => ({
    say: compileWording({ ...sentences, ...own.sentences }),
    findings: [],
  }));
  const say = 'say' in compiled ? compiled.say : undefined;
  const { outline, signatures, annexes } = Object.fromEntries(data) as Partial<Record<DataFile, Source>>;
  const prepared = withoutFaults(() =>
    admitWording(say, defined({ outline, signatures, annexes, bundledAnnexes })),
  );
  const all = [
    ...findings,
    ...compiled.findings,
    ...prepared.findings,
    ...unknownSections(own.sentences, Object.values(sentences), outline),
    ...(folder === undefined ? [] : await unknownNames(folder, own.data, bundledAnnexes)),
  ];
  const wording = 'value' in prepared && all.length === 0 ? prepared.value : undefined;
  return { ...defined({ wording }), findings: all };
}

/** Runs a step that may meet a broken template; a sentence with a hole shows itself only when it is filled. */
export function withoutFaults<Result extends { readonly findings: readonly Finding[] }>(
  step: () => Result,
): Result | { readonly findings: readonly Finding[] } {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof WordingFault)) throw error;
    return {
      findings: [error, ...error.others].map(({ place, reason }) =>
        finding(
          'cli/template-fault',
          { file: WORKSPACE_FILES.templates },
          { path: place, reason },
          { fields: [place] },
        ),
      ),
    };
  }
}
