/** Sections of an office's *.hbs that say nothing: no sentence of the program has their name, so that nobody reads them. */
import type { Source } from '../../admission/source.js';
import { finding } from '../../findings/finding.js';
import type { Finding } from '../../model.js';
import { didYouMean, expectedOnly, nearestWord } from '../../values/nearest-word.js';
import { leadsIn } from './named-things.js';
import { sectionNames } from './wording.js';

/** `usual`: the texts that the program brings; `outline`: the one in use, which may name leads of the office's own. */
export function unknownSections(
  own: Readonly<Record<string, string>>,
  usual: readonly string[],
  outline: Source | undefined,
): readonly Finding[] {
  const leads = outline === undefined ? [] : leadsIn(outline).map((lead) => `counts.${lead}`);
  const known = new Set([...usual.flatMap((text) => sectionNames(text).map(({ id }) => id)), ...leads]);
  return Object.entries(own).flatMap(([file, text]) =>
    sectionNames(text).flatMap(({ id, line }) => {
      if (known.has(id)) return [];
      const nearest = nearestWord(id, [...known]);
      const at = { file, cell: `dòng ${String(line)}, cột 1` };
      const named = { key: id, path: file, remark: didYouMean(nearest) };
      return [finding('template/unknown-key', at, named, { ...expectedOnly(nearest), fields: [id] })];
    }),
  );
}
