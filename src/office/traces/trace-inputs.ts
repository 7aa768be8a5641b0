/** What tracing needs of a run: definitions, the tree, and the cells of each unit, rebuilt from what the results keep. */
import type {
  CriteriaSet,
  IndicatorRecord,
  ResultsDocument,
  Term,
  UnitSources,
  ValidatedSubmission,
} from '../../model.js';
import { termCells } from '../../aggregation/term-cells.js';
import { indexedSet, type IndexedSet } from '../../aggregation/indexed-set.js';
import { evaluateTerm } from '../../aggregation/unit-terms.js';
import { withOwnListOf } from '../../criteria/own-list.js';
import { indicatorsOf } from '../../criteria/set-queries.js';
import { rebuildTables } from '../../submission/lower/rebuild-tables.js';
import type { TraceInput } from '../../tracing/trace-figure.js';
import { unitIndex } from '../../tracing/unit-index.js';
import { markExcluded } from '../../validation/mark-excluded.js';
import { defined } from '../../values/defined.js';

/** Everything tracing needs of one indicator; undefined when the set no longer defines it. */
export type TraceInputs = (indicator: string) => TraceInput | undefined;

/** What a unit sent, and what its figures are made of as far as somebody asked. */
interface TracedUnit {
  readonly submission: ValidatedSubmission | undefined;
  /** The unit has a table with more rows than are given. */
  readonly tooLong: boolean;
  readonly found: Map<string, UnitSources['n']>;
}

/** The cells of one side of a figure, of those found or put to them. */
type SideOf = (submission: ValidatedSubmission, found: TracedUnit['found']) => UnitSources['n'];

/**
 * `held`: so many units are kept rebuilt; who goes unit by unit needs one. `mostRows`: the cells of a unit with a longer
 * table are not given.
 */
export function traceInputs(
  results: ResultsDocument,
  own: CriteriaSet,
  { held = Infinity, mostRows = Infinity }: { readonly held?: number; readonly mostRows?: number } = {},
): TraceInputs {
  const set = withOwnListOf(own, results);
  const definitions = new Map(indicatorsOf(set).map((one) => [one.id, one]));
  const records = new Map(results.indicators.map((one) => [one.id, one]));
  const indexed = indexedSet(set);
  const index = unitIndex(results);
  const units = new Map<string, TracedUnit>();
  const traced = (unit: string): TracedUnit => {
    const known = units.get(unit);
    if (known !== undefined) return known;
    if (units.size >= held) units.clear();
    const submission = rebuilt(results, unit, set);
    const tooLong = [...(submission?.tables.values() ?? [])].some(({ rowCount }) => rowCount > mostRows);
    const made = { submission, tooLong, found: new Map<string, UnitSources['n']>() };
    units.set(unit, made);
    return made;
  };
  const isTooLong = (unit: string): boolean => traced(unit).tooLong;
  /** A dozen rates have the households below their line: terms that say the same are looked up once a unit. */
  const sideOf = (term: Term | undefined): SideOf | undefined => {
    if (term === undefined) return undefined;
    const key = JSON.stringify(term);
    return (submission, found) => {
      const side = found.get(key) ?? sideIn(term, submission, indexed);
      found.set(key, side);
      return side;
    };
  };
  return (id) => {
    const definition = definitions.get(id);
    const indicator: IndicatorRecord | undefined = records.get(id);
    if (definition === undefined || indicator === undefined) return undefined;
    const sides = [definition.numerator, definition.denominator].map(sideOf);
    const sourcesOf = (unit: string): UnitSources | undefined => {
      const { submission, tooLong, found } = traced(unit);
      if (submission === undefined || tooLong) return undefined;
      const [n, d] = sides.map((side) => side?.(submission, found));
      return n === undefined ? undefined : d === undefined ? { n } : { n, d };
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

/** The cells of a term; without cells its value. */
function sideIn(term: Term, submission: ValidatedSubmission, set: IndexedSet): UnitSources['n'] {
  const cells = termCells(term, submission, set);
  if (cells.length > 0) return { cells };
  const value = evaluateTerm(term, submission, set);
  return { ...defined({ value: value.kind === 'value' ? value.value : undefined }), cells };
}
