/** JSON outputs: keys in a fixed order, UTF-8, LF, a newline at the end, so that equal content gives equal bytes. */
import type { Finding, ResultsDocument } from '../model.js';
import { safeJson } from '../values/safe-text.js';
import { remembering } from '../values/vietnamese-text.js';
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
    yield* enclosed('[', ']', depth, listed(items));
  } else if (typeof value === 'object' && value !== null) {
    yield* enclosed('{', '}', depth, sortedEntries(value));
  } else {
    yield scalar(value);
  }
}

function* listed(items: readonly unknown[]): Generator<readonly [string, unknown]> {
  for (const item of items) yield ['', item];
}

function scalar(value: unknown): string {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`No JSON for ${value}`);
    return String(value);
  }
  if (typeof value === 'string') return quoted(value);
  return safeJson(JSON.stringify(value));
}

/** Absent and undefined are the same; integer-like keys too go by their text. Each value is asked for in its turn. */
function* sortedEntries(value: object): Generator<readonly [string, unknown]> {
  for (const { key, before } of orderOf(value)) {
    const content: unknown = Reflect.get(value, key);
    if (content !== undefined) yield [before, content];
  }
}

/** A key and how it is written. */
interface WrittenKey {
  readonly key: string;
  readonly before: string;
}

/** Hundreds of thousands of records have the same few keys: their order is found once. */
const orders = new Map<string, readonly WrittenKey[]>();
const MOST_ORDERS = 1_000;
const MOST_KEYS = 16;

function orderOf(value: object): readonly WrittenKey[] {
  const keys = Object.keys(value);
  if (keys.length > MOST_KEYS) return written(keys);
  const together = keys.join('\n');
  const known = orders.get(together);
  // A key that holds a line end looks like two.
  if (known?.length === keys.length) return known;
  if (orders.size >= MOST_ORDERS) orders.clear();
  const order = written(keys);
  if (!keys.some((key) => key.includes('\n'))) orders.set(together, order);
  return order;
}

const written = (keys: string[]): readonly WrittenKey[] =>
  keys.sort(bySchemaThenText).map((key) => ({ key, before: quotedKey(key) }));

const bySchemaThenText = (a: string, b: string): number =>
  a === 'schema' ? -1 : b === 'schema' ? 1 : a < b ? -1 : a > b ? 1 : 0;

/** Letters of Vietnamese, digits and signs that JSON writes as they are. */
const PLAIN = /^[\u0020\u0021\u0023-\u005B\u005D-\u007E\u00A0-\u017F\u01A0-\u01B0\u1EA0-\u1EF9]*$/u;

const quoted = (text: string): string => (PLAIN.test(text) ? `"${text}"` : safeJson(JSON.stringify(text)));
const quotedKey = remembering((key) => `${quoted(key)}:`);

function* enclosed(
  open: string,
  close: string,
  depth: number,
  entries: Iterable<readonly [string, unknown]>,
): Generator<string> {
  const lines = depth < LINES_TO_DEPTH;
  const indent = `\n${'  '.repeat(depth + 1)}`;
  let before = lines ? indent : '';
  const after = lines ? `,${indent}` : ',';
  let empty = true;
  yield open;
  for (const [key, content] of entries) {
    yield `${before}${key}`;
    before = after;
    empty = false;
    // A deep value is one token: most of a document is there.
    if (depth + 1 >= LINES_TO_DEPTH) yield compact(content);
    else yield* jsonText(content, depth + 1);
  }
  yield lines && !empty ? `\n${'  '.repeat(depth)}${close}` : close;
}

/** On one line; the loops are plain ones because most of the bytes of a run come from here. */
function compact(value: unknown): string {
  if (typeof value !== 'object' || value === null) return scalar(value);
  let text = '';
  if (Array.isArray(value)) {
    for (const item of value) text += text === '' ? compact(item) : `,${compact(item)}`;
    return `[${text}]`;
  }
  for (const { key, before } of orderOf(value)) {
    const content: unknown = Reflect.get(value, key);
    if (content !== undefined) text += `${text === '' ? '' : ','}${before}${compact(content)}`;
  }
  return `{${text}}`;
}
