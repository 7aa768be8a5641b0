/** The body of `tdkvh accept`: checks the finding against the last results and appends one line to accepted.csv. */
import { join } from 'node:path';
import { acceptableValue, isAcceptable } from '../../../findings/acceptance.js';
import { finding, isError, NOWHERE } from '../../../findings/finding.js';
import type { Acceptance, Finding } from '../../../model.js';
import { formatDate } from '../../../values/number-format.js';
import { readDelimitedTable } from '../../../readers/csv/delimited-table.js';
import { appendAcceptance } from '../../../tracking/acceptance-list.js';
import { cleanText } from '../../../values/vietnamese-text.js';
import { admitAccepted } from '../../../workspace/accepted.js';
import { changeFileSafely } from '../../../writers/output-set.js';
import { answerWith, failWith } from '../../screen/answer.js';
import { ask } from '../../screen/ask.js';
import type { CommandCall, Outcome } from '../../command.js';
import { EXIT } from '../../exit-codes.js';
import { OUTPUTS } from '../../../office/outputs/output-writers.js';
import { safeText } from '../../../values/safe-text.js';
import { dayOption } from '../../today.js';
import { hanging } from '../../screen/wrap-text.js';
import { exists, findWorkspace, WORKSPACE_FILES } from '../../../office/workspace-files.js';
import { readOfficeFile } from '../../../readers/office-file.js';
import { pathFromHere } from '../../../office/path-from-here.js';
import { readStoredResults } from '../../../office/stored-results.js';
import { nextSteps } from '../../screen/next-steps.js';

const LIST = WORKSPACE_FILES.accepted;

export async function runAccept(call: CommandCall): Promise<Outcome> {
  const folder = await findWorkspace(call.options.text('workspace') ?? process.cwd());
  if (folder === undefined) return failWith([finding('cli/no-workspace', NOWHERE, {})], call);
  const id = cleanText(call.args[0] ?? '').toLowerCase();
  const last = await readStoredResults(join(folder, WORKSPACE_FILES.out, OUTPUTS.results.file));
  const list = await presentList(folder);
  const found = last.stored?.results.findings.find((one) => one.id === id);
  const checked = last.stored === undefined ? [] : refusals(id, found, list.values);
  // Questions are asked only about what can be recorded.
  const possible = checked.length + last.findings.length + list.faults.length === 0;
  const given = await givenFacts(call, possible);
  const faults = [...last.findings, ...list.faults, ...checked, ...given.faults];
  // Nothing about the data is wrong here: what was asked for cannot be recorded.
  if (faults.length > 0 || found === undefined || given.facts === undefined)
    return { ...failWith(faults, call), exitCode: EXIT.wrongUse };

  const acceptance: Acceptance = { id, value: acceptableValue(found), ...given.facts };
  const written = await append(folder, acceptance, found);
  if (written.refused !== undefined) return { ...failWith(written.refused, call), exitCode: EXIT.wrongUse };
  if (written.findings.some(isError)) return failWith(written.findings, call);
  const wrap = (lead: string, words: string): string => hanging(lead, safeText(words), call.terminal.columns);
  const text = [
    wrap(`Đã ghi vào ${LIST}: `, `${found.number} ${found.message}`),
    wrap('Lý do: ', `${acceptance.reason} (${acceptance.person}, ngày ${formatDate(acceptance.date)}).`),
    nextSteps([{ text: 'tổng hợp lại với xác nhận này', run: 'aggregate' }], call.terminal.columns),
  ].join('\n');
  const file = pathFromHere(join(folder, LIST));
  const json = { schema: 'tdkvh/accepted@1', file, accepted: acceptance };
  return answerWith(call, { text, json }, written.findings);
}

/** Adds the line to the list as it stands now, alone, and looks whether it is there. */
async function append(
  folder: string,
  acceptance: Acceptance,
  found: Finding,
): Promise<{ readonly refused?: readonly Finding[]; readonly findings: readonly Finding[] }> {
  const path = join(folder, LIST);
  let refused: readonly Finding[] | undefined;
  const findings = await changeFileSafely(path, async () => {
    // Between the first look and now somebody may have been asked, and another may have written.
    const { present, values, faults } = await presentList(folder);
    const against = [...faults, ...refusals(acceptance.id, found, values)];
    if (against.length === 0)
      return { bytes: new TextEncoder().encode(appendAcceptance(present, acceptance)) };
    refused = against;
    return { refused: against };
  });
  if (refused !== undefined) return { refused, findings };
  if (findings.some(isError)) return { findings };
  const { id, value, until } = acceptance;
  const { values } = await presentList(folder);
  if (values.some((one) => one.id === id && one.value === value && one.until === until)) return { findings };
  return { findings: [...findings, finding('output/not-kept', { file: LIST }, { id, file: LIST })] };
}

/** The list as it stands; a list that is not sound is not added to. */
async function presentList(folder: string) {
  const path = join(folder, LIST);
  if (!(await exists(path))) return { values: [], faults: [], present: undefined };
  const bytes = await readOfficeFile(path, LIST);
  const table = readDelimitedTable(bytes, LIST);
  const admitted =
    table.findings.length > 0 ? { values: [], findings: table.findings } : admitAccepted(table);
  const [fault] = admitted.findings.filter(isError);
  const faults =
    fault === undefined || isEmpty(bytes)
      ? []
      : [finding('accept/list-not-sound', { file: LIST }, { reason: fault.message.replace(/\.$/u, '') })];
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return { values: admitted.values, faults, present: { text, columns: table.columns } };
}

const isEmpty = (bytes: Uint8Array): boolean => new TextDecoder().decode(bytes).trim() === '';

/** Why the finding cannot be recorded as true. */
function refusals(
  id: string,
  found: Finding | undefined,
  present: readonly Acceptance[],
): readonly Finding[] {
  if (found === undefined) return [finding('accept/no-such-finding', NOWHERE, { id })];
  if (!isAcceptable(found)) {
    const { number, message } = found;
    return [finding('accept/not-acceptable', found.at, { id, number, message })];
  }
  const value = acceptableValue(found);
  const known = present.find((one) => one.id === id && one.value === value && one.until === undefined);
  if (known === undefined) return [];
  const { person, date } = known;
  return [finding('accept/already', { file: LIST }, { id, person, date: formatDate(date) })];
}

type Facts = Pick<Acceptance, 'reason' | 'person' | 'date' | 'until'>;

/** Reason, person and days from the options; somebody at the terminal is asked for what is missing. */
async function givenFacts(
  { options, terminal }: CommandCall,
  mayAsk: boolean,
): Promise<{ readonly facts?: Facts; readonly faults: readonly Finding[] }> {
  const day = dayOption(options, 'date', '--date', new Date());
  const until =
    options.text('until') === undefined ? undefined : dayOption(options, 'until', '--until', new Date());
  const mayBeAsked = mayAsk && terminal.interactive && !options.flag('json');
  const reason = await textOf(options.text('reason'), 'Lý do số liệu đúng', mayBeAsked);
  const person = await textOf(options.text('person'), 'Người xác nhận', mayBeAsked);
  const faults = [
    ...('fault' in day ? [day.fault] : []),
    ...(until !== undefined && 'fault' in until ? [until.fault] : []),
    ...(reason === ''
      ? [finding('accept/field-missing', NOWHERE, { what: 'lý do', option: '--reason' })]
      : []),
    ...(person === ''
      ? [finding('accept/field-missing', NOWHERE, { what: 'người xác nhận', option: '--person' })]
      : []),
  ];
  if (faults.length > 0 || !('day' in day)) return { faults };
  const limit = until !== undefined && 'day' in until ? { until: until.day } : {};
  return { facts: { reason, person, date: day.day, ...limit }, faults };
}

async function textOf(option: string | undefined, question: string, mayBeAsked: boolean): Promise<string> {
  const given = cleanText(option ?? '');
  if (given !== '' || !mayBeAsked) return given;
  const [answer = ''] = await ask([{ text: question }]);
  return cleanText(answer);
}
