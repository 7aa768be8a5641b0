/** The output set of a run as bytes by file name; nothing is written here. */
import type { CriteriaSet, Finding, Report, ResultsDocument } from '../../model.js';
import { boardOf, shownUnits } from '../../reports/board.js';
import { headlineCharts } from '../../reports/charts/charts.js';
import { linksInOutline } from '../../reports/outline-links.js';
import { statusTables } from '../../reports/deadline/status-table.js';
import { finding } from '../../findings/finding.js';
import { buildReport, strayHeadings } from '../../reports/report.js';
import type { Prose } from '../../reports/prose/prose.js';
import { buildWorkbookTables } from '../../reports/workbook-tables.js';
import { defined } from '../../values/defined.js';
import type { OutputFile } from '../../writers/output-set.js';
import { writeDocx } from '../../writers/docx.js';
import { fillOfficeTemplate } from '../../writers/docx-template.js';
import type { DeadlineWork } from './deadline-work.js';
import { RETURNS_FOLDER } from './make-returns.js';
import { OUTPUT_WRITERS } from './output-writers.js';
import { withoutFaults } from '../load-wording.js';
import { traceBook } from '../traces/trace-book.js';
import type { OfficeTemplate } from '../office-template.js';
import { WORKSPACE_FILES } from '../workspace-files.js';

export interface OutputOptions {
  /** Defines what the figures are made of. */
  readonly set: CriteriaSet;
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

/** The report as blocks, or what is wrong with the templates. */
export function makeReport(
  prose: Prose,
  { narrative, asDraft, template }: Omit<OutputOptions, 'deadline' | 'set'>,
): { readonly report?: Report; readonly findings: readonly Finding[] } {
  return withoutFaults(() => {
    const report = buildReport(prose, narrative, { chartsApart: template === undefined });
    const findings = narrative === undefined ? [] : headingFindings(prose, narrative);
    return { report: asDraft ? { ...report, draft: true } : report, findings };
  });
}

function headingFindings(prose: Prose, narrative: string): readonly Finding[] {
  const { headings, known } = strayHeadings(prose, narrative);
  const file = WORKSPACE_FILES.narrative;
  return headings.map(({ heading, nearest }) =>
    finding(
      'report/unknown-heading',
      { file },
      {
        file,
        heading,
        known: known.map((one) => `“${one}”`).join(', '),
        nearest: nearest === undefined ? '' : `Có phải ý là “${nearest}”? `,
      },
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

/** All outputs of `aggregate`, each made when it is written. */
export async function makeOutputs(
  prose: Prose,
  options: OutputOptions,
): Promise<{
  readonly files?: ReadonlyMap<string, OutputFile>;
  readonly draft: boolean;
  readonly findings: readonly Finding[];
}> {
  const { results } = prose.frame;
  const { deadline, set } = options;
  const word = await makeWord(prose, options);
  const { findings } = word;
  if (word.report === undefined) return { draft: true, findings };
  const { draft } = word.report;
  const shown = shownUnits(results);
  const tables = withoutFaults(() => ({
    tables: buildWorkbookTables(prose, statusTables(prose, deadline.status, deadline.first)),
    charts: headlineCharts(prose, Infinity),
    board: boardOf(prose, shown),
    findings: [],
  }));
  if (!('tables' in tables)) return { draft, findings: [...findings, ...tables.findings] };
  if (word.bytes === undefined) return { draft, findings };
  const run = {
    results,
    report: word.report,
    word: word.bytes,
    tables: tables.tables,
    charts: tables.charts,
    status: deadline.status,
    board: tables.board,
    traces: traceBook(results, set, shown, linksInOutline(prose)),
    sumsOnly: shown.size < results.units.length,
  };
  const files = new Map<string, OutputFile>();
  for (const { file, write } of OUTPUT_WRITERS) files.set(file, () => write(run));
  for (const [name, bytes] of options.returns ?? []) files.set(`${RETURNS_FOLDER}/${name}`, bytes);
  return { files, draft, findings };
}

interface MadeWord {
  readonly report?: Pick<Report, 'title' | 'draft'>;
  readonly bytes?: Uint8Array;
  readonly findings: readonly Finding[];
}

/** The Word file before all else, because of its findings; the tables of its annexes are then let go. */
async function makeWord(prose: Prose, options: OutputOptions): Promise<MadeWord> {
  const { report, findings } = makeReport(prose, options);
  if (report === undefined) return { findings };
  const { title, draft } = report;
  const word = await reportBytes(report, prose.frame.results, options.template);
  return {
    ...defined({ bytes: word.bytes }),
    report: { title, draft },
    findings: [...findings, ...word.findings],
  };
}
