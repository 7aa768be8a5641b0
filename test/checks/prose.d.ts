import type { Block, Report, ResultsDocument } from '../../src/model.js';

export interface ProseMeasure {
  readonly sentences: number;
  readonly words: number;
  readonly caveats: readonly string[];
  readonly brackets: readonly string[];
  /** Above topics and paragraphs: whose figures stand under them. */
  readonly lines: number;
  readonly repeated: number;
  readonly mostRepeated: readonly [clause: string, times: number];
}
export function textOf(blocks: readonly Block[]): readonly string[];
export function sentencesOf(paragraphs: readonly string[]): readonly string[];
export function measureProse(blocks: readonly Block[]): ProseMeasure;
export function madeWhole(results: ResultsDocument): ResultsDocument;
export function withLastYear(results: ResultsDocument): ResultsDocument;
export function ofKind(results: ResultsDocument, kind: ResultsDocument['period']['kind']): ResultsDocument;
export function variantsOf(
  results: ResultsDocument,
): readonly { readonly name: string; readonly results: ResultsDocument }[];
export function measured<Prose>(
  program: {
    readonly buildReport: (prose: Prose, narrative: string) => Report;
    readonly proseOf: (results: ResultsDocument, wording: never) => Prose;
    readonly wording: unknown;
  },
  results: ResultsDocument,
  narrative: string,
  every?: number,
): readonly (ProseMeasure & { readonly name: string })[];
