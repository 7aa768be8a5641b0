/** The body of `tdkvh status`: reads what was sent and says how every unit stands; writes only what is asked for. */
import { relative, resolve } from 'node:path';
import { finding } from '../../../findings/finding.js';
import type { DatedStatus, Finding, FixFirstEntry } from '../../../model.js';
import { reminderLetter } from '../../../reports/deadline/letters.js';
import { issuerWords } from '../../../reports/deadline/official-letter.js';
import { reminderText } from '../../../reports/deadline/reminders.js';
import { statusTables } from '../../../reports/deadline/status-table.js';
import { proseOf, type Prose } from '../../../reports/prose.js';
import type { ReportWording } from '../../../reports/report-wording.js';
import { statusRemarks } from '../../../tracking/status-remarks.js';
import { writeDocx } from '../../../writers/docx.js';
import { writeTrackingPage } from '../../../writers/html.js';
import { writeFileSafely } from '../../../writers/output-set.js';
import { writeSummaryWorkbook } from '../../../writers/summary-workbook.js';
import { answerWith, failWith } from '../../screen/answer.js';
import { catchingWording } from '../../catch-wording.js';
import type { CommandCall, Outcome } from '../../command.js';
import { deadlineWork } from '../../../office/outputs/deadline-work.js';
import { exitCodeOf } from '../../exit-codes.js';
import { loadWording } from '../../../office/load-wording.js';
import { completeCall, prepareCall } from '../../office-call.js';
import { readReasons } from '../../../office/outputs/read-reasons.js';
import { statusText } from './status-text.js';
import { dayOption } from '../../today.js';
import { defined } from '../../../values/defined.js';

const AT = { file: '' } as const;
const CALLS = 10;

export async function runStatus(call: CommandCall): Promise<Outcome> {
  const { options } = call;
  const day = dayOption(options, 'asOf', '--as-of', new Date());
  if ('fault' in day) return failWith([day.fault], call);
  const calls = callsOption(options.text('call'));
  if (typeof calls !== 'number') return failWith([calls], call);
  const misnamed = [
    ...otherEnding(options.text('out'), '--out', /\.(?:xlsx|html?)$/iu, '.xlsx, .html'),
    ...otherEnding(options.text('letter'), '--letter', /\.docx$/iu, '.docx'),
  ];
  if (misnamed.length > 0) return failWith(misnamed, call);
  const prepared = await prepareCall(call);
  const wanted = await loadWording(prepared.run?.folder);
  const before = [...prepared.findings, ...wanted.findings];
  const { run } = prepared;
  const { wording } = wanted;
  if (run === undefined || wording === undefined) return failWith(before, call);
  const { results, findings, unitName, files } = await completeCall(run, call);
  if (results === undefined) return failWith([...before, ...findings], call, { files, unitName });

  const { config, received } = run.facts;
  const work = deadlineWork(run, results, day.day);
  const status: DatedStatus = { ...work.status, asOf: day.day };
  const { first } = work;
  const answers = await readReasons(run, results);
  const remarks = [
    ...before,
    ...statusRemarks(results, received, config.deadlines, status),
    // Why a unit has to correct again what was accepted once, and what waits for the office's word.
    ...results.findings.filter(({ code }) => code.startsWith('accepted/')),
    ...answers.findings,
  ];

  const told = await catchingWording(async () => {
    const prose = proseOf(results, wording);
    const issuer = issuerWords(prose, wording);
    const reminders = [...status.units, ...status.agencies].flatMap((sender) => {
      const text = reminderText(prose, sender, status, issuer);
      return text === undefined ? [] : [{ unit: sender.unit, name: sender.name, text }];
    });
    const written = await writeAsked(call, prose, wording, status, first);
    const text = statusText(prose, {
      status,
      first: first.slice(0, calls),
      reminders: options.flag('remind') ? reminders : [],
      files: written.files,
      columns: call.terminal.columns,
      quiet: options.flag('quiet'),
    });
    return { reminders, written, text };
  });
  if ('fault' in told) return failWith([...remarks, told.fault], call);
  const { reminders, written, text } = told.result;
  const all = [...remarks, ...written.findings];
  if (written.findings.some(({ severity }) => severity === 'error')) return failWith(all, call);
  answerWith(
    call,
    {
      text,
      json: {
        ...status,
        fixFirst: first.map(({ findings: touching, effects, ...entry }) => ({
          ...entry,
          effects: effects.map(({ largest, asLastYear, ...effect }) => ({
            ...effect,
            largest: fraction(largest),
            ...(asLastYear === undefined ? {} : { asLastYear: fraction(asLastYear) }),
          })),
          findings: touching.map(({ id }) => id),
        })),
        reminders,
        files: status.files,
        ...(written.files.length === 0 ? {} : { written: written.files }),
      },
    },
    all,
  );
  return { findings: [...all, ...findings], exitCode: exitCodeOf([...all, ...findings]) };
}

/** Exact, as texts: the numbers leave what JSON readers keep exactly. */
const fraction = (share: { readonly numerator: bigint; readonly denominator: bigint }) => [
  String(share.numerator),
  String(share.denominator),
];

/** A workbook under another ending is a file that nothing opens. */
const otherEnding = (
  text: string | undefined,
  option: string,
  ending: RegExp,
  allowed: string,
): readonly Finding[] =>
  text === undefined || ending.test(text)
    ? []
    : [finding('cli/bad-value', AT, { option, text, allowed: `tên tệp có đuôi ${allowed}` })];

function callsOption(text: string | undefined): number | Finding {
  if (text === undefined) return CALLS;
  return /^\d{1,4}$/u.test(text)
    ? Number.parseInt(text, 10)
    : finding('cli/bad-value', AT, { option: '--call', text, allowed: '1, 2, 3 …' });
}

async function writeAsked(
  { options }: CommandCall,
  prose: Prose,
  wording: ReportWording,
  status: DatedStatus,
  first: readonly FixFirstEntry[],
): Promise<{ readonly files: readonly string[]; readonly findings: readonly Finding[] }> {
  const files: string[] = [];
  const findings: Finding[] = [];
  const write = async (path: string, bytes: Uint8Array): Promise<void> => {
    const faults = await writeFileSafely(resolve(path), bytes);
    findings.push(...faults);
    if (faults.length === 0) files.push(relative(process.cwd(), resolve(path)));
  };
  const { date } = prose.frame.results.report;
  const table = options.text('out');
  if (table !== undefined) {
    const tables = statusTables(prose, status, first);
    const facts = { title: tables[0]?.title ?? '', draft: false, decimals: prose.frame.decimals };
    const { results } = prose.frame;
    await write(
      table,
      /\.html?$/iu.test(table)
        ? writeTrackingPage({ results, status, tables, charts: [], title: facts.title, draft: false })
        : await writeSummaryWorkbook(tables, { ...facts, ...defined({ date }) }),
    );
  }
  const letter = options.text('letter');
  const report = letter === undefined ? undefined : reminderLetter(prose, wording, status);
  if (letter !== undefined && report !== undefined) await write(letter, await writeDocx(report));
  return { files, findings };
}
