/** A value that an option does not take, with the nearest one that it does. */
import type { Finding } from '../model.js';
import { didYouMean, expectedOnly, nearestWord } from '../values/nearest-word.js';
import { finding, NOWHERE } from './finding.js';

export interface BadValue {
  /** The option, as it is typed. */
  readonly option: string;
  /** What was given. */
  readonly text: string;
  /** What it takes, in words or as a list. */
  readonly allowed: string;
  /** The values one by one, where they can be listed. */
  readonly known?: readonly string[];
}

/** VH955. */
export function badValue({ option, text, allowed, known = [] }: BadValue): Finding {
  const nearest = nearestWord(text, known);
  return finding(
    'cli/bad-value',
    NOWHERE,
    { option, text, allowed, suggestion: didYouMean(nearest) },
    expectedOnly(nearest),
  );
}
