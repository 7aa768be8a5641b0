/** Numbers about the report as a whole: of units that sent, of targets met, of figures that rose; with what was counted. */
import type { FigureId, ResultsDocument, UnitRecord } from '../model.js';
import { UNITS } from '../measures/whole-report.js';
import { compareFractions } from '../values/exact-rate.js';
import { formatCount, formatPercent } from '../values/number-format.js';
import { addTo } from '../values/groups.js';
import { largest } from '../values/of-many.js';
import { unitFullName } from '../units/names/unit-name.js';
import { dueLeaves } from './counted-units.js';

/** Lines that let the number be counted again; none where `figure` is no such number. */
export function reportCount({ indicator, quantity }: FigureId, results: ResultsDocument): readonly string[] {
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
    default:
      return answered(quantity, results);
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

/** Units that wrote something in a field of their own, such as the number of a plan. */
function answered(field: string, results: ResultsDocument): readonly string[] {
  if (!results.fields.some(({ id }) => id === field)) return [];
  const have = dueLeaves(results).filter(({ code }) => results.own[code]?.[field]?.state === 'value');
  return [line('Đơn vị đã ghi', have.map(unitFullName))];
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
