/** Lists: model areas (VII), areas without the title or without decision (VIII). */
import type { FieldRecord, Table, TableCell, TableColumn, TableRow } from '../../model.js';
import type { AnnexDeclaration } from '../wording/annex-declarations.js';
import { sentRows, type SentRow } from './sent-rows.js';
import {
  annexHead,
  declaredColumn,
  labelOf,
  ordinalColumn,
  textCell,
  textColumn,
  unitLine,
  type TableMaker,
} from './table-maker.js';
import { coverageNote } from './unit-table-notes.js';
import { absentFrom, NAMED_AT_MOST, namesOrCount, silentUnits } from '../prose/coverage.js';
import { unitFullName } from '../../units/names/unit-name.js';
import { upperFirst } from '../../values/vietnamese-text.js';

const UNIT_WIDTH = 24;

/** How what was sent but does not count is written. */
const isBracketed = (text: string): boolean => text.startsWith('(') && text.endsWith(')');

const AREA_TITLE = 'areaTitle';
/** Answers about the area title that belong in annex VIII: everything but the title itself and "not considered". */
const WITHOUT_TITLE: readonly string[] = ['notAwarded', 'pending', 'revoked'];

export const modelsTable = (maker: TableMaker, annex: AnnexDeclaration): Table =>
  listTable(maker, annex, [...sentRows(maker, annex.form)]);

export const areasWithoutTitleTable = (maker: TableMaker, annex: AnnexDeclaration): Table =>
  listTable(maker, annex, withoutTitle(sentRows(maker, annex.form)));

function withoutTitle(rows: Iterable<SentRow>): readonly SentRow[] {
  const listed: SentRow[] = [];
  for (const row of rows) {
    const answer = row.raw(AREA_TITLE);
    if (row.state(AREA_TITLE) === 'p' || (typeof answer === 'string' && WITHOUT_TITLE.includes(answer)))
      listed.push(row);
  }
  return listed;
}

/** A registration and a half-year ask nothing of what comes of a model: a column that nobody filled is not printed. */
const isNotYet = ({ prose }: TableMaker, rows: readonly SentRow[], field: string): boolean =>
  prose.frame.results.period.kind !== 'year' && rows.every((row) => ['', 'm'].includes(row.state(field)));

/** Nobody wrote anything: of former units that nothing is known of no row says so. */
const isUnsaid = (rows: readonly SentRow[], field: FieldRecord): boolean =>
  rows.length > 0 && rows.every((row) => row.cell(field).kind === 'none');

function listTable(maker: TableMaker, annex: AnnexDeclaration, rows: readonly SentRow[]): Table {
  const { frame } = maker.prose;
  const fields = annex.columns.flatMap((declaration) => {
    const field = frame.results.fields.find((one) => one.form === annex.form && one.id === declaration.id);
    const isPrinted =
      field !== undefined &&
      !isNotYet(maker, rows, field.id) &&
      !(declaration.ifSaid === true && isUnsaid(rows, field));
    return isPrinted ? [{ field, declaration }] : [];
  });
  const columns: readonly TableColumn[] = [
    ordinalColumn(maker),
    textColumn(maker, 'unit', UNIT_WIDTH),
    ...fields.map(({ declaration }): TableColumn => ({
      ...declaredColumn(declaration, frame.words),
      kind: 'text',
    })),
  ];
  const lines = rows.map((row, index) =>
    unitLine(
      index,
      unitFullName(row.unit),
      fields.map(({ field }) => asText(maker, row.cell(field))),
    ),
  );
  return {
    ...annexHead(maker, annex),
    columns,
    rows: lines,
    notes:
      lines.length === 0
        ? [maker.prose.say('note.empty', {}), ...withoutList(maker, annex)]
        : notesOf(maker, annex, lines),
  };
}

/** Whose lists these are, and what brackets mean where there are some. */
function notesOf(maker: TableMaker, annex: AnnexDeclaration, lines: readonly TableRow[]): readonly string[] {
  const { prose } = maker;
  const bracketed = lines.some(({ cells }) =>
    cells.some((cell) => cell.kind === 'text' && isBracketed(cell.text)),
  );
  return [
    coverageNote(prose),
    ...withoutList(maker, annex),
    ...(bracketed ? [prose.say('note.bracketed', {})] : []),
  ];
}

/** Who sent something, but not the form that is listed: the number in the text lacks them too. */
function withoutList({ prose }: TableMaker, { about = [], form }: AnnexDeclaration): readonly string[] {
  const { frame } = prose;
  const { results } = frame;
  const silent = [...silentUnits(frame).values()].flat();
  const lacking = about.flatMap((id) => {
    const measure = results.measures[results.unit]?.[id];
    const absent = measure === undefined ? [] : [...absentFrom(frame, measure, id)];
    return absent.flatMap(([reason, codes]) => (reason === 'notApplicable' ? [] : codes));
  });
  const codes = [...new Set(lacking)].filter(
    (code) => !silent.includes(code) && (results.rows[code]?.[form]?.sheetRows.length ?? 0) === 0,
  );
  const names = namesOrCount(prose, codes, NAMED_AT_MOST);
  return codes.length === 0 ? [] : [prose.say('note.noList', { names })];
}

/** Lists hold words, as sentences begin; a year is not a figure to be grouped by thousands. */
function asText(maker: TableMaker, cell: TableCell): TableCell {
  if (cell.kind === 'integer') return textCell(String(cell.value));
  if (cell.kind === 'pending') return textCell(labelOf(maker, 'answers', 'pending'));
  return cell.kind === 'text' ? textCell(upperFirst(cell.text)) : cell;
}
