/** The body of `tdkvh init`: collects what a period needs, then writes a new folder; nothing that exists is changed. */
import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Finding, Registry, UnitVersion, WorkspaceConfig } from '../model.js';
import { finding } from '../findings/finding.js';
import { formatDate } from '../number-format.js';
import { checkRegistryDate } from '../units/compare-with-registry.js';
import { exportUnits } from '../units/export-units.js';
import { findByCode } from '../units/find-by-code.js';
import { findByName } from '../units/find-by-name.js';
import { unitsAt } from '../units/unit-dates.js';
import { unitFullName } from '../units/unit-name.js';
import { parseDay } from '../workspace/calendar-day.js';
import { configurationText } from '../workspace/configuration-text.js';
import { configurationOf } from '../workspace/configuration.js';
import { defaultReferenceDate, parsePeriod } from '../workspace/period.js';
import { answerWith, failWith } from './answer.js';
import { ask } from './ask.js';
import type { CommandCall, Outcome } from './command.js';
import { bundledCriteria, criteriaOfYear } from './load-criteria.js';
import { NARRATIVE_TEXT } from './narrative-text.js';
import { openRegistry } from './open-workspace.js';
import { EXAMPLE_FOLDER } from './package-files.js';
import { WORKSPACE_FILES } from './workspace-files.js';

const AT = { file: '' } as const;

/** Makes the folder, or says everything that stands in the way. */
export async function makeWorkspace(call: CommandCall): Promise<Outcome> {
  const [folder] = call.args;
  if (call.options.flag('example')) return copyExample(call, folder ?? 'vi-du');
  const answers = await collect(call);
  const made = await plan(call, answers);
  if (made.config === undefined || made.registry === undefined) return failWith(made.findings, call);
  const target = folder ?? made.config.period.id;
  const occupied = await occupant(resolve(target));
  if (occupied !== undefined) {
    return failWith([finding('cli/workspace-exists', AT, { path: target, name: occupied })], call);
  }
  await write(resolve(target), made.config, made.registry);
  const below =
    exportUnits(made.registry.units, made.config.unit, made.config.referenceDate).trim().split('\n').length -
    2;
  const text = [
    `Đã tạo thư mục “${target}”: ${made.name ?? made.config.unit}, kỳ ${made.config.period.id}, ${below} đơn vị trực thuộc.`,
    `Kiểm tra lại ${WORKSPACE_FILES.units} và bổ sung tên cơ quan, người ký trong ${WORKSPACE_FILES.configuration}.`,
    `Tiếp theo: tdkvh template --workspace ${quotedPath(target)}`,
  ].join('\n');
  const json = {
    schema: 'tdkvh/workspace-made@1',
    folder: target,
    unit: made.config.unit,
    period: made.config.period.id,
  };
  return answerWith(call, { text, json }, made.findings);
}

interface Answers {
  readonly period?: string;
  readonly unit?: string;
  readonly deadline?: string;
}

/** Options first; what is missing is asked for, when somebody is there to answer. */
async function collect({ options, terminal }: CommandCall): Promise<Answers> {
  const given = {
    period: options.text('period'),
    unit: options.text('unit'),
    deadline: options.text('deadline'),
  };
  if (
    !terminal.interactive ||
    options.flag('json') ||
    (given.period !== undefined && given.unit !== undefined)
  ) {
    return defined(given);
  }
  const questions = [
    { key: 'period', text: 'Kỳ báo cáo (2024; 2025-H1 cho 6 tháng; 2025-DK cho kỳ đăng ký)' },
    { key: 'unit', text: 'Mã hoặc tên đơn vị tổng hợp (ví dụ 264 hoặc huyện Lương Tài)' },
    { key: 'deadline', text: 'Hạn nộp của cấp xã, ví dụ 28/11/2024 (bỏ trống nếu chưa định)' },
  ] as const;
  const open = questions.filter(({ key }) => given[key] === undefined);
  const typed = await ask(open);
  const answered = Object.fromEntries(open.map(({ key }, index) => [key, typed[index]]));
  return defined({ ...given, ...answered });
}

const defined = (answers: Readonly<Record<string, string | undefined>>): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== undefined && answer !== ''));

interface Plan {
  readonly config?: WorkspaceConfig;
  readonly registry?: Registry;
  readonly name?: string;
  readonly findings: readonly Finding[];
}

async function plan({ options }: CommandCall, answers: Answers): Promise<Plan> {
  const missing = [
    ...(answers.period === undefined ? ['kỳ báo cáo (--period)'] : []),
    ...(answers.unit === undefined ? ['đơn vị tổng hợp (--unit)'] : []),
  ];
  if (answers.period === undefined || answers.unit === undefined) {
    return { findings: [finding('cli/configuration-missing', AT, { what: missing.join(', ') })] };
  }
  const findings: Finding[] = [];
  const period = parsePeriod(answers.period);
  if (period === undefined) findings.push(badValue('--period', answers.period, '2024, 2025-H1, 2025-DK'));
  const day = (option: string, text: string | undefined): string | undefined => {
    const parsed = text === undefined ? undefined : parseDay(text);
    if (text !== undefined && parsed === undefined)
      findings.push(badValue(option, text, '2024-12-31, 31/12/2024'));
    return parsed;
  };
  const deadline = day('--deadline', answers.deadline);
  const referenceDate = day('--reference-date', options.text('referenceDate'));
  const opened = await openRegistry(process.cwd(), options.text('registry'));
  findings.push(...opened.findings);
  const { registry } = opened;
  if (period === undefined || registry === undefined) return { findings };
  const date = referenceDate ?? defaultReferenceDate(period);
  findings.push(...checkRegistryDate(registry, date, AT));
  const level = options.text('level');
  const unit = unitOf(answers.unit, unitsAt(registry.units, date), date, level);
  if (unit === undefined) {
    findings.push(finding('cli/unit-not-found', AT, { text: answers.unit, date: formatDate(date) }));
  }
  const criteria = options.text('criteria') ?? (await criteriaOfYear(period.year));
  if (criteria === undefined) {
    const known = (await bundledCriteria()).join(', ');
    findings.push(finding('cli/unknown-criteria', AT, { criteria: period.id, known }));
  }
  if (unit === undefined || criteria === undefined || findings.some(({ severity }) => severity === 'error')) {
    return { findings };
  }
  const registryOption = options.text('registry');
  const config: WorkspaceConfig = {
    ...configurationOf({ period, unit: unit.code, level: unit.level, criteria, referenceDate: date }),
    deadlines: { ...(deadline === undefined ? {} : { commune: deadline }), exceptions: {} },
    ...(registryOption === undefined ? {} : { registry: resolve(registryOption) }),
  };
  return { config, registry, name: unitFullName(unit), findings };
}

const badValue = (option: string, text: string, allowed: string): Finding =>
  finding('cli/bad-value', AT, { option, text, allowed });

/** By code, else by name; several units of one name are no answer, unless the level tells them apart. */
function unitOf(
  text: string,
  units: readonly UnitVersion[],
  date: string,
  level: string | undefined,
): UnitVersion | undefined {
  const candidates = level === undefined ? units : units.filter((unit) => unit.level === level);
  if (/^\d+$/u.test(text)) return findByCode(candidates, text, date)?.unit;
  const named = findByName(candidates, text);
  return named.kind === 'exact' || named.kind === 'loose' ? named.unit : undefined;
}

async function write(folder: string, config: WorkspaceConfig, registry: Registry): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of [WORKSPACE_FILES.submissions, WORKSPACE_FILES.previous]) await mkdir(join(folder, name));
  const files: Readonly<Record<string, string>> = {
    [WORKSPACE_FILES.configuration]: configurationText(config),
    [WORKSPACE_FILES.units]: exportUnits(registry.units, config.unit, config.referenceDate),
    [WORKSPACE_FILES.accepted]: '\uFEFFid,value,reason,person,date,until\n',
    [WORKSPACE_FILES.narrative]: NARRATIVE_TEXT,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text, { flag: 'wx' });
}

/** The first thing that is already in the folder; a folder that is not there, or empty, is free. */
async function occupant(folder: string): Promise<string | undefined> {
  try {
    return (await readdir(folder)).sort()[0];
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return '.';
    throw error;
  }
}

async function copyExample(call: CommandCall, target: string): Promise<Outcome> {
  const occupied = await occupant(resolve(target));
  if (occupied !== undefined) {
    return failWith([finding('cli/workspace-exists', AT, { path: target, name: occupied })], call);
  }
  await cp(EXAMPLE_FOLDER, resolve(target), { recursive: true, errorOnExist: true, force: false });
  const text = [
    `Đã chép ví dụ mẫu vào thư mục “${target}”. Số liệu là số liệu giả định.`,
    `Tiếp theo: tdkvh aggregate --workspace ${quotedPath(target)}`,
  ].join('\n');
  return answerWith(call, {
    text,
    json: { schema: 'tdkvh/workspace-made@1', folder: target, example: true },
  });
}

/** As it must be typed: a path with spaces in quotes. */
const quotedPath = (path: string): string => (/\s/u.test(path) ? `"${path}"` : path);
