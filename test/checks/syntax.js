/** Source text as a tree of nodes (ESTree with the nodes of TypeScript), for checks that look at the code itself. */
import { parseAst } from 'rolldown/parseAst';

/** @typedef {{ type: string, start: number, end: number, [key: string]: any }} Node */

/** @param {unknown} value @returns {value is Node} */
const isNode = (value) => typeof value === 'object' && value !== null && 'type' in value && 'start' in value;

/** @param {string} path @param {string} source @returns {Node} */
export const parsed = (path, source) => parseAst(source, { lang: 'ts' }, path);

/** The nodes directly below one. @param {Node} node @returns {Node[]} */
export function childrenOf(node) {
  const children = [];
  for (const value of Object.values(node))
    if (Array.isArray(value)) children.push(...value.filter(isNode));
    else if (isNode(value)) children.push(value);
  return children;
}

/** The line of a place, from 1. @param {string} source @param {number} at */
export const lineAt = (source, at) => source.slice(0, at).split('\n').length;

/** Whether a node only says a type. @param {Node} node */
export const isType = ({ type }) => type.startsWith('TS') && !WITH_VALUE.has(type);

/** `x as T`, `x satisfies T`, `x!`: what stands before the type runs. */
const WITH_VALUE = new Set(['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression']);
