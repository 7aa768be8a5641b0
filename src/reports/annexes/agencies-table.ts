/** Annex XI: what member agencies sent, agency by agency, with the contents that overlap the Movement marked (Biểu 06). */
import type { FieldRecord, MemberAgencyRecord, Table, TableCell, TableColumn } from '../../model.js';
import { formatScaled } from '../../values/number-format.js';
import { foldBare, upperFirst } from '../../values/vietnamese-text.js';
import type { AnnexDeclaration } from '../wording/annex-declarations.js';
import { sentRow, sentText, type SentRow } from './sent-rows.js';
import {
  annexHead,
  declaredColumn,
  ordinalColumn,
  textCell,
  textColumn,
  unitLine,
  type TableMaker,
} from './table-maker.js';

const NAME_WIDTH = 24;
const OVERLAP = 'campaignOverlap';
const MARK = 'x';

interface AgencyLine {
  readonly name: string;
  /** Absent: it has sent nothing. */
  readonly row?: SentRow;
}

export function agenciesTable(maker: TableMaker, annex: AnnexDeclaration): Table {
  const { frame, say } = maker.prose;
  const agencies = frame.results.memberAgencies ?? [];
  const fields = new Map(
    frame.results.fields.filter(({ form }) => form === annex.form).map((field) => [field.id, field]),
  );
  const columns = annex.columns.map((declaration): TableColumn => ({
    ...declaredColumn(declaration, frame.words),
    kind: 'text',
  }));
  const lines = agencies.flatMap((agency) => linesOf(maker, agency, annex.form));
  const rows = lines.map(({ name, row }, index) => {
    const cells = columns.map(({ id }, place) => {
      if (row === undefined) return textCell(place === 0 ? say('agencies.notSent', {}) : '');
      return id === 'overlap'
        ? textCell(overlaps(maker, row) ? MARK : '')
        : cellOf(maker, row, fields.get(id));
    });
    return unitLine(index, name, cells);
  });
  const sent = lines.flatMap(({ row }) => row ?? []);
  const missing = agencies.filter(({ forms }) => forms.length === 0).length;
  return {
    ...annexHead(maker, annex),
    columns: [ordinalColumn(maker), textColumn(maker, 'agency', NAME_WIDTH), ...columns],
    rows,
    notes:
      rows.length === 0
        ? [say('note.empty', {})]
        : [
            say('note.agencies', {
              sent: frame.count(agencies.length - missing),
              missing: frame.count(missing),
              expected: missing > 0,
              // At registration there are plans, and no contents to be looked through yet.
              results: columns.some(({ id }) => id === 'overlap'),
              overlaps: String(sent.filter((row) => overlaps(maker, row)).length),
              rows: String(sent.length),
            }),
          ],
  };
}

function linesOf(
  maker: TableMaker,
  { name, forms }: MemberAgencyRecord,
  form: string,
): readonly AgencyLine[] {
  const { results, unitByCode } = maker.prose.frame;
  const rows = forms
    .filter((one) => one.form === form)
    .flatMap(({ unit, key, rows: indexes }) => {
      const record = results.rows[unit]?.[key];
      const besides = unitByCode.get(unit);
      return record === undefined || besides === undefined
        ? []
        : indexes.map((index) => sentRow(maker, besides, record, index));
    });
  return rows.length === 0 ? [{ name }] : rows.map((row) => ({ name, row }));
}

/** Something is written about an overlap, and it is not "no". */
function overlaps({ wording }: TableMaker, row: SentRow): boolean {
  const text = row.raw(OVERLAP);
  return typeof text === 'string' && wording.tables.labels.noOverlap[foldBare(text)] === undefined;
}

/** Words as sentences begin; figures as the agency gave them, never to be added. */
function cellOf(maker: TableMaker, row: SentRow, field: FieldRecord | undefined): TableCell {
  const value = field === undefined ? null : row.raw(field.id);
  if (field === undefined || value === null) return { kind: 'none' };
  return textCell(
    typeof value === 'number' ? formatScaled(value, field.scale) : upperFirst(sentText(maker, field, value)),
  );
}
