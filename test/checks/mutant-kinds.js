/** Single changes to TypeScript text, each of which a good test must notice: what a slip of the hand would write. */
import { childrenOf, isType, lineAt, parsed } from './syntax.js';

/** @typedef {{ start: number, end: number, text: string, line: number, kind: string }} Mutant */

const SWAPPED = new Map([
  ['<', '<='],
  ['<=', '<'],
  ['>', '>='],
  ['>=', '>'],
  ['===', '!=='],
  ['!==', '==='],
  ['+', '-'],
  ['-', '+'],
  ['*', '/'],
  ['/', '*'],
  ['+=', '-='],
  ['-=', '+='],
  ['&&', '||'],
  ['||', '&&'],
  ['??', '&&'],
]);

/** Every mutant of a text, in the order of their places. @param {string} source @returns {Mutant[]} */
export function mutantsOf(source) {
  /** @type {Mutant[]} */
  const mutants = [];
  /** @param {number} start @param {number} end @param {string} text @param {string} kind */
  const change = (start, end, text, kind) => {
    mutants.push({ start, end, text, line: lineAt(source, start), kind });
  };
  /** @param {import('./syntax.js').Node} node */
  const textOf = ({ start, end }) => source.slice(start, end);
  /** @param {import('./syntax.js').Node} test */
  const negate = (test) => {
    change(test.start, test.end, `!(${textOf(test)})`, 'condition');
  };
  /** @param {import('./syntax.js').Node} node */
  const visit = (node) => {
    // Types say nothing at run time.
    if (isType(node)) return;
    const { type, start, end } = node;
    if (type === 'BinaryExpression' || type === 'LogicalExpression' || type === 'AssignmentExpression') {
      const other = SWAPPED.get(node.operator);
      const at = source.indexOf(node.operator, node.left.end);
      if (other !== undefined) change(at, at + node.operator.length, other, 'operator');
    } else if (type === 'Literal' && typeof node.value === 'number')
      change(start, end, String(node.value + 1), 'number');
    else if (type === 'Literal' && typeof node.value === 'bigint')
      change(start, end, `${String(node.value + 1n)}n`, 'number');
    else if (type === 'Literal' && typeof node.value === 'boolean')
      change(start, end, String(!node.value), 'truth');
    else if (type === 'IfStatement' || type === 'ConditionalExpression') negate(node.test);
    else if (type === 'ExpressionStatement' && node.expression.type === 'CallExpression')
      change(start, end, ';', 'call left out');
    else if (type === 'UnaryExpression' && node.operator === '!')
      change(start, end, textOf(node.argument), 'negation');
    childrenOf(node).forEach(visit);
  };
  visit(parsed('source.ts', source));
  return mutants;
}

/** @param {string} source @param {Pick<Mutant, 'start' | 'end' | 'text'>} mutant */
export const mutated = (source, { start, end, text }) => source.slice(0, start) + text + source.slice(end);
