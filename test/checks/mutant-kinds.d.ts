/** Types of the single changes for their test. */
export interface Mutant {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly line: number;
  readonly kind: string;
}
export function mutantsOf(source: string): Mutant[];
export function mutated(source: string, mutant: Pick<Mutant, 'start' | 'end' | 'text'>): string;
