/** Names of the bookmarks on printed figures: from a place in the report back to unit, indicator and quantity. */
import type { FigureId } from '../model.js';
import { shortHash } from '../values/short-hash.js';

/** Word cuts longer names. */
const LONGEST = 40;
/** Room for "_" and the count of a figure that is printed again. */
const COUNT_ROOM = 5;
const HASH = 10;
const PREFIX = 'sl';

/**
 * Name of the bookmark on the first printing of a figure: readable where its ids are plain, else with a hash of them.
 * The same figure has the same name in every report.
 */
export function bookmarkName({ unit, indicator, quantity, period }: FigureId): string {
  const ids = [unit, indicator, quantity, ...(period === undefined ? [] : [period])];
  const plain = [PREFIX, ...ids].join('_');
  const most = LONGEST - COUNT_ROOM;
  // With other characters two figures could come to share a name.
  if (plain.length <= most && ids.every((id) => /^[A-Za-z0-9]+$/u.test(id))) return plain;
  const readable = plain.replace(/[^A-Za-z0-9]+/gu, '_').slice(0, most - HASH - 1);
  return `${readable}_${shortHash(ids.join('\u001f'))}`;
}
