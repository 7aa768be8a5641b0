/** How deep a line stands among others: by its number or sign, or because it says that it is a part ("Trong đó: …"). */
import { cleanText, foldMarks } from '../../values/vietnamese-text.js';

const OUTLINE = [
  /^(?:[IVX]{1,5}|[A-H])[.)]?$/u,
  /^\d{1,2}[.)]?$/u,
  /^(?:\d{1,2}(?:\.\d{1,2})+|[a-h])[.)]?$/u,
  /^[-–+*•]$/u,
];
const PART = /^[-–+*•]?\s*(?:trong (?:do|so do)|bao gom|gom|chia ra)(?![a-z])/u;
const DEEPEST = OUTLINE.length + 1;

/** How deep a number or sign puts its line; 0 without any. */
export function outlineLevel(number: string, label: string): number {
  const sign = cleanText(number) === '' ? (/^[-–+*•]/u.exec(label)?.[0] ?? '') : cleanText(number);
  return OUTLINE.findIndex((level) => level.test(sign)) + 1;
}

interface Numbered {
  readonly number: string;
  readonly label: string;
}

const depthOf = ({ number, label }: Numbered): number =>
  PART.test(foldMarks(label)) ? DEEPEST : outlineLevel(number, label);

/** The label of the line that this one is a part of: the nearest of those `before` it that stands less deep. */
export function lineAbove(line: Numbered, before: readonly Numbered[]): string | undefined {
  const depth = depthOf(line);
  return before.findLast((one) => depthOf(one) < depth)?.label;
}
