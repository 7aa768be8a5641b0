/** What tracing needs of a run: definitions, the tree, and the cells of each unit, rebuilt from what the results keep. */
import type {
  CriteriaSet,
  IndicatorDefinition,
  IndicatorRecord,
  ResultsDocument,
  UnitSources,
  ValidatedSubmission,
} from '../../model.js';
import { termCells } from '../../aggregation/term-cells.js';
import { evaluateTerm, indexedSet, type IndexedSet } from '../../aggregation/unit-terms.js';
import { indicatorsOf } from '../../criteria/set-queries.js';
import { rebuildTables } from '../../submission/lower/rebuild-tables.js';
import type { TraceInput } from '../../tracing/trace-figure.js';
import { unitIndex } from '../../tracing/unit-index.js';
import { markExcluded } from '../../validation/mark-excluded.js';
import { defined } from '../../values/defined.js';

/** Everything tracing needs of one indicator; undefined when the set no longer defines it. */
export type TraceInputs = (indicator: string) => TraceInput | undefined;

/**
 * `held`: so many units are kept rebuilt; who goes unit by unit needs one. `mostRows`: the cells of a unit with a longer
 * table are not given.
 */
export function traceInputs(
  results: ResultsDocument,
  set: CriteriaSet,
  { held = Infinity, mostRows = Infinity }: { readonly held?: number; readonly mostRows?: number } = {},
): TraceInputs {
  const definitions = new Map(indicatorsOf(set).map((one) => [one.id, one]));
  const records = new Map(results.indicators.map((one) => [one.id, one]));
  const indexed = indexedSet(set);
  const index = unitIndex(results);
  const submissions = new Map<string, ValidatedSubmission | undefined>();
  const submissionOf = (unit: string): ValidatedSubmission | undefined => {
    if (!submissions.has(unit)) {
      if (submissions.size >= held) submissions.clear();
      submissions.set(unit, rebuilt(results, unit, set));
    }
    return submissions.get(unit);
  };
  const isTooLong = (unit: string): boolean =>
    [...(submissionOf(unit)?.tables.values() ?? [])].some(({ rowCount }) => rowCount > mostRows);
  return (id) => {
    const definition = definitions.get(id);
    const indicator: IndicatorRecord | undefined = records.get(id);
    if (definition === undefined || indicator === undefined) return undefined;
    const sourcesOf = (unit: string): UnitSources | undefined => {
      const submission = submissionOf(unit);
      return submission === undefined || isTooLong(unit)
        ? undefined
        : sourcesIn(definition, submission, indexed);
    };
    return { results, set, definition, indicator, index, sourcesOf, isTooLong };
  };
}

/** What a unit sent, as the results keep it; undefined when it sent nothing. */
function rebuilt(results: ResultsDocument, unit: string, set: CriteriaSet): ValidatedSubmission | undefined {
  // With its value still to be seen; the finding then takes the field out as a whole, as in the run.
  const { tables } = rebuildTables(results, unit, '', set, () => true);
  if (tables.length === 0) return undefined;
  const byForm = new Map(tables.map(({ key, table }) => [key, table]));
  return markExcluded({ unit, period: results.period.id, tables: byForm }, results.findings, set);
}

function sourcesIn(
  { numerator, denominator }: IndicatorDefinition,
  submission: ValidatedSubmission,
  set: IndexedSet,
): UnitSources {
  const termOf = (term: IndicatorDefinition['numerator']): UnitSources['n'] => {
    const cells = termCells(term, submission, set);
    if (cells.length > 0) return { cells };
    const value = evaluateTerm(term, submission, set);
    return { ...defined({ value: value.kind === 'value' ? value.value : undefined }), cells };
  };
  return {
    n: termOf(numerator),
    ...defined({ d: denominator === undefined ? undefined : termOf(denominator) }),
  };
}
