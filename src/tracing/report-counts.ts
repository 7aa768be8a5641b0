/** Numbers about the report as a whole: of units that sent, of targets met, of figures that rose; with what was counted. */
import type { FigureId, OutlineLinks, OwnRecord, ResultsDocument, UnitRecord } from '../model.js';
import { targetState } from '../measures/settled-target.js';
import { UNITS } from '../measures/whole-report.js';
import { formatCount, formatDate } from '../values/number-format.js';
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
    case 'targetsOpen':
      return targets(results);
    case 'compared':
    case 'up':
    case 'down':
    case 'same':
      return changes(results);
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

function targets(results: ResultsDocument): readonly string[] {
  const { targetAssessments = [], measures, unit: whole, decimals, period } = results;
  const judged = headlines(results).flatMap(({ id, label }) => {
    const found = targetAssessments.find(
      ({ unit, target, state }) => unit === whole && target.indicator === id && state !== 'notAssessable',
    );
    const measure = measures[whole]?.[id];
    if (found === undefined || found.state === 'notAssessable' || measure === undefined) return [];
    const outcome = { state: found.state, atMost: found.target.comparator === 'at_most' };
    return [{ label, state: targetState(found.target, outcome, measure, decimals) }];
  });
  const of = (...states: readonly (typeof judged)[number]['state'][]): readonly string[] =>
    judged.filter(({ state }) => states.includes(state)).map(({ label }) => label);
  // In the middle of the year what is not reached is still to be reached.
  const half = period.kind === 'H1';
  return [
    `Chỉ tiêu chính có kế hoạch và có số liệu: ${formatCount(judged.length)}`,
    line('Đạt', of('met')),
    line('Chưa đạt', half ? of('missed', 'open') : of('missed')),
    ...(half ? [] : [line('Chưa đủ căn cứ kết luận', of('open'))]),
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
