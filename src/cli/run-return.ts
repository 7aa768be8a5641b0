/** The body of `tdkvh return`: replies to every commune that must correct or confirm something, as one set of files. */
import { readFile, rm } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { acceptableValue } from '../findings/acceptance.js';
import { finding } from '../findings/finding.js';
import type { Finding, Reply, ReasonGiven, ResultsDocument } from '../model.js';
import { readDelimitedTable } from '../readers/delimited-table.js';
import { replyLetter } from '../reports/deadline/letters.js';
import { tellerOf, type Teller } from '../reports/report-teller.js';
import type { ReportWording } from '../reports/report-wording.js';
import { repliesTo } from '../tracking/reply.js';
import { unitFullName } from '../units/unit-name.js';
import { parseDay } from '../workspace/calendar-day.js';
import { csvBytes } from '../writers/csv.js';
import { writeDocx } from '../writers/docx.js';
import { publishSet } from '../writers/output-set.js';
import { answerWith, failWith } from './answer.js';
import { catchingWording } from './catch-wording.js';
import type { CommandCall, Outcome } from './command.js';
import { compareResubmissions } from './earlier-submissions.js';
import { exitCodeOf } from './exit-codes.js';
import { loadWording } from './load-wording.js';
import { prepareRun, type PreparedRun } from './prepare-run.js';
import { readReasons } from './read-reasons.js';
import { replyFiles, stemOf } from './reply-files.js';
import { returnsText } from './returns-text.js';
import { completeRun } from './run-pipeline.js';
import { exists, WORKSPACE_FILES } from './workspace-files.js';

const AT = { file: '' } as const;
const FOLDER = 'returns';
const INDEX = 'danh-sach.csv';
const PROPOSALS = 'de-xuat-xac-nhan.csv';

export async function runReturn(call: CommandCall): Promise<Outcome> {
  const { options } = call;
  const untilText = options.text('until');
  const until = untilText === undefined ? undefined : parseDay(untilText.trim());
  if (untilText !== undefined && until === undefined) {
    const allowed = '2024-12-05 hoặc 05/12/2024';
    return failWith([finding('cli/bad-value', AT, { option: '--until', text: untilText, allowed })], call);
  }
  const prepared = await prepareRun({ ...call, args: [] });
  const wanted = await loadWording(prepared.run?.folder);
  const before = [...prepared.findings, ...wanted.findings];
  const { run } = prepared;
  const { wording } = wanted;
  if (run?.folder === undefined || wording === undefined) return failWith(before, call);
  const { results, findings, unitName, files } = await completeRun(run, call);
  if (results === undefined) return failWith([...before, ...findings], call, { files, unitName });

  const teller = tellerOf(results, wording);
  const only = options.text('unit');
  const comparisons = await compareResubmissions(run, call, results);
  const replies = repliesTo(results, comparisons).filter(({ unit }) => only === undefined || unit === only);
  if (only !== undefined && replies.length === 0)
    return failWith([...before, finding('return/unit-not-answered', AT, { unit: only })], call);

  const answers = await readReasons(run, results);
  const outcome = await catchingWording(() => filesOf(call, run, teller, wording, replies, until));
  if ('fault' in outcome) return failWith([...before, outcome.fault], call);
  const made = outcome.result;
  if (only === undefined) {
    made.files.set(INDEX, indexCsv(made.listed));
    if (answers.reasons.length > 0) made.files.set(PROPOSALS, proposalsCsv(answers.reasons, results));
  }
  const target = resolve(options.text('out') ?? join(run.folder, WORKSPACE_FILES.out, FOLDER));
  const old = only === undefined ? await filesOfLastTime(target) : [];
  const written = await publishSet(target, made.files);
  const nothing = replies.length === 0 ? [finding('return/nothing', AT, {})] : [];
  const all = [...before, ...made.findings, ...answers.findings, ...nothing, ...written];
  if (written.some(({ severity }) => severity === 'error')) return failWith(all, call, { unitName });
  // Replies of the last time to units that have nothing left to correct would be sent by mistake.
  for (const name of old) if (!made.files.has(name)) await rm(join(target, name), { force: true });

  const folder = relative(process.cwd(), target) || '.';
  const facts = { replies, comparisons, folder, reasons: answers.reasons.length };
  const json = {
    schema: 'tdkvh/returns@1' as const,
    folder,
    returns: replies.map((reply) => ({
      unit: reply.unit,
      name: reply.name,
      files: made.listed.filter((one) => one.reply === reply).map(({ file }) => file),
      corrections: reply.corrections.map(({ id }) => id),
      gaps: reply.gaps.map(({ id }) => id),
      questions: reply.questions.map(({ id }) => id),
      ...(reply.comparison === undefined ? {} : { comparison: reply.comparison }),
    })),
    reasons: answers.reasons,
  };
  answerWith(call, { text: returnsText(facts), json }, all);
  return { findings: all, exitCode: exitCodeOf([...all, ...findings]) };
}

interface ListedFile {
  readonly reply: Reply;
  readonly file: string;
}

/** Everything that is written, by name. `until` is the day printed in letters. */
async function filesOf(
  { options }: CommandCall,
  run: PreparedRun,
  teller: Teller,
  wording: ReportWording,
  replies: readonly Reply[],
  until: string | undefined,
) {
  const files = new Map<string, Uint8Array>();
  const listed: ListedFile[] = [];
  const findings: Finding[] = [];
  for (const reply of replies) {
    const made = await replyFiles(run, teller, reply);
    findings.push(...made.findings);
    if (options.flag('letter'))
      made.files.set(
        `${stemOf(reply)}-cong-van.docx`,
        await writeDocx(replyLetter(teller, wording, reply, until)),
      );
    for (const [file, bytes] of made.files) {
      files.set(file, bytes);
      listed.push({ reply, file });
    }
  }
  return { files, listed, findings };
}

const indexCsv = (listed: readonly ListedFile[]): Uint8Array =>
  csvBytes(
    ['unit_code', 'unit', 'file', 'corrections', 'gaps', 'questions'],
    listed.map(({ reply, file }) => [
      { text: reply.unit },
      { text: reply.name },
      { text: file },
      ...[reply.corrections, reply.gaps, reply.questions].map((open) => ({ figure: String(open.length) })),
    ]),
  );

/** Lines for accepted.csv, for the office to judge; who accepts and when is left open. */
function proposalsCsv(reasons: readonly ReasonGiven[], results: ResultsDocument): Uint8Array {
  const units = new Map(results.units.map((unit) => [unit.code, unitFullName(unit)]));
  return csvBytes(
    ['id', 'value', 'reason', 'person', 'date', 'until', 'unit', 'finding'],
    reasons.flatMap(({ id, reason }) => {
      const found = results.findings.find((one) => one.id === id);
      if (found === undefined) return [];
      const { unit = '', message } = found;
      const cells = [id, acceptableValue(found), reason, '', '', '', units.get(unit) ?? unit, message];
      return [cells.map((text) => ({ text }))];
    }),
  );
}

/** Names that the last run listed; nobody else's files are touched. */
async function filesOfLastTime(target: string): Promise<readonly string[]> {
  const path = join(target, INDEX);
  if (!(await exists(path))) return [];
  const { rows } = readDelimitedTable(await readFile(path), INDEX);
  const names = rows.flatMap(({ cells }) => cells.get('file') ?? []);
  const own = names.filter((name) => /^[\w.-]+$/u.test(name) && !name.startsWith('.'));
  return [...own, PROPOSALS];
}
