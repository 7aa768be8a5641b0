/** Text as Word runs: cleaned, line ends kept, unfinished passages highlighted. */
import {
  HighlightColor,
  Paragraph,
  TextRun,
  type IParagraphOptions,
  type IRunOptions,
  type ParagraphChild,
} from 'docx';
import type { TextRun as ReportRun } from '../../model.js';
import { halfPoints } from '../decree30-layout.js';
import { xmlText } from '../xml-text.js';
import type { MarkFigure } from './figure-bookmarks.js';

export interface RunLook {
  readonly points?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly draft?: boolean;
}

/** One run per line of the text. */
export function textRuns(text: string, look: RunLook = {}): readonly TextRun[] {
  const options: IRunOptions = {
    ...(look.points === undefined ? {} : { size: halfPoints(look.points) }),
    ...(look.bold === true ? { bold: true } : {}),
    ...(look.italic === true ? { italics: true } : {}),
    ...(look.draft === true ? { highlight: HighlightColor.YELLOW } : {}),
  };
  return xmlText(text)
    .split('\n')
    .map((line, index) => new TextRun({ ...options, text: line, ...(index === 0 ? {} : { break: 1 }) }));
}

export const reportRuns = (runs: readonly ReportRun[], mark: MarkFigure): readonly ParagraphChild[] =>
  runs.flatMap((run) => mark(run.figure, textRuns(run.text, run)));

/** A paragraph of one look. */
export const line = (text: string, look: RunLook, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ ...options, children: textRuns(text, look) });
