/** Single changes to TypeScript text, each of which a good test must notice: what a slip of the hand would write. */
import ts from 'typescript';

/** @typedef {{ start: number, end: number, text: string, line: number, kind: string }} Mutant */

/** @type {ReadonlyMap<ts.SyntaxKind, string>} */
const SWAPPED = new Map([
  [ts.SyntaxKind.LessThanToken, '<='],
  [ts.SyntaxKind.LessThanEqualsToken, '<'],
  [ts.SyntaxKind.GreaterThanToken, '>='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.PlusToken, '-'],
  [ts.SyntaxKind.MinusToken, '+'],
  [ts.SyntaxKind.AsteriskToken, '/'],
  [ts.SyntaxKind.SlashToken, '*'],
  [ts.SyntaxKind.PlusEqualsToken, '-='],
  [ts.SyntaxKind.MinusEqualsToken, '+='],
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&'],
  [ts.SyntaxKind.QuestionQuestionToken, '&&'],
]);

/** Every mutant of a text, in the order of their places. @param {string} source @returns {Mutant[]} */
export function mutantsOf(source) {
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true);
  /** @type {Mutant[]} */
  const mutants = [];
  /** @param {ts.Node} node @param {string} text @param {string} kind */
  const change = (node, text, kind) => {
    const start = node.getStart(file);
    const line = file.getLineAndCharacterOfPosition(start).line + 1;
    mutants.push({ start, end: node.end, text, line, kind });
  };
  /** @param {ts.Node} node */
  const visit = (node) => {
    // Types say nothing at run time.
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    if (ts.isBinaryExpression(node)) {
      const other = SWAPPED.get(node.operatorToken.kind);
      if (other !== undefined) change(node.operatorToken, other, 'operator');
    } else if (ts.isNumericLiteral(node)) change(node, String(Number(node.text) + 1), 'number');
    else if (ts.isBigIntLiteral(node))
      change(node, `${String(BigInt(node.text.slice(0, -1)) + 1n)}n`, 'number');
    else if (node.kind === ts.SyntaxKind.TrueKeyword) change(node, 'false', 'truth');
    else if (node.kind === ts.SyntaxKind.FalseKeyword) change(node, 'true', 'truth');
    else if (ts.isIfStatement(node))
      change(node.expression, `!(${node.expression.getText(file)})`, 'condition');
    else if (ts.isConditionalExpression(node))
      change(node.condition, `!(${node.condition.getText(file)})`, 'condition');
    else if (ts.isExpressionStatement(node) && ts.isCallExpression(node.expression))
      change(node, ';', 'call left out');
    else if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
      change(node, node.operand.getText(file), 'negation');
    ts.forEachChild(node, visit);
  };
  visit(file);
  return mutants;
}

/** @param {string} source @param {Pick<Mutant, 'start' | 'end' | 'text'>} mutant */
export const mutated = (source, { start, end, text }) => source.slice(0, start) + text + source.slice(end);
