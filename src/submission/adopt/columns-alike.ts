/**
 * Columns of one table under the same header. A share or a note is known by the column on its left, and what is not read
 * need not be known; other columns cannot be told apart, and the office has to name them.
 */
import { fieldIndex } from '../../criteria/set-queries.js';
import type { CriteriaSet, OwnColumn } from '../../model.js';
import { groupBy } from '../../values/groups.js';
import { pathKeyOf } from '../layout/header-path.js';

/** A column of the form and what was proposed for it. */
export interface PlacedColumn {
  readonly column: number;
  /** Header of the column on its left. */
  readonly left: readonly string[];
  readonly proposed: OwnColumn;
}

/** Two columns of a form that nothing tells apart. */
export interface AlikeColumns {
  readonly header: readonly string[];
  readonly columns: readonly [number, number];
  /** Two tables stand side by side: the header is that of their rows. */
  readonly beside?: true;
}

export interface DistinctColumns {
  readonly columns: readonly OwnColumn[];
  readonly alike: readonly AlikeColumns[];
}

/** Shares and notes get what they stand after; of columns that are not read one entry stands for all. */
export function distinctColumns(placed: readonly PlacedColumn[], set: CriteriaSet): DistinctColumns {
  const fields = fieldIndex(set);
  const isMild = ({ proposed: { role, field } }: PlacedColumn): boolean =>
    (role !== undefined && MILD.has(role)) ||
    (field !== undefined && (fields.get(field)?.rateOf !== undefined || fields.get(field)?.type === 'text'));
  const columns = new Map<PlacedColumn, OwnColumn>(placed.map((one) => [one, one.proposed]));
  const alike: AlikeColumns[] = [];
  for (const twins of groupBy(placed, ({ proposed }) => pathKeyOf(proposed.header)).values()) {
    const [first, ...others] = twins;
    if (first === undefined || others.length === 0) continue;
    if (twins.every(({ proposed }) => proposed.role === 'ignored')) {
      for (const other of others) columns.delete(other);
      continue;
    }
    if (!twins.every(isMild) || new Set(twins.map(({ left }) => pathKeyOf(left))).size < twins.length)
      for (const other of others)
        alike.push({ header: first.proposed.header, columns: [first.column, other.column] });
    else for (const one of twins) columns.set(one, { ...one.proposed, after: [...one.left] });
  }
  return { columns: [...columns.values()], alike };
}

/** What is not added up: a share is known by the count on its left. */
const MILD: ReadonlySet<string> = new Set(['share', 'shareOfPlan', 'shareOfLastYear', 'ignored']);
