/** The columns of a table by indicators: which of them holds what was done, and what nobody named and is not read. */
import type { OwnColumn } from '../../model.js';
import { foldMarks } from '../../values/vietnamese-text.js';
import { isAreaHeader, isOfficeHeader } from '../layout/area-header.js';
import { isRateLabel } from '../layout/label-index.js';
import { likelySubtotal, totalWord } from '../layout/row-words.js';
import { isNotRead, roleOf } from './column-roles.js';
import type { FoundTable } from './find-tables.js';
import { isUnitName } from './names-across.js';
import { ignored, type Proposing } from './proposing.js';
import { isAboutTheLine, mayBeName, unnamedColumns, type UnnamedColumn } from './unnamed-columns.js';

type Placed = readonly (readonly [number, readonly string[]])[];

const ACTUAL = /thuc hien|ket qua|so lieu|so luong|gia tri|dat duoc|^tong so$|nam (?:20\d\d|nay|bao cao)/u;
/** With its marks: "Nam Sơn" and "Quảng Nam" are names. */
const YEAR = /(?<!\p{L})năm(?!\p{L})/iu;

/** The first column of what was done counts; others that may hold figures are told, or forbid to read it alone. */
export function valueColumns(table: FoundTable, own: Placed, proposing: Proposing): readonly OwnColumn[] {
  const columns = byRole(
    own.map(([, path]) => path),
    proposing,
  );
  const { unnamed, rival } = unnamedColumns(table, own, columns, proposing.communeNamed);
  if (rival === undefined) tellUnread(table, unnamed, proposing, 'chưa rõ cột ghi số liệu gì');
  else proposing.unnamed.push({ table, rival, unnamed });
  return columns;
}

/** What was done since the year began: beside "Trong tháng" and "Thực hiện" it is the figure of the period. */
const CUMULATIVE =
  /(?<!\p{L})(?:lũy kế|luỹ kế|cộng dồn|từ đầu năm|(?:tính )?đến (?:hết )?(?:tháng|quý|ngày))(?!\p{L})/iu;
/** Of several years: never the figure of one. */
const SEVERAL_YEARS = /(?<!\p{L})(?:giai đoạn|các năm|nhiều năm|đến nay|20\d\d\s*[-–]\s*20\d\d)(?!\p{L})/iu;
/** A month or a quarter: never the figure of a half-year or year. */
const OF_A_MONTH =
  /(?<!\p{L})(?:(?:trong )?tháng(?: (?:này|báo cáo)| \d{1,2}(?!\p{L}))|trong tháng|(?:trong )?quý(?: này| [ivx\d]+(?!\p{L})))/iu;
const HALF = /(?<!\p{L})(?:(?:6|06|sáu) tháng|nửa (?:đầu )?năm)(?!\p{L})/iu;

/** The column of what was done in the period: the cumulative one, else the first that is of no part of the period. */
function countedOf(paths: readonly (readonly string[])[], isHalf: boolean): readonly string[] | undefined {
  const actual = paths.flatMap((path) => {
    const text = path.join(' ').normalize('NFC');
    if (isNotRead(path) || roleOf(path) !== undefined || isRateLabel(path.at(-1) ?? '')) return [];
    if (SEVERAL_YEARS.test(text)) return [];
    const isCumulative = CUMULATIVE.test(text);
    const isOfPart = OF_A_MONTH.test(text) || (!isHalf && HALF.test(text));
    const isDone = ACTUAL.test(foldMarks(text)) || YEAR.test(text) || HALF.test(text);
    if (!isCumulative && (isOfPart || !isDone)) return [];
    return [{ path, isCumulative, isOfYear: YEAR.test(text) && !isCumulative }];
  });
  const counted = actual.find(({ isCumulative }) => isCumulative);
  if (counted === undefined) return actual[0]?.path;
  // Beside the figure of the whole year, what is counted on may be of any years.
  return (actual.find(({ isOfYear }) => isOfYear) ?? counted).path;
}

function byRole(
  paths: readonly (readonly string[])[],
  { year, isHalf }: Pick<Proposing, 'year' | 'isHalf'>,
): readonly OwnColumn[] {
  const others = paths.filter((path) => !foldMarks(path.join(' ')).includes(String(year - 1)));
  const counted = countedOf(others, isHalf);
  return paths.map((path): OwnColumn => {
    const text = foldMarks(path.join(' '));
    if (isNotRead(path)) return ignored(path);
    const role = roleOf(path);
    if (role !== undefined) return { header: [...path], role };
    if (text.includes(String(year - 1))) return { header: [...path], role: 'lastYear' };
    if (isRateLabel(path.at(-1) ?? '')) return { header: [...path], role: 'share' };
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
    const isKnown = roleOf(path) !== undefined || isRateLabel(path.at(-1) ?? '');
    return isKnown || isAboutTheLine(table, column, path) ? [] : [{ column, path }];
  });
  const names = doubtful.filter((one) => {
    const leaf = one.path.at(-1) ?? '';
    return mayBeName(one) && !isOfficeHeader(leaf) && !likelySubtotal(leaf);
  });
  if (names.length > 0) proposing.unnamed.push({ table, unnamed: names });
  const what = table.rows === 'unit' ? 'không phải tên xã nào của kỳ báo cáo' : 'không phải tên thôn nào';
  tellUnread(table, doubtful, proposing, what);
  return others.map(([, path]) => ignored(path));
}

function tellUnread(
  { sheet }: FoundTable,
  columns: readonly UnnamedColumn[],
  { doubts }: Proposing,
  why: string,
): void {
  for (const { path } of columns)
    doubts.push({
      sheet: sheet.name,
      header: path.join(' › '),
      proposal: `không đọc: ${why}`,
      proposed: 'ignored',
    });
}
