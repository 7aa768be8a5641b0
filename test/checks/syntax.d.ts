/** Types of the tree of a source text. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly name?: string;
  readonly computed?: boolean;
  /** The name of what is declared, bound or defined. */
  readonly id?: Node | null;
  readonly key?: Node;
  /** The function of a method. */
  readonly value?: Node;
  /** What a name is bound to. */
  readonly init?: Node | null;
  readonly body?: Node | readonly Node[] | null;
  readonly callee?: Node;
  readonly arguments?: readonly Node[];
  readonly argument?: Node;
  readonly object?: Node;
  readonly property?: Node;
}
export function parsed(path: string, source: string): Node;
export function childrenOf(node: Node): readonly Node[];
export function lineAt(source: string, at: number): number;
export function isType(node: Node): boolean;
