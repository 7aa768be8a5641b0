/** The replies to all communes as one set of files: marked workbooks or reply sheets, letters, the list, the reasons given. */
import { join } from 'node:path';
import { acceptableValue } from '../../findings/acceptance.js';
import type { Finding, ReasonGiven, Reply, ResubmissionComparison, ResultsDocument } from '../../model.js';
import { readDelimitedTable } from '../../readers/csv/delimited-table.js';
import { replyLetter } from '../../reports/deadline/letters.js';
import type { Prose } from '../../reports/prose/prose.js';
import { repliesTo } from '../../tracking/reply.js';
import { unitFullName } from '../../units/names/unit-name.js';
import { csvBytes } from '../../writers/csv.js';
import { writeDocx } from '../../writers/docx.js';
import { compareResubmissions } from './earlier-submissions.js';
import type { PreparedRun } from '../prepare-run.js';
import type { CompletedRun } from '../run-pipeline.js';
import { readReasons } from './read-reasons.js';
import { replyFiles, stemOf } from './reply-files.js';
import { sharedCopies, type SharedCopy } from './shared-copies.js';
import { exists } from '../workspace-files.js';
import { readOfficeFile } from '../../readers/office-file.js';

/** Folder of the replies inside the outputs. */
export const RETURNS_FOLDER = 'returns';
const INDEX = 'danh-sach.csv';
const PROPOSALS = 'de-xuat-xac-nhan.csv';

export interface Returns {
  readonly replies: readonly Reply[];
  readonly comparisons: ReadonlyMap<string, ResubmissionComparison>;
  readonly reasons: readonly ReasonGiven[];
  /** By name inside the folder of the replies. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly listed: readonly ListedFile[];
  /** Workbooks of several units with the marks of all, for those who sent them. */
  readonly shared: readonly SharedCopy[];
  readonly findings: readonly Finding[];
}

interface ListedFile {
  readonly reply: Reply;
  readonly file: string;
}

export interface ReturnsWanted {
  /** Runs a run; to see what stood before the newest submissions. */
  readonly complete: (run: PreparedRun) => Promise<CompletedRun>;
  /** Only this unit; the list is then left as it is. */
  readonly only?: string;
  /** A letter for each unit, with the day printed in it. */
  readonly letter?: { readonly until?: string };
}

/** Nothing is written here. */
export async function makeReturns(
  run: PreparedRun,
  prose: Prose,
  { complete, only, letter }: ReturnsWanted,
): Promise<Returns> {
  const { results } = prose.frame;
  const compared = await compareResubmissions(run, results, complete);
  const comparisons = new Map([...compared].filter(([unit]) => only === undefined || unit === only));
  const replies = repliesTo(results, comparisons).filter(({ unit }) => only === undefined || unit === only);
  const answers = await readReasons(run, results);
  const reasons = new Map(answers.reasons.map(({ id, reason }) => [id, reason]));
  const files = new Map<string, Uint8Array>();
  const listed: ListedFile[] = [];
  const alone = new Map<Reply, readonly Finding[]>();
  const inShared: Reply[] = [];
  for (const reply of replies) {
    const made = await replyFiles(run, prose, reply, reasons);
    alone.set(reply, made.findings);
    if (made.isShared) inShared.push(reply);
    if (letter !== undefined) {
      const report = replyLetter(prose, prose.wording, reply, letter.until);
      made.files.set(`${stemOf(reply)}-cong-van.docx`, await writeDocx(report));
    }
    for (const [file, bytes] of made.files) {
      files.set(file, bytes);
      listed.push({ reply, file });
    }
  }
  // Whose one unit is asked for gets nothing that is of the others.
  const shared = only === undefined ? sharedCopies(run, prose, inShared) : [];
  for (const { file, bytes } of shared) files.set(file, bytes);
  const marked = new Set(shared.flatMap((copy) => copy.replies));
  const findings = [
    ...[...alone].flatMap(([reply, told]) => (marked.has(reply) ? [] : told)),
    ...shared.map((copy) => copy.finding),
  ];
  if (only === undefined) {
    files.set(INDEX, indexCsv(listed, shared));
    if (answers.reasons.length > 0) files.set(PROPOSALS, proposalsCsv(answers.reasons, results));
  }
  const all = [...findings, ...answers.findings];
  return { replies, comparisons, reasons: answers.reasons, files, listed, shared, findings: all };
}

/** A copy with the marks of several units names them all, under no code: it goes to none of them. */
const indexCsv = (listed: readonly ListedFile[], shared: readonly SharedCopy[]): Uint8Array =>
  csvBytes(
    ['unit_code', 'unit', 'file', 'corrections', 'gaps', 'questions'],
    [
      ...listed.map(({ reply, file }) => ({ code: reply.unit, name: reply.name, file, replies: [reply] })),
      ...shared.map(({ replies, file }) => ({
        code: '',
        name: replies.map(({ name }) => name).join('; '),
        file,
        replies,
      })),
    ].map(({ code, name, file, replies }) => [
      code,
      name,
      file,
      ...(['corrections', 'gaps', 'questions'] as const).map((key) => ({
        figure: String(replies.reduce((count, reply) => count + reply[key].length, 0)),
      })),
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
      return [[id, acceptableValue(found), reason, '', '', '', units.get(unit) ?? unit, message]];
    }),
  );
}

/**
 * Names that the last run listed in the folder; nobody else's files are touched. Those that are not made again go with
 * the publication: a reply to a unit that has nothing left to correct would be sent by mistake.
 */
export async function returnsOfLastTime(folder: string): Promise<readonly string[]> {
  const path = join(folder, INDEX);
  if (!(await exists(path))) return [];
  const { rows } = readDelimitedTable(await readOfficeFile(path, INDEX), INDEX);
  const names = rows.flatMap(({ cells }) => cells.get('file') ?? []);
  const own = names.filter((name) => /^[\w.-]+$/u.test(name) && !name.startsWith('.'));
  return [...own, PROPOSALS];
}
