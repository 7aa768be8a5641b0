/** What every table builder needs, and the small pieces tables are made of. */
import type { FigureId, IndicatorRecord, Table, TableCell, TableColumn, TableRow } from '../../model.js';
import { defined } from '../../values/defined.js';
import type { Labels } from '../wording/labels.js';
import type { ReportWording } from '../wording/report-wording.js';
import type { Prose } from '../prose/prose.js';
import type { SentenceData } from '../wording/wording.js';
import type { AnnexDeclaration, ColumnDeclaration } from '../wording/annex-declarations.js';

export interface TableMaker {
  readonly prose: Prose;
  readonly wording: ReportWording;
}

/** Groups that are asked for what a document holds: a form of an office's own set has no word and stands under its id. */
type Stored = 'forms' | 'splits' | 'answers';

/** A word of annexes.yaml. */
export const labelOf = <Kind extends Exclude<keyof Labels, 'noOverlap'>>(
  { wording }: TableMaker,
  kind: Kind,
  id: Kind extends Stored ? string : keyof Labels[Kind] & string,
): string => {
  const words: Readonly<Record<string, string>> = wording.tables.labels[kind];
  return words[id] ?? id;
};

export const textCell = (text: string): TableCell =>
  text === '' ? { kind: 'none' } : { kind: 'text', text };

export const countCell = (value: number): TableCell => ({ kind: 'integer', value });

export const ordinalColumn = (maker: TableMaker): TableColumn => ({
  id: 'ordinal',
  header: labelOf(maker, 'headers', 'ordinal'),
  kind: 'ordinal',
  width: 6,
});

/** Id, sheet and title of an annex. */
export const annexHead = (
  { prose }: TableMaker,
  annex: AnnexDeclaration,
): Pick<Table, 'id' | 'sheetName' | 'title'> => ({
  id: annex.id,
  sheetName: annex.sheet,
  title: annex.title(prose.frame.words),
});

/** A column as annexes.yaml declares it; what it holds is its shape's to say. */
export const declaredColumn = (
  { id, header, group, width }: ColumnDeclaration,
  words: SentenceData,
): Omit<TableColumn, 'kind'> => ({ id, header: header(words), ...defined({ group: group?.(words), width }) });

/** The numbered line of a unit. */
export const unitLine = (index: number, name: string, cells: readonly TableCell[]): TableRow => ({
  role: 'unit',
  cells: [textCell(String(index + 1)), textCell(name), ...cells],
});

/** Tables of one shape, one a scale of decimals: amounts apart from counts, the first under the annex's own names. */
export const tablesByScale = (
  annex: AnnexDeclaration,
  indicators: readonly IndicatorRecord[],
  build: (scale: number) => Table,
): readonly Table[] =>
  [...new Set(indicators.map(({ scale }) => scale))]
    .sort((one, other) => one - other)
    .map((scale, index) => {
      const table = build(scale);
      const suffix = String(index + 1);
      return index === 0
        ? table
        : { ...table, id: `${table.id}-${suffix}`, sheetName: `${annex.sheet} (${suffix})` };
    });

/** The cell with what its figure is, so that it leads back to the results, or to why there is none; texts are no figures. */
export const figureCell = (cell: TableCell, figure: FigureId): TableCell =>
  cell.kind === 'text' || cell.kind === 'none' ? cell : { ...cell, figure };

/** A text column named after its header word. */
export const textColumn = (maker: TableMaker, id: keyof Labels['headers'], width: number): TableColumn => ({
  id,
  header: labelOf(maker, 'headers', id),
  kind: 'text',
  width,
});
