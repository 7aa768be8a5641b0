/** The figures of results.json: measures of every unit, own figures and rows with their places. */
import type {
  BoundsRecord,
  CriteriaSet,
  FieldRecord,
  IndicatorDefinition,
  IndicatorRecord,
  MeasureRecord,
  OwnRecord,
  PeriodKind,
  ResultsDocument,
  RowsRecord,
  UnitRecord,
  UnitTree,
  ValidatedSubmission,
} from '../model.js';
import { notAskedOf } from '../criteria/asked-of.js';
import { formCounted } from '../criteria/totals.js';
import { isDueIn, senderOf } from '../criteria/set-queries.js';
import { headlineBounds } from './bounds.js';
import { leafMeasures } from './leaf-measures.js';
import { ownRecords, rowsRecord, sharedWords } from './provenance.js';
import { splitMeasures } from './splits.js';
import { indexedSet } from './indexed-set.js';
import { upperMeasures } from './upper-parts.js';
import { rollUp, sumOver, type Measures } from './roll-up.js';
import { defined } from '../values/defined.js';
import { groupBy } from '../values/groups.js';
import { lazyRecord } from '../values/lazy-record.js';
import { largest } from '../values/of-many.js';

export interface MeasuredRun {
  readonly measures: ResultsDocument['measures'];
  readonly groups: ResultsDocument['groups'];
  readonly splits: NonNullable<ResultsDocument['splits']>;
  readonly upperParts?: NonNullable<ResultsDocument['upperParts']>;
  readonly unsafe: readonly { readonly unit: string; readonly indicator: string }[];
}

/**
 * Measures of all leaves, nodes and office groups, with bounds on the headline rates of nodes. What districts and
 * the province enter themselves (Biểu 05) adds up beside the communes' figures, never into them.
 */
export function measureRun(
  tree: UnitTree,
  submissions: ReadonlyMap<string, ValidatedSubmission>,
  all: readonly IndicatorDefinition[],
  set: CriteriaSet,
): MeasuredRun {
  const indicators = all.filter((indicator) => senderOf(indicator, set) === 'commune');
  const upper = all.filter((indicator) => senderOf(indicator, set) === 'upper');
  const indexed = indexedSet(set);
  const own = new Map<string, Measures>(
    tree.leaves.map((leaf) => [
      leaf,
      leafMeasures(submissions.get(leaf), indicators, indexed, notAskedOf(set, tree.byCode.get(leaf))),
    ]),
  );
  const bounded = (measures: Measures): Readonly<Record<string, MeasureRecord>> => {
    const record: Record<string, MeasureRecord> = {};
    for (const indicator of indicators) {
      const measure = measures.get(indicator.id);
      if (measure === undefined) continue;
      const bounds: BoundsRecord | undefined =
        measure.expected + (measure.notApplicable?.length ?? 0) > 1 || tree.leaves.length === 1
          ? headlineBounds(indicator, measure, submissions, tree, indexed)
          : undefined;
      record[indicator.id] = bounds === undefined ? measure : { ...measure, bounds };
    }
    return record;
  };
  const rolled = rollUp(tree, own, indicators);
  const parts = upperMeasures(tree, submissions, upper, indexed);
  const measures: Record<string, Readonly<Record<string, MeasureRecord>>> = {};
  for (const code of tree.byCode.keys()) {
    const above = Object.fromEntries(parts.total.get(code) ?? []);
    measures[code] = { ...bounded(rolled.byUnit.get(code) ?? new Map()), ...above };
  }
  const groups: Record<string, Readonly<Record<string, MeasureRecord>>> = {};
  for (const [group, leaves] of leavesByGroup(tree))
    groups[group] = bounded(sumOver(leaves, own, indicators).measures);
  const splits = splitMeasures(tree, own, submissions, indicators, indexed);
  const sent = [...parts.own].filter(([, one]) => [...one.values()].some(({ reported }) => reported > 0));
  const upperParts = Object.fromEntries(sent.map(([code, one]) => [code, Object.fromEntries(one)]));
  return {
    measures,
    groups,
    splits,
    ...(sent.length === 0 ? {} : { upperParts }),
    unsafe: [...rolled.unsafe, ...parts.unsafe],
  };
}

const leavesByGroup = (tree: UnitTree): ReadonlyMap<string, readonly string[]> =>
  groupBy(tree.leaves, (leaf) => {
    const group = tree.byCode.get(leaf)?.group;
    return group === '' ? undefined : group;
  });

/** What is added up, with where it came from. */
export type Totals = Pick<
  ResultsDocument,
  'units' | 'fields' | 'indicators' | 'measures' | 'groups' | 'splits' | 'upperParts' | 'rows' | 'own'
>;

/** Records of so many units are kept for whoever asks next: those of a district; a country's are made again. */
const KEPT_UNITS = 100;

/** The part of results.json that holds figures, keys in a fixed order. */
export function totalsOf(
  units: readonly UnitRecord[],
  submissions: ReadonlyMap<string, ValidatedSubmission>,
  indicators: readonly IndicatorRecord[],
  set: CriteriaSet,
  measured: MeasuredRun,
): Totals {
  const words = sharedWords();
  const shapes = new Map(set.forms.map(({ id, shape }) => [id, shape]));
  const sent = units.flatMap(({ code }) => (submissions.has(code) ? [code] : []));
  const isListed = new Set(sent);
  const rowsOf = (code: string): Readonly<Record<string, RowsRecord>> | undefined => {
    const submission = isListed.has(code) ? submissions.get(code) : undefined;
    if (submission === undefined) return undefined;
    const forms: Record<string, RowsRecord> = {};
    for (const [form, table] of submission.tables) {
      const shape = shapes.get(table.form);
      if (shape === 'table' || shape === 'criteria') forms[form] = rowsRecord(table, submission, words);
    }
    return forms;
  };
  const ownOf = (code: string): Readonly<Record<string, OwnRecord>> | undefined => {
    const submission = isListed.has(code) ? submissions.get(code) : undefined;
    return submission === undefined ? undefined : ownRecords(submission, set, words);
  };
  return {
    units,
    fields: set.fields.map((field) => fieldRecord(field, set)),
    indicators,
    measures: measured.measures,
    groups: measured.groups,
    splits: measured.splits,
    ...defined({ upperParts: measured.upperParts }),
    rows: lazyRecord(() => sent, rowsOf, KEPT_UNITS),
    own: lazyRecord(() => sent, ownOf, KEPT_UNITS),
  };
}

const fieldRecord = (field: CriteriaSet['fields'][number], set: CriteriaSet): FieldRecord => ({
  id: field.id,
  form: field.form,
  ...defined({ group: field.group, code: field.code }),
  label: field.label,
  ...defined({
    unit: field.unit,
    totalOf: field.totalOf === undefined ? undefined : formCounted(field.totalOf, set),
  }),
  type: field.type,
  scale: field.scale,
  ...(field.choices === undefined
    ? {}
    : { choices: Object.fromEntries(field.choices.map((choice) => [choice.id, choice.label])) }),
});

/** An indicator as results.json keeps it; with the kind of period, whether that asks for it; `added`: of a set of the locality. */
export function indicatorRecord(
  indicator: IndicatorDefinition,
  set: CriteriaSet,
  kind: PeriodKind = 'year',
  added?: IndicatorRecord['added'],
): IndicatorRecord {
  const scale = 'sum' in indicator.numerator ? scaleOf(indicator.numerator.sum, set) : 0;
  return {
    id: indicator.id,
    label: indicator.label,
    unit: indicator.unit,
    kind: indicator.denominator !== undefined ? 'rate' : scale > 0 ? 'amount' : 'count',
    scale,
    ...defined({ baseLabel: indicator.baseLabel }),
    headline: indicator.headline,
    ...(indicator.noRateWhilePending === true ? { noRateWhilePending: true } : {}),
    ...(isDueIn(indicator, set, kind) ? {} : { notDue: true }),
    ...defined({ added }),
    basis: indicator.basis,
    confirmed: indicator.confirmed,
  };
}

const scaleOf = (sum: string | readonly string[], set: CriteriaSet): number =>
  largest(
    (typeof sum === 'string' ? [sum] : sum).map(
      (id) => set.fields.find((field) => field.id === id)?.scale ?? 0,
    ),
    0,
  );
