/**
 * "Tỷ lệ %" beside a count is the share of that count, never the count: it becomes the field that holds the typed rate
 * of it, or is set apart where the form has none.
 */
import type { FieldId } from '../../model.js';
import { isBareRate, type LabelIndex } from './label-index.js';

/** A column headed as a share, with the headings over it, nearest first. */
export interface Share {
  readonly label: string;
  readonly over: readonly string[];
}

interface Bound {
  readonly columns: Map<FieldId, number>;
  readonly unknown: Map<number, string>;
  readonly rates: Map<number, FieldId>;
}

/** Moves the share columns to what they belong to. A single share without a heading says by its words what it is. */
export function bindShares(
  match: Bound,
  shares: ReadonlyMap<number, Share>,
  headingOver: ReadonlyMap<number, string>,
  index: LabelIndex,
): void {
  const { columns, unknown, rates } = match;
  const bare = [...shares].filter(([, { label }]) => isBareRate(label));
  const alone = bare.length === 1;
  const fieldAt = new Map([...columns].map(([field, column]) => [column, field] as const));
  for (const [column, { over, label }] of shares) {
    if (over.length === 0 && (alone || !isBareRate(label))) continue;
    const counted = countBeside(column, shares, fieldAt);
    // A share that its own words name, of a count that stands elsewhere, stays what it says.
    if (counted === undefined) continue;
    if (headingOver.get(column) !== headingOver.get(columns.get(counted) ?? 0)) continue;
    const typed = index.typedRates.get(counted);
    const before = fieldAt.get(column);
    if (before !== undefined && typed?.id === before) continue;
    if (before !== undefined && !isBareRate(label)) continue;
    if (before !== undefined) columns.delete(before);
    unknown.delete(column);
    if (typed === undefined) rates.set(column, counted);
    else columns.set(typed.id, column);
  }
}

/** The count directly left of the share, with nothing but other shares between. */
function countBeside(
  column: number,
  shares: ReadonlyMap<number, Share>,
  fieldAt: ReadonlyMap<number, FieldId>,
): FieldId | undefined {
  let left = column - 1;
  while (shares.has(left)) left -= 1;
  return fieldAt.get(left);
}

/** "Gia đình văn hóa (%)": named like a count, and a share of it. */
export const isInPercent = (label: string): boolean => /\S\s*\(\s*%\s*\)\s*$/u.test(label);

/** Shares named like a count are those of the count that stands in another column; alone they stay in its place, and are told. */
export function bindPercents(
  { columns, rates }: Pick<Bound, 'columns' | 'rates'>,
  inPercent: ReadonlyMap<number, FieldId>,
  index: LabelIndex,
): void {
  for (const [column, counted] of inPercent) {
    const typed = index.typedRates.get(counted);
    if (!columns.has(counted)) columns.set(counted, column);
    else if (typed === undefined || columns.has(typed.id)) rates.set(column, counted);
    else columns.set(typed.id, column);
  }
}
