/** The correction table: published, revised and why, a line a figure. */
import type { Corrections, Table, TableCell, TableRow } from '../../model.js';
import type { Prose } from '../prose/prose.js';
import { reasonsLine, reportWords } from './correction-words.js';

const COLUMNS = [
  ['unit', 20],
  ['indicator', 34],
  ['published', 20],
  ['revised', 20],
  ['reason', 48],
] as const;

/** `prose` of the later run, `sealed` of the published one; `bundle`: name of the bundle. */
export function correctionTable(
  prose: Prose,
  sealed: Prose,
  { figures }: Corrections,
  bundle: string,
): Table {
  const { say } = prose;
  return {
    id: 'corrections',
    sheetName: say('correction.sheet', {}),
    title: say('correction.title', {}),
    columns: [
      { id: 'ordinal', header: say('table.column.ordinal', {}), kind: 'ordinal', width: 5 },
      ...COLUMNS.map(([id, width]) => ({
        id,
        header: say(`correction.column.${id}`, {}),
        kind: 'text' as const,
        width,
      })),
    ],
    rows: figures.map(({ unitName, label, published, revised, reasons }, index): TableRow => ({
      role: 'unit',
      cells: [
        { kind: 'integer', value: index + 1 },
        ...[unitName, label, published, revised, reasonsLine(prose, reasons)].map((text): TableCell => ({
          kind: 'text',
          text,
        })),
      ],
    })),
    notes: [say('correction.note', { report: reportWords(prose, sealed), bundle })],
  };
}
