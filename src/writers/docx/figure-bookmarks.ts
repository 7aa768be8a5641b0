/** Bookmarks on printed figures: from a place in the report back to unit, indicator and quantity. */
import { Bookmark, type ParagraphChild, type TextRun } from 'docx';
import type { FigureId } from '../../model.js';
import { shortHash } from '../../values/short-hash.js';

/** Word cuts longer names. */
const LONGEST = 40;
/** Room for "_" and the count of a figure that is printed again. */
const COUNT_ROOM = 5;
const HASH = 10;
const PREFIX = 'sl';

/**
 * Name of the bookmark on the first printing of a figure: readable where its ids are plain, else with a hash of them.
 * The same figure has the same name in every report.
 */
export function bookmarkName({ unit, indicator, quantity, period }: FigureId): string {
  const ids = [unit, indicator, quantity, ...(period === undefined ? [] : [period])];
  const plain = [PREFIX, ...ids].join('_');
  const most = LONGEST - COUNT_ROOM;
  // With other characters two figures could come to share a name.
  if (plain.length <= most && ids.every((id) => /^[A-Za-z0-9]+$/u.test(id))) return plain;
  const readable = plain.replace(/[^A-Za-z0-9]+/gu, '_').slice(0, most - HASH - 1);
  return `${readable}_${shortHash(ids.join('\u001f'))}`;
}

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
