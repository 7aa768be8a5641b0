/**
 * Today's results beside earlier periods, figure by figure: as published, and restated on today's ground. Kinds of
 * period are never compared with one another, and no unit is joined across years by its code alone.
 */
import type {
  ComparedFigure,
  ComparedFigures,
  ComparedPeriod,
  ComparedYear,
  ComparisonDocument,
  ComparisonRemark,
  EstimateBasis,
  Finding,
  MeasureRecord,
  PeriodFacts,
  ResultsDocument,
  ResultsFigures,
  UnitVersion,
} from '../model.js';
import type { Crosswalk } from '../units/ground/crosswalk.js';
import type { SharesOfBlock } from './apportion.js';
import { comparedYear, type YearFacts } from './compare-figure.js';
import { blockFigures, blocksUnder } from './compared-blocks.js';
import { commonGround } from './common-ground.js';
import { periodFindings } from './period-findings.js';
import type { PreviousPeriod } from './previous-period.js';
import { publishedFigures } from './published.js';
import { restate, type RestatedFigures } from './restate.js';
import { groundOfResults, type UnitGround } from './unit-ground.js';
import { defined } from '../values/defined.js';

export interface CompareOptions {
  /** Only where the office asks for estimates: `sharesByWeight` or `sharesByAreas`, per earlier period. */
  readonly estimate?: (previous: PreviousPeriod) => SharesOfBlock;
  /** What `estimate` goes by, to be said beside the figures. */
  readonly estimates?: EstimateBasis;
  /** The dated lists, units.csv and registry. */
  readonly listed?: readonly UnitVersion[];
  /** First day for which the registry is right. */
  readonly knownFrom?: string;
  /** What reading the earlier periods brought to light. */
  readonly findings?: readonly Finding[];
}

interface Year {
  readonly previous: PreviousPeriod;
  readonly restated: RestatedFigures;
  readonly facts: YearFacts;
}

/** Compares one run with all earlier periods; `previous` comes from `previousPeriods`, oldest first. */
export function compareResults(
  current: ResultsFigures,
  previous: readonly PreviousPeriod[],
  crosswalk: Crosswalk,
  options: CompareOptions = {},
): ComparisonDocument {
  const today = groundOfResults(current);
  const facts = factsOf(current);
  const years = previous.map((period): Year => {
    const estimate = options.estimate?.(period);
    const restated = restate(period, crosswalk, today, current.indicators, {
      ...defined({ estimate, listed: options.listed }),
    });
    const remarks = remarksOf(period, facts, options.knownFrom);
    return {
      previous: period,
      restated,
      facts: { current: facts, previous: period, decimals: current.decimals, remarks },
    };
  });
  const units = [...today.units.keys()].map(
    (code) => [code, figuresOf(current, today, years, code)] as const,
  );
  const groups = [...today.groups.keys()].map(
    (group) => [group, figuresOfGroup(current, today, years, group)] as const,
  );
  return {
    schema: 'tdkvh/comparison@1',
    tool: current.tool,
    current: { ...facts, unit: current.unit, level: current.level, decimals: current.decimals },
    previous: years.map((year) => comparedPeriod(current, year)),
    indicators: current.indicators,
    ...defined({ estimates: options.estimates }),
    units: Object.fromEntries(units),
    groups: Object.fromEntries(groups),
    findings: findingsOf(years, crosswalk, facts, options.findings ?? []),
  };
}

const factsOf = ({ period, referenceDate, criteria }: ResultsFigures): PeriodFacts => ({
  period,
  referenceDate,
  criteria: { id: criteria.id, label: criteria.label },
});

function remarksOf(
  previous: PreviousPeriod,
  current: PeriodFacts,
  knownFrom: string | undefined,
): readonly ComparisonRemark[] {
  const changed = previous.criteria !== undefined && previous.criteria.id !== current.criteria?.id;
  return [
    ...(changed ? (['criteriaChanged'] as const) : []),
    ...(knownFrom !== undefined && previous.referenceDate < knownFrom ? (['listNotSure'] as const) : []),
  ];
}

function figuresOf(
  current: ResultsFigures,
  today: UnitGround,
  years: readonly Year[],
  code: string,
): ComparedFigures {
  const leaves = today.nodes.get(code);
  return figures(
    current,
    years,
    current.measures[code] ?? {},
    ({ previous, restated, facts }, indicator, measure) => {
      const figure = restated.units.get(code)?.[indicator.id];
      if (figure === undefined) return undefined;
      const block = leaves === undefined ? restated.blocks.ofNew.get(code) : undefined;
      const year = comparedYear(
        {
          ...defined({ current: measure }),
          restated: figure,
          published: publishedFigures(previous, restated, today, code, indicator),
          ...(restated.sound && block?.kind === 'split' ? { block: block.id } : {}),
          landMoved: restated.sound && block?.landMoved === true,
          assumed: restated.sound && block?.assumed === true,
        },
        indicator,
        facts,
      );
      return year === undefined || leaves === undefined
        ? year
        : withCommon(year, current, leaves, restated, facts, indicator);
    },
  );
}

function figuresOfGroup(
  current: ResultsFigures,
  today: UnitGround,
  years: readonly Year[],
  group: string,
): ComparedFigures {
  const leaves = today.groups.get(group) ?? [];
  return figures(current, years, current.groups[group] ?? {}, ({ restated, facts }, indicator, measure) => {
    const figure = restated.groups.get(group)?.[indicator.id];
    if (figure === undefined) return undefined;
    const year = comparedYear(
      {
        ...defined({ current: measure }),
        restated: figure,
        published: [],
        landMoved: false,
        assumed: false,
      },
      indicator,
      facts,
    );
    return year === undefined ? undefined : withCommon(year, current, leaves, restated, facts, indicator);
  });
}

type Indicator = ResultsDocument['indicators'][number];

/** The course of every indicator; those that nobody ever had are left out. */
function figures(
  { indicators }: ResultsFigures,
  years: readonly Year[],
  measures: Readonly<Record<string, MeasureRecord>>,
  yearOf: (year: Year, indicator: Indicator, measure: MeasureRecord | undefined) => ComparedYear | undefined,
): ComparedFigures {
  const found: Record<string, ComparedFigure> = {};
  for (const indicator of indicators) {
    const measure = measures[indicator.id];
    const course = years.flatMap((year) => yearOf(year, indicator, measure) ?? []);
    if (measure === undefined && course.every((one) => one.restated.n === undefined)) continue;
    found[indicator.id] = { ...defined({ current: measure }), years: course };
  }
  return found;
}

function withCommon(
  year: ComparedYear,
  current: ResultsFigures,
  leaves: readonly string[],
  restated: RestatedFigures,
  { previous, decimals }: YearFacts,
  indicator: Indicator,
): ComparedYear {
  if (year.comparability !== 'incomplete') return year;
  const measureOf = (code: string): MeasureRecord | undefined => current.measures[code]?.[indicator.id];
  const common = commonGround(blocksUnder(restated, leaves), measureOf, previous, indicator, decimals);
  return common === undefined ? year : { ...year, common };
}

function comparedPeriod(current: ResultsFigures, { previous, restated, facts }: Year): ComparedPeriod {
  const { period, referenceDate, criteria, sources } = previous;
  return {
    period,
    referenceDate,
    ...defined({ criteria }),
    sources,
    restated: restated.sound,
    blocks: restated.blocks.all.filter(({ kind, landMoved }) => kind !== 'same' || landMoved),
    blockFigures: blockFigures(current, restated, facts),
  };
}

function findingsOf(
  years: readonly Year[],
  crosswalk: Crosswalk,
  current: PeriodFacts,
  earlier: readonly Finding[],
): readonly Finding[] {
  const found = [
    ...earlier,
    ...crosswalk.findings,
    ...years.flatMap(({ previous, restated }) => [
      ...periodFindings(previous, restated, current),
      ...restated.findings,
    ]),
  ];
  // A fault of the map is met again with every earlier period.
  return [...new Map(found.map((one) => [`${one.id} ${one.message}`, one])).values()];
}
