/** What each tag is filled with: values of the letter and the period, figures by indicator, one line per unit. */
import type {
  FigureId,
  IndicatorRecord,
  MeasureRecord,
  Report,
  ResultsDocument,
  UnitRecord,
} from '../../model.js';
import { unitFullName, unitName } from '../../units/names/unit-name.js';
import { amountDigits } from '../../measures/amount-digits.js';
import { formatBeside, formatDate, formatPercent, formatScaled } from '../../values/number-format.js';
import { WORDS } from '../decree30-layout.js';
import { PRINTED_MARKS } from '../printed-cell.js';
import type { FieldEntry, FigureEntry, FigurePart, RowsEntry, ValueEntry } from './catalogue.js';

export interface TemplateData {
  readonly report: Report;
  readonly results: ResultsDocument;
}

/** Undefined: this run has nothing for the tag. */
type Source = (data: TemplateData) => string | undefined;

const leavesOf = ({ results }: TemplateData): readonly UnitRecord[] =>
  results.units.filter((unit) => unit.leaf && unit.status !== 'notDue');
const hasReported = ({ status }: UnitRecord): boolean => status !== 'missing' && status !== 'documentOnly';
/** A field that the configuration leaves empty is not there. */
const given = (text: string | undefined): string | undefined => (text === '' ? undefined : text);

const VALUES: Readonly<Record<string, Source>> = {
  superior: ({ report }) => given(report.head.superior),
  agency: ({ report }) => given(report.head.agency),
  number: ({ report }) => given(report.head.number),
  placeAndDate: ({ report }) => given(report.head.placeAndDate),
  subject: ({ report }) => given(report.subject),
  // A report that is no draft has the place and leaves it empty.
  draft: ({ report }) => (report.draft ? WORDS.draft : ''),
  authority: ({ report }) => given(report.signature.authority),
  // Who signs for somebody else has a post of his own beneath: KT. TRƯỞNG BAN, PHÓ TRƯỞNG BAN.
  post: ({ report: { signature } }) =>
    given([signature.post, signature.onBehalf ?? ''].filter(Boolean).join('\n')),
  governmentPost: ({ report }) => given(report.signature.governmentPost),
  signer: ({ report }) => given(report.signature.name),
  period: ({ results }) => results.period.id,
  year: ({ results }) => String(results.period.year),
  place: ({ results }) => {
    const unit = results.units.find(({ code }) => code === results.unit);
    return unit === undefined ? undefined : unitName(unit);
  },
  dataAsOf: ({ results }) => (results.dataAsOf === undefined ? undefined : formatDate(results.dataAsOf)),
  reported: (data) => formatScaled(leavesOf(data).filter(hasReported).length),
  expected: (data) => formatScaled(leavesOf(data).length),
};

/** The lines of the signature: what they are filled with belongs together. */
const SIGNATURE: ReadonlySet<string> = new Set(['authority', 'post', 'governmentPost', 'signer']);
export const isSignature = ({ source }: ValueEntry): boolean => SIGNATURE.has(source);

export const valueOf = ({ source }: ValueEntry, data: TemplateData): string | undefined =>
  VALUES[source]?.(data);

/** A figure of the compiling unit. */
export const figureOf = ({ indicator, part }: FigureEntry, data: TemplateData): string | undefined =>
  printed(data, data.results.unit, indicator, part);

/** Where the figure of a tag comes from, for its bookmark. */
export const figureIdOf = ({ indicator, part }: FigureEntry, { results }: TemplateData): FigureId => ({
  unit: results.unit,
  indicator,
  quantity: part,
});

/** Undefined only when the criteria set has no such indicator; who has not reported prints "…". */
function printed(
  { results }: TemplateData,
  unit: string,
  id: string,
  quantity: FigurePart,
): string | undefined {
  const indicator = results.indicators.find((one) => one.id === id);
  if (indicator === undefined) return undefined;
  const measure = results.measures[unit]?.[id];
  if (measure === undefined) return PRINTED_MARKS.missing;
  if (quantity === 'reported') return `${formatScaled(measure.reported)}/${formatScaled(measure.expected)}`;
  if (measure.reported === 0 || measure.state !== undefined) return markOf(measure);
  if (quantity === 'rate') return rate(indicator, measure, results.decimals);
  const value = quantity === 'n' ? measure.n : measure.d;
  return value === undefined
    ? undefined
    : formatBeside(value, indicator.scale, amountDigits(results)(indicator.unit));
}

function rate(indicator: IndicatorRecord, measure: MeasureRecord, decimals: number): string | undefined {
  if (measure.d === undefined) return undefined;
  if (indicator.noRateWhilePending === true && measure.pending !== undefined) return PRINTED_MARKS.pending;
  return formatPercent({ numerator: measure.n, denominator: measure.d }, decimals) ?? PRINTED_MARKS.missing;
}

function markOf({ state }: MeasureRecord): string {
  if (state === 'pending' || state === 'notApplicable') return PRINTED_MARKS[state];
  return PRINTED_MARKS.missing;
}

/** The same for a field of a repeated line; names and ordinals have none. */
export function lineFigureId(
  rows: RowsEntry,
  tag: string,
  index: number,
  data: TemplateData,
): FigureId | undefined {
  const field = rows.fields.find((one) => one.tag === tag);
  const unit = rows.source === 'units' ? leavesOf(data)[index] : undefined;
  if (field === undefined || unit === undefined || !('indicator' in field)) return undefined;
  return { unit: unit.code, indicator: field.indicator, quantity: field.part };
}

type Line = Readonly<Record<string, string | undefined>>;

/** Lines of a repeated row: what the fields of each are filled with, by the name after the dot. */
export function linesOf(rows: RowsEntry, data: TemplateData): readonly Line[] | undefined {
  const line = (of: (field: FieldEntry) => string | undefined): Line =>
    Object.fromEntries(rows.fields.map((field) => [field.tag.slice(rows.tag.length + 1), of(field)]));
  switch (rows.source) {
    case 'units':
      return leavesOf(data).map((unit, index) => line((field) => unitField(field, unit, index, data)));
    case 'addressees':
      return data.report.to.map((text) => line(() => text));
    case 'recipients':
      return data.report.recipients.map((text) => line(() => text.replace(/(?<![;.\s])[;.\s]+$/u, '')));
    default:
      return undefined;
  }
}

function unitField(
  field: FieldEntry,
  unit: UnitRecord,
  index: number,
  data: TemplateData,
): string | undefined {
  if ('indicator' in field) return printed(data, unit.code, field.indicator, field.part);
  if (field.source === 'ordinal') return formatScaled(index + 1);
  return field.source === 'name' ? unitFullName(unit) : undefined;
}
