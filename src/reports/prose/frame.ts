/** The words every sentence shares: period, place, kinds of unit; taken from the results, never from the clock. */
import { amountDigits } from '../../measures/amount-digits.js';
import { formatCountInProse, formatDate } from '../../values/number-format.js';
import type { ResultsDocument, UnitRecord } from '../../model.js';
import { unitName } from '../../units/names/unit-name.js';
import { upperFirst } from '../../values/vietnamese-text.js';
import type { SentenceData } from '../wording/wording.js';

/** Order in which kinds of commune are enumerated. */
const TYPE_ORDER: readonly string[] = ['xã', 'phường', 'thị trấn', 'đặc khu'];

export interface Frame {
  readonly results: ResultsDocument;
  readonly root: UnitRecord | undefined;
  /** Units due to report, in the order of the list. */
  readonly leaves: readonly UnitRecord[];
  readonly unitByCode: ReadonlyMap<string, UnitRecord>;
  readonly decimals: number;
  /** Decimals that the amounts of that unit of measure have in the text: all as many. */
  readonly amountDigits: (unit: string) => number;
  /** Counts in prose: "07" below ten. */
  readonly count: (value: number) => string;
  /** Values offered to every sentence. */
  readonly words: SentenceData;
}

/** "xã, thị trấn": the kinds that are really there, in the usual order. */
export function unitWords(leaves: readonly UnitRecord[]): string {
  const types = new Set(leaves.map((leaf) => leaf.type));
  const known = TYPE_ORDER.filter((type) => types.has(type));
  const others = [...types].filter((type) => type !== '' && !TYPE_ORDER.includes(type));
  return [...known, ...others].join(', ') || 'đơn vị';
}

/** `titles`: names of titles for sets that name none in force. */
export function buildFrame(results: ResultsDocument, titles: Readonly<Record<string, string>>): Frame {
  const unitByCode = new Map(results.units.map((unit) => [unit.code, unit]));
  const root = unitByCode.get(results.unit);
  const leaves = results.units.filter((unit) => unit.leaf && unit.status !== 'notDue');
  const type = root?.type ?? 'đơn vị';
  return {
    results,
    root,
    leaves,
    unitByCode,
    decimals: results.decimals,
    amountDigits: amountDigits(results),
    count: (value) => formatCountInProse(value, results.report.leadingZero ?? true),
    words: {
      ...periodWords(results),
      whole: `toàn ${type}`,
      wholeCapital: `Toàn ${type}`,
      level: type,
      upperLevel: upperLevel(results),
      place: root === undefined ? 'đơn vị' : unitName(root),
      placeUpper: (root === undefined ? 'đơn vị' : unitName(root)).toLocaleUpperCase('vi'),
      unitWords: unitWords(leaves),
      own: isOwn(results, leaves),
      asOf: results.dataAsOf === undefined ? '' : formatDate(results.dataAsOf),
      titles: { ...titles, ...results.criteria.titles },
    },
  };
}

/** The compiling unit is itself the only one that reports. */
export const isOwn = (results: ResultsDocument, leaves: readonly UnitRecord[]): boolean =>
  leaves.length === 1 && leaves[0]?.code === results.unit;

/** "năm 2024", "6 tháng đầu năm 2024". */
export const periodInside = ({ year, kind }: ResultsDocument['period']): string =>
  kind === 'H1' ? `6 tháng đầu năm ${String(year)}` : `năm ${String(year)}`;

/** What another year is called beside this one: "năm 2023", of a half-year "cùng kỳ năm 2023". */
export const samePeriodOfYear = ({ year, kind }: ResultsDocument['period']): string =>
  kind === 'H1' ? `cùng kỳ năm ${String(year)}` : `năm ${String(year)}`;

function periodWords({ period }: ResultsDocument): SentenceData {
  const { year, kind } = period;
  const half = kind === 'H1';
  const inside = periodInside(period);
  return {
    half,
    registration: kind === 'registration',
    year: String(year),
    nextYear: String(year + 1),
    period: half ? `Trong ${inside}` : upperFirst(inside),
    periodInside: inside,
    previousPeriod: periodInside({ ...period, year: year - 1 }),
    // In headings of parts, which stand in capitals.
    nextPeriod: half ? `6 THÁNG CUỐI NĂM ${String(year)}` : `NĂM ${String(year + 1)}`,
  };
}

/** "huyện", "tỉnh", "tỉnh và cấp huyện": who sent the form of the units above the communes. */
function upperLevel({ upperParts = {}, units, level }: ResultsDocument): string {
  const sent = new Set(units.flatMap((unit) => (unit.code in upperParts ? [unit.level] : [])));
  const words = [...(sent.has('province') ? ['tỉnh'] : []), ...(sent.has('district') ? ['huyện'] : [])];
  return words.join(' và cấp ') || (level === 'province' ? 'tỉnh' : 'huyện');
}
