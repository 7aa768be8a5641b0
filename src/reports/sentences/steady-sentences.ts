/** What has not changed, said once for a whole paragraph: "Các chỉ tiêu nhà văn hóa, khu thể thao giữ ổn định". */
import { lastYear } from '../prose/earlier-year.js';
import type { Prose } from '../prose/prose.js';
import { listed } from '../prose/vietnamese-list.js';

/** `names`: short names of the rates whose number and rate are those of last year. */
export function steadySentences(prose: Prose, names: readonly string[]): readonly string[] {
  const last = lastYear(prose.frame);
  if (last === undefined || names.length === 0) return [];
  return [
    prose.say('comparison.steady', {
      names: listed(names),
      several: names.length > 1,
      previous: last.name,
    }),
  ];
}
