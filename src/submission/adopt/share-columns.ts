/**
 * A share is of the count on its left: the typed rate of the form where nothing else in reach can be its base, so that "Số hộ
 * bình xét | Số hộ đạt | Tỷ lệ" is not held against all households. All other shares are only looked at beside their row.
 */
import type { FieldId, OwnColumn } from '../../model.js';
import { pathKeyOf } from '../layout/header-path.js';
import { isNotRead } from './column-roles.js';

export interface TypedRate {
  readonly typed: FieldId;
  readonly base: FieldId;
}

/** The columns with an entry for those that are undefined yet. `isOwn`: a field that the set does not know. */
export function withShares(
  paths: readonly (readonly string[])[],
  columns: readonly (OwnColumn | undefined)[],
  isOwn: (field: FieldId) => boolean,
  typedRateOf: (counted: FieldId) => TypedRate | undefined,
): OwnColumn[] {
  const mayBeBase = ({ header, role, field, answer }: OwnColumn): boolean =>
    answer === undefined && (field === undefined || isOwn(field) || role !== undefined) && !isNotRead(header);
  return columns.map((column, at): OwnColumn => {
    if (column !== undefined) return column;
    const header = [...(paths[at] ?? [])];
    const counted = columns.slice(0, at).findLast((one) => one !== undefined);
    const isCounted =
      counted?.field !== undefined && counted.role === undefined && counted.answer === undefined;
    const rate = isCounted ? typedRateOf(counted.field) : undefined;
    if (rate === undefined) return { header, role: 'share' };
    const base = columns.findIndex((one) => one?.field === rate.base && one.role === undefined);
    const others = inReach(header, columns, base, at);
    return base < 0 || others.some(mayBeBase) ? { header, role: 'share' } : { header, field: rate.typed };
  });
}

/** What stands under the heading of the share; where its base does too, or there is none, what stands between the two. */
function inReach(
  header: readonly string[],
  columns: readonly (OwnColumn | undefined)[],
  base: number,
  share: number,
): readonly OwnColumn[] {
  const over = pathKeyOf(header.slice(0, -1));
  const isUnder = (one: OwnColumn | undefined): boolean => pathKeyOf(one?.header.slice(0, -1) ?? []) === over;
  const between = header.length === 1 || isUnder(columns[base]);
  const reach = between ? columns.slice(base + 1, share) : columns.filter(isUnder);
  return reach.flatMap((one) => one ?? []);
}
