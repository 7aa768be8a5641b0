/** What every table builder needs, and the small pieces tables are made of. */
import type { TableCell, TableColumn } from '../../model.js';
import type { ReportWording } from '../report-wording.js';
import type { Prose } from '../prose.js';

export interface TableMaker {
  readonly prose: Prose;
  readonly wording: ReportWording;
}

/** A word of annexes.yaml; an unknown id stands for itself. */
export const labelOf = ({ wording }: TableMaker, kind: string, id: string): string =>
  wording.tables.labels[kind]?.[id] ?? id;

export const textCell = (text: string): TableCell =>
  text === '' ? { kind: 'none' } : { kind: 'text', text };

export const countCell = (value: number): TableCell => ({ kind: 'integer', value });

export const ordinalColumn = (maker: TableMaker): TableColumn => ({
  id: 'ordinal',
  header: labelOf(maker, 'headers', 'ordinal'),
  kind: 'ordinal',
  width: 6,
});

/** A text column named after its header word. */
export const textColumn = (maker: TableMaker, id: string, width: number): TableColumn => ({
  id,
  header: labelOf(maker, 'headers', id),
  kind: 'text',
  width,
});
