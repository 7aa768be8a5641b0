/** Repeated rows that hold tags of something else: all of it would be printed again with each line. */
import { finding } from '../../findings/finding.js';
import type { Finding } from '../../model.js';
import { allTags, type TagCatalogue } from './catalogue.js';
import type { PlacedTags } from './placed-tags.js';
import { tagsIn, type DrawingText } from './template-text.js';

/** So many tags are named; the first are enough to find the row. */
const NAMED = 4;

const braced = (tag: string): string => `{{${tag}}}`;

/** The row nearest to a field is the one that is repeated, with all that stands in it. */
export function mixedRows(
  file: string,
  catalogue: TagCatalogue,
  { paragraphs, drawings }: PlacedTags,
): readonly Finding[] {
  const known = new Set(allTags(catalogue).map(({ tag }) => tag));
  const texts: readonly DrawingText[] = [...paragraphs, ...drawings];
  return catalogue.rows.flatMap((list) => {
    const own = new Set(list.fields.map(({ tag }) => tag));
    const seen = new Set<string>();
    return texts.flatMap(({ part, text, rows }) => {
      const field = tagsIn(text).find((tag) => own.has(tag));
      const row = rows.at(-1);
      if (field === undefined || row === undefined || seen.has(`${part}:${String(row)}`)) return [];
      seen.add(`${part}:${String(row)}`);
      const others = new Set(
        texts
          .filter((one) => one.part === part && one.rows.includes(row))
          .flatMap((one) => tagsIn(one.text))
          .filter((tag) => known.has(tag) && !own.has(tag)),
      );
      if (others.size === 0) return [];
      const named = [...others].slice(0, NAMED).map(braced).join(', ');
      const more = others.size > NAMED ? ` và ${String(others.size - NAMED)} thẻ khác` : '';
      const says = { file, tag: braced(field), others: `${named}${more}`, list: list.label };
      return [finding('office-template/mixed-row', { file }, says, { fields: [field, ...others] })];
    });
  });
}
