/** A YAML text as plain data, with the line of every value; all faults of its syntax at once. */
import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  YAMLMap,
  YAMLParseError,
  type Document,
  type Node,
  type Pair,
  type YAMLError,
} from 'yaml';
import type { Finding, SourceRef } from '../model.js';
import { finding } from '../findings/finding.js';
import { defined } from '../values/defined.js';
import { safeLines } from '../values/safe-text.js';
import { tooMuchYaml } from './yaml-weight.js';

/** Enough for any honest use of anchors; nested ones beyond it are a trap. */
const MOST_ALIASES = 100;
const SHOWN_LETTERS = 60;

export interface YamlDocument {
  /** Plain data; undefined when the text has faults. */
  readonly value: unknown;
  readonly findings: readonly Finding[];
  /** Where a value stands, or the nearest part above it that exists. */
  readonly locate: (path: readonly (string | number)[]) => SourceRef;
}

/** Reads one YAML document. `file` names it in findings. */
export function readYaml(text: string, file: string): YamlDocument {
  const heavy = tooMuchYaml(text, file);
  if (heavy !== undefined) return { value: undefined, findings: [heavy], locate: () => heavy.at };
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    strict: true,
    // The library compares every key with every other one of its group; `doubledKeys` below does it in one pass.
    uniqueKeys: false,
    version: '1.2',
    // What the reader thinks of a key that is a list goes to the officer in the reader's own words otherwise.
    logLevel: 'error',
  });
  const place = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const at = (offset: number): SourceRef => {
    const { line, column } = place(offset);
    return { file, cell: `dòng ${line}, cột ${column}` };
  };
  const rows = text.split(/\r\n?|\n/u);
  const findings = causes(
    [...document.errors, ...doubledKeys(document), ...document.warnings],
    (error) => place(error.pos[0]).line,
  ).map((error) => {
    const rowAt = (where: number): string => (rows[place(where).line - 1] ?? '').trim();
    const [noticed] = error.pos;
    // What stays open is noticed at the end, where nothing stands to be mended, or a comment.
    const isEnd = rowAt(noticed) === '' || noticed >= text.trimEnd().length;
    const offset = isEnd ? (openedAt(document, text) ?? lastWritten(text, noticed)) : noticed;
    const { line, column } = place(offset);
    const parameters = { line, column, text: rowAt(offset).slice(0, SHOWN_LETTERS) };
    return finding(codeOf(error), at(offset), parameters, error.code === 'BAD_DQ_ESCAPE' ? ESCAPED : {});
  });
  const locate = (path: readonly (string | number)[]): SourceRef => at(offsetOf(document, path));
  if (findings.length > 0) return { value: undefined, findings, locate };
  const aliases = aliasesIn(document);
  const wrongAlias = (offset = 0): YamlDocument => {
    const found = finding('file/yaml-alias', at(offset), place(offset));
    return { value: undefined, findings: [found], locate };
  };
  if (aliases.wrong !== undefined) return wrongAlias(aliases.wrong);
  try {
    const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES, reviver: harmless });
    return { value, findings, locate };
  } catch (error) {
    // The only fault left at this point: aliases that are too many.
    if (!(error instanceof ReferenceError)) throw error;
    return wrongAlias(aliases.first);
  }
}

/** A path of Windows in double quotes. */
const ESCAPED = {
  hint: 'Trong nháy kép, viết dấu \\ hai lần (\\\\); đường dẫn thì dùng dấu / hoặc đặt trong nháy đơn.',
};

/** Where the first alias stands, and the first that names nothing before it, or what it stands in itself. */
function aliasesIn(document: Document): { readonly first?: number; readonly wrong?: number } {
  const named = new Map<string, Node>();
  const [all, wrong]: [number[], number[]] = [[], []];
  visit(document, (_, node, path) => {
    if (!isNode(node)) return;
    if (!isAlias(node)) {
      if (node.anchor !== undefined) named.set(node.anchor, node);
      return;
    }
    const target = named.get(node.source);
    all.push(node.range?.[0] ?? 0);
    if (target === undefined || path.includes(target)) wrong.push(node.range?.[0] ?? 0);
  });
  return defined({ first: all[0], wrong: wrong[0] });
}

/** Labels and names are printed and written in many places: what a terminal or an editor would obey is shown from here on. */
const harmless = (_: unknown, value: unknown): unknown =>
  typeof value === 'string' ? safeLines(value) : value;

/** From the fault that says most about a line to the one that says least. */
const TELLING: readonly SyntaxCode[] = [
  'file/yaml-deep',
  'file/yaml-tag',
  'file/yaml-doubled-key',
  'file/yaml-quote',
  'file/yaml-indent',
  'file/yaml-syntax',
];

/** One fault of a line, the one that says most; after a quote that stays open every line reads wrongly. */
function causes(errors: readonly YAMLError[], lineOf: (error: YAMLError) => number): readonly YAMLError[] {
  const byLine = new Map<number, YAMLError>();
  for (const error of errors) {
    const known = byLine.get(lineOf(error));
    if (known === undefined || TELLING.indexOf(codeOf(error)) < TELLING.indexOf(codeOf(known)))
      byLine.set(lineOf(error), error);
  }
  const kept = [...byLine.values()];
  const open = kept.findIndex((error) => codeOf(error) === 'file/yaml-quote');
  return open < 0 ? kept : kept.slice(0, open + 1);
}

type SyntaxCode =
  | 'file/yaml-syntax'
  | 'file/yaml-indent'
  | 'file/yaml-quote'
  | 'file/yaml-doubled-key'
  | 'file/yaml-deep'
  | 'file/yaml-tag';

function codeOf({ code, message }: YAMLError): SyntaxCode {
  // An open bracket is told as a wrong indent of whatever follows it.
  if (message.includes('end with a')) return 'file/yaml-quote';
  // A line of a list's entry that begins too far left is told as a missing dash, a forgotten colon as any missing sign.
  if (message.startsWith('Sequence item without')) return 'file/yaml-indent';
  if (code === 'MISSING_CHAR' && !message.includes('closing')) return 'file/yaml-syntax';
  switch (code) {
    case 'BAD_INDENT':
    case 'TAB_AS_INDENT':
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW':
      return 'file/yaml-indent';
    case 'MISSING_CHAR':
    case 'BAD_SCALAR_START':
      return 'file/yaml-quote';
    case 'DUPLICATE_KEY':
      return 'file/yaml-doubled-key';
    case 'TAG_RESOLVE_FAILED':
      return 'file/yaml-tag';
    case 'RESOURCE_EXHAUSTION':
      return 'file/yaml-deep';
    case 'ALIAS_PROPS':
    case 'BAD_ALIAS':
    case 'BAD_COLLECTION_TYPE':
    case 'BAD_DIRECTIVE':
    case 'BAD_DQ_ESCAPE':
    case 'BAD_PROP_ORDER':
    case 'IMPOSSIBLE':
    case 'KEY_OVER_1024_CHARS':
    case 'MULTILINE_IMPLICIT_KEY':
    case 'MULTIPLE_ANCHORS':
    case 'MULTIPLE_DOCS':
    case 'MULTIPLE_TAGS':
    case 'NON_STRING_KEY':
    case 'UNEXPECTED_TOKEN':
      return 'file/yaml-syntax';
  }
}

/** The last thing that stands before a place where nothing stands. */
const lastWritten = (text: string, noticed: number): number =>
  Math.max(0, text.slice(0, noticed).trimEnd().length - 1);

/** Where the last quote or bracket begins that is never closed. */
function openedAt(document: Document, text: string): number | undefined {
  let opened: number | undefined;
  visit(document, (_, node) => {
    if (!isNode(node) || !node.range) return;
    const [start, end] = node.range;
    const closing = CLOSING.get(text[start] ?? '');
    if (closing !== undefined && (end - start < 2 || text[end - 1] !== closing)) opened = start;
  });
  return opened;
}

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['[', ']'],
  ['{', '}'],
]);

/** What plain data calls a key; of one that is a list, a map or nothing the library alone knows. */
function nameOf(document: Document, item: Pair): string {
  if (isScalar(item.key) && typeof item.key.value === 'string') return item.key.value;
  const alone = new YAMLMap();
  alone.items.push(item);
  const plain: unknown = alone.toJS(document);
  return (typeof plain === 'object' && plain !== null ? Object.keys(plain)[0] : undefined) ?? '';
}

/** The entries of a group by name: thousands of findings may ask for their places. */
function pairsOf(document: Document, group: YAMLMap): ReadonlyMap<string, Pair> {
  let pairs = named.get(group);
  if (pairs === undefined)
    named.set(group, (pairs = new Map(group.items.map((item) => [nameOf(document, item), item]))));
  return pairs;
}

const named = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

/** Keys of a group that stand there already. */
function doubledKeys(document: Document): readonly YAMLError[] {
  const doubled: YAMLError[] = [];
  visit(document, {
    Map: (_, group) => {
      const known = new Set<unknown>();
      for (const { key } of group.items) {
        if (!isScalar(key)) continue;
        if (known.has(key.value) && key.range)
          doubled.push(new YAMLParseError([key.range[0], key.range[1]], 'DUPLICATE_KEY', 'doubled key'));
        known.add(key.value);
      }
    },
  });
  return doubled;
}

/** Start of the key (or list item) that the path ends at; of its nearest parent when it is absent. */
function offsetOf(document: Document, path: readonly (string | number)[]): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range?.[0] ?? 0;
  for (const key of path) {
    const pair = isMap(node) ? pairsOf(document, node).get(String(key)) : undefined;
    const inner: unknown = isSeq(node) ? node.items[Number(key)] : pair?.value;
    const place: unknown = pair?.key ?? inner;
    if (!isNode(place)) break;
    offset = place.range?.[0] ?? offset;
    node = inner;
  }
  return offset;
}
