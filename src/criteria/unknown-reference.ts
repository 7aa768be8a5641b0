/** An entry names what the set has not: with the nearest that it has. */
import { finding } from '../findings/finding.js';
import type { Finding } from '../model.js';
import { didYouMean, expectedOnly, nearestWord } from '../values/nearest-word.js';
import type { AdmittedEntry } from './admitted-entry.js';
import type { CriteriaPath } from './chain-file.js';

/** `path`: the key of the entry that names `id`; `known`: what it could have named. */
export function unknownReference(
  entry: AdmittedEntry<unknown>,
  path: CriteriaPath,
  id: string,
  known: Iterable<string>,
): Finding {
  const nearest = nearestWord(id, [...known]);
  return finding(
    'criteria/unknown-reference',
    entry.at(...path),
    { id, place: entry.name(...path), remark: didYouMean(nearest) },
    { fields: [id], ...expectedOnly(nearest) },
  );
}
