/** Small matters of Vietnamese prose: "A, B và C", sentences joined. */
import { lowerFirst, upperFirst } from '../../values/vietnamese-text.js';

/** "A", "A và B", "A, B và C"; more than two, with commas of their own, are set apart by semicolons. */
export function listed(items: readonly string[], last = ' và '): string {
  if (items.length > 2 && items.some((item) => item.includes(', '))) return items.join('; ');
  return plainList(items, last);
}

function plainList(items: readonly string[], last: string): string {
  const head = items.slice(0, -1).join(', ');
  const tail = items.at(-1) ?? '';
  return head === '' ? tail : `${head}${last}${tail}`;
}

/** Before a verb that is only written where nothing stands before it: "tổ chức 23 lớp tập huấn cho 1.431 lượt người". */
export const GOES_ON = '+';

/** Items with verbs: equal verbs of neighbours are written once, "ban hành A; tổ chức B, C và D". */
export function grouped(
  items: readonly { readonly verb: string; readonly text: string }[],
  last?: string,
): string {
  const groups: { readonly verb: string; readonly texts: string[] }[] = [];
  for (const { verb, text } of items) {
    const open = groups.at(-1);
    const goesOn = verb.startsWith(GOES_ON);
    if (open !== undefined && goesOn) open.texts.push(`${open.texts.pop() ?? ''} ${text}`);
    else if (open !== undefined && open.verb === verb) open.texts.push(text);
    else groups.push({ verb: goesOn ? verb.slice(GOES_ON.length) : verb, texts: [text] });
  }
  const [first] = groups;
  if (groups.length === 1 && first !== undefined) return withVerb(first.verb, enumerated(first.texts, last));
  const written = groups.map(({ verb, texts }) =>
    withVerb(verb, texts.length === 2 ? texts.join(' và ') : listed(texts)),
  );
  return written.some((text) => text.includes(', ') || text.includes(' và '))
    ? written.join('; ')
    : plainList(written, ' và ');
}

/** Items that are pairs themselves stand apart. */
const enumerated = (texts: readonly string[], last?: string): string =>
  last === undefined && texts.length > 1 && texts.some((text) => text.includes(' và '))
    ? texts.join('; ')
    : listed(texts, last);

const withVerb = (verb: string, text: string): string => (verb === '' ? text : `${verb} ${text}`);

/** Clauses that go on from a sentence, before its full stop. */
export const continued = (main: string, ...clauses: readonly string[]): string =>
  clauses
    .filter((clause) => clause !== '')
    .reduce(
      (text, clause) => `${text.replace(/\.$/u, '')}; ${lowerFirst(clause.replace(/\.$/u, ''))}.`,
      main,
    );

/** Sentences of one paragraph, each starting with a capital. */
export const paragraphOf = (sentences: readonly string[]): string =>
  sentences
    .filter((sentence) => sentence !== '')
    .map(upperFirst)
    .join(' ');
