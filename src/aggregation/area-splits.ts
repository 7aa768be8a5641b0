/** The whole divided by kind of residential area: the rows of each kind, and what no row divides. */
import type {
  FieldColumn,
  FieldId,
  FigureTable,
  FormId,
  IndicatorDefinition,
  MeasureRecord,
  Term,
  UnitTree,
  ValidatedSubmission,
} from '../model.js';
import { ROW_DIMENSION } from '../measures/split-class.js';
import { indicatorReferences } from '../criteria/references.js';
import { leafMeasures } from './leaf-measures.js';
import { sumOver, type Measures } from './roll-up.js';
import type { IndexedSet } from './indexed-set.js';

const NO_MEASURES: Measures = new Map();

/** One class → indicator → measure. */
export type Split = Readonly<Record<string, Readonly<Record<string, MeasureRecord>>>>;

/**
 * Indicators made of rows that carry the kind of area, each counted over the rows of one kind only. A unit counts in the
 * classes where it counts in the whole; what its rows do not divide (kind left blank, a figure entered for the commune at
 * once) is the class without a value, so that the classes always make up the whole.
 */
export function splitByRows(
  tree: UnitTree,
  own: ReadonlyMap<string, Measures>,
  submissions: ReadonlyMap<string, ValidatedSubmission>,
  all: readonly IndicatorDefinition[],
  set: IndexedSet,
): Split | undefined {
  const kind = set.fields.get(ROW_DIMENSION);
  if (kind?.choices === undefined) return undefined;
  const { form } = kind;
  const indicators = all.filter((indicator) => isOfRows(indicator, form, set));
  const fields = fieldsOf(indicators);
  const kinds = kind.choices.map(({ id }) => id);
  const byKind = new Map<string, Map<string, Measures>>([...kinds, ''].map((id) => [id, new Map()]));
  for (const leaf of tree.leaves) {
    const whole = own.get(leaf) ?? new Map<string, MeasureRecord>();
    const classes = new Map<string, Measures>(
      kinds.map((id) => {
        const rows = rowsOfKind(submissions.get(leaf), form, id, fields);
        // Most units have rows of a kind or two: none of the others is worth a measure.
        return [id, rows === undefined ? NO_MEASURES : leafMeasures(rows, indicators, set)];
      }),
    );
    for (const [id, measures] of divided(whole, classes, indicators)) byKind.get(id)?.set(leaf, measures);
  }
  const split = Object.fromEntries(
    [...byKind].map(([id, measures]) => [
      id,
      Object.fromEntries(sumOver(tree.leaves, measures, indicators).measures),
    ]),
  );
  const { '': rest, ...known } = split;
  return rest === undefined || isNothing(rest) ? known : split;
}

const isNothing = (measures: Readonly<Record<string, MeasureRecord>>): boolean =>
  Object.values(measures).every(({ n, d, pending }) => n === 0 && (d ?? 0) === 0 && pending === undefined);

/** The classes of one unit and what is left of its whole; where the classes exceed it, nothing is divided. */
function divided(
  whole: Measures,
  classes: ReadonlyMap<string, Measures>,
  indicators: readonly IndicatorDefinition[],
): ReadonlyMap<string, Measures> {
  const found = new Map<string, Map<string, MeasureRecord>>(
    [...classes.keys(), ''].map((kind) => [kind, new Map()]),
  );
  for (const { id } of indicators) {
    const total = whole.get(id);
    if (total === undefined || total.reported === 0) {
      if (total !== undefined) for (const measures of found.values()) measures.set(id, total);
      continue;
    }
    const own = [...classes].map(([kind, measures]) => [kind, measures.get(id)] as const);
    const sum = (side: 'n' | 'd' | 'pending'): number =>
      own.reduce((all, [, measure]) => all + (measure?.[side] ?? 0), 0);
    const [n, d, pending] = [
      total.n - sum('n'),
      (total.d ?? 0) - sum('d'),
      (total.pending ?? 0) - sum('pending'),
    ];
    const fits = n >= 0 && d >= 0 && pending >= 0;
    for (const [kind, measure] of own) {
      const [ownN, ownD, ownPending] = fits ? countsOf(measure) : NOTHING;
      found.get(kind)?.set(id, classMeasure(total, ownN, ownD, ownPending));
    }
    found.get('')?.set(id, fits ? classMeasure(total, n, d, pending) : total);
  }
  return found;
}

type Counts = readonly [n: number, d: number, pending: number];

const NOTHING: Counts = [0, 0, 0];

/** A class that has no such rows, or none that can be used, has nothing of the whole. */
const countsOf = (measure: MeasureRecord | undefined): Counts =>
  measure === undefined ? NOTHING : [measure.n, measure.d ?? 0, measure.pending ?? 0];

const classMeasure = (total: MeasureRecord, n: number, d: number, pending: number): MeasureRecord => ({
  n,
  ...(total.d === undefined ? {} : { d }),
  reported: 1,
  expected: 1,
  ...(pending > 0 ? { pending } : {}),
});

/** Every field that the indicators name. */
const fieldsOf = (indicators: readonly IndicatorDefinition[]): readonly FieldId[] => [
  ...new Set(
    indicators.flatMap((one) =>
      indicatorReferences(one).flatMap(({ to, id }) => (to === 'form' ? [] : [id])),
    ),
  ),
];

/** The submission as if it held only the rows of this kind, and of their fields those asked for; undefined without a row. */
function rowsOfKind(
  submission: ValidatedSubmission | undefined,
  form: FormId,
  kind: string,
  fields: readonly FieldId[],
): ValidatedSubmission | undefined {
  const table = submission?.tables.get(form);
  const kinds = table?.columns.get(ROW_DIMENSION);
  if (submission === undefined || table === undefined || kinds === undefined) return undefined;
  if (submission.excludedFields.has(ROW_DIMENSION)) return undefined;
  const rows = table.sheetRows.flatMap((_, row) =>
    kinds.states[row] === 'value' && kinds.texts[row] === kind ? [row] : [],
  );
  if (rows.length === 0) return undefined;
  const columns = fields.flatMap((id): readonly [FieldId, FieldColumn][] => {
    const column = table.columns.get(id);
    if (column === undefined) return [];
    const states = rows.map((row) => column.states[row] ?? 'missing');
    const numbers = new Float64Array(rows.map((row) => column.numbers[row] ?? Number.NaN));
    const texts = rows.map((row) => column.texts[row]);
    // Sums alone are made of it: what else a column knows of its rows would be that of others.
    return [[id, { field: id, column: column.column, states, numbers, texts }]];
  });
  const kept: FigureTable = {
    ...table,
    rowCount: rows.length,
    sheetRows: rows.map((row) => table.sheetRows[row] ?? 0),
    rowKeys: rows.map((row) => table.rowKeys[row] ?? ''),
    rowLabels: rows.map((row) => table.rowLabels[row] ?? ''),
    columns: new Map(columns),
  };
  return { ...submission, tables: new Map([[form, kept]]) };
}

/** Both sides, and what is pending, are counted over rows of the form and nothing else. */
const isOfRows = (
  { numerator, denominator, pending }: IndicatorDefinition,
  form: FormId,
  set: IndexedSet,
): boolean =>
  [numerator, denominator, pending].every((term) => term === undefined || isTermOfRows(term, form, set));

function isTermOfRows(term: Term, form: FormId, set: IndexedSet): boolean {
  if ('units' in term) return false;
  if ('rows' in term) return term.rows === form;
  const named = 'sum' in term ? term.sum : 'count' in term ? term.count : term.positive;
  const fields = typeof named === 'string' ? [named] : named;
  return fields.every((field) => set.fields.get(field)?.form === form);
}
