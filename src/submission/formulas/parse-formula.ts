/** A formula's text becomes its tree, with the precedence of spreadsheets: unary minus binds before the power. */
import type { BinaryOperator, Expression } from './formula-syntax.js';
import { tokensOf, type Shift, type Token } from './formula-tokens.js';

/** Formulas nested deeper are left alone. */
const DEEPEST = 60;
/** A chain of operators is a tree as deep as it is long; a sum written out over a form has some hundred. */
const LONGEST_CHAIN = 1_000;
const LONGEST = 8_192;
const NOT_MOVED: Shift = { rows: 0, columns: 0 };

/** Undefined when the text is more than numbers, texts, areas of this workbook, operators and calls. */
export function parseFormula(text: string, shift: Shift = NOT_MOVED): Expression | undefined {
  if (text.length > LONGEST) return undefined;
  const tokens = tokensOf(text, shift);
  return tokens === undefined ? undefined : new Parser(tokens).whole();
}

/** Weakest first. */
const LEVELS: readonly ReadonlySet<string>[] = [
  new Set(['=', '<>', '<', '>', '<=', '>=']),
  new Set(['&']),
  new Set(['+', '-']),
  new Set(['*', '/']),
  new Set(['^']),
];

class Parser {
  private readonly tokens: readonly Token[];
  private at = 0;
  private depth = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  whole(): Expression | undefined {
    const expression = this.level(0);
    return this.at === this.tokens.length ? expression : undefined;
  }

  private level(index: number): Expression | undefined {
    const operators = LEVELS[index];
    if (operators === undefined) return this.signed();
    let left = this.level(index + 1);
    for (let links = 0; left !== undefined && links < LONGEST_CHAIN; links += 1) {
      const operator = this.sign();
      if (operator === undefined || !operators.has(operator)) return left;
      this.at += 1;
      const right = this.level(index + 1);
      if (right === undefined) return undefined;
      left = { kind: 'binary', operator: operator as BinaryOperator, left, right };
    }
    return undefined;
  }

  private signed(): Expression | undefined {
    const sign = this.sign();
    if (sign !== '-' && sign !== '+') return this.percented();
    this.at += 1;
    const of = this.deeper(() => this.signed());
    if (of === undefined) return undefined;
    return sign === '-' ? { kind: 'minus', of } : of;
  }

  private percented(): Expression | undefined {
    let of = this.operand();
    for (let signs = 0; of !== undefined && this.sign() === '%'; signs += 1) {
      if (signs === DEEPEST) return undefined;
      this.at += 1;
      of = { kind: 'percent', of };
    }
    return of;
  }

  private operand(): Expression | undefined {
    const token = this.tokens[this.at];
    if (token === undefined) return undefined;
    this.at += 1;
    switch (token.kind) {
      case 'number':
      case 'text':
      case 'error':
        return { kind: token.kind, text: token.text };
      case 'boolean':
        return { kind: 'boolean', value: token.value };
      case 'area':
        return { kind: 'area', area: token.area };
      case 'function':
        return this.call(token.text);
      case 'sign': {
        if (token.text !== '(') return undefined;
        const inner = this.deeper(() => this.level(0));
        return this.closes(')') ? inner : undefined;
      }
    }
  }

  private call(name: string): Expression | undefined {
    const args: (Expression | undefined)[] = [];
    if (this.closes(')')) return { kind: 'call', name, args };
    for (;;) {
      const sign = this.sign();
      if (sign === ',' || sign === ')') args.push(undefined);
      else {
        const argument = this.deeper(() => this.level(0));
        if (argument === undefined) return undefined;
        args.push(argument);
      }
      if (this.closes(')')) return { kind: 'call', name, args };
      if (!this.closes(',')) return undefined;
    }
  }

  private sign(): string | undefined {
    const token = this.tokens[this.at];
    return token?.kind === 'sign' ? token.text : undefined;
  }

  private closes(sign: string): boolean {
    if (this.sign() !== sign) return false;
    this.at += 1;
    return true;
  }

  private deeper(step: () => Expression | undefined): Expression | undefined {
    if (this.depth >= DEEPEST) return undefined;
    this.depth += 1;
    const expression = step();
    this.depth -= 1;
    return expression;
  }
}
