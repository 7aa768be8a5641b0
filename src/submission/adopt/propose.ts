/**
 * Proposes how an office's own form is to be read: which field each header or line means, and what is doubtful. Only
 * what the labels decide becomes a field of the set; everything else is a new field or is not read, and is told.
 */
import { fieldsNamed, isOfRows } from '../../criteria/own-forms.js';
import type { CriteriaSet, OwnColumn, OwnForm, OwnTable, RawFile } from '../../model.js';
import { OWN_FORM_SCHEMA } from '../../model/criteria/own-form.js';
import { defined } from '../../values/defined.js';
import { pathKeyOf, withYears, yearsAsWords } from '../layout/header-path.js';
import { byAddress } from './by-address.js';
import { communesOverAreas, type CommunesOverAreas } from './communes-over-areas.js';
import type { AlikeColumns } from './columns-alike.js';
import { findTables, leafLabel, type FoundTable } from './find-tables.js';
import { wholeForLonePart } from './meant-totals.js';
import { proposedColumns } from './propose-columns.js';
import { proposedLines } from './propose-lines.js';
import type { CommuneNamed } from './names-across.js';
import type { Doubt, Proposing, UnnamedInTable } from './proposing.js';

export interface Proposal {
  readonly form: OwnForm;
  readonly doubts: readonly Doubt[];
  /** Columns that nothing tells apart: the office has to name one of each two. */
  readonly alike: readonly (AlikeColumns & { readonly sheet: string; readonly row: number })[];
  /** Tables by indicators of which no column holds what was done: nothing of them would be read. */
  readonly uncounted: readonly {
    readonly sheet: string;
    readonly row: number;
    readonly headers: readonly string[];
  }[];
  /** Tables of which one column would be read and others, which may be of communes or areas, be left out. */
  readonly unnamed: readonly UnnamedInTable[];
  /** Tables in which communes head the rows of their areas. */
  readonly communesOver: readonly CommunesOverAreas[];
  /** Columns to be left unread that no table has. */
  readonly notThere: readonly string[];
}

interface FormNamed {
  readonly id: string;
  readonly label: string;
  readonly source: string;
  readonly year: number;
  readonly isHalf?: boolean;
  /** Of a level above, which may print one figure in several tables. */
  readonly isSummary?: boolean;
  readonly before?: OwnForm;
  /** Absent where the communes of the report are not known. */
  readonly communeNamed?: CommuneNamed;
  /** Headers of columns that the office leaves unread. */
  readonly unread?: readonly string[];
}

/** Undefined when no table can be read from the file. `id`: of the form; `before`: as it was adopted the last time. */
export function proposeOwnForm(
  file: RawFile,
  set: CriteriaSet,
  {
    id,
    label,
    source,
    year,
    isHalf = false,
    isSummary = false,
    before,
    communeNamed = () => undefined,
    unread = [],
  }: FormNamed,
): Proposal | undefined {
  const found = findTables(file, communeNamed).map(byAddress);
  if (found.length === 0) return undefined;
  // A line that came new must not be given the id of one that is kept.
  const taken = new Set([...set.fields, ...set.totals, ...(before?.fields ?? [])].map((field) => field.id));
  const proposing: Proposing = {
    ...{ set, year, isHalf, taken, communeNamed },
    ...{ fields: [], doubts: [], used: new Set(), alike: [], unnamed: [] },
    unread: { named: unread, met: new Set(), before: leftUnread(before, year) },
  };
  const tables: OwnTable[] = [];
  const seen = new Set<string>();
  for (const table of found) {
    // Several communes, a sheet each, are one table.
    const shape = shapeOf(table, year);
    if (seen.has(shape)) continue;
    seen.add(shape);
    if (isSummary) proposing.used.clear();
    tables.push(proposedTable(table, proposing, found));
  }
  const counted = withoutUncounted(wholeForLonePart(tables, proposing), proposing);
  // A table without a single figure is a text in columns.
  const isRead = tables.some(({ columns = [], lines = [] }) =>
    [...columns, ...lines].some(({ field }) => field !== undefined),
  );
  if (!isRead) return undefined;
  const used = new Set(fieldsNamed(counted));
  const fields = proposing.fields.filter((field) => used.has(field.id));
  return {
    form: {
      schema: OWN_FORM_SCHEMA,
      id,
      label: label.slice(0, 60),
      source,
      tables: counted,
      ...(fields.length === 0 ? {} : { fields }),
    },
    alike: proposing.alike,
    unnamed: proposing.unnamed,
    communesOver: communesOverAreas(found),
    notThere: unread.filter((one) => !proposing.unread.met.has(one)),
    uncounted: counted.flatMap((table) => uncounted(table, found, year) ?? []),
    doubts: proposing.doubts.map((one) => ({ ...one, header: yearsAsWords(one.header, year) })),
  };
}

/** Of tables in which a column that nobody named forbids to take the form: what was decided once is not asked again. */
const leftUnread = (before: OwnForm | undefined, year: number): ReadonlySet<string> =>
  new Set(
    before?.tables.flatMap(({ rows, across, columns = [] }) =>
      rows === 'indicator' || across === true
        ? columns.flatMap(({ header, role }) =>
            role === 'ignored' ? [pathKeyOf(header.map((one) => withYears(one, year)))] : [],
          )
        : [],
    ),
  );

/** Not a table by indicators of which no column holds what was done. */
const isCounting = ({ rows, columns = [] }: OwnTable): boolean =>
  rows !== 'indicator' || columns.some((column) => column.role === 'actual');

/** Beside tables with figures such a table is left out, and the office is told; alone it is all that there is. */
function withoutUncounted(tables: readonly OwnTable[], { doubts }: Proposing): OwnTable[] {
  const counting = tables.filter(isCounting);
  if (counting.length === 0) return [...tables];
  for (const { sheet = '', key } of tables.filter((table) => !isCounting(table)))
    doubts.push({
      sheet,
      header: key.join(' › '),
      proposal: 'không đọc: bảng không có cột số thực hiện',
      proposed: 'ignored',
    });
  return counting;
}

/** "Tiêu chí | Điểm chuẩn | Điểm tự chấm". */
function uncounted(
  table: OwnTable,
  found: readonly FoundTable[],
  year: number,
): Proposal['uncounted'][number] | undefined {
  if (isCounting(table)) return undefined;
  const { sheet = '', columns = [] } = table;
  const at = found.find((one) => one.sheet.name === sheet && one.rows === 'indicator');
  return {
    sheet,
    row: at?.labelRow ?? 1,
    headers: columns.map(({ header }) => withYears(header.join(' › '), year)),
  };
}

const shapeOf = ({ paths, above = '', rows, across }: FoundTable, year: number): string =>
  [
    rows,
    above,
    ...(across ? [] : [...paths.values()].map((path) => yearsAsWords(path.join('>'), year))),
  ].join('|');

const yearless = (path: readonly string[], year: number): string[] =>
  path.map((text) => yearsAsWords(text, year));

function proposedTable(table: FoundTable, proposing: Proposing, all: readonly FoundTable[]): OwnTable {
  const { sheet, rows, across, areaAbove, key, paths, above } = table;
  const { year } = proposing;
  const codeColumn = [...paths].find(([column, path]) => column !== key && isCode(path, rows))?.[0];
  const hasLines = rows === 'indicator' || across;
  const rowKind = { rows, across } as Pick<OwnTable, 'rows' | 'across'>;
  const { columns, alike } = proposedColumns(table, proposing, isOfRows(rowKind as OwnTable), codeColumn);
  for (const one of alike)
    proposing.alike.push({ ...one, sheet: sheet.name, row: headerRow(table, one.columns[1]) });
  const actual = pathKeyOf(columns.find(({ role }) => role === 'actual')?.header ?? []);
  const value = [...paths].find(([, path]) => pathKeyOf(path) === actual)?.[0];
  const twins = all.filter((one) => one.sheet === sheet).length > 1;
  return {
    ...(sheet.name === '' ? {} : { sheet: sheet.name }),
    ...defined({ above: twins ? above : undefined }),
    rows,
    ...(across ? { across } : {}),
    ...(areaAbove ? { areaAbove } : {}),
    key: yearless(paths.get(key) ?? [], year),
    ...defined({
      codeKey: codeColumn === undefined ? undefined : yearless(paths.get(codeColumn) ?? [], year),
    }),
    columns: columns.map((column): OwnColumn => ({
      ...column,
      header: yearless(column.header, year),
      ...defined({ after: column.after === undefined ? undefined : yearless(column.after, year) }),
    })),
    ...(hasLines ? { lines: proposedLines(table, proposing, { code: codeColumn, value }) } : {}),
  };
}

/** The row in which the header of a column is written: above the lowest where cells were not merged. */
function headerRow({ grid, labelRow }: FoundTable, column: number): number {
  const above = grid.rows.filter((row) => row <= labelRow && (grid.at(row, column)?.raw ?? '') !== '');
  return above.at(-1) ?? labelRow;
}

/** A column of codes: of lines or units, never of areas. */
const isCode = (path: readonly string[], rows: FoundTable['rows']): boolean =>
  (rows === 'indicator' || rows === 'unit') &&
  /^ma(?: so| chi tieu| don vi| dvhc| xa)?$/u.test(leafLabel(path));
