/** The body of `tdkvh aggregate`: run, refuse or write the set, then say what was read, added up and written. */
import { join } from 'node:path';
import type { Finding, ResultsDocument } from '../../../model.js';
import { finding, isError, NOWHERE } from '../../../findings/finding.js';
import { proseOf } from '../../../reports/prose/prose.js';
import type { FileContent } from '../../../writers/byte-pieces.js';
import { publishDecided, type OutputFile } from '../../../writers/output-set.js';
import { failWith } from '../../screen/answer.js';
import { catchingWording } from '../../catch-wording.js';
import type { CommandCall, Outcome } from '../../command.js';
import { dayOfOutputs, deadlineWork } from '../../../office/outputs/deadline-work.js';
import { loadWording } from '../../../office/load-wording.js';
import { nameInside } from '../../../office/path-inside.js';
import { readNarrative } from '../../../office/read-narrative.js';
import { findOfficeTemplate } from '../../../office/office-template.js';
import { makeOutputs } from '../../../office/outputs/make-outputs.js';
import { OUTPUTS } from '../../../office/outputs/output-writers.js';
import { makeReturns, RETURNS_FOLDER, returnsOfLastTime } from '../../../office/outputs/make-returns.js';
import { findingsDocument, printFindings } from '../../screen/print-findings.js';
import { untoldOf, type PreparedRun } from '../../../office/prepare-run.js';
import { completeCall, prepareCall } from '../../office-call.js';
import type { CompletedRun } from '../../../office/run-pipeline.js';
import { runSummary, summaryFacts } from './run-summary.js';
import { refusalsOf } from './refusals.js';
import { listLength } from '../../screen/list-length.js';
import { findingsContent, writeFindings } from '../../../office/outputs/write-findings.js';
import { defined } from '../../../values/defined.js';

/** Where the set names every finding. */
const FINDINGS_FILE = OUTPUTS.findingsCsv.file;

export async function runAggregate(call: CommandCall): Promise<Outcome> {
  const { options } = call;
  if (options.flag('final') && options.text('as') === 'draft') {
    const both = { one: '--final', other: '--as draft' };
    return failWith([finding('cli/conflicting-options', NOWHERE, both)], call);
  }
  const { findings: wrong } = listLength(options);
  if (wrong.length > 0) return failWith(wrong, call);
  const prepared = await prepareCall(call);
  const wanted = await loadWording(prepared.folder);
  const office = await findOfficeTemplate(prepared.folder, options.text('template'));
  const narrated = await readNarrative(prepared.folder);
  const before = [...prepared.findings, ...wanted.findings, ...office.findings, ...narrated.findings];
  const { run } = prepared;
  const { narrative } = narrated;
  if (run === undefined || wanted.wording === undefined || before.some(isError))
    return failWith([...before, ...untoldOf(prepared)], call);

  const complete = (one: PreparedRun): Promise<CompletedRun> => completeCall(one, call);
  const completed = await complete(run);
  const { results, files, unitName } = completed;
  if (results === undefined) return failWith([...before, ...completed.findings], call, { files, unitName });
  const prose = proseOf(results, wanted.wording);
  const refusals = refusalsOf(prose, narrative, call);
  const path = options.text('findings');
  const facts = { period: results.period.id, units: results.units };
  const writeList = async (): Promise<readonly Finding[]> =>
    path === undefined ? [] : writeFindings(path, completed.findings, facts);
  if (refusals.length > 0) {
    const listed = await writeList();
    // Refused: no outputs, so the findings are the answer and go to stdout.
    const findings = [...before, ...completed.findings, ...listed, ...refusals];
    printFindings(findings, call, { files, unitName, asResult: true, ...defined({ fullList: path }) });
    return { findings };
  }

  const outcome = await catchingWording(async () =>
    options.flag('returns') ? makeReturns(run, prose, { complete }) : undefined,
  );
  if ('fault' in outcome) return failWith([...before, ...completed.findings, outcome.fault], call);
  const returns = outcome.result;
  const made = await makeOutputs(prose, {
    set: run.facts.set,
    deadline: deadlineWork(run, results, dayOfOutputs(run.facts)),
    asDraft: options.text('as') === 'draft',
    ...defined({ narrative, returns: returns?.files, template: office.template }),
  });
  // Among the outputs it appears with them or not at all: a run that was ended must not leave the list of another.
  const inside = path === undefined ? undefined : nameInside(run.out, path);
  const isMember = inside !== undefined && made.files?.has(inside) === false;
  const listed = isMember ? [] : await writeList();
  const list = (): FileContent => findingsContent(inside ?? '', completed.findings, facts);
  const set = isMember ? new Map<string, OutputFile>([...made.files, [inside, list]]) : made.files;
  const written = set === undefined ? [] : await publish(run.out, set, returns !== undefined);
  const found = [...before, ...completed.findings, ...listed, ...(returns?.findings ?? [])];
  const ofOutputs = [...made.findings, ...written];
  const names = set === undefined || written.some(isError) ? [] : [...set.keys()];
  answer(call, run, completed, results, { found, ofOutputs, names, draft: made.draft });
  return { findings: [...found, ...ofOutputs] };
}

/** Replies of the last time go with the new set, when replies are part of it. */
const publish = (
  out: string,
  files: ReadonlyMap<string, OutputFile>,
  withReturns: boolean,
): Promise<readonly Finding[]> =>
  publishDecided(out, async () => {
    const old = withReturns ? await returnsOfLastTime(join(out, RETURNS_FOLDER)) : [];
    return { files, gone: old.map((name) => `${RETURNS_FOLDER}/${name}`) };
  });

function answer(
  call: CommandCall,
  run: PreparedRun,
  { files, unitName }: CompletedRun,
  results: ResultsDocument,
  outputs: {
    readonly found: readonly Finding[];
    /** About making and writing the set; when nothing was written, why. */
    readonly ofOutputs: readonly Finding[];
    readonly names: readonly string[];
    readonly draft: boolean;
  },
): void {
  const { terminal, options } = call;
  const { found, ofOutputs } = outputs;
  const findings = [...found, ...ofOutputs];
  const failed = outputs.names.length === 0;
  if (options.flag('json')) {
    const out = { folder: run.shownOut, files: outputs.names };
    terminal.out(findingsDocument(findings, { ...summaryFacts(results), outputs: out }));
    return;
  }
  const fullList = outputs.names.includes(FINDINGS_FILE) ? `${run.shownOut}/${FINDINGS_FILE}` : undefined;
  printFindings(failed ? found : findings, call, { files, unitName, ...defined({ fullList }) });
  terminal.out(
    runSummary(results, {
      findings,
      outputs: outputs.names,
      folder: run.shownOut,
      draft: outputs.draft,
      derived: run.folder === undefined,
      quiet: options.flag('quiet'),
      columns: terminal.columns,
    }),
  );
  if (failed) printFindings(ofOutputs, call, { unitName });
}
