/** One indicator of one unit beside one earlier period: what is compared, what is only shown, and why. */
import type {
  ComparedYear,
  ComparisonRemark,
  IndicatorRecord,
  MeasureRecord,
  PeriodFacts,
  PublishedFigure,
  RestatedMeasure,
} from '../model.js';
import { differenceOf, type Side } from './difference.js';
import type { PreviousPeriod } from './previous-period.js';
import { countsOf, countsOfRestated, isUsable } from './sum-old-units.js';
import { defined } from '../values/defined.js';

export interface YearFacts {
  readonly current: PeriodFacts;
  readonly previous: PreviousPeriod;
  readonly decimals: number;
  /** Of the whole year: set changed, list not sure. */
  readonly remarks: readonly ComparisonRemark[];
}

/** What one unit has of one indicator. */
export interface YearFigure {
  readonly current?: MeasureRecord;
  readonly restated: RestatedMeasure;
  readonly published: readonly PublishedFigure[];
  readonly block?: string;
  readonly landMoved: boolean;
  /** The list of units is not certain about this ground. */
  readonly assumed: boolean;
}

/** Undefined when neither the earlier period nor a reason about the map has anything to say. */
export function comparedYear(
  figure: YearFigure,
  indicator: IndicatorRecord,
  { current, previous, decimals, remarks }: YearFacts,
): ComparedYear | undefined {
  const { restated, published, block } = figure;
  if (restated.reason === 'noFigure' && published.length === 0) return undefined;
  const all = [
    ...remarks,
    ...(figure.assumed && !remarks.includes('listNotSure') ? (['listNotSure'] as const) : []),
    ...(definitionChanged(indicator, previous) ? (['definitionChanged'] as const) : []),
    ...(figure.landMoved ? (['landMoved'] as const) : []),
  ];
  const shown = {
    period: previous.period.id,
    ...(published.length === 0 ? {} : { published }),
    restated,
  };
  const rest = {
    ...(all.length === 0 ? {} : { remarks: all }),
    ...defined({ block }),
  };
  return { ...shown, ...judged(figure, indicator, current, previous, decimals), ...rest };
}

type Judgement = Pick<ComparedYear, 'comparability' | 'reason' | 'difference'>;

function judged(
  { current: measure, restated }: YearFigure,
  indicator: IndicatorRecord,
  current: PeriodFacts,
  previous: PreviousPeriod,
  decimals: number,
): Judgement {
  const not = (reason: NonNullable<ComparedYear['reason']>): Judgement => ({
    comparability: 'notComparable',
    reason,
  });
  if (previous.period.kind !== current.period.kind) return not('otherPeriodKind');
  const then = sideOf(restated);
  if (then === undefined) return not(restated.reason ?? 'noFigure');
  if (measure?.state === 'notApplicable') return not('notApplicable');
  if (measure === undefined || !isUsable(measure, indicator)) return not('noCurrentFigure');
  if (measure.reported < measure.expected || ('n' in then && restated.reported < restated.expected))
    return { comparability: 'incomplete', reason: 'coverage' };
  const outcome = differenceOf(countsOf(measure), then, indicator, decimals);
  if (outcome === undefined) return not('rateOnly');
  return {
    comparability: restated.kind === 'estimate' ? 'estimate' : 'comparable',
    ...defined({ reason: outcome.without }),
    difference: outcome.difference,
  };
}

const sideOf = (restated: RestatedMeasure): Side | undefined =>
  countsOfRestated(restated) ?? (restated.rate === undefined ? undefined : { rate: restated.rate });

/** Counted in another unit, or a rate of another base: the figures stand, the difference needs a word. */
const definitionChanged = ({ id, unit, baseLabel }: IndicatorRecord, previous: PreviousPeriod): boolean =>
  previous.definitionsOf(id).some((then) => then.unit !== unit || then.baseLabel !== baseLabel);
