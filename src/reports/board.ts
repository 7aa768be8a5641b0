/** The first things on theo-doi.html: headline indicators of the whole, and units by headline rates. */
import type {
  Board,
  BoardHeadline,
  HeatCell,
  HeatRow,
  HeatTable,
  IndicatorRecord,
  MeasureRecord,
  ResultsDocument,
} from '../model.js';
import { printedRate as rateOf } from '../measures/printed-rate.js';
import { unitFullName } from '../units/names/unit-name.js';
import { roundedPercent, type Fraction } from '../values/exact-rate.js';
import { formatPercent } from '../values/number-format.js';
import { writtenDecimal } from '../measures/target-outcome.js';
import { outcomeText } from './annexes/compared-cells.js';
import { absentCell } from './annexes/unit-columns.js';
import { NOTHING, shortChange } from './sentences/comparison-sentences.js';
import { lacksUnits } from '../measures/settled-target.js';
import { lastYear, yearOf } from './prose/earlier-year.js';
import { runsOf, runsText } from './prose/figure-marks.js';
import { numberComparison } from './sentences/number-comparison.js';
import { indicatorResult, printed, type IndicatorResult, type Prose } from './prose/prose.js';
import { targetOfWhole } from './sentences/judged-targets.js';
import { aimText } from './sentences/target-sentences.js';
import { defined } from '../values/defined.js';

/** More units of their own than these no page shows: the units above them stand for them, tables show sums. */
const MOST_UNITS = 700;

/** Codes of the units whose figures theo-doi.html shows. */
export function shownUnits({ units }: Pick<ResultsDocument, 'units'>): ReadonlySet<string> {
  const parents = new Set(units.map(({ parent }) => parent));
  const all = units.filter(({ leaf }) => leaf).length <= MOST_UNITS;
  return new Set(units.filter(({ code }) => all || parents.has(code)).map(({ code }) => code));
}

/** `shown`: codes of the units with a line of their own. */
export function boardOf(prose: Prose, shown: ReadonlySet<string>): Board {
  const results = prose.frame.results.indicators
    .filter(({ headline }) => headline)
    .flatMap(({ id }) => indicatorResult(prose, id) ?? []);
  return {
    headlines: results.map((result) => headlineOf(prose, result)),
    ...defined({ heat: heatTable(prose, results, shown) }),
  };
}

function headlineOf(prose: Prose, result: IndicatorResult): BoardHeadline {
  const { indicator, measure } = result;
  const { frame, say } = prose;
  const rate = rateOf(indicator, measure);
  const isRate = measure.d !== undefined;
  const known = measure.reported > 0;
  const counts = isRate
    ? `${printed(prose, indicator, measure.n)}/${printed(prose, indicator, measure.d)} ${indicator.unit}`
    : indicator.unit;
  // Nobody reads a nought as “not yet decided”.
  const isPending = isRate && rate === undefined && (measure.pending ?? 0) > 0;
  const whole = isPending ? say('board.pending', {}) : known ? printed(prose, indicator, measure.n) : '…';
  return {
    figure: {
      unit: frame.results.unit,
      indicator: indicator.id,
      quantity: indicator.kind === 'rate' ? 'rate' : 'n',
    },
    label: indicator.label,
    value: (rate === undefined ? undefined : formatPercent(rate, frame.decimals)) ?? whole,
    counts: known ? counts : '',
    ...defined({
      rate: rate === undefined ? undefined : pairOf(rate),
      target: targetWords(prose, result),
      change: changeWords(prose, result),
    }),
    coverage: say('board.coverage', {
      reported: frame.count(measure.reported),
      expected: frame.count(measure.expected),
    }),
    partial: lacksUnits(measure),
  };
}

const pairOf = ({ numerator, denominator }: Fraction): readonly [number, number] => [numerator, denominator];

function targetWords(prose: Prose, result: IndicatorResult): BoardHeadline['target'] {
  const judged = targetOfWhole(prose, result);
  const { results } = prose.frame;
  const assessment = results.targetAssessments?.find(
    ({ unit, target }) => unit === results.unit && target.indicator === result.indicator.id,
  );
  if (judged === undefined || assessment === undefined) return undefined;
  const aim = writtenDecimal(judged.target.value);
  return {
    text: plain(prose.say('board.target', { aim: aimText(prose, judged) })),
    state: judged.outcome.state,
    outcome: outcomeText(prose, assessment, result.indicator),
    ...(aim === undefined || judged.target.kind !== 'rate'
      ? {}
      : { at: [Number(aim.value), 100 * 10 ** aim.scale] as const }),
  };
}

/** The text of a sentence without the marks of its figures. */
const plain = (sentence: string): string => runsText(runsOf(sentence));

function changeWords(prose: Prose, result: IndicatorResult): BoardHeadline['change'] {
  const last = lastYear(prose.frame);
  if (last === undefined) return undefined;
  const { indicator } = result;
  const rate = plain(shortChange(prose, result, false));
  const number =
    indicator.kind === 'rate'
      ? NOTHING
      : numberComparison(prose, result, { name: indicator.label, unit: indicator.unit });
  const text = rate === '' ? plain(number.clause.replace(/^, /u, '') || (number.after[0] ?? '')) : rate;
  if (text === '') return undefined;
  const year = yearOf(prose.frame, prose.frame.results.unit, indicator.id, last.period.period.id);
  const { direction } = year?.difference ?? year?.common?.difference ?? { direction: 'same' };
  return { text, up: direction === 'same' ? undefined : direction === 'up' };
}

/** Levels of colour. */
const LEVELS = 5n;

function heatTable(
  prose: Prose,
  results: readonly IndicatorResult[],
  shown: ReadonlySet<string>,
): HeatTable | undefined {
  const { frame } = prose;
  const rates = results.filter(({ indicator, measure }) => rateOf(indicator, measure) !== undefined);
  const below = frame.results.units.filter(
    ({ code, leaf, status }) =>
      code !== frame.results.unit && shown.has(code) && (leaf ? status !== 'notDue' : true),
  );
  if (rates.length === 0 || below.length === 0) return undefined;
  const leaves = below.filter(({ leaf }) => leaf);
  const lines = leaves.length > 0 ? leaves : below;
  const columns = rates.map(({ indicator }) => {
    const cells = lines.map(({ code }) => heatCell(prose, indicator, code));
    return levelled(cells, frame.decimals);
  });
  const rows: readonly HeatRow[] = lines.map((unit, index) => ({
    unit: unit.code,
    name: unitFullName(unit),
    whole: false,
    cells: columns.flatMap((cells) => cells[index] ?? []),
  }));
  const whole: HeatRow = {
    unit: frame.results.unit,
    name: prose.say('chart.whole', {}),
    whole: true,
    cells: rates.map(({ indicator }) => ({ cell: heatCell(prose, indicator, frame.results.unit) })),
  };
  return {
    columns: rates.map(({ indicator }) => ({ indicator: indicator.id, label: indicator.label })),
    rows: [whole, ...rows],
  };
}

function heatCell({ frame }: Prose, indicator: IndicatorRecord, unit: string): HeatCell['cell'] {
  const measure: MeasureRecord | undefined = frame.results.measures[unit]?.[indicator.id];
  const figure = { unit, indicator: indicator.id, quantity: 'rate' };
  const rate = measure === undefined ? undefined : rateOf(indicator, measure);
  if (rate !== undefined && rate.denominator > 0) return { kind: 'rate', ...rate, figure };
  const empty = measure !== undefined && measure.reported > 0 ? NONE : absentCell(measure);
  return empty.kind === 'none' ? empty : { ...empty, figure };
}

const NONE: HeatCell['cell'] = { kind: 'none' };

/** Where each printed rate stands between the lowest and the highest of its column. */
function levelled(cells: readonly HeatCell['cell'][], decimals: number): readonly HeatCell[] {
  const percents = cells.map((cell) => (cell.kind === 'rate' ? roundedPercent(cell, decimals) : undefined));
  const known = percents.flatMap((one) => one ?? []);
  const lowest = known.reduce((least, one) => (one < least ? one : least), known[0] ?? 0n);
  const apart = known.reduce((most, one) => (one > most ? one : most), lowest) - lowest;
  return cells.map((cell, index) => {
    const percent = percents[index];
    if (percent === undefined || apart === 0n) return { cell };
    return { cell, level: 1 + Number(((percent - lowest) * LEVELS) / (apart + 1n)) };
  });
}
