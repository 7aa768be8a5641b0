/** Admits targets.csv: what a unit or a class of units was asked to reach in a period. */
import type { DelimitedTable, Target } from '../model.js';
import { finding } from '../findings/finding.js';
import { admitLines, type Admitted, type CsvLine } from './csv-lines.js';
import { nearestWord } from '../values/nearest-word.js';
import { parsePeriod } from './period.js';

type Column = 'indicator' | 'unit_or_class' | 'period' | 'comparator' | 'value' | 'kind' | 'source';

/** All lines of targets.csv, or what is wrong with them. `indicators` are the ids of the criteria set, when known. */
export function admitTargets(table: DelimitedTable, indicators?: readonly string[]): Admitted<Target> {
  return admitLines<Column, Target>(
    table,
    {
      required: ['indicator', 'unit_or_class', 'period', 'comparator', 'value', 'kind'],
      optional: ['source'],
    },
    (line) => admitTarget(line, indicators),
    ({ indicator, scope, period }) => [indicator, scope, period].join(', '),
  );
}

function admitTarget(line: CsvLine<Column>, indicators?: readonly string[]): Target | undefined {
  const indicator = line.required('indicator');
  if (indicator !== undefined && indicators !== undefined && !indicators.includes(indicator)) {
    const nearest = nearestWord(indicator, indicators) ?? indicators[0] ?? '';
    const at = line.at('indicator');
    line.findings.push(finding('configuration/csv-unknown-indicator', at, { text: indicator, nearest }));
  }
  const scope = line.required('unit_or_class');
  const period = line.parsed(
    'period',
    line.required('period'),
    parsePeriod,
    'configuration/csv-not-a-period',
  );
  const comparator = line.choice('comparator', ['at_least', 'at_most', 'keep']);
  const value = line.parsed('value', line.required('value'), exactText, 'configuration/csv-not-a-number');
  const kind = line.choice('kind', ['rate', 'count']);
  const source = line.optional('source');
  if (value !== undefined && kind !== undefined && !fits(value, kind)) {
    const at = line.at('value');
    line.findings.push(finding('configuration/targets-of-other-kind', at, { text: value, kind }));
  }
  if (indicator === undefined || scope === undefined || period === undefined) return undefined;
  if (comparator === undefined || value === undefined || kind === undefined) return undefined;
  const what = { indicator, scope, period: period.id, comparator, value, kind };
  return source === undefined ? what : { ...what, source };
}

/** Digits with at most one decimal mark, kept as exact text with a point; never a floating-point number. */
const exactText = (text: string): string | undefined =>
  /^\d+([.,]\d+)?$/u.test(text) ? text.replace(',', '.') : undefined;

/** A rate lies between 0 and 100; a count has no decimals. Compared as text: no rounding. */
function fits(value: string, kind: Target['kind']): boolean {
  const [whole = '', decimals = ''] = value.split('.');
  if (kind === 'count') return decimals === '';
  const percent = BigInt(whole);
  return percent < 100n || (percent === 100n && /^0*$/u.test(decimals));
}
