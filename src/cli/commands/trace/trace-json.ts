/** What `trace --json` answers: `tdkvh/trace@1`, every contribution down to its cells. */
import type { SourceCell, Contribution } from '../../../model.js';
import type { SourceFiles } from '../../../office/tracing/source-files.js';
import { cellAddress } from '../../../values/cell-address.js';
import { defined } from '../../../values/defined.js';
import type { ShownTrace } from './shown-trace.js';

export function traceJson({ asked, trace, files }: ShownTrace): {
  readonly schema: string;
} & Readonly<Record<string, unknown>> {
  const { figure, whole, ...about } = trace;
  return {
    schema: 'tdkvh/trace@1',
    figure,
    ...about,
    printed: asked.printed.map(({ text, place }) => ({ text, place })),
    whole: contributionJson(whole, files),
    files: files.files,
  };
}

function contributionJson(contribution: Contribution, files: SourceFiles): Readonly<Record<string, unknown>> {
  const { sources, parts, ...facts } = contribution;
  return {
    ...facts,
    ...defined({
      numerator: sources?.n.cells.map((cell) => cellJson(cell, files)),
      denominator: sources?.d?.cells.map((cell) => cellJson(cell, files)),
      parts: parts?.map((one) => contributionJson(one, files)),
    }),
  };
}

function cellJson(cell: SourceCell, { typed }: SourceFiles): Readonly<Record<string, unknown>> {
  const { row, column, ...about } = cell;
  return {
    ...about,
    cell: cellAddress(row, column),
    ...defined({ typed: typed(cell.file, cell.sheet, row, column) }),
  };
}
