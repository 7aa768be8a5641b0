/**
 * Formulas as a tree. The syntax is the one of A1 notation in English with commas, as .xlsx stores it; readers of other
 * formats translate into it. What is not understood has no tree: it is told, never guessed.
 */

/** A rectangle of a sheet, 1-based and inclusive; `sheet` in small letters, absent for the formula's own. */
export interface Area {
  readonly sheet?: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const isOneCell = ({ top, left, bottom, right }: Area): boolean => top === bottom && left === right;

export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '>' | '<=' | '>=';

export type Expression =
  | { readonly kind: 'number' | 'text' | 'error'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'area'; readonly area: Area }
  | { readonly kind: 'minus' | 'percent'; readonly of: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  /** An argument left out is undefined. */
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly (Expression | undefined)[] };

/** Every area a formula may look at. */
export function* areasOf(expression: Expression | undefined): Iterable<Area> {
  if (expression === undefined) return;
  switch (expression.kind) {
    case 'area':
      yield expression.area;
      return;
    case 'minus':
    case 'percent':
      yield* areasOf(expression.of);
      return;
    case 'binary':
      yield* areasOf(expression.left);
      yield* areasOf(expression.right);
      return;
    case 'call':
      for (const argument of expression.args) yield* areasOf(argument);
      return;
    case 'number':
    case 'text':
    case 'error':
    case 'boolean':
      return;
  }
}
