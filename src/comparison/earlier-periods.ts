/** Everything a run knows of earlier periods, put together before the rules run and compared after the sums are made. */
import type {
  ComparisonDocument,
  CriteriaSet,
  CrosswalkStep,
  EarlierFigure,
  EstimateBasis,
  Finding,
  Registry,
  ResultsDocument,
  ResultsFigures,
  UnitTree,
  UnitVersion,
  WorkspaceConfig,
} from '../model.js';
import { buildCrosswalk, type Crosswalk } from '../units/ground/crosswalk.js';
import type { RecordedUnits } from '../units/dated-units.js';
import { compareResults, type CompareOptions } from './compare.js';
import { periodsBefore } from './period-order.js';
import {
  fieldIndicators,
  groundYears,
  previousFigures,
  type GroundFigures,
  type GroundYear,
} from './previous-figures.js';
import { previousPeriods, type EarlierResults, type PreviousPeriod } from './previous-period.js';
import { restate, type RestatedFigures } from './restate.js';
import { sharesByAreas, sharesByWeight, type AreaColumns } from './shares.js';
import { groundOfTree, recordsOfResults } from './unit-ground.js';
import { defined } from '../values/defined.js';
import { addTo } from '../values/groups.js';

/** The folder previous/ as it was read. */
export interface EarlierMaterial {
  readonly documents: readonly EarlierResults[];
  /** so-lieu.csv, admitted. */
  readonly figures: readonly EarlierFigure[];
  /** What was wrong with the files. */
  readonly findings: readonly Finding[];
}

/** What is known before anything is compared. */
export interface EarlierInput {
  readonly previous?: EarlierMaterial;
  /** crosswalk.csv, admitted. */
  readonly crosswalkSteps?: readonly CrosswalkStep[];
  /** Maps of the registry, admitted. */
  readonly registryMap?: readonly CrosswalkStep[];
  /** units.csv; the registry comes after it. */
  readonly units?: readonly UnitVersion[];
  readonly registry: Pick<Registry, 'units' | 'knownFrom'>;
}

export interface EarlierPeriods {
  readonly periods: readonly PreviousPeriod[];
  readonly crosswalk: Crosswalk;
  /** The dated lists: units.csv and registry. */
  readonly listed: readonly UnitVersion[];
  readonly knownFrom?: string;
  readonly findings: readonly Finding[];
}

/** Earlier periods and the map between them and the units of `today`; undefined where nothing earlier was given. */
export function earlierPeriods(
  { previous, crosswalkSteps: steps = [], registryMap: map = [], units, registry }: EarlierInput,
  today: RecordedUnits,
  period: ResultsDocument['period'],
): EarlierPeriods | undefined {
  const { documents, figures } = previous ?? { documents: [], figures: [] };
  if (documents.length === 0 && figures.length === 0) return undefined;
  const crosswalk = buildCrosswalk({
    steps,
    map,
    lists: [...(units === undefined ? [] : [units]), registry.units],
    records: [...documents.map(({ results }) => recordsOfResults(results)), today],
  });
  const { periods, findings } = previousPeriods(documents, figures, crosswalk.units, period);
  const { knownFrom } = registry;
  return {
    periods,
    crosswalk,
    listed: [...(units ?? []), ...registry.units],
    ...defined({ knownFrom }),
    findings,
  };
}

/** What the rules that look back are given, by today's unit. */
export interface ForRules {
  /** Totals of the period before. */
  readonly previous: ReadonlyMap<string, GroundFigures>;
  /** All earlier periods, the latest first. */
  readonly course: ReadonlyMap<string, readonly GroundYear[]>;
}

/** Earlier figures and rows of today's units; undefined where no period of this kind came before. */
export function figuresForRules(
  { periods, crosswalk, listed }: EarlierPeriods,
  tree: UnitTree,
  config: Pick<WorkspaceConfig, 'period' | 'level' | 'referenceDate'>,
  set: CriteriaSet,
): ForRules | undefined {
  const [last, ...others] = periodsBefore(periods, config.period);
  if (last === undefined) return undefined;
  const ground = groundOfTree(tree, config.level, config.referenceDate);
  const fields = fieldIndicators(set);
  const counted = new Set(set.rules.flatMap((rule) => (rule.kind === 'consecutiveCount' ? rule.whole : [])));
  const course = new Map<string, GroundYear[]>();
  const added = (period: PreviousPeriod, restated: RestatedFigures): void => {
    for (const [unit, year] of groundYears(restated, period, set, config.period.year))
      addTo(course, unit, year);
  };
  const restatedLast = restate(last, crosswalk, ground, fields, { listed });
  added(last, restatedLast);
  // Of the periods before the last only what the rules on years in a row ask for.
  const few = fields.filter(({ id }) => counted.has(id));
  for (const period of others) added(period, restate(period, crosswalk, ground, few, { listed }));
  return { previous: previousFigures(restatedLast, last, set), course };
}

/** How the office wants divided units to be apportioned. */
export interface Estimating {
  readonly basis: EstimateBasis;
  /** Where the residential areas name their former unit; absent when the criteria set has no such column. */
  readonly areas?: AreaColumns;
}

/** The residential areas of a set: the table form whose rows say which old unit they belonged to. */
export function estimatingOf(
  { estimates }: Pick<WorkspaceConfig, 'estimates'>,
  { fields }: CriteriaSet,
): Estimating | undefined {
  if (estimates === undefined) return undefined;
  const former = fields.find(({ id }) => id === 'formerUnit');
  return {
    basis: estimates,
    ...(former === undefined
      ? {}
      : { areas: { form: former.form, formerUnit: former.id, size: 'households' } }),
  };
}

/** Today's results beside the earlier periods; without `estimating` no figure is an estimate. */
export const comparisonOf = (
  current: ResultsFigures,
  { periods, crosswalk, listed, knownFrom, findings }: EarlierPeriods,
  estimating?: Estimating,
): ComparisonDocument =>
  compareResults(current, periods, crosswalk, {
    listed,
    ...(estimating === undefined ? {} : estimateBy(current, crosswalk, estimating)),
    ...defined({ knownFrom }),
    findings,
  });

function estimateBy(
  current: ResultsFigures,
  crosswalk: Crosswalk,
  { basis, areas }: Estimating,
): Pick<CompareOptions, 'estimate' | 'estimates'> {
  const byAreas = areas === undefined ? undefined : sharesByAreas(current, areas);
  return {
    estimates: basis,
    estimate: ({ referenceDate }) =>
      basis === 'weights'
        ? sharesByWeight(crosswalk, referenceDate, current.referenceDate)
        : (byAreas ?? (() => undefined)),
  };
}

/** As it goes into results.json, which has today's figures, indicators and findings already. */
export function embedded(comparison: ComparisonDocument): ComparisonDocument {
  const yearsOnly = (all: ComparisonDocument['units']): ComparisonDocument['units'] =>
    Object.fromEntries(
      Object.entries(all).map(([code, figures]) => [
        code,
        Object.fromEntries(
          Object.entries(figures).flatMap(([id, { years }]) => (years.length === 0 ? [] : [[id, { years }]])),
        ),
      ]),
    );
  return {
    ...comparison,
    indicators: [],
    units: yearsOnly(comparison.units),
    groups: yearsOnly(comparison.groups),
    findings: [],
  };
}
