/** The bodies of `tdkvh criteria`. */
import type { CriteriaSet, Finding } from '../../../model.js';
import { defined } from '../../../values/defined.js';
import { unconfirmedFacts } from '../../../criteria/unconfirmed-facts.js';
import { answerWith, failWith } from '../../screen/answer.js';
import type { CommandCall, Outcome } from '../../command.js';
import {
  bundledCriteria,
  loadCriteria,
  newestCriteria,
  type LoadedCriteria,
} from '../../../office/load-criteria.js';
import { textTable } from '../../screen/text-table.js';
import { wrapWords } from '../../screen/wrap-text.js';
import { configurationOfFolder, findWorkspace } from '../../../office/workspace-files.js';
import { append } from '../../../values/of-many.js';

const yearsText = ({ titleYears: { from, to } }: CriteriaSet): string =>
  to === undefined ? `từ năm ${from}` : `năm ${from}-${to}`;

/** The bundled sets with their years. */
export async function criteriaList(call: CommandCall): Promise<Outcome> {
  const findings: Finding[] = [];
  const sets: CriteriaSet[] = [];
  for (const id of await bundledCriteria()) {
    const loaded = await loadCriteria(id, process.cwd());
    append(findings, loaded.findings);
    if (loaded.set !== undefined) sets.push(loaded.set);
  }
  const text = textTable(sets.map((set) => [set.id, yearsText(set), set.label]));
  const list = sets.map(({ id, label, titleYears, formVersion }) => ({ id, label, titleYears, formVersion }));
  return answerWith(call, { text, json: { schema: 'tdkvh/criteria-list@1', sets: list } }, findings);
}

/** The set named on the command line; else the workspace's; else the newest bundled one. */
async function chosenSet(call: CommandCall): Promise<LoadedCriteria> {
  const [given] = call.args;
  if (given !== undefined) return loadCriteria(given, process.cwd());
  const folder = await findWorkspace(call.options.text('workspace') ?? process.cwd());
  const { criteria, criteriaAt } = folder === undefined ? {} : await configurationOfFolder(folder);
  if (folder !== undefined && criteria !== undefined) return loadCriteria(criteria, folder, criteriaAt);
  return loadCriteria((await newestCriteria()) ?? '', process.cwd());
}

/** What a set holds: forms, fields, indicators, rules, titles. */
export async function criteriaShow(call: CommandCall): Promise<Outcome> {
  const { set, findings } = await chosenSet(call);
  if (set === undefined) return failWith(findings, call);
  const section = (title: string, rows: readonly (readonly string[])[]): string =>
    `${title} (${rows.length})\n${textTable(rows.map((row) => ['', ...row]))}`;
  const unconfirmed = unconfirmedFacts(set);
  const shown = [
    [
      `${set.id}: ${set.label}`,
      `Áp dụng cho danh hiệu ${yearsText(set)}.`,
      ...wrapWords(set.basis, call.terminal.columns),
    ].join('\n'),
    section(
      'Biểu mẫu',
      set.forms.map(({ sheet, title }) => [sheet, title]),
    ),
    section(
      'Chỉ tiêu báo cáo',
      set.fields.map((field) => [field.form, field.id, field.label]),
    ),
    section(
      'Chỉ tiêu tổng hợp',
      set.indicators.map((one) => [one.id, one.label, one.unit]),
    ),
    section(
      'Quy tắc kiểm tra',
      set.rules.map((rule) => [rule.id, rule.kind, rule.label]),
    ),
    section(
      'Danh hiệu',
      set.titles.map((title) => [title.id, title.labels.at(-1)?.text ?? '']),
    ),
    section(
      'Chưa xác nhận theo văn bản chính thức',
      unconfirmed.map(({ list, id, text }) => [list, id, text]),
    ),
  ].join('\n\n');
  // Of the sets whose forms are read too only the names: what they hold is theirs to show.
  const ancestors = set.ancestors?.map(({ id }) => id);
  const described = { ...set, ...defined({ ancestors }) };
  return answerWith(
    call,
    { text: shown, json: { schema: 'tdkvh/criteria-set@1', set: described, unconfirmed } },
    findings,
  );
}

/** All faults of a set at once, and the examples of its rules. */
export async function criteriaCheck(call: CommandCall): Promise<Outcome> {
  const { set, findings } = await chosenSet(call);
  if (set === undefined) return failWith(findings, call);
  const { checkRuleExamples } = await import('../../../validation/rule-examples.js');
  const failed = checkRuleExamples(set);
  const examples = set.rules.length * 2;
  const text =
    failed.length === 0
      ? `${set.id}: hợp lệ; ${set.rules.length} quy tắc, ${examples} ví dụ đều cho kết quả đúng.`
      : `${set.id}: ${failed.length} ví dụ chưa cho kết quả đúng.`;
  const json = { schema: 'tdkvh/criteria-check@1', id: set.id, rules: set.rules.length, examples };
  return answerWith(call, { text, json }, [...findings, ...failed]);
}

/** The JSON Schema of criteria files, for editors. */
export async function criteriaSchema({ terminal }: CommandCall): Promise<Outcome> {
  const { criteriaJsonSchema } = await import('../../../criteria/criteria-json-schema.js');
  const { RULE_SCHEMA } = await import('../../../validation/rules.js');
  terminal.out(JSON.stringify(criteriaJsonSchema(RULE_SCHEMA), null, 2));
  return { findings: [] };
}
