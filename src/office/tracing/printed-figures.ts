/** Every figure that a run printed, with its text and where: the Word report and tong-hop.xlsx made again from results.json. */
import type {
  FigureId,
  Finding,
  LongTable,
  OutlineLinks,
  Report,
  TableCell,
  TableColumn,
  TextRun,
} from '../../model.js';
import { isError } from '../../findings/finding.js';
import { proseOf } from '../../reports/prose/prose.js';
import { linksInOutline } from '../../reports/outline-links.js';
import { buildReport } from '../../reports/report.js';
import { buildWorkbookTables } from '../../reports/workbook-tables.js';
import { cellAddress } from '../../values/cell-address.js';
import { formatPercent } from '../../values/number-format.js';
import { decimalsOf, printedCell } from '../../writers/printed-cell.js';
import { bookmarkName } from '../../writers/figure-names.js';
import { firstBodyRow } from '../../writers/summary/sheet-plan.js';
import { orderedSheets } from '../../writers/summary-workbook.js';
import { loadWording, withoutFaults } from '../load-wording.js';
import { OUTPUTS } from '../outputs/output-writers.js';
import type { TracedRun } from './traced-run.js';
import { runsText } from '../../reports/prose/figure-marks.js';

export interface PrintedFigure {
  readonly figure: FigureId;
  /** As printed, rates with their sign. */
  readonly text: string;
  /** "bao-cao.docx: …", "tong-hop.xlsx: PL I Danh hiệu!C7". */
  readonly place: string;
}

/** A cell of tong-hop.xlsx. */
export interface WorkbookCell {
  readonly text: string;
  readonly figure?: FigureId;
  /** A cell of the sheet of details: which cell of a submission it repeats. */
  readonly source?: {
    readonly unit: string;
    readonly file: string;
    readonly sheet: string;
    readonly row: number;
    readonly field: string;
  };
}

export interface Printed {
  readonly figures: readonly PrintedFigure[];
  readonly sheets: readonly string[];
  /** Undefined for a cell outside the lines of tables. */
  readonly cell: (sheet: string, row: number, column: number) => WorkbookCell | undefined;
  /** The figure under a bookmark of the report. */
  readonly marked: (name: string) => FigureId | undefined;
  readonly links: OutlineLinks;
}

/** What printing needs of a run. */
export type PrintableRun = Pick<TracedRun, 'results' | 'folder' | 'inWorkspace'>;

/** The report and the sheets of tong-hop.xlsx, in the order of the workbook, with their names. */
export interface MadeOutputs {
  readonly report: Report;
  readonly tables: readonly LongTable[];
  readonly names: readonly string[];
  readonly links: OutlineLinks;
}

/** Both made again from the results; undefined with the faults of the office's templates. */
export async function madeOutputs(
  run: PrintableRun,
): Promise<{ readonly made?: MadeOutputs; readonly findings: readonly Finding[] }> {
  const wanted = await loadWording(run.inWorkspace ? run.folder : undefined);
  const { wording } = wanted;
  if (wording === undefined || wanted.findings.some(isError)) return { findings: wanted.findings };
  return withoutFaults(() => {
    const prose = proseOf(run.results, wording);
    const { ordered, names } = orderedSheets(buildWorkbookTables(prose));
    return {
      made: { report: buildReport(prose), tables: ordered, names, links: linksInOutline(prose) },
      findings: [],
    };
  });
}

export async function printedFigures(
  run: PrintableRun,
): Promise<{ readonly printed?: Printed; readonly findings: readonly Finding[] }> {
  const { made, findings } = await madeOutputs(run);
  if (made === undefined) return { findings };
  const { report, tables, names } = made;
  const { decimals } = run.results;
  const inWord = ofReport(report, decimals);
  const inSheets = tables.flatMap((table, index) => [...ofSheet(table, names[index] ?? '', decimals)]);
  return {
    printed: {
      figures: [...inWord, ...inSheets],
      sheets: names,
      cell: cellsOf(tables, names, decimals),
      marked: bookmarks([...inWord, ...inSheets], run),
      links: made.links,
    },
    findings: [],
  };
}

function ofReport({ blocks, annexes }: Report, decimals: number): readonly PrintedFigure[] {
  const ofRuns = (runs: readonly TextRun[]): readonly PrintedFigure[] => {
    const words = runsText(runs);
    return runs.flatMap(({ figure, text }) =>
      figure === undefined
        ? []
        : [{ figure, text, place: `${OUTPUTS.report.file}: “${around(words, text)}”` }],
    );
  };
  const inBlocks = blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? ofRuns(block.runs)
      : block.kind === 'list'
        ? block.items.flatMap(ofRuns)
        : [],
  );
  const inAnnexes = annexes.flatMap(({ number, table }) =>
    figuresOf(table, decimals).map(({ figure, text, line }) => ({
      figure,
      text,
      place: `${OUTPUTS.report.file}: Phụ lục ${number}, dòng ${String(line + 1)}`,
    })),
  );
  return [...inBlocks, ...inAnnexes];
}

const AROUND = 50;
/** The words before a figure in its sentence. */
function around(words: string, text: string): string {
  const at = words.indexOf(text);
  const from = Math.max(0, at - AROUND);
  const cut = words.slice(from, at + text.length);
  return from === 0 ? cut : `…${cut.replace(/^\S*\s/u, '')}`;
}

function* ofSheet(table: LongTable, sheet: string, decimals: number): Generator<PrintedFigure> {
  const first = firstBodyRow(table);
  for (const { figure, text, line, column } of figuresOf(table, decimals))
    yield {
      figure,
      text,
      place: `${OUTPUTS.summary.file}: ${sheet}!${cellAddress(first + line, column + 1)}`,
    };
}

interface TableFigure {
  readonly figure: FigureId;
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

function figuresOf(table: LongTable, decimals: number): readonly TableFigure[] {
  const found: TableFigure[] = [];
  let line = 0;
  for (const { cells } of table.rows) {
    for (const [column, cell] of cells.entries()) {
      const declared = table.columns[column];
      const isFigure = cell.kind !== 'missing' && cell.kind !== 'pending' && cell.kind !== 'notApplicable';
      if (!isFigure || cell.figure === undefined || declared === undefined) continue;
      found.push({ figure: cell.figure, text: shownText(cell, declared, decimals), line, column });
    }
    line += 1;
  }
  return found;
}

/** As printed; a rate always with its sign, whatever its header says. */
export const shownText = (cell: TableCell, column: TableColumn, decimals: number): string =>
  cell.kind === 'rate'
    ? (formatPercent(cell, decimalsOf(column, decimals)) ?? '')
    : printedCell(cell, column, decimals);

function cellsOf(tables: readonly LongTable[], names: readonly string[], decimals: number): Printed['cell'] {
  return (sheet, row, column) => {
    const table = tables[names.indexOf(sheet)];
    if (table === undefined) return undefined;
    let line = firstBodyRow(table);
    for (const { cells } of table.rows) {
      if (line === row) return workbookCell(table, cells, column - 1, decimals);
      line += 1;
    }
    return undefined;
  };
}

function workbookCell(
  table: LongTable,
  cells: readonly TableCell[],
  index: number,
  decimals: number,
): WorkbookCell | undefined {
  const cell = cells[index];
  const column = table.columns[index];
  if (cell === undefined || column === undefined) return undefined;
  const textOf = (id: string): string => {
    const named = cells[table.columns.findIndex((one) => one.id === id)];
    return named?.kind === 'text' ? named.text : named?.kind === 'integer' ? String(named.value) : '';
  };
  const text = shownText(cell, column, decimals);
  if (cell.figure !== undefined) return { text, figure: cell.figure };
  const row = Number(textOf('sheetRow'));
  if (textOf('unitCode') === '' || row === 0) return { text };
  const source = {
    unit: textOf('unitCode'),
    file: textOf('file'),
    sheet: textOf('sheet'),
    row,
    field: column.id,
  };
  return { text, source };
}

/** What a report can print of a unit and an indicator beside what this one does: the office's own template chooses. */
const USUAL = ['n', 'd', 'rate', 'reported'] as const;

function bookmarks(figures: readonly PrintedFigure[], { results }: PrintableRun): Printed['marked'] {
  let known: Map<string, FigureId> | undefined;
  const all = (): Map<string, FigureId> => {
    const names = new Map<string, FigureId>();
    for (const unit of [...results.units.map(({ code }) => code), ...Object.keys(results.groups)])
      for (const { id: indicator } of results.indicators)
        for (const quantity of USUAL) {
          const figure = { unit, indicator, quantity };
          names.set(bookmarkName(figure).toLowerCase(), figure);
        }
    for (const { figure } of figures) names.set(bookmarkName(figure).toLowerCase(), figure);
    return names;
  };
  return (name) => {
    known ??= all();
    const wanted = name.toLowerCase();
    // A figure printed again has a count behind its name.
    return known.get(wanted) ?? known.get(wanted.replace(/_\d+$/u, ''));
  };
}
