/** The columns of a table by indicators: which of them holds what was done, and what nobody named and is not read. */
import type { OwnColumn } from '../../model.js';
import { foldMarks } from '../../values/vietnamese-text.js';
import { isAreaHeader, isOfficeHeader } from '../layout/area-header.js';
import { likelySubtotal, totalWord } from '../layout/row-words.js';
import { besideRole, isDifference, isNotRead, isShareLabel, roleOf } from './column-roles.js';
import type { FoundTable } from './find-tables.js';
import {
  isCumulative,
  ofHalf,
  ofOtherPart,
  ofSeveralYears,
  ofTwoYears,
  otherYear,
  timeless,
  type TimeAsked,
} from './header-times.js';
import { isUnitName } from './names-across.js';
import { ignored, OTHER_TIME, type Proposing } from './proposing.js';
import { isUnderPart } from './parts-of-figures.js';
import {
  isAboutTheLine,
  isOfOtherTime,
  namesAmong,
  unnamedColumns,
  type UnnamedColumn,
} from './unnamed-columns.js';

type Placed = readonly (readonly [number, readonly string[]])[];

const ACTUAL =
  /thuc hien|ket qua|so lieu|so luong|gia tri|dat duoc|^tong so$|(?:^|\s)th(?=$| (?:nam )?20\d\d| ca nam)|ca nam|nam (?:20\d\d|nay|bao cao)/u;
/** With its marks: "Nam Sơn" and "Quảng Nam" are names. */
const YEAR = /(?<!\p{L})năm(?!\p{L})/iu;

/** The first column of what was done counts; others that may hold figures are told, or forbid to read it alone. */
export function valueColumns(table: FoundTable, own: Placed, proposing: Proposing): readonly OwnColumn[] {
  const columns = byRole(
    own.map(([, path]) => path),
    proposing,
  );
  const { unnamed, rival } = unnamedColumns(table, own, columns, proposing);
  if (rival !== undefined) {
    proposing.unnamed.push({ table, rival, unnamed });
    return columns;
  }
  const names = new Set(namesAmong(unnamed));
  tellUnread(table, unnamed, proposing, (one) => {
    if (isOfOtherTime(one.path, proposing)) return OTHER_TIME;
    return names.has(one) && !isUnderPart(one.path)
      ? 'không đọc: chưa rõ cột ghi số liệu gì'
      : 'không đọc: số của một phần, chỉ đọc số chung';
  });
  return columns;
}

/**
 * The column of what was done in the period: the cumulative one, else the first that is of no part of the period, in a
 * report of half a year the first that names it.
 */
function countedOf(paths: readonly (readonly string[])[], asked: TimeAsked): readonly string[] | undefined {
  const done = paths.flatMap((path) => {
    const text = path.join(' ').normalize('NFC');
    if (
      isNotRead(path) ||
      isDifference(path) ||
      roleOf(path) !== undefined ||
      isShareLabel(path.at(-1) ?? '')
    )
      return [];
    if (ofSeveralYears(path) || ofTwoYears(path)) return [];
    if (otherYear(path, asked.year) !== undefined) return [];
    const cumulative = isCumulative(path);
    const isDone = ACTUAL.test(foldMarks(text)) || YEAR.test(text) || ofHalf(path);
    if (!cumulative && (ofOtherPart(path, asked) || !isDone)) return [];
    return [{ path, cumulative, isOfYear: YEAR.test(text) && !cumulative && !asked.isHalf }];
  });
  const whole = done.filter(({ path }) => !isUnderPart(path));
  const actual = whole.length > 0 ? whole : done;
  const half = asked.isHalf ? actual.find(({ path }) => ofHalf(path)) : undefined;
  const counted = half ?? actual.find(({ cumulative }) => cumulative);
  if (counted === undefined) return actual[0]?.path;
  // Beside the figure of the whole year, what is counted on may be of any years.
  return (actual.find(({ isOfYear }) => isOfYear) ?? counted).path;
}

function byRole(paths: readonly (readonly string[])[], asked: TimeAsked): readonly OwnColumn[] {
  const counted = countedOf(paths, asked);
  return paths.map((path): OwnColumn => {
    if (isNotRead(path) || isDifference(path)) return ignored(path);
    const isLast = otherYear(path, asked.year) === asked.year - 1 && !ofOtherPart(path, asked);
    const role = besideRole(path, asked) ?? roleOf(path) ?? (isLast ? 'lastYear' : undefined);
    // What was planned for a part is compared with nothing.
    const isOfPart = isUnderPart(path) && counted !== undefined && !isUnderPart(counted);
    if (role !== undefined) return { header: [...path], role: isOfPart ? 'ignored' : role };
    if (isShareLabel(path.at(-1) ?? '')) return { header: [...path], role: 'share' };
    return path === counted ? { header: [...path], role: 'actual' } : ignored(path);
  });
}

/**
 * Where areas or communes stand side by side only what is none of them has an entry. A name with a slip of the hand has
 * none either: whoever reads such a column is told that no unit is called so.
 */
export function columnsAcross(table: FoundTable, own: Placed, proposing: Proposing): readonly OwnColumn[] {
  const { communeNamed } = proposing;
  const others = own.filter(([, path]) => {
    const leaf = path.at(-1) ?? '';
    const isName =
      isAreaHeader(leaf) ||
      isUnitName(leaf, communeNamed) ||
      (table.rows === 'unit' && communeNamed(leaf) === 'near' && !isOfficeHeader(leaf));
    return !isName && totalWord(leaf) === undefined;
  });
  const doubtful = others.flatMap(([column, path]): readonly UnnamedColumn[] => {
    const isKnown = roleOf(path) !== undefined || isShareLabel(path.at(-1) ?? '');
    return isKnown || isAboutTheLine(table, column, path) ? [] : [{ column, path }];
  });
  const names = namesAmong(doubtful).filter(({ path }) => {
    const leaf = path.at(-1) ?? '';
    return !isOfficeHeader(leaf) && !likelySubtotal(leaf) && timeless([leaf]).length > 0;
  });
  if (names.length > 0) proposing.unnamed.push({ table, unnamed: names });
  const what = table.rows === 'unit' ? 'không phải tên xã nào của kỳ báo cáo' : 'không phải tên thôn nào';
  tellUnread(table, doubtful, proposing, () => `không đọc: ${what}`);
  return others.map(([, path]): OwnColumn => {
    const role = besideRole(path, proposing);
    return role === 'plan' || role === 'lastYear' ? { header: [...path], role } : ignored(path);
  });
}

function tellUnread(
  { sheet }: FoundTable,
  columns: readonly UnnamedColumn[],
  { doubts }: Proposing,
  why: (column: UnnamedColumn) => string,
): void {
  for (const one of columns)
    doubts.push({
      sheet: sheet.name,
      header: one.path.join(' › '),
      proposal: why(one),
      proposed: 'ignored',
    });
}
