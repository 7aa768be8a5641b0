/** How a finding points into a table. */
import { finding, type FindingParameters } from '../../findings/finding.js';
import type { FindingCode } from '../../findings/catalogue/catalogue.js';
import type { Finding } from '../../model.js';
import { upperFirst } from '../../values/vietnamese-text.js';
import type { Checking } from '../checking.js';
import type { CellFigure, Column, DataRow, ReadTable } from './read-table.js';

/** What the place itself says. */
type Filled = 'place' | 'words' | 'column' | 'row';
type Sentences = Extract<FindingCode, `verify/${string}`>;

export const columnName = ({ path, index }: Column): string =>
  path.length === 0 ? `cột ${String(index + 1)}` : path.join(' › ');

export const rowName = ({ label, place }: DataRow): string => (label === '' ? place : `${place} (${label})`);

/** A finding at a cell. `words` are the label and head of the cell. */
export function foundAt<Code extends Sentences>(
  code: Code,
  { file }: Checking,
  table: ReadTable,
  row: DataRow,
  figure: Pick<CellFigure, 'column' | 'text'>,
  parameters: Omit<FindingParameters<Code>, Filled> & { readonly row?: string },
): Finding {
  const column = table.columns[figure.column];
  const head = column === undefined ? '' : columnName(column);
  const filled = {
    words: `${row.label}, ${head}`,
    column: head,
    row: rowName(row),
    ...parameters,
    place:
      code === 'verify/table-sum-differs' || code === 'verify/table-cross-sum-differs'
        ? upperFirst(table.place)
        : `${upperFirst(table.place)}, ${row.place}`,
  };
  return finding(
    code,
    { file, sheet: table.place, cell: `${row.place}, cột ${String(figure.column + 1)}` },
    filled as unknown as FindingParameters<Code>,
    { actual: figure.text },
  );
}
