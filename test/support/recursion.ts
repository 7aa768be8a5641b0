/** Functions of a file that call themselves, also by way of others of the same file; files import nobody in a circle. */
import { childrenOf, type Node } from '../checks/syntax.js';
import { sources, treeOf } from './source-graph.js';

const FUNCTIONS: ReadonlySet<string> = new Set(['ArrowFunctionExpression', 'FunctionExpression']);

/** `name` of a function, `this.name` of a method. */
function nameOf({ type, id, key, value, init }: Node): string | undefined {
  if (type === 'FunctionDeclaration') return id?.name;
  if (type === 'MethodDefinition' && FUNCTIONS.has(value?.type ?? '')) return `this.${key?.name ?? ''}`;
  return type === 'VariableDeclarator' && FUNCTIONS.has(init?.type ?? '') ? id?.name : undefined;
}

/** What a node names as something to be run: a call, or a function handed to one (`list.flatMap(visit)`). */
function namedBy({ type, callee, arguments: given = [] }: Node): readonly string[] {
  if (type !== 'CallExpression') return [];
  const handed = given.flatMap((one) => (one.type === 'Identifier' ? [one.name ?? ''] : []));
  if (callee?.type === 'Identifier') return [callee.name ?? '', ...handed];
  const isOwn = callee?.type === 'MemberExpression' && callee.object?.type === 'ThisExpression';
  return isOwn ? [`this.${callee.property?.name ?? ''}`, ...handed] : handed;
}

/** `path name`, for every function that can reach itself. */
export function recursions(): readonly string[] {
  return sources.flatMap((source) => {
    const { path } = source;
    const calls = new Map<string, Set<string>>();
    const visit = (node: Node, within: readonly string[]): void => {
      const own = nameOf(node);
      const inside = own === undefined ? within : [...within, own];
      if (own !== undefined && !calls.has(own)) calls.set(own, new Set());
      for (const called of namedBy(node)) for (const name of inside) calls.get(name)?.add(called);
      for (const child of childrenOf(node)) visit(child, inside);
    };
    visit(treeOf(source), []);
    return [...calls.keys()].filter((name) => reaches(calls, name)).map((name) => `${path} ${name}`);
  });
}

function reaches(calls: ReadonlyMap<string, ReadonlySet<string>>, name: string): boolean {
  const seen = new Set<string>();
  const open = [...(calls.get(name) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === name) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(calls.get(next) ?? []));
  }
  return false;
}
