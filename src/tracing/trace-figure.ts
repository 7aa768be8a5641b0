/** Leads one figure of the results back: formula, parts down the tree, who is missing and why, what earlier periods said. */
import type {
  CriteriaSet,
  FigureId,
  FigureTrace,
  Finding,
  IndicatorDefinition,
  IndicatorRecord,
  MeasureRecord,
  ResultsDocument,
  TracedPart,
  UnitSources,
} from '../model.js';
import { isStandingError } from '../findings/acceptance.js';
import { indicatorReferences } from '../criteria/references.js';
import { senderOf } from '../criteria/set-queries.js';
import { printedRate } from '../measures/printed-rate.js';
import { unitFullName } from '../units/names/unit-name.js';
import { defined } from '../values/defined.js';
import { formatPercent, formatScaled } from '../values/number-format.js';
import { earlierOf } from './earlier-sides.js';
import { formulaWords } from './formula-words.js';
import { quantityFormula } from './quantity-formula.js';

export interface TraceInput {
  readonly results: ResultsDocument;
  readonly set: CriteriaSet;
  /** The indicator as the set defines it and as the results keep it. */
  readonly definition: IndicatorDefinition;
  readonly indicator: IndicatorRecord;
  /** The cells behind the indicator in what a unit has sent. */
  readonly sourcesOf: (unit: string) => UnitSources | undefined;
  /** The indicator of which the report prints the share that this one has. */
  readonly shareOf?: string;
}

/** The whole trace of a figure; `figure.unit` is a code of the results or the name of a group of the office. */
export function traceFigure(figure: FigureId, input: TraceInput): FigureTrace | undefined {
  const { results, set, definition, indicator } = input;
  const whole = partOf(figure.unit, input);
  if (whole === undefined) return undefined;
  return {
    figure,
    unitName: whole.name,
    label: indicator.label,
    measuredIn: indicator.unit,
    scale: indicator.scale,
    calculation: calculation(whole, input),
    numerator: formulaWords(definition.numerator, set),
    ...defined({
      denominator:
        definition.denominator === undefined ? undefined : formulaWords(definition.denominator, set),
    }),
    basis: indicator.basis,
    steps: quantityFormula(figure, input),
    whole,
    earlier: earlierOf(figure.unit, indicator, results),
  };
}

/** "20.325 / 22.713 = 89,49%"; "…" where nothing was reported; no rate while decisions are pending. */
export function calculation(
  { n, d, pending }: Pick<TracedPart, 'n' | 'd' | 'pending'>,
  { indicator, results }: Pick<TraceInput, 'indicator' | 'results'>,
): string {
  const { scale } = indicator;
  if (n === undefined) return '…';
  if (d === undefined) return formatScaled(n, scale);
  const counts = `${formatScaled(n, scale)} / ${formatScaled(d, scale)}`;
  const fraction = printedRate(indicator, { n, d, reported: 1, expected: 1, ...defined({ pending }) });
  const rate = fraction === undefined ? undefined : formatPercent(fraction, results.decimals);
  return rate === undefined ? counts : `${counts} = ${rate}`;
}

function partOf(unit: string, input: TraceInput): TracedPart | undefined {
  const { results, indicator } = input;
  const record = results.units.find(({ code }) => code === unit);
  const measure = record === undefined ? results.groups[unit]?.[indicator.id] : measureOf(unit, input);
  if (measure === undefined) return undefined;
  const children = partsUnder(unit, record === undefined, input);
  const parts = children.flatMap((child) => partOf(child, input) ?? []);
  const own = parts.length === 0 ? undefined : ownPart(unit, input);
  return {
    unit,
    name: record === undefined ? unit : unitFullName(record),
    ...countsOf(measure),
    ...(parts.length > 0 ? { parts: own === undefined ? parts : [own, ...parts] } : leafOf(unit, input)),
    findings: findingsOf(unit, input),
  };
}

const measureOf = (unit: string, { results, indicator }: TraceInput): MeasureRecord | undefined =>
  results.measures[unit]?.[indicator.id];

/** Units directly under it that have the figure; of a group its members. */
function partsUnder(unit: string, isGroup: boolean, input: TraceInput): readonly string[] {
  const { units } = input.results;
  const below = isGroup
    ? units.filter(({ leaf, group }) => leaf && group === unit)
    : units.filter(({ parent, code }) => parent === unit && code !== unit);
  return below.map(({ code }) => code).filter((code) => measureOf(code, input) !== undefined);
}

/** What a district or province entered itself stands beside the parts of the units below. */
function ownPart(unit: string, input: TraceInput): TracedPart | undefined {
  const { results, set, definition, indicator } = input;
  const measure = results.upperParts?.[unit]?.[indicator.id];
  if (measure === undefined || senderOf(definition, set) !== 'upper') return undefined;
  const record = results.units.find(({ code }) => code === unit);
  return {
    unit,
    name: record === undefined ? unit : unitFullName(record),
    ...countsOf(measure),
    own: true,
    ...leafOf(unit, input),
    findings: [],
  };
}

const leafOf = (unit: string, { sourcesOf }: TraceInput): Pick<TracedPart, 'sources'> =>
  defined({ sources: sourcesOf(unit) });

const countsOf = ({
  n,
  d,
  reported,
  expected,
  pending,
  state,
}: MeasureRecord): Omit<TracedPart, 'unit' | 'name' | 'findings'> => ({
  ...(reported === 0 ? {} : { n, ...defined({ d, pending }) }),
  reported,
  expected,
  ...defined({ why: state }),
});

/** About a field of the figure, or about the unit or a form of it as a whole. */
function findingsOf(unit: string, input: TraceInput): readonly Finding[] {
  const about = aboutFigure(unit, input);
  if (measureOf(unit, input)?.state !== 'excluded' || about.some(isStandingError)) return about;
  // An error elsewhere took the form out as a whole.
  return [...about, ...input.results.findings.filter((one) => one.unit === unit && isStandingError(one))];
}

function aboutFigure(unit: string, { results, definition, set }: TraceInput): readonly Finding[] {
  const references = indicatorReferences(definition);
  const fields = new Set(references.flatMap(({ to, id }) => (to === 'form' ? [] : [id])));
  const forms = new Set([
    ...references.flatMap(({ to, id }) => (to === 'form' ? [id] : [])),
    ...set.fields.flatMap(({ id, form, alsoIn }) =>
      fields.has(id) ? [form, ...(alsoIn === undefined ? [] : [alsoIn.form])] : [],
    ),
  ]);
  return results.findings.filter(
    (one) =>
      one.unit === unit &&
      (one.fields === undefined || one.fields.length === 0
        ? one.form === undefined || forms.has(one.form)
        : one.fields.some((field) => fields.has(field))),
  );
}
