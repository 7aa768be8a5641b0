/** Names in an office's own wording that no criteria set has: neither a bundled one nor the workspace's. */
import type { Source } from '../admission/source.js';
import { OWN_LIST } from '../criteria/own-list.js';
import { indicatorsOf } from '../criteria/set-queries.js';
import type { CriteriaSet, Finding } from '../model.js';
import { columnsIn, isKnown, namedIn, unknownName, type Known } from '../reports/wording/named-things.js';
import { bundledCriteria, loadCriteria } from './load-criteria.js';
import { workspaceCriteria } from './open-workspace.js';
import { CRITERIA_FOLDER } from './package-files.js';

/** `files`: the office's own. The workspace's set is opened only where a name is of no bundled one. */
export async function unknownNames(
  folder: string,
  files: readonly Source[],
  bundledAnnexes: Source | undefined,
): Promise<readonly Finding[]> {
  const columns = bundledAnnexes === undefined ? [] : columnsIn(bundledAnnexes);
  const named = files.flatMap((file) => namedIn(file).map((one) => ({ file, one })));
  if (named.length === 0) return [];
  const sets: CriteriaSet[] = [];
  for (const id of await bundledCriteria()) {
    const { set } = await loadCriteria(id, CRITERIA_FOLDER);
    if (set !== undefined) sets.push(set);
  }
  const bundled = knownOf(sets, columns);
  if (named.every(({ one }) => isKnown(bundled, one))) return [];
  const own = await workspaceCriteria(folder);
  // What is wrong with the set is told first; names of what it adds are not known until then.
  if (own !== undefined && own.set === undefined) return [];
  const known = own?.set === undefined ? bundled : knownOf([...sets, own.set], columns);
  return named.flatMap(({ file, one }) => (isKnown(known, one) ? [] : [unknownName(file, one, known)]));
}

const knownOf = (sets: readonly CriteriaSet[], columns: readonly string[]): Known => ({
  columns: new Set([...columns, ...sets.flatMap(({ fields }) => fields.map(({ id }) => id))]),
  indicators: new Set(sets.flatMap((set) => indicatorsOf(set).map(({ id }) => id))),
  fields: new Set(sets.flatMap(({ fields }) => fields.map(({ id }) => id))),
  // Where an annex reads no list, and where one reads what own forms ask.
  forms: new Set(['', OWN_LIST, ...sets.flatMap(({ forms }) => forms.map(({ id }) => id))]),
});
