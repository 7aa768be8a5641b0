/** Types of the check of the odd workbooks for its slice. */
export interface Outcome {
  readonly name: string;
  readonly files: readonly { readonly path: string; readonly codes: readonly string[] }[];
}
type Ask = (question: { readonly name: string; readonly compare: boolean }) => Promise<Outcome | undefined>;

export const ROOT: string;
export function corpusFiles(): readonly string[];
export function outcomeOf(
  load: (path: string) => Promise<unknown>,
  question: { readonly name: string; readonly compare: boolean },
): Promise<Outcome>;
export function checkCorpus(options: {
  readonly names: readonly string[];
  readonly open: Ask;
  readonly compare: Ask;
}): Promise<{
  readonly ends: ReadonlyMap<string, number>;
  readonly wrong: readonly string[];
  readonly compared: number;
}>;
export class Helper {
  constructor(dist: string);
  ask(question: { readonly name: string; readonly compare: boolean }): Promise<Outcome | undefined>;
  stop(): void;
}
