/** The body of `tdkvh criteria try`: new rules over the results of past periods. */
import { resolve } from 'node:path';
import { SEVERITY_WORDS } from '../../../findings/severity-words.js';
import { finding, isError, NOWHERE } from '../../../findings/finding.js';
import type { CriteriaSet, Finding, ResultsDocument } from '../../../model.js';
import { loadCriteria } from '../../../office/load-criteria.js';
import { pathFromHere } from '../../../office/path-from-here.js';
import { newRules, tryRules, type TriedPeriod, type TriedRule } from '../../../office/try-rules.js';
import { exists } from '../../../office/workspace-files.js';
import { readOfficeFile } from '../../../readers/office-file.js';
import { readResults } from '../../../readers/results/previous-results.js';
import { unitFullName } from '../../../units/names/unit-name.js';
import { safeText } from '../../../values/safe-text.js';
import { append } from '../../../values/of-many.js';
import type { CommandCall, Outcome } from '../../command.js';
import { answerWith, failWith } from '../../screen/answer.js';
import { hanging } from '../../screen/wrap-text.js';

const COMMAND = 'tdkvh criteria try';

export async function criteriaTry(call: CommandCall): Promise<Outcome> {
  const { args, options, terminal } = call;
  const [name = '', ...more] = args;
  const first = options.text('on');
  if (first === undefined)
    return failWith([finding('cli/missing-argument', NOWHERE, { argument: '--on', command: COMMAND })], call);
  const { set, base, findings: faults } = await loadCriteria(name, process.cwd());
  if (set === undefined || faults.some(isError)) return failWith(faults, call);
  const under = base === undefined ? undefined : (await loadCriteria(base, process.cwd())).set;
  const rules = newRules(set, under);
  const about = { id: set.id, base: under?.id ?? '' };
  if (rules.length === 0) return failWith([...faults, finding('cli/no-new-rule', NOWHERE, about)], call);
  const read = await readAll([first, ...more]);
  if (read.findings.some(isError)) return failWith([...faults, ...read.findings], call);
  const tried = read.documents.map(({ path, results }) => ({ path, ...tryRules(set, rules, results) }));
  const text = [
    hanging('', safeText(headOf(rules.length, set, under)), terminal.columns),
    ...tried.flatMap((one) => periodLines(one, terminal.columns)),
    hanging(
      '',
      'Chưa thay đổi gì. Muốn áp dụng thì ghi đường dẫn của bộ này ở mục criteria của tdkvh.yaml.',
      terminal.columns,
    ),
  ].join('\n');
  const json = {
    schema: 'tdkvh/criteria-try@1',
    set: about,
    periods: tried.map(({ path, results, units, rules: outcomes }) => ({
      path,
      period: results.period.id,
      unit: results.unit,
      units,
      rules: outcomes.map(({ rule, ...outcome }) => ({ id: rule.id, severity: rule.severity, ...outcome })),
    })),
  };
  return answerWith(call, { text, json }, [...faults, ...read.findings]);
}

async function readAll(paths: readonly string[]): Promise<{
  readonly documents: readonly { readonly path: string; readonly results: ResultsDocument }[];
  readonly findings: readonly Finding[];
}> {
  const documents: { path: string; results: ResultsDocument }[] = [];
  const findings: Finding[] = [];
  for (const given of paths) {
    const path = pathFromHere(given);
    if (!(await exists(given))) {
      findings.push(finding('cli/not-found', NOWHERE, { path }));
      continue;
    }
    const read = readResults(await readOfficeFile(resolve(given), path, 'results'), path);
    append(findings, read.findings);
    if (read.results !== undefined) documents.push({ path, results: read.results });
  }
  return { documents, findings };
}

/** Of a set that extends none every rule is tried. */
const headOf = (count: number, { id }: CriteriaSet, base: CriteriaSet | undefined): string =>
  `Bộ ${id}: ${String(count)} quy tắc${base === undefined ? '' : ` mới hoặc khác so với ${base.id}`}, thử như đã có từ các kỳ sau.`;

/** So many places of one rule are shown. */
const MOST = 5;

function periodLines(
  { path, results, units, rules }: TriedPeriod & { readonly path: string },
  columns: number,
): readonly string[] {
  const root = results.units.find(({ code }) => code === results.unit);
  const name = root === undefined ? results.unit : unitFullName(root);
  const telling = rules.filter(({ findings, notEvaluated }) => findings.length > 0 || notEvaluated > 0);
  const silent = rules.length - telling.length;
  const names = new Map(results.units.map((unit) => [unit.code, unitFullName(unit)]));
  return [
    hanging(
      '',
      safeText(`Kỳ ${results.period.id}, ${name} (${path}): ${String(units)} đơn vị có số liệu.`),
      columns,
    ),
    ...telling.flatMap((one) => ruleLines(one, names, columns)),
    ...(silent > 0 ? [`  ${String(silent)} quy tắc không phát hiện gì.`] : []),
  ];
}

function ruleLines(
  { rule, findings, already, notEvaluated }: TriedRule,
  names: ReadonlyMap<string, string>,
  columns: number,
): readonly string[] {
  const wrap = (lead: string, text: string): string => hanging(lead, safeText(text), columns);
  const senders = [...new Set(findings.flatMap(({ unit }) => unit ?? []))];
  const stops = rule.severity === 'error' && rule.trial !== true;
  const outcome = [
    findings.length === 0
      ? 'không phát hiện gì'
      : `${stops ? 'sẽ dừng' : 'sẽ hỏi'} ${String(findings.length)} chỗ ở ${String(senders.length)} đơn vị`,
    ...(already > 0 ? [`${String(already)} chỗ đã bị dừng vì lỗi khác từ kỳ đó`] : []),
    ...(notEvaluated > 0
      ? [`${String(notEvaluated)} lần không xét được (thiếu số liệu, hoặc cần số liệu kỳ trước)`]
      : []),
  ].join('; ');
  const rest = findings.length - MOST;
  return [
    wrap('  ', `${rule.id} (${SEVERITY_WORDS[rule.severity]}), ${rule.label}: ${outcome}.`),
    ...findings
      .slice(0, MOST)
      .map(({ unit = '', at: { sheet = '', cell = '' }, message }) =>
        wrap('    ', `${names.get(unit) ?? unit}${placeOf(sheet, cell)}: ${message}`),
      ),
    ...(rest > 0 ? [`    … và ${String(rest)} chỗ khác; xem đủ bằng --json`] : []),
  ];
}

const placeOf = (sheet: string, cell: string): string => {
  const place = [sheet, cell].filter((part) => part !== '').join(' ');
  return place === '' ? '' : `, ${place}`;
};
