/** What stands in a cell where the figure read from it does not say it, for whoever asks later where a figure comes from. */
import type { FieldDefinition, RawCell } from '../../model.js';
import { formatFigure } from '../../values/number-format.js';
import { cleanText } from '../../values/vietnamese-text.js';
import type { CellReading } from './read-cell.js';

/** A longer text stands whole in the file only. */
const LONGEST = 40;

export type TypedReading = CellReading & {
  /** "12 hộ", "x", "-", "K". */
  readonly typed?: string;
};

export function withTyped(
  cell: RawCell | undefined,
  field: FieldDefinition,
  reading: CellReading,
): TypedReading {
  const typed = typedText(cell, field, reading);
  return typed === undefined ? reading : { ...reading, typed };
}

/** Undefined where the cell is blank, holds a stored number, or says in the form's words what was read. */
function typedText(
  cell: RawCell | undefined,
  field: FieldDefinition,
  { number, text: answer }: CellReading,
): string | undefined {
  if (cell === undefined || cell.kind === 'number' || field.type === 'text' || field.type === 'date')
    return undefined;
  const text = cleanText(cell.raw);
  if (text === '' || isNumber(text, number, field) || isAnswer(text, answer, field)) return undefined;
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).trimEnd()}…`;
}

const isNumber = (text: string, number: number | undefined, { scale }: FieldDefinition): boolean =>
  number !== undefined &&
  ((scale === 0 && text === String(number)) || text === formatFigure(number, { scale }));

/** The answers as the form offers them. */
function isAnswer(text: string, answer: string | undefined, { choices }: FieldDefinition): boolean {
  if (answer === undefined) return false;
  const offered = choices?.find(({ id }) => id === answer)?.label ?? (answer === 'yes' ? 'có' : 'không');
  return text.toLowerCase() === offered.toLowerCase();
}
