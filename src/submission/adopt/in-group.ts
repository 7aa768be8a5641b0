/**
 * "Cơ quan, đơn vị › Tổng số | Đạt": figures that say by their heading alone what group of a list they are of, and by their
 * own words which of its numbers: all, those registered, those awarded.
 */
import { basesOf } from '../../criteria/rate-bases.js';
import type { CriteriaSet, FieldDefinition } from '../../model.js';
import { foldMarks } from '../../values/vietnamese-text.js';
import { only } from '../../values/of-many.js';
import { ALL, AWARDED } from './bare-totals.js';

const wordsOf = (text: string): readonly string[] => foldMarks(text).match(/[a-z]+/gu) ?? [];
const REGISTERED = /^(?:so )?dang ky(?: (?:moi|nam \d+))?$/u;
/** Words that a heading may say besides those of the group. */
const BESIDES = new Set(wordsOf('đạt chuẩn văn hóa danh hiệu được công nhận phong trào xây dựng số'));
/** Households and areas, which are of no group of others. */
const KINDS = ['ho', 'dinh', 'thon', 'xom', 'ban', 'ap', 'lang', 'buon', 'pho', 'khu'];
/** "Đơn vị", "Doanh nghiệp": of fewer syllables nobody knows whose group it is. */
const FEWEST = 4;

/** The field of the list that a bare label below such a heading means; nothing where two groups could be meant. */
export function fieldInGroup(path: readonly string[], set: CriteriaSet): FieldDefinition | undefined {
  const [heading = '', label = ''] = path.slice(-2);
  const said = wordsOf(heading.replace(/^\s*\S{1,4}[.)]\s*/u, '')).filter((word) => !BESIDES.has(word));
  if (path.length < 2 || said.length < FEWEST) return undefined;
  const lists = set.forms.filter(({ shape, sender }) => shape === 'list' && sender === 'commune');
  const found = lists.flatMap((form) =>
    form.groups.flatMap((group) => {
      const own = new Set(wordsOf(group.label));
      return said.every((word) => own.has(word))
        ? [{ form: form.id, group: group.id, label: group.label }]
        : [];
    }),
  );
  const group = only(found);
  if (group === undefined) return undefined;
  const fields = set.fields.filter((one) => one.form === group.form && one.group === group.group);
  const titled = fields.find(
    (one) => /cong nhan|dat chuan|tang/u.test(foldMarks(one.label)) && basesOf(one.id, set).length > 0,
  );
  if (titled === undefined) return undefined;
  const kinds = wordsOf(group.label);
  if (KINDS.some((kind) => wordsOf(label).includes(kind) && !kinds.includes(kind))) return undefined;
  const words = foldMarks(label.replace(/\([^()]*\)\s*$/u, '')).trim();
  if (ALL.test(words)) return basesOf(titled.id, set)[0];
  if (REGISTERED.test(words)) return fields.find((one) => /dang ky$/u.test(foldMarks(one.label)));
  return AWARDED.test(words) ? titled : undefined;
}
