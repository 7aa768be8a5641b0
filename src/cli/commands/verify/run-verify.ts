/** The body of `tdkvh verify`: reads the text, checks it, prints what contradicts and how much was understood. */
import { dirname, join, resolve } from 'node:path';
import type { Finding, WrittenBlock, WrittenReport } from '../../../model.js';
import { finding, isError } from '../../../findings/finding.js';
import { expectedReport } from '../../../office/expected-report.js';
import { loadVerificationWords } from '../../../office/load-verification-words.js';
import { OUTPUTS } from '../../../office/outputs/output-writers.js';
import { exists, findWorkspace, WORKSPACE_FILES } from '../../../office/workspace-files.js';
import { readSource } from '../../../readers/read-source.js';
import { readReportText } from '../../../readers/report-text/read-report-text.js';
import { defined } from '../../../values/defined.js';
import { addedFigures } from '../../../verification/own/added-figures.js';
import { compareOwn, type OwnComparison } from '../../../verification/own/compare-own.js';
import { verify, type Verification } from '../../../verification/verify.js';
import type { Vocabulary } from '../../../verification/words/vocabulary.js';
import type { CommandCall, Outcome } from '../../command.js';
import { answerWith, failWith } from '../../screen/answer.js';
import { verificationText } from './verify-text.js';
import { pathFromHere } from '../../../office/path-from-here.js';

export async function runVerify(call: CommandCall): Promise<Outcome> {
  const { args, options } = call;
  const [path = ''] = args;
  const words = await loadVerificationWords();
  const given = readText(path);
  const earlierPath = options.text('previous');
  const earlier = earlierPath === undefined ? undefined : readText(earlierPath);
  const before = [...words.findings, ...given.findings, ...(earlier?.findings ?? [])];
  if (words.vocabulary === undefined || given.report === undefined || before.some(isError))
    return failWith(before, call);
  const { report, file } = given;
  const previous =
    earlier?.report === undefined ? undefined : { file: earlier.file, blocks: earlier.report.blocks };
  const own = await againstResults(call, path, file, report);
  if (own.findings.some(({ code }) => code.startsWith('cli/'))) return failWith(own.findings, call);
  const now = verify({ file, blocks: report.blocks, ...defined({ previous }) }, words.vocabulary);
  const findings = [
    ...before,
    ...own.findings,
    ...now.findings,
    ...(own.expected === undefined ? [] : addedFigures(file, now.figures, report.blocks, own.expected)),
    ...ofChanges(file, report, now, words.vocabulary),
    ...ifNothing(file, now),
  ];
  return answerWith(
    call,
    {
      text: verificationText(file, now, own, { all: options.flag('all'), columns: call.terminal.columns }),
      json: {
        schema: 'tdkvh/verification@1',
        file,
        ...countsOf(now),
        ...defined({
          results: own.marked === undefined ? undefined : { marked: own.marked, kept: own.kept },
        }),
        figures: now.figures,
      },
    },
    findings,
  );
}

type ComparedOwn = Partial<OwnComparison> &
  Pick<OwnComparison, 'findings'> & {
    /** The report as the results give it. */
    readonly expected?: readonly WrittenBlock[];
  };

/** Our own report against the results it was made from: given, of the workspace, or beside the file. */
async function againstResults(
  { options }: CommandCall,
  path: string,
  file: string,
  report: WrittenReport,
): Promise<ComparedOwn> {
  const given = options.text('results');
  if (given === undefined && report.marks.length === 0) return { findings: [] };
  const results = given === undefined ? await usualResults(options.text('workspace'), path) : resolve(given);
  if (results === undefined) return { findings: [finding('verify/no-results', { file }, {})] };
  const expected = await expectedReport(results);
  if (expected.report === undefined) return { findings: expected.findings };
  const compared = compareOwn(file, report, expected.report);
  return compared.marked === 0 ? compared : { ...compared, expected: expected.report.blocks };
}

async function usualResults(workspace: string | undefined, path: string): Promise<string | undefined> {
  const beside = join(dirname(resolve(path)), OUTPUTS.results.file);
  if (await exists(beside)) return beside;
  const folder = await findWorkspace(workspace ?? process.cwd());
  const usual = folder === undefined ? undefined : join(folder, WORKSPACE_FILES.out, OUTPUTS.results.file);
  return usual !== undefined && (await exists(usual)) ? usual : undefined;
}

interface GivenText {
  readonly file: string;
  readonly report?: WrittenReport;
  readonly findings: readonly Finding[];
}

function readText(path: string): GivenText {
  const absolute = resolve(path);
  const file = pathFromHere(absolute);
  const { source, findings } = readSource({ path: file, absolute });
  if (source === undefined) return { file, findings };
  const read = readReportText(source);
  return { file, ...defined({ report: read.report }), findings: read.findings };
}

/** What contradicts only in the text as it stood before the tracked changes. */
function ofChanges(
  file: string,
  { before }: WrittenReport,
  now: Verification,
  vocabulary: Vocabulary,
): readonly Finding[] {
  if (before === undefined) return [];
  const blocks = before.blocks.map((block): WrittenBlock => ({
    ...block,
    place: `${block.place} (bản trước khi sửa)`,
  }));
  const known = new Set(now.findings.map(({ code, actual = '' }) => `${code} ${actual}`));
  const then = verify({ file, blocks }, vocabulary).findings.filter(
    ({ code, actual = '', severity }) => severity !== 'info' && !known.has(`${code} ${actual}`),
  );
  return [
    finding('verify/tracked-changes', { file }, { count: before.changes }),
    ...then.map((found): Finding => ({
      ...found,
      severity: found.severity === 'error' ? 'warning' : found.severity,
    })),
  ];
}

const ifNothing = (file: string, { figures }: Verification): readonly Finding[] =>
  figures.some(({ state }) => state !== 'unchecked')
    ? []
    : [finding('verify/nothing-to-check', { file }, { figures: figures.length })];

/** The three lists, counted apart. */
export function countsOf({ figures, others }: Verification): Readonly<Record<string, number>> {
  const count = (wanted: string): number => figures.filter(({ state }) => state === wanted).length;
  return { wrong: count('wrong'), right: count('right'), unchecked: count('unchecked'), others };
}
