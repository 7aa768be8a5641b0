/** Printed numbers of units: which units were counted, by name, so that the number can be counted again. */
import type { FigureId, MeasureRecord, ResultsDocument, UnitRecord } from '../model.js';
import { heldAgainstWhole } from '../measures/short-of-whole.js';
import { unitFullName } from '../units/names/unit-name.js';
import { formatCount } from '../values/number-format.js';

/** "11: Xã A, Xã B, …" with what was counted; none for a figure that counts no units. */
export function countedUnits(
  figure: FigureId,
  measure: MeasureRecord,
  results: ResultsDocument,
): readonly string[] {
  const { reported, expected, missing = [], notApplicable = [], pending } = measure;
  switch (figure.quantity) {
    case 'reported':
      return [
        `${formatCount(expected)} đơn vị phải báo cáo - ${formatCount(expected - reported)} đơn vị chưa có = ${formatCount(reported)} đơn vị có đủ số liệu`,
        ...(missing.length === 0 ? [] : [`Chưa có: ${namesOf(missing, results)}`]),
      ];
    case 'expected':
      return notApplicable.length === 0
        ? [`${formatCount(expected)} đơn vị phải báo cáo chỉ tiêu (units.csv)`]
        : [
            `${formatCount(expected + notApplicable.length)} đơn vị - ${formatCount(notApplicable.length)} đơn vị không thuộc diện = ${formatCount(expected)} đơn vị phải báo cáo`,
            `Không thuộc diện: ${namesOf(notApplicable, results)}`,
          ];
    case 'pending':
      return pending === undefined ? [] : [`${formatCount(pending)} còn chờ quyết định, chưa tính vào tử số`];
    case 'nSum':
    case 'dSum':
      return ['Cộng các dòng đơn vị có số trong bảng, kể cả đơn vị không đủ hai vế để tính tỷ lệ'];
    case 'rates':
    case 'without':
      return rates(figure, results);
    default:
      return ofTargets(figure, results);
  }
}

const MOST_NAMED = 30;

/** Names, at most so many that they can be read. */
function namesOf(codes: readonly string[], { units }: ResultsDocument): string {
  const known = new Map(units.map((unit) => [unit.code, unitFullName(unit)]));
  const names = codes.slice(0, MOST_NAMED).map((code) => known.get(code) ?? code);
  const rest = codes.length - names.length;
  return `${names.join(', ')}${rest > 0 ? ` và ${formatCount(rest)} đơn vị khác` : ''}`;
}

/** Those that report themselves and are due. */
export const dueLeaves = ({ units }: ResultsDocument): readonly UnitRecord[] =>
  units.filter(({ leaf, status }) => leaf && status !== 'notDue');

function rates({ indicator, quantity }: FigureId, results: ResultsDocument): readonly string[] {
  const known = dueLeaves(results).flatMap(({ code }) => {
    const measure = results.measures[code]?.[indicator];
    return measure !== undefined && measure.reported > 0 && (measure.d ?? 0) > 0
      ? [{ code, n: measure.n }]
      : [];
  });
  const counted = quantity === 'rates' ? known : known.filter(({ n }) => n === 0);
  return [listed(quantity === 'rates' ? 'đơn vị có tỷ lệ' : 'đơn vị không có', counted, results)];
}

const listed = (
  what: string,
  counted: readonly { readonly code: string }[],
  results: ResultsDocument,
): string => {
  const codes = counted.map(({ code }) => code);
  const names = codes.length === 0 ? '' : `: ${namesOf(codes, results)}`;
  return `${formatCount(counted.length)} ${what}${names}`;
};

/** Units judged by a target of their own. */
function ofTargets({ indicator, quantity }: FigureId, results: ResultsDocument): readonly string[] {
  const leaves = new Set(dueLeaves(results).map(({ code }) => code));
  leaves.delete(results.unit);
  const judged = (results.targetAssessments ?? [])
    .filter(
      ({ target, unit, state }) =>
        target.indicator === indicator && leaves.has(unit) && state !== 'notAssessable',
    )
    .map(({ unit, state }) => ({ code: unit, state }));
  switch (quantity) {
    case 'heldAgainstWhole':
    case 'reachWhole':
    case 'shortOfWhole':
      return againstWhole(quantity, indicator, results);
    case 'assigned':
      return [listed('đơn vị được giao chỉ tiêu và có số liệu', judged, results)];
    case 'unitsReached':
      return [
        listed(
          'đơn vị đạt chỉ tiêu được giao',
          judged.filter(({ state }) => state !== 'missed'),
          results,
        ),
      ];
    case 'unitsExceeded':
      return [
        listed(
          'đơn vị vượt chỉ tiêu được giao',
          judged.filter(({ state }) => state === 'exceeded'),
          results,
        ),
      ];
    default:
      return [];
  }
}

/** Units held against the target of the whole. */
function againstWhole(quantity: string, indicator: string, results: ResultsDocument): readonly string[] {
  const whole = (results.targetAssessments ?? []).find(
    ({ target, unit }) => unit === results.unit && target.indicator === indicator,
  );
  if (whole === undefined) return [];
  const held = heldAgainstWhole(whole.target, dueLeaves(results), results);
  const codes = (some: typeof held) => some.map(({ unit: { code } }) => ({ code }));
  if (quantity === 'heldAgainstWhole') return [listed('đơn vị có tỷ lệ', codes(held), results)];
  return quantity === 'shortOfWhole'
    ? [listed('đơn vị thấp hơn mức chỉ tiêu chung', codes(held.filter(({ missed }) => missed)), results)]
    : [listed('đơn vị đạt mức chỉ tiêu chung', codes(held.filter(({ missed }) => !missed)), results)];
}
