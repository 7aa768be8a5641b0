/** Puts printed figures under bookmarks, so that a place in the report leads back to unit, indicator and quantity. */
import { Bookmark, type ParagraphChild, type TextRun } from 'docx';
import type { FigureId } from '../../model.js';
import { bookmarkName } from '../figure-names.js';

/** The name of the bookmark on a figure that is printed now; of what is no figure none. */
export type FigureNames = (figure: FigureId | undefined) => string | undefined;

/** One per document: a figure printed again gets a count, for names of bookmarks are unique, capitals or not. */
export function figureNames(): FigureNames {
  const printed = new Map<string, number>();
  return (figure) => {
    if (figure === undefined) return undefined;
    const name = bookmarkName(figure);
    const key = name.toLowerCase();
    const times = (printed.get(key) ?? 0) + 1;
    printed.set(key, times);
    return times === 1 ? name : `${name}_${times}`;
  };
}

/** Puts the runs of a figure under its bookmark; other runs stay as they are. */
export type MarkFigure = (
  figure: FigureId | undefined,
  runs: readonly TextRun[],
) => readonly ParagraphChild[];

export const figureMarker =
  (names: FigureNames): MarkFigure =>
  (figure, runs) => {
    const id = names(figure);
    return id === undefined ? runs : [new Bookmark({ id, children: runs })];
  };
