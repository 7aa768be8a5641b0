/**
 * A share is of the count on its left: the typed rate of the form where nothing else in reach can be its base, so that "Số hộ
 * bình xét | Số hộ đạt | Tỷ lệ" is not held against all households. All other shares are only looked at beside their row.
 */
import { basesOf } from '../../criteria/rate-bases.js';
import type { CriteriaSet, FieldDefinition, FieldId, FormDefinition, OwnColumn } from '../../model.js';
import { pathKeyOf } from '../layout/header-path.js';
import { isNotRead } from './column-roles.js';
import { baseOfShare, countOfShare } from './share-words.js';

export interface TypedRate {
  readonly typed: FieldId;
  readonly base: FieldId;
}

/**
 * The field for the share that is typed beside a count, where the form has one and the share says nothing else than that.
 * `named`: the field that a label means among the columns of the table.
 */
export function typedRateOf(
  counted: FieldId,
  { share, path }: { readonly share: string; readonly path: readonly string[] },
  { set, form }: { readonly set: CriteriaSet; readonly form: FormDefinition },
  named: (label: string) => FieldDefinition | undefined,
): TypedRate | undefined {
  const field = set.fields.find(({ id }) => id === counted);
  const bases = basesOf(counted, set);
  const [base] = bases;
  const typed = set.fields.find((one) => one.form === form.id && one.rateOf === counted);
  if (field === undefined || base === undefined || typed === undefined) return undefined;
  const isOfCount = countOfShare(share, { path, field }, named)?.id === counted;
  return isOfCount && baseOfShare(share, bases)?.id === base.id
    ? { typed: typed.id, base: base.id }
    : undefined;
}

/** The columns with an entry for those that are undefined yet. `isOwn`: a field that the set does not know. */
export function withShares(
  paths: readonly (readonly string[])[],
  columns: readonly (OwnColumn | undefined)[],
  isOwn: (field: FieldId) => boolean,
  rateFor: (counted: FieldId, path: readonly string[], share: string) => TypedRate | undefined,
): OwnColumn[] {
  const mayBeBase = ({ header, role, field, answer }: OwnColumn): boolean =>
    answer === undefined && (field === undefined || isOwn(field) || role !== undefined) && !isNotRead(header);
  return columns.map((column, at): OwnColumn => {
    if (column !== undefined) return column;
    const header = [...(paths[at] ?? [])];
    const counted = columns.slice(0, at).findLast((one) => one !== undefined);
    const isCounted =
      counted?.field !== undefined && counted.role === undefined && counted.answer === undefined;
    const rate = isCounted ? rateFor(counted.field, counted.header, header.at(-1) ?? '') : undefined;
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
