/** A sealed run beside a later one of the same period: every figure that is printed otherwise, and what changed it. */
import { indicatorReferences } from '../criteria/references.js';
import { indicatorsOf } from '../criteria/set-queries.js';
import { measureText } from '../measures/measure-text.js';
import type {
  Correction,
  CorrectionReason,
  Corrections,
  CriteriaSet,
  IndicatorDefinition,
  MeasureRecord,
  ResultsDocument,
} from '../model.js';
import { unitFullName } from '../units/names/unit-name.js';
import { unitReasons, type TwoRuns } from './correction-reasons.js';

/** `set`: the criteria of the later run. */
export function correctionsOf(runs: TwoRuns, set: CriteriaSet): Corrections {
  const { sealed, now } = runs;
  const definitions = new Map(indicatorsOf(set).map((one) => [one.id, one]));
  const covered = new Set<string>();
  const figures = nodesOf(runs).flatMap((node) =>
    now.indicators.flatMap((indicator): readonly Correction[] => {
      const [before, after] = [node.in(sealed)[indicator.id], node.in(now)[indicator.id]];
      const published = textOf(before, indicator, sealed);
      const revised = textOf(after, indicator, now);
      // Two marks, “…” and “x”, are no figures: nobody has to correct one by the other.
      if (published === revised || !/\d/u.test(published + revised)) return [];
      const fields = fieldsOf(definitions.get(indicator.id), set);
      const leaves = node.leaves.filter((unit) => isMoved(runs, unit, indicator.id));
      const reasons = leaves.flatMap((unit) =>
        unitReasons(runs, unit, fields, gainedIn(runs, unit, indicator.id)),
      );
      for (const unit of leaves) covered.add(unit);
      return [
        {
          unit: node.unit,
          unitName: node.name,
          indicator: indicator.id,
          label: indicator.label,
          published,
          revised,
          leads: indicator.headline && node.unit === now.unit,
          reasons: reasons.length > 0 ? [...reasons, ...otherCriteria(runs)] : generalReasons(runs),
        },
      ];
    }),
  );
  const everything = new Set(set.fields.map(({ id }) => id));
  const silent = leavesOf(runs)
    .filter((unit) => !covered.has(unit))
    .flatMap((unit) => unitReasons(runs, unit, everything));
  return { figures, silent };
}

interface Node {
  readonly unit: string;
  readonly name: string;
  readonly in: (results: ResultsDocument) => Readonly<Record<string, MeasureRecord>>;
  /** Units below it that report themselves. */
  readonly leaves: readonly string[];
}

/** The whole, the units and the office's groups, of either run. */
function nodesOf(runs: TwoRuns): readonly Node[] {
  const { sealed, now } = runs;
  const units = new Map([...sealed.units, ...now.units].map((unit) => [unit.code, unit]));
  const leaves = leavesOf(runs);
  const isUnder = (code: string, above: string): boolean => {
    for (let at: string | undefined = code; at !== undefined; at = units.get(at)?.parent)
      if (at === above) return true;
    return false;
  };
  const nodes = [...units.values()].map((unit): Node => ({
    unit: unit.code,
    name: unitFullName(unit),
    in: (results) => results.measures[unit.code] ?? {},
    leaves: leaves.filter((leaf) => isUnder(leaf, unit.code)),
  }));
  const groups = [...new Set([...Object.keys(sealed.groups), ...Object.keys(now.groups)])].map(
    (group): Node => ({
      unit: group,
      name: group,
      in: (results) => results.groups[group] ?? {},
      leaves: leaves.filter((leaf) => units.get(leaf)?.group === group),
    }),
  );
  return [
    ...nodes.filter(({ unit }) => unit === now.unit),
    ...nodes.filter(({ unit }) => unit !== now.unit),
    ...groups,
  ];
}

const leavesOf = ({ sealed, now }: TwoRuns): readonly string[] => [
  ...new Set([...sealed.units, ...now.units].filter(({ leaf }) => leaf).map(({ code }) => code)),
];

function textOf(
  measure: MeasureRecord | undefined,
  indicator: ResultsDocument['indicators'][number],
  { decimals }: ResultsDocument,
): string {
  return measure === undefined ? '—' : measureText(measure, indicator, decimals);
}

function isMoved({ sealed, now }: TwoRuns, unit: string, indicator: string): boolean {
  const [before, after] = [sealed.measures[unit]?.[indicator], now.measures[unit]?.[indicator]];
  return (
    before?.n !== after?.n ||
    before?.d !== after?.d ||
    before?.reported !== after?.reported ||
    before?.pending !== after?.pending
  );
}

/** Fields that the figure is made of, also those of a form it counts the rows of. */
function fieldsOf(definition: IndicatorDefinition | undefined, set: CriteriaSet): ReadonlySet<string> {
  if (definition === undefined) return new Set();
  const references = indicatorReferences(definition);
  const forms = new Set(references.flatMap(({ to, id }) => (to === 'form' ? [id] : [])));
  return new Set([
    ...references.flatMap(({ to, id }) => (to === 'field' ? [id] : [])),
    ...set.fields.flatMap(({ id, form }) => (forms.has(form) ? [id] : [])),
  ]);
}

/** Where no unit's own input explains it. */
function generalReasons({ sealed, now }: TwoRuns): readonly CorrectionReason[] {
  const reasons: CorrectionReason[] = [...otherCriteria({ sealed, now })];
  const lists = (results: ResultsDocument): string =>
    results.units.map(({ code, parent = '', group = '' }) => `${code} ${parent} ${group}`).join('\n');
  if (lists(sealed) !== lists(now)) reasons.push({ kind: 'units' });
  if (sealed.tool.version !== now.tool.version) reasons.push({ kind: 'tool' });
  return reasons.length > 0 ? reasons : [{ kind: 'unknown' }];
}

const otherCriteria = ({ sealed, now }: TwoRuns): readonly CorrectionReason[] =>
  sealed.criteria.sha256 === now.criteria.sha256 ? [] : [{ kind: 'criteria' }];

/** Whether the unit gives the figure now alone, or then alone. */
function gainedIn({ sealed, now }: TwoRuns, unit: string, indicator: string): boolean | undefined {
  const [before, after] = [sealed, now].map(
    ({ measures }) => (measures[unit]?.[indicator]?.reported ?? 0) > 0,
  );
  return before === after ? undefined : after;
}
