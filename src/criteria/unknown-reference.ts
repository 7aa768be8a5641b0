/** An entry names what the set has not: with the nearest that it has, or at the line that took it away. */
import { valueAt } from '../admission/source.js';
import { finding } from '../findings/finding.js';
import type { Finding } from '../model.js';
import { defined } from '../values/defined.js';
import { addTo } from '../values/groups.js';
import { didYouMean, expectedOnly, nearestWord } from '../values/nearest-word.js';
import type { AdmittedEntry } from './admitted-entry.js';
import { listOf, locate, placeText, type CriteriaPath } from './chain-file.js';
import type { ListName } from './document-schema.js';
import type { MergeNotes, Removal } from './merge-list.js';

export interface UnknownReference {
  readonly entry: AdmittedEntry<unknown>;
  /** The key of the entry that names it. */
  readonly path: CriteriaPath;
  readonly id: string;
  /** What it could have named. */
  readonly known: readonly string[];
  /** The list that has no entry of that id; absent where it names something else, or an entry that does not fit. */
  readonly list?: ListName;
}

export type CrossFault = Finding | UnknownReference;

export const unknownReference = (
  entry: AdmittedEntry<unknown>,
  path: CriteriaPath,
  id: string,
  known: Iterable<string>,
  list?: ListName,
): UnknownReference => ({ entry, path, id, known: [...known], ...defined({ list }) });

/** Each fault as a finding; all that name one removed entry are one finding, at the line that removed it. */
export function* toldFaults(faults: Iterable<CrossFault>, removals: readonly Removal[]): Iterable<Finding> {
  const removed = new Map(removals.map((removal) => [keyOf(removal.list, removal.id), removal]));
  const lost = new Map<Removal, UnknownReference[]>();
  for (const fault of faults) {
    if (!('entry' in fault)) yield fault;
    else {
      const removal = removed.get(keyOf(fault.list, fault.id));
      if (removal === undefined) yield nearestTold(fault);
      else addTo(lost, removal, fault);
    }
  }
  for (const [removal, references] of lost) yield stillUsed(removal, references);
}

/** Keys of a file that speak of an entry which the sets below have not, or no longer have. */
export function* nothingToChange({ dangling, removed }: MergeNotes): Iterable<Finding> {
  for (const { id, at, known, list } of dangling) {
    const nearest = nearestWord(id, known);
    const removal = removed.find((one) => one.id === id && one.list === list);
    const remark =
      removal === undefined
        ? didYouMean(nearest)
        : ` “${id}” đã bị bỏ bằng khóa remove ở ${placeText(locate(removal.at))}.`;
    const place = String(at.path[0] ?? '');
    const expected = removal === undefined ? expectedOnly(nearest) : {};
    yield finding('criteria/nothing-to-change', locate(at), { id, place, remark }, expected);
  }
}

const keyOf = (list: ListName | undefined, id: string): string => `${list ?? ''} ${id}`;

function nearestTold({ entry, path, id, known }: UnknownReference): Finding {
  const nearest = nearestWord(id, known);
  return finding(
    'criteria/unknown-reference',
    entry.at(...path),
    { id, place: entry.name(...path), remark: didYouMean(nearest) },
    { fields: [id], ...expectedOnly(nearest) },
  );
}

const LIST_WORDS: Readonly<Record<ListName, string>> = {
  forms: 'biểu mẫu',
  fields: 'chỉ tiêu',
  indicators: 'chỉ tiêu tổng hợp',
  totals: 'số tổng',
  rules: 'quy tắc',
  titles: 'danh hiệu',
};

const MOST_NAMED = 3;

function stillUsed({ list, id, at }: Removal, references: readonly UnknownReference[]): Finding {
  const users = [...new Map(references.map((one) => [one.entry.name(), one])).values()];
  const named = users
    .slice(0, MOST_NAMED)
    .map(({ entry, path }) => `${entry.name()} (${placeText(entry.at(...path))})`);
  const more = users.length > MOST_NAMED ? ` và ${String(users.length - MOST_NAMED)} mục khác` : '';
  return finding(
    'criteria/removed-in-use',
    locate(at),
    {
      id,
      what: LIST_WORDS[list],
      count: users.length,
      users: `${named.join('; ')}${more}`,
      steps: stepsFor(references, at.file.file),
    },
    { fields: [id], related: references.map(({ entry, path }) => entry.at(...path)) },
  );
}

/** What must go with it: entries that say nothing without it. Of all others, and of the file's own, the key is written anew. */
function stepsFor(references: readonly UnknownReference[], file: string): string {
  const going = new Map<ListName, string[]>();
  const gone = new Set<string>();
  for (const one of references) {
    const { entry } = one;
    if (gone.has(entry.name()) || entry.at().file === file || !goesWith(one)) continue;
    gone.add(entry.name());
    addTo(going, entry.list, entry.id);
  }
  const kept = references.filter(({ entry }) => !gone.has(entry.name()));
  const keys = new Set(kept.map(({ entry, path }) => entry.name(path[0] ?? '')));
  const lists = [...going].map(([list, ids]) => `${list}: [${ids.join(', ')}]`);
  return [
    ...(lists.length > 0
      ? [`ghi thêm vào remove những mục dưới đây, hoặc ghi lại mục còn cần: ${lists.join(', ')}`]
      : []),
    ...(keys.size > 0
      ? [`ghi lại ở tệp này, giữ nguyên id, khóa còn nhắc tới nó: ${[...keys].join('; ')}`]
      : []),
  ].join('; ');
}

/** Not so where it is one of several in a list, in an example, or in a key that a form or field can do without. */
function goesWith({ entry, path }: UnknownReference): boolean {
  if (entry.list === 'forms' || path[0] === 'examples') return false;
  if (entry.list === 'fields') return path[0] === 'form';
  const beside = valueAt(entry.value, path.slice(0, -1));
  return typeof path.at(-1) !== 'number' || listOf(beside).length === 1;
}
