/** Documents of units: by number, day and theme in a unit's own report, else how many units have one. */
import { formatDate } from '../../values/number-format.js';
import { isOwn } from '../prose/frame.js';
import type { Entry } from '../wording/outline.js';
import { figure, type Prose } from '../prose/prose.js';
import { UNITS } from '../../measures/whole-report.js';
import type { Telling } from '../prose/telling.js';
import { textOf } from '../prose/told-text.js';

type DocumentEntry = Extract<Entry, { kind: 'document' }>;

/** Somebody named a document of the kind. */
export const hasDocuments = (prose: Prose, entry: DocumentEntry): boolean => issuers(prose, entry).length > 0;

/** Units that named one which the figures of their day can know. */
function issuers({ frame: { leaves, results } }: Prose, { field, date }: DocumentEntry): readonly string[] {
  const { dataAsOf } = results;
  return leaves
    .map(({ code }) => code)
    .filter((code) => {
      const day = date === undefined ? '' : textOf(results.own[code]?.[date]);
      const isLater = dataAsOf !== undefined && day > dataAsOf;
      return textOf(results.own[code]?.[field]) !== '' && !isLater;
    });
}

export function documentSentences(prose: Prose, entry: DocumentEntry, telling: Telling): readonly string[] {
  const { results, leaves, words, count } = prose.frame;
  const have = issuers(prose, entry);
  const [first] = have;
  if (first === undefined) return [];
  const opens = !telling.opened;
  telling.opened = true;
  telling.fresh = false;
  const own = results.own[first];
  const day = entry.date === undefined ? '' : textOf(own?.[entry.date]);
  const sent = leaves.filter(({ status }) => status !== 'missing' && status !== 'documentOnly');
  return [
    prose.say(isOwn(results, leaves) ? 'document.own' : 'document.many', {
      first: opens,
      what: entry.what(words),
      number: textOf(own?.[entry.field]),
      date: day === '' ? '' : formatDate(day),
      theme: entry.theme === undefined ? '' : textOf(own?.[entry.theme]),
      n: figure(prose, UNITS, entry.field, count(have.length)),
      d: figure(prose, UNITS, 'reported', count(sent.length)),
      all: have.length === sent.length,
      partial: sent.length < leaves.length,
    }),
  ];
}
