/** Figures of results as the cells of a form hold them: digits with a point, the word of an answer, or why there is none. */
import { rowForm } from '../../criteria/own-forms.js';
import { indicatorsOf } from '../../criteria/set-queries.js';
import { rowsKey } from '../../criteria/totals.js';
import type {
  CriteriaSet,
  IndicatorRecord,
  MeasureRecord,
  OwnTable,
  ResultsDocument,
  RowsRecord,
  Term,
  UnitRecord,
} from '../../model.js';
import { printedRate } from '../../measures/printed-rate.js';
import { roundedPercent } from '../../values/exact-rate.js';
import { plainDecimal } from '../../writers/plain-decimal.js';
import { defined } from '../../values/defined.js';
import { without } from '../../values/without.js';

export type Figure =
  | {
      readonly kind: 'value';
      readonly number: string;
      /** "12/14 đơn vị": not of all who are due. */
      readonly partOf?: string;
    }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'none'; readonly why: string };

const NO_FIGURE: Figure = { kind: 'none', why: 'chưa có số liệu' };
const NOT_APPLICABLE: Figure = { kind: 'none', why: 'không áp dụng' };

/** A figure of the unit as a whole; undefined where the results do not know it at all. */
export function figureOf(
  results: ResultsDocument | undefined,
  { code }: UnitRecord,
  id: string,
  set: CriteriaSet,
): Figure | undefined {
  if (results === undefined) return undefined;
  const { indicator, measure } = measureOf(results, code, id, set);
  if (indicator === undefined) return ownFigure(results, code, id);
  if (measure?.state === 'notApplicable') return NOT_APPLICABLE;
  if (measure === undefined || measure.reported === 0) return NO_FIGURE;
  const partOf =
    measure.reported < measure.expected ? `${measure.reported}/${measure.expected} đơn vị` : undefined;
  const part = defined({ partOf });
  if (measure.d === undefined)
    return { kind: 'value', number: plainDecimal(measure.n, indicator.scale), ...part };
  const rate = printedRate(indicator, measure);
  const rounded = rate === undefined ? undefined : roundedPercent(rate, results.decimals);
  return rounded === undefined
    ? NO_FIGURE
    : { kind: 'value', number: plainDecimal(rounded, results.decimals), ...part };
}

/** The measure of an indicator, or the side of one that counts the rows of a total. */
export function measureOf(
  results: ResultsDocument,
  code: string,
  id: string,
  set: CriteriaSet,
): { readonly indicator?: IndicatorRecord; readonly measure?: MeasureRecord } {
  const known = (one: string): IndicatorRecord | undefined =>
    results.indicators.find((other) => other.id === one);
  const direct = known(id);
  if (direct !== undefined) return defined({ indicator: direct, measure: results.measures[code]?.[id] });
  const of = set.totals.find((total) => total.id === id)?.totalOf;
  if (of === undefined) return {};
  const isThat = (term: Term | undefined): boolean => term !== undefined && rowsKey(term) === rowsKey(of);
  const counting = indicatorsOf(set).filter(
    ({ id: one, numerator, denominator }) =>
      known(one) !== undefined && (isThat(numerator) || isThat(denominator)),
  );
  // A rate is there only where both of its sides are.
  const counted = counting.find(({ denominator }) => denominator === undefined) ?? counting[0];
  const measure = results.measures[code]?.[counted?.id ?? ''];
  const indicator = known(counted?.id ?? '');
  if (counted === undefined || measure === undefined || indicator === undefined) return {};
  const n = isThat(counted.numerator) ? measure.n : (measure.d ?? 0);
  return { indicator, measure: { ...without(measure, ['d', 'bounds', 'pending']), n } };
}

/** What a commune said of itself in a field that is not added up. */
function ownFigure({ own, fields }: ResultsDocument, code: string, id: string): Figure | undefined {
  const field = fields.find((one) => one.id === id);
  const said = own[code]?.[id];
  if (field === undefined) return undefined;
  return valueFigure(said?.state === 'value' ? said.value : undefined, field);
}

function valueFigure(
  value: number | string | null | undefined,
  { scale, choices }: ResultsDocument['fields'][number],
): Figure {
  if (typeof value === 'number') return { kind: 'value', number: plainDecimal(value, scale) };
  return typeof value === 'string' ? { kind: 'text', text: choices?.[value] ?? value } : NO_FIGURE;
}

/** One area or model of a commune. */
export interface AreaRow {
  readonly name: string;
  readonly record: RowsRecord;
  readonly row: number;
  readonly fields: ResultsDocument['fields'];
  readonly decimals: number;
}

/** The rows of the commune for a table of areas or models. */
export function areaRows(
  results: ResultsDocument,
  { code }: UnitRecord,
  table: OwnTable,
  set: CriteriaSet,
): readonly AreaRow[] {
  const form = rowForm(table, set);
  const record = results.rows[code]?.[form?.id ?? ''];
  const names = record?.columns[form?.rowKey?.[0] ?? '']?.values ?? [];
  return names.flatMap((name, row) =>
    typeof name === 'string' && record !== undefined
      ? [{ name, record, row, fields: results.fields, decimals: results.decimals }]
      : [],
  );
}

/** A figure of one row; undefined for what rows do not hold. */
export function rowFigure(area: AreaRow, id: string, set: CriteriaSet): Figure | undefined {
  const { record, row, fields } = area;
  const column = record.columns[id];
  const field = fields.find((one) => one.id === id);
  if (field === undefined && !set.fields.some((one) => one.id === id)) return rowRate(area, id, set);
  const state = column?.states[row];
  if (state === 'n') return NOT_APPLICABLE;
  return field === undefined || column === undefined || state !== 'v'
    ? NO_FIGURE
    : valueFigure(column.values[row], field);
}

/** A rate of two sums, worked out for the row. */
function rowRate({ record, row, decimals }: AreaRow, id: string, set: CriteriaSet): Figure | undefined {
  const asked = indicatorsOf(set).find((one) => one.id === id);
  const countOf = (term: Term | undefined): number | undefined => {
    const id = term !== undefined && 'sum' in term && typeof term.sum === 'string' ? term.sum : '';
    const column = record.columns[id];
    const value = column?.states[row] === 'v' ? column.values[row] : undefined;
    return typeof value === 'number' ? value : undefined;
  };
  if (asked?.denominator === undefined) return undefined;
  const [numerator, denominator] = [countOf(asked.numerator), countOf(asked.denominator)];
  if (numerator === undefined || denominator === undefined) return NO_FIGURE;
  const rounded = roundedPercent({ numerator, denominator }, decimals);
  return rounded === undefined ? NO_FIGURE : { kind: 'value', number: plainDecimal(rounded, decimals) };
}
