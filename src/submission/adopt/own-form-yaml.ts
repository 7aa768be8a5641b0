/** An own form as YAML for a person to read and edit: one line a header, doubts as comments beside them. */
import type { ChoiceDefinition, OwnColumn, OwnField, OwnForm, OwnLine, OwnTable } from '../../model.js';
import { pathOfLine } from '../../criteria/own-form-entries.js';
import { defined } from '../../values/defined.js';
import { isAbout, type Doubt } from './proposing.js';

/** Text in double quotes, which YAML reads like JSON. */
const quoted = (text: string): string => JSON.stringify(text);
const list = (texts: readonly string[]): string => `[${texts.map(quoted).join(', ')}]`;

/** The file; reading it gives the form again. Fields of the set that nobody has looked at yet are marked. */
export function ownFormYaml(form: OwnForm, doubts: readonly Doubt[]): string {
  const own = new Set((form.fields ?? []).map(({ id }) => id));
  const tables = form.tables.map((table) => withReview(table, doubts, own));
  const lines = [
    `# Mẫu riêng của cơ quan, lập từ tệp ${form.source ?? ''} bằng lệnh tdkvh criteria adopt.`,
    '# Sửa được bằng tay: field là mã chỉ tiêu của bộ tiêu chí; role: ignored là không đọc; review: true là chưa ai xem lại, xem xong thì xóa; {năm} là năm báo cáo.',
    `schema: ${form.schema}`,
    `id: ${form.id}`,
    `label: ${quoted(form.label)}`,
    ...(form.source === undefined ? [] : [`source: ${quoted(form.source)}`]),
    ...(form.summary === true ? ['summary: true'] : []),
    'tables:',
    ...tables.flatMap((table) => tableLines(table, doubts)),
    ...((form.fields ?? []).length === 0 ? [] : ['fields:']),
    ...(form.fields ?? []).map((field) => `  - ${fieldText(field)}`),
  ];
  return `${lines.join('\n')}\n`;
}

function withReview(table: OwnTable, doubts: readonly Doubt[], own: ReadonlySet<string>): OwnTable {
  const marked = <One extends OwnColumn | OwnLine>(entry: One, header: string): One => {
    const { field } = entry;
    const isOpen = doubts.some(
      (one) =>
        one.sheet === (table.sheet ?? '') &&
        one.header === header &&
        one.proposed !== undefined &&
        isAbout(one, entry),
    );
    return isOpen && field !== undefined && !own.has(field) ? { ...entry, review: true } : entry;
  };
  const columns = table.columns?.map((one) => marked(one, one.header.join(' › ')));
  const lines = table.lines?.map((one) => marked(one, pathOfLine(one).join(' › ')));
  return { ...table, ...defined({ columns, lines }) };
}

function tableLines(table: OwnTable, doubts: readonly Doubt[]): readonly string[] {
  const { sheet, above, rows, across, areaAbove, key, codeKey, columns = [], lines } = table;
  const own = doubts.filter((doubt) => doubt.sheet === sheet);
  return [
    `  - ${sheet === undefined ? '' : `sheet: ${quoted(sheet)}\n    `}rows: ${rows}`,
    ...(above === undefined ? [] : [`    above: ${quoted(above)}`]),
    ...(across === true ? ['    across: true'] : []),
    ...(areaAbove === true ? ['    areaAbove: true'] : []),
    `    key: ${list(key)}${commentOn(key.join(' › '), { header: key }, own)}`,
    ...(codeKey === undefined ? [] : [`    codeKey: ${list(codeKey)}`]),
    columns.length === 0 ? '    columns: []' : '    columns:',
    ...columns.map(
      (column) => `      - ${columnText(column)}${commentOn(column.header.join(' › '), column, own)}`,
    ),
    ...(lines === undefined ? [] : [lines.length === 0 ? '    lines: []' : '    lines:']),
    ...(lines ?? []).map(
      (line) => `      - ${lineText(line)}${commentOn(pathOfLine(line).join(' › '), line, own)}`,
    ),
  ];
}

const columnText = ({
  header,
  after,
  field,
  indicator,
  role,
  review,
  count,
  others,
  answer,
}: OwnColumn): string =>
  `{ ${[
    `header: ${list(header)}`,
    ...(after === undefined ? [] : [`after: ${list(after)}`]),
    ...(field === undefined ? [] : [`field: ${field}`]),
    ...(indicator === undefined ? [] : [`indicator: ${quoted(indicator)}`]),
    ...(role === undefined ? [] : [`role: ${role}`]),
    ...(review === undefined ? [] : ['review: true']),
    ...(count === undefined ? [] : [`count: ${count === 'rows' ? count : list(count)}`]),
    ...(others === undefined ? [] : [`others: ${list(others)}`]),
    ...(answer === undefined ? [] : [`answer: ${quoted(answer)}`]),
  ].join(', ')} }`;

const lineText = ({ section, under, label, code, field, indicator, role, review }: OwnLine): string =>
  `{ ${[
    ...(section === undefined ? [] : [`section: ${quoted(section)}`]),
    ...(under === undefined ? [] : [`under: ${quoted(under)}`]),
    `label: ${quoted(label)}`,
    ...(code === undefined ? [] : [`code: ${quoted(code)}`]),
    ...(field === undefined ? [] : [`field: ${field}`]),
    ...(indicator === undefined ? [] : [`indicator: ${quoted(indicator)}`]),
    ...(role === undefined ? [] : [`role: ${role}`]),
    ...(review === undefined ? [] : ['review: true']),
  ].join(', ')} }`;

const fieldText = ({ id, label, type, aggregation, scale, unit, choices, ...asked }: OwnField): string =>
  `{ ${[
    `id: ${id}`,
    `label: ${quoted(label)}`,
    `type: ${type}`,
    `aggregation: ${aggregation}`,
    `scale: ${scale}`,
    ...(unit === undefined ? [] : [`unit: ${quoted(unit)}`]),
    ...(choices === undefined ? [] : [`choices: [${choices.map(choiceText).join(', ')}]`]),
    ...(asked.validFrom === undefined ? [] : [`validFrom: ${asked.validFrom}`]),
    ...(asked.validTo === undefined ? [] : [`validTo: ${asked.validTo}`]),
    ...(asked.forTypes === undefined ? [] : [`forTypes: ${list(asked.forTypes)}`]),
    ...(asked.forLevels === undefined ? [] : [`forLevels: ${list(asked.forLevels)}`]),
  ].join(', ')} }`;

const choiceText = ({ id, label, aliases, validTo }: ChoiceDefinition): string =>
  `{ ${[
    `id: ${id}`,
    `label: ${quoted(label)}`,
    ...(aliases === undefined ? [] : [`aliases: ${list(aliases)}`]),
    ...(validTo === undefined ? [] : [`validTo: ${validTo}`]),
  ].join(', ')} }`;

function commentOn(header: string, entry: OwnColumn | OwnLine, doubts: readonly Doubt[]): string {
  const doubt = doubts.find((one) => one.header === header && isAbout(one, entry));
  if (doubt === undefined) return '';
  const near = doubt.near === undefined ? '' : `; gần giống ${doubt.near}`;
  return ` # cần xem: ${`${doubt.proposal}${near}`.replaceAll(/\s+/gu, ' ')}`;
}
