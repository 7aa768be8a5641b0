/** Units whose number of areas, or of models, is the one that they wrote: they sent no list of them. */
import type { FieldRecord } from '../../model.js';
import { groupBy } from '../../values/groups.js';
import type { Frame } from './frame.js';
import { namesOrCount } from './coverage.js';
import type { Say } from '../wording/wording.js';

/** More are counted. */
const NAMED_AT_MOST = 5;

/** A sentence for each form of which lists are missing. */
export function givenTotalNotes(prose: { readonly frame: Frame; readonly say: Say }): readonly string[] {
  const { results } = prose.frame;
  const byForm = groupBy(results.fields, ({ totalOf }) => totalOf);
  return [...byForm].flatMap(([form, totals]) => {
    const codes = prose.frame.leaves
      .map(({ code }) => code)
      .filter((code) => totals.some(({ id }) => counts(results.own[code]?.[id]?.state)))
      .filter((code) => (results.rows[code]?.[form]?.sheetRows.length ?? 0) === 0);
    const names = namesOrCount(prose, codes, NAMED_AT_MOST);
    return codes.length === 0 ? [] : [prose.say('overall.totals', { names, what: unitOf(totals) })];
  });
}

const counts = (state: string | undefined): boolean => state === 'value';

const unitOf = ([first]: readonly FieldRecord[]): string => first?.unit ?? '';
