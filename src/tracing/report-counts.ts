/** Numbers about the report as a whole: of units that sent, of targets met, of figures that rose; with what was counted. */
import type { FigureId, OutlineLinks, OwnRecord, ResultsDocument, UnitRecord } from '../model.js';
import { heldAgainstWhole, shortOfWhole } from '../measures/short-of-whole.js';
import { MOST_BELOW, UNITS } from '../measures/whole-report.js';
import { compareFractions } from '../values/exact-rate.js';
import { formatCount, formatDate, formatPercent } from '../values/number-format.js';
import { addTo, groupBy } from '../values/groups.js';
import { largest } from '../values/of-many.js';
import { unitFullName } from '../units/names/unit-name.js';
import { dueLeaves } from './counted-units.js';

/** Lines that let the number be counted again; none where `figure` is no such number. */
export function reportCount(
  { indicator, quantity }: FigureId,
  results: ResultsDocument,
  { dayOf }: Pick<OutlineLinks, 'dayOf'>,
): readonly string[] {
  if (indicator !== UNITS) return [];
  switch (quantity) {
    case 'reported':
    case 'expected':
      return senders(results);
    case 'assigned':
    case 'targetsMet':
    case 'targetsMissed':
      return targets(results);
    case 'compared':
    case 'up':
    case 'down':
    case 'same':
      return changes(results);
    case 'leads':
    case 'rates':
      return leads(results);
    case 'below':
      return below(results);
    default:
      return answered(quantity, dayOf(quantity), results);
  }
}

const line = (what: string, names: readonly string[]): string =>
  `${what}: ${formatCount(names.length)}${names.length === 0 ? '' : ` (${names.join('; ')})`}`;

function senders(results: ResultsDocument): readonly string[] {
  const leaves = dueLeaves(results);
  const silent = leaves.filter(({ status }) => status === 'missing' || status === 'documentOnly');
  return [
    `Đơn vị phải báo cáo: ${formatCount(leaves.length)}`,
    line('Chưa có số liệu', silent.map(unitFullName)),
    `Đã gửi số liệu: ${formatCount(leaves.length)} - ${formatCount(silent.length)} = ${formatCount(leaves.length - silent.length)}`,
  ];
}

/** Headline indicators that somebody reported. */
const headlines = ({ indicators, measures, unit }: ResultsDocument) =>
  indicators.filter(({ headline, id }) => headline && (measures[unit]?.[id]?.reported ?? 0) > 0);

/** Units that wrote something in a field of their own, such as the number of a plan; not of a day after the data. */
function answered(field: string, dayField: string | undefined, results: ResultsDocument): readonly string[] {
  if (!results.fields.some(({ id }) => id === field)) return [];
  const { own, dataAsOf } = results;
  const dayOf = (code: string): string =>
    writtenText(dayField === undefined ? undefined : own[code]?.[dayField]);
  const have = dueLeaves(results).filter(({ code }) => writtenText(own[code]?.[field]) !== '');
  const isLater = ({ code }: UnitRecord): boolean => dataAsOf !== undefined && dayOf(code) > dataAsOf;
  const later = have.filter(isLater);
  const known = have.filter((unit) => !isLater(unit));
  if (later.length === 0 || dataAsOf === undefined) return [line('Đơn vị đã ghi', have.map(unitFullName))];
  const dated = later.map((unit) => `${unitFullName(unit)}, ngày ${formatDate(dayOf(unit.code))}`);
  return [
    `Đơn vị đã ghi: ${formatCount(have.length)}`,
    line(`Ghi ngày sau ngày chốt số liệu ${formatDate(dataAsOf)}, không tính`, dated),
    `${formatCount(have.length)} - ${formatCount(later.length)} = ${formatCount(known.length)}`,
    line('Được tính', known.map(unitFullName)),
  ];
}

const writtenText = (own: OwnRecord | undefined): string =>
  own?.state === 'value' && typeof own.value === 'string' ? own.value.trim() : '';

/** Units short of targets, as the overall judgement sorts and names them; the others it only counts. */
function below(results: ResultsDocument): readonly string[] {
  const short = new Map<UnitRecord, string[]>();
  for (const { id, label } of headlines(results))
    for (const unit of shortOfTarget(id, results)) addTo(short, unit, label);
  const sorted = [...short].sort(([, one], [, other]) => other.length - one.length);
  const named = sorted.slice(0, MOST_BELOW);
  const rest = sorted.slice(MOST_BELOW);
  // As the report has them: units with the same targets together.
  const linesOf = (some: typeof sorted): readonly string[] =>
    [...groupBy(some, ([, labels]) => labels.join('; '))].map(
      ([labels, units]) => `${labels}: ${units.map(([unit]) => unitFullName(unit)).join(', ')}`,
    );
  return [
    `Đơn vị thấp hơn mức của ít nhất một chỉ tiêu: ${formatCount(sorted.length)}`,
    `Báo cáo nêu tên: ${formatCount(named.length)}`,
    ...linesOf(named),
    `Đơn vị khác: ${formatCount(sorted.length)} - ${formatCount(named.length)} = ${formatCount(rest.length)}`,
    ...linesOf(rest),
  ];
}

/** By the targets of the units; where none has one, by the rate that is the target of the whole. */
function shortOfTarget(indicator: string, results: ResultsDocument): readonly UnitRecord[] {
  const leaves = dueLeaves(results).filter(({ code }) => code !== results.unit);
  const judged = (results.targetAssessments ?? []).filter(
    ({ target, state }) => target.indicator === indicator && state !== 'notAssessable',
  );
  const stateOf = new Map(judged.map(({ unit, state }) => [unit, state]));
  if (leaves.some(({ code }) => stateOf.has(code)))
    return leaves.filter(({ code }) => stateOf.get(code) === 'missed');
  const whole = judged.find(({ unit }) => unit === results.unit)?.target;
  return whole === undefined ? [] : shortOfWhole(heldAgainstWhole(whole, leaves, results));
}

function targets(results: ResultsDocument): readonly string[] {
  const judged = headlines(results).flatMap(({ id, label }) => {
    const found = (results.targetAssessments ?? []).find(
      ({ unit, target, state }) =>
        unit === results.unit && target.indicator === id && state !== 'notAssessable',
    );
    return found === undefined ? [] : [{ label, met: found.state !== 'missed' }];
  });
  const of = (met: boolean): readonly string[] =>
    judged.filter((one) => one.met === met).map(({ label }) => label);
  return [
    `Chỉ tiêu chính có kế hoạch và có số liệu: ${formatCount(judged.length)}`,
    line('Đạt', of(true)),
    line('Chưa đạt', of(false)),
  ];
}

function changes(results: ResultsDocument): readonly string[] {
  const { comparison, unit, period } = results;
  const last = (comparison?.previous ?? []).filter((one) => one.period.kind === period.kind).at(-1)
    ?.period.id;
  const compared = headlines(results).flatMap(({ id, label, noRateWhilePending }) => {
    const year = comparison?.units[unit]?.[id]?.years.find((one) => one.period === last);
    const points = year?.comparability === 'comparable' ? year.difference?.points : undefined;
    const measure = results.measures[unit]?.[id];
    const open = measure !== undefined && measure.n === 0 && (measure.pending ?? 0) > 0;
    // As the report counts them: titles that wait for decisions are told apart.
    return points === undefined || open || noRateWhilePending === true
      ? []
      : [{ label, sign: Math.sign(points) }];
  });
  const of = (sign: number): readonly string[] =>
    compared.filter((one) => one.sign === sign).map(({ label }) => label);
  return [
    `Chỉ tiêu chính so sánh được với kỳ ${last ?? '…'}: ${formatCount(compared.length)}`,
    line('Tăng', of(1)),
    line('Giảm', of(-1)),
    line('Không thay đổi', of(0)),
  ];
}

/** More units than this that print the same highest rate lead nothing. */
const MOST_TIED = 3;

function leads(results: ResultsDocument): readonly string[] {
  // By code: communes of two districts may have one name.
  const leaders = new Map<UnitRecord, string[]>();
  let rates = 0;
  for (const { id, label } of headlines(results)) {
    const units = dueLeaves(results).flatMap((unit) => {
      const { n, d = 0, reported } = results.measures[unit.code]?.[id] ?? { n: 0, reported: 0 };
      if (reported === 0 || d <= 0) return [];
      return [{ unit, rate: { numerator: n, denominator: d } }];
    });
    if (units.length < 2 || units.every(({ rate }) => rate.denominator === 1)) continue;
    const printed = ({ rate }: (typeof units)[number]): string => formatPercent(rate, results.decimals) ?? '';
    const sorted = [...units].sort((one, other) => compareFractions(one.rate, other.rate));
    const [lowest] = sorted;
    const highest = sorted.at(-1);
    if (lowest === undefined || highest === undefined || printed(lowest) === printed(highest)) continue;
    rates += 1;
    const tied = units.filter((one) => printed(one) === printed(highest));
    if (tied.length > MOST_TIED) continue;
    for (const { unit } of tied) addTo(leaders, unit, label);
  }
  const most = largest([...leaders.values()].map((labels) => labels.length));
  const best = [...leaders].filter(([, labels]) => labels.length === most && most > 0);
  return [
    `Chỉ tiêu chính mà các đơn vị có tỷ lệ khác nhau: ${formatCount(rates)}`,
    ...best.map(([unit, labels]) => line(`${unitFullName(unit)} có tỷ lệ cao nhất ở`, labels)),
  ];
}
