/**
 * A commune's own workbook with marks only: fills and comments on cells, and the reply sheet; every other part of
 * the package keeps its bytes. Never by loading and saving with a library.
 */
import { cellAddress, parseCellAddress } from '../../values/cell-address.js';
import type { CellMark, MarkLook, ReplyGrid } from '../../model.js';
import { addSheet } from './added-sheet.js';
import { commentedCells, NO_COMMENTS, ownComments, withNotes, type Note } from './comments-part.js';
import { legacyDrawingId, withLegacyDrawing } from './legacy-drawing.js';
import { lastBlock, NO_SHAPES, shapesBytes, shapesText, withShapes } from './note-shapes.js';
import {
  addOverride,
  addRelationship,
  ensureDefault,
  freeName,
  pack,
  relationshipsOf,
  setText,
  textOf,
  unpack,
  type OpenPackage,
} from './open-package.js';
import { MarkRefused, type MarkRefusal } from './refusal.js';
import { replySheetXml } from './reply-sheet-part.js';
import { markCells, shownPlace } from './sheet-marks.js';
import { editStyles, type StyleEditor } from './style-editor.js';
import { workbookPlaces } from './workbook-places.js';
import { largest } from '../../values/of-many.js';

export type { MarkRefusal } from './refusal.js';

export interface MarkingRequest {
  readonly marks: readonly CellMark[];
  /** Added as the first sheet, on which the workbook opens. */
  readonly reply?: ReplyGrid;
  /** Comment for cells that an earlier run marked and that are right now. */
  readonly resolvedText: string;
}

/** The marked copy, or why there is none. */
export type MarkedWorkbook = { readonly bytes: Uint8Array } | { readonly refused: MarkRefusal };

/** Fills as Excel's own styles for bad, neutral and good use them. */
const COLOURS: Readonly<Record<MarkLook, string>> = {
  error: 'FFC7CE',
  warning: 'FFEB9C',
  info: 'DDEBF7',
  resolved: 'C6EFCE',
};
const WEIGHT: readonly MarkLook[] = ['resolved', 'info', 'warning', 'error'];

const COMMENTS = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const VML = 'application/vnd.openxmlformats-officedocument.vmlDrawing';

/** Marks a workbook that the reader could open. The same input gives the same bytes. */
export function markWorkbook(
  bytes: Uint8Array,
  { marks, reply, resolvedText }: MarkingRequest,
): MarkedWorkbook {
  try {
    const opened = unpack(bytes);
    const places = workbookPlaces(opened);
    const styles = editStyles(textOf(opened, places.styles));
    for (const [sheet, part] of places.sheets) {
      const own = marks.filter((mark) => mark.sheet === sheet);
      const resolved = resolvedMarks(opened, part, sheet, own, resolvedText);
      markSheet(opened, part, [...own, ...resolved], { styles, resolvedText });
    }
    if (reply !== undefined) {
      addSheet(opened, places, reply.sheetName, replySheetXml(reply, styles));
    }
    setText(opened, places.styles, styles.finish());
    return { bytes: pack(opened) };
  } catch (error) {
    if (error instanceof MarkRefused) return { refused: error.reason };
    throw error;
  }
}

/** Cells with a comment of an earlier run and no mark today. */
function resolvedMarks(
  opened: OpenPackage,
  part: string,
  sheet: string,
  own: readonly CellMark[],
  text: string,
): readonly CellMark[] {
  const comments = relationshipsOf(opened, part).find(({ type }) => type === 'comments')?.part;
  if (comments === undefined) return [];
  const marked = new Set(own.map(({ cell }) => cell));
  return ownComments(textOf(opened, comments), text)
    .filter((cell) => !marked.has(cell))
    .map((cell) => ({ sheet, cell, look: 'resolved', text }));
}

interface Marking {
  readonly styles: StyleEditor;
  readonly resolvedText: string;
}

function markSheet(
  opened: OpenPackage,
  part: string,
  marks: readonly CellMark[],
  { styles, resolvedText }: Marking,
): void {
  if (marks.length === 0) return;
  const text = textOf(opened, part);
  const shown = shownPlace(text);
  const looks = new Map<string, { look: MarkLook; texts: string[] }>();
  for (const { cell, look, text: said } of marks) {
    const place = parseCellAddress(cell);
    if (place === undefined) continue;
    const at = shown(place);
    const known = looks.get(cellAddress(at.row, at.column));
    if (known === undefined) looks.set(cellAddress(at.row, at.column), { look, texts: [said] });
    else {
      if (WEIGHT.indexOf(look) > WEIGHT.indexOf(known.look)) known.look = look;
      if (!known.texts.includes(said)) known.texts.push(said);
    }
  }
  const places = [...looks.keys()].flatMap((cell) => parseCellAddress(cell) ?? []);
  const lookAt = (row: number, column: number): MarkLook =>
    looks.get(cellAddress(row, column))?.look ?? 'error';
  const marked = markCells(text, places, ({ row, column }, base) =>
    styles.filled(base, COLOURS[lookAt(row, column)]),
  );
  const notes = [...looks]
    .map(([cell, { texts }]) => ({ cell, text: texts.join('\n\n') }))
    .sort((a, b) => byPlace(a.cell, b.cell));
  setText(opened, part, withComments(opened, part, marked, notes, resolvedText));
}

function byPlace(a: string, b: string): number {
  const [one, other] = [parseCellAddress(a), parseCellAddress(b)];
  return (one?.row ?? 0) - (other?.row ?? 0) || (one?.column ?? 0) - (other?.column ?? 0);
}

/** Puts the notes into the sheet's comments and drawing, made where there are none; returns the sheet's own text. */
function withComments(
  opened: OpenPackage,
  part: string,
  sheet: string,
  notes: readonly Note[],
  resolvedText: string,
): string {
  const related = relationshipsOf(opened, part);
  const before = related.find(({ type }) => type === 'comments')?.part;
  const folder = part.slice(0, part.indexOf('/') + 1);
  const comments = before ?? freeName(opened, `${folder}comments`, '.xml');
  const said = before === undefined ? NO_COMMENTS : textOf(opened, before);
  // A threaded conversation shows its own text: the fill and the reply sheet say it there.
  const threaded = related.some(({ type }) => type === 'threadedComment')
    ? new Set(commentedCells(said))
    : new Set();
  const written = notes.filter(({ cell }) => !threaded.has(cell));
  const now = withNotes(said, written, resolvedText);
  setText(opened, comments, now);
  if (before === undefined) {
    addOverride(opened, comments, COMMENTS);
    addRelationship(opened, part, 'comments', comments);
  }

  const id = legacyDrawingId(sheet);
  const drawn = id === undefined ? undefined : related.find((one) => one.id === id)?.part;
  const drawing = drawn ?? freeName(opened, `${folder}drawings/vmlDrawing`, '.vml');
  const lengths = new Map(written.map((note) => [note.cell, note.text.length]));
  const cells = drawn === undefined ? commentedCells(now) : [...lengths.keys()];
  const shapes = withShapes(
    drawn === undefined ? NO_SHAPES : shapesText(opened.parts.get(drawn) ?? new Uint8Array()),
    cells.map((cell) => ({ cell, length: lengths.get(cell) ?? 0 })),
    freeBlock(opened),
  );
  opened.parts.set(drawing, shapesBytes(shapes));
  if (drawn !== undefined) return sheet;
  opened.names.set(drawing.toLowerCase(), drawing);
  ensureDefault(opened, 'vml', VML);
  return withLegacyDrawing(sheet, addRelationship(opened, part, 'vmlDrawing', drawing));
}

/** Shape numbers are unique in the whole workbook. */
const freeBlock = (opened: OpenPackage): number =>
  1 +
  largest(
    [...opened.parts]
      .filter(([name]) => /\.vml$/iu.test(name))
      .map(([, content]) => lastBlock(shapesText(content))),
    0,
  );
