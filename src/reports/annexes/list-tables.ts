/** Lists: model areas (VII), areas without the title or without decision (VIII). */
import type { Table, TableCell, TableColumn, TableRow } from '../../model.js';
import { unitName } from '../frame.js';
import { upperFirst } from '../vietnamese-list.js';
import type { AnnexDeclaration } from './annex-declarations.js';
import { sentRows, type SentRow } from './sent-rows.js';
import { labelOf, ordinalColumn, textCell, type TableMaker } from './table-maker.js';

const UNIT_WIDTH = 24;

/** Answers about the area title that belong in annex VIII: everything but the title itself and "not considered". */
const WITHOUT_TITLE: readonly string[] = ['notAwarded', 'pending', 'revoked'];

export const modelsTable = (maker: TableMaker, annex: AnnexDeclaration): Table =>
  listTable(maker, annex, sentRows(maker, annex.form));

export const areasWithoutTitleTable = (maker: TableMaker, annex: AnnexDeclaration): Table =>
  listTable(
    maker,
    annex,
    sentRows(maker, annex.form).filter((row) => {
      const answer = row.raw('areaTitle');
      return typeof answer === 'string' && WITHOUT_TITLE.includes(answer);
    }),
  );

function listTable(maker: TableMaker, annex: AnnexDeclaration, rows: readonly SentRow[]): Table {
  const { frame } = maker.teller;
  const fields = annex.columns.flatMap((declaration) => {
    const field = frame.results.fields.find((one) => one.form === annex.form && one.id === declaration.id);
    return field === undefined ? [] : [{ field, declaration }];
  });
  const columns: readonly TableColumn[] = [
    ordinalColumn(maker),
    { id: 'unit', header: labelOf(maker, 'headers', 'unit'), kind: 'text', width: UNIT_WIDTH },
    ...fields.map(({ field, declaration }): TableColumn => ({
      id: field.id,
      header: declaration.header(frame.words),
      kind: 'text',
      ...(declaration.width === undefined ? {} : { width: declaration.width }),
    })),
  ];
  const lines = rows.map((row, index): TableRow => ({
    role: 'unit',
    cells: [
      textCell(String(index + 1)),
      textCell(upperFirst(unitName(row.unit))),
      ...fields.map(({ field }) => asText(row.cell(field))),
    ],
  }));
  return {
    id: annex.id,
    sheetName: annex.sheet,
    title: annex.title(frame.words),
    columns,
    rows: lines,
    notes: lines.length === 0 ? [maker.teller.say('note.empty', {})] : [],
  };
}

/** Lists hold words; a year is not a figure to be grouped by thousands. */
const asText = (cell: TableCell): TableCell =>
  cell.kind === 'integer' ? textCell(String(cell.value)) : cell;
