/** What is printed of one figure, as text and as JSON. */
import type { FigureTrace } from '../../../model.js';
import type { AskedFigure } from '../../../office/tracing/asked-figures.js';
import type { SourceFiles } from '../../../office/tracing/source-files.js';
import type { TraceInput } from '../../../tracing/trace-figure.js';

export interface ShownTrace {
  readonly asked: AskedFigure;
  readonly trace: FigureTrace;
  readonly files: SourceFiles;
  readonly input: TraceInput;
  /** Every cell is listed. */
  readonly withCells: boolean;
}
