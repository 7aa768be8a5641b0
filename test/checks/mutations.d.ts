/** Types of the mutation proof for its test. */
export interface Figures {
  readonly unit: string;
  readonly period: string;
  readonly no: number;
  readonly areas: readonly string[];
  readonly lines: string;
}
export interface Tally {
  readonly tried: number;
  readonly refused: number;
  readonly same: number;
  readonly typed: number;
  readonly told: number;
  readonly silent: number;
}
export interface Report {
  readonly tallies: Map<string, Tally>;
  readonly silent: { readonly mutator: string; readonly seed: number }[];
  honest: number;
  readonly honestRefused: { readonly seed: number; readonly codes: readonly string[] }[];
}
export type Open = (bytes: Uint8Array) => {
  readonly parts: readonly unknown[];
  readonly findings: readonly unknown[];
};
export interface Cell {
  readonly text?: string;
  readonly number?: string;
  readonly formula?: boolean;
}
export interface Sheet {
  name: string;
  readonly hidden?: boolean;
  readonly cells: Map<string, Cell>;
  hiddenRows?: Set<number>;
  merges?: string[];
}
export interface Book {
  readonly sheets: readonly Sheet[];
}
export interface Random {
  int(below: number): number;
  pick<Item>(list: readonly Item[]): Item;
  chance(share: number): boolean;
}
/** What a finding says of itself and its place. */
export interface Told {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly at: { readonly sheet?: string; readonly cell?: string };
}

export function randomOf(seed: number): Random;
export function honestBook(random: Random): Book;
export function truthOf(book: Book): Figures;
export function readingOf(
  open: Open,
  bytes: Uint8Array,
): { readonly figures: Figures | undefined; readonly findings: readonly Told[] };
export function partsOf(book: Book): Record<string, string>;
export function packed(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array;
export function savedByExceljs(book: Book): Promise<Uint8Array>;
export function programOf(
  load: (path: string) => Promise<unknown>,
): Promise<Readonly<Record<'openSource' | 'recogniseFile' | 'chooseAmongRivals' | 'set', unknown>>>;
export function openWith(
  program: Readonly<Record<'openSource' | 'recogniseFile' | 'chooseAmongRivals' | 'set', unknown>>,
): Open;
export function runMutations(options: {
  readonly open: Open;
  readonly count: number;
  readonly seed?: number;
  readonly honest?: number;
}): Report;
export function judgeHonest(
  report: Report,
  seed: number,
  reading: ReturnType<typeof readingOf>,
  truth: Figures,
): void;
