/** Types of the check of mutants for its slice. */
import type { Mutant } from './mutant-kinds.js';

export const AREAS: Readonly<
  Record<string, { readonly files: readonly string[]; readonly tests: readonly string[] }>
>;
/** Whether the tests pass, with the file so changed. */
export function pass(
  tests: readonly string[],
  mutant: (Partial<Mutant> & { readonly file: string }) | undefined,
): boolean;
