/** OpenFormula ("of:=SUM([.A1:.B2];[$'Biểu 02'.C3])") becomes the A1 notation that formulas are recalculated in. */

const PREFIX = /^(?:of|oooc):=/u;
/** Excel's own notation in an OpenDocument file. */
const EXCEL = /^msoxl:=/u;
const PIECE = /"(?:[^"]|"")*"|\[([^\]]*)\]|[~!{}|#]|;|[^"[\]~!{}|#;]+/gu;
/** "$'Biểu 01'.$A$1" or ".A1", alone or as the ends of an area. */
const REFERENCE =
  /^(\$?(?:'(?:[^']|'')+'|[^'.#[\]\s:]+))?\.(\$?[A-Z]{1,3}\$?\d+|\$?[A-Z]{1,3}|\$?\d+)(?::(\$?(?:'(?:[^']|'')+'|[^'.#[\]\s:]+))?\.(\$?[A-Z]{1,3}\$?\d+|\$?[A-Z]{1,3}|\$?\d+))?$/u;

/** Twice what Excel takes; longer ones are made to be tried at every length. */
const LONGEST = 16_384;

/** Undefined for what has no such notation: other files, unions and intersections, arrays. */
export function inA1Notation(formula: string): string | undefined {
  if (formula.length > LONGEST) return undefined;
  if (EXCEL.test(formula)) return formula.replace(EXCEL, '');
  if (!PREFIX.test(formula)) return undefined;
  const text = formula.replace(PREFIX, '');
  let translated = '';
  let read = 0;
  for (const match of text.matchAll(PIECE)) {
    const [piece, reference] = match;
    read += piece.length;
    const said = reference === undefined ? outside(piece) : inA1(reference);
    if (said === undefined) return undefined;
    translated += said;
  }
  return read === text.length ? translated : undefined;
}

function outside(piece: string): string | undefined {
  if (piece === ';') return ',';
  return /^[~!{}|#]$/u.test(piece) ? undefined : piece;
}

function inA1(reference: string): string | undefined {
  const match = REFERENCE.exec(reference);
  if (match === null) return undefined;
  const [, sheet, first = '', lastSheet, last] = match;
  if (lastSheet !== undefined && nameOf(lastSheet) !== nameOf(sheet ?? '')) return undefined;
  const before = sheet === undefined ? '' : `'${nameOf(sheet).replaceAll("'", "''")}'!`;
  return `${before}${first}${last === undefined ? '' : `:${last}`}`;
}

const nameOf = (sheet: string): string => {
  const name = sheet.replace(/^\$/u, '');
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
};
