/**
 * Forms of the office's own, admitted and joined to a criteria set. What a commune gives for the whole of it in a form
 * by indicators or by units stands in a list of its own, a second place of the field; new fields are added to the set.
 */
import { append } from '../values/of-many.js';
import { namedPath } from '../admission/source.js';
import { finding, isError } from '../findings/finding.js';
import type {
  CriteriaSet,
  FieldDefinition,
  FieldId,
  Finding,
  FormDefinition,
  OwnColumn,
  OwnField,
  OwnForm,
  OwnLine,
  OwnTable,
  SourceRef,
} from '../model.js';
import { ownFormSchema } from '../model/criteria/own-form.js';
import { didYouMean, nearestWord } from '../values/nearest-word.js';
import type { ChainFile } from './chain-file.js';
import { indicatorsOf } from './set-queries.js';
import { alsoInOwnList, AS_IN_OWN_FORMS, OWN_LIST, ownList, tableForms, totalField } from './own-list.js';
import { answerFaults, headersTwice, isSaidTwice, pathOfLine } from './own-form-entries.js';
import { admitCriteria } from './schema-faults.js';
import { inner } from '../values/inner-quotes.js';
import { defined } from '../values/defined.js';
import { isNumeric } from '../measures/field-types.js';

/** Tables whose rows are rows of a form: areas, models. The others speak of a commune as a whole. */
export const isOfRows = ({ rows }: OwnTable): boolean =>
  rows === 'area' || rows === 'model' || rows === 'household';

export interface AdmittedOwnForms {
  /** The set with the forms joined to it; absent when a finding is an error. */
  readonly set?: CriteriaSet;
  readonly findings: readonly Finding[];
}

/** Admits the files and joins them to the set. */
export function withOwnForms(set: CriteriaSet, files: readonly ChainFile[]): AdmittedOwnForms {
  const findings: Finding[] = [];
  const forms: OwnForm[] = [];
  for (const file of files) {
    const admitted = admitOwnForm(file);
    append(findings, admitted.findings);
    if (admitted.form === undefined) continue;
    append(findings, [...formFaults(admitted.form, file, set, forms)]);
    forms.push(admitted.form);
    append(findings, [...notReviewed(admitted.form, file)]);
  }
  if (findings.some(isError)) return { findings };
  return { set: forms.length === 0 ? set : joined(set, forms), findings };
}

/** What was adopted as proposed and that nobody has looked at: read all the same, and told in every run. */
function* notReviewed({ label, tables }: OwnForm, file: ChainFile): Iterable<Finding> {
  const open = tables.flatMap(({ columns = [], lines = [] }, table) => [
    ...columns.flatMap(({ review, header, field }, at) =>
      review === true
        ? [{ path: ['tables', table, 'columns', at] as const, name: header.join(' › '), field }]
        : [],
    ),
    ...lines.flatMap((line, at) =>
      line.review === true
        ? [
            {
              path: ['tables', table, 'lines', at] as const,
              name: pathOfLine(line).join(' › '),
              field: line.field,
            },
          ]
        : [],
    ),
  ]);
  const [first] = open;
  if (first === undefined) return;
  const named = open.slice(0, MOST_NAMED).map(({ name, field = '' }) => `“${inner(name)}” là ${field}`);
  const more = open.length > MOST_NAMED ? ` và ${String(open.length - MOST_NAMED)} chỗ khác` : '';
  yield finding('own-form/not-reviewed', file.locate(first.path), {
    form: inner(label),
    count: open.length,
    places: `${named.join('; ')}${more}`,
  });
}
const MOST_NAMED = 4;

/** The shape of one file alone. */
export function admitOwnForm(file: ChainFile): {
  readonly form?: OwnForm;
  readonly findings: readonly Finding[];
} {
  const source = {
    ...file,
    locate: (path: ChainPath) => file.locate(path),
    name: (path: ChainPath) =>
      [file.file, namedPath(file.value, path)].filter((one) => one !== '').join(' › '),
  };
  const { value, findings } = admitCriteria(ownFormSchema, source);
  return { ...defined({ form: value }), findings };
}

type ChainPath = readonly (string | number)[];

type Mapped = readonly (readonly [FieldId, ChainPath, OwnColumn | OwnLine])[];

/** Fields that a table maps, each with its place in the file; those that stand beside a figure to be compared apart. */
function mappedBy(
  table: OwnTable,
  key: 'field' | 'indicator',
  counts: (entry: OwnColumn | OwnLine) => boolean,
): Mapped {
  const of = (list: 'columns' | 'lines', entries: readonly (OwnColumn | OwnLine)[] = []): Mapped =>
    entries.flatMap((entry, index) => {
      const id = entry[key];
      return id === undefined || !counts(entry) ? [] : [[id, [list, index, key], entry] as const];
    });
  return [...of('columns', table.columns), ...of('lines', table.lines)];
}

/** Ids of the fields that columns and lines are bound to, as often as they are. */
export const fieldsNamed = (
  tables: readonly OwnTable[],
  counts: (entry: OwnColumn | OwnLine) => boolean = () => true,
): readonly FieldId[] => tables.flatMap((table) => mappedBy(table, 'field', counts).map(([id]) => id));

/** What is counted: the figure of the period itself. */
export const isCounted = ({ role = 'actual' }: Pick<OwnColumn, 'role'>): boolean => role === 'actual';
const mapped = (table: OwnTable): Mapped => mappedBy(table, 'field', isCounted);
const beside = (table: OwnTable): Mapped => mappedBy(table, 'field', (entry) => !isCounted(entry));

function* formFaults(
  form: OwnForm,
  file: ChainFile,
  set: CriteriaSet,
  before: readonly OwnForm[],
): Iterable<Finding> {
  const taken = new Set([
    ...[...set.fields, ...set.totals].map(({ id }) => id),
    ...before.flatMap(({ fields = [] }) => fields.map(({ id }) => id)),
  ]);
  const added = form.summary === true ? [] : (form.fields ?? []);
  if (before.some(({ id }) => id === form.id))
    yield finding('own-form/id-taken', file.locate(['id']), { id: form.id });
  for (const [index, { id }] of added.entries())
    if (taken.has(id)) yield finding('own-form/id-taken', file.locate(['fields', index, 'id']), { id });
  const fields = new Map<FieldId, Pick<FieldDefinition, 'type' | 'form' | 'choices' | 'totalOf'>>([
    ...set.fields.map((field) => [field.id, field] as const),
    ...set.totals.map((total) => [total.id, totalField(total)] as const),
    ...added.map((field) => [field.id, { ...field, form: '' }] as const),
  ]);
  const said = new Set<string>();
  const known = new Set(form.summary === true ? indicatorsOf(set).map(({ id }) => id) : []);
  for (const [index, table] of form.tables.entries()) {
    const at = (...path: ChainPath) => file.locate(['tables', index, ...path]);
    const needs = table.rows === 'indicator' || table.across === true ? ['lines'] : ['columns'];
    if (table.rows === 'indicator') needs.push('columns');
    for (const key of needs)
      if (Reflect.get(table, key) === undefined)
        yield finding('criteria/missing-key', at(), {
          key,
          place: `${file.file} › tables › ${index + 1}`,
          remark: '',
        });
    for (const [id, path] of [...beside(table), ...indicatorsNamed(table)])
      if (!fields.has(id) && !known.has(id))
        yield unknownField(id, at(...path), [...fields.keys(), ...known]);
    for (const [id, path, entry] of mapped(table)) {
      const field = fields.get(id);
      if (field === undefined) {
        yield unknownField(id, at(...path), [...fields.keys()]);
        continue;
      }
      const answer = 'answer' in entry ? entry.answer : undefined;
      if (answer !== undefined) yield* answerFaults(answer, field, id, table, at(...path));
      // A form of a level above may print one figure in several places, of areas and of the whole.
      if (form.summary === true) continue;
      if (!fits(field, table, set))
        yield finding('own-form/wrong-level', at(...path), { field: id }, { fields: [id] });
      if (isSaidTwice(said, `${isOfRows(table) ? 'row' : 'unit'} ${id}`, answer, index))
        yield finding('own-form/field-twice', at(...path), { field: id }, { fields: [id] });
    }
    yield* headersTwice(table, at);
  }
}

function unknownField(id: string, at: SourceRef, known: readonly string[]): Finding {
  const suggestion = didYouMean(nearestWord(id, known));
  return finding('own-form/unknown-field', at, { field: id, suggestion }, { fields: [id] });
}

/** Indicators that the cells of a form of a level above are filled with. */
const indicatorsNamed = (table: OwnTable): Mapped => mappedBy(table, 'indicator', () => true);

/** Whether rows of this kind can hold the field. */
function fits(
  field: Pick<FieldDefinition, 'type' | 'form' | 'totalOf'>,
  table: OwnTable,
  set: CriteriaSet,
): boolean {
  const shape = set.forms.find(({ id }) => id === field.form)?.shape;
  if (field.form === '') return true;
  // What rows add up to is no figure of a row.
  if (field.totalOf !== undefined) return !isOfRows(table);
  if (isOfRows(table)) return shape === 'table' && (table.rows !== 'household' || field.type === 'count');
  return shape === 'list' || (shape === 'table' && isNumeric(field));
}

/** The form whose rows a table of areas or models fills: the one that its fields are of. */
export function rowForm(
  table: OwnTable,
  set: Pick<CriteriaSet, 'forms' | 'fields'>,
): FormDefinition | undefined {
  const ids = new Set(mapped(table).map(([id]) => id));
  const known = set.fields.find(({ id, form }) => ids.has(id) && form !== OWN_LIST);
  const tables = set.forms.filter(({ shape, sender }) => shape === 'table' && sender === 'commune');
  return tables.find(({ id }) => id === known?.form) ?? tables[table.rows === 'model' ? 1 : 0];
}

function joined(set: CriteriaSet, all: readonly OwnForm[]): CriteriaSet {
  const own = all.filter(({ summary }) => summary !== true);
  const summaries = all.filter(({ summary }) => summary === true);
  const listed = new Set<FieldId>();
  const added: FieldDefinition[] = [];
  for (const form of own)
    for (const table of form.tables)
      for (const [id] of mapped(table)) {
        const definition = (form.fields ?? []).find((field) => field.id === id);
        const total = set.totals.find((one) => one.id === id);
        if (!added.some((one) => one.id === id)) {
          if (total !== undefined) added.push(totalField(total));
          if (definition !== undefined)
            added.push(newField(definition, form, isOfRows(table) ? rowForm(table, set)?.id : undefined));
        }
        if (!isOfRows(table)) listed.add(id);
      }
  const tables = tableForms(set);
  const fields = [...set.fields, ...added].map((field) =>
    listed.has(field.id) ? alsoInOwnList(field, tables) : field,
  );
  const hasList = fields.some(({ form, alsoIn }) => form === OWN_LIST || alsoIn?.form === OWN_LIST);
  return {
    ...set,
    forms: hasList ? [...set.forms, ownList(own.length === 1 ? own[0]?.label : undefined)] : set.forms,
    fields,
    own: { forms: own, summaries, base: set },
  };
}

const newField = (field: OwnField, form: OwnForm, rows: string | undefined): FieldDefinition => ({
  id: field.id,
  label: field.label,
  type: field.type,
  scale: field.scale,
  aggregation: field.aggregation,
  ...defined({
    unit: field.unit,
    choices: field.choices,
    validFrom: field.validFrom,
    validTo: field.validTo,
    forTypes: field.forTypes,
    forLevels: field.forLevels,
  }),
  form: rows ?? OWN_LIST,
  ...(rows === undefined ? { code: field.id } : {}),
  enterAt: rows === undefined ? 'commune' : 'area',
  ...AS_IN_OWN_FORMS,
  basis: `Mẫu riêng của cơ quan: ${form.label}`,
  confirmed: true,
});

/** Every field that the own forms ask for. */
export const askedByOwnForms = (set: CriteriaSet): ReadonlySet<FieldId> =>
  new Set(
    (set.own?.forms ?? []).flatMap(({ tables }) =>
      tables.flatMap((table) => mapped(table).map(([id]) => id)),
    ),
  );
