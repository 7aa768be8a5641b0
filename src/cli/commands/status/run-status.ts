/** The body of `tdkvh status`: reads what was sent and says how every unit stands; writes only what is asked for. */
import { resolve } from 'node:path';
import { badValue } from '../../../findings/bad-value.js';
import { isError } from '../../../findings/finding.js';
import type { DatedStatus, Finding, FixFirstEntry } from '../../../model.js';
import { reminderLetter } from '../../../reports/deadline/letters.js';
import { issuerWords } from '../../../reports/deadline/official-letter.js';
import { reminderText } from '../../../reports/deadline/reminders.js';
import { statusTables } from '../../../reports/deadline/status-table.js';
import { proseOf, type Prose } from '../../../reports/prose/prose.js';
import type { ReportWording } from '../../../reports/wording/report-wording.js';
import { statusRemarks } from '../../../tracking/status-remarks.js';
import { writeDocx } from '../../../writers/docx.js';
import { writeTrackingPage } from '../../../writers/html.js';
import { writeFilesSafely } from '../../../writers/output-set.js';
import { writeSummaryWorkbook } from '../../../writers/summary-workbook.js';
import { answerWith, failWith } from '../../screen/answer.js';
import { catchingWording } from '../../catch-wording.js';
import type { CommandCall, Outcome } from '../../command.js';
import { deadlineWork } from '../../../office/outputs/deadline-work.js';
import { exitCodeOf } from '../../exit-code-of.js';
import { loadWording } from '../../../office/load-wording.js';
import { untoldOf } from '../../../office/prepare-run.js';
import { completeCall, prepareCall } from '../../office-call.js';
import { readReasons } from '../../../office/outputs/read-reasons.js';
import { statusText } from './status-text.js';
import { dayOption } from '../../today.js';
import { defined } from '../../../values/defined.js';
import { formatDate } from '../../../values/number-format.js';
import { pathFromHere } from '../../../office/path-from-here.js';

const CALLS = 10;

export async function runStatus(call: CommandCall): Promise<Outcome> {
  const asked = askedOf(call);
  if ('faults' in asked) return failWith(asked.faults, call);
  const prepared = await prepareCall(call);
  const wanted = await loadWording(prepared.folder);
  const before = [...prepared.findings, ...wanted.findings];
  const { run } = prepared;
  const { wording } = wanted;
  if (run === undefined || wording === undefined) return failWith([...before, ...untoldOf(prepared)], call);
  const { results, findings, unitName, files } = await completeCall(run, call);
  if (results === undefined) return failWith([...before, ...findings], call, { files, unitName });

  const { config, received } = run.facts;
  const work = deadlineWork(run, results, asked.day);
  const status: DatedStatus = { ...work.status, asOf: asked.day };
  const { first } = work;
  const answers = await readReasons(run, results);
  const remarks = [
    ...before,
    ...statusRemarks(results, received, config.deadlines, status),
    // Why a unit has to correct again what was accepted once, and what waits for the office's word.
    ...results.findings.filter(({ code }) => code.startsWith('accepted/')),
    ...answers.findings,
  ];
  const said = await catchingWording(async () => {
    const prose = proseOf(results, wording);
    const reminders = remindersOf(prose, wording, status, asked.until);
    const written = await writeAsked(call, prose, wording, {
      status,
      first,
      ...defined({ until: asked.until }),
    });
    const text = statusText(prose, {
      status,
      first: first.slice(0, asked.calls),
      reminders: call.options.flag('remind') ? reminders : [],
      files: written.files,
      columns: call.terminal.columns,
      quiet: call.options.flag('quiet'),
    });
    return { reminders, written, text };
  });
  if ('fault' in said) return failWith([...remarks, said.fault], call);
  const { reminders, written, text } = said.result;
  const all = [...remarks, ...written.findings];
  if (written.findings.some(isError)) return failWith(all, call);
  const wrote = written.files.length === 0 ? {} : { written: written.files };
  const fixFirst = first.map(entryJson);
  answerWith(call, { text, json: { ...status, fixFirst, reminders, files: status.files, ...wrote } }, all);
  return { findings: [...all, ...findings], exitCode: exitCodeOf([...all, ...findings]) };
}

interface Asked {
  readonly day: string;
  readonly calls: number;
  readonly until?: string;
}

/** The day to count from, how many to call and until when it is wanted, or every option that is not understood. */
function askedOf({ options }: CommandCall): Asked | { readonly faults: readonly Finding[] } {
  const now = new Date();
  const day = dayOption(options, 'asOf', '--as-of', now);
  if ('fault' in day) return { faults: [day.fault] };
  const until = options.text('until') === undefined ? undefined : dayOption(options, 'until', '--until', now);
  if (until !== undefined && 'fault' in until) return { faults: [until.fault] };
  const calls = callsOption(options.text('call'));
  if (typeof calls !== 'number') return { faults: [calls] };
  const faults = pastDay(until?.day, day.day);
  return faults.length > 0 ? { faults } : { day: day.day, calls, ...defined({ until: until?.day }) };
}

/** Nobody can be asked to have sent something before the day on which they are asked. */
const pastDay = (until: string | undefined, asOf: string): readonly Finding[] =>
  until === undefined || until >= asOf
    ? []
    : [
        badValue({
          option: '--until',
          text: formatDate(until),
          allowed: `từ ngày ${formatDate(asOf)} trở đi`,
        }),
      ];

function remindersOf(prose: Prose, wording: ReportWording, status: DatedStatus, until?: string) {
  const issuer = issuerWords(prose, wording);
  return [...status.units, ...status.agencies].flatMap((sender) => {
    const text = reminderText(prose, sender, status, issuer, until);
    return text === undefined ? [] : [{ unit: sender.unit, name: sender.name, text }];
  });
}

const entryJson = ({ findings, effects, ...entry }: FixFirstEntry) => ({
  ...entry,
  effects: effects.map(({ largest, asLastYear, ...effect }) => ({
    ...effect,
    largest: fraction(largest),
    ...(asLastYear === undefined ? {} : { asLastYear: fraction(asLastYear) }),
  })),
  findings: findings.map(({ id }) => id),
});

/** Exact, as texts: the numbers leave what JSON readers keep exactly. */
const fraction = (share: { readonly numerator: bigint; readonly denominator: bigint }) => [
  String(share.numerator),
  String(share.denominator),
];

function callsOption(text: string | undefined): number | Finding {
  if (text === undefined) return CALLS;
  return /^\d{1,4}$/u.test(text)
    ? Number.parseInt(text, 10)
    : badValue({ option: '--call', text, allowed: '1, 2, 3 …' });
}

async function writeAsked(
  { options }: CommandCall,
  prose: Prose,
  wording: ReportWording,
  {
    status,
    first,
    until,
  }: {
    readonly status: DatedStatus;
    readonly first: readonly FixFirstEntry[];
    readonly until?: string;
  },
): Promise<{ readonly files: readonly string[]; readonly findings: readonly Finding[] }> {
  const files = new Map<string, Uint8Array>();
  const { date } = prose.frame.results.report;
  const table = options.text('out');
  if (table !== undefined) {
    const tables = statusTables(prose, status, first);
    const facts = { title: tables[0]?.title ?? '', draft: false, decimals: prose.frame.decimals };
    const { results } = prose.frame;
    files.set(
      resolve(table),
      /\.html?$/iu.test(table)
        ? writeTrackingPage({ results, status, tables, charts: [], title: facts.title, draft: false })
        : await writeSummaryWorkbook(tables, { ...facts, ...defined({ date }) }),
    );
  }
  const letter = options.text('letter');
  const report = letter === undefined ? undefined : reminderLetter(prose, wording, status, until);
  if (letter !== undefined && report !== undefined) files.set(resolve(letter), await writeDocx(report));
  const { written, findings } = await writeFilesSafely(files);
  return { files: written.map((path) => pathFromHere(path)), findings };
}
