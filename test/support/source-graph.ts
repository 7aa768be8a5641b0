/** The source as the architecture test sees it: who imports whom, which imports go in a circle, how long functions are. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { childrenOf, lineAt, parsed, type Node } from '../checks/syntax.js';

const SRC = join(import.meta.dirname, '..', '..', 'src');

export interface SourceText {
  /** Below src, with `/`: `units/names/unit-name.ts`. */
  readonly path: string;
  /** The top-level room: `units`; `pipeline.ts` belongs to `pipeline`, `model.ts` to `model`. */
  readonly room: string;
  readonly text: string;
  /** Packages, and Node's own modules. */
  readonly packages: readonly string[];
  /** Paths of imported files below src. */
  readonly files: readonly string[];
}

/** `import … from 'x'`, `export … from 'x'` and `import('x')`; types count as much as values. */
const IMPORT = /^(?:import|export)\s[^;']*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gmu;

export const sources: readonly SourceText[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))
  .sort()
  .map((path) => {
    const text = readFileSync(join(SRC, path), 'utf8');
    const imports = [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
    return {
      path,
      room: roomOf(path),
      text,
      packages: imports.filter((specifier) => !specifier.startsWith('.')),
      files: imports
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => posix.join(posix.dirname(path), specifier).replace(/\.js$/u, '.ts')),
    };
  });

export function roomOf(path: string): string {
  return (path.split('/')[0] ?? '').replace(/\.ts$/u, '');
}

/** What stands between two names: the imports that make one look at the other. */
type Graph = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The imports among the names that `nameOf` gives; files without a name take no part. */
function graphOf(nameOf: (path: string) => string | undefined): Graph {
  const graph = new Map<string, Map<string, string>>();
  for (const { path, files } of sources) {
    const from = nameOf(path);
    for (const file of files) {
      const to = nameOf(file);
      if (from === undefined || to === undefined || from === to) continue;
      const others = graph.get(from) ?? new Map<string, string>();
      others.set(to, `${path} imports ${file}`);
      graph.set(from, others);
    }
  }
  return graph;
}

/** One way round for every name from which a shortest circle starts; each circle once. */
function circlesOf(graph: Graph): readonly string[] {
  const circles = new Map<string, string>();
  for (const start of graph.keys()) {
    const way = wayBack(graph, start);
    if (way === undefined) continue;
    const steps = way.map((name, index) => graph.get(name)?.get(way[index + 1] ?? start) ?? '');
    circles.set([...way].sort().join(), [`circle ${[...way, start].join(' → ')}:`, ...steps].join('\n  '));
  }
  return [...circles.values()];
}

/** The shortest way from a name back to itself. */
function wayBack(graph: Graph, start: string): readonly string[] | undefined {
  const ways: (readonly string[])[] = [[start]];
  const seen = new Set<string>();
  for (const way of ways)
    for (const next of graph.get(way.at(-1) ?? '')?.keys() ?? []) {
      if (next === start) return way;
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  return undefined;
}

/** Files that import one another. */
export const fileCircles = (): readonly string[] => circlesOf(graphOf((path) => path));

/** Rooms that import one another, and in every folder the folders that stand side by side in it. */
export function folderCircles(): readonly string[] {
  const parents = new Set(sources.flatMap(({ path }) => ancestors(dirname(path))));
  return [
    ...circlesOf(graphOf(roomOf)),
    ...[...parents].flatMap((parent) =>
      circlesOf(
        graphOf((path) => {
          const [child, ...below] = path.startsWith(`${parent}/`)
            ? path.slice(parent.length + 1).split('/')
            : [];
          return below.length === 0 || child === undefined ? undefined : `${parent}/${child}`;
        }),
      ),
    ),
  ];
}

const ancestors = (folder: string): readonly string[] =>
  folder === '.' ? [] : [folder, ...ancestors(dirname(folder))];

const trees = new Map<string, Node>();

/** The tree of a file of src, which is made once for all who look at it. */
export function treeOf({ path, text }: SourceText): Node {
  const known = trees.get(path) ?? parsed(path, text);
  trees.set(path, known);
  return known;
}

/** Every function, method and arrow function with a body, by its length in lines. */
export function longFunctions(limit: number): readonly string[] {
  const long = sources.filter(({ text }) => text.split('\n').length > limit);
  return long.flatMap((source) => {
    const { path, text } = source;
    const found: string[] = [];
    const visit = (node: Node, named: Node = node): void => {
      const isNamed = node.type === 'MethodDefinition' || node.type === 'VariableDeclarator';
      if (/^(?:Arrow)?Function/u.test(node.type) && node.body !== null) {
        const lines = text.slice(node.start, node.end).split('\n').length;
        const name = (node.id ?? named.id ?? named.key)?.name ?? 'function';
        if (lines > limit)
          found.push(`${path}:${String(lineAt(text, node.start))} ${name}: ${String(lines)} lines`);
      }
      for (const child of childrenOf(node)) visit(child, isNamed ? node : child);
    };
    visit(treeOf(source));
    return found;
  });
}

/** Paths of keys are as deep as a schema, whoever sends what. */
const SHORT = new Set(['path', 'deeper']);

/**
 * Calls into which items are spread or applied: as arguments they lie on the stack, and a hundred thousand of them end
 * the run.
 */
export const spreadCalls = (): readonly string[] =>
  sources.flatMap((source) => {
    const { path, text } = source;
    const found: string[] = [];
    const visit = (node: Node): void => {
      const { type, callee, arguments: given = [] } = node;
      const isCall = type === 'CallExpression' || type === 'NewExpression';
      const isSpread = given.some(
        ({ type: kind, argument }) =>
          kind === 'SpreadElement' && !SHORT.has(argument?.name ?? argument?.property?.name ?? ''),
      );
      const isApplied = callee?.property?.name === 'apply' && callee.object?.name !== 'Reflect';
      if (isCall && (isSpread || isApplied)) found.push(`${path}:${String(lineAt(text, node.start))}`);
      childrenOf(node).forEach(visit);
    };
    visit(treeOf(source));
    return found;
  });
