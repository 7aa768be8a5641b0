/** Texts of an office that are longer than any use of them: told before whatever takes them apart, which keeps much more than their bytes. */
import type { Finding } from '../model.js';
import { finding } from '../findings/finding.js';
import { formatCount } from '../values/number-format.js';

export interface TextLimits {
  readonly letters: number;
  /** Of the signs at which it is taken apart. */
  readonly signs: number;
}

/** Where a text stands beyond a limit. */
function beyondLimits(text: string, { letters, signs }: TextLimits, pattern: RegExp): number | undefined {
  if (text.length > letters) return letters;
  let count = 0;
  for (const { index } of text.matchAll(pattern)) if ((count += 1) > signs) return index;
  return undefined;
}

/** Line and column of a letter, from 1. */
export function placeIn(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  const end = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'));
  return { line: before.split(/\r\n?|\n/u).length, column: offset - end };
}

/** What is said of a text beyond the limits; `pattern`: the signs at which it is taken apart, global. */
export function tooLong(
  text: string,
  file: string,
  limits: TextLimits,
  pattern: RegExp,
): Finding | undefined {
  const offset = beyondLimits(text, limits, pattern);
  if (offset === undefined) return undefined;
  const { line, column } = placeIn(text, offset);
  return finding(
    'configuration/text-too-long',
    { file, cell: `dòng ${line}, cột ${column}` },
    { file, line, column, letters: formatCount(limits.letters), signs: formatCount(limits.signs) },
  );
}
