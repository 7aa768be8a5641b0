/** Functions of a file that call themselves, also by way of others of the same file; files import nobody in a circle. */
import ts from 'typescript';
import { sources } from './source-graph.js';

/** `name` of a function, `this.name` of a method. */
function nameOf(node: ts.Node): string | undefined {
  if (ts.isFunctionDeclaration(node)) return node.name?.text;
  if (ts.isMethodDeclaration(node) && ts.isClassDeclaration(node.parent))
    return `this.${node.name.getText()}`;
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node)) return undefined;
  return ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : undefined;
}

/** What a node names as something to be run: a call, or a function handed to one (`list.flatMap(visit)`). */
function namedBy(node: ts.Node): readonly string[] {
  if (!ts.isCallExpression(node)) return [];
  const { expression } = node;
  const isOwn =
    ts.isPropertyAccessExpression(expression) && expression.expression.kind === ts.SyntaxKind.ThisKeyword;
  const handed = node.arguments.flatMap((one) => (ts.isIdentifier(one) ? [one.text] : []));
  if (ts.isIdentifier(expression)) return [expression.text, ...handed];
  return isOwn ? [`this.${expression.name.text}`, ...handed] : handed;
}

/** `path name`, for every function that can reach itself. */
export function recursions(): readonly string[] {
  return sources.flatMap(({ path, text }) => {
    const calls = new Map<string, Set<string>>();
    const visit = (node: ts.Node, within: readonly string[]): void => {
      const own = nameOf(node);
      const inside = own === undefined ? within : [...within, own];
      if (own !== undefined && !calls.has(own)) calls.set(own, new Set());
      for (const called of namedBy(node)) for (const name of inside) calls.get(name)?.add(called);
      ts.forEachChild(node, (child) => {
        visit(child, inside);
      });
    };
    visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true), []);
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
