/** The body of `tdkvh trace`: finds the figure that is meant, leads it back, reads its files again and prints all of it. */
import type { Finding, OutlineLinks, SourceCell, Contribution } from '../../../model.js';
import { finding, isError, NOWHERE } from '../../../findings/finding.js';
import { askedFigures, type AskedFigure } from '../../../office/tracing/asked-figures.js';
import { checkReproduced } from '../../../office/tracing/check-reproduced.js';
import { printedFigures } from '../../../office/tracing/printed-figures.js';
import { readSourceFiles } from '../../../office/tracing/source-files.js';
import { openTracedRun, type TracedRun } from '../../../office/tracing/traced-run.js';
import { reportCount } from '../../../tracing/report-counts.js';
import { traceFigure } from '../../../tracing/trace-figure.js';
import { defined } from '../../../values/defined.js';
import type { CommandCall, Outcome } from '../../command.js';
import { answerWith, failWith } from '../../screen/answer.js';
import { traceJson } from './trace-json.js';
import { countJson, countText, listText } from './list-text.js';
import { traceText } from './trace-text.js';

export async function runTrace(call: CommandCall): Promise<Outcome> {
  const { args, options, terminal } = call;
  if (args.length > 2)
    return failWith([finding('cli/excess-argument', NOWHERE, { command: 'tdkvh trace' })], call);
  const opened = await openTracedRun(options.text('results'), options.text('workspace') ?? process.cwd());
  const { run } = opened;
  if (run === undefined) return failWith(opened.findings, call);
  const { printed, findings: faults } = await printedFigures(run);
  if (printed === undefined) return failWith([...opened.findings, ...faults], call);
  const asked = askedFigures(args, run, printed);
  const before = [...opened.findings, ...asked.findings];
  const [only, ...others] = asked.figures;
  if (only === undefined || before.some(isError)) return failWith(before, call);
  if (others.length > 0) {
    const json = { schema: 'tdkvh/trace@1', asked: args.join(' '), figures: asked.figures.map(briefly) };
    return answerWith(
      call,
      { text: listText(args.join(' '), asked.figures, run, terminal.columns), json },
      before,
    );
  }
  return traceOne(call, only, run, before, printed.links);
}

const briefly = ({ figure, printed }: AskedFigure) => ({
  figure,
  printed: [...new Set(printed.map(({ text }) => text))],
  places: printed.map(({ place }) => place),
});

async function traceOne(
  call: CommandCall,
  asked: AskedFigure,
  run: TracedRun,
  before: readonly Finding[],
  links: OutlineLinks,
): Promise<Outcome> {
  const { options, terminal } = call;
  const counted = reportCount(asked.figure, run.results, links);
  if (counted.length > 0)
    return answerWith(
      call,
      { text: countText(asked, counted, terminal.columns), json: countJson(asked, counted) },
      before,
    );
  const known = run.inputOf(asked.figure.indicator);
  const input =
    known === undefined
      ? undefined
      : { ...known, ...defined({ shareOf: links.shareOf(asked.figure.indicator) }) };
  const trace = input === undefined ? undefined : traceFigure(asked.figure, input);
  if (input === undefined || trace === undefined) {
    const text = `${asked.figure.unit} ${asked.figure.indicator}`;
    const why =
      input === undefined
        ? 'chỗ này không in số nào được cộng từ ô của biểu mẫu'
        : 'đơn vị không có số liệu của chỉ tiêu này';
    return failWith([...before, finding('cli/not-a-figure', NOWHERE, { text, why })], call);
  }
  const withCells = options.flag('cells') || trace.whole.parts === undefined;
  const files = await readSourceFiles(run, filesOf(trace.whole), withCells);
  const findings = [...before, ...files.findings, ...checkReproduced(trace, run)];
  const shown = { asked, trace, files, input, withCells };
  return answerWith(call, { text: traceText(shown, terminal.columns), json: traceJson(shown) }, findings);
}

const filesOf = (traced: Contribution): readonly string[] => [
  ...new Set(cellsOf(traced).map(({ file }) => file)),
];

const cellsOf = ({ sources, parts = [] }: Contribution): readonly SourceCell[] => [
  ...(sources?.n.cells ?? []),
  ...(sources?.d?.cells ?? []),
  ...parts.flatMap(cellsOf),
];
