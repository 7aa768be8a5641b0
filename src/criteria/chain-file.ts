/** A criteria file as read: its value, and a way back to line and column. Files of a chain come base first. */
import type { SourceRef } from '../model.js';

/** Keys and indexes from the top of the file. */
export type CriteriaPath = readonly (string | number)[];

export interface ChainFile {
  readonly value: unknown;
  /** Where the value at a path stands; the nearest enclosing value when the path has none. */
  locate(path: CriteriaPath): SourceRef;
  readonly file: string;
  /** The files its `includes` name, and theirs, in order. */
  readonly included?: readonly ChainFile[];
}

/** A place in one file of the chain. */
export interface Origin {
  readonly file: ChainFile;
  readonly path: CriteriaPath;
}

export type Keys = Readonly<Record<string, unknown>>;

export const isKeys = (value: unknown): value is Keys =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const locate = (origin: Origin, ...deeper: CriteriaPath): SourceRef =>
  origin.file.locate([...origin.path, ...deeper]);

/** “bieu-mau.yaml dòng 26”, inside a sentence about another line. */
export const placeText = ({ file, cell = '' }: SourceRef): string =>
  [file, cell.split(',')[0] ?? ''].filter((part) => part !== '').join(' ');

/** What a file extends: the id of a bundled set or the path of a file. The caller reads that one first. */
export function extendsOf(value: unknown): string | undefined {
  const base = isKeys(value) ? value['extends'] : undefined;
  return typeof base === 'string' && base.trim() !== '' ? base.trim() : undefined;
}
