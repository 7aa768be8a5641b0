/** JSON outputs: keys in a fixed order, UTF-8, LF, a newline at the end, so that equal content gives equal bytes. */
import type { Finding, ResultsDocument } from '../model.js';
import { safeJson } from '../values/safe-text.js';
import { joined, utf8Pieces } from './byte-pieces.js';

export const FINDINGS_SCHEMA = 'tdkvh/findings@1';

/** results.json. */
export const resultsJson = (results: ResultsDocument): Uint8Array => joined(resultsPieces(results));
export const resultsPieces = (results: ResultsDocument): Iterable<Uint8Array> => jsonPieces(results);

/** findings.json. */
export const findingsJson = (findings: readonly Finding[], period: string): Uint8Array =>
  joined(findingsPieces(findings, period));
export const findingsPieces = (findings: readonly Finding[], period: string): Iterable<Uint8Array> =>
  jsonPieces({ schema: FINDINGS_SCHEMA, period, findings });

/** Objects and lists nearer to the root than this have a line per entry; what is deeper stays on one line. */
const LINES_TO_DEPTH = 2;

/** The value as bytes; `schema` first, other keys in the order of their code units. */
export const jsonBytes = (value: unknown): Uint8Array => joined(jsonPieces(value));

function* jsonLines(value: unknown): Generator<string> {
  yield* jsonText(value, 0);
  yield '\n';
}

const jsonPieces = (value: unknown): Iterable<Uint8Array> => utf8Pieces(jsonLines(value));

function* jsonText(value: unknown, depth: number): Generator<string> {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    yield* enclosed(
      '[',
      ']',
      depth,
      items.map((item) => ['', item] as const),
    );
  } else if (typeof value === 'object' && value !== null) {
    yield* enclosed('{', '}', depth, sortedEntries(value));
  } else {
    yield scalar(value);
  }
}

function scalar(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`No JSON for ${value}`);
  return safeJson(JSON.stringify(value));
}

/** Absent and undefined are the same; integer-like keys too go by their text. */
const sortedEntries = (value: object): readonly (readonly [string, unknown])[] =>
  Object.entries(value)
    .filter(([, content]) => content !== undefined)
    .sort(([a], [b]) => (a === 'schema' ? -1 : b === 'schema' ? 1 : a < b ? -1 : a > b ? 1 : 0))
    .map(([key, content]) => [`${safeJson(JSON.stringify(key))}:`, content] as const);

function* enclosed(
  open: string,
  close: string,
  depth: number,
  entries: readonly (readonly [string, unknown])[],
): Generator<string> {
  const separate = depth < LINES_TO_DEPTH && entries.length > 0;
  const indent = separate ? `\n${'  '.repeat(depth + 1)}` : '';
  yield open;
  for (const [index, [key, content]] of entries.entries()) {
    yield `${index === 0 ? '' : ','}${indent}${key}`;
    // A deep value is one token: most of a document is there.
    if (depth + 1 >= LINES_TO_DEPTH) yield compact(content);
    else yield* jsonText(content, depth + 1);
  }
  yield separate ? `\n${'  '.repeat(depth)}${close}` : close;
}

function compact(value: unknown): string {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return `[${items.map(compact).join(',')}]`;
  }
  if (typeof value !== 'object' || value === null) return scalar(value);
  return `{${sortedEntries(value)
    .map(([key, content]) => `${key}${compact(content)}`)
    .join(',')}}`;
}
