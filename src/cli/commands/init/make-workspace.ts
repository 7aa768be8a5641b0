/** The body of `tdkvh init`: collects what a period needs, then writes a new folder; nothing that exists is changed. */
import { readFile, readdir } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Finding, Registry, WorkspaceConfig } from '../../../model.js';
import { badValue } from '../../../findings/bad-value.js';
import { finding, isError, NOWHERE } from '../../../findings/finding.js';
import { formatDate } from '../../../values/number-format.js';
import { checkRegistryDate } from '../../../units/list/compare-with-registry.js';
import { exportUnits } from '../../../units/list/export-units.js';
import { unitsAt } from '../../../units/unit-dates.js';
import { unitFullName } from '../../../units/names/unit-name.js';
import { parseDay } from '../../../values/calendar-day.js';
import { configurationText } from '../../../workspace/configuration-text.js';
import { configurationOf } from '../../../workspace/configuration.js';
import { usualAnnexes } from '../../../office/annex-choices.js';
import { defaultReferenceDate, parsePeriod } from '../../../workspace/period.js';
import { answerWith, failWith } from '../../screen/answer.js';
import { openConversation, type Conversation } from '../../screen/ask.js';
import type { CommandCall, Outcome } from '../../command.js';
import { EXIT } from '../../exit-codes.js';
import { chooseUnit, type UnitChoice } from './find-unit.js';
import { askInit, confirmed, type InitAnswers, type InitContext } from './init-questions.js';
import { bundledCriteria, criteriaOfYear } from '../../../office/load-criteria.js';
import { narrativeText } from '../../../office/narrative-text.js';
import { openRegistry } from '../../../office/open-workspace.js';
import { EXAMPLE_FOLDER } from '../../../office/package-files.js';
import { textTable } from '../../screen/text-table.js';
import { vietnameseDay } from '../../today.js';
import { WORKSPACE_FILES } from '../../../office/workspace-files.js';
import {
  LOCK_NAME,
  publishFolder,
  putRight,
  STAGING_PREFIX,
  type FileSet,
} from '../../../writers/output-set.js';
import { defined } from '../../../values/defined.js';
import { append } from '../../../values/of-many.js';
import { quotedWord } from '../../screen/as-called.js';
import { nextSteps } from '../../screen/next-steps.js';
import { shownPath } from '../../screen/shown-path.js';
import { systemCode } from '../../../values/system-code.js';

/** Makes the folder, or says everything that stands in the way. */
export async function makeWorkspace(call: CommandCall): Promise<Outcome> {
  const [folder] = call.args;
  if (call.options.flag('example')) return copyExample(call, folder ?? 'vi-du');
  const opened = await openRegistry(process.cwd(), call.options.text('registry'));
  const given = answered({
    period: call.options.text('period'),
    unit: call.options.text('unit'),
    deadline: call.options.text('deadline'),
    folder,
  });
  const { interactive } = call.terminal;
  const asks = interactive && !call.options.flag('json') && !(given.period && given.unit);
  if (!asks || opened.registry === undefined) return planAndWrite(call, given, opened);
  const conversation = openConversation();
  try {
    const answers = await askInit(conversation, given, contextOf(call, opened.registry));
    if (answers === undefined) return stopped(conversation);
    return await planAndWrite(call, answers, opened, conversation);
  } finally {
    conversation.close();
  }
}

/** The person thought better of it. */
function stopped(conversation: Conversation): Outcome {
  conversation.say('Đã dừng, chưa ghi gì.');
  return { findings: [], exitCode: EXIT.wrongUse };
}

const contextOf = ({ options }: CommandCall, registry: Registry): InitContext => {
  const level = options.text('level');
  const day = options.text('referenceDate');
  const referenceDate = day === undefined ? undefined : parseDay(day);
  return {
    registry,
    today: vietnameseDay(new Date()),
    occupant: (name) => occupant(resolve(name)),
    ...defined({ level, referenceDate }),
  };
};

/** With a talk, what was understood is shown first, and nothing is written before a yes. */
async function planAndWrite(
  call: CommandCall,
  answers: InitAnswers,
  opened: OpenedRegistry,
  conversation?: Conversation,
): Promise<Outcome> {
  const made = await plan(call, answers, opened);
  if (made.config === undefined || made.registry === undefined) return failWith(made.findings, call);
  const target = answers.folder ?? made.config.period.id;
  const occupied = await occupant(resolve(target));
  if (occupied !== undefined) {
    return failWith([finding('cli/workspace-exists', NOWHERE, { path: target, name: occupied })], call);
  }
  const below =
    exportUnits(made.registry.units, made.config.unit, made.config.referenceDate).trim().split('\n').length -
    2;
  const name = made.name ?? made.config.unit;
  if (conversation !== undefined) {
    conversation.say(understoodText(made.config, name, below, target));
    if (!(await confirmed(conversation, 'Tạo thư mục này?'))) return stopped(conversation);
  }
  const written = await write(resolve(target), made.config, made.registry);
  const findings = [...made.findings, ...written];
  if (written.some(isError)) return failWith(findings, call);
  const text = [
    `Đã tạo thư mục “${shownPath(target)}”: ${name}, kỳ ${made.config.period.id}, ${below} đơn vị trực thuộc.`,
    `Kiểm tra lại ${WORKSPACE_FILES.units} và bổ sung tên cơ quan, người ký trong ${WORKSPACE_FILES.configuration}.`,
    nextSteps(
      [{ text: 'lập biểu mẫu gửi các đơn vị', run: `template${forPeriod(target)}` }],
      call.terminal.columns,
    ),
  ].join('\n');
  const json = {
    schema: 'tdkvh/workspace-made@1',
    folder: target,
    unit: made.config.unit,
    period: made.config.period.id,
  };
  return answerWith(call, { text, json }, findings);
}

const PERIOD_WORDS = { year: 'năm', H1: '6 tháng đầu năm', registration: 'đăng ký năm' } as const;

/** What will be written, in words, to be looked at before it is. */
function understoodText(config: WorkspaceConfig, name: string, below: number, folder: string): string {
  const { period, referenceDate, deadlines, criteria } = config;
  const rows = [
    ['  Kỳ báo cáo', `${PERIOD_WORDS[period.kind]} ${String(period.year)}`],
    ['  Đơn vị tổng hợp', `${name} (mã ${config.unit})`],
    ['  Đơn vị trực thuộc', `${String(below)} đơn vị, theo danh mục đến ngày ${formatDate(referenceDate)}`],
    ['  Bộ tiêu chí', criteria],
    ['  Hạn nộp của cấp xã', deadlines.commune === undefined ? 'chưa định' : formatDate(deadlines.commune)],
    ['  Thư mục', folder],
  ];
  return `Chương trình hiểu như sau:\n${textTable(rows)}`;
}

const answered = (answers: Readonly<Record<keyof InitAnswers, string | undefined>>): InitAnswers =>
  Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== undefined && answer !== ''));

type OpenedRegistry = Awaited<ReturnType<typeof openRegistry>>;

interface Plan {
  readonly config?: WorkspaceConfig;
  readonly registry?: Registry;
  readonly name?: string;
  readonly findings: readonly Finding[];
}

async function plan({ options }: CommandCall, answers: InitAnswers, opened: OpenedRegistry): Promise<Plan> {
  const missing = [
    ...(answers.period === undefined ? ['kỳ báo cáo (--period)'] : []),
    ...(answers.unit === undefined ? ['đơn vị tổng hợp (--unit)'] : []),
  ];
  if (answers.period === undefined || answers.unit === undefined) {
    return { findings: [finding('cli/configuration-missing', NOWHERE, { what: missing.join(', ') })] };
  }
  const findings: Finding[] = [];
  const period = parsePeriod(answers.period);
  if (period === undefined)
    findings.push(badValue({ option: '--period', text: answers.period, allowed: '2024, 2025-H1, 2025-DK' }));
  const day = (option: string, text: string | undefined): string | undefined => {
    const parsed = text === undefined ? undefined : parseDay(text);
    if (text !== undefined && parsed === undefined)
      findings.push(badValue({ option: option, text: text, allowed: '2024-12-31, 31/12/2024' }));
    return parsed;
  };
  const deadline = day('--deadline', answers.deadline);
  const referenceDate = day('--reference-date', options.text('referenceDate'));
  append(findings, opened.findings);
  const { registry } = opened;
  if (period === undefined || registry === undefined) return { findings };
  const date = referenceDate ?? defaultReferenceDate(period);
  append(findings, checkRegistryDate(registry, date, NOWHERE));
  const level = options.text('level');
  const choice = chooseUnit(answers.unit, unitsAt(registry.units, date), date, level);
  if (choice.kind !== 'one') findings.push(notOneUnit(answers.unit, choice, date));
  const unit = choice.kind === 'one' ? choice.unit : undefined;
  const criteria = options.text('criteria') ?? (await criteriaOfYear(period.year));
  if (criteria === undefined) {
    const known = (await bundledCriteria()).join(', ');
    findings.push(finding('cli/unknown-criteria', NOWHERE, { path: period.id, known, remark: '' }));
  }
  if (unit === undefined || criteria === undefined || findings.some(isError)) {
    return { findings };
  }
  const registryOption = options.text('registry');
  const config: WorkspaceConfig = {
    ...configurationOf(
      { period, unit: unit.code, level: unit.level, criteria, referenceDate: date },
      await usualAnnexes(),
    ),
    deadlines: { ...defined({ commune: deadline }), exceptions: {} },
    ...(registryOption === undefined ? {} : { registry: resolve(registryOption) }),
  };
  return { config, registry, name: unitFullName(unit), findings };
}

const MOST_NAMED = 5;
/** 2025 may be compiled on either structure. */
const OTHER_DAY = '; đơn vị của ngày khác thì ghi ngày đó (khi gõ lệnh: --reference-date 2025-06-30)';

/** Several units of one name are no answer: they are named with their codes. */
function notOneUnit(text: string, choice: UnitChoice, date: string): Finding {
  if (choice.kind !== 'several')
    return finding('cli/unit-not-found', NOWHERE, { text, date: formatDate(date), otherwise: OTHER_DAY });
  const all = choice.candidates;
  const names = all.slice(0, MOST_NAMED).map((unit) => `${unitFullName(unit)} (${unit.code})`);
  const candidates = `${names.join(', ')}${all.length > MOST_NAMED ? '…' : ''}`;
  return finding('cli/unit-ambiguous', NOWHERE, { text, count: all.length, candidates });
}

/** The configuration comes last: without it the folder is no period yet, whatever stops the writing. */
function write(folder: string, config: WorkspaceConfig, registry: Registry): Promise<readonly Finding[]> {
  const texts: readonly (readonly [string, string])[] = [
    [WORKSPACE_FILES.units, exportUnits(registry.units, config.unit, config.referenceDate)],
    [WORKSPACE_FILES.accepted, '\uFEFFid,value,reason,person,date,until\n'],
    [WORKSPACE_FILES.narrative, narrativeText(config.period.kind)],
    [WORKSPACE_FILES.configuration, configurationText(config)],
  ];
  const files = new Map(texts.map(([name, text]) => [name, new TextEncoder().encode(text)]));
  return publishFolder(folder, { files, folders: [WORKSPACE_FILES.submissions, WORKSPACE_FILES.previous] });
}

/**
 * The first thing that is already in the folder; a folder that is not there, or empty, is free. What an interrupted
 * `init` left there or beside is no obstacle: it is put right first, and what then remains is cleared by the writing.
 */
async function occupant(folder: string): Promise<string | undefined> {
  await putRight(dirname(folder));
  await putRight(folder);
  try {
    const names = (await readdir(folder)).filter(
      (name) => !name.startsWith(LOCK_NAME) && !name.startsWith(STAGING_PREFIX),
    );
    return names.sort()[0];
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    if (systemCode(error) === 'ENOTDIR') return '.';
    throw error;
  }
}

async function copyExample(call: CommandCall, target: string): Promise<Outcome> {
  const occupied = await occupant(resolve(target));
  if (occupied !== undefined) {
    return failWith([finding('cli/workspace-exists', NOWHERE, { path: target, name: occupied })], call);
  }
  const written = await publishFolder(resolve(target), await exampleFiles());
  if (written.some(isError)) return failWith(written, call);
  const text = [
    `Đã chép ví dụ mẫu vào thư mục “${shownPath(target)}”. Số liệu là số liệu giả định.`,
    nextSteps(
      [{ text: 'tổng hợp và lập báo cáo', run: `aggregate${forPeriod(target)}` }],
      call.terminal.columns,
    ),
  ].join('\n');
  const json = { schema: 'tdkvh/workspace-made@1', folder: target, example: true };
  return answerWith(call, { text, json }, written);
}

/** The bundled example, its configuration last. */
async function exampleFiles(): Promise<FileSet> {
  const entries = await readdir(EXAMPLE_FOLDER, { recursive: true, withFileTypes: true });
  const pathOf = ({ parentPath, name }: (typeof entries)[number]): string =>
    relative(EXAMPLE_FOLDER, join(parentPath, name)).split(sep).join('/');
  const names = entries.filter((entry) => entry.isFile()).map(pathOf);
  const isConfiguration = (name: string): number => (name === WORKSPACE_FILES.configuration ? 1 : 0);
  names.sort((a, b) => isConfiguration(a) - isConfiguration(b) || (a < b ? -1 : 1));
  const files = new Map<string, Uint8Array>();
  for (const name of names) files.set(name, await readFile(join(EXAMPLE_FOLDER, name)));
  return { files, folders: entries.filter((entry) => entry.isDirectory()).map(pathOf) };
}

/** In the new folder itself nothing is to be named. */
const forPeriod = (target: string): string =>
  resolve(target) === process.cwd() ? '' : ` --workspace ${quotedWord(shownPath(target))}`;
