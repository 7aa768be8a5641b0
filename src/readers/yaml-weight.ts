/** A YAML text too long or too deeply nested for its parser, which keeps a kilobyte for every item and every level. */
import type { Finding } from '../model.js';
import { finding } from '../findings/finding.js';
import { placeIn, tooLong } from './text-weight.js';

/** The longest bundled file has 30,000 letters and 3,500 signs; a line for every commune of the country fits. */
const LIMITS = { letters: 2_000_000, signs: 100_000 };
/** A criteria set has a dozen levels. */
const DEEPEST = 200;

/** What begins or ends an item. Inside texts they are counted too: nobody writes so many there either. */
const SIGNS = /[\n,:[\]{}"'*&!?|>-]/gu;
const BRACKETS = /[[\]{}]/gu;

export function tooMuchYaml(text: string, file: string): Finding | undefined {
  const deep = tooDeep(text);
  if (deep !== undefined) {
    const place = placeIn(text, deep);
    return finding('file/yaml-deep', { file, cell: `dòng ${place.line}, cột ${place.column}` }, place);
  }
  return tooLong(text, file, LIMITS, SIGNS);
}

/** Levels that are indented are the parser's to count: it gives up at its own depth. */
function tooDeep(text: string): number | undefined {
  let open = 0;
  for (const { 0: sign, index } of text.matchAll(BRACKETS)) {
    open = sign === '[' || sign === '{' ? open + 1 : Math.max(0, open - 1);
    if (open > DEEPEST) return index;
  }
  return undefined;
}
