/** The body of `tdkvh report`: results.json, the wording and narrative.md become bao-cao.docx again. */
import { dirname, join, resolve } from 'node:path';
import type { AnnexChoices, Finding, ResultsDocument } from '../../../model.js';
import { badValue } from '../../../findings/bad-value.js';
import { finding, isError, NOWHERE } from '../../../findings/finding.js';
import { readYaml } from '../../../readers/yaml-document.js';
import { proseOf } from '../../../reports/prose/prose.js';
import { admitConfiguration } from '../../../workspace/configuration.js';
import { writeBeside } from './write-beside.js';
import { answerWith, failWith } from '../../screen/answer.js';
import type { CommandCall, Outcome } from '../../command.js';
import { readAnnexChoices } from '../../../office/annex-choices.js';
import { loadWording } from '../../../office/load-wording.js';
import { makeReport, reportBytes } from '../../../office/outputs/make-outputs.js';
import { OUTPUTS } from '../../../office/outputs/output-writers.js';
import { findOfficeTemplate } from '../../../office/office-template.js';
import { fillSummary } from './fill-summary.js';
import { showTags } from './show-tags.js';
import { findWorkspace, outFolderOf, WORKSPACE_FILES } from '../../../office/workspace-files.js';
import { defined } from '../../../values/defined.js';
import { readNarrative } from '../../../office/read-narrative.js';
import { readOfficeText, unlessFault } from '../../../readers/office-file.js';
import { pathFromHere } from '../../../office/path-from-here.js';
import { shownPath } from '../../screen/shown-path.js';
import { readStoredResults } from '../../../office/stored-results.js';
import { nextSteps, type NextStep } from '../../screen/next-steps.js';

export async function runReport(call: CommandCall): Promise<Outcome> {
  const { args, options } = call;
  const folder = await findWorkspace(options.text('workspace') ?? process.cwd());
  if (options.flag('listTags')) return showTags(call, folder);
  const usual = outFolderOf(folder);
  const path = args[0] === undefined ? join(usual, OUTPUTS.results.file) : resolve(args[0]);
  const { stored, findings: faults } = await readStoredResults(path);
  if (stored === undefined) return failWith(faults, call);
  const into = options.text('into');
  if (into !== undefined) return fillSummary(call, { form: into, folder, path, stored });

  const choices = await readAnnexChoices(folder);
  const office: Office = folder === undefined ? { findings: [] } : await officeOf(folder, choices);
  const wanted = await loadWording(folder);
  const found = await findOfficeTemplate(folder, options.text('template'));
  const annexes = annexesOf(options.text('annexes'), choices?.known);
  const before = [office, wanted, found, annexes].flatMap(({ findings }): readonly Finding[] => findings);
  if (wanted.wording === undefined || before.some(isError)) return failWith(before, call);
  const settings = office.report ?? stored.results.report;
  const results = withSettings(stored.results, settings, annexes.numbers, options.text('outline'));
  const asDraft = options.text('as') === 'draft';
  const made = makeReport(proseOf(results, wanted.wording), {
    asDraft,
    ...defined({ narrative: office.narrative, template: found.template }),
  });
  if (made.report === undefined) return failWith([...before, ...made.findings], call);
  const target = resolve(options.text('out') ?? join(dirname(path), OUTPUTS.report.file));
  if (found.template?.path === target) {
    const one = `--template ${found.template.file}`;
    return failWith(
      [finding('cli/conflicting-options', NOWHERE, { one, other: `--out ${found.template.file}` })],
      call,
    );
  }
  const word = await reportBytes(made.report, results, found.template);
  if (word.bytes === undefined) return failWith([...before, ...word.findings], call);
  const written = await writeBeside(path, stored.bytes, target, word.bytes);
  if (written.some(isError)) return failWith([...before, ...written], call);
  const shown = pathFromHere(target);
  const text = made.report.draft
    ? `Đã ghi: ${shownPath(shown)} (DỰ THẢO)\n${nextSteps([FINAL], call.terminal.columns)}`
    : `Đã ghi: ${shownPath(shown)}\n${nextSteps([{ text: 'đọc lại báo cáo trước khi trình ký' }], call.terminal.columns)}`;
  return answerWith(
    call,
    { text, json: { schema: 'tdkvh/written@1', files: [shown], draft: made.report.draft } },
    [...before, ...made.findings, ...word.findings],
  );
}

/** "I, vi" as numerals in the order given; `known`: those that annexes.yaml declares, when it could be read. */
function annexesOf(
  text: string | undefined,
  known: readonly string[] | undefined,
): {
  readonly numbers?: readonly string[];
  readonly findings: readonly Finding[];
} {
  if (text === undefined) return { findings: [] };
  const numbers = text
    .split(/[,;\s]+/u)
    .filter((part) => part !== '')
    .map((part) => part.toUpperCase());
  const wrong = known === undefined ? [] : numbers.filter((number) => !known.includes(number));
  return {
    numbers: [...new Set(numbers)],
    findings: wrong.map((text) =>
      badValue({ option: '--annexes', text, allowed: (known ?? []).join(', '), known: known ?? [] }),
    ),
  };
}

const FINAL: NextStep = { text: 'đủ số liệu và lời văn thì chốt', run: 'aggregate --final' };

interface Office {
  readonly report?: ResultsDocument['report'];
  readonly narrative?: string;
  readonly findings: readonly Finding[];
}

/** What the office may have edited since: letterhead and signer, and the written parts. */
async function officeOf(folder: string, annexes: AnnexChoices | undefined): Promise<Office> {
  const name = WORKSPACE_FILES.configuration;
  const narrated = await readNarrative(folder);
  const text = await unlessFault(
    () => readOfficeText(join(folder, name), name),
    (found) => ({ findings: [found, ...narrated.findings] }),
  );
  if (typeof text !== 'string') return text;
  const document = readYaml(text, name);
  const admitted = admitConfiguration(document, undefined, annexes);
  const findings = document.findings.length > 0 ? document.findings : admitted.findings;
  return {
    findings: [...findings, ...narrated.findings],
    ...defined({ report: admitted.config?.report, narrative: narrated.narrative }),
  };
}

/** The results with the letter of today, and the annexes and outline asked for on the command line. */
const withSettings = (
  results: ResultsDocument,
  settings: ResultsDocument['report'],
  annexes: readonly string[] | undefined,
  outline: string | undefined,
): ResultsDocument => ({
  ...results,
  report: {
    ...settings,
    ...defined({ annexes }),
    ...(outline === 'local' || outline === 'ministry' ? { outline } : {}),
  },
});
