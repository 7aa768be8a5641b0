/** All files of a criteria chain laid over one another, base first, with the shared properties of fields filled in. */
import { FIELD_TYPES } from '../model/criteria/field.js';
import { isKeys, listOf, type ChainFile, type Keys, type Origin } from './chain-file.js';
import type { LISTS, ListName } from './document-schema.js';
import { mergeList, type MergedEntry, type MergeNotes } from './merge-list.js';

export interface MergedSet extends MergeNotes {
  readonly head: ReadonlyMap<string, { readonly value: unknown; readonly at: Origin }>;
  readonly lists: Readonly<Record<ListName, readonly MergedEntry[]>>;
  /** Extension groups switched on by some file. */
  readonly enabled: ReadonlySet<string>;
}

const HEAD = ['id', 'label', 'formVersion', 'basis', 'titleYears'] as const;

/** Merges what can be merged; what is malformed was reported by the document schema and is left out. */
export function mergeChain(chain: readonly ChainFile[]): MergedSet {
  const head = new Map<string, { value: unknown; at: Origin }>();
  const notes: MergeNotes = { dangling: [], repeated: [], removed: [] };
  for (const file of chain) {
    for (const key of HEAD) {
      const value = isKeys(file.value) ? file.value[key] : undefined;
      if (value !== undefined) head.set(key, { value, at: { file, path: [key] } });
    }
  }
  const merge = (list: ListName) =>
    chain.reduce<readonly MergedEntry[]>((entries, file) => mergeList(entries, file, list, notes), []);
  const forms = merge('forms');
  const lists = {
    forms,
    fields: merge('fields').map((field) => withDefaults(field, chain, forms)),
    indicators: merge('indicators'),
    totals: merge('totals'),
    rules: merge('rules'),
    titles: merge('titles'),
  } satisfies Record<(typeof LISTS)[number], readonly MergedEntry[]>;
  return { ...notes, head, lists, enabled: enabledExtensions(chain, lists.fields, notes) };
}

/** The field's own word counts first, then its form's, then its type's; of several files the last. */
function withDefaults(
  field: MergedEntry,
  chain: readonly ChainFile[],
  forms: readonly MergedEntry[],
): MergedEntry {
  const value: Record<string, unknown> = {};
  const origins = new Map<string, Origin>();
  const { type, form } = field.value;
  // Of an unknown type or form only that is told, not everything it would have shared: any other stands in.
  const typeKnown = FIELD_TYPES.some((known) => known === type);
  const formKnown = forms.some(({ id }) => id === form);
  for (const [kind, name] of [
    ['byType', typeKnown ? type : FIELD_TYPES[0]],
    ['byForm', formKnown ? form : forms[0]?.id],
  ] as const) {
    if (typeof name !== 'string') continue;
    for (const file of chain) {
      for (const [key, content] of Object.entries(sharedBy(file, kind, name))) {
        value[key] = content;
        origins.set(key, { file, path: ['defaults', kind, name, key] });
      }
    }
  }
  return {
    ...field,
    value: { ...value, ...field.value },
    origins: new Map([...origins, ...field.origins]),
  };
}

function sharedBy(file: ChainFile, kind: 'byType' | 'byForm', name: string): Keys {
  const defaults = isKeys(file.value) ? file.value['defaults'] : undefined;
  const byKind = isKeys(defaults) ? defaults[kind] : undefined;
  const shared = isKeys(byKind) ? byKind[name] : undefined;
  return isKeys(shared) ? shared : {};
}

function enabledExtensions(
  chain: readonly ChainFile[],
  fields: readonly MergedEntry[],
  notes: MergeNotes,
): ReadonlySet<string> {
  const offered = new Set(fields.map((field) => field.value['extension']));
  const enabled = new Set<string>();
  for (const file of chain) {
    listOf(isKeys(file.value) ? file.value['enable'] : undefined).forEach((extension, index) => {
      if (typeof extension !== 'string') return;
      enabled.add(extension);
      if (!offered.has(extension)) {
        const known = [...offered].filter((one) => typeof one === 'string');
        notes.dangling.push({ id: extension, at: { file, path: ['enable', index] }, known });
      }
    });
  }
  return enabled;
}
