/** Annexes of a whole country: the report prints the sums, each unit's own line stands in tong-hop.xlsx. */
import type { Annex, TableRow } from '../../model.js';
import { formatCount } from '../../values/number-format.js';
import type { Prose } from '../prose/prose.js';

/** The annex as the report prints it: whole, unless it has more lines than a report can hold. */
export function foldedAnnex({ say, wording }: Prose, annex: Annex): Annex {
  const { table } = annex;
  const lines = table.rows.filter(({ role }) => role === 'unit').length;
  if (lines <= wording.tables.mostLines) return annex;
  return {
    ...annex,
    table: {
      ...table,
      rows: table.rows.filter(isSum).map(({ role, cells }) => ({ role, cells })),
      notes: [say('note.folded', { count: formatCount(lines) }), ...table.notes],
    },
  };
}

/** Sums of provinces, districts or groups, and of the whole. */
const isSum = ({ role }: TableRow): boolean => role === 'subtotal' || role === 'total';
