/** Leads one figure of the results back: formula, contributions down the tree, who is missing and why, what earlier periods said. */
import type {
  CriteriaSet,
  FieldDefinition,
  FigureId,
  FigureTrace,
  Finding,
  IndicatorDefinition,
  IndicatorRecord,
  MeasureRecord,
  ResultsDocument,
  Contribution,
  UnitSources,
} from '../model.js';
import { isStandingError } from '../findings/acceptance.js';
import { indicatorReferences } from '../criteria/references.js';
import { fieldIndex, senderOf } from '../criteria/set-queries.js';
import { printedRate } from '../measures/printed-rate.js';
import { isSplitByRows, splitClass } from '../measures/split-class.js';
import { defined } from '../values/defined.js';
import { formatPercent, formatScaled } from '../values/number-format.js';
import { earlierOf } from './earlier-sides.js';
import { formulaWords } from './formula-words.js';
import { quantityFormula } from './quantity-formula.js';
import { nameOfClass, type UnitIndex } from './unit-index.js';

export interface TraceInput {
  readonly results: ResultsDocument;
  readonly set: CriteriaSet;
  /** The indicator as the set defines it and as the results keep it. */
  readonly definition: IndicatorDefinition;
  readonly indicator: IndicatorRecord;
  readonly index: UnitIndex;
  /** The cells behind the indicator in what a unit has sent. */
  readonly sourcesOf: (unit: string) => UnitSources | undefined;
  /** The unit has sent more rows than are shown one by one: then there are no sources. */
  readonly isTooLong: (unit: string) => boolean;
  /** The indicator of which the report prints the share that this one has. */
  readonly shareOf?: string;
}

/** The whole trace of a figure; `figure.unit` is a code of the results or the name of a group of the office. */
export function traceFigure(figure: FigureId, input: TraceInput): FigureTrace | undefined {
  const { results, set, definition, indicator } = input;
  const whole = contributionOf(figure.unit, input);
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
    steps: [...rowsOnly(figure.unit, input), ...quantityFormula(figure, input)],
    whole,
    earlier: earlierOf(figure.unit, indicator, results),
  };
}

/** "20.325 / 22.713 = 89,49%"; "…" where nothing was reported; no rate while decisions are pending. */
export function calculation(
  { n, d, pending }: Pick<Contribution, 'n' | 'd' | 'pending'>,
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

/** A class by kind of residential area has no units of its own: its rows stand in the tables of all of them. */
export function rowsOnly(unit: string, { results }: Pick<TraceInput, 'results'>): readonly string[] {
  const found = results.groups[unit] === undefined ? splitClass(unit, results) : undefined;
  if (found === undefined || !isSplitByRows(found)) return [];
  return [
    `Chỉ cộng các dòng “${nameOfClass(unit, results)}” trong biểu của các đơn vị; từng dòng có ở trang Chi tiết thôn của tong-hop.xlsx`,
  ];
}

function contributionOf(unit: string, input: TraceInput): Contribution | undefined {
  const found = contributionAlone(unit, input);
  if (found === undefined || found.children.length === 0) return found?.alone;
  const parts = found.children.flatMap((child) => contributionOf(child, input) ?? []);
  const own = ownContribution(unit, input);
  return { ...found.alone, parts: own === undefined ? parts : [own, ...parts] };
}

/** A contribution without those below it, whose units are only named; with its cells where none are below. */
export function contributionAlone(
  unit: string,
  input: TraceInput,
): { readonly alone: Contribution; readonly children: readonly string[] } | undefined {
  const { index } = input;
  const record = index.unitOf(unit);
  const measure = record === undefined ? classMeasure(unit, input) : measureOf(unit, input);
  if (measure === undefined) return undefined;
  const children = unitsUnder(unit, record === undefined, input);
  const alone = {
    unit,
    name: index.nameOf(unit),
    ...countsOf(measure),
    ...(children.length > 0 ? {} : leafOf(unit, input)),
    findings: findingsOf(unit, input),
  };
  return { alone, children };
}

/** Of a group of the office, or of a class of a split. */
const classMeasure = (unit: string, { results, indicator }: TraceInput): MeasureRecord | undefined =>
  (results.groups[unit] ?? splitClass(unit, results)?.measures)?.[indicator.id];

const measureOf = (unit: string, { results, indicator }: TraceInput): MeasureRecord | undefined =>
  results.measures[unit]?.[indicator.id];

/** Units directly under it that have the figure; of a group its members. */
function unitsUnder(unit: string, isGroup: boolean, input: TraceInput): readonly string[] {
  const { index } = input;
  const below = isGroup ? index.membersOf(unit) : index.childrenOf(unit);
  return below.filter((code) => measureOf(code, input) !== undefined);
}

/** What a district or province entered itself stands beside what the units below contribute. */
export function ownContribution(unit: string, input: TraceInput): Contribution | undefined {
  const { results, set, definition, indicator, index } = input;
  const measure = results.upperParts?.[unit]?.[indicator.id];
  if (measure === undefined || senderOf(definition, set) !== 'upper') return undefined;
  return {
    unit,
    name: index.nameOf(unit),
    ...countsOf(measure),
    own: true,
    ...leafOf(unit, input),
    findings: [],
  };
}

const leafOf = (unit: string, { sourcesOf }: TraceInput): Pick<Contribution, 'sources'> =>
  defined({ sources: sourcesOf(unit) });

type Counts = Pick<Contribution, 'n' | 'd' | 'pending' | 'reported' | 'expected' | 'why'>;

/** Asked for every figure of every unit: put together without objects in between. */
function countsOf({ n, d, reported, expected, pending, state }: MeasureRecord): Counts {
  const counts: { -readonly [Key in keyof Counts]?: Counts[Key] } = {};
  if (reported !== 0) {
    counts.n = n;
    if (d !== undefined) counts.d = d;
    if (pending !== undefined) counts.pending = pending;
  }
  if (state === undefined) return Object.assign(counts, { reported, expected });
  return Object.assign(counts, { reported, expected, why: state });
}

/** About a field of the figure, or about the unit or a form of it as a whole. */
function findingsOf(unit: string, input: TraceInput): readonly Finding[] {
  const about = aboutFigure(unit, input);
  if (measureOf(unit, input)?.state !== 'excluded' || about.some(isStandingError)) return about;
  // An error elsewhere took the form out as a whole.
  return [...about, ...input.index.findingsOf(unit).filter(isStandingError)];
}

interface Subjects {
  readonly fields: ReadonlySet<string>;
  readonly forms: ReadonlySet<string>;
}
/** A figure is traced in every unit: what it is made of is worked out once. */
const SUBJECTS = new WeakMap<TraceInput, Subjects>();

/** The fields of a figure, and the forms they stand in. */
function subjectsOf(input: TraceInput): Subjects {
  const subjects = SUBJECTS.get(input);
  if (subjects !== undefined) return subjects;
  const references = indicatorReferences(input.definition);
  const fields = new Set(references.flatMap(({ to, id }) => (to === 'form' ? [] : [id])));
  const known = fieldIndex(input.set);
  const forms = new Set(references.flatMap(({ to, id }) => (to === 'form' ? [id] : formsOf(known.get(id)))));
  SUBJECTS.set(input, { fields, forms });
  return { fields, forms };
}

const formsOf = (field: FieldDefinition | undefined): readonly string[] =>
  field === undefined ? [] : [field.form, ...(field.alsoIn === undefined ? [] : [field.alsoIn.form])];

function aboutFigure(unit: string, input: TraceInput): readonly Finding[] {
  const said = input.index.findingsOf(unit);
  if (said.length === 0) return said;
  const { fields, forms } = subjectsOf(input);
  return said.filter((one) =>
    one.fields === undefined || one.fields.length === 0
      ? one.form === undefined || forms.has(one.form)
      : one.fields.some((field) => fields.has(field)),
  );
}
