/**
 * Admits previous/so-lieu.csv: figures of earlier periods for which no results.json exists, as they were published.
 * Counts as exact scaled integers; a rate without its counts is kept apart and never added.
 */
import type { DelimitedTable, EarlierFigure, IndicatorRecord } from '../model.js';
import { finding } from '../findings/finding.js';
import { formatPercent } from '../values/number-format.js';
import { roundedPercent } from '../values/exact-rate.js';
import { admitLines, type Admitted, type CsvLine } from './csv-lines.js';
import { nearestWord } from '../values/nearest-word.js';
import { parsePeriod } from './period.js';
import { defined } from '../values/defined.js';

type Column = 'unit_code' | 'period' | 'indicator' | 'numerator' | 'denominator' | 'rate' | 'source';

/** What is asked of an indicator: today's definition. */
type Known = Pick<IndicatorRecord, 'id' | 'kind' | 'scale'>;

/** All lines of so-lieu.csv, or what is wrong with them. */
export function admitEarlierFigures(
  table: DelimitedTable,
  indicators: readonly Known[],
): Admitted<EarlierFigure> {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  return admitLines<Column, EarlierFigure>(
    table,
    {
      required: ['unit_code', 'period', 'indicator', 'source'],
      optional: ['numerator', 'denominator', 'rate'],
    },
    (line) => admitFigure(line, byId),
    ({ unit, period, indicator }) => [unit, period.id, indicator].join(', '),
  );
}

function admitFigure(
  line: CsvLine<Column>,
  indicators: ReadonlyMap<string, Known>,
): EarlierFigure | undefined {
  const unit = line.required('unit_code');
  const period = line.parsed(
    'period',
    line.required('period'),
    parsePeriod,
    'configuration/csv-not-a-period',
  );
  const id = line.required('indicator');
  const source = line.required('source');
  const indicator = id === undefined ? undefined : indicators.get(id);
  if (id !== undefined && indicator === undefined) {
    const ids = [...indicators.keys()];
    const nearest = nearestWord(id, ids) ?? ids[0] ?? '';
    line.findings.push(
      finding('configuration/csv-unknown-indicator', line.at('indicator'), { text: id, nearest }),
    );
  }
  if (unit === undefined || period === undefined || indicator === undefined || source === undefined)
    return undefined;
  const n = scaled(line, 'numerator', indicator.scale);
  const d = scaled(line, 'denominator', indicator.scale);
  const rate = line.parsed('rate', line.optional('rate'), percentText, 'configuration/csv-not-a-number');
  if (line.findings.length > 0) return undefined;
  if (!isComplete(line, indicator, n, d, rate)) return undefined;
  if (n !== undefined && d !== undefined && rate !== undefined) checkRate(line, n, d, rate);
  return {
    unit,
    period,
    indicator: indicator.id,
    ...defined({ n }),
    ...(n === undefined || d === undefined ? {} : { d }),
    ...(n !== undefined || rate === undefined ? {} : { rate }),
    source,
    at: line.at('unit_code'),
  };
}

/** Says what is missing for, or too much at, a figure of this kind. */
function isComplete(
  line: CsvLine<Column>,
  { id, kind }: Known,
  n: number | undefined,
  d: number | undefined,
  rate: string | undefined,
): boolean {
  const lacks = (column: Column): false => {
    line.findings.push(finding('previous/no-figure', line.at(column), { column }));
    return false;
  };
  if (kind !== 'rate') {
    if (d === undefined && rate === undefined) return n === undefined ? lacks('numerator') : true;
    const at = line.at(d === undefined ? 'rate' : 'denominator');
    line.findings.push(finding('previous/rate-of-count', at, { indicator: id }));
    return false;
  }
  if (n === undefined && d === undefined) return rate === undefined ? lacks('numerator') : true;
  if (n === undefined) return lacks('numerator');
  if (d === undefined) return lacks('denominator');
  if (d === 0) line.findings.push(finding('previous/no-base', line.at('denominator'), { indicator: id }));
  return d > 0;
}

/** Digits with at most `scale` decimals as an integer in units of 10^-scale; never a guess about separators. */
function scaled(
  line: CsvLine<Column>,
  column: 'numerator' | 'denominator',
  scale: number,
): number | undefined {
  const text = line.optional(column);
  if (text === undefined) return undefined;
  const match = /^(\d{1,15})(?:[.,](\d+))?$/u.exec(text);
  const [, whole = '', decimals = ''] = match ?? [];
  // 1.250 may be meant as a thousand and more.
  const unclear = /^\d{1,3}\.\d{3}$/u.test(text);
  const value =
    match === null || unclear || decimals.length > scale
      ? undefined
      : BigInt(whole + decimals.padEnd(scale, '0'));
  if (value === undefined || value > BigInt(Number.MAX_SAFE_INTEGER)) {
    line.findings.push(
      finding('previous/not-exact', line.at(column), { text, column, scale }, { actual: text }),
    );
    return undefined;
  }
  return Number(value);
}

const percentText = (text: string): string | undefined =>
  /^(\d{1,2}([.,]\d+)?|100([.,]0+)?)$/u.test(text) ? text.replace(',', '.') : undefined;

/** The published rate must be the rounded rate of its counts, at its own number of decimals. */
function checkRate(line: CsvLine<Column>, n: number, d: number, rate: string): void {
  const [whole = '', fraction = ''] = rate.split('.');
  const published = BigInt(whole + fraction);
  const fractionOf = { numerator: n, denominator: d };
  if (roundedPercent(fractionOf, fraction.length) === published) return;
  const parameters = {
    rate: rate.replace('.', ','),
    numerator: line.optional('numerator') ?? '',
    denominator: line.optional('denominator') ?? '',
    computed: formatPercent(fractionOf, Math.max(fraction.length, 2)) ?? '',
  };
  line.findings.push(finding('previous/rate-disagrees', line.at('rate'), parameters, { actual: rate }));
}
