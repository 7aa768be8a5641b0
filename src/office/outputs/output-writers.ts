/**
 * What `aggregate` writes: one entry a file, from which the set, its summary, the help and the table of the README
 * come (`npm run golden` writes that anew). Loaded with the help: a writer is loaded when it writes.
 */
import type {
  Board,
  Chart,
  LongTable,
  Report,
  ResultsDocument,
  StatusDocument,
  TraceBook,
} from '../../model.js';
import { defined } from '../../values/defined.js';
import type { FileContent } from '../../writers/byte-pieces.js';

/** A run as the writers need it. */
export interface FinishedRun {
  readonly results: ResultsDocument;
  /** Without its annexes, which the Word file has taken up. */
  readonly report: Pick<Report, 'title' | 'draft'>;
  /** The report as a Word file, in the layout of the program or of the office. */
  readonly word: Uint8Array;
  readonly tables: readonly LongTable[];
  readonly charts: readonly Chart[];
  readonly status: StatusDocument;
  readonly board: Board;
  readonly traces: TraceBook;
  /** More units than a page can show. */
  readonly sumsOnly: boolean;
}

export interface OutputWriter {
  readonly file: string;
  /** What it is, in the help. */
  readonly label: string;
  /** What it holds, in the README. */
  readonly holds: string;
  readonly write: (run: FinishedRun) => FileContent | Promise<FileContent>;
}

/** Sheets that serve tracing and are not meant to be read. */
const HIDDEN_SHEETS = ['sources'];
/** Tables the page leaves to the workbook, or shows in its own way. */
const NOT_ON_PAGE = ['details', 'findings', 'sources'];

/** In the order in which they are written and listed. */
export const OUTPUTS = {
  summary: {
    file: 'tong-hop.xlsx',
    label: 'bảng tổng hợp Excel',
    holds:
      'summary tables with live formulas and right cached values, comparison, headline figures by kind of unit and area (`Phân tổ`), detail by residential area, status, findings, sources',
    write: async ({ results, report, tables }) => {
      const { summaryWorkbookPieces } = await import('../../writers/summary-workbook.js');
      const { date } = results.report;
      return summaryWorkbookPieces(tables, {
        title: report.title,
        draft: report.draft,
        decimals: results.decimals,
        hidden: HIDDEN_SHEETS,
        details: 'details',
        ...defined({ date }),
      });
    },
  },
  report: {
    file: 'bao-cao.docx',
    label: 'báo cáo Word',
    holds:
      'the report: generated sentences, narrative, charts, annexes; every figure under a bookmark with its id; DỰ THẢO while anything is missing or wrong',
    write: ({ word }) => word,
  },
  results: {
    file: 'results.json',
    label: 'toàn bộ kết quả',
    holds: 'every figure of every unit with coverage and the cell it came from (`tdkvh/results@1`)',
    write: async ({ results }) => (await import('../../writers/json.js')).resultsPieces(results),
  },
  figures: {
    file: 'figures.csv',
    label: 'số liệu theo dòng',
    holds: 'the same, tidy',
    write: async ({ results }) => (await import('../../writers/csv-outputs.js')).figuresPieces(results),
  },
  findingsCsv: {
    file: 'findings.csv',
    label: 'danh sách thông báo',
    holds: 'all findings, a line each',
    write: async ({ results: { findings, units } }) =>
      (await import('../../writers/csv-outputs.js')).findingsCsvPieces(findings, units),
  },
  findingsJson: {
    file: 'findings.json',
    label: 'danh sách thông báo cho chương trình khác',
    holds: 'the same for other programs',
    write: async ({ results: { findings, period } }) =>
      (await import('../../writers/json.js')).findingsPieces(findings, period.id),
  },
  tracking: {
    file: 'theo-doi.html',
    label: 'trang theo dõi',
    holds:
      'one offline page: state of every sender, whom to call first, tables to sort and search, charts, findings; days are counted from `dataAsOf`, never from the clock',
    write: async ({ report, tables, ...run }) => {
      const { trackingPagePieces } = await import('../../writers/html.js');
      const { title, draft } = report;
      const shown = tables.filter(({ id }) => !NOT_ON_PAGE.includes(id));
      return trackingPagePieces({ ...run, tables: shown, title, draft });
    },
  },
} as const satisfies Record<string, OutputWriter>;

export const OUTPUT_WRITERS: readonly OutputWriter[] = Object.values(OUTPUTS);
