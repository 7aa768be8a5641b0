/** The columns of a table in which a sentence about units may be looked up. */
import { topicOf } from '../facts.js';
import type { Checking } from '../checking.js';
import type { Statement } from '../reading/statement.js';
import type { CellFigure, Column, DataRow, ReadTable } from '../tables/read-table.js';
import { isOf, isWithin, subjectOf } from '../tables/subjects.js';
import { contentWords, subject } from '../words/content-words.js';
import { largest } from '../../values/of-many.js';
import { isNamed } from './two-values.js';

export interface Place {
  readonly table: ReadTable;
  readonly column: Column;
  readonly rows: readonly DataRow[];
}

/** All columns of values of three units or more. */
export const placesIn = ({ tables }: Checking): readonly Place[] =>
  tables.flatMap((table) =>
    table.columns.flatMap((column) => {
      if (column.kind !== 'rate' && column.kind !== 'count') return [];
      const rows = table.rows.filter(({ kind, figures }) => kind === 'leaf' && figures.has(column.index));
      return rows.length >= 3 ? [{ table, column, rows }] : [];
    }),
  );

/** Columns that are about what the sentence, or the part of it given, speaks of: the fullest heads, rates where it says "tỷ lệ". */
export function columnsFor(
  checking: Checking,
  { plain }: Pick<Statement, 'plain'>,
  places: readonly Place[] = placesIn(checking),
): readonly Place[] {
  const said = subject(contentWords(plain, checking.vocabulary));
  const topic = topicOf(plain, checking.vocabulary);
  const found = places.flatMap((place) => {
    const about = subjectOf(checking, place.table, place.column);
    const isSaid = about.title.size === 0 && about.words.size > 0 && isWithin(about.words, said);
    if (!isSaid && !isOf(about, topic)) return [];
    return [{ place, size: isSaid ? about.words.size : topic.size }];
  });
  const most = largest(
    found.map(({ size }) => size),
    0,
  );
  const fullest = found.filter(({ size }) => size === most).map(({ place }) => place);
  const rates = fullest.filter(({ column }) => column.kind === 'rate');
  if (/(?<!\p{L})(?:tỷ lệ|%)/u.test(plain) && rates.length > 0) return rates;
  const counts = fullest.filter(({ column }) => column.kind === 'count');
  return /(?<!\p{L})về số (?!liệu)/u.test(plain) && counts.length > 0 ? counts : fullest;
}

/** "Xã có tỷ lệ cao nhất là …", "đạt tỷ lệ từ 90% trở lên": of what, the only rates near the sentence say. */
export function barelyMeant(
  { plain, block }: Pick<Statement, 'plain' | 'block'>,
  places: readonly Place[],
): readonly Place[] {
  const near = places.filter(({ table }) => Math.abs(table.block - block) <= NEAR_BLOCKS);
  const rates = near.filter(({ column }) => column.kind === 'rate');
  const isSaid = /(?<!\p{L})tỷ lệ(?: đạt)? (?:cao|thấp|trên|dưới|từ)(?!\p{L})/u.test(plain);
  // "Thấp nhất là xã Hòa Bình." beside a table of one column.
  const isBare = near.length === 1 && /^(?:cao|thấp) nhất (?:là|thuộc về) /u.test(plain);
  return rates.length === 1 && (isSaid || isBare) ? rates : [];
}

const NEAR_BLOCKS = 2;

/** "Trong các xã vùng cao", "trong khối thi đua": among some of the units that a table lists. */
const AMONG_SOME =
  /(?:trong|của|giữa|trên) (?:tổng )?(?:các|những|số|nhóm) (?:xã|phường|thị trấn|đơn vị|huyện|thôn|địa phương)(?:, (?:xã|phường|thị trấn))* (?:vùng|miền|khu|thuộc|được|đạt|có|ven|biên|khó|đặc|nhóm|loại|mới|đăng|còn|chưa|tham|nông|đồng|cùng)|(?:khối|cụm)(?: các)? (?:thi đua|xã|số)/u;

export const isAmongSome = ({ plain }: Pick<Statement, 'plain'>): boolean => AMONG_SOME.test(plain);

export const valueIn = ({ rows, column }: Place, name: string): CellFigure | undefined =>
  rows.find(({ label }) => isNamed(label, name))?.figures.get(column.index);
