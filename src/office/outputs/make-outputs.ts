/** The output set of a run as bytes by file name; nothing is written here. */
import type { Finding, Report, ResultsDocument } from '../../model.js';
import { headlineCharts } from '../../reports/charts.js';
import { statusTables } from '../../reports/deadline/status-table.js';
import { finding } from '../../findings/finding.js';
import { buildReport, strayHeadings } from '../../reports/report.js';
import type { Prose } from '../../reports/prose.js';
import { buildWorkbookTables } from '../../reports/workbook-tables.js';
import { figuresCsv, findingsCsv } from '../../writers/csv-outputs.js';
import { writeDocx } from '../../writers/docx.js';
import { fillOfficeTemplate } from '../../writers/docx-template.js';
import { writeTrackingPage } from '../../writers/html.js';
import { findingsJson, resultsJson } from '../../writers/json.js';
import { writeSummaryWorkbook } from '../../writers/summary-workbook.js';
import type { DeadlineWork } from './deadline-work.js';
import { RETURNS_FOLDER } from './make-returns.js';
import { withoutFaults } from '../load-wording.js';
import type { OfficeTemplate } from '../office-template.js';
import { WORKSPACE_FILES } from '../workspace-files.js';
import { defined } from '../../values/defined.js';

export const OUTPUTS = {
  summary: 'tong-hop.xlsx',
  report: 'bao-cao.docx',
  results: 'results.json',
  figures: 'figures.csv',
  findingsCsv: 'findings.csv',
  findingsJson: 'findings.json',
  tracking: 'theo-doi.html',
} as const;

export interface OutputOptions {
  /** Text of narrative.md. */
  readonly narrative?: string;
  /** How the senders stand, for the page and the workbook. */
  readonly deadline: DeadlineWork;
  /** Replies to communes, by name inside their folder. */
  readonly returns?: ReadonlyMap<string, Uint8Array>;
  /** `--as draft`: marked DỰ THẢO whatever the state of the figures. */
  readonly asDraft: boolean;
  /** The office's own; the program's own layout without one. */
  readonly template?: OfficeTemplate;
}

/** Sheets that serve tracing and are not meant to be read. */
const HIDDEN_SHEETS = ['sources'];
/** Tables the page leaves to the workbook, or shows in its own way. */
const NOT_ON_PAGE = ['details', 'findings', 'sources'];

/** The report as blocks, or what is wrong with the templates. */
export function makeReport(
  prose: Prose,
  { narrative, asDraft }: Omit<OutputOptions, 'deadline'>,
): { readonly report?: Report; readonly findings: readonly Finding[] } {
  return withoutFaults(() => {
    const report = buildReport(prose, narrative);
    const findings = narrative === undefined ? [] : headingFindings(prose, narrative);
    return { report: asDraft ? { ...report, draft: true } : report, findings };
  });
}

function headingFindings(prose: Prose, narrative: string): readonly Finding[] {
  const { headings, known } = strayHeadings(prose, narrative);
  const file = WORKSPACE_FILES.narrative;
  return headings.map((heading) =>
    finding(
      'report/unknown-heading',
      { file },
      { file, heading, known: known.map((one) => `“${one}”`).join(', ') },
      { fields: [heading] },
    ),
  );
}

/** The Word file; no bytes when the office's template cannot be filled. */
export async function reportBytes(
  report: Report,
  results: ResultsDocument,
  template: OfficeTemplate | undefined,
): Promise<{ readonly bytes?: Uint8Array; readonly findings: readonly Finding[] }> {
  if (template === undefined) return { bytes: await writeDocx(report), findings: [] };
  const { file, bytes, catalogue } = template;
  return fillOfficeTemplate(bytes, { file, catalogue, report, results });
}

/** All outputs of `aggregate`. */
export async function makeOutputs(
  prose: Prose,
  options: OutputOptions,
): Promise<{
  readonly files?: ReadonlyMap<string, Uint8Array>;
  readonly draft: boolean;
  readonly findings: readonly Finding[];
}> {
  const { results } = prose.frame;
  const { deadline } = options;
  const { report, findings } = makeReport(prose, options);
  if (report === undefined) return { draft: true, findings };
  const { draft } = report;
  const tables = withoutFaults(() => ({
    tables: buildWorkbookTables(prose, statusTables(prose, deadline.status, deadline.first)),
    charts: headlineCharts(prose, Infinity),
    findings: [],
  }));
  if (!('tables' in tables)) return { draft, findings: [...findings, ...tables.findings] };
  const word = await reportBytes(report, results, options.template);
  if (word.bytes === undefined) return { draft, findings: [...findings, ...word.findings] };
  const { date } = results.report;
  const summary = await writeSummaryWorkbook(tables.tables, {
    title: report.title,
    draft,
    decimals: results.decimals,
    hidden: HIDDEN_SHEETS,
    details: 'details',
    ...defined({ date }),
  });
  const files = new Map<string, Uint8Array>([
    [OUTPUTS.summary, summary],
    [OUTPUTS.report, word.bytes],
    [OUTPUTS.results, resultsJson(results)],
    [OUTPUTS.figures, figuresCsv(results)],
    [OUTPUTS.findingsCsv, findingsCsv(results.findings, results.units)],
    [OUTPUTS.findingsJson, findingsJson(results.findings, results.period.id)],
    [
      OUTPUTS.tracking,
      writeTrackingPage({
        results,
        status: deadline.status,
        tables: tables.tables.filter(({ id }) => !NOT_ON_PAGE.includes(id)),
        charts: tables.charts,
        title: report.title,
        draft,
      }),
    ],
  ]);
  for (const [name, bytes] of options.returns ?? []) files.set(`${RETURNS_FOLDER}/${name}`, bytes);
  return { files, draft, findings: [...findings, ...word.findings] };
}
